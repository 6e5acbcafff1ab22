//! What a run starts from.

use super::same;
use raaderum::model::setup::municipal_shares;
use raaderum::model::tables::{LadderSpec, LadderStep};

#[test]
fn the_last_spell_month_takes_the_ladder_where_it_begins() {
    const STEPS: [LadderStep; 2] =
        [LadderStep { from_week: 0.0, state_share: 0.8 }, LadderStep { from_week: 54.0, state_share: 0.2 }];
    let ladder = LadderSpec { id: "two_steps", steps: &STEPS };
    same(municipal_shares(&ladder, 0.0)[12], 0.2);
    // Two weeks of seniority: the step is there.
    same(municipal_shares(&ladder, 2.0 * 12.0 / 52.0)[12], 0.8);
    // A step within a month counts by the weeks on either side of it.
    let shares = municipal_shares(&ladder, 0.6);
    let (from, to) = (52.0 / 12.0 * 11.6, 52.0 / 12.0 * 12.6);
    same(shares[11], ((54.0 - from) * 0.2 + (to - 54.0) * 0.8) / (to - from));
}
