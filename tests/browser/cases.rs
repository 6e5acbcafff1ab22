//! Cases: every one opens in Explore with the figure that the page shows.

use crate::harness::{Browser, Page, Site};
use raaderum::model::tables::CASE_COUNT;
use serde_json::json;

fn open(page: &Page) {
    page.wait_for("every case has been computed", || page.exists(".cases[data-whole='true']"));
}

#[test]
fn each_case_opens_in_explore_with_the_same_figures() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, "page=cases");
    open(&page);
    let body = "return [...document.querySelectorAll('[data-open-case]')].map(e => e.dataset.openCase)";
    let cases = page.run(body, json!([]));
    let cases: Vec<&str> = cases.as_array().into_iter().flatten().filter_map(|case| case.as_str()).collect();
    assert_eq!(cases.len(), CASE_COUNT, "{cases:?}");
    for case in cases {
        let shown = page.run(
            "const of = id => document.querySelector(`[data-case=${arguments[0]}] [data-case-figure=${id}]`).dataset.value;
            return [of('net'), of('jobs')]",
            json!([case]),
        );
        page.run("document.querySelector(`[data-open-case=${arguments[0]}]`).click()", json!([case]));
        page.wait_for("Explore shows the case", || {
            page.exists("main[data-page='explore'] [data-figure='jobs']")
        });
        page.wait_for("the figures are those of the case", || {
            json!([page.figure("net"), page.figure("jobs")]) == shown
        });
        page.click("[data-to='cases']");
        open(&page);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn published_and_modelled_stand_side_by_side() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, "page=cases");
    open(&page);
    let silkeborg = page.text("[data-row='silkeborg_jobrehabilitering']");
    for told in ["231", "322", "100\u{a0}%"] {
        assert!(silkeborg.contains(told), "{told} is not in {silkeborg}");
    }
    let hjoerring = page.text("[data-row='hjoerring']");
    assert!(hjoerring.contains("154,7") && hjoerring.contains("delvis forventet"), "{hjoerring}");
    assert!(page.text("[data-case='silkeborg_jobrehabilitering']").contains("27 medarbejdere"));
    assert!(page.exists("[data-pair='reform_2014_aktivitetsparat'] table"));
    assert!(page.exists("[data-case='hjoerring'] svg[role='img'][aria-label]"));
}
