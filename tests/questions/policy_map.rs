//! The map of two levers.

use crate::common::{anything, place, set};
use crate::near;
use proptest::prelude::*;
use raaderum::model::tables::LEVERS;
use raaderum::questions::measure::Measure;
use raaderum::questions::policy_map::{Map, SIDE, policy_map};
use raaderum::questions::runs;
use raaderum::questions::setting::Setting;
use raaderum::scenario::keys::Key;

const NET: Measure = Measure::Net(72);

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

#[test]
fn every_cell_is_what_the_model_gives_there() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "60");
    set(&mut scenario, "rule", "ceiling");
    let map = policy_map(&scenario, key("room"), key("rule"), NET).expect("two levers");
    assert_eq!((map.x.settings.len(), map.y.settings.len(), map.values.len()), (SIDE, 5, SIDE * 5));
    for (row, rule) in map.y.settings.iter().enumerate() {
        for column in [0, 17, 63] {
            let Setting::Number(room) = map.x.settings[column] else { panic!("a number") };
            let Setting::Word(rule) = *rule else { panic!("a word") };
            let mut there = scenario.clone();
            set(&mut there, "room", &room.to_string());
            set(&mut there, "rule", rule);
            let found = map.at(column, row).expect("a cell");
            assert!(near(found, runs::value(&there, NET)), "{room} {rule}: {found}");
            assert_eq!(map.scenario(&scenario, [column, row]), Some(there));
        }
    }
    assert_eq!(map.at(SIDE, 0), None);
    assert_eq!(map.at(0, 5), None);
    assert_eq!([[SIDE, 0], [0, 5]].map(|cell| map.scenario(&scenario, cell)), [None, None]);
}

#[test]
fn the_cell_of_the_present_setting_is_the_present_outcome() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "250");
    set(&mut scenario, "start", "12");
    let map = policy_map(&scenario, key("caseload.insured"), key("start"), NET).expect("two levers");
    let (column, row) = (map.x.present.expect("on the map"), map.y.present.expect("on the map"));
    assert_eq!((column, row), (63.0, 12.0));
    assert!(near(map.at(63, 12).expect("a cell"), map.present));
    assert_eq!(map.present, runs::value(&scenario, NET));
}

#[test]
fn a_map_asked_for_row_by_row_is_the_whole_map() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "60");
    let whole = policy_map(&scenario, key("evidence"), key("horizon"), NET).expect("two levers");
    let mut rows = Map::begin(&scenario, key("evidence"), key("horizon"), NET).expect("two levers");
    while rows.ask(&scenario, 3) {}
    assert_eq!(rows, whole);
}

#[test]
fn axes_have_the_values_that_the_levers_have() {
    let scenario = place("typical");
    let map = policy_map(&scenario, key("approve"), key("coordinator"), NET).expect("two levers");
    assert_eq!(map.x.settings.len(), 11);
    assert_eq!(map.x.settings[10], Setting::Word("off"));
    assert_eq!((map.x.present, map.y.present), (Some(10.0), Some(1.0)));
    assert_eq!(map.y.settings, [Setting::Word("on"), Setting::Word("off")]);
    let map = policy_map(&scenario, key("horizon"), key("end"), NET).expect("two levers");
    assert_eq!((map.x.settings.len(), map.y.settings.len()), (10, SIDE));
    for name in ["population", "turnover", "room"] {
        assert_eq!(policy_map(&scenario, key(name), key("room"), NET), None, "{name}");
    }
}

#[test]
fn a_setting_between_two_others_and_outside_is_placed_so() {
    let mut scenario = place("typical");
    set(&mut scenario, "evidence", "0.5");
    set(&mut scenario, "room", "3000");
    let map = policy_map(&scenario, key("evidence"), key("room"), NET).expect("two levers");
    assert_eq!((map.x.present, map.y.present), (Some(31.5), None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_two_levers_have_a_map(scenario in anything(), x in 0..LEVERS.len(), y in 0..LEVERS.len()) {
        let key = |lever: usize| Key::Lever(lever, LEVERS[lever].per_group.then_some(0));
        if let Some(map) = policy_map(&scenario, key(x), key(y), Measure::Net(60)) {
            prop_assert!(map.values.iter().all(|value| value.is_finite()));
            prop_assert_eq!(map.values.len(), map.x.settings.len() * map.y.settings.len());
        } else {
            prop_assert_eq!(x, y);
        }
    }
}
