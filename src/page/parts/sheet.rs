//! What a chart is drawn onto, what one drawing leaves for the next, and what can be drawn.

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use web_sys::HtmlCanvasElement;
#[cfg(any(feature = "more", feature = "embed"))]
use yew::prelude::*;

use crate::chart::range::{Axis, Extent, Held};
#[cfg(feature = "more")]
use crate::chart::svg::Svg;
use crate::chart::{Ground, Theme};
use crate::page::canvas::FineCanvas;
#[cfg(feature = "more")]
use crate::scenario::digits;
use crate::words::text::Language;

/// What a chart is drawn onto, and with.
pub struct Sheet<'a, DB: DrawingBackend = FineCanvas> {
    pub area: DrawingArea<DB, Shift>,
    /// Units of the area per CSS pixel.
    pub scale: f64,
    /// CSS pixels.
    #[cfg(feature = "more")]
    pub width: f64,
    pub theme: &'a Theme,
    pub language: Language,
    /// Whether no lever is being moved.
    pub resting: bool,
    /// The canvas under the area and its size, where a ground may be kept from drawing to drawing.
    pub screen: Option<Screen<'a>>,
}

/// A canvas on the screen.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    pub canvas: &'a HtmlCanvasElement,
    /// Width and height in CSS pixels, and the device pixel ratio.
    pub size: [f64; 3],
}

/// What one drawing leaves for the next, so that nothing but the figures moves.
#[derive(Default)]
pub struct Hold {
    axis: Held,
    /// The width of the names at the lines' ends, CSS pixels.
    pub names: f64,
    /// Where the plot lies: left, top, right and bottom in CSS pixels.
    pub plot: Option<[f64; 4]>,
    /// What stands still, drawn.
    pub ground: Option<(Ground, HtmlCanvasElement)>,
}

impl Hold {
    /// What is held is for the people of one group, or of all: of others nothing holds.
    pub fn of(&mut self, group: Option<usize>) {
        let axis = self.axis.of(group);
        if axis != self.axis {
            (self.axis, self.names) = (axis, 0.0);
        }
    }

    /// The axis for data of this extent.
    pub fn axis(&mut self, wanted: Extent, least_span: f64, resting: bool) -> Axis {
        self.axis = self.axis.update(wanted, resting);
        self.axis.axis(least_span)
    }
}

/// What a picture says without being seen.
pub trait Told {
    /// The unit of its figures.
    #[cfg(any(feature = "more", feature = "embed"))]
    fn unit(&self) -> &str;

    /// What it shows, for those who do not see it.
    fn summary(&self) -> &str;

    /// Head and body of the table; `chart` begins the names of its figures.
    #[cfg(any(feature = "more", feature = "embed"))]
    fn table(&self, chart: &str, language: Language) -> Html;

    /// The last month that can be read off; nought where there are no months.
    #[cfg(any(feature = "more", feature = "embed"))]
    fn months(&self) -> u16 {
        0
    }

    /// What it shows in a month, in words.
    #[cfg(any(feature = "more", feature = "embed"))]
    fn at(&self, _month: u16, _language: Language) -> String {
        String::new()
    }
}

/// Something that can be shown as a drawing and as a table.
pub trait Picture: Told {
    /// Draws it; gives the height in CSS pixels that it wants, if the style sheet does not say it.
    fn draw(&self, sheet: &Sheet, hold: &mut Hold) -> Option<f64>;

    /// The same as SVG.
    #[cfg(feature = "more")]
    fn trace(&self, sheet: &Sheet<Svg>, hold: &mut Hold) -> Option<f64>;
}

/// What is drawn in the same way on a canvas and as SVG.
#[cfg(feature = "more")]
pub trait Drawn {
    /// Draws it; gives the height in CSS pixels that it wants, if the style sheet does not say it.
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, hold: &mut Hold) -> Option<f64>;
}

#[cfg(feature = "more")]
impl<T: Told + Drawn> Picture for T {
    fn draw(&self, sheet: &Sheet, hold: &mut Hold) -> Option<f64> {
        self.on(sheet, hold)
    }

    fn trace(&self, sheet: &Sheet<Svg>, hold: &mut Hold) -> Option<f64> {
        self.on(sheet, hold)
    }
}

/// Head and body of a table of figures by name: each with what it is of, its value, and how that is written.
#[cfg(feature = "more")]
pub fn named<'a>(
    chart: &str,
    [heading, unit]: [&str; 2],
    figures: impl Iterator<Item = (&'a str, f64, String)>,
) -> Html {
    let row = |(number, (name, value, written)): (usize, (&str, f64, String))| {
        html! {
            <tr key={number}>
                <th scope="row">{ name.to_owned() }</th>
                <td data-figure={format!("{chart}.{number}")} data-value={digits::write(value)}>{ written }</td>
            </tr>
        }
    };
    html! {
        <>
            <thead><tr>
                <th scope="col">{ heading.to_owned() }</th>
                <th scope="col">{ unit.to_owned() }</th>
            </tr></thead>
            <tbody>{ for figures.enumerate().map(row) }</tbody>
        </>
    }
}

/// A picture that compares by identity.
#[derive(Clone)]
pub struct Plotted(pub Rc<dyn Picture>);

impl PartialEq for Plotted {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
