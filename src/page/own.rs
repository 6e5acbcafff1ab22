//! Own numbers: the place's figures by hand, or from a file of Statistics Denmark.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::place::Place;
use crate::model::tables::GROUP_COUNT;
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::parts::file_field::FileField;
use crate::page::parts::number_field::NumberField;
use crate::page::state::{Action, State};
use crate::scenario::digits;
use crate::scenario::keys::{Expected, Key};
use crate::scenario::name::LONGEST;
use crate::scenario::own::{self, OwnPlace, Problem};
use crate::words::notice::{own_note, own_problem};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct OwnProps {
    pub language: Language,
    /// The place as it stands. A move of a lever leaves it alone, and so this part.
    pub place: Place,
    /// What the visitor calls it.
    pub name: AttrValue,
    /// Cases per caseworker today.
    pub today: [f64; GROUP_COUNT],
    pub store: UseReducerDispatcher<State>,
    /// Whether it was asked for when the page was opened.
    pub open: bool,
}

/// A file that has been read, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Loaded {
    bytes: Rc<Vec<u8>>,
    /// The places in it, where a choice is to be made.
    places: Vec<String>,
    /// The place taken.
    taken: String,
    /// What the visitor must know.
    messages: Vec<String>,
}

/// The place's own figures.
#[component]
pub fn Own(props: &OwnProps) -> Html {
    let language = props.language;
    let say = |text| language.text(text);
    let loaded = use_state_eq(Loaded::default);
    let take = {
        let (set, store) = (loaded.setter(), props.store.clone());
        Callback::from(move |(bytes, wanted): (Rc<Vec<u8>>, Option<String>)| {
            set.set(take(language, bytes, wanted, &store));
        })
    };
    let onbytes = {
        let take = take.clone();
        move |bytes: Vec<u8>| take.emit((Rc::new(bytes), None))
    };
    let onplace = {
        let bytes = loaded.bytes.clone();
        move |name: String| take.emit((bytes.clone(), Some(name)))
    };
    let places: Vec<Listed> = std::iter::once(String::new())
        .chain(loaded.places.iter().cloned())
        .map(|name| Listed { word: name.clone().into(), name: name.into() })
        .collect();
    let row = |group| row(props, group);
    let onname = {
        let store = props.store.clone();
        move |event: Event| {
            store.dispatch(Action::Call(event.target_unchecked_into::<HtmlInputElement>().value()))
        }
    };
    html! {
        <details class="own" open={props.open}>
            <summary data-asked="own">{ say(Text::ExploreOwn) }</summary>
            <FileField file="own" text={say(Text::OwnFile)} accept=".csv,.tsv,.txt" {onbytes} />
            <div hidden={loaded.places.is_empty()}>
                <List lever="own-place" name={say(Text::OwnPlace)} options={places} value={loaded.taken.clone()}
                    onchange={onplace} />
            </div>
            <div role="status" data-own-message="">
                { for loaded.messages.iter().enumerate().map(|(i, line)| html! { <p key={i}>{ line }</p> }) }
            </div>
            <p>{ say(Text::OwnByHand) }</p>
            <label class="own-name">
                { say(Text::OwnCalled) }{ " " }
                <input type="text" class="pin-name" autocomplete="off" data-own-name="" maxlength={LONGEST.to_string()}
                    value={props.name.clone()} onchange={onname} />
            </label>
            <div class="table">
                <table class="own-figures">
                    <thead><tr>
                        <td></td>
                        <th scope="col">{ say(Text::OwnCitizens) }</th>
                        <th scope="col">{ say(Text::OwnCases) }</th>
                    </tr></thead>
                    <tbody>
                        { for (0..GROUP_COUNT).map(row) }
                        <tr key="population">
                            <th scope="row">{ say(Text::OwnInhabitants) }</th>
                            <td>{ field(props, Key::Population, say(Text::OwnInhabitants)) }</td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
        </details>
    }
}

fn row(props: &OwnProps, group: usize) -> Html {
    let language = props.language;
    let name = language.group_name(group);
    let label = |text| format!("{name}: {}", language.text(text));
    html! {
        <tr key={group}>
            <th scope="row">{ name }</th>
            <td>{ field(props, Key::Stock(group), &label(Text::OwnCitizens)) }</td>
            <td>{ field(props, Key::Today(group), &label(Text::OwnCases)) }</td>
        </tr>
    }
}

fn field(props: &OwnProps, key: Key, label: &str) -> Html {
    let value = match key {
        Key::Today(group) => props.today[group],
        Key::Stock(group) => props.place.stock[group],
        _ => props.place.population,
    };
    let Expected::Number { min, max, .. } = key.expected() else { return html! { <span></span> } };
    let store = props.store.clone();
    let onchange = move |value: f64| store.dispatch(Action::Set(key, digits::write(value)));
    html! {
        <NumberField id={format!("own-{}", key.name())} label={label.to_owned()} language={props.language}
            {value} {min} {max} {onchange} />
    }
}

/// Takes the place from the file into the scenario, or says why not; what does not fit changes nothing.
fn take(
    language: Language,
    bytes: Rc<Vec<u8>>,
    wanted: std::option::Option<String>,
    store: &UseReducerDispatcher<State>,
) -> Loaded {
    let wanted = wanted.filter(|name| !name.is_empty());
    let read = own::read(&bytes, wanted.as_deref(), None);
    let mut places = match own::places(&bytes) {
        Ok(places) if places.len() > 1 => places,
        _ => Vec::new(),
    };
    let mut messages = Vec::new();
    match read {
        Ok(own) => {
            messages = told(language, &own);
            store.dispatch(Action::Adopt(Box::new(own.scenario())));
        }
        Err(Problem::WhichPlace { .. }) => messages.push(language.text(Text::OwnChoose).to_owned()),
        Err(problem) => {
            places.clear();
            messages.push(own_problem(language, &problem));
            messages
                .extend([Text::OwnAccepted, Text::OwnUnchanged].map(|text| language.text(text).to_owned()));
        }
    }
    Loaded { bytes, places, taken: wanted.unwrap_or_default(), messages }
}

/// What was taken, and what a reader must know about it.
fn told(language: Language, own: &OwnPlace) -> Vec<String> {
    let values = [("place", &*own.name), ("quarter", &*own.quarter)];
    let taken = fill(language.text(Text::OwnTaken), &values);
    std::iter::once(taken).chain(own.notes.iter().map(|note| own_note(language, note))).collect()
}
