//! A canvas as a plotters backend: crisp at any device pixel ratio, smooth between the pixels.
//!
//! It draws by itself: plotters-canvas writes its colours with all the machinery of floating-point text.

mod backend;
mod widths;

use std::cell::Cell;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::TEXT_UNIT;

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
    now: Now,
}

/// What the canvas is told to draw with: telling it the same again costs as much as drawing.
#[derive(Default)]
struct Now {
    fill: Cell<Option<[u8; 4]>>,
    stroke: Cell<Option<[u8; 4]>>,
    width: Cell<Option<u32>>,
    face: Cell<Option<usize>>,
    align: Cell<&'static str>,
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
    let context = context(canvas)?;
    // Setting a size makes a new canvas, even when it is the same; a chart covers the old picture anyway.
    if (canvas.width(), canvas.height()) != (across as u32, down as u32) {
        canvas.set_width(across as u32);
        canvas.set_height(down as u32);
    }
    context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok()?;
    context.set_line_join("round");
    let size = ((across * PARTS) as u32, (down * PARTS) as u32);
    Some((FineCanvas { context, size, ratio, now: Now::default() }.into_drawing_area(), ratio * PARTS))
}

/// A canvas that is never shown, to draw on in advance.
pub fn layer() -> Option<HtmlCanvasElement> {
    gloo::utils::document().create_element("canvas").ok()?.dyn_into().ok()
}

/// Puts the picture of one canvas onto another of the same size that is [prepared](prepare) for a ratio.
pub fn copy(from: &HtmlCanvasElement, onto: &HtmlCanvasElement, ratio: f64) {
    let Some(context) = context(onto) else { return };
    let (width, height) = (f64::from(from.width()) / ratio, f64::from(from.height()) / ratio);
    // A canvas without a pixel has no picture.
    let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(from, 0.0, 0.0, width, height);
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

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

    /// CSS pixels.
    fn pixels(&self, parts: impl Into<f64>) -> f64 {
        parts.into() / (PARTS * self.ratio)
    }

    fn fill_box(&self, from: BackendCoord, to: BackendCoord, color: BackendColor) {
        let [left, top, right, bottom] = [from.0, from.1, to.0, to.1].map(|at| self.pixels(at));
        self.fill_with(color);
        self.context.fill_rect(left, top, right - left, bottom - top);
    }

    /// Begins a path along these points; points on a straight line between others are left out.
    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        let mut last: [Option<BackendCoord>; 2] = [None, None];
        for point in path {
            if let [Some(before), Some(middle)] = last {
                if straight(before, middle, point) {
                    last[1] = Some(point);
                    continue;
                }
                self.line_to(before);
            }
            last = [last[1], Some(point)];
        }
        last.into_iter().flatten().for_each(|point| self.line_to(point));
    }

    /// The first one begins the line.
    fn line_to(&self, (x, y): BackendCoord) {
        self.context.line_to(self.pixels(x), self.pixels(y));
    }

    /// Fills the path, or draws along it.
    fn paint<S: BackendStyle>(&self, style: &S, fill: bool) {
        if fill {
            self.fill_with(style.color());
            self.context.fill();
            return;
        }
        let color = bytes(style.color());
        if self.now.stroke.replace(Some(color)) != Some(color) {
            self.context.set_stroke_style_str(&css(color));
        }
        let width = style.stroke_width();
        if self.now.width.replace(Some(width)) != Some(width) {
            self.context.set_line_width(self.pixels(width));
        }
        self.context.stroke();
    }

    fn fill_with(&self, color: BackendColor) {
        let color = bytes(color);
        if self.now.fill.replace(Some(color)) != Some(color) {
            self.context.set_fill_style_str(&css(color));
        }
    }

    /// Writes at the size of the page's own text and lets the transform enlarge it: system fonts have other
    /// letters and other spacing at the sizes that eighths of a pixel come to. No text of ours is turned.
    fn write<S: BackendTextStyle>(&self, text: &str, style: &S, at: BackendCoord) {
        let (face, size) = self.face(style);
        // The same baselines as in SVG drawings.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.76,
            VPos::Center => 0.27,
            VPos::Bottom => -0.27,
        };
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        self.choose(face);
        self.fill_with(style.color());
        if self.now.align.replace(align) != align {
            self.context.set_text_align(align);
        }
        // Letters start on whole device pixels, else their stems and feet are grey.
        let [x, y] = [at.0, at.1].map(|at| (f64::from(at) / PARTS).round());
        let y = y + (down * size * self.ratio).round();
        // The only errors are of numbers that are none; a text that has no place is left out.
        let _ = self.context.fill_text(text, x / self.ratio, y / self.ratio);
    }

    fn choose(&self, face: usize) {
        if self.now.face.replace(Some(face)) != Some(face) {
            widths::choose(&self.context, face);
        }
    }

    /// The font, and its size in CSS pixels.
    fn face<S: BackendTextStyle>(&self, style: &S) -> (usize, f64) {
        let size = style.size() / TEXT_UNIT / (self.ratio * PARTS);
        (widths::face(style.style(), size, style.family().as_str()), size)
    }
}

/// Whether the middle one of three points lies on the line between the others.
fn straight(before: BackendCoord, middle: BackendCoord, after: BackendCoord) -> bool {
    let way = |from: BackendCoord, to: BackendCoord| (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let (first, second) = (way(before, middle), way(middle, after));
    first.0 * second.1 == first.1 * second.0 && first.0 * second.0 + first.1 * second.1 >= 0
}

fn bytes(color: BackendColor) -> [u8; 4] {
    let (red, green, blue) = color.rgb;
    [red, green, blue, (color.alpha * 255.0).round() as u8]
}

/// A colour as CSS has it: `#rrggbbaa`.
fn css(parts: [u8; 4]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |part: u8| char::from(DIGITS[usize::from(part)]);
    std::iter::once('#')
        .chain(parts.into_iter().flat_map(|part| [digit(part / 16), digit(part % 16)]))
        .collect()
}
