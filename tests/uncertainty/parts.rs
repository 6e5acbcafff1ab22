//! Draws done in parts: to the horizon first, or by several threads.

use crate::bands::{ALL, moved, plan, samples};
use crate::common::set;
use raaderum::scenario::uncertain;
use raaderum::uncertainty::ensemble::{Ensemble, Until};
use raaderum::uncertainty::samples::{Samples, Watch};

/// Series by series and month by month, the draws of one are those of the other.
fn assert_same(some: &Samples, others: &Samples) {
    for (series, of) in ALL.iter().enumerate() {
        for month in 0..=some.watch().horizon {
            assert_eq!(some.month(series, month), others.month(series, month), "{of:?} {month}");
        }
        assert_eq!(some.end(series), others.end(series), "{of:?}");
    }
}

#[test]
fn to_the_horizon_draws_are_the_same_however_far_they_go() {
    for (rule, ahead) in [("none", "24"), ("ceiling", "24"), ("self_financing", "60"), ("one_frame", "0")] {
        for (inflow, evidence) in [("0", "0"), ("2", "0.5")] {
            let settings = [("rule", rule), ("ahead", ahead), ("inflow", inflow), ("evidence", evidence)];
            let mut scenario = moved(&settings);
            set(&mut scenario, "caseload.insured", "60");
            let watch = Watch { months: ALL.to_vec(), ends: ALL.to_vec(), horizon: 40 };
            let run = |until| {
                let mut samples = Samples::new(watch.clone(), 16);
                uncertain::ensemble(&scenario).advance(&scenario.policy, true, until, &mut samples, 16);
                samples
            };
            assert_same(&run(Until::Horizon), &run(Until::End));
        }
    }
}

#[test]
fn an_ensemble_that_went_to_the_horizon_goes_on_to_the_end() {
    let scenario = moved(&[("caseload.insured", "60"), ("inflow", "2")]);
    let watch = Watch { months: ALL.to_vec(), ends: ALL.to_vec(), horizon: 24 };
    let run = |ensemble: &mut Ensemble, until| {
        let mut samples = Samples::new(watch.clone(), 16);
        ensemble.advance(&scenario.policy, true, until, &mut samples, 16);
        samples
    };
    let mut kept = uncertain::ensemble(&scenario);
    run(&mut kept, Until::Horizon);
    assert_eq!(run(&mut kept, Until::End), run(&mut uncertain::ensemble(&scenario), Until::End));
}

#[test]
fn draws_of_several_threads_put_together_are_those_of_one() {
    let scenario = plan();
    let alone = samples(&scenario, 24, 96);
    let mut together = samples(&scenario, 24, 32);
    for first in [32, 64] {
        let mut part = Samples::from(alone.watch().clone(), first, 32);
        uncertain::ensemble(&scenario).advance(&scenario.policy, true, Until::End, &mut part, 32);
        let mut numbers = Vec::new();
        part.write(&mut numbers);
        assert!(!together.take_in(&numbers[1..]), "cut short");
        assert!(!together.take_in(&[]), "nothing");
        assert!(together.take_in(&numbers));
    }
    assert_eq!(together, alone);
}
