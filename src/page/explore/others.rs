//! More charts, each behind its name: what is closed is neither computed nor drawn.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::pinned::Beside;
use super::plots::{self, Seen};
use crate::page::out::Out;
use crate::page::parts::chart::Chart;
use crate::page::sight::use_in_sight;
use crate::page::state::{Action, State};
use crate::page::theme::Paint;
use crate::scenario::uncertain::Also;
use crate::words::text::Text;

/// One of the charts that open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Groups,
    Differences,
    Where,
    Yearly,
    Purses,
    Items,
    Room,
    Staff,
    Caseload,
    Minutes,
    SickDays,
    Turnover,
}

impl Kind {
    /// In the order of the page: the name in `data-asked`, and what people read.
    pub const ALL: [(Self, &'static str, Text); 12] = [
        (Self::Groups, "chart.groups", Text::PlotTitleGroups),
        (Self::Differences, "chart.differences", Text::PlotTitleDifferences),
        (Self::Where, "chart.where", Text::PlotTitleWhere),
        (Self::Yearly, "chart.yearly", Text::PlotTitleYearly),
        (Self::Purses, "chart.purses", Text::PlotTitlePurses),
        (Self::Items, "chart.items", Text::PlotTitleItems),
        (Self::Room, "chart.room", Text::PlotTitleRoom),
        (Self::Staff, "chart.staff", Text::PlotTitleStaff),
        (Self::Caseload, "chart.caseload", Text::PlotTitleCaseload),
        (Self::Minutes, "chart.minutes", Text::PlotTitleMinutes),
        (Self::SickDays, "chart.sick_days", Text::PlotTitleSickDays),
        (Self::Turnover, "chart.turnover", Text::PlotTitleTurnover),
    ];
}

#[derive(Properties, PartialEq)]
pub struct OthersProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

/// The list of them.
#[component]
pub fn Others(props: &OthersProps) -> Html {
    let State { language, ref scenario, .. } = props.state;
    let asked = props.state.asked.clone();
    let asked_for = asked.as_deref().is_some_and(|asked| asked.starts_with("chart"));
    let shown = use_state_eq(|| asked_for);
    let open = use_state_eq(|| Kind::ALL.map(|(_, name, _)| asked.as_deref() == Some(name)));
    let also = Kind::ALL.iter().zip(*open).filter(|(_, open)| *open && *shown);
    let also = Also::of(also.flat_map(|((kind, ..), _)| plots::watched(*kind, scenario)));
    let store = props.store.clone();
    use_effect_with(also, move |also| {
        store.dispatch(Action::Watch(*also));
        move || store.dispatch(Action::Watch(Also::default()))
    });
    let row = |(place, (kind, name, title)): (usize, (Kind, &'static str, Text))| {
        let (is_open, open) = (open[place], open.clone());
        let ontoggle = move |event: Event| {
            let toggled = event.target_unchecked_into::<Element>();
            // The tables inside open and close by themselves.
            if toggled.get_attribute("data-kind").as_deref() == Some(name) {
                let mut now = *open;
                now[place] = toggled.has_attribute("open");
                open.set(now);
            }
        };
        let inside =
            || html! { <Drawn kind={kind} state={props.state.clone()} paint={props.paint.clone()} /> };
        html! {
            <li key={name}>
                <details data-kind={name} open={props.state.asked.as_deref() == Some(name)} {ontoggle}>
                    <summary data-asked={name}>{ language.text(title) }</summary>
                    { if is_open { inside() } else { Html::default() } }
                </details>
            </li>
        }
    };
    let ontoggle = {
        let shown = shown.setter();
        move |event: Event| {
            let toggled = event.target_unchecked_into::<Element>();
            if toggled.has_attribute("data-others") {
                shown.set(toggled.has_attribute("open"));
            }
        }
    };
    let list = || html! { <ul>{ for Kind::ALL.into_iter().enumerate().map(row) }</ul> };
    html! {
        <section class="others">
            <details data-others="" open={asked_for} {ontoggle}>
                <summary data-asked="charts">{ language.text(Text::ChartMore) }</summary>
                { if *shown { list() } else { Html::default() } }
            </details>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    kind: Kind,
    state: State,
    paint: Paint,
}

/// One or more charts under one name.
#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let State { scenario, outcome, bands, language, resting, .. } = &props.state;
    let (place, kind, language) = (use_node_ref(), props.kind, *language);
    let newest = (scenario.clone(), outcome.clone(), bands.clone(), Beside::of(&props.state));
    let (scenario, outcome, bands, beside) = use_in_sight(&place, *resting, newest);
    let found = use_memo((outcome, bands, beside, language), |(outcome, bands, beside, language)| {
        let (outcome, bands) = (&outcome.0, &bands.0);
        Rc::new(plots::plots(
            kind,
            &Seen { language: *language, scenario: &scenario, outcome, bands, beside },
        ))
    });
    let chart = |drawn: &plots::Drawn| {
        html! {
            <div key={drawn.id.to_string()}>
                <Chart chart={drawn.id.clone()} title={drawn.title.clone()} note={Html::default()} {language}
                    plot={drawn.plot.clone()} paint={props.paint.clone()} resting={*resting} />
                <Out state={props.state.clone()} chart={drawn.id.clone()} title={drawn.title.clone()}
                    plot={drawn.plot.clone()} />
            </div>
        }
    };
    let note = plots::note(kind, language, &props.state);
    html! {
        <div ref={place} class={classes!("drawn", (found.len() > 1).then_some("several"))}>
            <p class="chart-note">{ note }</p>
            <div>{ for found.iter().map(chart) }</div>
        </div>
    }
}
