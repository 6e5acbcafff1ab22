//! A canvas as a plotters backend: crisp at any device pixel ratio, smooth between the pixels.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::Pos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
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
    // Setting a size clears the canvas and its transform, even when it is the same.
    canvas.set_width(across as u32);
    canvas.set_height(down as u32);
    context.scale(1.0 / PARTS, 1.0 / PARTS).ok()?;
    context.set_line_join("round");
    let size = ((across * PARTS) as u32, (down * PARTS) as u32);
    let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
    Some((FineCanvas { inner, context, size }.into_drawing_area(), ratio * PARTS))
}

type Failure = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

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
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        self.inner.draw_path(path, style)
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
        self.inner.draw_text(text, &TrueSize(style), at)
    }

    /// Measured by the canvas: plotters' own way puts an element in the page for each text and lays it out.
    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), Failure> {
        let size = style.size() / TEXT_UNIT;
        let font = format!("{} {size}px {}", style.style().as_str(), style.family().as_str());
        let width = WIDTHS.with_borrow_mut(|widths| widths.of(&self.context, font, text));
        Ok((width.ceil() as u32, size.ceil() as u32))
    }
}

/// A text style whose size is in the backend's units, without plotters' own unit of text.
struct TrueSize<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for TrueSize<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }
    fn size(&self) -> f64 {
        self.0.size() / TEXT_UNIT
    }
    fn transform(&self) -> FontTransform {
        self.0.transform()
    }
    fn style(&self) -> FontStyle {
        self.0.style()
    }
    fn anchor(&self) -> Pos {
        self.0.anchor()
    }
    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        pos: BackendCoord,
        draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, pos, draw)
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
        if self.0.len() > MOST_WIDTHS {
            self.0.clear();
        }
        context.set_font(&font);
        let measure = || context.measure_text(text).map(|size| size.width()).unwrap_or_default();
        *self.0.entry((font, text.to_owned())).or_insert_with(measure)
    }
}
