//! What every accepted scenario and every refusal must hold to.

use raaderum::model::month::Month;
use raaderum::model::outcome::Outcome;
use raaderum::scenario::{Scenario, check, file, link};
use raaderum::words::sentence::sentences;
use raaderum::words::text::Language;

/// A scenario comes back from its link, its file and its signed link, and the model makes figures of it.
pub fn scenario(scenario: &Scenario) {
    same_again(scenario);
    let outcome = scenario.simulate();
    for run in [&outcome.baseline, &outcome.uncapped, &outcome.scenario] {
        run.months.iter().for_each(month);
    }
    signed(scenario, &outcome);
    for language in Language::all() {
        for sentence in sentences(language, scenario, &outcome, None) {
            assert!(!sentence.contains("NaN") && !sentence.contains("inf "), "{sentence}");
        }
    }
}

/// A scenario comes back from its link and from its file.
pub fn same_again(scenario: &Scenario) {
    let text = link::write(scenario);
    let read = link::read(&text);
    assert!(read.problems.is_empty(), "{text}: {:?}", read.problems);
    assert_eq!(read.scenario, *scenario, "{text}");
    assert_eq!(file::read(file::write(scenario).as_bytes()).as_ref(), Ok(scenario), "{text}");
}

fn signed(scenario: &Scenario, outcome: &Outcome) {
    let read = link::read(&check::signed(&link::write(scenario), outcome));
    assert!(read.sum.is_some_and(|sum| !sum.tells_of_other_figures(outcome)), "its own check value fits");
}

fn month(month: &Month<f64>) {
    for group in &month.groups {
        let flows =
            group.exits.iter().chain(&group.leavers).chain([&group.stock, &group.staff, &group.inflow]);
        assert!(flows.clone().all(|value| value.is_finite() && *value >= 0.0), "{group:?}");
        assert!(group.minutes_per_talk.is_finite() && group.caseload.is_finite(), "{group:?}");
    }
    let money = [month.municipal_net, month.state_net, month.cash, month.room, month.wanted, month.allowed];
    assert!(money.iter().all(|amount| amount.is_finite()), "{money:?}");
}

/// A refusal in words says something, and names what it is about.
pub fn told(message: &str, named: &str) {
    assert!(message.len() > named.len(), "nothing is said about “{named}”: {message}");
    assert!(message.contains(named), "“{named}” is not named: {message}");
}
