//! The page on which an article's embed is chosen and copied.

use crate::harness::{Browser, Page, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const PLAN: &str = "place=silkeborg&caseload.activity_ready=45";

fn open<'a>(browser: &'a Browser, site: &Site) -> Page<'a> {
    let page = Page::visit(browser, site, &format!("{PLAN}&page=embed"));
    page.wait_for("the page is there", || page.exists("[data-code]"));
    page
}

fn choose(page: &Page, what: &str, word: &str) {
    let body = "const e = document.querySelector(arguments[0]);
        if (e.type === 'checkbox') e.checked = arguments[1] === 'on'; else e.value = arguments[1];
        e.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(body, json!([format!("[data-builder='{what}']"), word]));
}

fn code(page: &Page) -> String {
    let code = page.run("return document.querySelector('[data-code]').value", json!([]));
    code.as_str().expect("a text").to_owned()
}

/// Scrolls to each preview and waits until it is as high as its content.
fn measured(page: &Page) -> Vec<i64> {
    let body = "const frame = document.querySelector(arguments[0]);
        frame.scrollIntoView();
        return frame.contentDocument?.querySelector('.embed')?.getBoundingClientRect().height - frame.clientHeight";
    [320, 480, 700]
        .into_iter()
        .map(|width| {
            let frame = format!("[data-preview='{width}']");
            page.wait_for("the preview is as high as its content", || {
                page.run(body, json!([frame])).as_f64().is_some_and(|off| off.abs() <= 1.0)
            });
            let height = "return document.querySelector(arguments[0]).clientHeight";
            page.run(height, json!([frame])).as_i64().expect("a height")
        })
        .collect()
}

#[test]
fn the_code_follows_what_is_chosen() {
    let (site, browser) = (Site::start("/kommune/"), Browser::start());
    let page = open(&browser, &site);
    let at_first = code(&page);
    let source =
        format!("src=\"{}embed.html#v=2&amp;place=silkeborg&amp;caseload.activity_ready=45", site.address());
    assert!(at_first.contains(&source), "{at_first}");
    assert!(at_first.contains("levers=caseload.activity_ready\""), "the lever at stake: {at_first}");
    choose(&page, "show", "headline.net");
    choose(&page, "lever.2", "rule");
    choose(&page, "lang", "en");
    choose(&page, "theme", "dark");
    choose(&page, "lock", "on");
    choose(&page, "script", "on");
    page.wait_for("the code has it all", || {
        let code = code(&page);
        let asked = "view=embed&amp;show=headline.net&amp;levers=caseload.activity_ready,rule&amp;lock=1&amp;lang=en&amp;theme=dark";
        code.contains(asked) && code.contains("raaderum-embed.js\" integrity=\"sha384-") && !code.contains("<style>")
    });
    choose(&page, "lever.1", "");
    page.wait_for("a lever can go", || code(&page).contains("levers=rule&amp;"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn previews_are_the_embed_and_their_heights_are_in_the_code() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site);
    let heights = measured(&page);
    assert!(heights[0] >= heights[2], "narrow is high: {heights:?}");
    page.wait_for("the code has the heights", || {
        let code = code(&page);
        code.contains(&format!("height=\"{}\"", heights.iter().max().expect("three")))
            && heights[1..].iter().all(|height| code.contains(&format!("{{height:{height}px}}")))
    });
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_code_pasted_elsewhere_shows_the_whole_embed() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site);
    measured(&page);
    let code = code(&page);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/hosts/pasted");
    fs::create_dir_all(&folder).expect("a folder");
    // Once as it is, once where the host's policy refuses the style.
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\">";
    for (head, width) in [("", 360), ("", 520), ("", 740), (policy, 360), (policy, 740)] {
        let article = format!(
            "<!doctype html><html><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>{head}</head><body>{code}</body></html>"
        );
        fs::write(folder.join("index.html"), article).expect("an article");
        let theirs = Site::serve(folder.clone(), "/");
        browser.post("url", json!({ "url": theirs.address() }));
        let host = Page::here(&browser, &theirs);
        host.size([width, 900]);
        host.enter_frame();
        host.wait_for("the embed starts", || host.exists("[data-figure][data-value]"));
        let over = host.run(
            "return document.querySelector('.embed').getBoundingClientRect().height - innerHeight",
            json!([]),
        );
        // The column is a little narrower or wider than a preview: a line more or less.
        assert!(over.as_f64().is_some_and(|over| over < 30.0), "{over} pixels cut off at {width} {head}");
        browser.post("frame", json!({ "id": null }));
    }
}

#[test]
fn the_code_is_copied_or_it_is_said_that_it_is_not() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site);
    page.click("[data-copy]");
    page.wait_for("it is said", || !page.text(".builder-code [role='status']").is_empty());
}

#[test]
fn another_place_leaves_no_lever_that_is_not_there() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site);
    choose(&page, "lever.2", "caseload.resource_course");
    page.wait_for("it is in the code", || code(&page).contains("caseload.resource_course"));
    page.run("location.hash = 'case=laerkevej&page=embed'", json!([]));
    page.wait_for("it is gone with its people", || {
        let code = code(&page);
        code.contains("case=laerkevej") && !code.contains("caseload.resource_course")
    });
}

#[test]
fn every_preset_has_a_page_that_shows_it() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for name in ["preset-hjoerring-da", "preset-within_cap-en"] {
        browser.post("url", json!({ "url": format!("{}{name}.html", site.address()) }));
        let page = Page::here(&browser, &site);
        page.enter_frame();
        page.wait_for("the embed starts", || page.exists("[data-figure][data-value]"));
        assert_eq!(page.text("[data-message]"), "", "{name}");
        browser.post("frame", json!({ "id": null }));
        assert_eq!(page.console(), [""; 0], "{name}");
    }
}

#[test]
fn the_gallery_shows_all_its_embeds() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.post("url", json!({ "url": format!("{}gallery.html", site.address()) }));
    let page = Page::here(&browser, &site);
    let count = page.run("return document.querySelectorAll('iframe').length", json!([])).as_u64();
    assert_eq!(count, Some(10));
    for place in 0..10 {
        page.wait_for("each is as high as its content", || {
            let body = "const frame = document.querySelectorAll('iframe')[arguments[0]];
                frame.scrollIntoView({ block: 'nearest' });
                return frame.contentDocument?.querySelector('.embed')?.getBoundingClientRect().height - frame.clientHeight";
            let off: Value = page.run(body, json!([place]));
            off.as_f64().is_some_and(|off| off.abs() <= 1.0)
        });
    }
    assert_eq!(page.console(), [""; 0]);
}
