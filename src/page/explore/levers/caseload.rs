//! The caseload of one group, and the same from the other side: its caseworkers.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::tables::{GROUPS, LEVERS, LeverKind, parameter as p};
use crate::page::parts::number_field::NumberField;
use crate::page::parts::slider::{Scale, Slider};
use crate::page::state::{Action, Shown, State};
use crate::scenario::keys::{Key, TODAY};
use crate::scenario::{Scenario, digits};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct CaseloadProps {
    /// The caseload of the group.
    pub setting: Key,
    pub group: usize,
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub outcome: Shown,
    pub store: UseReducerDispatcher<State>,
}

/// The caseload of one group, with its caseworkers.
#[component]
pub fn Caseload(props: &CaseloadProps) -> Html {
    let CaseloadProps { setting, group, scenario, language, .. } = props;
    // The same callbacks at every move: a slider whose figures stay is not rendered again.
    let asked = (props.store.clone(), *setting);
    let onchange = use_callback(asked.clone(), |value: f64, (store, key)| {
        store.dispatch(Action::Set(*key, digits::write(value)));
    });
    let onreset = use_callback(asked, |(), (store, key)| store.dispatch(Action::Set(*key, TODAY.to_owned())));
    let Key::Lever(lever, _) = *setting else { return html! { <div></div> } };
    let LeverKind::Number { unit, min, max, step, usual, .. } = LEVERS[lever].kind else {
        return html! { <div></div> };
    };
    let today = scenario.place.caseload_today(*group, &scenario.parameters);
    let value = scenario.policy.caseload[*group].unwrap_or(today);
    let scale = Scale {
        min: usual[0],
        max: usual[1],
        step,
        bounds: [min, max],
        today: Some(today),
        guideline: GROUPS[*group].guideline,
    };
    let long_name = fill(language.text(Text::ExploreCaseloadOf), &[("group", language.group_people(*group))]);
    let stock = scenario.place.stock[*group];
    html! {
        <div class="caseload">
            <Slider lever={setting.name()} name={language.group_name(*group)} {long_name}
                unit={language.unit(unit)} note={note(props)} language={*language} {value} {scale}
                onchange={onchange.clone()} {onreset} />
            <Posts group={*group} {stock} caseload={value} bounds={[min, max]} language={*language} {onchange} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PostsProps {
    group: usize,
    stock: f64,
    caseload: f64,
    /// The least and the largest caseload.
    bounds: [f64; 2],
    language: Language,
    /// Another caseload.
    onchange: Callback<f64>,
}

/// The caseworkers that a caseload asks for: so many posts are that caseload.
#[component]
fn Posts(props: &PostsProps) -> Html {
    let PostsProps { stock, bounds: [least, most], language, .. } = *props;
    let id = format!("posts-{}", GROUPS[props.group].id);
    let people = language.group_people(props.group);
    let label = fill(language.text(Text::ExplorePostsOf), &[("group", people)]);
    let posts = stock / props.caseload;
    // Hundredths of a case: finer than anybody plans, and a link stays short.
    let onchange = props
        .onchange
        .reform(move |posts: f64| ((100.0 * stock / posts).round() / 100.0).max(least).min(most));
    let [fewest, highest] = [(10.0 * stock / most).ceil() / 10.0, (10.0 * stock / least).floor() / 10.0];
    html! {
        <div class="lever-posts">
            <label for={id.clone()}>{ language.text(Text::ExplorePosts) }</label>
            <NumberField {id} {label} {language} value={posts} shown={language.posts(posts)} min={fewest}
                max={highest.max(fewest)} {onchange} />
        </div>
    }
}

/// How many citizens and caseworkers that is, and how long each statutory talk can be.
fn note(props: &CaseloadProps) -> String {
    let (language, outcome) = (props.language, &props.outcome.0);
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let after_a_year = (outcome.start + 12).min(outcome.scenario.months.len() - 1);
    let before = &outcome.baseline.months[0].groups[props.group];
    let first = &outcome.scenario.months[outcome.start].groups[props.group];
    let then = &outcome.scenario.months[after_a_year].groups[props.group];
    let stock = say(Text::ExploreStockOf, &[("value", &language.persons(before.stock))]);
    let (from, to) = (language.posts(before.staff), language.posts(first.posts));
    let posts = match from == to {
        true => say(Text::ExploreCaseworkersSame, &[("from", &from)]),
        false => say(Text::ExploreCaseworkers, &[("from", &from), ("to", &to)]),
    };
    let minutes = language.persons(then.minutes_per_talk);
    let minutes = say(Text::ExploreMinutes, &[("minutes", &minutes)]);
    let studied = [p::STUDIED_LOW, p::STUDIED_HIGH].map(|end| props.scenario.parameters[end]);
    let [low, high] = studied.map(|end| language.plain(end));
    let warning = match (studied[0]..=studied[1]).contains(&then.caseload) {
        true => String::new(),
        false => format!(" · {}", say(Text::ExploreStudied, &[("low", &low), ("high", &high)])),
    };
    format!("{stock} · {posts} · {minutes}{warning}")
}
