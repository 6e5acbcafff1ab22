//! Which field of a [`Policy`] each lever of the data file moves, written once for reading and writing.

use crate::model::policy::{
    Displacement, Gates, MentorKind, Others, Percent, Policy, Response, Rule, Staffing, Who,
};

/// One field of a policy, open for reading and writing.
pub enum Field<'a> {
    /// A number.
    Number(&'a mut f64),
    /// A number, or as today.
    Optional(&'a mut Option<f64>),
    /// A percentage, or as today.
    OptionalPercent(&'a mut Option<Percent>),
    /// A whole number of months or years.
    Whole(&'a mut u16),
    /// A whole number, or none.
    OptionalWhole(&'a mut Option<u16>),
    /// On or off.
    Switch(&'a mut bool),
    /// One of a few words.
    Choice(&'a mut dyn Choice),
}

/// A value that is one of a few words.
pub trait Choice {
    /// The word of the present value.
    fn word(&self) -> &'static str;
    /// Takes the value of a word; `false` where there is no such word.
    fn take(&mut self, word: &str) -> bool;
}

/// Gives a type its words, once for both directions.
macro_rules! words {
    ($($kind:ty { $($word:literal => $value:expr),+ $(,)? })+) => {
        $(impl Choice for $kind {
            fn word(&self) -> &'static str {
                let words = [$(($word, $value)),+];
                words.iter().find(|(_, value)| value == self).map_or("", |(word, _)| word)
            }
            fn take(&mut self, word: &str) -> bool {
                let words = [$(($word, $value)),+];
                let found = words.into_iter().find(|(known, _)| *known == word);
                found.map(|(_, value)| *self = value).is_some()
            }
        })+
    };
}

words! {
    Staffing { "keep" => Staffing::Keep, "hold" => Staffing::Hold }
    MentorKind { "professional" => MentorKind::Professional, "volunteer" => MentorKind::Volunteer }
    Rule {
        "none" => Rule::None,
        "ceiling" => Rule::Ceiling,
        "self_financing" => Rule::SelfFinancing,
        "one_frame" => Rule::OneFrame,
        "state_grant" => Rule::StateGrant,
    }
    Response { "comply" => Response::Comply, "overrun" => Response::Overrun }
    Gates {
        "none" => Gates { accounts: false, budget: false },
        "accounts" => Gates { accounts: true, budget: false },
        "budget" => Gates { accounts: false, budget: true },
        "both" => Gates { accounts: true, budget: true },
    }
    Others { "underspend" => Others::Underspend, "overshoot" => Others::Overshoot }
    Displacement {
        "low" => Displacement::Low,
        "central" => Displacement::Central,
        "high" => Displacement::High,
    }
    Who { "us" => Who::Us, "all" => Who::All }
}

/// The field that a lever moves; `group` matters only to levers that each group has.
pub fn field<'a>(policy: &'a mut Policy, lever: &str, group: usize) -> Option<Field<'a>> {
    Some(match lever {
        "caseload" => Field::Optional(&mut policy.caseload[group]),
        "staffing" => Field::Choice(&mut policy.staffing),
        "start" => Field::Whole(&mut policy.start),
        "end" => Field::OptionalWhole(&mut policy.end),
        "horizon" => Field::Whole(&mut policy.horizon),
        "rules_cut" => Field::Number(&mut policy.rules_cut.0),
        "digital" => Field::OptionalPercent(&mut policy.digital),
        "talks" => Field::Optional(&mut policy.talks[group]),
        "mentor" => Field::Number(&mut policy.mentor[group]),
        "mentor_kind" => Field::Choice(&mut policy.mentor_kind),
        "coordinator" => Field::Switch(&mut policy.coordinator),
        "one_off" => Field::Number(&mut policy.one_off),
        "one_off_pool" => Field::Number(&mut policy.one_off_pool.0),
        "rule" => Field::Choice(&mut policy.rule),
        "room" => Field::Optional(&mut policy.room),
        "growth" => Field::Number(&mut policy.growth.0),
        "reinvest" => Field::Number(&mut policy.reinvest.0),
        "ahead" => Field::Whole(&mut policy.ahead),
        "grant" => Field::Number(&mut policy.grant),
        "response" => Field::Choice(&mut policy.response),
        "gates" => Field::Choice(&mut policy.gates),
        "others" => Field::Choice(&mut policy.others),
        "reserve" => Field::Optional(&mut policy.reserve),
        "who" => Field::Choice(&mut policy.who),
        "approve" => Field::OptionalWhole(&mut policy.approve),
        "review" => Field::OptionalWhole(&mut policy.review),
        "review_share" => Field::Number(&mut policy.review_share.0),
        "evidence" => Field::Number(&mut policy.evidence),
        "cycle" => Field::Number(&mut policy.cycle.0),
        "inflow" => Field::Number(&mut policy.inflow.0),
        "displacement" => Field::Choice(&mut policy.displacement),
        _ => return None,
    })
}
