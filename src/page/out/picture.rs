//! A chart as a picture of its own: SVG, and PNG at twice the size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, CanvasRenderingContext2d};

use crate::chart::poster::{Composed, Poster};
use crate::chart::{Theme, svg};
use crate::page::canvas;
use crate::page::parts::chart::{Hold, Picture};
use crate::page::parts::sheet::Sheet;
use crate::words::text::Language;

/// CSS pixels.
const WIDTH: f64 = 960.0;
/// Of a chart that does not say how high it wants to be.
const HEIGHT: f64 = 400.0;
/// Device pixels per CSS pixel.
const FINE: f64 = 2.0;

/// The words around a picture.
pub struct Around {
    pub title: String,
    pub above: Vec<String>,
    pub below: Vec<String>,
    pub language: Language,
}

/// A ruler that measures in a font of the browser.
fn ruler(font: String) -> impl Fn(&str, f64, bool) -> f64 {
    let context = canvas::layer()
        .and_then(|canvas| canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok());
    move |text, size, bold| {
        let Some(context) = &context else { return 0.6 * size * text.chars().count() as f64 };
        let weight = if bold { "bold " } else { "" };
        context.set_font(&format!("{weight}{size}px {font}"));
        context.measure_text(text).map(|size| size.width()).unwrap_or_default()
    }
}

/// The words in their places, with space for a chart.
fn composed(
    picture: &dyn Picture,
    around: &Around,
    theme: &Theme,
    ruler: &svg::Ruler,
    [width, height]: [f64; 2],
) -> Composed {
    // How high bars are is known once they are drawn.
    let mut wanted = None;
    drop(svg::svg((width, height), ruler, |area, scale| {
        let sheet = sheet(area.clone(), scale, width, theme, around.language);
        wanted = picture.trace(&sheet, &mut Hold::default());
    }));
    let [above, below] =
        [&around.above, &around.below].map(|texts| Vec::from_iter(texts.iter().map(|text| &**text)));
    let poster = Poster {
        width,
        height: wanted.unwrap_or(height),
        title: &around.title,
        above: &above,
        below: &below,
    };
    poster.compose(ruler)
}

fn sheet<DB: plotters::prelude::DrawingBackend>(
    area: plotters::drawing::DrawingArea<DB, plotters::coord::Shift>,
    scale: f64,
    width: f64,
    theme: &Theme,
    language: Language,
) -> Sheet<'_, DB> {
    Sheet { area, scale, width, theme, language, resting: true, screen: None }
}

/// The picture as SVG.
pub fn svg(picture: &dyn Picture, around: &Around, theme: &Theme) -> String {
    sized_svg(picture, around, theme, [WIDTH, HEIGHT])
}

/// The same in another size of the chart, CSS pixels.
pub fn sized_svg(picture: &dyn Picture, around: &Around, theme: &Theme, size: [f64; 2]) -> String {
    let ruler = ruler(theme.font.clone());
    let composed = composed(picture, around, theme, &ruler, size);
    svg::svg(composed.size, &ruler, |area, scale| {
        let chart = |part| {
            picture.trace(&sheet(part, scale, size[0], theme, around.language), &mut Hold::default());
        };
        // What cannot be drawn is left out.
        let _ = composed.draw(area, theme, scale, chart);
    })
}

/// The picture as PNG, to be handed to `take`; nothing where it cannot be made.
pub fn png(picture: &dyn Picture, around: &Around, theme: &Theme, take: impl Fn(Option<Blob>) + 'static) {
    let ruler = ruler(theme.font.clone());
    let composed = composed(picture, around, theme, &ruler, [WIDTH, HEIGHT]);
    let (width, height) = composed.size;
    let prepared = canvas::layer().and_then(|canvas| {
        let (area, scale) = canvas::prepare(&canvas, width, height, FINE)?;
        Some((canvas, area, scale))
    });
    let Some((canvas, area, scale)) = prepared else { return take(None) };
    let chart = |part| {
        picture.draw(&sheet(part, scale, WIDTH, theme, around.language), &mut Hold::default());
    };
    // What cannot be drawn is left out.
    let _ = composed.draw(&area, theme, scale, chart);
    let taken = Closure::once_into_js(move |blob: Option<Blob>| take(blob));
    // The only error is of a canvas without a pixel, and that is no blob.
    let _ = canvas.to_blob(taken.unchecked_ref());
}
