//! The Method document: the model in words, with every figure and table filled in from the data files.
//!
//! The texts stand in `static/texts/method.*.md`. `{{parameter:turnover}}` becomes the value with unit and band,
//! `{{lever:caseload}}` what a lever may be, `{{report:months}}` a figure of the report that the evidence dial is
//! solved from, `{{table:groups}}` a table, `{{text:judged}}` how many figures are judged. The document is Markdown.
//!
//! ```
//! use raaderum::words::method::method;
//! use raaderum::words::text::Language;
//!
//! let text = method(Language::default());
//! assert!(text.starts_with("# ") && !text.contains("{{"));
//! ```

mod tables;

use super::text::{Language, Text};
use super::{figure, judged};
use crate::model::tables::{LEVERS, Law, LeverKind, REPORT, lever_by_key, parameter_by_key};

/// The document in a language. A placeholder that is not known stays as it is; a test holds the texts to none.
#[cfg(not(target_arch = "wasm32"))]
pub fn method(language: Language) -> String {
    let mut filling = Filling::new(language, language.method_template());
    while filling.step() {}
    filling.filled
}

/// The filling in of a document, a placeholder at a time: some tables take runs of the model.
pub struct Filling {
    language: Language,
    /// As far as it is filled in.
    pub filled: String,
    rest: String,
}

impl Filling {
    /// Nothing is filled in yet.
    pub fn new(language: Language, template: &str) -> Self {
        Self { language, filled: String::with_capacity(4 * template.len()), rest: template.to_owned() }
    }

    /// Fills in one placeholder; gives whether there may be more.
    pub fn step(&mut self) -> bool {
        let Some((before, after)) = self.rest.split_once("{{") else {
            self.filled.push_str(&std::mem::take(&mut self.rest));
            return false;
        };
        self.filled.push_str(before);
        let found = after
            .split_once("}}")
            .and_then(|(name, after)| Some((value(self.language, name.split_once(':')?)?, after)));
        let rest = match found {
            Some((value, after)) => {
                self.filled.push_str(&value);
                after.to_owned()
            }
            None => {
                self.filled.push_str("{{");
                after.to_owned()
            }
        };
        self.rest = rest;
        true
    }
}

fn value(language: Language, (kind, name): (&str, &str)) -> Option<String> {
    match kind {
        "parameter" => Some(figure::with_band(language, parameter_by_key(name)?, Law::NEWEST)),
        "value" => Some(figure::central(language, parameter_by_key(name)?, Law::NEWEST)),
        "lever" => lever(language, name),
        "report" => report(language, name),
        "table" => tables::table(language, name),
        "text" => (name == "judged").then(|| judged::how_many_judged(language, Text::MethodJudgedCount)),
        _ => None,
    }
}

/// From where to where a lever may be moved.
fn lever(language: Language, key: &str) -> Option<String> {
    let index = lever_by_key(key)?;
    let names = language.option_names(index);
    Some(match LEVERS[index].kind {
        LeverKind::Number { unit, min, max, .. } => {
            let range = figure::range(language, unit, [min, max]);
            let word = names.first().map(|word| format!(", {word}"));
            range + &word.unwrap_or_default()
        }
        LeverKind::Choice { .. } => names.join(" · "),
        LeverKind::Switch { .. } => language.text(Text::MethodSwitch).to_owned(),
    })
}

fn report(language: Language, name: &str) -> Option<String> {
    let number = match name {
        "case" => return Some(language.case_name(REPORT.case).to_owned()),
        "stock_before" => REPORT.stock_before,
        "stock_after" => REPORT.stock_after,
        "caseload_before" => REPORT.caseload_before,
        "caseload_after" => REPORT.caseload_after,
        "months" => f64::from(REPORT.months),
        _ => return None,
    };
    Some(language.plain(number))
}
