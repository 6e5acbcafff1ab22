//! temporary
use plotters::coord::Shift;
use plotters::prelude::DrawingArea;
use plotters_canvas::CanvasBackend;
use plotters::drawing::IntoDrawingArea;
pub fn prepare(canvas: &web_sys::HtmlCanvasElement, w: f64, h: f64, dpr: f64) -> Option<(DrawingArea<CanvasBackend, Shift>, f64)> {
    canvas.set_width((w * dpr) as u32); canvas.set_height((h * dpr) as u32);
    Some((CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area(), dpr))
}
