//! Writes the tables of the levers.

use super::Data;
use super::levers::{Lever, Need};
use super::model_tables::{line, open};

/// `LEVERS` and `LEVER_GROUPS`.
pub fn write(data: &Data, out: &mut String) {
    open(out, "LEVER_GROUPS", "LEVER_GROUP", "&str", data.lever_groups.len(), "groups of levers");
    for group in &data.lever_groups {
        line(out, &format!("{:?},", group.id));
    }
    line(out, "];");
    open(out, "LEVERS", "LEVER", "LeverSpec", data.levers.len(), "levers");
    for lever in &data.levers {
        let group = data.lever_groups.iter().position(|group| group.id == lever.group).unwrap_or_default();
        let needs: Vec<String> = lever.needs.iter().map(need).collect();
        let (key, per_group, main) = (&lever.key, lever.per_group, lever.main);
        let row = format!(
            "LeverSpec {{ key: {key:?}, per_group: {per_group}, group: {group}, main: {main}, \
             needs: &[{}], kind: {} }},",
            needs.join(", "),
            kind(lever)
        );
        line(out, &row);
    }
    line(out, "];");
}

fn need(need: &Need) -> String {
    match need {
        Need::Is { lever, is } => format!("Need::Is({lever:?}, &{is:?})"),
        Need::Not { lever, not } => format!("Need::Not({lever:?}, &{not:?})"),
        Need::Right { group } => format!("Need::{group:?}"),
        Need::Place { place } => format!("Need::{place:?}"),
    }
}

fn kind(lever: &Lever) -> String {
    if let Some(n) = &lever.number {
        let word = n.word.as_ref().map(|w| &w.id);
        let instead = n.word.as_ref().map_or(0.0, |w| w.instead);
        let span =
            n.span.as_ref().map_or("None".into(), |s| format!("Some((Span::{:?}, {:?}))", s.of, s.share));
        return format!(
            "LeverKind::Number {{ unit: {:?}, min: {:?}, max: {:?}, step: {:?}, usual: {:?}, span: {span}, \
             default: {:?}, word: {word:?}, instead: {instead:?} }}",
            n.unit,
            n.min,
            n.max,
            n.step,
            n.usual(),
            n.default
        );
    }
    if let Some(choice) = &lever.choice {
        let options: Vec<&str> = choice.options.iter().map(|o| o.id.as_str()).collect();
        return format!("LeverKind::Choice {{ options: &{options:?}, default: {:?} }}", choice.default);
    }
    let on = lever.switch.as_ref().is_some_and(|s| s.default);
    format!("LeverKind::Switch {{ default: {on} }}")
}
