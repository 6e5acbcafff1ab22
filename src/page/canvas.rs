//! A canvas as a plotters backend: crisp at any device pixel ratio, smooth between the pixels.
//!
//! It draws by itself: plotters-canvas writes its colours with all the machinery of floating-point text.

mod widths;

use std::convert::Infallible;
use std::f64::consts::TAU;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::TEXT_UNIT;
use crate::scenario::digits;

/// Parts of a device pixel. Plotters' coordinates are whole numbers: in whole pixels a gentle curve is a
/// staircase, in eighths it is a curve.
const PARTS: f64 = 8.0;
/// Canvases above this many device pixels across are refused by some phones.
const MOST_PIXELS: f64 = 8192.0;

/// Draws in eighths of a device pixel.
pub struct FineCanvas {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Device pixels per CSS pixel.
    ratio: f64,
}

/// Sets the canvas up for a CSS size and gives the area to draw on, with its units per CSS pixel; `None` where
/// there is nothing to draw on.
pub fn prepare(
    canvas: &HtmlCanvasElement,
    width: f64,
    height: f64,
    ratio: f64,
) -> Option<(DrawingArea<FineCanvas, Shift>, f64)> {
    let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
    let pixels = |length: f64| (length * ratio).round().clamp(0.0, MOST_PIXELS);
    let (across, down) = (pixels(width), pixels(height));
    if across < 1.0 || down < 1.0 {
        return None;
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Setting a size makes a new canvas, even when it is the same; a chart covers the old picture anyway.
    if (canvas.width(), canvas.height()) != (across as u32, down as u32) {
        canvas.set_width(across as u32);
        canvas.set_height(down as u32);
    }
    context.set_transform(1.0 / PARTS, 0.0, 0.0, 1.0 / PARTS, 0.0, 0.0).ok()?;
    context.set_line_join("round");
    let size = ((across * PARTS) as u32, (down * PARTS) as u32);
    Some((FineCanvas { context, size, ratio }.into_drawing_area(), ratio * PARTS))
}

/// Drawing on a canvas does not fail; a shape that has no place is left out.
type Failure = DrawingErrorKind<Infallible>;

impl FineCanvas {
    /// The box that a straight hairline covers, on whole device pixels: between them it would be two pixels
    /// of half the strength. Wider lines are not moved; they are data.
    fn hairline(
        &self,
        from: BackendCoord,
        to: BackendCoord,
        width: u32,
    ) -> Option<(BackendCoord, BackendCoord)> {
        if f64::from(width) > self.ratio * PARTS || (from.0 != to.0 && from.1 != to.1) {
            return None;
        }
        let thick = (f64::from(width) / PARTS).round().max(1.0) * PARTS;
        let edge = |middle: i32| ((f64::from(middle) - thick / 2.0) / PARTS).round() * PARTS;
        let (first, last) = (from.min(to), from.max(to));
        Some(if from.1 == to.1 {
            let top = edge(from.1);
            ((first.0, top as i32), (last.0, (top + thick) as i32))
        } else {
            let left = edge(from.0);
            ((left as i32, first.1), ((left + thick) as i32, last.1))
        })
    }

    fn fill_box(&self, from: BackendCoord, to: BackendCoord, color: BackendColor) {
        let corner = (f64::from(from.0), f64::from(from.1));
        self.context.set_fill_style_str(&css(color));
        self.context.fill_rect(corner.0, corner.1, f64::from(to.0) - corner.0, f64::from(to.1) - corner.1);
    }

    /// Begins a path along these points.
    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in path {
            // The first one begins the line.
            self.context.line_to(x.into(), y.into());
        }
    }

    /// Fills the path, or draws along it.
    fn paint<S: BackendStyle>(&self, style: &S, fill: bool) {
        let color = css(style.color());
        if fill {
            self.context.set_fill_style_str(&color);
            self.context.fill();
        } else {
            self.context.set_stroke_style_str(&color);
            self.context.set_line_width(style.stroke_width().into());
            self.context.stroke();
        }
    }

    /// Writes at the size of the page's own text and lets the transform enlarge it: system fonts have other
    /// letters and other spacing at the sizes that eighths of a pixel come to.
    fn write<S: BackendTextStyle>(&self, text: &str, style: &S, at: BackendCoord) -> Result<(), JsValue> {
        let (font, size) = self.font(style);
        // The same baselines as in SVG drawings.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.76,
            VPos::Center => 0.27,
            VPos::Bottom => -0.27,
        };
        let quarters = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => 1.0,
            FontTransform::Rotate180 => 2.0,
            FontTransform::Rotate270 => 3.0,
        };
        let context = &self.context;
        // Letters start on whole device pixels, else their stems and feet are grey.
        let (x, y) = ((f64::from(at.0) / PARTS).round(), (f64::from(at.1) / PARTS).round());
        context.set_transform(self.ratio, 0.0, 0.0, self.ratio, x, y)?;
        context.rotate(quarters * std::f64::consts::FRAC_PI_2)?;
        context.set_font(&font);
        context.set_fill_style_str(&css(style.color()));
        context.set_text_baseline("alphabetic");
        context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        context.fill_text(text, 0.0, (down * size * self.ratio).round() / self.ratio)?;
        context.set_transform(1.0 / PARTS, 0.0, 0.0, 1.0 / PARTS, 0.0, 0.0)
    }

    /// The font as CSS has it, and its size in CSS pixels.
    fn font<S: BackendTextStyle>(&self, style: &S) -> (String, f64) {
        let size = style.size() / TEXT_UNIT / (self.ratio * PARTS);
        ([style.style().as_str(), " ", &digits::write(size), "px ", style.family().as_str()].concat(), size)
    }
}

/// A colour as CSS has it: `#rrggbbaa`.
fn css(color: BackendColor) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let (red, green, blue) = color.rgb;
    let parts = [red, green, blue, (color.alpha * 255.0).round() as u8];
    let digit = |part: u8| char::from(DIGITS[usize::from(part)]);
    std::iter::once('#')
        .chain(parts.into_iter().flat_map(|part| [digit(part / 16), digit(part % 16)]))
        .collect()
}

impl DrawingBackend for FineCanvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        self.fill_box(point, (point.0 + 1, point.1 + 1), color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), Failure> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        // Between device pixels neighbouring boxes would let what lies under them shine through a seam.
        let whole = |at: i32| ((f64::from(at) / PARTS).round() * PARTS) as i32;
        let [from, to] = [upper_left, bottom_right].map(|(x, y)| (whole(x), whole(y)));
        if fill {
            self.fill_box(from, to, style.color());
            return Ok(());
        }
        let ((left, top), (right, bottom)) = (from, to);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        self.trace(corners);
        self.context.close_path();
        self.paint(style, false);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        let hairline = match path[..] {
            [from, to] => self.hairline(from, to, style.stroke_width()),
            _ => None,
        };
        match hairline {
            Some((from, to)) => self.fill_box(from, to, style.color()),
            None => {
                self.trace(path);
                self.paint(style, false);
            }
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.context.begin_path();
        // The only errors are of numbers that are none.
        let _ = self.context.arc(center.0.into(), center.1.into(), radius.into(), 0.0, TAU);
        self.paint(style, fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        self.trace(path);
        self.paint(style, true);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), Failure> {
        // The only errors are of numbers that are none; a text that has no place is left out.
        let _ = self.write(text, style, at);
        Ok(())
    }

    /// Measured by the canvas: plotters' own way puts an element in the page for each text and lays it out.
    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), Failure> {
        let (font, size) = self.font(style);
        let width = widths::width(&self.context, font, text);
        let parts = |pixels: f64| (pixels * self.ratio * PARTS).ceil() as u32;
        Ok((parts(width), parts(size)))
    }
}
