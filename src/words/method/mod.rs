//! The Method document: the model in words, with every figure and table filled in from the data files.
//!
//! The texts stand in `static/texts/method.*.md`. `{{parameter:turnover}}` becomes the value with unit and band,
//! `{{lever:caseload}}` what a lever may be, `{{report:months}}` a figure of the report that the evidence dial is
//! solved from, `{{table:groups}}` a table. The document is Markdown.
//!
//! ```
//! use raaderum::words::method::method;
//! use raaderum::words::text::Language;
//!
//! let text = method(Language::default());
//! assert!(text.starts_with("# ") && !text.contains("{{"));
//! ```

mod tables;

use super::figure;
use super::text::{Language, Text};
use crate::model::tables::{LEVERS, LeverKind, REPORT, lever_by_key, parameter_by_key};

/// The document in a language. A placeholder that is not known stays as it is; a test holds the texts to none.
pub fn method(language: Language) -> String {
    let template = language.method_template();
    let mut filled = String::with_capacity(4 * template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let found = after
            .split_once("}}")
            .and_then(|(name, after)| Some((value(language, name.split_once(':')?)?, after)));
        match found {
            Some((value, after)) => {
                filled.push_str(&value);
                rest = after;
            }
            None => {
                filled.push_str("{{");
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

fn value(language: Language, (kind, name): (&str, &str)) -> Option<String> {
    match kind {
        "parameter" => Some(figure::with_band(language, parameter_by_key(name)?)),
        "value" => Some(figure::central(language, parameter_by_key(name)?)),
        "lever" => lever(language, name),
        "report" => report(language, name),
        "table" => tables::table(language, name),
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
