//! Choosing a place: a field to type its name or code in, with a list under it.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::model::tables::{PLACES, place_by_id};
use crate::page::store;
use crate::scenario::combobox::{Combobox, Input};
use crate::scenario::places;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct PlaceFieldProps {
    pub language: Language,
    /// What stands in the field while nobody types.
    pub value: AttrValue,
    /// A place was chosen, by its place in the table.
    pub onchange: Callback<usize>,
}

/// The lever of the place, as links name it.
const LEVER: &str = "place";
/// The ids of the field and of its list; those of options begin with the list's.
const FIELD: &str = "lever-place";
const LIST: &str = "places";
/// By what an option tells which place it is: its id, as in links.
const OPTION: &str = "data-place";

/// What fits a text; without one all places, those chosen last among the first.
fn find(language: Language, text: &str) -> Vec<usize> {
    match text.trim() {
        "" => places::listed(&store::recent_places()),
        text => places::search_by(text, |place| language.place_name(place)),
    }
}

/// The field and its list. One listener hears each kind of event, for the list as well: a listener for each of a hundred
/// options would cost every opening some time.
#[component]
pub fn PlaceField(props: &PlaceFieldProps) -> Html {
    let language = props.language;
    let state = use_state_eq(Combobox::default);
    let field = use_node_ref();
    let handle = {
        let (state, onchange) = (state.clone(), props.onchange.clone());
        Rc::new(move |input: Input| {
            let mut next = (*state).clone();
            let response = next.handle(input, &|text| find(language, text));
            state.set(next);
            if let Some(place) = response.chosen {
                store::remember_place(place);
                onchange.emit(place);
            }
            response.handled
        })
    };
    let oninput = {
        let handle = handle.clone();
        move |event: InputEvent| {
            handle(Input::Text(&event.target_unchecked_into::<HtmlInputElement>().value()));
        }
    };
    let onkeydown = {
        let handle = handle.clone();
        move |event: KeyboardEvent| {
            if handle(Input::Key { name: &event.key(), alt: event.alt_key() }) {
                event.prevent_default();
            }
        }
    };
    let onblur = {
        let handle = handle.clone();
        move |_: FocusEvent| {
            handle(Input::Blur);
        }
    };
    let onclick = {
        let field = field.clone();
        move |event: MouseEvent| click(&event, &field, &*handle)
    };
    use_effect_with((state.is_open(), state.active()), |(open, active)| {
        if *open {
            show(FIELD);
            if let Some(option) = active {
                show(&option_id(*option));
            }
        }
    });
    let name = language.text(Text::ExplorePlace);
    let options = state.options();
    let expanded = (state.is_open() && !options.is_empty()).to_string();
    let value = state.text().map_or_else(|| props.value.clone(), |text| text.to_owned().into());
    html! {
        <div class="list combobox" onmousedown={keep_focus} {onclick}>
            <label for={FIELD}>{ name }</label>
            <input ref={field} type="text" id={FIELD} data-lever={LEVER} role="combobox" autocomplete="off" spellcheck="false"
                enterkeyhint="done" aria-autocomplete="list" aria-controls={LIST} aria-expanded={expanded.clone()}
                aria-activedescendant={state.active().map(option_id)} {value} {oninput} {onkeydown} {onblur} />
            <button type="button" class="combobox-open" tabindex="-1" aria-label={name} aria-controls={LIST}
                aria-expanded={expanded}></button>
            <div class="combobox-popup">
                <p role="status">{ told(language, &state) }</p>
                <ul id={LIST} role="listbox" aria-label={name} hidden={options.is_empty()}>
                    { for (0..options.len()).map(|option| row(language, &state, option)) }
                </ul>
            </div>
        </div>
    }
}

fn option_id(option: usize) -> String {
    [LIST, "-", &option.to_string()].concat()
}

fn row(language: Language, state: &Combobox, option: usize) -> Html {
    let place = state.options()[option];
    // Those chosen before stand twice in the whole list: where they are at hand, and in their order.
    let again = !state.is_filtered() && state.options()[option + 1..].contains(&place);
    html! {
        <li key={option} role="option" id={option_id(option)} data-place={PLACES[place].id}
            aria-selected={(state.active() == Some(option)).to_string()}>
            { language.place_name(place) }
            <span class="combobox-hint" hidden={!again}>{ language.text(Text::ExplorePlaceRecent) }</span>
        </li>
    }
}

/// What is said of the list, and stands over it.
fn told(language: Language, state: &Combobox) -> String {
    let (found, shown) = (state.found(), state.options().len());
    let text = match () {
        () if !state.is_open() => return String::new(),
        () if !state.is_filtered() => Text::ExplorePlaceHint,
        () if found == 0 => Text::ExplorePlaceNone,
        () if found > shown => Text::ExplorePlaceMore,
        () => Text::ExplorePlaceFound,
    };
    fill(language.text(text), &[("count", &found.to_string()), ("shown", &shown.to_string())])
}

/// Brings into sight as much as is out of it; the style sheet says how much room must be left under it.
fn show(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The field keeps the focus, whatever of the list or the button is pressed.
fn keep_focus(event: MouseEvent) {
    if event.target_dyn_into::<HtmlInputElement>().is_none() {
        event.prevent_default();
    }
}

fn click(event: &MouseEvent, field: &NodeRef, handle: &dyn Fn(Input) -> bool) {
    let (Some(target), Some(field)) = (event.target_dyn_into::<Element>(), field.cast::<HtmlInputElement>())
    else {
        return;
    };
    let option =
        target.closest("[data-place]").ok().flatten().and_then(|option| option.get_attribute(OPTION));
    let input = match option {
        Some(id) => match place_by_id(&id) {
            Some(place) => Input::Item(place),
            None => return,
        },
        None => match &*target.tag_name() {
            "INPUT" => Input::Field,
            "BUTTON" => Input::Button,
            _ => return,
        },
    };
    let chosen = matches!(input, Input::Item(_));
    if handle(input) && !chosen {
        let _ = field.focus();
        field.select();
    }
    // A finger has chosen: the keyboard on the screen goes, so that what comes of it is seen.
    let touched = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if chosen && touched {
        let _ = field.blur();
    }
}
