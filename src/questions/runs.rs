//! The one place through which questions run the model.

use super::measure::Measure;
use crate::model::policy::Policy;
use crate::scenario::Scenario;

/// One figure of many policies at the same place with the same assumptions, in their order.
pub fn values(base: &Scenario, policies: &[Policy], measure: Measure) -> Vec<f64> {
    let mut scenario = base.clone();
    let one = |policy: &Policy| {
        scenario.policy.clone_from(policy);
        value(&scenario, measure)
    };
    policies.iter().map(one).collect()
}

/// One figure of one scenario, exactly as the page shows it.
pub fn value(scenario: &Scenario, measure: Measure) -> f64 {
    measure.of(&scenario.simulate())
}
