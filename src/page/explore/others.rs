//! More charts, each behind its name: what is closed is neither computed nor drawn.

use yew::prelude::*;

#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
use crate::page::state::State;
use crate::page::theme::Paint;
#[cfg(not(feature = "more"))]
use crate::words::text::Language;
use crate::words::text::Text;

/// One of the charts that open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Groups,
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
    pub const ALL: [(Self, &'static str, Text); 11] = [
        (Self::Groups, "chart.groups", Text::ChartGroups),
        (Self::Where, "chart.where", Text::ChartWhere),
        (Self::Yearly, "chart.yearly", Text::ChartYearly),
        (Self::Purses, "chart.purses", Text::ChartPurses),
        (Self::Items, "chart.items", Text::ChartItems),
        (Self::Room, "chart.room", Text::ChartRoom),
        (Self::Staff, "chart.staff", Text::ChartStaff),
        (Self::Caseload, "chart.caseload", Text::ChartCaseload),
        (Self::Minutes, "chart.minutes", Text::ChartMinutes),
        (Self::SickDays, "chart.sick_days", Text::ChartSickDays),
        (Self::Turnover, "chart.turnover", Text::ChartTurnover),
    ];
}

/// The list of them, which no move changes.
#[cfg(not(feature = "more"))]
pub fn others(state: &State, store: &UseReducerDispatcher<State>, _: &Paint) -> Html {
    html! { <Others language={state.language} store={store.clone()} /> }
}

#[cfg(not(feature = "more"))]
#[derive(Properties, PartialEq)]
struct OthersProps {
    language: Language,
    store: UseReducerDispatcher<State>,
}

#[cfg(not(feature = "more"))]
#[component]
fn Others(props: &OthersProps) -> Html {
    let language = props.language;
    let row = |(_, asked, title): &(Kind, &'static str, Text)| {
        let summary = html! { language.text(*title) };
        html! { <li key={*asked}><Closed asked={*asked} {summary} {language} store={props.store.clone()} /></li> }
    };
    html! {
        <section class="others">
            <h2>{ language.text(Text::ChartMore) }</h2>
            <ul>{ for Kind::ALL.iter().map(row) }</ul>
        </section>
    }
}

/// The list of them.
#[cfg(feature = "more")]
pub fn others(state: &State, store: &UseReducerDispatcher<State>, paint: &Paint) -> Html {
    html! { <open::Others state={state.clone()} store={store.clone()} paint={paint.clone()} /> }
}

#[cfg(feature = "more")]
mod open {
    use std::rc::Rc;

    use web_sys::Element;
    use yew::prelude::*;

    use super::Kind;
    use crate::page::explore::plots::{self, Seen};
    use crate::page::out::Out;
    use crate::page::parts::chart::Chart;
    use crate::page::sight::use_in_sight;
    use crate::page::state::{Action, State};
    use crate::page::theme::Paint;
    use crate::scenario::uncertain::Also;
    use crate::words::text::Text;

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
        let open = use_state_eq(|| Kind::ALL.map(|(_, name, _)| asked.as_deref() == Some(name)));
        let also = Kind::ALL.iter().zip(*open).filter(|(_, open)| *open);
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
        html! {
            <section class="others">
                <h2>{ language.text(Text::ChartMore) }</h2>
                <ul>{ for Kind::ALL.into_iter().enumerate().map(row) }</ul>
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
        let newest = (scenario.clone(), outcome.clone(), bands.clone());
        let (scenario, outcome, bands) = use_in_sight(&place, *resting, newest);
        let found = use_memo((outcome, bands, language), |(outcome, bands, language)| {
            let seen =
                Seen { language: *language, scenario: &scenario, outcome: &outcome.0, bands: &bands.0 };
            Rc::new(plots::plots(kind, &seen))
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
}
