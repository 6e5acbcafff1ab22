//! Fonts as CSS has them, and widths of texts: each written and measured once.

use std::cell::RefCell;
use std::collections::HashMap;

use plotters_backend::FontStyle;
use web_sys::CanvasRenderingContext2d;

use crate::scenario::digits;

/// Numbers at line ends change all the time; so many are kept.
const MOST_WIDTHS: usize = 2000;

/// A font in a size, and the widths of texts measured before: the same few labels are drawn at every frame.
struct Face {
    style: &'static str,
    /// Hundredths of a CSS pixel.
    size: u32,
    family: String,
    css: String,
    widths: HashMap<String, f64>,
}

thread_local! {
    static FACES: RefCell<Vec<Face>> = const { RefCell::new(Vec::new()) };
}

/// The number of a font; its size in CSS pixels.
pub fn face(style: FontStyle, size: f64, family: &str) -> usize {
    let size = (size * 100.0).round() as u32;
    // Our charts have no other styles.
    let style = if matches!(style, FontStyle::Bold) { "bold" } else { "normal" };
    FACES.with_borrow_mut(|faces| {
        let same = |face: &Face| face.size == size && face.style == style && face.family == family;
        faces.iter().position(same).unwrap_or_else(|| {
            let css = [style, " ", &digits::write(f64::from(size) / 100.0), "px ", family].concat();
            let widths = HashMap::new();
            faces.push(Face { style, size, family: family.to_owned(), css, widths });
            faces.len() - 1
        })
    })
}

/// Has a canvas write in a font.
pub fn choose(context: &CanvasRenderingContext2d, face: usize) {
    FACES.with_borrow(|faces| faces.get(face).into_iter().for_each(|face| context.set_font(&face.css)));
}

/// The width of a text, CSS pixels; `measure` finds out what is not known.
pub fn width(face: usize, text: &str, measure: impl FnOnce() -> f64) -> f64 {
    let known = |faces: &Vec<Face>| faces.get(face).and_then(|face| face.widths.get(text).copied());
    if let Some(width) = FACES.with_borrow(known) {
        return width;
    }
    let width = measure();
    FACES.with_borrow_mut(|faces| {
        let Some(Face { widths, .. }) = faces.get_mut(face) else { return };
        if widths.len() >= MOST_WIDTHS {
            widths.clear();
        }
        widths.insert(text.to_owned(), width);
    });
    width
}
