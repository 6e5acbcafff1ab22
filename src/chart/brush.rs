//! Draws lines, rings and texts given in CSS pixels onto a plotters area.

use super::layout::{LEADING, TICK_TEXT};
use super::theme::{Pen, TEXT_UNIT, Theme, opaque};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

/// What a drawing can fail with.
pub(super) type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// A place in CSS pixels from the upper left corner.
pub(super) type Point = (f64, f64);

/// The visual middle of figures and capitals lies this far, in ems, above the middle of the small letters
/// by which plotters centres text.
const OPTICAL_MIDDLE: f64 = 0.09;

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    pub size: f64,
    pub bold: bool,
    pub colour: RGBColor,
}

/// One drawing in progress.
pub(super) struct Brush<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    pub theme: &'a Theme,
    scale: f64,
}

impl<'a, DB: DrawingBackend> Brush<'a, DB> {
    /// A scale that no screen has is replaced by the nearest, or by one unit per pixel.
    pub fn new(area: &'a DrawingArea<DB, Shift>, theme: &'a Theme, scale: f64) -> Self {
        let scale = if scale.is_finite() && scale > 0.0 { scale.clamp(0.1, 1000.0) } else { 1.0 };
        Self { area, theme, scale }
    }

    /// Width and height of the area.
    pub fn size(&self) -> Point {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.scale, f64::from(height) / self.scale)
    }

    /// Covers everything.
    pub fn fill(&self, colour: RGBColor) -> Result<(), Failure<DB>> {
        self.area.fill(&colour)
    }

    /// How the texts of axes and keys look.
    pub fn small(&self) -> Letters {
        Letters { size: TICK_TEXT, bold: false, colour: self.theme.muted }
    }

    /// The width of a text.
    pub fn measure(&self, text: &str, letters: Letters) -> Result<f64, Failure<DB>> {
        let (width, _) = self.area.estimate_text_size(text, &self.style(letters, HPos::Left))?;
        Ok(f64::from(width) / self.scale)
    }

    /// The width of the widest of these texts; nought without any.
    pub fn widest<T: AsRef<str>>(
        &self,
        texts: impl IntoIterator<Item = T>,
        letters: Letters,
    ) -> Result<f64, Failure<DB>> {
        texts
            .into_iter()
            .try_fold(0.0_f64, |widest, text| Ok(widest.max(self.measure(text.as_ref(), letters)?)))
    }

    /// One line of text whose figures are centred on `at.1`.
    pub fn text(&self, text: &str, at: Point, anchor: HPos, letters: Letters) -> Result<(), Failure<DB>> {
        let at = (at.0, at.1 + letters.size * OPTICAL_MIDDLE);
        self.area.draw_text(text, &self.style(letters, anchor), self.unit(at))
    }

    /// A line through these points.
    pub fn stroke(&self, points: &[Point], pen: Pen) -> Result<(), Failure<DB>> {
        let style =
            ShapeStyle { color: opaque(pen.colour), filled: false, stroke_width: self.length(pen.width) };
        let units: Vec<(i32, i32)> = points.iter().map(|point| self.unit(*point)).collect();
        match pen.dash {
            None => self.area.draw(&PathElement::new(units, style)),
            Some((dash, gap)) => {
                let (dash, gap) = (self.length(dash) as i32, self.length(gap) as i32);
                self.area.draw(&DashedPathElement::new(units, dash, gap, style))
            }
        }
    }

    /// A filled box.
    pub fn cover(&self, from: Point, to: Point, colour: RGBColor) -> Result<(), Failure<DB>> {
        let style = ShapeStyle { color: opaque(colour), filled: true, stroke_width: 0 };
        self.area.draw(&Rectangle::new([self.unit(from), self.unit(to)], style))
    }

    /// A filled shape through which what lies under it can be seen; `opacity` from 0 to 1.
    pub fn tint(&self, outline: &[Point], colour: RGBColor, opacity: f64) -> Result<(), Failure<DB>> {
        let units: Vec<(i32, i32)> = outline.iter().map(|point| self.unit(*point)).collect();
        self.area.draw(&Polygon::new(units, colour.mix(opacity)))
    }

    /// Lines of text under each other, from the upper left corner.
    pub fn rows(&self, rows: &[String], from: Point, letters: Letters) -> Result<(), Failure<DB>> {
        for (row, text) in rows.iter().enumerate() {
            let y = from.1 + letters.size * LEADING * (row as f64 + 0.5);
            self.text(text, (from.0, y), HPos::Left, letters)?;
        }
        Ok(())
    }

    /// A circle that shows no line under it.
    pub fn ring(&self, at: Point, radius: f64, pen: Pen) -> Result<(), Failure<DB>> {
        let (at, radius) = (self.unit(at), self.length(radius));
        let inside = ShapeStyle { color: opaque(self.theme.paper), filled: true, stroke_width: 0 };
        let edge =
            ShapeStyle { color: opaque(pen.colour), filled: false, stroke_width: self.length(pen.width) };
        self.area.draw(&Circle::new(at, radius, inside))?;
        self.area.draw(&Circle::new(at, radius, edge))
    }

    /// A filled circle.
    #[cfg(feature = "more")]
    pub fn disc(&self, at: Point, radius: f64, colour: RGBColor) -> Result<(), Failure<DB>> {
        let style = ShapeStyle { color: opaque(colour), filled: true, stroke_width: 0 };
        self.area.draw(&Circle::new(self.unit(at), self.length(radius), style))
    }

    fn style(&self, letters: Letters, anchor: HPos) -> TextStyle<'a> {
        let weight = if letters.bold { FontStyle::Bold } else { FontStyle::Normal };
        let family = FontFamily::Name(&self.theme.font);
        let font = FontDesc::new(family, letters.size * TEXT_UNIT * self.scale, weight);
        let pos = Pos::new(anchor, VPos::Center);
        TextStyle { font, color: letters.colour.to_backend_color(), pos }
    }

    fn unit(&self, (x, y): Point) -> (i32, i32) {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    /// A length that does not vanish.
    fn length(&self, pixels: f64) -> u32 {
        ((pixels * self.scale).round() as u32).max(1)
    }
}
