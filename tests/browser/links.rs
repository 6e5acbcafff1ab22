//! The setting is in the address and comes back from it.

use crate::harness::{Browser, LEFT, Page, Site};

const CASELOAD: &str = "caseload.activity_ready";

#[test]
fn a_link_gives_the_same_figures_again() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.press(CASELOAD, LEFT, 20);
    let set = page.lever(CASELOAD);
    page.wait_for("the lever is in the address", || page.hash().contains(&format!("{CASELOAD}={set}")));
    let (link, figures) = (page.hash(), page.figures());

    let again = Page::open(&browser, &site, &link);
    assert_eq!(again.lever(CASELOAD), set);
    assert_eq!(again.figures(), figures);
    assert_eq!(again.text("[data-message]"), "", "nothing of our own link is ignored");
}

#[test]
fn garbage_in_a_link_is_named_and_the_rest_works() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "caseload.activity_ready=abc&foo=1&horizon=-5&v=999");
    page.wait_for("a message is there", || {
        page.exists("[role=status][data-message], [role=status] [data-message]")
    });
    let message = page.text("[data-message]");
    let words: Vec<_> =
        message.split(|letter: char| !letter.is_alphanumeric() && !"._".contains(letter)).collect();
    for key in [CASELOAD, "foo", "horizon", "v"] {
        assert!(words.iter().any(|word| word.trim_matches('.') == key), "'{key}' is named in: {message}");
    }
    let before = page.figure("stock");
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("the page works", || page.figure("stock") != before);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_opened_by_hand_in_an_open_page_is_followed() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let before = page.figure("stock");
    page.run("location.hash = 'place=silkeborg&caseload.activity_ready=40'", serde_json::json!([]));
    page.wait_for("the lever follows", || page.lever(CASELOAD) == 40.0 && page.figure("stock") != before);
}
