//! Charts drawn as SVG: what stands where, and that nothing in the data can break a drawing.

#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

use plotters::prelude::{IntoDrawingArea, RGBColor, SVGBackend};
use proptest::prelude::*;
use raaderum::chart::range::Axis;
use raaderum::chart::{Band, Line, LineChart, Mark, Role, Theme};

mod bands;
mod bars;
mod dots;
mod map;
mod poster;

fn theme() -> Theme {
    Theme {
        paper: RGBColor(255, 255, 255),
        ink: RGBColor(20, 20, 20),
        muted: RGBColor(90, 90, 90),
        grid: RGBColor(220, 220, 220),
        plan: RGBColor(180, 60, 0),
        municipality: RGBColor(0, 90, 140),
        state: RGBColor(110, 60, 140),
        above: RGBColor(60, 160, 150),
        below: RGBColor(210, 140, 60),
        band_outer: 0.2,
        band_inner: 0.3,
        font: "sans-serif".into(),
    }
}

fn line<'a>(role: Role, label: &str, points: &'a [f64]) -> Line<'a> {
    Line { role, label: label.into(), points }
}

fn svg(chart: &LineChart, size: (u32, u32), scale: f64) -> String {
    let mut out = String::new();
    chart.draw(&SVGBackend::with_string(&mut out, size).into_drawing_area(), &theme(), scale).expect("drawn");
    out
}

fn chart<'a>(lines: Vec<Line<'a>>, marks: Vec<Mark>) -> LineChart<'a> {
    let months = 72;
    let axis = LineChart::extent(months, &lines, &[], &marks).axis(10.0);
    let y_label = &|value: f64, decimals: usize| format!("{value:.decimals$}");
    let x_label = &|year: u16, last: bool| if last { format!("{year} år") } else { year.to_string() };
    LineChart {
        months,
        axis,
        y_unit: "personer",
        y_label,
        x_label,
        lines,
        bands: Vec::new(),
        band_label: ["ni ud af ti udfald ligger her", "ni ud af ti udfald"],
        least_names: 0.0,
        marks,
        events: Vec::new(),
    }
}

/// The value of an attribute in each element that contains `tag`.
fn attribute(svg: &str, tag: &str, name: &str) -> Vec<f64> {
    let key = format!(" {name}=\"");
    let elements = svg.lines().filter(|element| element.contains(tag));
    elements.filter_map(|element| element.split(&key).nth(1)?.split('"').next()?.parse().ok()).collect()
}

/// Whether every corner of every line, shape and box is a number that lies in the area.
fn stays_inside(svg: &str, (width, height): (u32, u32)) -> bool {
    let shapes: Vec<&str> = svg.lines().filter(|element| element.starts_with('<')).collect();
    let corners = shapes.iter().filter_map(|shape| shape.split(" points=\"").nth(1)?.split('"').next());
    let pairs: Vec<(&str, &str)> =
        corners.flat_map(str::split_whitespace).filter_map(|pair| pair.split_once(',')).collect();
    let within = |at: f64, most: u32| (-1.0..=f64::from(most) + 1.0).contains(&at);
    let on_lines = pairs.iter().all(|(x, y)| {
        [(x, width), (y, height)].iter().all(|(at, most)| at.parse().is_ok_and(|at| within(at, *most)))
    });
    let boxes = [("x", "width", width), ("y", "height", height)].iter().all(|(from, length, most)| {
        let (from, length) = (attribute(svg, "<rect", from), attribute(svg, "<rect", length));
        from.iter().zip(&length).all(|(from, length)| within(*from, *most) && within(from + length, *most))
    });
    on_lines && boxes && !shapes.iter().any(|shape| shape.contains("NaN") || shape.contains("inf"))
}

/// The elements of this kind, in the order in which they are drawn.
fn elements<'a>(svg: &'a str, tag: &str) -> Vec<&'a str> {
    svg.lines().filter(|element| element.starts_with(tag)).collect()
}

fn silkeborg(points: &[Vec<f64>; 3]) -> LineChart<'_> {
    let lines = vec![
        line(Role::Plan, "jeres plan", &points[0]),
        line(Role::Uncapped, "uden budgetloft", &points[1]),
        line(Role::Baseline, "som i dag", &points[2]),
    ];
    chart(lines, vec![Mark { month: 11.0, value: 231.0, label: "231: Silkeborgs egen opgørelse".into() }])
}

fn three_lines() -> [Vec<f64>; 3] {
    let towards = |end: f64| (0..=72).map(|month| end + (323.0 - end) * 0.95_f64.powi(month)).collect();
    [towards(309.0), towards(304.0), vec![323.0; 73]]
}

#[test]
fn names_unit_years_and_ring_are_there() {
    let points = three_lines();
    let out = svg(&silkeborg(&points), (720, 320), 1.0);
    for text in ["jeres plan", "uden budgetloft", "som i dag", "personer", "231:", "6 år", "350"] {
        assert!(out.contains(text), "{text} is missing in {out}");
    }
    assert_eq!(attribute(&out, "<circle", "cx").len(), 2);
    assert_eq!(out.matches("7 år").count(), 0);
}

#[test]
fn the_unit_of_the_years_stands_behind_the_last_and_not_between_it_and_the_one_before() {
    let points = three_lines();
    for width in [328, 720] {
        let out = svg(&silkeborg(&points), (width, 220), 1.0);
        let place = |name: &str, anchor: &str| {
            let found = out.split("<text").find(|text| text.contains(&format!(">\n{name}\n</text>")));
            let text = found.expect("the label is there");
            assert!(text.contains(&format!("text-anchor=\"{anchor}\"")), "{text}");
            attribute(&text.replace('\n', " "), " ", "x")[0]
        };
        let [fourth, fifth] = ["4", "5"].map(|year| place(year, "middle"));
        assert!(place("6 år", "start") > fifth + 0.7 * (fifth - fourth), "at {width}");
    }
}

#[test]
fn no_text_is_smaller_than_14_pixels_and_none_leaves_a_phone() {
    let points = three_lines();
    for (width, scale) in [(328, 1.0), (656, 2.0), (1280, 1.0)] {
        let out = svg(&silkeborg(&points), (width, (220.0 * scale) as u32), scale);
        assert!(attribute(&out, "<text", "font-size").iter().all(|size| *size >= 14.0 * scale - 1e-9));
        assert!(attribute(&out, "<text", "x").iter().all(|x| (0.0..=f64::from(width)).contains(x)));
    }
}

#[test]
fn names_at_the_same_end_do_not_overlap() {
    let same = vec![100.0; 73];
    let roles = [Role::Plan, Role::Uncapped, Role::Baseline, Role::Municipality, Role::State];
    let names = ["en", "to", "tre", "fire", "fem"];
    let lines = roles.iter().zip(names).map(|(role, name)| line(*role, name, &same)).collect();
    let out = svg(&chart(lines, vec![]), (600, 300), 1.0);
    let mut rows: Vec<f64> = out
        .split("<text")
        .skip(1)
        .filter(|text| names.contains(&text.lines().nth(1).unwrap_or_default()))
        .flat_map(|text| attribute(text, "", "y"))
        .collect();
    rows.sort_by(f64::total_cmp);
    assert_eq!(rows.len(), 5);
    assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= 18.0), "{rows:?}");
}

#[test]
fn a_line_is_broken_where_it_has_no_number() {
    let mut broken = vec![100.0; 73];
    broken[30] = f64::NAN;
    let out = svg(&chart(vec![line(Role::Plan, "jeres plan", &broken)], vec![]), (600, 300), 1.0);
    assert_eq!(out.matches("stroke-width=\"3\"").count(), 2);
}

#[test]
fn zero_is_drawn_in_ink_where_money_crosses_it() {
    let fall: Vec<f64> = (0..=72).map(|month| 2.0 - f64::from(month)).collect();
    let ink = "stroke=\"#141414\"";
    assert!(svg(&chart(vec![line(Role::Plan, "netto", &fall)], vec![]), (600, 300), 1.0).contains(ink));
    let points = three_lines();
    let high = chart(vec![line(Role::Plan, "jeres plan", &points[0])], vec![]);
    assert!(!svg(&high, (600, 300), 1.0).contains(ink));
}

fn hostile() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), Just(f64::NAN), Just(f64::INFINITY), Just(1e300), Just(0.0), -1e3..1e3]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_data_and_any_size_can_be_drawn(
        points in proptest::collection::vec(proptest::collection::vec(hostile(), 0..80), 0..5),
        ends in proptest::collection::vec(hostile(), 2),
        mark in (hostile(), hostile(), ".{0,80}"),
        size in (0_u32..1500, 0_u32..900),
        scale in prop_oneof![Just(1.0), Just(24.0), hostile()],
        months in any::<u16>(),
        least_names in hostile(),
    ) {
        let roles = [Role::Plan, Role::Uncapped, Role::Baseline, Role::Municipality, Role::State];
        let lines = points.iter().zip(roles).map(|(points, role)| line(role, &mark.2, points)).collect();
        let edges: Vec<Vec<f32>> =
            points.iter().map(|points| points.iter().map(|value| *value as f32).collect()).collect();
        let edge = |number: usize| edges.get(number).map_or(&[][..], Vec::as_slice);
        let bands = vec![Band {
            role: Role::Plan,
            outer_low: edge(0),
            inner_low: edge(1),
            inner_high: edge(2),
            outer_high: edge(3),
        }];
        let mark = Mark { month: mark.0, value: mark.1, label: mark.2.clone() };
        // An axis that has nothing to do with the data is drawn as well.
        let axis = Axis::of(ends, 1.0);
        let label = mark.label.clone();
        let band_label = [&*label; 2];
        let chart = LineChart { months, axis, bands, band_label, least_names, ..chart(lines, vec![mark]) };
        let out = svg(&chart, size, scale);
        prop_assert!(stays_inside(&out, size), "{out}");
    }
}
