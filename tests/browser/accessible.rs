//! The rules of accessibility that a machine can check: axe-core on every page, in both languages, both themes, narrow
//! and wide, with everything open that opens.

use crate::harness::{Browser, Page, Site};
use crate::pages::{PLAN, links, open_all, settled, visit};
use serde_json::json;
use std::collections::BTreeMap;
use std::{env, fs};

/// WCAG 2.2 at levels A and AA, and what axe-core calls good practice beside it.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const ARROW_DOWN: &str = "\u{E015}";
const ESCAPE: &str = "\u{E00C}";

/// The script of axe-core.
pub fn axe() -> String {
    let axe = env::var("AXE").expect("AXE names axe.min.js: script/lib/env.sh does, after script/setup test");
    fs::read_to_string(&axe).unwrap_or_else(|why| panic!("cannot read {axe}: {why}"))
}

/// What axe-core finds against the page: rule, what it says, and where.
pub fn violations(page: &Page, axe: &str) -> Vec<String> {
    page.run(axe, json!([]));
    let body = "const [rules, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
            .then(({ violations }) => done(violations.map(({ id, help, nodes }) =>
                `${id} (${help}): ${nodes.map(node => node.target.join(' ') + ' ' + node.html.slice(0, 200)).join(' | ')}`)),
                why => done([String(why)]))";
    serde_json::from_value(page.run_async(body, json!([RULES]))).expect("a list of violations")
}

/// What was found, and where it was found first: one mistake shows on many pages.
type Found = BTreeMap<String, String>;

fn check(page: &Page, axe: &str, name: &str, found: &mut Found) {
    for width in [360, 1280] {
        page.size([width, 900]);
        settled(page);
        for violation in violations(page, axe) {
            found.entry(violation).or_insert_with(|| format!("{name} {width}"));
        }
    }
}

/// Every page in one language and one theme.
fn no_violations(language: &str, theme: &str) {
    let (axe, site, browser) = (axe(), Site::start("/"), Browser::start());
    let mut found = Found::new();
    for link in links(&browser, &site, &format!("{PLAN}&lang={language}&theme={theme}")) {
        let page = visit(&browser, &site, &link);
        assert!(page.exists(&format!("html[lang='{language}'][data-theme='{theme}']")));
        check(&page, &axe, &format!("{link}, as it opens,"), &mut found);
        open_all(&page);
        check(&page, &axe, &format!("{link}, with all open,"), &mut found);
    }
    let told: Vec<_> =
        found.iter().map(|(violation, place)| format!("{violation}\n  first at {place}")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn no_rule_of_accessibility_is_broken_in_danish_on_light() {
    no_violations("da", "light");
}

#[test]
fn no_rule_of_accessibility_is_broken_in_danish_on_dark() {
    no_violations("da", "dark");
}

#[test]
fn no_rule_of_accessibility_is_broken_in_english_on_light() {
    no_violations("en", "light");
}

#[test]
fn no_rule_of_accessibility_is_broken_in_english_on_dark() {
    no_violations("en", "dark");
}

#[test]
fn no_rule_of_accessibility_is_broken_while_a_place_is_looked_for() {
    let (axe, site, browser) = (axe(), Site::start("/"), Browser::start());
    let mut found = Found::new();
    for look in ["lang=da&theme=light", "lang=en&theme=dark"] {
        let page = visit(&browser, &site, &format!("{PLAN}&{look}"));
        for (text, name) in [(ARROW_DOWN, "every place"), ("e", "what fits"), ("xyz", "where nothing fits")] {
            page.type_place(text);
            page.wait_for("it is told", || !page.text(".combobox [role='status']").is_empty());
            check(&page, &axe, &format!("{look}, {name},"), &mut found);
            page.keys(ESCAPE);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
