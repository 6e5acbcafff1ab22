//! The scenario in words: what is said must be so.

use crate::common::{place, set};
use raaderum::model::tables::CASES;
use raaderum::scenario::Scenario;
use raaderum::words::sentence::sentences;
use raaderum::words::text::Language;

fn said(scenario: &Scenario, language: &str) -> String {
    let language = Language::by_code(language).expect("a language");
    sentences(language, scenario, &scenario.simulate(), None).join(" ")
}

#[test]
fn all_is_as_today_only_where_nothing_changes() {
    for (index, case) in CASES.iter().enumerate() {
        let scenario = Scenario::of_case(index);
        let changed = scenario.simulate().municipal_net(72) != 0.0;
        // A plan that is turned down by the demand of its own case changes nothing either.
        let said = said(&scenario, "en");
        let unchanged = said.contains("all is as today") || said.contains("was not approved");
        assert!(unchanged != changed, "{}: {said}", case.id);
    }
    assert!(said(&place("silkeborg"), "da").contains("Alt er som i dag"));
}

#[test]
fn silkeborgs_plan_is_told_with_its_cost_and_what_it_gives() {
    let told = said(&Scenario::of_case(0), "da");
    for part in
        ["fra 95 til 45", "3,8 flere sagsbehandlere", "2,4\u{a0}mio.\u{a0}kr. om året", "Efter 6 år", "tabt"]
    {
        assert!(told.contains(part), "{part} in: {told}");
    }
}

#[test]
fn a_cap_without_room_is_told() {
    let mut scenario = Scenario::of_case(0);
    set(&mut scenario, "rule", "ceiling");
    assert!(said(&scenario, "en").contains("leaves no room"), "{}", said(&scenario, "en"));
    set(&mut scenario, "room", "1");
    assert!(said(&scenario, "en").contains("leaves room for 42% of the plan"), "{}", said(&scenario, "en"));
}

#[test]
fn figures_of_the_visitors_own_are_told_as_such() {
    let mut scenario = place("silkeborg");
    set(&mut scenario, "stock.insured", "1000");
    assert!(said(&scenario, "da").starts_with("Egne tal: "), "{}", said(&scenario, "da"));
}
