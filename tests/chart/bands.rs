//! The field of uncertainty around a line.

use super::*;

/// The percentiles around a line, so far apart at its end.
fn around(points: &[f64], spread: f64) -> [Vec<f32>; 4] {
    [-1.0, -0.4, 0.5, 1.2].map(|share| {
        let at = |(month, value): (usize, &f64)| (value + share * spread * month as f64 / 72.0) as f32;
        points.iter().enumerate().map(at).collect()
    })
}

fn band(role: Role, edges: &[Vec<f32>; 4]) -> Band<'_> {
    let [outer_low, inner_low, inner_high, outer_high] = edges;
    Band { role, outer_low, inner_low, inner_high, outer_high }
}

fn with_bands<'a>(lines: Vec<Line<'a>>, bands: Vec<Band<'a>>) -> LineChart<'a> {
    LineChart { bands, ..chart(lines, vec![]) }
}

/// The bands in the plot: the first two shapes are the sample that explains them.
fn fields(svg: &str) -> Vec<&str> {
    elements(svg, "<polygon")[2..].to_vec()
}

#[test]
fn a_band_is_two_shapes_under_its_line_and_explained_once() {
    let points = three_lines();
    let edges = around(&points[0], 40.0);
    let out = svg(
        &with_bands(vec![line(Role::Plan, "planen", &points[0])], vec![band(Role::Plan, &edges)]),
        (600, 300),
        1.0,
    );
    assert_eq!(fields(&out).len(), 2);
    assert_eq!(attribute(&out, "<polygon", "opacity"), [0.2, 0.3, 0.2, 0.3]);
    assert!(
        elements(&out, "<polygon").iter().all(|shape| shape.contains("#B43C00") && !shape.contains("stroke"))
    );
    assert_eq!(out.matches("ni ud af ti udfald").count(), 1);
    assert!(out.rfind("<polygon").expect("a band") < out.find("stroke-width=\"3\"").expect("a line"));
}

#[test]
fn without_a_band_nothing_is_explained() {
    let points = three_lines();
    assert!(!svg(&silkeborg(&points), (600, 300), 1.0).contains("ni ud af ti"));
}

#[test]
fn the_axis_shows_all_of_the_outer_band() {
    let points = [vec![100.0; 73], vec![100.0; 73]];
    let edges = around(&points[0], 500.0);
    let lines = [line(Role::Plan, "planen", &points[0])];
    let axis = LineChart::extent(72, &lines, &[band(Role::Plan, &edges)], &[]).axis(10.0);
    assert!(axis.low() <= -400.0 && axis.high() >= 700.0, "{axis:?}");
    let first_year = LineChart::extent(12, &lines, &[band(Role::Plan, &edges)], &[]).axis(10.0);
    assert!(first_year.high() < 300.0, "what is not shown does not count: {first_year:?}");
}

#[test]
fn a_band_breaks_where_one_of_its_edges_has_no_number() {
    let points = three_lines();
    for edge in 0..4 {
        let mut edges = around(&points[0], 40.0);
        edges[edge][30] = f32::NAN;
        let bands = vec![band(Role::Plan, &edges)];
        let out = svg(&with_bands(vec![line(Role::Plan, "planen", &points[0])], bands), (600, 300), 1.0);
        assert_eq!(fields(&out).len(), 4, "edge {edge}");
    }
}

#[test]
fn the_same_figures_give_the_same_band_and_other_lines_do_not_move_it() {
    let points = three_lines();
    let edges = around(&points[2], 40.0);
    let axis = Axis::of([250.0, 380.0], 10.0);
    let drawn = |end: f64, size, scale| {
        let plan: Vec<f64> = (0..=72).map(|month| 323.0 + (end - 323.0) * f64::from(month) / 72.0).collect();
        let label = format!("planen {end}");
        let lines = vec![line(Role::Plan, &label, &plan), line(Role::Baseline, "som i dag 323", &points[2])];
        let chart = LineChart { axis, ..with_bands(lines, vec![band(Role::Baseline, &edges)]) };
        let out = svg(&chart, size, scale);
        (fields(&out).join("\n"), out)
    };
    for (size, scale) in [((328, 220), 1.0), ((900, 340), 1.0), ((7200, 2720), 8.0)] {
        let (before, whole) = drawn(309.0, size, scale);
        assert_eq!(drawn(309.0, size, scale).1, whole);
        for end in [98.0, 310.5, 1234.0] {
            let (after, moved) = drawn(end, size, scale);
            assert_eq!(after, before, "the plan's end at {end}");
            assert_ne!(moved, whole);
        }
    }
}

#[test]
fn a_plot_keeps_its_width_while_the_names_shrink() {
    let points = three_lines();
    let named = |label: &str, least_names: f64| {
        let chart = LineChart { least_names, ..chart(vec![line(Role::Plan, label, &points[0])], vec![]) };
        let mut out = String::new();
        let area = SVGBackend::with_string(&mut out, (328, 220)).into_drawing_area();
        chart.draw(&area, &theme(), 1.0).expect("drawn").map_or(0.0, |laid| laid.room)
    };
    let wide = named("indkomstoverførsler", 0.0);
    let narrow = named("planen", 0.0);
    assert!(narrow < wide, "{narrow} {wide}");
    assert_eq!(named("planen", wide), wide);
}

#[test]
fn where_the_visitors_colours_leave_no_tints_a_band_is_its_edges() {
    let points = three_lines();
    let edges = around(&points[0], 40.0);
    let chart = with_bands(vec![line(Role::Plan, "planen", &points[0])], vec![band(Role::Plan, &edges)]);
    let mut out = String::new();
    let theme = Theme { band_outer: 0.0, band_inner: 0.0, ..theme() };
    let area = SVGBackend::with_string(&mut out, (600, 300)).into_drawing_area();
    chart.draw(&area, &theme, 1.0).expect("drawn");
    drop(area);
    assert!(elements(&out, "<polygon").is_empty());
    let plan = elements(&out, "<polyline").into_iter().filter(|line| line.contains("#B43C00"));
    assert_eq!(plan.count(), 4 + 4 + 1, "four edges, four in the key, one line");
}

#[test]
fn the_band_of_what_matters_most_lies_on_top_and_is_the_sample() {
    let points = three_lines();
    let edges = around(&points[0], 40.0);
    let lines = vec![line(Role::Plan, "planen", &points[0]), line(Role::State, "staten", &points[1])];
    let bands = vec![band(Role::Plan, &edges), band(Role::State, &edges)];
    let out = svg(&with_bands(lines, bands), (600, 300), 1.0);
    let plan: Vec<bool> = elements(&out, "<polygon").iter().map(|shape| shape.contains("#B43C00")).collect();
    assert_eq!(plan, [true, true, false, false, true, true]);
}

#[test]
fn a_band_around_todays_course_is_grey_and_dashed_and_called_otherwise() {
    let points = three_lines();
    let edges = around(&points[2], 40.0);
    let band_label = ["hvad omgivelserne plejer at gøre", "omgivelserne"];
    let lines =
        || vec![line(Role::Plan, "planen", &points[0]), line(Role::Baseline, "som i dag", &points[2])];
    let drawn = |role| {
        let chart = LineChart { band_label, ..with_bands(lines(), vec![band(role, &edges)]) };
        svg(&chart, (600, 300), 1.0)
    };
    let (surroundings, effect) = (drawn(Role::Baseline), drawn(Role::Plan));
    let grey = format!("{:?}", theme().muted);
    assert_eq!(fields(&surroundings).len(), 2, "{grey}");
    assert!(elements(&surroundings, "<polygon").iter().all(|shape| !shape.contains("#B43C00")));
    let strokes = |svg: &str| elements(svg, "<polyline").len();
    assert!(strokes(&surroundings) > strokes(&effect), "its ends are dashed");
    assert_eq!(surroundings.matches("omgivelserne plejer").count(), 1);
}

#[test]
fn a_difference_stands_on_a_nought_in_ink_and_a_band_may_end_before_the_line() {
    let falling: Vec<f64> = (0..=72).map(f64::from).map(|month| -15.0 * month / 72.0).collect();
    let mut edges = around(&falling, 20.0);
    let nought = vec![0.0; 73];
    let lines =
        || vec![line(Role::Plan, "planen 15 færre", &falling), line(Role::Baseline, "som i dag", &nought)];
    let axis = LineChart::extent(72, &lines(), &[band(Role::Plan, &edges)], &[]).axis(1.0);
    let drawn = |edges: &[Vec<f32>; 4]| {
        svg(&LineChart { axis, ..with_bands(lines(), vec![band(Role::Plan, edges)]) }, (600, 300), 1.0)
    };
    let whole = drawn(&edges);
    assert!(axis.low() <= -35.0 && axis.high() >= 9.0, "{axis:?}");
    assert!(["planen", "færre", "som i"].iter().all(|name| whole.contains(name)));
    edges.iter_mut().for_each(|edge| edge.truncate(49));
    let short = drawn(&edges);
    let right = |svg: &str| {
        let corners = fields(svg)[0]
            .split(" points=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap_or_default();
        let xs = corners.split_whitespace().filter_map(|pair| pair.split_once(',')?.0.parse::<f64>().ok());
        xs.fold(0.0, f64::max)
    };
    assert!(right(&short) < 0.8 * right(&whole), "{} of {}", right(&short), right(&whole));
}
