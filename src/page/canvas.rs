//! A canvas as a plotters backend: crisp at any device pixel ratio, smooth between the pixels.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::TEXT_UNIT;

/// Parts of a device pixel. Plotters' coordinates are whole numbers: in whole pixels a gentle curve is a
/// staircase, in eighths it is a curve.
const PARTS: f64 = 8.0;
/// Canvases above this many device pixels across are refused by some phones.
const MOST_PIXELS: f64 = 8192.0;

/// Draws through plotters-canvas, in eighths of a device pixel.
pub struct FineCanvas {
    inner: CanvasBackend,
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
    let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
    Some((FineCanvas { inner, context, size, ratio }.into_drawing_area(), ratio * PARTS))
}

type Failure = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

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

    /// Writes at the size of the page's own text and lets the transform enlarge it: system fonts have other
    /// letters and other spacing at the sizes that eighths of a pixel come to.
    fn write<S: BackendTextStyle>(&self, text: &str, style: &S, at: BackendCoord) -> Result<(), JsValue> {
        let (font, size) = self.font(style);
        let ((red, green, blue), alpha) = (style.color().rgb, style.color().alpha);
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
        context.set_fill_style_str(&format!("rgba({red},{green},{blue},{alpha})"));
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
        (format!("{} {size}px {}", style.style().as_str(), style.family().as_str()), size)
    }
}

impl DrawingBackend for FineCanvas {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), Failure> {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), Failure> {
        self.inner.draw_pixel(point, color)
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
        self.inner.draw_rect(from, to, style, fill)
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
            Some((from, to)) => self.inner.draw_rect(from, to, style, true),
            None => self.inner.draw_path(path, style),
        }
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        self.inner.fill_polygon(path, style)
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
        let width = WIDTHS.with_borrow_mut(|widths| widths.of(&self.context, font, text));
        let parts = |pixels: f64| (pixels * self.ratio * PARTS).ceil() as u32;
        Ok((parts(width), parts(size)))
    }
}

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
}

/// Widths of texts measured before: the same few labels are drawn at every frame.
#[derive(Default)]
struct Widths(HashMap<(String, String), f64>);

/// Numbers at line ends change all the time; so many are kept.
const MOST_WIDTHS: usize = 2000;

impl Widths {
    fn of(&mut self, context: &CanvasRenderingContext2d, font: String, text: &str) -> f64 {
        if self.0.len() >= MOST_WIDTHS {
            self.0.clear();
        }
        let measure = |(font, text): &(String, String)| {
            context.set_font(font);
            context.measure_text(text).map(|size| size.width()).unwrap_or_default()
        };
        *self.0.entry((font, text.to_owned())).or_insert_with_key(measure)
    }
}
