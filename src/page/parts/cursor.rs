//! Reading a chart off: by mouse, by finger and by keys.
//!
//! To a screen reader it is a slider over the months: what it stands at is said when it is moved, and at no other time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::chart::Asked;
use super::sheet::{Hold, Plotted};
use crate::scenario::digits;
use crate::words::text::{Language, Text, fill};

/// What lies over a chart to read it off, and what it reads; nothing of what has no months.
#[hook]
pub fn use_reading(
    plot: &Plotted,
    title: &AttrValue,
    language: Language,
    hold: &Rc<RefCell<Hold>>,
    asked: Option<&Asked>,
) -> (Html, Html) {
    let (plot, line) = (&plot.0, use_node_ref());
    let at = use_state_eq(|| None::<u16>);
    let months = plot.months();
    let month = at.map(|month| month.min(months));
    {
        // After the drawing, which may move the plot.
        let (line, hold) = (line.clone(), hold.clone());
        use_effect(move || {
            if let Some(month) = month {
                place(&line, hold.borrow().plot, month, months);
            }
        });
    }
    {
        let (set, hold) = (at.setter(), hold.clone());
        #[cfg(feature = "more")]
        let begun = asked.and_then(|asked| asked.at);
        #[cfg(not(feature = "more"))]
        let begun = None;
        use_effect_with((), move |()| {
            if let Some(x) = begun {
                begin(&hold, x, months, set, TRIES);
            }
        });
    }
    if months == 0 {
        return <(Html, Html)>::default();
    }
    let text: AttrValue = month.map(|month| plot.at(month, language)).unwrap_or_default().into();
    let label = fill(language.text(Text::ChartRead), &[("chart", title)]);
    let over =
        cursor(Cursor { label, months, month, text: text.clone(), hold, line, set: at.setter(), asked });
    let under = match month {
        Some(_) => html! { <p class="readout">{ text }</p> },
        None => html! { <p class="readout idle">{ language.text(Text::ChartReadHow) }</p> },
    };
    (over, under)
}

/// Looks so often whether the chart has been drawn.
const TRIES: u8 = 40;
const BETWEEN: u32 = 50;

/// Reads where a pointer was when this was fetched, once the chart is there: the first tap reads its own place.
fn begin(hold: &Rc<RefCell<Hold>>, x: f64, months: u16, set: UseStateSetter<Option<u16>>, tries: u8) {
    match hold.borrow().plot {
        Some(plot) => set.set(Some(month_at(plot, x, months))),
        None if tries > 0 => {
            let hold = hold.clone();
            Timeout::new(BETWEEN, move || begin(&hold, x, months, set, tries - 1)).forget();
        }
        None => {}
    }
}

/// The month that lies so far from the left of a chart.
fn month_at([left, _, right, _]: [f64; 4], x: f64, months: u16) -> u16 {
    let share = (x - left) / (right - left).max(1.0);
    (share.clamp(0.0, 1.0) * f64::from(months)).round() as u16
}

/// What can be read off, and where it stands.
struct Cursor<'a> {
    /// What it is called.
    label: String,
    /// The last month.
    months: u16,
    /// Where it stands.
    month: Option<u16>,
    /// What it reads there.
    text: AttrValue,
    hold: &'a Rc<RefCell<Hold>>,
    /// What it is asked for by.
    asked: Option<&'a Asked>,
    line: NodeRef,
    set: UseStateSetter<Option<u16>>,
}

/// Puts the line of a cursor where its month lies.
fn place(line: &NodeRef, plot: Option<[f64; 4]>, month: u16, months: u16) {
    let (Some(line), Some([left, top, right, bottom])) = (line.cast::<HtmlElement>(), plot) else { return };
    let x = left + (right - left) * f64::from(month) / f64::from(months.max(1));
    for (name, value) in [("left", x), ("top", top), ("height", bottom - top)] {
        let _ = line.style().set_property(name, &(digits::write(value) + "px"));
    }
}

/// Lies over a chart of lines.
fn cursor(cursor: Cursor) -> Html {
    let Cursor { label, months, month, text, hold, line, set, asked } = cursor;
    let asked = asked.map(|asked| asked.name.clone());
    let point = {
        let (set, hold) = (set.clone(), hold.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(plot) = hold.borrow().plot else { return };
            set.set(Some(month_at(plot, event.offset_x().into(), months)));
        })
    };
    let leave = {
        let set = set.clone();
        // A finger that is lifted leaves its reading.
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                set.set(None);
            }
        })
    };
    let onkeydown = {
        let set = set.clone();
        move |event: KeyboardEvent| {
            let Some(next) = after(&event, month.unwrap_or(months), months) else { return };
            event.prevent_default();
            set.set(next);
        }
    };
    let onfocus = {
        let set = set.clone();
        move |_| set.set(Some(month.unwrap_or(months)))
    };
    let onblur = move |_| set.set(None);
    // A pointer reads where it is; the keyboard's focus stays where the keyboard is.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let text = month.map(|_| text);
    html! {
        <div class="cursor" role="slider" tabindex="0" data-asked={asked} aria-label={label} aria-valuemin="0"
            aria-valuemax={months.to_string()} aria-valuenow={month.unwrap_or(months).to_string()} aria-valuetext={text}
            onpointermove={point.clone()} onpointerdown={point} onpointerleave={leave} {onmousedown} {onkeydown} {onfocus} {onblur}>
            <span ref={line} class="cursor-line" hidden={month.is_none()}></span>
        </div>
    }
}

/// Where a key leads: a year on or back, with Shift a month; `None` where it leads nowhere.
fn after(event: &KeyboardEvent, month: u16, months: u16) -> Option<Option<u16>> {
    let month_by_month = event.shift_key();
    Some(match &*event.key() {
        "ArrowRight" | "ArrowUp" if month_by_month => Some(months.min(month + 1)),
        "ArrowLeft" | "ArrowDown" if month_by_month => Some(month.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some(months.min((month / 12 + 1) * 12)),
        "ArrowLeft" | "ArrowDown" => Some(month.saturating_sub(1) / 12 * 12),
        "Home" => Some(0),
        "End" => Some(months),
        "Escape" => None,
        _ => return None,
    })
}
