//! The scenario in words: what is said must be so, of every month it is said of.

mod facts;
mod idle;
mod standard;

use crate::common::{place, set};
use raaderum::model::tables::CASES;
use raaderum::scenario::{Scenario, link, uncertain};
use raaderum::uncertainty::bands::Bands;
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::Samples;
use raaderum::words::sentence::sentences;
use raaderum::words::text::Language;

fn language(code: &str) -> Language {
    Language::by_code(code).expect("a language")
}

fn said(scenario: &Scenario, code: &str) -> String {
    sentences(language(code), scenario, &scenario.simulate(), None).join(" ")
}

fn linked(link: &str) -> Scenario {
    let read = link::read(link);
    assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    read.scenario
}

/// A few draws: enough for a band to be told.
fn bands(scenario: &Scenario) -> Bands {
    let mut samples = Samples::new(uncertain::watch(scenario), 64);
    let approved = uncertain::approved(&scenario.simulate());
    uncertain::ensemble(scenario).advance(&scenario.policy, approved, Until::End, &mut samples, 64);
    Bands::of(&samples, &mut Vec::new())
}

#[test]
fn silkeborgs_plan_is_told_with_its_cost_and_what_it_gives() {
    let told = said(&Scenario::of_case(0), "da");
    for part in ["fra 95 til 45", "3,8 flere", "efter 6 år", "tabt"] {
        assert!(told.contains(part), "{part} in: {told}");
    }
}

#[test]
fn a_case_is_called_by_its_own_name() {
    for index in 0..CASES.len() {
        let scenario = Scenario::of_case(index);
        for language in Language::all() {
            let told = said(&scenario, language.code());
            let name = language.case_name(index);
            assert!(told.starts_with(&format!("{name}: ")), "{name}: {told}");
        }
    }
}

#[test]
fn figures_of_the_visitors_own_are_told_as_such() {
    let mut scenario = place("silkeborg");
    set(&mut scenario, "stock.insured", "1000");
    assert!(said(&scenario, "da").starts_with("Egne tal: "), "{}", said(&scenario, "da"));
}

#[test]
fn what_is_set_is_said_also_where_no_caseload_is() {
    let scenario = linked("place=typical&mentor.activity_ready=2&coordinator=on");
    let told = said(&scenario, "da");
    for part in
        ["Sagstallene er som i dag", "Mentor (", "2\u{a0}timer om måneden", "Koordinerende sagsbehandler"]
    {
        assert!(told.contains(part), "{part} in: {told}");
    }
    let scenario = linked("place=typical&caseload.insured=60&one_off=5");
    assert!(said(&scenario, "en").contains("Also changed: One-off cost 5"), "{}", said(&scenario, "en"));
}

#[test]
fn a_plan_is_told_in_about_sixty_words() {
    for link in ["place=typical&caseload.insured=60", "place=silkeborg&caseload.activity_ready=45"] {
        let scenario = linked(link);
        let (outcome, bands) = (scenario.simulate(), bands(&scenario));
        for language in Language::all() {
            let told = sentences(language, &scenario, &outcome, Some(&bands)).join(" ");
            let words = told.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            println!("{words} words: {told}");
            assert!(words <= 70, "{words} words: {told}");
        }
    }
}

#[test]
fn a_band_across_nought_has_a_word_at_each_end() {
    let mut across = 0;
    for link in [
        "place=typical&caseload.insured=60",
        "place=typical&caseload.sickness=30",
        "place=hjoerring&caseload.job_ready=60",
    ] {
        let scenario = linked(link);
        let (outcome, bands) = (scenario.simulate(), bands(&scenario));
        let told = sentences(language("da"), &scenario, &outcome, Some(&bands)).join(" ");
        assert!(!told.contains('−'), "no sign but in words: {told}");
        for part in told.split("(mellem ").skip(1) {
            let inside = part.split(')').next().unwrap_or_default();
            assert!(inside.contains(" og "), "{told}");
            across += 1;
        }
    }
    assert!(across > 0, "some band goes across nought");
}

#[test]
fn no_sentence_ends_twice() {
    for index in 0..CASES.len() {
        let scenario = Scenario::of_case(index);
        let (outcome, bands) = (scenario.simulate(), bands(&scenario));
        for language in Language::all() {
            let told = sentences(language, &scenario, &outcome, Some(&bands)).join(" ");
            assert!(!told.contains("..") && !told.contains("  "), "{told}");
        }
    }
}

#[test]
fn what_is_estimated_is_called_so_and_posts_are_those_of_the_caseloads() {
    let told = said(&place("silkeborg"), "da");
    assert!(told.contains("skønnet)") && told.contains("efter sagstallene"), "{told}");
}
