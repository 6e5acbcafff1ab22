//! A chart as it leaves the page.

use super::{elements, line, stays_inside, theme, three_lines};
use raaderum::chart::poster::Poster;
use raaderum::chart::svg::svg;
use raaderum::chart::{Event, LineChart, Role};

/// Every letter a little wider than half its size, as in no font: a ruler of our own.
fn ruler(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().count() as f64 * size * if bold { 0.6 } else { 0.55 }
}

fn poster(below: &str) -> String {
    let points = three_lines();
    let lines = vec![line(Role::Plan, "planen", &points[0]), line(Role::Baseline, "som i dag", &points[2])];
    let chart = LineChart {
        events: vec![Event { month: 24.0, label: "planen gøres op".into() }],
        ..super::chart(lines, vec![])
    };
    let poster = Poster {
        width: 960.0,
        height: 400.0,
        title: "På ydelsen: aktivitetsparate",
        above: &["Silkeborg: Sagstallet for aktivitetsparate skal fra 95 til 45."],
        below: &["Kilde: Silkeborg Kommune.", "Et regneeksempel, ikke en prognose.", below],
    };
    let composed = poster.compose(&ruler);
    svg(composed.size, &ruler, |area, scale| {
        let drawn = composed.draw(area, &theme(), scale, |part| {
            chart.draw(&part, &theme(), scale).expect("the chart is drawn");
        });
        drawn.expect("the words are drawn");
    })
}

#[test]
fn a_picture_carries_its_words_and_is_as_large_as_it_says() {
    let out = poster("Regn selv: https://example.org/#v=1");
    for text in
        ["På ydelsen", "fra 95 til 45", "planen gøres op", "Kilde:", "ikke en prognose", "#v=1", "personer"]
    {
        assert!(out.contains(text), "{text} is missing in {out}");
    }
    assert!(out.starts_with("<svg width=\"960\" height=\""), "{}", &out[..80]);
    assert!(out.trim_end().ends_with("</svg>"));
}

#[test]
fn nothing_in_a_picture_is_cut_not_even_a_long_link() {
    let link = format!("Regn selv: https://example.org/#{}", "caseload.activity_ready=45&".repeat(30));
    let out = poster(&link);
    assert!(stays_inside(&out, (960 * 8, 5000 * 8)));
    let right_end = |text: &&str| {
        let value =
            |name: &str| text.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
        Some((value("x")? / 8.0, value("font-size")? / 8.0))
    };
    let texts = elements(&out, "<text");
    let words = out.split("<text").skip(1).map(|text| text.lines().nth(1).unwrap_or_default());
    for ((x, size), words) in texts.iter().filter_map(right_end).zip(words) {
        let starts = x + ruler(&words.replace("&amp;", "&"), size, false) <= 960.0 || x > 480.0;
        assert!(starts && size >= 14.0 - 1e-9, "{words} at {x}, {size} px");
    }
    let whole: String = out.split("<text").skip(1).filter_map(|text| text.lines().nth(1)).collect();
    assert_eq!(whole.matches("activity_ready=45").count(), 30, "a link loses nothing when it is broken");
}

#[test]
fn what_happens_is_named_above_the_plot() {
    let out = poster("");
    let at = |text: &str| {
        let before = out.split(text).next().expect("it is there");
        let attributes = before.rsplit("<text").next().expect("in a text");
        attributes
            .split(" y=\"")
            .nth(1)
            .and_then(|y| y.split('"').next()?.parse::<f64>().ok())
            .expect("a place")
    };
    assert!(at("planen gøres op\n") < at("planen\n"), "above the lines' names");
}

#[test]
fn words_of_others_stay_words() {
    let out = poster("</text></svg><script>alert(1)</script><img src=x onerror='alert(1)'> \" & ]]>");
    assert!(!out.contains("<script") && !out.contains("<img"), "{out}");
    assert_eq!(out.matches("</svg>").count(), 1);
}
