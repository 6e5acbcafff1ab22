//! The rules of accessibility that a machine can check, on the stage, at the desk and in the editor.

use super::{ESCAPE, ON, enter, open_desk, phase, show, visit};
use crate::harness::{Browser, Page, Site, View};
use serde_json::json;
use std::{env, fs};

#[test]
fn no_rule_of_accessibility_is_broken_on_the_stage_at_the_desk_and_in_the_editor() {
    let axe = env::var("AXE").expect("AXE names axe.min.js: script/lib/env.sh does");
    let axe = fs::read_to_string(axe).expect("axe-core is there");
    let rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    let body = "const [rules, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
            .then(({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html.slice(0, 200)).join(' | '))),
                why => done([String(why)]))";
    let (site, browser) = (Site::start("/"), Browser::start());
    let check = |page: &Page, place: &str| {
        page.run(&axe, json!([]));
        assert_eq!(page.run_async(body, json!([rules])), json!([]), "{place}");
    };
    for (language, theme) in [("da", "light"), ("en", "dark")] {
        let page = visit(&browser, &site, language);
        page.look(&View { size: [1280, 900], density: 1.0, theme, language });
        page.click("[data-run='byraad'] [data-do='edit']");
        page.wait_for("the editor is there", || page.exists("[data-editor-step='4']"));
        page.run("document.querySelectorAll('details').forEach(e => e.open = true)", json!([]));
        check(&page, "the editor");
        page.click("[data-do='close']");
        page.wait_for("the list is there", || page.exists("[data-run='loft']"));
        show(&page, "loft");
        for place in ["question", "guesses", "revealed"] {
            assert_eq!(phase(&page), place);
            check(&page, place);
            page.keys(ON);
            page.wait_frame();
        }
        let [_, room] = open_desk(&browser, &page);
        check(&page, "the desk");
        browser.delete("window");
        enter(&browser, &room);
        page.keys(ESCAPE);
        page.wait_for("the list is back", || page.exists("[data-run='loft']"));
    }
}
