//! What stands still under the lines while they move: grid, axes, the unit, what happens in which month. It can be
//! drawn once and kept.

use super::band::Explained;
use super::brush::{Brush, Failure};
use super::label::{Block, apart};
use super::layout::{Frame, GAP, LEADING, TICK_LENGTH, TICK_TEXT, stride};
use super::line::{Laid, LineChart};
use super::theme::{Pen, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Horizontal grid lines stand at least this far apart.
const LEAST_STEP: f64 = 26.0;

/// Something that happens in a month, marked by an upright line with its name above the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Months from the start.
    pub month: f64,
    /// Its name, one short row.
    pub label: String,
}

/// The ground of a chart: as long as it is equal, and the theme, the unit, the size and the language are the same,
/// it need not be drawn again.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    pub(super) frame: Frame,
    explained: Option<Explained>,
    /// The events within the frame, with the left end of their names where there is space for them.
    events: Vec<(Event, Option<f64>)>,
}

impl LineChart<'_> {
    /// The plot: what the texts around it leave.
    pub(super) fn ground<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        room: f64,
        explained: Option<Explained>,
    ) -> Result<Ground, Failure<DB>> {
        let (width, height) = brush.size();
        let letters = brush.small();
        let mut left: f64 = 0.0;
        for (_, text) in self.ticks(1) {
            left = left.max(brush.measure(&text, letters)? + GAP);
        }
        let right = if room > 0.0 { room + GAP } else { TICK_TEXT };
        let left = left.min(width * 0.35).ceil();
        let top = if self.y_unit.is_empty() { TICK_TEXT } else { TICK_TEXT * 2.0 };
        let mut top = explained.as_ref().map_or(top, |words| top.max(words.bottom() + TICK_TEXT * 0.6));
        let within = |event: &&Event| (0.0..=f64::from(self.months)).contains(&event.month);
        let events: Vec<&Event> = self.events.iter().filter(within).collect();
        if !events.is_empty() {
            top += TICK_TEXT * LEADING;
        }
        let bottom = TICK_LENGTH + TICK_TEXT * 1.5;
        let plot = Block {
            left,
            top,
            width: (width - left - right).max(1.0).floor(),
            height: (height - top - bottom).max(1.0).floor(),
        };
        let frame = Frame { plot, months: self.months, axis: self.axis };
        let events = placed(brush, &frame, &events)?;
        Ok(Ground { frame, explained, events })
    }

    /// Covers the area and draws what stands still; nothing more where the area is too small.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw_ground<DB: DrawingBackend>(
        &self,
        laid: Option<&Laid>,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<(), Failure<DB>> {
        let brush = &Brush::new(area, theme, scale);
        brush.fill(theme.paper)?;
        let Some(Laid { ground: Ground { frame, explained, events }, .. }) = laid else { return Ok(()) };
        self.draw_grid(brush, frame)?;
        self.draw_years(brush, frame)?;
        for (event, left) in events {
            draw_event(brush, frame, event, *left)?;
        }
        match explained {
            Some(explained) => explained.draw(brush),
            None => Ok(()),
        }
    }

    /// Every so many-th tick of the y axis with its text; zero is always among them.
    fn ticks(&self, every: u32) -> Vec<(f64, String)> {
        let chosen = |value: &f64| ((value / self.axis.step()).round() as i64) % i64::from(every) == 0;
        let decimals = self.axis.decimals();
        self.axis.ticks().filter(chosen).map(|value| (value, (self.y_label)(value, decimals))).collect()
    }

    fn draw_grid<DB: DrawingBackend>(&self, brush: &Brush<DB>, frame: &Frame) -> Result<(), Failure<DB>> {
        let letters = brush.small();
        let plot = frame.plot;
        // The years hang on a line, also where the lowest tick is one that is left out.
        let ground = [(plot.left, plot.bottom()), (plot.right(), plot.bottom())];
        brush.stroke(&ground, Pen::solid(brush.theme.grid, 1.0))?;
        let spacing = (frame.y(frame.axis.low()) - frame.y(frame.axis.low() + frame.axis.step())).abs();
        for (value, text) in self.ticks(stride(spacing, LEAST_STEP)) {
            let y = frame.y(value);
            // The one line in ink is zero: an axis that starts elsewhere must not look as if it stood on ground.
            let pen = if value == 0.0 {
                Pen::solid(brush.theme.ink, 1.0)
            } else {
                Pen::solid(brush.theme.grid, 1.0)
            };
            brush.stroke(&[(plot.left, y), (plot.right(), y)], pen)?;
            brush.text(&text, (plot.left - GAP, y), HPos::Right, letters)?;
        }
        brush.text(self.y_unit, (0.0, TICK_TEXT * 0.6), HPos::Left, letters)
    }

    fn draw_years<DB: DrawingBackend>(&self, brush: &Brush<DB>, frame: &Frame) -> Result<(), Failure<DB>> {
        let letters = brush.small();
        let pen = Pen::solid(brush.theme.muted, 1.0);
        let years = self.months / 12;
        let widest = brush.measure(&(self.x_label)(years, false), letters)?;
        let every = stride(frame.x(12.0) - frame.x(0.0), widest + GAP * 2.0);
        let shown: Vec<u16> = (0..=years).step_by(every as usize).collect();
        let bottom = frame.plot.bottom();
        for year in &shown {
            let x = frame.x(f64::from(*year) * 12.0);
            brush.stroke(&[(x, bottom), (x, bottom + TICK_LENGTH)], pen)?;
            let y = bottom + TICK_LENGTH + TICK_TEXT * 0.8;
            if shown.last() != Some(year) {
                brush.text(&(self.x_label)(*year, false), (x, y), HPos::Center, letters)?;
                continue;
            }
            // The last one has the unit behind it, and its figure as far from the one before as all others.
            let text = (self.x_label)(*year, true);
            let beside = x - brush.measure(&(self.x_label)(*year, false), letters)? / 2.0;
            let most = brush.size().0 - brush.measure(&text, letters)?;
            brush.text(&text, (beside.min(most), y), HPos::Left, letters)?;
        }
        Ok(())
    }
}

/// The names of the events side by side above the plot, moved as little as possible.
fn placed<DB: DrawingBackend>(
    brush: &Brush<DB>,
    frame: &Frame,
    events: &[&Event],
) -> Result<Vec<(Event, Option<f64>)>, Failure<DB>> {
    let mut wanted = Vec::new();
    for event in events {
        wanted.push((frame.x(event.month), brush.measure(&event.label, brush.small())? + GAP));
    }
    // Not over the texts of the axis.
    let lefts = apart(&wanted, frame.plot.left, brush.size().0);
    Ok(events.iter().zip(lefts).map(|(event, left)| ((*event).clone(), left)).collect())
}

fn draw_event<DB: DrawingBackend>(
    brush: &Brush<DB>,
    frame: &Frame,
    event: &Event,
    left: Option<f64>,
) -> Result<(), Failure<DB>> {
    let x = frame.x(event.month);
    let pen = Pen { dash: Some((2.0, 3.0)), ..Pen::solid(brush.theme.muted, 1.0) };
    brush.stroke(&[(x, frame.plot.top - GAP / 4.0), (x, frame.plot.bottom())], pen)?;
    match left {
        Some(left) => {
            let y = frame.plot.top - TICK_TEXT * LEADING / 2.0 - GAP / 4.0;
            brush.text(&event.label, (left + GAP / 2.0, y), HPos::Left, brush.small())
        }
        None => Ok(()),
    }
}
