//! Levers on the page: each has a group and a slider that fits every place.

use raaderum::model::tables::{LEVER_GROUPS, LEVERS, LeverKind, Need, PLACES, Parameter, SECTIONS};
use raaderum::questions::setting::{Setting, present};
use raaderum::scenario::keys::Key;
use raaderum::scenario::{Scenario, reach};

use crate::common::{place, set};

#[test]
fn every_lever_stands_in_a_group_and_every_assumption_in_a_section() {
    for lever in &LEVERS {
        assert!(lever.group < LEVER_GROUPS.len(), "{}", lever.key);
    }
    for (group, id) in LEVER_GROUPS.iter().enumerate() {
        let mut here = LEVERS.iter().filter(|lever| lever.group == group);
        // The page has a part a step away in every group; of the evidence that is the questions about the dial.
        assert!(*id == "evidence" || here.any(|lever| !lever.main), "{id}");
    }
    let placed =
        |parameter: Parameter| SECTIONS.iter().flat_map(|(_, of)| *of).filter(move |one| **one == parameter);
    assert!(Parameter::all().all(|parameter| placed(parameter).count() == 1));
}

#[test]
fn every_slider_can_move_in_every_place() {
    for (index, place) in PLACES.iter().enumerate() {
        let scenario = Scenario::at_place(index);
        for (lever, spec) in LEVERS.iter().enumerate() {
            let Some(range) = reach::range(&scenario, lever) else { continue };
            let LeverKind::Number { min, max, .. } = spec.kind else { continue };
            let at = format!("{} in {}: {range:?}", spec.key, place.id);
            assert!(min <= range.min && range.min < range.max && range.max <= max, "{at}");
            let steps = (range.max - range.min) / range.step;
            assert!((5.0..=1200.0).contains(&steps), "{at}");
            for key in reach::keys_of(&scenario, lever) {
                let today = match present(key, &scenario) {
                    Setting::Number(value) => value,
                    Setting::Word(_) => range.min,
                };
                assert!(range.min <= today && today <= range.max, "{at}: today {today}");
                let next =
                    if today + range.step <= range.max { today + range.step } else { today - range.step };
                let mut moved = scenario.clone();
                set(&mut moved, &key.name(), &raaderum::scenario::digits::write(next));
                assert_ne!(moved, scenario, "{at}");
            }
        }
    }
}

#[test]
fn money_levers_are_of_the_size_of_the_place() {
    let range = |id: &str, key: &str| {
        let scenario = place(id);
        let lever = LEVERS.iter().position(|lever| lever.key == key).expect("a lever");
        reach::range(&scenario, lever).expect("a number").max
    };
    let [small, large] = ["hoeje_taastrup", "country"].map(|id| range(id, "grant"));
    assert!(small < 50.0 && large > 1000.0, "{small} {large}");
    assert!(range("copenhagen", "reserve") >= 16_000.0);
}

#[test]
fn a_lever_is_missing_what_the_model_does_not_look_at_without_it() {
    let mut scenario = place("silkeborg");
    set(&mut scenario, "caseload.activity_ready", "45");
    for (key, other) in [
        ("room", "3"),
        ("growth", "2"),
        ("reinvest", "90"),
        ("grant", "4"),
        ("gates", "none"),
        ("others", "overshoot"),
        ("mentor_kind", "volunteer"),
        ("one_off_pool", "40"),
        ("response", "overrun"),
        ("ahead", "3"),
        ("mentor.insured", "2"),
        ("review_share", "90"),
    ] {
        let lever = Key::parse(key).expect("a lever");
        assert!(reach::missing(&scenario, lever).is_some(), "{key}");
        let mut moved = scenario.clone();
        set(&mut moved, key, other);
        let (before, after) = (scenario.simulate(), moved.simulate());
        assert_eq!(before.municipal_net(72).to_bits(), after.municipal_net(72).to_bits(), "{key}");
    }
    assert_eq!(
        reach::missing(&place("country"), Key::parse("who").expect("a lever")),
        Some(&Need::Municipality)
    );
}
