//! Widths of texts, measured once.

use std::cell::RefCell;
use std::collections::HashMap;

use web_sys::CanvasRenderingContext2d;

/// The width of a text in a font, CSS pixels.
pub fn width(context: &CanvasRenderingContext2d, font: String, text: &str) -> f64 {
    WIDTHS.with_borrow_mut(|widths| widths.of(context, font, text))
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
