//! The tables of the Method document.

use std::collections::BTreeMap;

use crate::model::evidence;
use crate::model::parameters::Parameters;
use crate::model::tables::{
    Basis, CASES, EXPECTED, GROUP_COUNT, GROUPS, LADDERS, LEVERS, Law, PLACES, Parameter, parameter as p,
};
use crate::scenario::{Scenario, published};
use crate::surroundings::TABLES;
use crate::words::text::{Language, Text, fill};
use crate::words::{self, case, figure};

/// The table of this name, in Markdown.
pub fn table(language: Language, name: &str) -> Option<String> {
    let (headings, rows) = match name {
        "parameters" => parameters(language),
        "groups" => groups(language),
        "evidence" => reported(language),
        "places" => places(language),
        "ladders" => ladders(language),
        "laws" => laws(language),
        "earlier" => earlier(language),
        "expected" => expected(language),
        "levers" => levers(language),
        "cases" => cases(language),
        "setups" => setups(language),
        "sources" => sources(language),
        "surroundings" => surroundings(language),
        "judged" => judged(language),
        _ => return None,
    };
    Some(markdown(&headings, &rows))
}

type Rows = Vec<Vec<String>>;

fn markdown(headings: &[String], rows: &Rows) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule = format!("|{}\n", " --- |".repeat(headings.len()));
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    (row(headings) + &rule + &rows).trim_end().to_owned()
}

fn headings(language: Language, texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| language.text(*text).to_owned()).collect()
}

/// The parameters that are the same for every group.
fn parameters(language: Language) -> (Vec<String>, Rows) {
    let rows = Parameter::all().filter(|parameter| parameter.spec().group.is_none()).map(|parameter| {
        vec![
            language.parameter_name(parameter),
            format!("`{}`", parameter.spec().key),
            figure::with_band(language, parameter, Law::NEWEST),
            language.confidence(parameter.figure(Law::NEWEST).confidence).to_owned(),
            language.parameter_sentence(parameter),
        ]
    });
    let headings =
        [Text::MethodName, Text::MethodKey, Text::MethodValue, Text::MethodSure, Text::MethodMeaning];
    (self::headings(language, &headings), rows.collect())
}

/// The parameters that every group has, a column each.
fn groups(language: Language) -> (Vec<String>, Rows) {
    let mut headings = headings(language, &[Text::MethodName]);
    headings.extend((0..GROUP_COUNT).map(|group| language.group_name(group).to_owned()));
    let all: Vec<Parameter> = Parameter::all().filter(|parameter| parameter.spec().group.is_some()).collect();
    let of_kind = |kind: &[Parameter]| {
        let name =
            kind.first().map(|first| format!("{} `{}`", language.kind_name(*first), first.spec().kind));
        let figures = kind.iter().map(|parameter| figure::short(language, *parameter, Law::NEWEST));
        name.into_iter().chain(figures).collect()
    };
    (headings, all.chunk_by(|a, b| a.spec().kind == b.spec().kind).map(of_kind).collect())
}

/// What research says of jobs and clarification, and what the report would require of every exit.
fn reported(language: Language) -> (Vec<String>, Rows) {
    let solved = evidence::reported(&Parameters::central(), &LADDERS[0]);
    let rows = (0..GROUP_COUNT).map(|group| {
        vec![
            language.group_name(group).to_owned(),
            figure::with_band(language, p::ELASTICITY_JOB[group], Law::NEWEST),
            figure::with_band(language, p::ELASTICITY_CLARIFIED[group], Law::NEWEST),
            match solved[group] {
                Some(elasticity) => language.style().fixed(elasticity, 2),
                None => language.text(Text::MethodNone).to_owned(),
            },
        ]
    });
    let headings = [Text::QuestionGroup, Text::MethodJobs, Text::MethodClarified, Text::MethodReported];
    (self::headings(language, &headings), rows.collect())
}

fn places(language: Language) -> (Vec<String>, Rows) {
    let rows = PLACES.iter().enumerate().map(|(index, place)| {
        let mut row = vec![language.place_name(index).to_owned(), language.persons(place.population)];
        row.extend((0..GROUP_COUNT).map(|group| {
            let persons = language.persons(place.stock[group]);
            if place.stock_basis[group] == Basis::Scaled { format!("({persons})") } else { persons }
        }));
        // Most municipalities have one source: it stands where it begins.
        let source = language.place_source(index);
        let before = index.checked_sub(1).map(|before| language.place_source(before));
        row.push(if before == Some(source) { String::new() } else { source.to_owned() });
        row
    });
    let mut headings = headings(language, &[Text::MethodPlace, Text::MethodInhabitants]);
    headings.extend((0..GROUP_COUNT).map(|group| language.group_name(group).to_owned()));
    headings.push(language.text(Text::MethodSource).to_owned());
    (headings, rows.collect())
}

fn ladders(language: Language) -> (Vec<String>, Rows) {
    let rows = LADDERS.iter().enumerate().map(|(index, ladder)| {
        let step = |step: &crate::model::tables::LadderStep| {
            let values = [
                ("week", &*language.plain(step.from_week + 1.0)),
                ("share", &*language.percent(step.state_share)),
            ];
            fill(language.text(Text::MethodFromWeek), &values)
        };
        let steps: Vec<String> = ladder.steps.iter().map(step).collect();
        vec![
            language.ladder_name(index).to_owned(),
            steps.join(", "),
            language.ladder_source(index).to_owned(),
        ]
    });
    let headings = [Text::MethodName, Text::MethodStateShare, Text::MethodSource];
    (self::headings(language, &headings), rows.collect())
}

/// Each version of the law, the newest first.
fn laws(language: Language) -> (Vec<String>, Rows) {
    let row = |law: Law| {
        vec![
            language.law_name(law).to_owned(),
            format!("`law={}`", law.spec().id),
            language.law_sentence(law).to_owned(),
            words::law::acts_of(language, law),
        ]
    };
    let headings = headings(language, &[Text::LawFrom, Text::MethodKey, Text::LawChanged, Text::LawAct]);
    (headings, Law::all().rev().map(row).collect())
}

/// The figures that a law set, with the law from which each holds.
fn earlier(language: Language) -> (Vec<String>, Rows) {
    let mut rows = Vec::new();
    for parameter in Parameter::all().filter(|parameter| parameter.versions() > 1) {
        for law in Law::all().filter(|law| parameter.figure(*law).since == *law) {
            rows.push(vec![
                language.parameter_name(parameter),
                language.law_name(law).to_owned(),
                figure::short(language, parameter, law),
                language.confidence(parameter.figure(law).confidence).to_owned(),
            ]);
        }
    }
    (headings(language, &[Text::MethodName, Text::LawFrom, Text::MethodValue, Text::MethodSure]), rows)
}

/// What is expected, and by what it can be tried.
fn expected(language: Language) -> (Vec<String>, Rows) {
    let row = |index: usize| {
        let settings = words::law::settings(index);
        vec![
            language.expected_name(index).to_owned(),
            language.expected_sentence(index).to_owned(),
            if settings.is_empty() { settings } else { format!("`{settings}`") },
            words::law::acts_expected(language, index),
        ]
    };
    let headings = headings(language, &[Text::LawExpected, Text::LawChanged, Text::LawSet, Text::LawAct]);
    (headings, (0..EXPECTED.len()).map(row).collect())
}

fn levers(language: Language) -> (Vec<String>, Rows) {
    let rows = LEVERS.iter().enumerate().map(|(index, lever)| {
        vec![
            language.lever_name(index).to_owned(),
            format!("`{}{}`", lever.key, if lever.per_group { ".*" } else { "" }),
            super::lever(language, lever.key).unwrap_or_default(),
            language.lever_help(index).to_owned(),
        ]
    });
    let headings = [Text::MethodName, Text::MethodKey, Text::MethodRange, Text::MethodMeaning];
    (self::headings(language, &headings), rows.collect())
}

/// Each thing that was published, beside what the model makes of it with the research.
fn cases(language: Language) -> (Vec<String>, Rows) {
    let mut rows = Vec::new();
    for (index, spec) in CASES.iter().enumerate() {
        let outcome = Scenario::of_case(index).simulate();
        for (told, note) in spec.published.iter().zip(language.published_notes(index)) {
            let both = told.series.map(|series| {
                let ours = published::modelled(&outcome, &series).unwrap_or(f64::NAN);
                [case::figure(language, series.name, series.value), case::figure(language, series.name, ours)]
            });
            let [theirs, ours] = both.unwrap_or_default();
            let source = language.case_source(index);
            rows.push(vec![
                language.case_name(index).to_owned(),
                (*note).to_owned(),
                theirs,
                ours,
                source.into(),
            ]);
        }
    }
    let headings =
        [Text::MethodCase, Text::MethodTold, Text::MethodPublished, Text::MethodModelled, Text::MethodSource];
    (self::headings(language, &headings), rows)
}

/// What each case did, and what of its set-up is judgement.
fn setups(language: Language) -> (Vec<String>, Rows) {
    let row = |index: usize| {
        [language.case_name(index), language.case_summary(index), language.case_judgement(index)]
            .map(str::to_owned)
            .to_vec()
    };
    let headings = headings(language, &[Text::MethodCase, Text::MethodDid, Text::MethodJudged]);
    (headings, (0..CASES.len()).map(row).collect())
}

/// How often the bands of the surroundings held what came after the years that they were learned from.
fn surroundings(language: Language) -> (Vec<String>, Rows) {
    let percent = |share: f64| format!("{}\u{a0}%", language.style().whole(100.0 * share));
    let rows = TABLES.iter().flat_map(|table| {
        table.coverage.iter().map(move |row| {
            vec![
                language.group_name(table.group).to_owned(),
                row.until.to_owned(),
                row.years.to_string(),
                language.style().whole(row.windows.into()),
                percent(row.inside[0]),
                percent(row.inside[1]),
                table.source(language).to_owned(),
            ]
        })
    });
    let headings = [
        Text::SurroundingsGroup,
        Text::SurroundingsUntil,
        Text::SurroundingsHorizon,
        Text::SurroundingsWindows,
        Text::SurroundingsInsideHalf,
        Text::SurroundingsInsideNine,
        Text::SurroundingsSourceName,
    ];
    (self::headings(language, &headings), rows.collect())
}

/// What would take the place of the figures that are judged or remembered, with those figures.
fn judged(language: Language) -> (Vec<String>, Rows) {
    let mut rows = Vec::<(&str, Vec<String>)>::new();
    for parameter in
        Parameter::all().filter(|parameter| parameter.figure(Law::NEWEST).confidence.is_doubtful())
    {
        let (words, key) = (language.parameter_replacement(parameter), format!("`{}`", parameter.spec().key));
        match rows.iter_mut().find(|(known, _)| *known == words) {
            Some((_, keys)) => keys.push(key),
            None => rows.push((words, vec![key])),
        }
    }
    let rows = rows.into_iter().map(|(words, keys)| vec![words.to_owned(), keys.join(", ")]);
    (headings(language, &[Text::MethodInstead, Text::MethodUsedFor]), rows.collect())
}

/// Every source, with the parameters and guidelines that rest on it.
fn sources(language: Language) -> (Vec<String>, Rows) {
    let mut uses: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for parameter in Parameter::all() {
        for source in language.parameter_sources(parameter) {
            let keys = uses.entry(source).or_default();
            let key = format!("`{}`", parameter.spec().key);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    for (group, spec) in GROUPS.iter().enumerate() {
        let guideline = format!("{} ({})", language.text(Text::MethodGuideline), spec.id);
        uses.entry(language.guideline_source(group)).or_default().push(guideline);
    }
    let none = uses.remove("").unwrap_or_default();
    let rows = uses.into_iter().map(|(source, keys)| vec![source.to_owned(), keys.join(", ")]);
    let mut rows: Rows = rows.collect();
    let judged: Vec<String> = none.into_iter().filter(|key| key.starts_with('`')).collect();
    rows.push(vec![language.text(Text::WhyNoSource).to_owned(), judged.join(", ")]);
    (headings(language, &[Text::MethodSource, Text::MethodUsedFor]), rows)
}
