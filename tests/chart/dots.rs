//! Figures side by side.

use super::*;
use raaderum::chart::dots::{Dot, DotChart};

fn dot(name: &str, value: f64, band: [f64; 2]) -> Dot {
    let written = format!("{value} ({} til {})", band[0], band[1]);
    Dot { name: name.into(), value, band: Some(band), written, ground: false }
}

fn draw(dots: &[Dot], size: (u32, u32), text: f64) -> (String, f64) {
    let mut out = String::new();
    let axis = DotChart::extent(dots).axis(1.0);
    let label = |value: f64, decimals: usize| format!("{value:.decimals$}");
    let chart = DotChart { axis, role: Role::Plan, dots, label: &label, text };
    let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
    let needed = chart.draw(&area, &theme(), 1.0).expect("drawn");
    drop(area);
    (out, needed)
}

fn twelve() -> Vec<Dot> {
    let dot = |team: u32| dot(&format!("Hold {team}"), f64::from(team) - 6.0, [-9.0, f64::from(team)]);
    let ground = Dot { ground: true, ..self::dot("Udgangspunktet", 0.0, [0.0, 0.0]) };
    std::iter::once(ground).chain((1..=12).map(dot)).collect()
}

#[test]
fn every_team_has_its_name_its_value_and_its_dot() {
    for (width, text) in [(320, 15.0), (900, 15.0), (1800, 28.0)] {
        let (_, needed) = draw(&twelve(), (width, 100), text);
        let (out, again) = draw(&twelve(), (width, needed as u32), text);
        assert_eq!(again, needed);
        for team in 1..=12 {
            assert!(
                out.contains(&format!("Hold {team}\n")) && out.contains(&format!("{} (-9 til", team - 6)),
                "{team}"
            );
        }
        // A ring is two circles.
        assert_eq!(elements(&out, "<circle").len(), 14, "{width}");
        assert!(stays_inside(&out, (width, needed as u32)));
        assert!(attribute(&out, "<text", "font-size").iter().all(|size| *size >= text - 1e-9));
    }
}

/// Left and right end, and the middle of each text, if a letter is half as wide as it is high: they are wider.
fn texts(svg: &str, size: f64) -> Vec<[f64; 3]> {
    let text = |element: &str| {
        let words = element.lines().nth(1).unwrap_or_default();
        let head = element.lines().next().unwrap_or_default();
        let [x, y] = ["x", "y"].map(|name| attribute(head, "", name)[0]);
        let width = words.chars().count() as f64 * size / 2.0;
        let left = match head {
            _ if head.contains("\"end\"") => x - width,
            _ if head.contains("\"middle\"") => x - width / 2.0,
            _ => x,
        };
        [left, left + width, y]
    };
    svg.split("<text").skip(1).map(text).collect()
}

#[test]
fn a_long_value_lies_over_no_name() {
    let long = |name: &str, value: f64| Dot {
        written: "−DKK 4.1m (−DKK 5.1m to −DKK 2.9m)".into(),
        ..dot(name, value, [-9.0, 2.0])
    };
    let dots = [long("Activity-ready on cash benefit", 1.0), long("Borgere i ressourceforløb", -3.0)];
    for (width, size) in
        [(262, 15.0), (326, 15.0), (480, 15.0), (620, 15.0), (823, 15.0), (900, 28.0), (1800, 28.0)]
    {
        let (_, needed) = draw(&dots, (width, 100), size);
        let (out, _) = draw(&dots, (width, needed as u32), size);
        let texts = texts(&out, size);
        assert!(texts.len() > 6, "{out}");
        for (at, one) in texts.iter().enumerate() {
            let over = |other: &&[f64; 3]| {
                (one[2] - other[2]).abs() < size * 0.8 && one[0] < other[1] && other[0] < one[1]
            };
            assert_eq!(texts[at + 1..].iter().find(over), None, "over {one:?} at {width}");
        }
    }
}

#[test]
fn dots_stand_in_the_order_of_their_values() {
    let (out, _) = draw(&twelve(), (900, 500), 15.0);
    let at: Vec<f64> = attribute(&out, "<circle", "cx").into_iter().skip(2).collect();
    assert_eq!(at.len(), 12);
    assert!(at.windows(2).all(|pair| pair[0] < pair[1]), "{at:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dots_and_any_size_can_be_drawn(
        dots in proptest::collection::vec((".{0,90}", hostile(), [hostile(), hostile()], ".{0,40}"), 0..14),
        ends in proptest::collection::vec(hostile(), 2),
        size in (0_u32..1200, 0_u32..800),
        scale in prop_oneof![Just(1.0), Just(24.0), hostile()],
        text in hostile(),
    ) {
        let dots: Vec<Dot> = dots
            .into_iter()
            .map(|(name, value, band, written)| Dot { name, value, band: Some(band), written, ground: value > 0.0 })
            .collect();
        let label = |value: f64, decimals: usize| format!("{value:.decimals$}");
        let chart = DotChart { axis: Axis::of(ends, 1.0), role: Role::Plan, dots: &dots, label: &label, text };
        let mut out = String::new();
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        let needed = chart.draw(&area, &theme(), scale).expect("drawn");
        drop(area);
        prop_assert!(needed.is_finite());
        prop_assert!(stays_inside(&out, size), "{out}");
    }
}
