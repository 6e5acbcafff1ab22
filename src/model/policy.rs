//! A policy: where each lever stands. `None` always means "as today".

use super::parameters::Parameters;
use super::place::Place;
use super::tables::{GROUP_COUNT, GROUPS, LEVERS, LeverKind, lever_by_key};

/// A lever in per cent, as the visitor and the link have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Percent(pub f64);

impl Percent {
    /// As a fraction.
    pub fn share(self) -> f64 {
        self.0 / 100.0
    }
}

/// How posts follow the caseload target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Staffing {
    /// Posts are today's stock over the target, and stay.
    #[default]
    Keep,
    /// Posts follow the stock, so the caseload stays at the target.
    Hold,
}

/// Who does the mentoring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MentorKind {
    /// A trained professional.
    #[default]
    Professional,
    /// A volunteer with preparation.
    Volunteer,
}

/// The rule that says how much may be spent on caseworkers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// No limit.
    #[default]
    None,
    /// The service ceiling and the room under it.
    Ceiling,
    /// The ceiling, and a share of the benefits saved.
    SelfFinancing,
    /// Benefits, activation and service in one frame.
    OneFrame,
    /// The ceiling, and a state grant outside it.
    StateGrant,
}

/// What the municipality does when the ceiling binds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Response {
    /// Hires only what there is room for.
    #[default]
    Comply,
    /// Hires all the same, and takes the sanctions.
    Overrun,
}

/// The gates at which an overrun is sanctioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gates {
    /// When the accounts are made up.
    pub accounts: bool,
    /// When the budgets are adopted.
    pub budget: bool,
}

/// What the other municipalities do in the same year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// They spend less than budgeted, as in 2019 and 2023.
    #[default]
    Underspend,
    /// They spend more.
    Overshoot,
}

/// Who carries the plan out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    /// This municipality alone.
    #[default]
    Us,
    /// All municipalities at once.
    All,
}

/// Which size of displacement to count with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Displacement {
    /// The low end, in every draw.
    Low,
    /// The central figure, sampled in the draws.
    #[default]
    Central,
    /// The high end, in every draw.
    High,
}

/// Where every lever stands, in the lever's own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Cases per caseworker aimed at.
    pub caseload: [Option<f64>; GROUP_COUNT],
    /// How posts follow the target.
    pub staffing: Staffing,
    /// First month of the plan.
    pub start: u16,
    /// First month after the plan; `None`: never ends.
    pub end: Option<u16>,
    /// Months shown.
    pub horizon: u16,
    /// Share of process time removed.
    pub rules_cut: Percent,
    /// Share of talks held digitally.
    pub digital: Option<Percent>,
    /// Statutory talks a year.
    pub talks: [Option<f64>; GROUP_COUNT],
    /// Mentor hours per citizen and month.
    pub mentor: [f64; GROUP_COUNT],
    /// Who mentors.
    pub mentor_kind: MentorKind,
    /// A coordinating caseworker for the groups that may have one.
    pub coordinator: bool,
    /// One-off cost in the first month of the plan, DKK m.
    pub one_off: f64,
    /// Share of the one-off cost that a state pool pays.
    pub one_off_pool: Percent,
    /// The budget-cap rule.
    pub rule: Rule,
    /// Room under the ceiling, DKK m a year; `None`: the place's.
    pub room: Option<f64>,
    /// Real growth of the ceiling a year.
    pub growth: Percent,
    /// Share of the saving that may be spent again.
    pub reinvest: Percent,
    /// Months ahead in which savings count; 0: only documented ones.
    pub ahead: u16,
    /// State grant outside the ceiling, DKK m a year.
    pub grant: f64,
    /// What happens when the ceiling binds.
    pub response: Response,
    /// Where an overrun is sanctioned.
    pub gates: Gates,
    /// What the others do.
    pub others: Others,
    /// Reserves that may be used, DKK m; `None`: the place's cash above its floor.
    pub reserve: Option<f64>,
    /// Who acts.
    pub who: Who,
    /// The plan must have paid for itself within so many years; `None`: need not.
    pub approve: Option<u16>,
    /// Month of the review as it was set, see [`Policy::review_month`]; `None`: no review.
    pub review: Option<u16>,
    /// Share of its cost that the plan must have recovered at the review.
    pub review_share: Percent,
    /// 0: research, 1: the municipalities' own reports.
    pub evidence: f64,
    /// Change of every exit hazard with the labour market.
    pub cycle: Percent,
    /// Growth of the inflow a year.
    pub inflow: Percent,
    /// Which size of displacement.
    pub displacement: Displacement,
}

impl Default for Policy {
    /// Nothing moved: every lever at the default of its data file.
    fn default() -> Self {
        Self {
            caseload: [None; GROUP_COUNT],
            staffing: Staffing::default(),
            start: default_of("start") as u16,
            end: None,
            horizon: default_of("horizon") as u16,
            rules_cut: Percent(default_of("rules_cut")),
            digital: None,
            talks: [None; GROUP_COUNT],
            mentor: [default_of("mentor"); GROUP_COUNT],
            mentor_kind: MentorKind::default(),
            coordinator: false,
            one_off: default_of("one_off"),
            one_off_pool: Percent(default_of("one_off_pool")),
            rule: Rule::default(),
            room: None,
            growth: Percent(default_of("growth")),
            reinvest: Percent(default_of("reinvest")),
            ahead: default_of("ahead") as u16,
            grant: default_of("grant"),
            response: Response::default(),
            gates: Gates { accounts: true, budget: true },
            others: Others::default(),
            reserve: None,
            who: Who::default(),
            approve: None,
            review: None,
            review_share: Percent(default_of("review_share")),
            evidence: default_of("evidence"),
            cycle: Percent(default_of("cycle")),
            inflow: Percent(default_of("inflow")),
            displacement: Displacement::default(),
        }
    }
}

impl Policy {
    /// The month of the review: not before the plan has run for the year that a review looks at.
    pub fn review_month(&self) -> Option<u16> {
        self.review.map(|month| month.max(self.start.saturating_add(12)))
    }

    /// Whether the levers reach a group at all: in one that they do not reach, nothing differs from the baseline.
    pub fn reaches(&self, group: usize) -> bool {
        let spec = &GROUPS[group];
        let moving = !self.surroundings_stand_still();
        self.caseload[group].is_some()
            || self.talks[group].is_some()
            || self.digital.is_some()
            || self.rules_cut.0 != 0.0
            || (self.mentor[group] != 0.0 && spec.may_have_mentor)
            || (self.coordinator && spec.may_have_coordinator)
            // Posts that follow the stock move where the stock does by itself.
            || (self.staffing == Staffing::Hold && moving)
    }

    /// What of a policy is not a number: policies of one shape can run side by side.
    ///
    /// Of a number only this is left: whether it is set, and, where nought switches something off, whether it is
    /// nought. How far ahead a council wants the plan paid back is left out too: that is asked of the finished run.
    pub fn shape(&self) -> Self {
        let set = |value: f64| f64::from(u8::from(value != 0.0));
        Self {
            caseload: self.caseload.map(|value| value.map(|_| 0.0)),
            talks: self.talks.map(|value| value.map(|_| 0.0)),
            mentor: self.mentor.map(set),
            rules_cut: Percent(set(self.rules_cut.0)),
            digital: self.digital.map(|_| Percent(0.0)),
            one_off: 0.0,
            one_off_pool: Percent(0.0),
            room: None,
            growth: Percent(0.0),
            reinvest: Percent(0.0),
            grant: 0.0,
            reserve: None,
            approve: None,
            review_share: Percent(0.0),
            evidence: set(self.evidence),
            cycle: Percent(set(self.cycle.0)),
            inflow: Percent(set(self.inflow.0)),
            ..self.clone()
        }
    }

    /// Room under the ceiling, DKK a year.
    pub fn room_at(&self, place: &Place) -> f64 {
        self.room.unwrap_or(place.room) * 1e6
    }

    /// Reserves that may be used, DKK.
    pub fn reserve_at(&self, place: &Place, parameters: &Parameters<f64>) -> f64 {
        self.reserve.map_or_else(|| place.reserve(parameters), |million| million * 1e6)
    }

    /// So many months ahead its rule looks for savings.
    pub fn looks_ahead(&self) -> u16 {
        match self.rule {
            Rule::None | Rule::Ceiling | Rule::StateGrant => 0,
            Rule::SelfFinancing | Rule::OneFrame => self.ahead,
        }
    }

    /// Whether there is neither a trend nor a cycle: the first month of a baseline is then every month, but in groups that the
    /// law has [closed](super::setup::Setup::moving).
    pub fn surroundings_stand_still(&self) -> bool {
        self.cycle.0 == 0.0 && self.inflow.0 == 0.0
    }
}

/// The default of a lever that is a plain number.
fn default_of(key: &str) -> f64 {
    match lever_by_key(key).map(|lever| LEVERS[lever].kind) {
        Some(LeverKind::Number { default: Some(value), .. }) => value,
        _ => 0.0,
    }
}
