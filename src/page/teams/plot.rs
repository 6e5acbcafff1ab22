//! All teams in one chart: a dot with its band for each, of the figure that is chosen.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::Role;
use crate::chart::dots::Dot;
use crate::page::parts::chart::Chart;
use crate::page::parts::dots::DotPlot;
use crate::page::parts::sheet::Plotted;
use crate::page::theme::Paint;
use crate::questions::team::Found;
use crate::scenario::Scenario;
use crate::scenario::team::room::Entry;
use crate::uncertainty::bands::Between;
use crate::words::team;
use crate::words::text::{Language, Text, fill};

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Jobs,
    Net,
    Chance,
}

impl Shown {
    const ALL: [(Self, &'static str, Text); 3] = [
        (Self::Net, "net", Text::HeadlineNet),
        (Self::Jobs, "jobs", Text::HeadlineJobs),
        (Self::Chance, "chance", Text::TeamChance),
    ];

    /// The value and its band, in what the axis counts.
    fn of(self, found: &Found) -> (f64, Between) {
        let scaled =
            |(value, band): (f64, Between), by: f64| (value / by, band.map(|ends| ends.map(|end| end / by)));
        match self {
            Self::Jobs => found.jobs,
            Self::Net => scaled(found.net, 1e6),
            Self::Chance => (100.0 * found.chance.unwrap_or(1.0), None),
        }
    }

    /// The unit, and where its figure stands in [`team::figures`].
    fn unit(self) -> (Text, usize) {
        match self {
            Self::Jobs => (Text::ChartStockUnit, 0),
            Self::Net => (Text::ChartNetUnit, 1),
            Self::Chance => (Text::TeamPercentUnit, 2),
        }
    }

    fn role(self) -> Role {
        if self == Self::Net { Role::Municipality } else { Role::Plan }
    }
}

#[derive(Properties, PartialEq)]
pub struct TeamPlotProps {
    pub language: Language,
    pub base: Rc<Scenario>,
    pub entries: Rc<[Entry]>,
    /// What the base and then each team comes to.
    pub found: Rc<[Option<Rc<Found>>]>,
    pub paint: Paint,
    /// Whether it is read from the back row.
    pub large: bool,
}

/// The chart, and the choice of what it shows.
#[component]
pub fn TeamPlot(props: &TeamPlotProps) -> Html {
    let say = |text| props.language.text(text);
    let shown = use_state_eq(|| Shown::Net);
    let what = (*shown, props.language, props.large, props.entries.clone(), props.found.clone());
    let plot = use_memo(what, |what| Plotted(Rc::new(plotted(props, what.0))));
    let (_, _, name) = Shown::ALL.into_iter().find(|(kind, ..)| kind == &*shown).unwrap_or(Shown::ALL[0]);
    let title = format!("{}, {}", say(name), say(shown.unit().0));
    let note = if *shown == Shown::Chance { Text::TeamChartNoteChance } else { Text::TeamChartNote };
    let button = |(kind, id, name): (Shown, &'static str, Text)| {
        let set = shown.setter();
        let pressed = (kind == *shown).to_string();
        html! {
            <button key={id} type="button" class="button" data-team-measure={id} aria-pressed={pressed}
                onclick={move |_| set.set(kind)}>{ say(name) }</button>
        }
    };
    html! {
        <section class="teams-plot" aria-labelledby="teams-plot" hidden={props.entries.is_empty()}>
            <h2 id="teams-plot">{ say(Text::TeamChart) }</h2>
            <div class="buttons" role="group" aria-label={say(Text::TeamMeasure)}>{ for Shown::ALL.map(button) }</div>
            <Chart chart="teams" {title} note={html! { say(note) }} language={props.language} plot={(*plot).clone()}
                paint={props.paint.clone()} resting={true} />
        </section>
    }
}

fn plotted(props: &TeamPlotProps, shown: Shown) -> DotPlot {
    let TeamPlotProps { language, base, entries, found, large, .. } = props;
    let say = |text| language.text(text);
    let (unit, figure) = shown.unit();
    let dot = |name: String, found: &Found, ground: bool| {
        let (value, band) = shown.of(found);
        Dot { name, value, band, written: team::figures(*language, found)[figure].concat(), ground }
    };
    let known = |number: usize| found.get(number).cloned().flatten();
    let ground = known(0).map(|found| dot(say(Text::TeamBase).to_owned(), &found, true));
    let teams = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some(dot(team::name(*language, base, entry), &*known(at + 1)?, false)));
    let dots: Vec<Dot> = teams.chain(ground).collect();
    let count = entries.len().to_string();
    DotPlot {
        dots,
        unit: say(unit).to_owned(),
        heading: say(Text::TeamTeam).to_owned(),
        summary: fill(say(Text::TeamChartSummary), &[("count", &count)]),
        role: shown.role(),
        least_span: 1.0,
        large: *large,
    }
}
