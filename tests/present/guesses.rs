//! The axis with the room's guesses, drawn as SVG.

use proptest::prelude::*;
use raaderum::chart::Theme;
use raaderum::chart::guesses::{Answer, Dot, GuessChart};
use raaderum::chart::svg::svg;
use raaderum::words::run;
use raaderum::words::text::Language;

fn theme() -> Theme {
    use plotters::style::RGBColor;
    let grey = |shade: u8| RGBColor(shade, shade, shade);
    Theme {
        paper: grey(255),
        ink: grey(0),
        muted: grey(60),
        grid: grey(200),
        plan: RGBColor(143, 43, 11),
        municipality: grey(90),
        state: grey(40),
        above: grey(150),
        below: grey(180),
        band_outer: 0.2,
        band_inner: 0.2,
        font: "sans-serif".into(),
    }
}

fn drawn(dots: &[Dot], answer: Option<&Answer>) -> (String, f64) {
    let more = dots.iter().map(|dot| dot.value).chain(answer.map(|answer| answer.value));
    let chart = GuessChart {
        axis: GuessChart::axis([0.0, 100.0], more),
        unit: "personer",
        label: &|value, decimals| format!("{value:.decimals$}"),
        dots,
        answer,
        published: None,
    };
    let mut height = 0.0;
    let text =
        svg((400.0, 600.0), &|text, size, _| 0.5 * size * text.chars().count() as f64, |area, scale| {
            height = chart.draw(area, &theme(), scale).expect("SVG takes everything");
        });
    (text, height)
}

fn dot(label: &str, value: f64) -> Dot {
    Dot { value, label: label.into() }
}

#[test]
fn the_answer_is_on_the_axis_once_it_may_be_seen() {
    let answer = Answer { value: 40.0, label: "Modellen: 40".into(), between: Some([20.0, 60.0]) };
    let (before, _) = drawn(&[dot("A 30", 30.0)], None);
    assert!(before.contains("A 30") && !before.contains("Modellen"));
    let (after, _) = drawn(&[dot("A 30", 30.0)], Some(&answer));
    assert!(after.contains("A 30") && after.contains("Modellen: 40"));
    let never = Answer { value: f64::INFINITY, label: "aldrig".into(), between: None };
    assert!(drawn(&[], Some(&never)).0.contains("aldrig"));
}

#[test]
fn names_in_the_same_place_stand_under_each_other() {
    let one = drawn(&[dot("Hold A", 50.0)], None).1;
    let many: Vec<Dot> = (0..6).map(|_| dot("Hold A", 50.0)).collect();
    assert!(drawn(&many, None).1 > one);
    let apart = [dot("A", 10.0), dot("B", 50.0), dot("C", 90.0)];
    assert_eq!(drawn(&apart, None).1, one, "where there is room they share a row");
}

#[test]
fn an_axis_is_the_one_asked_for_and_farther_only_where_it_must() {
    let ends = |low: f64, high: f64, more: &[f64]| {
        let axis = GuessChart::axis([low, high], more.iter().copied());
        (axis.low(), axis.high())
    };
    assert_eq!(ends(0.0, 100.0, &[50.0]), (0.0, 100.0));
    assert_eq!(ends(-500.0, 500.0, &[]), (-500.0, 500.0));
    let (low, high) = ends(0.0, 100.0, &[130.0, f64::INFINITY]);
    assert!(low <= 0.0 && (130.0..200.0).contains(&high));
}

#[test]
fn the_spread_of_the_guesses_is_told() {
    let danish = Language::default();
    let told = run::spread(danish, raaderum::present::figure::Figure::People, &[30.0, 10.0, 20.0]);
    assert_eq!(told, "3 gæt fra 10 til 30, det midterste 20");
    assert_eq!(run::spread(danish, raaderum::present::figure::Figure::People, &[]), "");
}

proptest! {
    #[test]
    fn any_guesses_are_drawn_inside(values in proptest::collection::vec(-1e7..1e7_f64, 0..40)) {
        let dots: Vec<Dot> = values.iter().map(|value| dot("navn", *value)).collect();
        let (text, height) = drawn(&dots, None);
        prop_assert!(height.is_finite() && height > 0.0);
        prop_assert!(!text.contains("NaN"));
    }
}
