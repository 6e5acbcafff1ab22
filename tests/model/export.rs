//! What leaves the program: the JSON is as its schema says, the CSV says the same, and both say what was computed.

use std::collections::BTreeMap;

use crate::common::{anything, place, set};
use proptest::prelude::*;
use raaderum::model::month::Item;
use raaderum::model::outcome::Payback;
use raaderum::model::tables::{GROUPS, PARAMETER_COUNT};
use raaderum::scenario::export::{self, Computed, Dialect};
use raaderum::scenario::{Scenario, file, link};
use serde_json::Value;

fn json(computed: &Computed, last: usize) -> Value {
    let mut bytes = Vec::new();
    export::json(computed, last, &mut bytes).expect("memory takes everything");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(include_str!("../../static/schema/outcome.schema.json")).expect("JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of 2020-12");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn check(validator: &jsonschema::Validator, output: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(output).take(5).map(|e| format!("{}: {e:.200}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The typical municipality with some levers moved.
fn scenario(also: &[(&str, &str)]) -> Computed {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "60");
    for (key, value) in also {
        set(&mut scenario, key, value);
    }
    Computed::of(scenario)
}

#[test]
fn the_json_is_as_its_schema_says() {
    let validator = schema();
    let settings: [&[(&str, &str)]; 6] = [
        &[],
        &[("rule", "self_financing"), ("evidence", "0.5"), ("review", "24")],
        &[("rule", "ceiling"), ("response", "overrun"), ("others", "overshoot"), ("start", "60")],
        &[("approve", "1")],
        &[("who", "all"), ("coordinator", "on"), ("digital", "100")],
        &[("reserve", "0"), ("caseload.sickness", "20"), ("stock.resource_course", "0"), ("horizon", "12")],
    ];
    for also in settings {
        check(&validator, &json(&scenario(also), 24));
        check(&validator, &json(&scenario(also).with_bands(8, 24), 24));
    }
    let mut wrong = json(&scenario(&[]), 0);
    wrong["runs"]["scenario"]["groups"]["insured"]["stock"] = Value::Null;
    wrong["runs"]["scenario"]["cash_out"] = "never".into();
    assert_eq!(validator.iter_errors(&wrong).count(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scenario_s_json_is_as_the_schema_says(scenario in anything()) {
        check(&schema(), &json(&Computed::of(scenario), 3));
    }

    #[test]
    fn the_scenario_in_the_json_runs_again_to_the_same_bits(scenario in anything()) {
        let output = json(&Computed::of(scenario.clone()), 130);
        let again = file::read(output["scenario"].to_string().as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&scenario));
        let linked = link::read(output["link"].as_str().unwrap_or_default()).scenario;
        prop_assert_eq!(json(&Computed::of(linked), 130), output);
    }
}

#[test]
fn the_json_says_what_was_computed_to_the_last_bit() {
    let computed = scenario(&[("rule", "self_financing")]);
    let output = json(&computed, 72);
    let months = &computed.outcome.scenario.months;
    let run = &output["runs"]["scenario"];
    for (t, month) in months[..=72].iter().enumerate() {
        for (g, group) in GROUPS.iter().enumerate() {
            assert_eq!(run["groups"][group.id]["stock"][t], month.groups[g].stock);
            assert_eq!(run["groups"][group.id]["exits"]["clarified"][t], month.groups[g].exits[2]);
        }
        assert_eq!(run["municipality"]["benefits"][t], month.purses.municipality[Item::Benefits as usize]);
        assert_eq!(run["total"]["municipal_net"][t], month.municipal_net);
    }
    assert_eq!(run["total"]["stock"].as_array().map(Vec::len), Some(73));
    assert_eq!(run["total"]["stock"][72], months[72].stock());
    let results = &output["results"];
    assert_eq!(results["extra_jobs"], computed.outcome.extra_jobs(72));
    assert!(matches!(computed.outcome.payback, Payback::After(m) if results["payback"]["months"] == m));
    assert_eq!(output["runs"]["uncapped"]["total"]["room"][0], Value::Null);
    let country = computed.country.expect("one municipality acts");
    assert_eq!(output["country"]["extra_jobs"], country.extra_jobs(72));
}

#[test]
fn the_input_is_complete_and_leaves_nothing_as_today() {
    let output = json(&scenario(&[("reserve", "12.5"), ("turnover", "0.3")]), 0);
    let input = &output["input"];
    assert_eq!(input["parameters"].as_object().map(serde_json::Map::len), Some(PARAMETER_COUNT));
    assert_eq!((&input["parameters"]["turnover"], &input["place"]["reserve"]), (&0.3.into(), &12.5e6.into()));
    let levers = input["levers"].as_object().expect("an object");
    assert!(levers.values().all(|value| value != "today" && value != ""), "{levers:?}");
    assert_eq!((&levers["who"], &levers["coordinator"]), (&"us".into(), &false.into()));
    assert_eq!(levers["caseload.sickness"].as_f64(), input["groups"]["sickness"]["caseload"].as_f64());
    assert_eq!(output["scenario"]["set"].as_object().map(serde_json::Map::len), Some(3));
}

#[test]
fn sanctions_are_told_for_each_whole_year() {
    let paid = scenario(&[("rule", "ceiling"), ("response", "overrun"), ("others", "overshoot")]);
    let years = json(&paid, 0)["runs"]["scenario"]["sanctions_per_year"].clone();
    let years = years.as_array().expect("a list");
    assert_eq!(years.len(), 10);
    assert!(years.iter().all(|year| year.as_f64() > Some(0.0)), "{years:?}");
}

#[test]
fn the_csv_says_the_same_as_the_json() {
    let computed = scenario(&[("approve", "1")]);
    let mut bytes = Vec::new();
    export::csv(&computed, 24, &mut bytes).expect("memory takes everything");
    let text = String::from_utf8(bytes).expect("text");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("run,month,series,group,value"));
    let mut values = BTreeMap::new();
    for line in lines {
        let [run, month, series, group, value] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let earlier = values.insert((run, month, series, group), value);
        assert_eq!(earlier, None, "{line}");
    }
    let output = json(&computed, 24);
    let csv = |run, month, series, group| values[&(run, month, series, group)].parse::<f64>().ok();
    assert_eq!(
        csv("forgone", "24", "extra.job", "insured"),
        output["runs"]["forgone"]["groups"]["insured"]["extra"]["job"][24].as_f64()
    );
    assert_eq!(
        csv("baseline", "0", "state.taxes", ""),
        output["runs"]["baseline"]["state"]["taxes"][0].as_f64()
    );
    assert_eq!(csv("uncapped", "3", "room", ""), None);
    let runs: std::collections::BTreeSet<_> = values.keys().map(|(run, ..)| *run).collect();
    assert_eq!(
        Vec::from_iter(runs),
        ["baseline", "country_baseline", "country_scenario", "forgone", "scenario", "uncapped"]
    );
}

#[test]
fn bands_say_the_same_in_json_and_csv_and_end_with_the_month_asked_for() {
    let computed = scenario(&[("stock.resource_course", "0")]).with_bands(64, 24);
    let bands = computed.bands.clone().expect("bands");
    let output = json(&computed, 24);
    let uncertainty = &output["uncertainty"];
    assert_eq!(uncertainty["draws"], 64);
    // Of two shortest ways to write a number one form takes this, the other that; the number is the same.
    let single = |value: &Value| value.as_f64().map(|value| value as f32);
    let mut bytes = Vec::new();
    export::csv(&computed, 24, &mut bytes).expect("memory takes everything");
    let text = String::from_utf8(bytes).expect("text");
    let csv = |start: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(start));
        line.unwrap_or_else(|| panic!("{start}")).parse::<f32>().expect("a number")
    };
    for (at, name) in ["p5", "p25", "p50", "p75", "p95"].iter().enumerate() {
        let net = &uncertainty["series"]["municipal_net"][name];
        assert_eq!(net.as_array().map(Vec::len), Some(25));
        assert_eq!(single(&net[24]), Some(csv(&format!("{name},24,municipal_net,,"))));
        assert_eq!(single(&net[24]), Some(bands.months[4][25][at]));
        let insured = &uncertainty["stock_of"]["insured"][name];
        assert_eq!(single(&insured[12]), Some(csv(&format!("{name},12,stock,insured,"))));
    }
    assert_eq!(uncertainty["stock_of"]["resource_course"], Value::Null);
    let chances = uncertainty["paid_back"].as_array().expect("a list");
    assert_eq!(single(&chances[12]), Some(csv("chance,12,paid_back,,")));
    assert_eq!(chances.last().and_then(single), Some(bands.payback.ever()));
    // The headlines stand at the horizon, which is further on.
    assert_eq!((bands.watch.horizon, bands.months[4].len()), (72, 73));
    assert_eq!(json(&scenario(&[]), 0)["uncertainty"], Value::Null);
}

#[test]
fn months_beyond_the_runs_are_left_out() {
    let computed = Computed::of(Scenario::default());
    let output = json(&computed, 1_000_000);
    let stock = &output["runs"]["baseline"]["total"]["stock"];
    assert_eq!(stock.as_array().map(Vec::len), Some(computed.last_month() + 1));
}

/// In a Danish spreadsheet `322.816` is three hundred thousand, and `16,1` between commas two figures.
#[test]
fn the_danish_csv_says_the_same_to_a_danish_spreadsheet() {
    let computed = scenario(&[("turnover", "0.31")]).with_bands(64, 24);
    let mut bytes = Vec::new();
    export::csv(&computed, 24, &mut bytes).expect("memory takes everything");
    let international = String::from_utf8(bytes).expect("text");
    assert_eq!(Dialect::International.lines(&international), international);
    let danish = Dialect::Danish.lines(&international);
    assert!(danish.starts_with("\u{feff}run;month;series;group;value\r\n"));
    let mut pairs = international.lines().zip(danish.trim_start_matches('\u{feff}').split("\r\n"));
    for (one, other) in pairs.by_ref().skip(1) {
        let [one, other] = [one.split(',').collect::<Vec<_>>(), other.split(';').collect::<Vec<_>>()];
        assert_eq!((one.len(), &one[..4]), (5, &other[..4]));
        assert!(!other[4].contains('.') && other[4].replace(',', ".") == one[4], "{other:?}");
    }
    assert!(danish.contains("not_standard;0;turnover;;0,31\r\n"));
}

#[test]
fn a_band_stands_beside_the_runs_figure_of_the_same_month() {
    // Nothing is uncertain: the draws are the run.
    let mut scenario = scenario(&[("caseload.insured", "60")]).scenario;
    scenario.policy.horizon = 48;
    let computed = Computed::of(scenario).with_bands(8, 24);
    let output = json(&computed, 24);
    let [low, high] = ["p5", "p95"].map(|name| &output["uncertainty"]["series"]["municipal_net"][name]);
    let net = &output["runs"]["scenario"]["total"]["municipal_net"];
    for month in 0..24 {
        let [low, net, high] =
            [&low[month], &net[month], &high[month]].map(|value| value.as_f64().expect("a number"));
        assert!(low < net && net < high, "month {month}: {low} {net} {high}");
    }
}
