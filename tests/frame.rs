//! What a frame and the page around it say to each other: the shapes that newsrooms listen for, and nothing that loops.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use proptest::prelude::*;
use raaderum::frame::{Command, Heights, Message, SCRIPT_SUM, Script, Snippet, Teller, changed};
use serde_json::{Value, json};

const ADDRESS: &str = "https://example.org/raaderum/embed.html";
/// As iframe-resizer 4.4 sends it.
const BEGIN: &str =
    "[iFrameSizer]frame-1:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true";

fn texts(messages: &[Message]) -> Vec<&str> {
    let text = |message: &'_ Message| match message {
        Message::Text(text) => Some(text.as_str().to_owned()),
        Message::Object(_) => None,
    };
    messages.iter().filter_map(text).map(|text| &*text.leak()).collect()
}

fn objects(messages: &[Message]) -> Vec<Value> {
    let object = |message: &Message| match message {
        Message::Object(json) => Some(serde_json::from_str(json).expect("JSON")),
        Message::Text(_) => None,
    };
    messages.iter().filter_map(object).collect()
}

#[test]
fn a_height_is_told_in_every_shape_that_needs_no_invitation() {
    let messages = Teller::new("", ADDRESS).resized([640.2, 320.0], false);
    assert_eq!(
        objects(&messages),
        [
            json!({ "sentinel": "amp", "type": "embed-size", "height": 641 }),
            json!({ "datawrapper-height": { "raaderum-embed": 641 } }),
            json!({ "type": "raaderum:height", "height": 641 }),
        ]
    );
    let [embedly] = texts(&messages)[..] else { panic!("one text") };
    let told: Value = serde_json::from_str(embedly).expect("JSON as text");
    assert_eq!(told, json!({ "src": ADDRESS, "context": "iframe.resize", "height": 641 }));
}

#[test]
fn pym_is_answered_where_it_has_given_the_frame_a_name() {
    let query =
        "?initialWidth=320&childId=graphic-1&parentTitle=A%20title&parentUrl=https%3A%2F%2Fexample.com";
    let mut teller = Teller::new(query, ADDRESS);
    assert_eq!(texts(&teller.resized([500.0, 320.0], false))[0], "pymxPYMxgraphic-1xPYMxheightxPYMx500");
    assert_eq!(teller.hear("pymxPYMxgraphic-1xPYMxwidthxPYMx480"), Some(Command::Tell));
    assert_eq!(teller.hear("pymxPYMxanotherxPYMxwidthxPYMx480"), None);
    assert!(
        texts(&teller.resized([500.0, 480.0], false))[0].starts_with("pymxPYMx"),
        "told again when asked"
    );
    for query in ["", "?childId=", "?childId=a%22b", "?childIdea=1", "?childId=<b>"] {
        let messages = Teller::new(query, ADDRESS).resized([500.0, 320.0], false);
        assert!(texts(&messages).iter().all(|text| !text.starts_with("pym")), "{query}");
    }
}

#[test]
fn iframe_resizer_is_answered_once_it_has_begun() {
    let mut teller = Teller::new("", ADDRESS);
    assert_eq!(teller.begin(), Message::Text("[iFrameResizerChild]Ready".into()));
    assert!(texts(&teller.resized([500.0, 320.0], false)).iter().all(|text| !text.starts_with("[iFrame")));
    assert!(matches!(teller.hear(BEGIN), Some(Command::Begin(_))));
    assert_eq!(texts(&teller.resized([500.0, 320.0], false))[0], "[iFrameSizer]frame-1:500:320:init");
    assert_eq!(teller.hear("[iFrameSizer]resize"), Some(Command::Tell));
    assert_eq!(texts(&teller.resized([500.0, 320.0], false))[0], "[iFrameSizer]frame-1:500:320:size");
    for other in
        ["[iFrameSizer]", "[iFrameSizer]inPageLink:#a", "[iFrameSizer]message:true:x", "[iFrameSizer]::true"]
    {
        assert_eq!(teller.hear(other), None, "{other}");
    }
}

#[test]
fn a_hidden_frame_has_no_height() {
    let mut teller = Teller::new("", ADDRESS);
    for height in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(teller.resized([height, 320.0], false).is_empty(), "{height}");
    }
}

#[test]
fn while_a_lever_moves_the_frame_only_grows() {
    let mut teller = Teller::new("", ADDRESS);
    teller.resized([500.0, 320.0], false);
    assert!(teller.resized([480.0, 320.0], true).is_empty());
    assert!(!teller.resized([520.0, 320.0], true).is_empty());
    assert!(!teller.resized([480.0, 320.0], false).is_empty(), "it shrinks when the lever rests");
}

#[test]
fn a_link_is_told_whole() {
    let link = "https://example.org/#v=1&place=\"<script>\u{2028}";
    let Message::Object(json) = changed(link) else { panic!("an object") };
    assert!(!json.contains('<'));
    let told: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(told, json!({ "type": "raaderum:change", "link": link }));
}

#[test]
fn a_snippet_fits_without_script_and_cannot_be_broken_out_of() {
    let heights = Heights(vec![[320, 900], [480, 760], [700, 640]]);
    let address = "https://example.org/embed.html#v=1&place=silkeborg&view=embed";
    let plain = Snippet { address, title: "Silkeborg: \"sagstal\" <b>", heights: &heights, script: None };
    let html = plain.html();
    assert!(html.contains(r#"height="900""#), "nothing is cut off where the style is refused: {html}");
    assert!(html.contains("@media(min-width:520px){.raaderum-900-760-640{height:760px}}"), "{html}");
    assert!(html.contains("#v=1&amp;place=silkeborg&amp;view=embed\""), "{html}");
    assert!(html.contains("title=\"Silkeborg: &quot;sagstal&quot; &lt;b&gt;\""), "{html}");
    assert!(html.contains(r#"loading="lazy""#) && html.contains(r#"frameborder="0""#), "{html}");
    assert!(!html.contains("<script"), "{html}");
    let script = Script { address: "https://example.org/raaderum-embed.js", readable: false };
    let helped = Snippet { script: Some(script), ..plain.clone() }.html();
    assert!(helped.contains(r#"<script src="https://example.org/raaderum-embed.js" async>"#), "{helped}");
    let checked = Snippet { script: Some(Script { readable: true, ..script }), ..plain }.html();
    let sum = format!(r#"raaderum-embed.js" integrity="{SCRIPT_SUM}" crossorigin="anonymous" async>"#);
    assert!(checked.contains(&sum), "{checked}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_heard_does_no_harm(query in "\\PC{0,60}", heard in prop::collection::vec("\\PC{0,120}", 6)) {
        let mut teller = Teller::new(&query, ADDRESS);
        for text in heard {
            teller.hear(&text);
            teller.hear(&format!("[iFrameSizer]{text}"));
            teller.hear(&format!("pymxPYMx{text}"));
            for message in teller.resized([500.0, 320.0], false) {
                if let Message::Object(json) = message {
                    prop_assert!(serde_json::from_str::<Value>(&json).is_ok(), "{}", json);
                }
            }
        }
    }

    #[test]
    fn sides_that_round_differently_come_to_an_end(height in 100.0..3000.0, wobble in prop::collection::vec(-0.49..0.49, 20)) {
        let mut teller = Teller::new("", ADDRESS);
        teller.resized([height, 320.0], false);
        for off in wobble {
            prop_assert!(teller.resized([height + off, 320.0], false).is_empty());
        }
    }

    #[test]
    fn what_is_told_is_never_lower_than_the_content(heights in prop::collection::vec(1.0..5000.0, 10)) {
        let mut teller = Teller::new("", ADDRESS);
        let mut told = 0.0;
        for height in heights {
            if let Some(own) = objects(&teller.resized([height, 320.0], false)).last() {
                told = own["height"].as_f64().expect("a number");
            }
            prop_assert!(told + 1.0 >= height, "{} for {}", told, height);
        }
    }
}
