//! Light and dark: the visitor's choice, else the system's; and the colours as the charts need them.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use plotters::style::RGBColor;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use yew::prelude::*;

use super::state::Shade;
use crate::chart::Theme;
use crate::scenario::digits;

/// The shade in force, and the colours that go with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// Light or dark.
    pub shade: Shade,
    /// As the style sheet has them now.
    pub colours: Theme,
}

/// Follows the visitor's choice, the system's shade and the system's forced colours.
#[hook]
pub fn use_paint(chosen: Option<Shade>) -> Paint {
    let paint = use_state_eq(|| paint(chosen));
    let set = paint.setter();
    use_effect_with(chosen, move |chosen| {
        let chosen = *chosen;
        match chosen {
            Some(shade) => mark_document("data-theme", shade.name()),
            // Without the attribute the system's shade stays in force.
            None => {
                let _ = document_element().remove_attribute("data-theme");
            }
        }
        set.set(self::paint(chosen));
        let listeners = QUERIES.map(|query| {
            let list = window().match_media(query).ok().flatten()?;
            let set = set.clone();
            Some(EventListener::new(&list, "change", move |_| set.set(self::paint(chosen))))
        });
        move || drop(listeners)
    });
    (*paint).clone()
}

/// Sets an attribute of the document that its whole style may hang on, unless it has that value: told the same again, a
/// browser works out the style of everything anew. A document that cannot be told still shows the right words.
pub fn mark_document(attribute: &str, value: &str) {
    let root = document_element();
    if root.get_attribute(attribute).as_deref() != Some(value) {
        let _ = root.set_attribute(attribute, value);
    }
}

const DARK: &str = "(prefers-color-scheme: dark)";
const QUERIES: [&str; 2] = [DARK, "(forced-colors: active)"];

fn paint(chosen: Option<Shade>) -> Paint {
    let system = || {
        let dark = window().match_media(DARK).ok().flatten().is_some_and(|list| list.matches());
        if dark { Shade::Dark } else { Shade::Light }
    };
    Paint { shade: chosen.unwrap_or_else(system), colours: colours() }
}

/// The light colours, whatever is in force: for paper, and for pictures that leave the page. They are read from the
/// style sheet as if light had been chosen; nothing is painted in between.
#[cfg(feature = "more")]
pub fn light() -> Theme {
    let root = document_element();
    let chosen = root.get_attribute("data-theme");
    let _ = root.set_attribute("data-theme", Shade::Light.name());
    let light = colours();
    let _ = match chosen {
        Some(chosen) => root.set_attribute("data-theme", &chosen),
        None => root.remove_attribute("data-theme"),
    };
    light
}

/// The colours that are in force now.
#[cfg(feature = "more")]
pub fn now() -> Theme {
    colours()
}

/// The same on white, as paper is.
#[cfg(feature = "more")]
pub fn on_paper() -> Theme {
    Theme { paper: WHITE, ..light() }
}

const WHITE: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// Reads the custom properties of the style sheet; a missing one is drawn in ink.
fn colours() -> Theme {
    let style = window().get_computed_style(&document_element()).ok().flatten();
    let property = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok());
        value.unwrap_or_default().trim().to_owned()
    };
    let context = scratch();
    let known = |name: &str| colour(&property(name)).or_else(|| named(context.as_ref()?, &property(name)));
    let colour = |name: &str| known(name).unwrap_or(RGBColor(0x22, 0x22, 0x22));
    Theme {
        paper: known("--paper").unwrap_or(WHITE),
        ink: colour("--ink"),
        muted: colour("--muted"),
        grid: colour("--grid"),
        plan: colour("--plan"),
        municipality: colour("--municipality"),
        state: colour("--state"),
        above: colour("--above"),
        below: colour("--below"),
        band_outer: digits::read(&property("--band-outer")).unwrap_or_default(),
        band_inner: digits::read(&property("--band-inner")).unwrap_or_default(),
        font: match property("--font") {
            font if font.is_empty() => "system-ui, sans-serif".to_owned(),
            font => font,
        },
    }
}

/// A canvas that is never shown, to ask what a colour is.
fn scratch() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Any other CSS colour, such as the visitor's own in forced colours (`Canvas`): a canvas gives back what it
/// is told as `#rrggbb`, and keeps what it had where it does not understand.
fn named(context: &CanvasRenderingContext2d, text: &str) -> Option<RGBColor> {
    context.set_fill_style_str(text);
    colour(&context.fill_style().as_string()?).filter(|_| !text.is_empty())
}

/// A colour of the style sheet, `#rrggbb`.
fn colour(text: &str) -> Option<RGBColor> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| digits.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
    Some(RGBColor(part(0)?, part(2)?, part(4)?))
}
