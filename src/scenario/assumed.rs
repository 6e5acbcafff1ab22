//! Which assumptions a visitor has changed, and which results they touch.

use super::keys::Key;
use super::{Scenario, differs};
use crate::model::tables::{HEADLINES, LEVER_GROUPS, LEVERS, Parameter};

/// The assumptions that are not those of the data files under the scenario's law.
pub fn changed(scenario: &Scenario) -> impl Iterator<Item = Parameter> {
    Parameter::all().filter(|parameter| scenario.parameters.is_changed(*parameter))
}

/// Everything besides the plan that stands otherwise than as shipped, but for whose evidence it is: the surroundings, who
/// acts, another law than the place's or the case's own, and every assumption.
pub fn around(scenario: &Scenario) -> Vec<Key> {
    let is_around = |key: &Key| match *key {
        Key::Lever(lever, _) => LEVER_GROUPS[LEVERS[lever].group] == "surroundings",
        Key::Ladder | Key::Law | Key::Parameter(_) => true,
        _ => false,
    };
    // A case is told under the law of its time, as the page says beside it.
    let own_law = scenario.unmoved().law() == scenario.law();
    let moved = scenario.moved(&differs::today(scenario)).into_iter().filter(is_around);
    moved.filter(|key| !(own_law && *key == Key::Law)).collect()
}

/// The names of all that is not as shipped besides the plan, for whoever reads a file of an outcome.
pub fn not_standard(scenario: &Scenario) -> Vec<String> {
    let evidence = (scenario.policy.evidence > 0.0).then(|| "evidence".to_owned());
    evidence.into_iter().chain(around(scenario).into_iter().map(Key::name)).collect()
}

/// The changed assumptions behind a headline, by the name of its figure: first those that the headline names, then all
/// others, because the model ties everything to everything.
pub fn changed_of(figure: &str, scenario: &Scenario) -> Vec<Parameter> {
    let named = HEADLINES.iter().find(|(name, _)| *name == figure).map_or(&[][..], |(_, of)| *of);
    let (mut first, others): (Vec<_>, Vec<_>) = changed(scenario).partition(|one| named.contains(one));
    first.extend(others);
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tables::parameter as p;

    #[test]
    fn what_is_changed_touches_every_headline_and_first_those_that_name_it() {
        let mut scenario = Scenario::default();
        assert_eq!(changed(&scenario).count(), 0, "a case stands on the common assumptions");
        scenario.parameters[p::HOURS] += 10.0;
        scenario.parameters[p::BUDGET_GATE] += 1.0;
        assert_eq!(changed_of("cap_price", &scenario), [p::BUDGET_GATE, p::HOURS]);
        assert_eq!(changed_of("jobs", &scenario), [p::HOURS, p::BUDGET_GATE]);
        assert_eq!(changed_of("no such figure", &scenario).len(), 2);
    }
}
