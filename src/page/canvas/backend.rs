//! The canvas as plotters sees it.

use std::convert::Infallible;
use std::f64::consts::TAU;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::{FineCanvas, PARTS, widths};

/// Drawing on a canvas does not fail; a shape that has no place is left out.
type Failure = DrawingErrorKind<Infallible>;

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
        let [x, y, radius] = [center.0.into(), center.1.into(), radius.into()].map(|at: f64| self.pixels(at));
        let _ = self.context.arc(x, y, radius, 0.0, TAU);
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
        self.write(text, style, at);
        Ok(())
    }

    /// Measured by the canvas: plotters' own way puts an element in the page for each text and lays it out.
    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Result<(u32, u32), Failure> {
        let (face, size) = self.face(style);
        let width = widths::width(face, text, || {
            self.choose(face);
            self.context.measure_text(text).map(|size| size.width()).unwrap_or_default()
        });
        let parts = |pixels: f64| (pixels * self.ratio * PARTS).ceil() as u32;
        Ok((parts(width), parts(size)))
    }
}
