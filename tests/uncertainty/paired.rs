//! Two scenarios on the same draws.

use crate::common::{place, set};
use proptest::prelude::*;
use raaderum::questions::measure::Measure;
use raaderum::questions::spread::{against, values};
use raaderum::uncertainty::draws::IN_FRAME;
use raaderum::uncertainty::paired::Paired;

#[test]
fn shares_and_spread_are_those_of_the_differences() {
    let first = [1.0, 2.0, 3.0, 4.0, 5.0];
    let second = [1.0, 4.0, 2.0, 8.0, 5.4];
    let paired = Paired::of(&first, &second, 0.5);
    assert_eq!((paired.draws, paired.less, paired.more), (5, 0.2, 0.4));
    // Differences 0, 2, −1, 4, 0.4.
    assert_eq!(paired.spread[2], 0.4000001);
    assert_eq!((paired.spread[1], paired.spread[3]), (0.0, 2.0));
}

#[test]
fn what_never_comes_in_both_differs_by_nothing() {
    let never = f32::INFINITY;
    let paired = Paired::of(&[never, never, 10.0, never], &[never, 20.0, never, 30.0], 0.0);
    assert_eq!((paired.less, paired.more), (0.5, 0.25));
    assert_eq!((paired.spread[0], paired.spread[4]), (-never, never));
}

proptest! {
    #[test]
    fn the_other_way_round_is_the_other_way_round(pairs in prop::collection::vec((-1e6..1e6f32, -1e6..1e6f32), 1..200)) {
        let (first, second): (Vec<f32>, Vec<f32>) = pairs.into_iter().unzip();
        let (one, other) = (Paired::of(&first, &second, 1.0), Paired::of(&second, &first, 1.0));
        prop_assert_eq!((one.less, one.more), (other.more, other.less));
        prop_assert!(one.less + one.more <= 1.0);
        for (low, high) in one.spread.iter().zip(other.spread.iter().rev()) {
            prop_assert!((low + high).abs() <= 1e-6 * low.abs().max(1.0), "{low} {high}");
        }
    }
}

#[test]
fn a_scenario_against_itself_differs_in_no_draw() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "60");
    for paired in against(&scenario, &scenario, &[Measure::Net(72), Measure::Jobs(72), Measure::Payback], 64)
    {
        assert_eq!((paired.less, paired.more, paired.spread), (0.0, 0.0, [0.0; 5]));
    }
}

/// What pairing is for: the same plan with a one-off cost is dearer by just that in every draw, however wide the
/// spread of each.
#[test]
fn the_difference_is_known_far_better_than_either() {
    let mut plain = place("typical");
    set(&mut plain, "caseload.insured", "60");
    let mut dearer = plain.clone();
    set(&mut dearer, "one_off", "2");
    let net = Measure::Net(72);
    let paired = against(&plain, &dearer, &[net], IN_FRAME)[0];
    assert_eq!((paired.less, paired.more), (1.0, 0.0));
    for share in paired.spread {
        assert!((share + 2e6).abs() < 2_000.0, "{:?}", paired.spread);
    }
    let mut alone = values(&plain, net, IN_FRAME);
    alone.sort_by(f32::total_cmp);
    assert!(alone[IN_FRAME * 95 / 100] - alone[IN_FRAME * 5 / 100] > 1e7);
}
