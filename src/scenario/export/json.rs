//! The complete form, as `static/schema/outcome.schema.json` describes it.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::input::Input;
use super::series::{BY_DESTINATION, DESTINATION_IDS, OF_GROUP, OF_MONTH, item_id};
use super::spread::Uncertainty;
use super::{Computed, months};
use crate::model::country::Country;
use crate::model::month::{Item, Month};
use crate::model::outcome::{Outcome, Payback, VERDICT_YEARS, net_after};
use crate::model::run::{NEVER, Run};
use crate::model::setup::Setup;
use crate::model::tables::GROUPS;
use crate::scenario::file::File;
use crate::scenario::link;
use crate::scenario::{assumed, edition};

/// The version of the schema; it grows when a reader of an older one would go wrong.
pub const SCHEMA: u32 = 1;

/// Writes everything, with the months 0 to `last` of each run.
pub fn json(computed: &Computed, last: usize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Report::of(computed, last))?;
    writeln!(out)
}

/// A JSON object from names and values, in their order.
pub struct Named<T>(pub Vec<(&'static str, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[derive(Serialize)]
struct Report {
    schema: u32,
    program: &'static str,
    data: String,
    link: String,
    scenario: File,
    not_standard: Vec<String>,
    input: Input,
    results: Results,
    runs: Named<RunReport>,
    country: Option<CountryReport>,
    uncertainty: Option<Uncertainty>,
}

#[derive(Serialize)]
struct Results {
    start: usize,
    horizon: usize,
    approved: bool,
    payback: PaybackReport,
    verdicts: Vec<Verdict>,
    posts_change: f64,
    stock_change: f64,
    extra_jobs: f64,
    extra_clarified: f64,
    municipal_net: f64,
    state_net: f64,
    price_of_cap: f64,
}

#[derive(Serialize)]
struct PaybackReport {
    answer: &'static str,
    months: Option<u16>,
}

#[derive(Serialize)]
struct Verdict {
    years: u16,
    approved: bool,
}

#[derive(Serialize)]
struct CountryReport {
    displacement: f64,
    stock_change: f64,
    extra_jobs: f64,
    public_net: f64,
    runs: Named<RunReport>,
}

/// One run in columns: a list for each series, with a value for each month.
#[derive(Serialize)]
struct RunReport {
    cash_out: Option<u16>,
    review_stop: Option<u16>,
    groups: Named<GroupReport>,
    total: Named<Vec<f64>>,
    municipality: Named<Vec<f64>>,
    state: Named<Vec<f64>>,
    sanctions_per_year: Vec<f64>,
}

#[derive(Serialize)]
struct GroupReport {
    #[serde(flatten)]
    series: Named<Vec<f64>>,
    #[serde(flatten)]
    by_destination: Named<Named<Vec<f64>>>,
}

impl Report {
    fn of(computed: &Computed, last: usize) -> Self {
        let Computed { scenario, outcome, country, bands } = computed;
        let groups = || outcome.setup.groups.iter().map(|group| group.index);
        let run = |(name, run)| (name, RunReport::of(run, &outcome.setup, last));
        Self {
            schema: SCHEMA,
            program: concat!("raaderum ", env!("CARGO_PKG_VERSION")),
            data: edition::data(),
            link: link::write(scenario),
            scenario: File::of(scenario),
            not_standard: assumed::not_standard(scenario),
            input: Input::of(scenario, outcome),
            results: Results::of(outcome),
            runs: Named(computed.runs().into_iter().map(run).collect()),
            country: country.as_ref().map(|country| CountryReport::of(country, outcome, last)),
            uncertainty: bands.as_ref().map(|bands| Uncertainty::of(bands, outcome, groups(), last)),
        }
    }
}

impl Results {
    fn of(outcome: &Outcome) -> Self {
        let at = outcome.horizon;
        let verdict = |(years, approved)| Verdict { years, approved };
        let (answer, months) = match outcome.payback {
            Payback::DoesNothing => ("does_nothing", None),
            Payback::NotApproved(_) => ("not_approved", None),
            Payback::CostsNothing => ("costs_nothing", None),
            Payback::Never => ("never", None),
            Payback::After(months) => ("after", Some(months)),
        };
        let state_net = at.checked_sub(1).map_or(0.0, |last| outcome.scenario.months[last].state_net);
        Self {
            start: outcome.start,
            horizon: at,
            approved: outcome.forgone.is_none(),
            payback: PaybackReport { answer, months },
            verdicts: outcome
                .verdicts
                .iter()
                .flat_map(|said| VERDICT_YEARS.into_iter().zip(*said))
                .map(verdict)
                .collect(),
            posts_change: outcome.staff_change(),
            stock_change: outcome.stock_change(at),
            extra_jobs: outcome.extra_jobs(at),
            extra_clarified: outcome.extra_clarified(at),
            municipal_net: net_after(&outcome.scenario.months, at),
            state_net,
            price_of_cap: outcome.price_of_cap(at),
        }
    }
}

impl CountryReport {
    fn of(country: &Country, outcome: &Outcome, last: usize) -> Self {
        let run = |run| RunReport::of(run, &outcome.setup, last);
        Self {
            displacement: country.displacement,
            stock_change: country.stock_change(outcome.horizon),
            extra_jobs: country.extra_jobs(outcome.horizon),
            public_net: country.public_net(outcome.horizon),
            runs: Named(vec![("baseline", run(&country.baseline)), ("scenario", run(&country.scenario))]),
        }
    }
}

impl RunReport {
    fn of(run: &Run<f64>, setup: &Setup<f64>, last: usize) -> Self {
        let month = |end: f64| (end < NEVER).then_some(end as u16);
        let shown = months(run, last);
        let group = |index: usize| (GROUPS[index].id, GroupReport::of(shown, index));
        let column = |value: &dyn Fn(&Month<f64>) -> f64| shown.iter().map(value).collect::<Vec<f64>>();
        let items = |purse: fn(&Month<f64>, usize) -> f64| {
            let of = |item: Item| (item_id(item), column(&|month| purse(month, item as usize)));
            Named(Item::ALL.into_iter().map(of).collect())
        };
        let year = |year: &[Month<f64>]| {
            year.iter().map(|month| month.purses.municipality[Item::Sanctions as usize]).sum::<f64>()
        };
        Self {
            cash_out: month(run.cash_out),
            review_stop: month(run.review_stop),
            groups: Named(setup.groups.iter().map(|of| group(of.index)).collect()),
            total: Named(OF_MONTH.iter().map(|series| (series.id, column(&series.value))).collect()),
            municipality: items(|month, item| month.purses.municipality[item]),
            state: items(|month, item| month.purses.state[item]),
            // The year that the runs end in is not over, and nothing is charged for it.
            sanctions_per_year: run.months.chunks_exact(12).map(year).collect(),
        }
    }
}

impl GroupReport {
    fn of(shown: &[Month<f64>], index: usize) -> Self {
        let groups = || shown.iter().map(|month| &month.groups[index]);
        let series = OF_GROUP.iter().map(|series| (series.id, groups().map(series.value).collect()));
        let by_destination = BY_DESTINATION.iter().map(|series| {
            let to = |d: usize| groups().map(|group| (series.values)(group)[d]).collect();
            let columns = DESTINATION_IDS.iter().enumerate().map(|(d, id)| (*id, to(d)));
            (series.id, Named(columns.collect()))
        });
        Self { series: Named(series.collect()), by_destination: Named(by_destination.collect()) }
    }
}
