//! A published figure and the model's on one line: a ring, and a line in its band.

use yew::prelude::*;

use crate::chart::range::Axis;
use crate::questions::case::Figure;
use crate::scenario::digits;
use crate::scenario::published::Comparison;
use crate::words::case;
use crate::words::text::{Language, Text, fill};

/// Room at either end for a ring, in parts of a hundred.
const MARGIN: f64 = 3.0;
/// A band is at least so wide.
const LEAST: f64 = 0.8;

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    pub language: Language,
    pub figure: Figure,
}

/// The picture, with the ends of its line in words.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let language = props.language;
    let Figure { comparison: Comparison { published, research, .. }, today, band, .. } = props.figure;
    let all = band.into_iter().chain([published.value, research, today]);
    let (low, high) =
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let axis = Axis::of([low, high], 1.0);
    let at = |value: f64| {
        let share = (value - axis.low()) / (axis.high() - axis.low());
        MARGIN + (100.0 - 2.0 * MARGIN) * share.clamp(0.0, 1.0)
    };
    let percent = |value: f64| format!("{}%", digits::write(value));
    let span = |from: f64, to: f64, class: &'static str, [top, height]: [&'static str; 2]| {
        let (left, width) = (at(from), (at(to) - at(from)).max(LEAST));
        html! { <rect {class} x={percent(left)} width={percent(width)} y={top} {height} /> }
    };
    let mark = |value: f64, class: &'static str, [top, bottom]: [&'static str; 2]| {
        html! { <line {class} x1={percent(at(value))} x2={percent(at(value))} y1={top} y2={bottom} /> }
    };
    let figure = |value| case::figure(language, published.name, value);
    let values = [
        ("name", &*case::series_name(language, published)),
        ("both", &*case::both(language, &props.figure)),
        ("today", &*figure(today)),
    ];
    let label = fill(language.text(Text::CasesPicture), &values);
    html! {
        <div class="told">
            <svg class="told-line" role="img" aria-label={label}>
                <line class="told-axis" x1={percent(MARGIN)} x2={percent(100.0 - MARGIN)} y1="20" y2="20" />
                { span(band[0], band[4], "told-band", ["10", "20"]) }
                { span(band[1], band[3], "told-band-inner", ["10", "20"]) }
                { mark(today, "told-today", ["12", "28"]) }
                { mark(research, "told-model", ["6", "34"]) }
                <circle class="told-ring" cx={percent(at(published.value))} cy="20" r="7" />
            </svg>
            <p class="strip-ends" aria-hidden="true">
                <span>{ figure(axis.low()) }</span><span>{ figure(axis.high()) }</span>
            </p>
        </div>
    }
}
