//! What an article's page says to a frame: the first line is the query of the frame's address, each other one a message.

use raaderum::frame::{Command, Message, Teller, changed};
use serde_json::Value;

use crate::holds::told;

const ADDRESS: &str = "https://example.org/embed.html";

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let mut teller = Teller::new(lines.next().unwrap_or_default(), ADDRESS);
    for (index, line) in lines.enumerate() {
        let heard = teller.hear(line);
        assert!(
            heard.is_none() || line.starts_with("[iFrameSizer]") || line.starts_with("pymxPYMx"),
            "{line}"
        );
        let said = teller.resized([500.0 + 2.0 * index as f64, 320.0], false);
        assert!(!said.is_empty(), "a height that has changed is told");
        if let Some(Command::Begin(_)) = heard {
            assert!(
                said.iter().any(
                    |message| matches!(message, Message::Text(text) if text.starts_with("[iFrameSizer]"))
                )
            );
        }
        said.iter().for_each(valid);
        let Message::Object(json) = changed(line) else { panic!("an object") };
        assert!(!json.contains(['<', '>']), "{json}");
        let told: Value = serde_json::from_str(&json).unwrap_or_default();
        assert_eq!(told["link"].as_str(), Some(line), "{json}");
    }
}

fn valid(message: &Message) {
    match message {
        Message::Object(json) => {
            let read: Result<Value, _> = serde_json::from_str(json);
            assert!(read.is_ok_and(|value| value.is_object()), "{json}");
        }
        Message::Text(text) if text.starts_with('{') => told(text, "iframe.resize"),
        Message::Text(text) => assert!(text.starts_with("pymxPYMx") || text.starts_with("[iFrame"), "{text}"),
    }
}
