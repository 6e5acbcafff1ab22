//! What is not as shipped goes with every sentence.

use super::{language, linked, said};
use raaderum::model::tables::{CASES, LEVERS, parameter_by_key};
use raaderum::scenario::Scenario;
use raaderum::scenario::assumed::around;
use raaderum::scenario::keys::Key;
use raaderum::words::standard::line;
use raaderum::words::text::Language;

#[test]
fn doctored_settings_leave_their_trace() {
    let scenario = linked("place=typical&caseload.activity_ready=45&cost=300000&evidence=1");
    let told = said(&scenario, "da").replace('\u{a0}', " ");
    println!("{told}");
    for part in
        ["Regnet med kommunernes egne tal og 1 ændret forudsætning (", "300.000 ", "i stedet for 625.000 "]
    {
        assert!(told.contains(part), "{part} in: {told}");
    }
}

#[test]
fn all_that_is_shipped_is_standard() {
    for (index, case) in CASES.iter().enumerate() {
        for language in Language::all() {
            let told = line(language, &Scenario::of_case(index));
            let set = case.set.iter().map(|(key, _)| *key);
            // The ladder of a case is that of the law of its time.
            let levers = ["evidence", "who", "displacement", "cycle", "inflow"];
            let around = |key: &&str| levers.contains(key) || parameter_by_key(key).is_some();
            assert_eq!(told.is_some(), set.filter(around).count() > 0, "{}: {told:?}", case.id);
        }
    }
}

#[test]
fn every_assumption_and_everything_around_the_plan_counts() {
    let plain = linked("place=typical&caseload.insured=60");
    let mut counted = 0;
    for key in Key::all() {
        let around = match key {
            Key::Parameter(_) | Key::Ladder | Key::Law => true,
            Key::Lever(lever, _) => {
                ["who", "displacement", "cycle", "inflow", "evidence"].contains(&LEVERS[lever].key)
            }
            _ => false,
        };
        let mut scenario = plain.clone();
        if !moved(key, &mut scenario) {
            continue;
        }
        for language in Language::all() {
            let told = line(language, &scenario);
            assert_eq!(told.is_some(), around, "{}: {told:?}", key.name());
        }
        counted += usize::from(around);
    }
    assert!(counted > 150, "{counted}");
}

/// Moves a key to another value that it accepts.
fn moved(key: Key, scenario: &mut Scenario) -> bool {
    use raaderum::scenario::keys::Expected;
    let before = key.text(scenario);
    let values = match key.expected() {
        Expected::OneOf(words) => words.into_iter().map(str::to_owned).collect(),
        Expected::Number { min, max, .. } => vec![max.to_string(), min.to_string()],
    };
    values.into_iter().any(|value| key.set(scenario, &value).is_ok() && key.text(scenario) != before)
}

#[test]
fn two_are_named_and_more_are_counted() {
    let two = linked("place=typical&caseload.insured=60&who=all&displacement=high");
    assert_eq!(around(&two).len(), 2);
    let told = line(language("da"), &two).expect("a line");
    assert!(
        told.contains("Alle 98 kommuner i stedet for Kun os") && told.contains("Høj i stedet for Middel"),
        "{told}"
    );
    let three = linked("place=typical&caseload.insured=60&who=all&displacement=high&cycle=5");
    assert_eq!(line(language("da"), &three).as_deref(), Some("Regnet med 3 ændrede forudsætninger."));
}
