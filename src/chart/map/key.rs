//! The key of a map: what the values are, and which colour means how much.

use super::super::brush::{Brush, Failure, Letters, Point};
use super::super::layout::{GAP, LEADING, TICK_TEXT, stride};
use super::super::theme::Pen;
use super::shades::Shades;
use super::{MapChart, hatch, outline, wrapped};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

const HEIGHT: f64 = 14.0;
const WIDEST: f64 = 360.0;
/// The sample of the hatching.
const SWATCH: f64 = 26.0;

/// Draws the key at the top; gives where it ends.
pub(super) fn draw<DB: DrawingBackend>(
    chart: &MapChart,
    brush: &Brush<DB>,
    shades: &Shades,
) -> Result<f64, Failure<DB>> {
    let (width, _) = brush.size();
    let ink = Letters { colour: brush.theme.ink, ..brush.small() };
    let rows = wrapped(brush, chart.title, width)?;
    brush.rows(&rows, (0.0, 0.0), ink)?;
    let top = rows.len() as f64 * TICK_TEXT * LEADING + GAP / 2.0;
    let bar = bar(chart, brush, shades, top)?;
    let beneath = top + HEIGHT + TICK_TEXT * LEADING + GAP;
    if chart.missing.is_empty() || chart.values.iter().all(|value| value.is_finite()) {
        return Ok(beneath);
    }
    let needed = SWATCH + GAP + brush.measure(chart.missing, ink)?;
    let beside = bar + GAP * 3.0;
    let (at, bottom) = match beside + needed <= width {
        true => ((beside, top), beneath),
        false => ((0.0, beneath), beneath + TICK_TEXT * LEADING + GAP / 2.0),
    };
    missing(chart.missing, brush, at, ink)?;
    Ok(bottom)
}

/// The colours in a row with their numbers beneath; gives where the row ends.
fn bar<DB: DrawingBackend>(
    chart: &MapChart,
    brush: &Brush<DB>,
    shades: &Shades,
    top: f64,
) -> Result<f64, Failure<DB>> {
    let (axis, letters) = (shades.axis, brush.small());
    let ticks: Vec<(f64, String)> =
        axis.ticks().map(|value| (value, (chart.label)(value, axis.decimals()))).collect();
    let widest = brush.widest(ticks.iter().map(|(_, text)| text), letters)?;
    // The numbers at both ends are centred under them.
    let left = (widest / 2.0).ceil().min(brush.size().0 * 0.35);
    let width = (brush.size().0.min(WIDEST) - 2.0 * left).max(1.0);
    let x = |value: f64| left + width * (value - axis.low()) / (axis.high() - axis.low());
    let steps = ((axis.high() - axis.low()) / shades.step()).round() as u32;
    for step in 0..steps {
        let [from, to] = [step, step + 1].map(|step| axis.low() + f64::from(step) * shades.step());
        let colour = shades.class((from + to) / 2.0).map(|class| shades.colour(class));
        brush.cover((x(from), top), (x(to), top + HEIGHT), colour.unwrap_or(brush.theme.paper))?;
    }
    outline(brush, (left, top), (left + width, top + HEIGHT))?;
    let every = i64::from(stride(x(axis.low() + axis.step()) - left, widest + GAP));
    for (value, text) in ticks.iter().filter(|(value, _)| (value / axis.step()).round() as i64 % every == 0) {
        let bottom = top + HEIGHT;
        // Nought is marked as on the map.
        let pen =
            if *value == 0.0 { Pen::solid(brush.theme.ink, 2.0) } else { Pen::solid(brush.theme.muted, 1.0) };
        let from = if *value == 0.0 { top } else { bottom };
        brush.stroke(&[(x(*value), from), (x(*value), bottom + 3.0)], pen)?;
        brush.text(text, (x(*value), bottom + 3.0 + TICK_TEXT * 0.7), HPos::Center, letters)?;
    }
    Ok(left * 2.0 + width)
}

fn missing<DB: DrawingBackend>(
    text: &str,
    brush: &Brush<DB>,
    at: Point,
    letters: Letters,
) -> Result<(), Failure<DB>> {
    let row = TICK_TEXT * LEADING;
    for line in [0.3, 0.5, 0.7] {
        hatch(brush, (at.0, at.1 + row * line), at.0 + SWATCH)?;
    }
    brush.rows(&[text.to_owned()], (at.0 + SWATCH + GAP, at.1), letters)
}
