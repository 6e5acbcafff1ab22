//! All pages in use with the policy on: nothing is refused that the page needs, and no other host is asked for anything.

use crate::harness::{Browser, Page, Site};
use crate::pages::{PLAN, links, open_all, settled, visit};
use crate::present::{complaints, goes_on, show};
use serde_json::json;

/// What the page may not do, in any document that the browser opens from now on.
fn watch(browser: &Browser) {
    let script = "addEventListener('securitypolicyviolation', e =>
        console.error(`refused: ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}`), true)";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
}

fn is_clean(page: &Page, what: &str) {
    assert_eq!(complaints(page), [""; 0], "{what}");
    assert_eq!(page.requests_elsewhere(), [""; 0], "{what}");
}

/// Headers that docs/security.md has a host send.
const HEADERS: &str = include_str!("headers.txt");

#[test]
fn every_page_of_the_site_keeps_within_the_policy() {
    let (site, browser) = (Site::start("/"), Browser::start());
    site.send(HEADERS);
    watch(&browser);
    for link in links(&browser, &site, PLAN) {
        let page = visit(&browser, &site, &link);
        open_all(&page);
        is_clean(&page, &link);
    }
    let page = visit(&browser, &site, &format!("{PLAN}&page=present"));
    page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
    show(&page, "loft");
    while goes_on(&page) {}
    is_clean(&page, "on the stage");
    for name in ["embed.html#view=embed&levers=rule", "gallery.html", "preset-no_cap-da.html"] {
        browser.post("url", json!({ "url": format!("{}{name}", site.address()) }));
        page.wait_for("it has a frame or a figure", || page.exists("iframe, [data-figure][data-value]"));
        page.wait_frame();
        is_clean(&page, name);
    }
}

#[test]
fn everything_that_leaves_the_page_keeps_within_the_policy() {
    let (site, browser) = (Site::start("/"), Browser::start());
    watch(&browser);
    let page = Page::open(&browser, &site, PLAN);
    page.rest();
    page.click("[data-asked='take']");
    page.wait_for("the part is there", || page.exists("[data-take='scenario']"));
    open_all(&page);
    page.run("HTMLAnchorElement.prototype.click = function () {}", json!([]));
    let press =
        "for (const e of document.querySelectorAll('main button:not([data-step], [data-offer])')) e.click()";
    page.run(press, json!([]));
    page.wait_frame();
    settled(&page);
    browser.devtools("Page.printToPDF", json!({}));
    page.wait_for("the site is kept", || {
        page.run("return navigator.serviceWorker?.controller?.state === 'activated'", json!([])) == true
    });
    is_clean(&page, "files, pictures, paper, the kept site");
}
