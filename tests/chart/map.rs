//! A value over two levers.

use super::*;
use plotters::style::IntoTextStyle;
use raaderum::chart::TEXT_UNIT;
use raaderum::chart::map::{MapAxis, MapChart};

fn label(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}")
}

fn map<'a>(values: &'a [f64], columns: usize) -> MapChart<'a> {
    MapChart {
        title: "kommunens økonomi, mio. kr.",
        values,
        columns,
        colours: MapChart::extent(values).axis(1.0),
        label: &label,
        x: MapAxis { name: "sager", ends: [20.0, 180.0], label: &label },
        y: MapAxis { name: "plads, mio. kr.", ends: [0.0, 12.0], label: &label },
        picked: None,
        present: None,
        parts: ["taber", "tjener"],
        missing: "ikke beregnet",
    }
}

fn draw(chart: &MapChart, size: (u32, u32), scale: f64) -> String {
    let mut out = String::new();
    chart.draw(&SVGBackend::with_string(&mut out, size).into_drawing_area(), &theme(), scale).expect("drawn");
    out
}

/// From −1 at the left to 1 at the right; nought lies in the middle.
fn slope(columns: usize, rows: usize) -> Vec<f64> {
    let value = |column: usize| 2.0 * column as f64 / (columns - 1) as f64 - 1.0;
    (0..rows).flat_map(|_| (0..columns).map(value)).collect()
}

fn thick_lines(svg: &str) -> usize {
    elements(svg, "<polyline").iter().filter(|line| line.contains("stroke-width=\"2\"")).count()
}

#[test]
fn a_map_has_its_texts_its_numbers_and_its_two_parts() {
    let values = slope(64, 64);
    let out = draw(&map(&values, 64), (600, 480), 1.0);
    for text in ["kommunens økonomi", "sager", "plads", "taber", "tjener", "-2", "2", "100", "10"] {
        assert!(out.contains(text), "{text} is missing");
    }
    assert!(!out.contains("ikke beregnet"));
}

#[test]
fn a_long_name_begins_within_the_drawing() {
    let values = slope(16, 16);
    let name = "Caseload, job-ready people on cash benefit (cases per caseworker)";
    for width in (200..480).step_by(4) {
        let chart = MapChart { x: MapAxis { name, ends: [20.0, 180.0], label: &label }, ..map(&values, 16) };
        let out = draw(&chart, (width, 480), 1.0);
        let mut scratch = String::new();
        let area = SVGBackend::with_string(&mut scratch, (width, 480)).into_drawing_area();
        let lines: Vec<&str> = out.lines().collect();
        for two in lines.windows(2).filter(|two| two[0].contains("text-anchor=\"end\"")) {
            // Plotters measures letters larger than it draws them.
            let number = |key: &str| attribute(two[0], "<text", key)[0];
            let style = ("sans-serif", number("font-size") * TEXT_UNIT).into_text_style(&area);
            let (long, _) = area.estimate_text_size(two[1], &style).expect("measured");
            assert!(f64::from(long) <= number("x") + 1.0, "{width}: {} is cut off", two[1]);
        }
    }
}

#[test]
fn nought_is_one_line_and_is_marked_in_the_key() {
    let values = slope(64, 64);
    assert_eq!(thick_lines(&draw(&map(&values, 64), (600, 480), 1.0)), 2);
    let gains: Vec<f64> = values.iter().map(|value| value + 2.0).collect();
    assert_eq!(thick_lines(&draw(&map(&gains, 64), (600, 480), 1.0)), 1, "the key alone");
}

#[test]
fn below_and_above_nought_have_different_hues_and_nought_has_none() {
    let values = [-1.0, -1.0, 0.0, 1.0, 1.0].repeat(5);
    let out = draw(&map(&values, 5), (600, 480), 1.0);
    let fills: Vec<&str> = elements(&out, "<rect")
        .iter()
        .filter_map(|cell| cell.split(" fill=\"").nth(1)?.split('"').next())
        .collect();
    let [below, nought, above] = fills[fills.len() - 3..] else { panic!("{fills:?}") };
    assert_eq!(nought, "#FFFFFF");
    let red_and_blue = |colour: &str| {
        let part = |at: usize| i32::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
        part(1) - part(5)
    };
    assert!(red_and_blue(below) > 50, "{below}");
    assert!(red_and_blue(above) < -50, "{above}");
}

#[test]
fn cells_of_one_colour_are_drawn_as_one_box() {
    let values = slope(64, 64);
    let boxes = elements(&draw(&map(&values, 64), (600, 480), 1.0), "<rect").len();
    assert!((64..64 * 10).contains(&boxes), "{boxes}");
}

#[test]
fn what_is_missing_is_hatched_and_explained() {
    let mut values = slope(8, 8);
    values[..8].fill(f64::NAN);
    let out = draw(&map(&values, 8), (600, 480), 1.0);
    assert!(out.contains("ikke beregnet"));
    assert!(
        elements(&draw(&map(&slope(8, 8), 8), (600, 480), 1.0), "<rect").len()
            > elements(&out, "<rect").len()
    );
}

#[test]
fn the_present_point_is_a_ring_where_it_lies_and_nowhere_else() {
    let values = slope(9, 9);
    let ring = |present| {
        let out = draw(&MapChart { present, ..map(&values, 9) }, (600, 480), 1.0);
        attribute(&out, "<circle", "cx").first().copied()
    };
    let (left, right) = (ring(Some([20.0, 6.0])).expect("a ring"), ring(Some([180.0, 6.0])).expect("a ring"));
    let middle = ring(Some([100.0, 6.0])).expect("a ring");
    assert!((middle - (left + right) / 2.0).abs() <= 1.0);
    assert_eq!(ring(Some([181.0, 6.0])), None);
    assert_eq!(ring(Some([f64::NAN, 6.0])), None);
}

#[test]
fn no_text_is_smaller_than_14_pixels() {
    let values = slope(64, 64);
    for width in [320, 900] {
        let out = draw(&map(&values, 64), (width, 420), 1.0);
        assert!(attribute(&out, "<text", "font-size").iter().all(|size| *size >= 14.0 - 1e-9));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_values_and_any_size_can_be_mapped(
        values in proptest::collection::vec(hostile(), 0..200),
        columns in prop_oneof![9 => 0_usize..20, 1 => any::<usize>()],
        ends in proptest::collection::vec(hostile(), 6),
        text in ".{0,60}",
        size in prop_oneof![(0_u32..1200, 0_u32..800), (150_u32..330, 260_u32..300)],
        scale in prop_oneof![4 => Just(1.0), 1 => Just(24.0), 1 => hostile()],
        colours in proptest::option::of(proptest::collection::vec(hostile(), 2)),
    ) {
        let chart = MapChart {
            title: &text,
            x: MapAxis { name: &text, ends: [ends[0], ends[1]], label: &label },
            y: MapAxis { name: &text, ends: [ends[2], ends[3]], label: &label },
            present: Some([ends[4], ends[5]]),
            parts: [&text, &text],
            missing: &text,
            ..map(&values, columns)
        };
        // Colours that have nothing to do with the values are drawn as well.
        let colours = colours.map_or(chart.colours, |ends| Axis::of(ends, 1.0));
        let out = draw(&MapChart { colours, ..chart }, size, scale);
        prop_assert!(stays_inside(&out, size), "{out}");
    }
}
