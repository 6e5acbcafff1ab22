//! Pins: put aside, compared, kept, and the same in every tab.

use crate::harness::{Browser, LEFT, Page, Site, View};
use serde_json::json;
use std::path::Path;

const CASELOAD: &str = "caseload.activity_ready";

fn pins(page: &Page) -> usize {
    page.run("return document.querySelectorAll('[data-pin]').length", json!([])).as_u64().unwrap_or(0)
        as usize
}

#[test]
fn a_plan_is_pinned_compared_and_there_after_a_reload() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45");
    let net = page.figure("net");
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || pins(&page) == 1);
    page.wait_for("it is as the plan", || page.text(".pin-against").contains("Samme økonomi"));

    page.press(CASELOAD, LEFT, 10);
    page.wait_for("it is held against the plan", || page.text(".pin-against").contains("% af udfaldene"));
    let said = page.text(".pin-against");
    assert!(!said.contains(" 0\u{a0}%") && !said.contains("100\u{a0}%"), "{said}");

    let rename = "const field = document.querySelector('.pin-name');
        field.value = 'Forslag A'; field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(rename, json!([]));
    page.wait_for("the name is kept", || {
        page.run("return localStorage.getItem('raaderum.pins')", json!([]))
            .as_str()
            .is_some_and(|text| text.ends_with("\tForslag A"))
    });

    let page = Page::open(&browser, &site, "place=typical");
    page.wait_for("the pin is still there", || pins(&page) == 1);
    assert_eq!(page.run("return document.querySelector('.pin-name').value", json!([])), "Forslag A");
    assert_eq!(
        page.run("return document.querySelector('[data-pin-figure=net]').dataset.value", json!([])),
        net
    );
    page.click("[data-pin-open='0']");
    page.wait_for("it is in hand again", || page.lever(CASELOAD) == 45.0 && page.figure("net") == net);
    page.click("[data-pin-remove='0']");
    page.wait_for("it is gone", || pins(&page) == 0);
    assert!(page.run("return localStorage.getItem('raaderum.pins')", json!([])).is_null());
}

#[test]
fn four_plans_can_be_pinned_and_no_fifth() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    for count in 1..=4 {
        page.click("[data-asked='pin']");
        page.wait_for("one more is pinned", || pins(&page) == count);
        page.press(CASELOAD, LEFT, 5);
        page.rest();
    }
    page.click("[data-asked='pin']");
    assert_eq!(pins(&page), 4);
    assert!(page.text(".keep-pin").contains("Fire planer"));
}

#[test]
fn two_tabs_do_not_eat_each_others_pins() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45");
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || pins(&page) == 1);

    let other = "const text = localStorage.getItem('raaderum.pins') + '\\nv=1&place=typical\\tFra den anden';
        const frame = document.createElement('iframe');
        frame.src = 'about:blank';
        document.body.append(frame);
        frame.contentWindow.localStorage.setItem('raaderum.pins', text)";
    page.run(other, json!([]));
    page.wait_for("the other tab's pin is here", || pins(&page) == 2);
    page.click("[data-step='undo']");
    page.wait_for("our own is taken back, not the other's", || pins(&page) == 1);
    assert_eq!(page.run("return document.querySelector('.pin-name').value", json!([])), "Fra den anden");

    // Written without a word to this tab, as when both write at once.
    page.run("localStorage.setItem('raaderum.pins', localStorage.getItem('raaderum.pins') + '\\nv=1&place=copenhagen\\tSamtidig')", json!([]));
    page.click("[data-step='redo']");
    page.wait_for("all three are here", || pins(&page) == 3);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn all_that_is_changed_is_listed_and_each_can_be_taken_back() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45&cost=700000");
    page.click("[data-asked='pin']");
    page.wait_for("the part is there", || page.exists("summary[data-differs]"));
    page.click("summary[data-differs]");
    page.wait_for("both are listed", || {
        page.exists("tr[data-differs='cost']") && page.exists("tr[data-differs='caseload.activity_ready']")
    });
    page.click("tr[data-differs='caseload.activity_ready'] button");
    page.wait_for("it is taken back", || !page.exists("tr[data-differs='caseload.activity_ready']"));
    assert_eq!(page.lever(CASELOAD), 70.0);
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_pins() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = Page::open(&browser, &site, "place=silkeborg&package=no_cap");
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || pins(&page) == 1);
    page.press(CASELOAD, LEFT, 10);
    page.rest();
    page.click("[data-asked='pin']");
    page.wait_for("another one", || pins(&page) == 2);
    page.press("horizon", LEFT, 1);
    page.rest();
    page.click("summary[data-differs]");
    page.click("[data-asked='take']");
    page.wait_for("all is known", || !page.exists(".pin-against[aria-busy='true']"));
    for (width, theme, language) in [(360, "light", "da"), (1280, "dark", "en"), (1280, "light", "da")] {
        page.look(&View { size: [width, 900], density: 1.0, theme, language });
        page.screenshot(&folder.join(format!("pins-{width}-{theme}.png")));
    }
}
