//! What an embed could not use.

use crate::scenario::embed::{Fault, MOST_LEVERS, Show};
use crate::words::text::{Language, Text, fill};

/// One line for what was left out.
pub fn fault(language: Language, fault: &Fault) -> String {
    let said = |text, value: &str| fill(language.text(text), &[("value", value)]);
    match fault {
        Fault::Show(word) => {
            let options: Vec<String> = Show::all().map(Show::word).collect();
            let values = [("value", &**word), ("options", &*options.join(", "))];
            fill(language.text(Text::EmbedBadShow), &values)
        }
        Fault::Lever(name) => said(Text::EmbedBadLever, name),
        Fault::Nobody(name) => said(Text::EmbedNobody, name),
        Fault::TooManyLevers(count) => {
            let values = [("count", &*count.to_string()), ("most", &*MOST_LEVERS.to_string())];
            fill(language.text(Text::EmbedTooMany), &values)
        }
        Fault::Lock(value) => said(Text::EmbedBadLock, value),
    }
}
