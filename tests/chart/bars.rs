//! What adds up to a figure.

use super::*;
use raaderum::chart::bars::{Bar, BarChart};

fn bar(name: &str, value: f64) -> Bar {
    Bar { name: name.into(), value, written: format!("{value} mio.") }
}

fn draw(bars: &[Bar], total: Option<&Bar>, size: (u32, u32)) -> (String, f64) {
    let mut out = String::new();
    let axis = BarChart::extent(bars, total).axis(1.0);
    let chart = BarChart { axis, role: Role::Municipality, bars, total };
    let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
    let needed = chart.draw(&area, &theme(), 1.0).expect("drawn");
    drop(area);
    (out, needed)
}

fn three() -> [Bar; 3] {
    [bar("Aktivitetsparate", -14.0), bar("Forsikrede ledige", 26.0), bar("Budgetloft", -4.0)]
}

/// The left end and the width of each bar; the first box is the paper.
fn boxes(svg: &str) -> Vec<(f64, f64)> {
    let (left, width) = (attribute(svg, "<rect", "x"), attribute(svg, "<rect", "width"));
    left.into_iter().zip(width).skip(1).collect()
}

#[test]
fn every_bar_has_its_name_and_value_and_the_total_comes_last() {
    let total = bar("I alt", 8.0);
    for size in [(320, 400), (900, 300)] {
        let (out, _) = draw(&three(), Some(&total), size);
        for text in ["Aktivitetsparate", "-14 mio.", "26 mio.", "Budgetloft", "8 mio."] {
            assert!(out.contains(text), "{text} is missing at {size:?}");
        }
        assert!(out.find("I alt") > out.find("Budgetloft"));
        assert_eq!(boxes(&out).len(), 4);
        assert!(elements(&out, "<rect")[4].contains("#141414"), "the total is in ink");
    }
}

#[test]
fn bars_begin_at_nought_and_are_as_long_as_their_values() {
    for size in [(320, 400), (900, 300)] {
        let (out, _) = draw(&three(), None, size);
        let [loss, gain, small] = boxes(&out)[..] else { panic!("{out}") };
        assert!((loss.0 + loss.1 - gain.0).abs() <= 1.0 && (small.0 + small.1 - gain.0).abs() <= 1.0);
        assert!((gain.1 / loss.1 - 26.0 / 14.0).abs() < 0.1, "{gain:?} {loss:?}");
    }
}

#[test]
fn on_a_phone_names_stand_above_their_bars_and_beside_them_elsewhere() {
    let first = |size| boxes(&draw(&three()[1..2], None, size).0)[0];
    assert!(first((320, 400)).0 <= 1.0, "the whole width is the bar's");
    assert!(first((900, 400)).0 > 300.0);
}

#[test]
fn the_height_it_asks_for_shows_every_bar() {
    let long = bar("Hvad et meget langt navn på en ændring gør ved højden af en række på en telefon", 3.0);
    let bars: Vec<Bar> = three().into_iter().chain([long]).collect();
    let total = bar("I alt", 11.0);
    for width in [320, 480, 900] {
        let (_, needed) = draw(&bars, Some(&total), (width, 100));
        let (out, again) = draw(&bars, Some(&total), (width, needed as u32));
        assert_eq!(again, needed);
        assert_eq!(boxes(&out).len(), 5, "{width}");
        assert!(stays_inside(&out, (width, needed as u32)));
        let (cut, _) = draw(&bars, Some(&total), (width, needed as u32 - 20));
        assert_eq!(boxes(&cut).len(), 4, "the last gives way to the total");
        assert!(cut.contains("I alt"));
    }
}

#[test]
fn the_height_it_asks_for_is_the_height_it_keeps() {
    for width in [320, 900] {
        for count in 0..=3 {
            let bars = &three()[..count];
            let (_, asked) = draw(bars, None, (width, 272));
            let (_, again) = draw(bars, None, (width, asked as u32));
            assert_eq!(again, asked, "{count} bars at {width}: a chart would change its height for ever");
        }
    }
}

#[test]
fn no_text_is_smaller_than_14_pixels() {
    let (out, _) = draw(&three(), None, (320, 400));
    assert!(attribute(&out, "<text", "font-size").iter().all(|size| *size >= 14.0 - 1e-9));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bars_and_any_size_can_be_drawn(
        bars in proptest::collection::vec((".{0,90}", hostile(), ".{0,40}"), 0..20),
        ends in proptest::collection::vec(hostile(), 2),
        size in (0_u32..1200, 0_u32..800),
        scale in prop_oneof![Just(1.0), Just(24.0), hostile()],
    ) {
        let bars: Vec<Bar> =
            bars.into_iter().map(|(name, value, written)| Bar { name, value, written }).collect();
        let axis = Axis::of(ends, 1.0);
        let chart = BarChart { axis, role: Role::Plan, bars: &bars, total: bars.first() };
        let mut out = String::new();
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        let needed = chart.draw(&area, &theme(), scale).expect("drawn");
        drop(area);
        prop_assert!(needed.is_finite());
        prop_assert!(stays_inside(&out, size), "{out}");
    }
}
