//! The law by date: every law gives a valid scenario, what was set by hand stays, and old links open.

use crate::common::{anything, group, place, set};
use proptest::prelude::*;
use raaderum::model::parameters::Parameters;
use raaderum::model::tables::{
    CASES, EXPECTED, GROUP_COUNT, LADDERS, LAWS, LEVERS, Law, LeverKind, PACKAGES, PLACES, Parameter,
    parameter as p,
};
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::{Expected, Key};
use raaderum::scenario::link;
use raaderum::words::text::Language;

fn law(id: &str) -> Law {
    Law::by_id(id).unwrap_or_else(|| panic!("no law {id}"))
}

#[test]
fn laws_go_from_the_oldest_to_the_newest_and_every_one_has_words() {
    assert!(LAWS.windows(2).all(|pair| pair[0].id < pair[1].id));
    assert_eq!(Law::NEWEST.spec().id, "2026-07");
    for language in Language::all() {
        for law in Law::all() {
            let words = [language.law_name(law), language.law_sentence(law)];
            assert!(words.iter().all(|text| !text.is_empty()), "{}", law.spec().id);
            assert_eq!(language.law_acts(law).len(), law.spec().acts.len());
        }
        for (index, expected) in EXPECTED.iter().enumerate() {
            assert!(!language.expected_sentence(index).is_empty(), "{}", expected.id);
            assert_eq!(language.expected_acts(index).len(), expected.acts.len());
        }
    }
}

/// What each law is known for, as published (law-2026: STAR, Acts 548/2019, 727/2023, 1750/2025, L 4, L 196).
#[test]
fn figures_hold_from_the_law_that_set_them() {
    let at = |id: &str, parameter: Parameter| Parameters::<f64>::under(law(id))[parameter];
    let (insured, job_ready) = (group("insured"), group("job_ready"));
    assert_eq!(at("2024-01", p::TALKS_LAW[insured]), 5.5, "three of six talks in the first six months");
    assert_eq!(at("2021-01", p::TALKS_LAW[insured]), 10.0, "the talks before Act 727/2023");
    assert_eq!(at("2026-02", p::TALKS_LAW[job_ready]), 6.0);
    // Four talks in the first six months, 75 % of the group, over the part of it that is there.
    let [early, middle, late] = [0.13_f64, 0.09, 0.08];
    let mut months = vec![1.0];
    for month in 1..12 {
        let exit = if month <= 3 { early } else { middle };
        months.push(months[month - 1] * (1.0 - exit));
    }
    let rest = months[11] * (1.0 - middle) / late;
    let new = months[..6].iter().sum::<f64>() / (months.iter().sum::<f64>() + rest);
    assert!((at("2026-07", p::TALKS_LAW[job_ready]) - 8.0 * 0.75 * new).abs() < 0.06, "{new}");
    assert_eq!(at("2020-01", p::EQUALISATION), 0.61);
    assert_eq!(at("2021-01", p::EQUALISATION), 0.75);
    assert_eq!(at("2024-01", p::BENEFIT[job_ready]), 13_000.0);
    assert!(at("2025-07", p::BENEFIT[job_ready]) < 13_000.0, "minimum, basic and raised rate");
    assert_eq!(LADDERS[law("2014-01").spec().ladder].id, "before_2016");
    assert_eq!(LADDERS[law("2016-01").spec().ladder].id, "from_2016");
    let course = group("resource_course");
    assert!(!law("2026-01").closed(course) && law("2026-02").closed(course));
    assert_eq!((0..GROUP_COUNT).filter(|group| Law::NEWEST.closed(*group)).count(), 1);
}

#[test]
fn a_group_is_called_as_the_law_of_the_time_calls_it() {
    let (young, language) = (group("education_help"), Language::default());
    assert_eq!(language.group_name_under(young, law("2024-01")), "Unge på uddannelseshjælp");
    assert_eq!(language.group_name_under(young, law("2025-07")), "Uddannelsesparate på kontanthjælp");
    assert_eq!(language.group_people_under(young, Law::NEWEST), language.group_people(young));
}

#[test]
fn a_place_begins_under_the_newest_law_and_a_case_under_that_of_its_time() {
    assert_eq!(place("typical").law(), Law::NEWEST);
    for (index, case) in CASES.iter().enumerate() {
        let scenario = Scenario::of_case(index);
        assert_eq!(scenario.law(), case.law, "{}", case.id);
        let Some(month) = case.month else {
            assert_eq!(case.law, Law::NEWEST, "{}", case.id);
            continue;
        };
        // The one in force then, or the oldest there are figures of.
        let in_force = LAWS.iter().rposition(|law| law.id <= month).unwrap_or(0);
        assert_eq!(case.law.index(), in_force, "{}", case.id);
    }
    let hobro = CASES.iter().find(|case| case.id == "hobro_2002").expect("a case");
    assert_eq!(hobro.law.spec().id, "2014-01");
}

#[test]
fn a_step_to_another_law_keeps_what_was_set_by_hand() {
    let mut scenario = place("typical");
    set(&mut scenario, "benefit.job_ready", "12345");
    set(&mut scenario, "caseload.job_ready", "40");
    set(&mut scenario, "law", "2014-01");
    assert_eq!(scenario.parameters[p::BENEFIT[group("job_ready")]], 12_345.0);
    assert_eq!(scenario.parameters[p::BENEFIT[group("activity_ready")]], 13_500.0);
    assert_eq!(LADDERS[scenario.ladder].id, "before_2016");
    set(&mut scenario, "ladder", "before_2016_activated");
    set(&mut scenario, "law", "2026-07");
    assert_eq!(LADDERS[scenario.ladder].id, "before_2016_activated", "set by hand");
    assert_eq!(scenario.parameters[p::BENEFIT[group("activity_ready")]], 11_500.0);
    assert_eq!(
        link::write(&scenario),
        "v=2&place=typical&ladder=before_2016_activated&caseload.job_ready=40&benefit.job_ready=12345"
    );
}

/// Tax that reaches nobody else is the state's, and at home all that changes is who has it.
#[test]
fn under_a_state_guarantee_extra_tax_goes_to_the_state() {
    let run = |reaches: &str| {
        let mut scenario = place("typical");
        set(&mut scenario, "caseload.insured", "60");
        set(&mut scenario, "extra_tax_reaches", reaches);
        scenario.simulate()
    };
    let [none, half, all] = ["0", "0.5", "1"].map(run);
    let net = |outcome: &raaderum::model::outcome::Outcome| {
        let last = &outcome.scenario.months[71];
        [last.municipal_net, last.state_net]
    };
    let [[m0, s0], [mh, _], [m1, s1]] = [&none, &half, &all].map(net);
    assert!(m1 > m0, "extra jobs pay more tax than their benefits did");
    assert!((m1 - mh - (mh - m0)).abs() < 1.0, "half of it is half way");
    assert!((m0 + s0 - m1 - s1).abs() < 1e-9 * (m1 + s1).abs(), "the public purse is the same");
    assert_eq!(none.extra_jobs(72), all.extra_jobs(72));
}

/// As much time goes to it before a plan as after: minutes are fewer, the effect is the same.
#[test]
fn a_work_duty_takes_minutes_and_leaves_the_effect() {
    let run = |id: &str, duty: &str| {
        let mut scenario = place("typical");
        set(&mut scenario, "law", id);
        set(&mut scenario, "caseload.job_ready", "40");
        set(&mut scenario, "caseload.insured", "60");
        set(&mut scenario, "work_duty_time", duty);
        scenario.simulate()
    };
    let minutes = |outcome: &raaderum::model::outcome::Outcome, of: &str| {
        outcome.scenario.months[24].groups[group(of)].minutes_per_talk
    };
    let [with, without] = ["0.2", "0"].map(|duty| run("2026-07", duty));
    let ratio = minutes(&with, "job_ready") / minutes(&without, "job_ready");
    assert!((ratio - 0.8).abs() < 1e-9, "{ratio}");
    assert_eq!(minutes(&with, "insured"), minutes(&without, "insured"), "the insured have no such duty");
    let relative = (with.extra_jobs(72) - without.extra_jobs(72)).abs() / without.extra_jobs(72);
    assert!(relative < 1e-9, "{relative}");
    let before = ["0.2", "0"].map(|duty| minutes(&run("2024-01", duty), "job_ready"));
    assert_eq!(before[0], before[1], "nor had anybody before July 2025");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_law_gives_a_valid_scenario(scenario in anything(), to in 0..LAWS.len()) {
        let law = Law::all().nth(to).expect("a law");
        let moved = scenario.clone().under(law);
        prop_assert_eq!(moved.law(), law);
        for parameter in Parameter::all() {
            let [least, most] = parameter.spec().bounds;
            let value = moved.parameters[parameter];
            prop_assert!(least <= value && value <= most, "{}: {}", parameter.spec().key, value);
            if scenario.parameters.is_changed(parameter) {
                prop_assert_eq!(value, scenario.parameters[parameter]);
            } else {
                prop_assert!(!moved.parameters.is_changed(parameter));
            }
        }
        prop_assert_eq!(&moved.policy, &scenario.policy);
        prop_assert_eq!(link::read(&link::write(&moved)).scenario, moved.clone());
        let outcome = moved.simulate();
        for month in &outcome.scenario.months {
            prop_assert!(month.municipal_net.is_finite() && month.state_net.is_finite());
        }
    }
}

/// Every shape of link that the first version wrote: places, cases, packages, each key at an end of its range.
fn first_links() -> Vec<String> {
    let places = PLACES.iter().map(|place| format!("v=1&place={}", place.id));
    let cases = CASES.iter().map(|case| format!("v=1&case={}", case.id));
    let packages = PACKAGES.iter().skip(1).map(|package| format!("v=1&place=typical&package={}", package.id));
    let keys = Key::all().filter(|key| *key != Key::Law).flat_map(|key| {
        let values = match (key.expected(), key) {
            (Expected::OneOf(words), _) => words.iter().map(|word| (*word).to_owned()).collect(),
            (Expected::Number { .. }, Key::Lever(lever, _)) => match LEVERS[lever].kind {
                LeverKind::Number { min, max, .. } => vec![min.to_string(), max.to_string()],
                _ => vec![],
            },
            (Expected::Number { min, max, .. }, _) => vec![min.to_string(), max.to_string()],
        };
        let link = move |value: String| format!("v=1&place=silkeborg&{}={value}", key.name());
        values.into_iter().map(link).collect::<Vec<_>>()
    });
    places.chain(cases).chain(packages).chain(keys).collect()
}

#[test]
fn links_of_the_first_version_open_with_a_word_that_law_and_figures_have_changed() {
    let links = first_links();
    assert!(links.len() > 100, "{}", links.len());
    for old in links {
        let read = link::read(&old);
        assert_eq!(read.problems, [], "{old}");
        assert!(read.is_earlier, "{old}");
        let again = link::write(&read.scenario);
        assert!(again.starts_with("v=2&"), "{again}");
        let reread = link::read(&again);
        assert!(!reread.is_earlier && reread.scenario == read.scenario, "{old} became {again}");
        let same = link::read(&old.replacen("v=1", "v=2", 1));
        assert_eq!(same.scenario, read.scenario, "{old}: today's figures");
    }
}
