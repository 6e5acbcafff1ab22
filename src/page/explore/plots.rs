//! What the charts behind “more charts” show of an outcome.

mod bars;

use std::rc::Rc;

use yew::prelude::*;

use super::charts::{band, cap_bites, events};
use super::others::Kind;
use super::pinned::Beside;
use crate::chart::Role;
use crate::model::month::{GroupMonth, Month};
use crate::model::outcome::{Outcome, net_after};
use crate::model::policy::Rule;
use crate::model::run::Run;
use crate::model::setup::{CLARIFIED, JOB};
use crate::model::tables::{GROUP_COUNT, GROUPS};
use crate::page::parts::chart::{Picture, Plotted};
use crate::page::parts::lines::{EFFECT, Plot, PlotBand, PlotLine};
use crate::page::state::State;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::series::Series;
use crate::words::text::{Language, Text, fill};

/// What is to be shown.
pub struct Seen<'a> {
    pub language: Language,
    pub scenario: &'a Scenario,
    pub outcome: &'a Outcome,
    pub bands: &'a Bands,
    /// Plans put aside.
    pub beside: &'a Beside,
}

/// One chart, ready to be shown.
pub struct Drawn {
    /// Its `data-chart`.
    pub id: AttrValue,
    pub title: AttrValue,
    pub plot: Plotted,
}

/// Series whose bands a chart wants.
pub fn watched(kind: Kind, scenario: &Scenario) -> Vec<Series> {
    match kind {
        Kind::Differences => groups(scenario).into_iter().map(|group| Series::Stock(Some(group))).collect(),
        Kind::Where => vec![Series::Jobs, Series::Clarified],
        Kind::Purses => vec![Series::StateNet],
        _ => Vec::new(),
    }
}

/// The groups in question: those whose caseload is moved, else all that there are.
fn groups(scenario: &Scenario) -> Vec<usize> {
    let moved: Vec<usize> = scenario.moved_groups().collect();
    match moved.is_empty() {
        true => (0..GROUP_COUNT).filter(|group| scenario.place.stock[*group] > 0.0).collect(),
        false => moved,
    }
}

/// A line under the name of a chart.
pub fn note(kind: Kind, language: Language, state: &State) -> String {
    let say = |text| language.text(text).to_owned();
    match kind {
        Kind::Where => say(Text::PlotWhereNote),
        Kind::Yearly => say(Text::PlotYearlyNote),
        Kind::Purses => say(Text::PlotPursesNote),
        Kind::Items => {
            let years = language.years(state.outcome.0.horizon);
            fill(language.text(Text::PlotItemsNote), &[("years", &years)])
        }
        Kind::Room if state.scenario.policy.rule == Rule::None => say(Text::PlotNoRule),
        Kind::Room => say(Text::PlotRoomNote),
        _ => String::new(),
    }
}

/// The charts under a name.
pub fn plots(kind: Kind, seen: &Seen) -> Vec<Drawn> {
    let of_group: fn(&GroupMonth<f64>) -> f64 = match kind {
        Kind::Groups => |group| group.stock,
        Kind::Caseload => |group| group.caseload,
        Kind::Minutes => |group| group.minutes_per_talk,
        Kind::SickDays => |group| group.sick_days,
        Kind::Turnover => |group| 100.0 * group.turnover,
        Kind::Differences => {
            return groups(seen.scenario).into_iter().map(|group| seen.change(group)).collect();
        }
        Kind::Where => return vec![seen.single("where", Text::PlotTitleWhere, seen.whereabouts())],
        Kind::Yearly => return vec![seen.single("yearly", Text::PlotTitleYearly, seen.yearly())],
        Kind::Purses => return vec![seen.single("purses", Text::PlotTitlePurses, seen.purses())],
        Kind::Items => return seen.items(),
        Kind::Room if seen.scenario.policy.rule == Rule::None => return Vec::new(),
        Kind::Room => return vec![seen.single("room", Text::PlotTitleRoom, seen.room())],
        Kind::Staff => {
            let plot = seen.compared((Text::PlotPosts, 1), Month::staff);
            return vec![seen.single("staff", Text::PlotTitleStaff, plot)];
        }
    };
    let (name, unit) = match kind {
        Kind::Groups => ("groups", (Text::PlotPersons, 0)),
        Kind::Caseload => ("caseload", (Text::PlotCases, 0)),
        Kind::Minutes => ("minutes", (Text::PlotMinutes, 1)),
        Kind::SickDays => ("sick_days", (Text::PlotDays, 1)),
        _ => ("turnover", (Text::PlotPercent, 1)),
    };
    let one = |group: usize| {
        let plot = seen.compared(unit, |month| of_group(&month.groups[group]));
        Drawn {
            id: format!("{name}.{}", GROUPS[group].id).into(),
            title: seen.language.group_name_under(group, seen.scenario.law()).into(),
            plot: Plotted(Rc::new(plot)),
        }
    };
    groups(seen.scenario).into_iter().map(one).collect()
}

impl Seen<'_> {
    fn say(&self, text: Text) -> &'static str {
        self.language.text(text)
    }

    fn single(&self, id: &'static str, title: Text, plot: impl Picture + 'static) -> Drawn {
        Drawn { id: id.into(), title: self.say(title).into(), plot: Plotted(Rc::new(plot)) }
    }

    fn points(&self, run: &Run<f64>, value: impl Fn(&Month<f64>) -> f64) -> Vec<f64> {
        run.months.iter().take(self.outcome.horizon + 1).map(value).collect()
    }

    fn line(
        &self,
        role: Role,
        name: &'static str,
        heading: Text,
        points: Vec<f64>,
        decimals: usize,
    ) -> PlotLine {
        let heading = self.say(heading).to_owned();
        let label = format!("{heading} {}", self.end(points.last().copied().unwrap_or_default(), decimals));
        PlotLine { role, label, name, heading, points }
    }

    /// The value at the end of a line, as it is written there.
    fn end(&self, value: f64, decimals: usize) -> String {
        self.language.style().fixed(value, if value.abs() < 9.95 { decimals } else { 0 })
    }

    /// The band of a line, where its series is watched.
    fn band(&self, line: &'static str, series: Series, unit: f32) -> Option<PlotBand> {
        let watched = uncertain::place(self.bands, series)?;
        Some(band(line, self.outcome, self.bands, watched, unit))
    }

    fn plot(
        &self,
        (unit, decimals): (Text, usize),
        lines: Vec<PlotLine>,
        bands: Vec<Option<PlotBand>>,
    ) -> Plot {
        let ends: Vec<&str> = lines.iter().map(|line| &*line.label).collect();
        let values = [
            ("title", self.say(unit)),
            ("years", &self.language.years(self.outcome.horizon)),
            ("value", &ends.join(", ")),
        ];
        Plot {
            of: None,
            months: self.outcome.horizon as u16,
            unit: self.say(unit).to_owned(),
            least_span: if decimals == 0 { 10.0 } else { 1.0 },
            decimals,
            summary: fill(self.say(Text::PlotSummary), &values),
            lines,
            bands: bands.into_iter().flatten().collect(),
            claim: EFFECT,
            marks: Vec::new(),
            marks_from: "",
            events: events(self.language, self.scenario, self.outcome),
        }
    }

    /// The plan, without the cap where that differs, and as today: levels, and so without a band.
    fn compared(&self, unit: (Text, usize), value: impl Fn(&Month<f64>) -> f64) -> Plot {
        let Outcome { scenario, uncapped, baseline, .. } = self.outcome;
        let line =
            |role, name, heading, run| self.line(role, name, heading, self.points(run, &value), unit.1);
        let mut lines = vec![line(Role::Plan, "scenario", Text::ChartScenario, scenario)];
        if cap_bites(self.outcome) {
            lines.push(line(Role::Uncapped, "uncapped", Text::ChartUncapped, uncapped));
        }
        lines.push(line(Role::Baseline, "baseline", Text::ChartBaseline, baseline));
        let mut plot = self.plot(unit, lines, Vec::new());
        self.beside.months(&mut plot, value, |end| self.end(end, unit.1));
        plot
    }

    /// More or fewer people of a group than today, with the band of the plan's effect.
    fn change(&self, group: usize) -> Drawn {
        let stocks = |run: &Run<f64>| self.points(run, |month| month.groups[group].stock);
        let (plan, today) = (stocks(&self.outcome.scenario), stocks(&self.outcome.baseline));
        let points: Vec<f64> = plan.iter().zip(&today).map(|(plan, today)| plan - today).collect();
        let nought = vec![0.0; points.len()];
        let lines = vec![
            self.line(Role::Plan, "scenario", Text::ChartScenario, points, 1),
            self.line(Role::Baseline, "baseline", Text::ChartBaseline, nought, 0),
        ];
        // The draws are differences already: only what is read as a level has today's added.
        let drawn = uncertain::place(self.bands, Series::Stock(Some(group)))
            .and_then(|place| self.bands.months.get(place))
            .map(|months| PlotBand {
                line: "scenario",
                edges: [0, 1, 3, 4].map(|edge| months.iter().map(|spread| spread[edge]).collect()),
            });
        Drawn {
            id: format!("differences.{}", GROUPS[group].id).into(),
            title: self.language.group_name(group).into(),
            plot: Plotted(Rc::new(self.plot((Text::ChartDifferenceUnit, 1), lines, vec![drawn]))),
        }
    }

    /// Extra people in jobs and on a permanent benefit.
    fn whereabouts(&self) -> Plot {
        let run = &self.outcome.scenario;
        let lines = vec![
            self.line(Role::Plan, "jobs", Text::PlotJobs, self.points(run, |month| month.after(JOB)), 1),
            self.line(
                Role::State,
                "clarified",
                Text::PlotClarified,
                self.points(run, |month| month.after(CLARIFIED)),
                1,
            ),
        ];
        let bands =
            vec![self.band("clarified", Series::Clarified, 1.0), self.band("jobs", Series::Jobs, 1.0)];
        self.plot((Text::PlotPersons, 1), lines, bands)
    }

    /// What each purse has gained since the start.
    fn purses(&self) -> Plot {
        let months = &self.outcome.scenario.months;
        let million = |net: &dyn Fn(usize) -> f64| (0..=self.outcome.horizon).map(|m| net(m) / 1e6).collect();
        let state = |month: usize| {
            month.checked_sub(1).and_then(|last| months.get(last)).map_or(0.0, |month| month.state_net)
        };
        let lines = vec![
            self.line(
                Role::Municipality,
                "municipality",
                Text::PlotMunicipality,
                million(&|m| net_after(months, m)),
                1,
            ),
            self.line(Role::State, "state", Text::PlotState, million(&state), 1),
        ];
        let bands = vec![
            self.band("state", Series::StateNet, 1e-6),
            self.band("municipality", Series::MunicipalNet, 1e-6),
        ];
        self.plot((Text::PlotMillion, 1), lines, bands)
    }

    /// What may be spent on more caseworkers, and what the plan would spend.
    fn room(&self) -> Plot {
        let run = &self.outcome.scenario;
        let million = |value: fn(&Month<f64>) -> f64| self.points(run, |month| value(month) / 1e6);
        let lines = vec![
            self.line(Role::Plan, "wanted", Text::PlotWanted, million(|month| month.wanted), 1),
            self.line(Role::Baseline, "room", Text::PlotRoom, million(|month| month.room), 1),
        ];
        self.plot((Text::PlotMillionYear, 1), lines, Vec::new())
    }
}
