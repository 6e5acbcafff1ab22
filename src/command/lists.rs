//! What there is: assumptions, levers, places and cases, from the same data files as the page.

use super::sheet::{Cell, Sheet};
use crate::model::parameters::Parameters;
use crate::model::place::Place;
use crate::model::tables::{CASES, EXPECTED, GROUPS, LEVERS, Law, LeverKind, PLACES, Parameter};
use crate::scenario::keys::Key;
use crate::scenario::published::{self, Comparison};
use crate::words::text::{Language, Text};
use crate::words::{self, judged, notice};

/// Every assumption, under a law.
pub fn parameters(language: Language, law: Law) -> Sheet {
    let mut sheet = Sheet::new(&[
        "key",
        "value",
        "low",
        "high",
        "min",
        "max",
        "unit",
        "confidence",
        "year",
        "name",
        "+sentence",
        "+source",
        "+would_replace",
    ]);
    for parameter in Parameter::all() {
        let (spec, figure) = (parameter.spec(), parameter.figure(law));
        sheet.rows.push(vec![
            spec.key.into(),
            figure.central.into(),
            figure.spread.map(|[low, _]| low).into(),
            figure.spread.map(|[_, high]| high).into(),
            spec.bounds[0].into(),
            spec.bounds[1].into(),
            language.unit(spec.unit).into(),
            language.confidence(figure.confidence).into(),
            figure.year.into(),
            language.parameter_name(parameter).into(),
            language.parameter_sentence(parameter).into(),
            language.parameter_source(parameter, law).into(),
            language.parameter_replacement(parameter).into(),
        ]);
    }
    sheet.note = Some(judged::how_many_judged(language, Text::CommandJudged));
    sheet
}

/// Every version of the law, and after them what is expected.
pub fn laws(language: Language) -> Sheet {
    let mut sheet = Sheet::new(&["law", "status", "set", "changed", "+acts"]);
    for law in Law::all() {
        sheet.rows.push(vec![
            law.spec().id.into(),
            language.text(Text::LawInForce).into(),
            format!("law={}", law.spec().id).into(),
            language.law_sentence(law).into(),
            words::law::acts_of(language, law).into(),
        ]);
    }
    for (index, expected) in EXPECTED.iter().enumerate() {
        let told = [language.expected_name(index), language.expected_sentence(index)].join(": ");
        sheet.rows.push(vec![
            expected.from.into(),
            language.text(Text::LawNotKnown).into(),
            words::law::settings(index).into(),
            told.into(),
            words::law::acts_expected(language, index).into(),
        ]);
    }
    sheet.note = Some(judged::how_many_judged(language, Text::CommandJudged));
    sheet
}

/// Every lever; one that each group has stands once for each.
pub fn levers(language: Language) -> Sheet {
    let mut sheet = Sheet::new(&["key", "default", "accepts", "unit", "name", "+help"]);
    for key in Key::all() {
        let Key::Lever(lever, group) = key else { continue };
        let (default, unit) = match LEVERS[lever].kind {
            LeverKind::Number { default, word, unit, .. } => {
                (default.map_or_else(|| word.unwrap_or("today").into(), Cell::Number), language.unit(unit))
            }
            LeverKind::Choice { default, .. } => (default.into(), ""),
            LeverKind::Switch { default } => (if default { "on" } else { "off" }.into(), ""),
        };
        let name = match group {
            Some(group) => format!("{}, {}", language.lever_name(lever), language.group_people(group)),
            None => language.lever_name(lever).to_owned(),
        };
        sheet.rows.push(vec![
            key.name().into(),
            default,
            notice::expected(language, &key.expected()).into(),
            unit.into(),
            name.into(),
            language.lever_help(lever).into(),
        ]);
    }
    sheet
}

/// Every place, a row for each group.
pub fn places(language: Language) -> Sheet {
    let mut sheet = Sheet::new(&[
        "id",
        "name",
        "population",
        "year",
        "group",
        "stock",
        "caseload",
        "basis",
        "+reserve",
        "+source",
        "+stock_source",
    ]);
    let central = Parameters::central();
    for (index, spec) in PLACES.iter().enumerate() {
        let place = Place::of(spec);
        for (g, group) in GROUPS.iter().enumerate() {
            sheet.rows.push(vec![
                spec.id.into(),
                language.place_name(index).into(),
                spec.population.into(),
                spec.year.into(),
                group.id.into(),
                spec.stock[g].into(),
                place.caseload_today(g, &central).into(),
                language.basis(spec.stock_basis[g]).into(),
                place.reserve(&central).into(),
                language.place_source(index).into(),
                language.stock_source(index, g).into(),
            ]);
        }
    }
    sheet
}

/// Whatever the cases published, beside the model's figures where it has them.
pub fn cases(language: Language) -> Sheet {
    let mut sheet = Sheet::new(&[
        "case",
        "name",
        "series",
        "month",
        "published",
        "research",
        "reported",
        "agrees_at",
        "note",
        "+summary",
        "+judgement",
        "+source",
    ]);
    for (index, spec) in CASES.iter().enumerate() {
        for (figure, note) in published::compare(index).into_iter().zip(language.published_notes(index)) {
            let mut row = vec![spec.id.into(), language.case_name(index).into()];
            row.extend(figures(figure));
            row.extend([(*note).into(), language.case_summary(index).into()]);
            row.extend([language.case_judgement(index).into(), language.case_source(index).into()]);
            sheet.rows.push(row);
        }
    }
    sheet
}

fn figures(figure: Option<Comparison>) -> Vec<Cell> {
    let Some(Comparison { published, research, reported, agrees_at, .. }) = figure else {
        return vec![Cell::None; 6];
    };
    let months_and_value = [published.name.into(), published.month.into(), published.value.into()];
    let ours = [to_figures(research).into(), to_figures(reported).into(), agrees_at.map(to_figures).into()];
    months_and_value.into_iter().chain(ours).collect()
}

/// Six figures: enough to recompute, few enough to read.
fn to_figures(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}
