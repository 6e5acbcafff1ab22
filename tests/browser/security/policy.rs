//! What the pages of the built site say of themselves, whatever headers their host sends.

use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Browser, Page, Site};

/// What a policy may name: nothing of others, no inline code, no `eval`.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("default-src", &["'none'"]),
    ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'"]),
    ("img-src", &["'self'", "data:", "blob:"]),
    ("font-src", &["'self'"]),
    ("connect-src", &["'self'"]),
    ("worker-src", &["'self'"]),
    ("frame-src", &["'self'"]),
    ("manifest-src", &["'self'"]),
    ("base-uri", &["'none'"]),
    ("form-action", &["'none'"]),
];
/// In the single file, which holds its own files as blobs, and names script and style by their checksums.
const IN_THE_FILE: [(&str, &[&str]); 5] = [
    ("script-src", &["'sha256-", "blob:", "'wasm-unsafe-eval'"]),
    ("style-src", &["'sha256-"]),
    ("img-src", &["data:", "blob:"]),
    ("connect-src", &["blob:"]),
    ("worker-src", &["blob:"]),
];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// All pages of the site, with their text.
fn pages() -> Vec<(String, String)> {
    let files = fs::read_dir(folder("dist")).expect("a built site").map(|file| file.expect("a file").path());
    let pages = files.filter(|file| file.extension().is_some_and(|ending| ending == "html"));
    let read = |file: PathBuf| (file.display().to_string(), fs::read_to_string(file).expect("a page"));
    pages.map(read).collect()
}

fn policy<'a>(name: &str, page: &'a str) -> BTreeMap<&'a str, Vec<&'a str>> {
    let (before, after) = page
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .unwrap_or_else(|| panic!("{name} has no policy"));
    for early in ["<script", "<link", "<style", "<img", "<iframe"] {
        assert!(
            !before.contains(early),
            "{name}: {early} stands before the policy, which is not in force for it"
        );
    }
    let (policy, _) = after.split_once('"').expect("an end");
    policy
        .split(';')
        .map(|part| {
            let mut words = part.split_whitespace();
            (words.next().unwrap_or_default(), words.collect())
        })
        .collect()
}

#[test]
fn every_page_has_a_policy_that_lets_in_nothing_but_its_own() {
    let pages = pages();
    assert!(pages.len() > 20, "index, embed, gallery and the presets: {}", pages.len());
    for (name, page) in &pages {
        let policy = policy(name, page);
        assert_eq!(policy.get("default-src"), Some(&vec!["'none'"]), "{name}");
        assert!(["base-uri", "form-action"].iter().all(|part| policy[part] == ["'none'"]), "{name}");
        let allowed = BTreeMap::from(ALLOWED);
        for (part, sources) in policy {
            let known = allowed.get(part).unwrap_or_else(|| panic!("{name}: {part}"));
            let (sums, sources): (Vec<_>, Vec<_>) =
                sources.into_iter().partition(|one| one.starts_with("'sha256-"));
            assert!(sources.iter().all(|source| known.contains(source)), "{name}: {part} {sources:?}");
            let inside = if part == "script-src" { page.matches("<script>").count() } else { 0 };
            assert_eq!(sums.len(), inside, "{name}: {part} names what stands in the page, and no more");
        }
    }
}

#[test]
fn no_page_has_code_or_style_in_it_but_the_one_that_the_policy_names() {
    for (name, page) in pages() {
        let is_index = name.ends_with("index.html");
        assert_eq!(page.matches("<script>").count(), usize::from(is_index), "{name}: static/first.js alone");
        let lower = page.to_lowercase();
        assert!(!lower.contains("<style") && !lower.contains(" style="), "{name} has style in it");
        for script in lower.split("<script").skip(1) {
            let (tag, rest) = script.split_once('>').expect("a whole element");
            let is_outside = tag.contains("src=\"./") && rest.starts_with("</script>");
            assert!(is_outside || (is_index && tag.is_empty()), "{name}: <script{tag}>");
        }
        for tag in lower.split('<').filter_map(|part| part.split('>').next()) {
            let handler = tag.split_whitespace().find(|word| word.starts_with("on") && word.contains('='));
            assert_eq!(handler, None, "{name}: <{tag}>");
        }
    }
}

#[test]
fn the_single_file_lets_in_nothing_but_what_lies_in_it() {
    let name = "dist-single/raaderum.html";
    let page =
        fs::read_to_string(folder(name)).expect("the single file: script/build --single-file makes it");
    let policy = policy(name, &page);
    assert_eq!(policy["default-src"], ["'none'"]);
    let allowed = BTreeMap::from(IN_THE_FILE);
    for (part, sources) in policy {
        for source in sources {
            let known = allowed.get(part).is_some_and(|known| {
                known
                    .iter()
                    .any(|one| if one.ends_with('-') { source.starts_with(one) } else { source == *one })
            });
            assert!(known || source == "'none'", "{part} {source}");
        }
    }
}

/// Tries what the policy is to keep out; gives what came through.
const INTRUDE: &str = "const done = arguments[1], through = [];
    addEventListener('securitypolicyviolation', e => (window.refused ??= []).push(e.effectiveDirective));
    const put = (tag, parts) => document.body.append(Object.assign(document.createElement(tag), parts));
    window.intruded = name => through.push(name);
    put('script', { textContent: 'intruded(\"an inline script\")' });
    put('script', { src: `${arguments[0]}intruder.js` });
    put('img', { src: `${arguments[0]}picture.png`, onload: () => through.push('a foreign picture') });
    put('div', { innerHTML: '<img src=\"data:,\" onerror=\"intruded(1)\"><p id=inline style=\"color: rgb(1, 2, 3)\">' });
    put('iframe', { src: arguments[0] });
    // Not from here: what a driver runs is outside of the policy.
    setTimeout(() => {
        try { eval('through.push(\"eval\")') } catch {}
        try { new Function('intruded(\"Function\")')() } catch {}
        try { setTimeout('intruded(\"a text as a timer\")') } catch {}
    });
    const asked = fetch(`${arguments[0]}data`, { mode: 'no-cors' }).then(() => through.push('a foreign address'), () => {});
    if (getComputedStyle(document.getElementById('inline')).color === 'rgb(1, 2, 3)') through.push('an inline style');
    asked.then(() => setTimeout(() => done([through, [...new Set(refused)].sort()]), 200))";

#[test]
fn the_policy_is_in_force_without_any_header() {
    let (site, foreign, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    // `embed.html` has no `frame-src`: its `default-src` says the same.
    for name in ["", "embed.html#view=embed"] {
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("{}{name}", site.address()) }));
        let page = Page::here(&browser, &site);
        page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
        let answer = page.run_async(INTRUDE, json!([foreign.address()]));
        assert_eq!(answer[0], json!([]), "nothing comes through");
        let refused: Vec<String> = serde_json::from_value(answer[1].clone()).expect("names");
        for part in [
            "script-src",
            "script-src-elem",
            "script-src-attr",
            "style-src-attr",
            "connect-src",
            "img-src",
            "frame-src",
        ] {
            assert!(refused.iter().any(|one| one == part), "{part} is refused: {refused:?}");
        }
        assert_eq!(foreign.requests(), [""; 0], "no foreign host was asked for anything");
    }
}

#[test]
fn what_the_page_begins_with_is_taken_by_its_checksum() {
    let index = fs::read_to_string(folder("dist/index.html")).expect("a page");
    let begins: Vec<_> = index
        .split('<')
        .filter(|tag| tag.contains("rel=\"stylesheet\"") || tag.contains("src=\"./start-"))
        .collect();
    assert_eq!(begins.len(), 3, "{begins:?}");
    assert!(begins.iter().all(|tag| tag.contains(" crossorigin integrity=\"sha256-")), "{begins:?}");
}
