//! What an embed shows, and what a reader can move in it.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{Chosen, offered};
use crate::page::explore::results::HEADLINE_NAMES;
use crate::page::site::Shade;
use crate::scenario::Scenario;
use crate::scenario::embed::{MOST_LEVERS, Show};
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub chosen: Chosen,
    pub onchange: Callback<Chosen>,
}

impl ChoicesProps {
    /// A change of what is chosen by a word.
    fn set(&self, change: impl Fn(&mut Chosen, &str) + 'static) -> Callback<String> {
        let (chosen, onchange) = (self.chosen.clone(), self.onchange.clone());
        Callback::from(move |word: String| {
            let mut next = chosen.clone();
            change(&mut next, &word);
            onchange.emit(next);
        })
    }
}

/// All of them.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { language, chosen, .. } = props;
    let say = |text| language.text(text);
    let shows = Show::all().map(|show| (show.word(), show_name(*language, show))).collect();
    let languages = Language::all().map(|one| (one.code().to_owned(), one.name().to_owned())).collect();
    let shades = vec![
        (String::new(), say(Text::BuilderThemeReader).to_owned()),
        (Shade::Light.name().to_owned(), say(Text::SiteThemeLight).to_owned()),
        (Shade::Dark.name().to_owned(), say(Text::SiteThemeDark).to_owned()),
    ];
    let show = props.set(|chosen, word| chosen.embed.show = Show::by_word(word).unwrap_or_default());
    let speak = props.set(|chosen, word| chosen.language = Language::by_code(word).unwrap_or_default());
    let shade = props.set(|chosen, word| chosen.shade = Shade::by_name(word));
    let lock = props.set(|chosen, word| chosen.embed.locked = word == ON);
    let script = props.set(|chosen, word| chosen.script = word == ON);
    let now = chosen.shade.map_or("", Shade::name);
    html! {
        <div class="builder-choices">
            { list("show", say(Text::BuilderShow), shows, &chosen.embed.show.word(), show) }
            { for (0..MOST_LEVERS).map(|place| lever(props, place)) }
            { list("lang", say(Text::BuilderLanguage), languages, chosen.language.code(), speak) }
            { list("theme", say(Text::BuilderTheme), shades, now, shade) }
            { switch("lock", say(Text::BuilderLock), chosen.embed.locked, lock) }
            { switch("script", say(Text::BuilderScript), chosen.script, script) }
        </div>
    }
}

fn show_name(language: Language, show: Show) -> String {
    let (kind, name) = match show {
        Show::Stock => (Text::BuilderCurve, Text::ChartStock),
        Show::Net => (Text::BuilderCurve, Text::ChartNet),
        Show::Difference => (Text::BuilderCurve, Text::ChartDifference),
        Show::Headline(index) => (Text::BuilderFigure, HEADLINE_NAMES[index]),
    };
    fill(language.text(kind), &[("name", language.text(name))])
}

/// One of the levers, or none.
fn lever(props: &ChoicesProps, place: usize) -> Html {
    let ChoicesProps { scenario, language, chosen, .. } = props;
    let name = fill(language.text(Text::BuilderLever), &[("number", &(place + 1).to_string())]);
    let others =
        |key: &Key| chosen.embed.levers.iter().enumerate().any(|(at, other)| at != place && other == key);
    let keys = offered(scenario).into_iter().filter(|key| !others(key));
    let none = (String::new(), language.text(Text::BuilderNoLever).to_owned());
    let options = std::iter::once(none).chain(keys.map(|key| (key.name(), key_name(*language, key))));
    let now = chosen.embed.levers.get(place).map(|key| key.name()).unwrap_or_default();
    let set = props.set(move |chosen, word| {
        let levers = &mut chosen.embed.levers;
        match (Key::parse(word), place < levers.len()) {
            (Some(key), true) => levers[place] = key,
            (Some(key), false) => levers.push(key),
            (None, true) => drop(levers.remove(place)),
            (None, false) => {}
        }
    });
    list(LEVERS[place], &name, options.collect(), &now, set)
}

const LEVERS: [&str; MOST_LEVERS] = ["lever.1", "lever.2", "lever.3"];

fn key_name(language: Language, key: Key) -> String {
    match key {
        Key::Lever(lever, Some(group)) => {
            format!("{}, {}", language.lever_name(lever), language.group_people(group))
        }
        Key::Lever(lever, None) => language.lever_name(lever).to_owned(),
        _ => key.name(),
    }
}

/// A list to choose from: words and their names.
fn list(
    what: &'static str,
    name: &str,
    options: Vec<(String, String)>,
    now: &str,
    set: Callback<String>,
) -> Html {
    let id = format!("builder-{what}");
    let onchange = move |event: Event| set.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |(word, name): (String, String)| {
        let selected = word == now;
        html! { <option key={word.clone()} value={word} {selected}>{ name }</option> }
    };
    html! {
        <div key={what} class="list">
            <label for={id.clone()}>{ name.to_owned() }</label>
            <select {id} data-builder={what} {onchange}>{ for options.into_iter().map(option) }</select>
        </div>
    }
}

const ON: &str = "on";

fn switch(what: &'static str, name: &str, on: bool, set: Callback<String>) -> Html {
    let onchange = move |event: Event| {
        let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
        set.emit(if checked { ON } else { "" }.to_owned());
    };
    html! {
        <label key={what} class="choice-option">
            <input type="checkbox" data-builder={what} checked={on} {onchange} />
            <span>{ name.to_owned() }</span>
        </label>
    }
}
