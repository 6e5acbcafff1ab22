//! A lever: a range input with a number field and − / + buttons, today's value and a guideline marked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::number_field::NumberField;
use crate::page::state::{Action, State};
use crate::scenario::digits;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

/// What a slider stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Leftmost.
    pub min: f64,
    /// Rightmost.
    pub max: f64,
    /// Smallest move.
    pub step: f64,
    /// Bounds of the number field, which may reach further than the slider.
    pub bounds: [f64; 2],
    /// Where it stands while nobody moves it, marked.
    pub today: Option<f64>,
    /// A range that is recommended, shaded.
    pub guideline: Option<[f64; 2]>,
}

/// How a slider is told of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The value as it is spoken; empty: the number and its unit.
    pub value: AttrValue,
    /// What its two ends mean, written under them.
    pub ends: Option<[AttrValue; 2]>,
    /// Whether the unit stands beside the name, and not only where it is read aloud.
    pub unit: bool,
    /// Whether the mark is the data file's usual value and not today's.
    pub usual: bool,
}

#[derive(Properties, PartialEq)]
pub struct SliderProps {
    pub name: AttrValue,
    /// Its whole name where `name` alone is not enough out of context.
    pub long_name: AttrValue,
    pub unit: AttrValue,
    /// One line under the slider.
    pub note: AttrValue,
    pub language: Language,
    pub value: f64,
    pub scale: Scale,
    #[prop_or_default]
    pub told: Told,
    /// Whether it cannot be moved as things stand.
    #[prop_or_default]
    pub disabled: bool,
    /// What it sets. No callbacks: a slider whose figures stay is not rendered again.
    pub setting: Key,
    /// Where that stands while nobody moves it, as links have it.
    pub home: AttrValue,
    pub store: UseReducerDispatcher<State>,
}

impl SliderProps {
    fn onchange(&self) -> Callback<f64> {
        let (store, key) = (self.store.clone(), self.setting);
        Callback::from(move |value: f64| store.dispatch(Action::Set(key, digits::write(value))))
    }

    fn go_home<E>(&self) -> impl Fn(E) + 'static {
        let (store, key, home) = (self.store.clone(), self.setting, self.home.clone());
        move |_| store.dispatch(Action::Set(key, home.to_string()))
    }
}

/// One lever.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let (scale, onchange) = (props.scale, props.onchange());
    let lever: AttrValue = props.setting.name().into();
    let id = format!("lever-{lever}");
    let note_id = format!("{id}-note");
    let oninput = {
        let onchange = onchange.clone();
        move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            if value.is_finite() {
                onchange.emit(value);
            }
        }
    };
    // Where it stood when a finger came down: one that goes on to scroll the page did not mean to move it.
    let held = use_mut_ref(|| props.value);
    let onpointerdown = {
        let (held, value) = (held.clone(), props.value);
        move |_: PointerEvent| *held.borrow_mut() = value
    };
    let onpointercancel = onchange.reform(move |_: PointerEvent| *held.borrow());
    let said =
        |text, name: &str, value: &str| fill(props.language.text(text), &[("name", name), ("value", value)]);
    let value = props.language.plain(props.value);
    let number_label = said(Text::ExploreValueOf, &props.long_name, &value);
    let spoken = match &*props.told.value {
        "" => format!("{value} {}", props.unit),
        told => told.to_owned(),
    };
    // A class that is not a literal would bring all of Yew's sets of classes.
    let unit = match props.told.unit {
        true => html! { <span class="lever-unit">{ format!(", {}", props.unit) }</span> },
        false => html! { <span class="visually-hidden">{ format!(" ({})", props.unit) }</span> },
    };
    html! {
        <div class="lever">
            <div class="lever-head">
                <label class="lever-name" for={id.clone()}>
                    { props.name.clone() }
                    { unit }
                </label>
                <div class="lever-value">
                    { nudge(props, &onchange, -1.0) }
                    <NumberField id={format!("{id}-number")} label={number_label} language={props.language}
                        value={props.value} min={scale.bounds[0]} max={scale.bounds[1]}
                        disabled={props.disabled} onchange={onchange.clone()} />
                    { nudge(props, &onchange, 1.0) }
                </div>
            </div>
            <div class="lever-track">
                { marks(&scale) }
                <input type="range" {id} class="lever-range" data-lever={lever}
                    min={digits::write(scale.min)} max={digits::write(scale.max)} step={digits::write(scale.step)}
                    value={digits::write(props.value)} aria-valuetext={spoken} disabled={props.disabled}
                    aria-describedby={note_id.clone()} {oninput} {onpointerdown} {onpointercancel} ondblclick={props.go_home()} />
            </div>
            { ends(&props.told) }
            <div class="lever-foot">
                <p class="lever-note" id={note_id} translate="no">{ props.note.clone() }</p>
                { back(props) }
            </div>
        </div>
    }
}

/// One step down or up, for those who cannot drag.
fn nudge(props: &SliderProps, onchange: &Callback<f64>, direction: f64) -> Html {
    let [low, high] = props.scale.bounds;
    let (value, step, onchange) = (props.value, props.scale.step, onchange.clone());
    // Whole steps from nought, so that a tenth of a million stays a tenth.
    let next = (((value / step).round() + direction) * step).max(low).min(high);
    let next = (next * 1e6).round() / 1e6;
    let (sign, text) = match direction < 0.0 {
        true => ("−", Text::ExploreFewer),
        false => ("+", Text::ExploreMore),
    };
    let label = fill(props.language.text(text), &[("name", &props.long_name)]);
    // Not `disabled` at its end: the keyboard would be thrown off the button that it has just pressed.
    let onclick = move |_| {
        if next != value {
            onchange.emit(next);
        }
    };
    html! {
        <button type="button" class="nudge" aria-label={label} disabled={props.disabled}
            aria-disabled={(next == value).to_string()} {onclick}>{ sign }</button>
    }
}

/// What the ends mean.
fn ends(told: &Told) -> Html {
    let [low, high] = told.ends.clone().unwrap_or_default();
    html! {
        <p class="strip-ends" hidden={told.ends.is_none()}><span>{ low }</span><span>{ high }</span></p>
    }
}

/// Today's value, and the way back to it; always there, so that nothing jumps when it is used.
fn back(props: &SliderProps) -> Html {
    let Some(today) = props.scale.today else { return html! { <span class="lever-today"></span> } };
    let value = props.language.plain(today);
    let (text, label) = match props.told.usual {
        true => (Text::ExploreUsual, Text::ExploreBackToUsual),
        false => (Text::ExploreToday, Text::ExploreBackToToday),
    };
    // What is seen is part of the name: who speaks to the machine says what they see.
    let seen = fill(props.language.text(text), &[("value", &value)]);
    let label = fill(props.language.text(label), &[("name", &props.long_name)]);
    html! {
        <button type="button" class="lever-today" aria-label={format!("{seen}, {label}")}
            disabled={props.disabled} aria-disabled={(props.value == today).to_string()} onclick={props.go_home()}>
            { seen }
        </button>
    }
}

/// The marks under the track, drawn so that the page's security policy needs no inline styles.
fn marks(scale: &Scale) -> Html {
    let at = |value: f64| 100.0 * ((value - scale.min) / (scale.max - scale.min)).clamp(0.0, 1.0);
    let guideline = scale.guideline.map(|[low, high]| {
        html! {
            <rect class="mark-guideline" x={digits::write(at(low))} width={digits::write(at(high) - at(low))}
                y="0" height="10" />
        }
    });
    let today = scale.today.map(|today| {
        html! { <rect class="mark-today" x={digits::write(at(today) - 0.35)} width="0.7" y="0" height="10" /> }
    });
    html! {
        <svg class="lever-marks" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <g>{ guideline.unwrap_or_default() }</g>
            <g>{ today.unwrap_or_default() }</g>
        </svg>
    }
}
