//! Screens that change under the hand, and very large ones.

use super::{CASELOAD, PLAN};
use crate::harness::{Browser, Page, Site, View};
use crate::pages::settled;
use serde_json::json;

#[test]
fn the_window_changes_while_a_lever_is_dragged() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let before = page.lever(CASELOAD);
    let body = "const e = document.querySelector(arguments[0]);
        e.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = e.getBoundingClientRect(), x = share => Math.round(box.left + 8 + share * (box.width - 16));
        return [x((e.valueAsNumber - e.min) / (e.max - e.min)), x(0.2), Math.round(box.top + box.height / 2)]";
    let at = page.run(body, json!([format!("input[data-lever='{CASELOAD}']")]));
    let mouse = |deeds: serde_json::Value| {
        let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": deeds });
        browser.post("actions", json!({ "actions": [mouse] }));
    };
    let go = |x: &serde_json::Value| json!({ "type": "pointerMove", "x": x, "y": 100, "duration": 50, "origin": "viewport" });
    let take = json!({ "type": "pointerMove", "x": at[0], "y": at[2], "duration": 0, "origin": "viewport" });
    mouse(json!([take, { "type": "pointerDown", "button": 0 }, go(&at[1])]));
    page.wait_for("the lever follows", || page.lever(CASELOAD) < before);
    for size in [[360, 700], [1920, 1080], [800, 600], [320, 256], [1280, 900]] {
        page.size(size);
        mouse(json!([go(&json!(size[0] / 3))]));
    }
    mouse(json!([{ "type": "pointerUp", "button": 0 }]));
    page.rest();
    let set = page.lever(CASELOAD);
    assert_ne!(set, before);
    page.wait_for("the address says where it stands", || page.hash().contains(&format!("{CASELOAD}={set}")));
    let fits = "return [...document.querySelectorAll('.chart-frame canvas')].every(e =>
        Math.abs(e.getBoundingClientRect().width * devicePixelRatio - e.width) < 2)";
    page.wait_for("charts are as large as their place", || page.run(fits, json!([])) == true);
    page.click("[data-step='undo']");
    page.wait_for("it was one step", || page.lever(CASELOAD) == before);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn at_four_times_the_size_all_is_there_and_nothing_scrolls_sideways() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for name in ["explore", "cases", "questions", "present", "team"] {
        let page = Page::visit(&browser, &site, &format!("{PLAN}&page={name}"));
        settled(&page);
        // 1280 by 1024 at 400 per cent.
        page.look(&View { size: [320, 256], density: 4.0, theme: "light", language: "da" });
        settled(&page);
        let over = page.run("return document.documentElement.scrollWidth - innerWidth", json!([]));
        assert!(over.as_i64() <= Some(0), "{name}: {over}");
        // What is out of sight is drawn when it comes into it.
        let fits = "const seen = e => e.getBoundingClientRect().top < innerHeight && e.getBoundingClientRect().bottom > 0;
            return [...document.querySelectorAll('.chart-frame canvas')].filter(e => e.offsetParent && seen(e)).every(e =>
                Math.abs(e.getBoundingClientRect().width * 4 - e.width) < 3)";
        page.wait_for(&format!("{name}: charts are sharp"), || page.run(fits, json!([])) == true);
        let stuck = "return [...document.querySelectorAll('*')].filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)
            && e.getBoundingClientRect().height > 128).map(e => e.className)";
        assert_eq!(
            page.run(stuck, json!([])),
            json!([]),
            "{name}: nothing that stays covers half of what is seen"
        );
    }
}

#[test]
fn printing_while_it_is_computed_gives_a_whole_sheet() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.press(CASELOAD, crate::harness::LEFT, 20);
    // At once, with the finer draws and the address on their way.
    let printed = browser.devtools("Page.printToPDF", json!({}));
    assert!(printed["data"].as_str().is_some_and(|pdf| pdf.len() > 10_000));
    let set = page.lever(CASELOAD);
    page.rest();
    page.wait_for("the page goes on", || page.hash().contains(&format!("{CASELOAD}={set}")));
    assert_eq!(page.console(), [""; 0]);
}
