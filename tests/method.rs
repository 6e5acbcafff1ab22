//! The Method document: every figure and table in it comes from the data files.

use raaderum::model::tables::{CASES, GROUPS, LEVERS, PARAMETERS, PLACES, Parameter};
use raaderum::words::method::method;
use raaderum::words::text::Language;

fn texts() -> impl Iterator<Item = (Language, String)> {
    Language::all().map(|language| (language, method(language)))
}

#[test]
fn no_placeholder_is_unknown() {
    for (language, text) in texts() {
        let left: Vec<&str> =
            text.split("{{").skip(1).filter_map(|rest| rest.split_once('\n')).map(|(l, _)| l).collect();
        assert!(left.is_empty(), "{}: {left:?}", language.code());
        let template = language.method_template();
        assert!(template.matches("{{").count() > 50 && !text.contains("}}"));
    }
}

#[test]
fn figures_are_written_as_the_language_writes_them() {
    let mut texts = texts();
    let (_, danish) = texts.next().unwrap();
    assert!(danish.contains("625.000\u{a0}kr. om året (500.000–720.000)"), "the cost of a caseworker");
    assert!(danish.contains("25\u{a0}% om året (15–33\u{a0}%)"), "turnover");
    assert!(danish.contains("3,0\u{a0}mia.\u{a0}kr."), "the conditional grant");
    let (_, english) = texts.next().unwrap();
    assert!(english.contains("0.1\u{a0}per cent per per cent (0–0.3)"), "elasticity of turnover");
}

#[test]
fn every_group_place_lever_parameter_case_and_source_is_in_it() {
    for (language, text) in texts() {
        for index in 0..GROUPS.len() {
            assert!(text.contains(language.group_name(index)));
        }
        for index in 0..PLACES.len() {
            assert!(text.contains(language.place_name(index)) && text.contains(language.place_source(index)));
        }
        for index in 0..LEVERS.len() {
            assert!(text.contains(language.lever_help(index)));
        }
        for (index, spec) in PARAMETERS.iter().enumerate() {
            let sources = Parameter::at(index).map(|parameter| language.parameter_sources(parameter));
            let key = if spec.group.is_some() { spec.kind } else { spec.key };
            assert!(text.contains(&format!("`{key}`")), "{key}");
            assert!(
                sources.is_some_and(|sources| sources.iter().all(|source| text.contains(source))),
                "{}",
                spec.key
            );
        }
        for (index, case) in CASES.iter().enumerate() {
            for note in language.published_notes(index) {
                assert!(text.contains(note), "{}", case.id);
            }
        }
    }
}

#[test]
fn tables_are_rectangles() {
    for (language, text) in texts() {
        let mut columns = 0;
        for line in text.lines() {
            let bars = line.replace("\\|", "").matches('|').count();
            let in_table = line.starts_with('|');
            assert!(!in_table || columns == 0 || bars == columns, "{}: {line}", language.code());
            columns = if in_table { bars } else { 0 };
        }
    }
}

#[test]
fn the_sections_are_the_same_in_every_language() {
    let levels = |text: &str| -> Vec<usize> {
        text.lines()
            .map(|line| line.chars().take_while(|c| *c == '#').count())
            .filter(|level| *level > 0)
            .collect()
    };
    let all: Vec<_> = texts().map(|(_, text)| levels(&text)).collect();
    assert!(all.iter().all(|other| *other == all[0]) && all[0].len() > 10);
}
