//! What a static host says of presets: an answer that programs understand, and a page that leads to it.

use std::collections::BTreeSet;

use crate::{build::generate, files};
use raaderum::model::tables::{CASES, PACKAGES};
use raaderum::scenario::Start;
use raaderum::scenario::link;
use raaderum::words::text::Language;
use serde_json::Value;

fn presets() -> Vec<(String, String)> {
    generate(&files()).expect("the data files are sound").oembed.into_iter().collect()
}

#[test]
fn what_an_embed_says_is_in_its_own_files_alone() {
    let words = generate(&files()).expect("the data files are sound").words;
    for (table, has) in [(words.first, false), (words.more, false), (words.embed, true)] {
        assert_eq!(table.contains("EmbedOpen"), has);
    }
    let line = "Åbn i Råderum med denne indstilling\n";
    let said: Vec<&str> =
        words.files.iter().filter(|(_, text)| text.contains(line)).map(|(name, _)| &**name).collect();
    assert_eq!(said, ["command.da.txt", "embed.da.txt"]);
}

#[test]
fn every_preset_has_a_page_and_an_answer_in_every_language() {
    let names: BTreeSet<String> = presets().into_iter().map(|(name, _)| name).collect();
    let ids = CASES.iter().map(|case| case.id).chain(PACKAGES.iter().map(|package| package.id));
    for id in ids {
        for language in Language::all() {
            for ending in ["html", "json"] {
                assert!(names.contains(&format!("preset-{id}-{}.{ending}", language.code())), "{id}");
            }
        }
    }
}

#[test]
fn an_answer_is_oembed_and_its_frame_shows_the_preset() {
    for (name, text) in presets().into_iter().filter(|(name, _)| name.ends_with(".json")) {
        let text = text.replace("{{base}}", "https://example.org/raaderum/");
        let answer: Value = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!((&answer["type"], &answer["version"]), (&"rich".into(), &"1.0".into()), "{name}");
        assert!(answer["width"].is_u64() && answer["height"].is_u64(), "{name}");
        assert!(!answer["title"].as_str().expect("a title").is_empty(), "{name}");
        let html = answer["html"].as_str().expect("HTML");
        let source = html.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a source");
        let source = source.replace("&amp;", "&");
        let (address, fragment) = source.split_once('#').expect("a fragment");
        assert_eq!(address, "https://example.org/raaderum/embed.html", "{name}");
        let read = link::read(fragment);
        assert_eq!(read.problems, [], "{name}");
        let id = match read.scenario.start() {
            Start::Case(case) => CASES[case].id,
            Start::Package(_, package) => PACKAGES[package].id,
            Start::Place(_) => PACKAGES[0].id,
        };
        assert!(name.starts_with(&format!("preset-{id}-")), "{name} leads to {id}");
    }
}

#[test]
fn a_page_leads_to_its_answer() {
    for (name, page) in presets().into_iter().filter(|(name, _)| name.ends_with(".html")) {
        let answer = name.replace(".html", ".json");
        let head = page.split("</head>").next().expect("a head");
        let link = format!("type=\"application/json+oembed\" href=\"{{{{base}}}}{answer}\"");
        assert!(head.contains(&link), "{name}: {head}");
        assert!(!page.contains("<script>") && !page.contains("style=\""), "{name}");
    }
}
