//! SVG with texts as wide as they are: plotters' own backend guesses.

use super::theme::TEXT_UNIT;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::prelude::{DrawingBackend, SVGBackend};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind, FontStyle,
};

/// Parts of a CSS pixel: plotters' coordinates are whole numbers.
const PARTS: f64 = 8.0;

/// How wide a text of this size in CSS pixels is, also in CSS pixels; the last argument says whether it is bold.
pub type Ruler<'a> = dyn Fn(&str, f64, bool) -> f64 + 'a;

/// Writes SVG.
pub struct Svg<'a> {
    inner: SVGBackend<'a>,
    ruler: &'a Ruler<'a>,
}

/// What `draw` draws on an area of so many CSS pixels, as SVG of that size; it is given the area and its units per CSS
/// pixel.
pub fn svg(
    (width, height): (f64, f64),
    ruler: &Ruler,
    draw: impl FnOnce(&DrawingArea<Svg, Shift>, f64),
) -> String {
    let [width, height] = [width, height].map(|length| length.clamp(1.0, 10_000.0).round());
    let size = [width, height].map(|length| (length * PARTS) as u32);
    let mut out = String::new();
    {
        let inner = SVGBackend::with_string(&mut out, (size[0], size[1]));
        let area = Svg { inner, ruler }.into_drawing_area();
        draw(&area, PARTS);
        // A string takes whatever is written to it.
        let _ = area.present();
    }
    let fine = format!("width=\"{}\" height=\"{}\" viewBox", size[0], size[1]);
    out.replacen(&fine, &format!("width=\"{width}\" height=\"{height}\" viewBox"), 1)
}

type Failure<'a> = DrawingErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>;

impl<'a> DrawingBackend for Svg<'a> {
    type ErrorType = <SVGBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure<'a>> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Failure<'a>> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure<'a>> {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Failure<'a>> {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure<'a>> {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure<'a>> {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure<'a>> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure<'a>> {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Failure<'a>> {
        self.inner.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), Failure<'a>> {
        let size = style.size() / TEXT_UNIT / PARTS;
        let width = (self.ruler)(text, size, matches!(style.style(), FontStyle::Bold));
        Ok(((width * PARTS).ceil() as u32, (size * PARTS).ceil() as u32))
    }
}
