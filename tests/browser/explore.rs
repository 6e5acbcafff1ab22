//! Moving a lever: what a visitor sees change, and what must not happen beside it.

use crate::harness::{Browser, LEFT, Page, Site};
use serde_json::json;

const SILKEBORG: &str = "place=silkeborg";
const CASELOAD: &str = "caseload.activity_ready";

/// What a visitor sees of a scenario.
#[derive(Clone, Debug, PartialEq)]
struct Sight {
    stock: String,
    sentence: String,
    stock_chart: String,
    net_chart: String,
}

impl Sight {
    fn of(page: &Page) -> Self {
        Self {
            stock: page.figure("stock"),
            sentence: page.sentence(),
            stock_chart: page.canvas_pixels("stock"),
            net_chart: page.canvas_pixels("net"),
        }
    }

    fn all_differ(&self, other: &Self) -> bool {
        self.stock != other.stock
            && self.sentence != other.sentence
            && self.stock_chart != other.stock_chart
            && self.net_chart != other.net_chart
    }
}

#[test]
fn the_slider_moves_everything_by_keyboard_and_by_pointer() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, SILKEBORG);
    let start = page.lever(CASELOAD);
    let at_first = Sight::of(&page);

    page.press(CASELOAD, LEFT, 5);
    page.wait_for("five presses show in figure, sentence and both charts", || {
        page.lever(CASELOAD) < start && Sight::of(&page).all_differ(&at_first)
    });
    let by_keyboard = Sight::of(&page);

    page.drag(CASELOAD, 0.1);
    page.wait_for("the drag shows in figure, sentence and both charts", || {
        page.lever(CASELOAD) < start - 10.0 && Sight::of(&page).all_differ(&by_keyboard)
    });

    assert_eq!(page.console(), [""; 0], "the console stays empty");
    assert_eq!(page.requests_elsewhere(), [""; 0], "no request to another origin");
}

#[test]
fn a_table_is_made_when_it_is_opened_and_follows_the_slider() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, SILKEBORG);
    let (cells, summary) = ("[data-chart='net'] td", "[data-chart='net'] summary");
    assert!(!page.exists(cells), "a closed table costs nothing");

    page.click(summary);
    page.wait_for("the table is there", || page.exists(cells));
    let last = || page.figure("net.scenario.72");
    assert_eq!(last(), "0", "nothing is moved yet");
    page.press(CASELOAD, LEFT, 5);
    let shown = || (last().parse::<f64>(), page.figure("net").parse::<f64>());
    page.wait_for("the table says what the headline says", || {
        matches!(shown(), (Ok(table), Ok(headline)) if headline < 0.0 && (table - headline / 1e6).abs() < 1e-9)
    });

    page.click(summary);
    page.wait_for("the table is gone", || !page.exists(cells));
}

#[test]
fn the_language_switch_changes_sentence_and_document() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45");
    let document_is = |language: &str| page.exists(&format!("html[lang='{language}']"));
    assert!(document_is("da"), "Danish comes first");
    page.rest();
    let (danish, figures) = (page.sentence(), page.figures());

    page.click("[data-language='en']");
    page.wait_for("the page is English", || document_is("en") && page.sentence() != danish);
    assert_eq!(page.figures(), figures, "the figures speak no language");

    page.click("[data-language='da']");
    page.wait_for("the page is Danish again", || document_is("da") && page.sentence() == danish);
}

#[test]
fn a_visit_fetches_the_texts_of_its_own_language_alone() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.keep_no_site();
    let fetched = |language: &str| {
        let file = format!("/texts-{language}-");
        site.requests().iter().filter(|path| path.starts_with(&file)).count()
    };
    let page = Page::open(&browser, &site, "lang=en");
    assert!(page.exists("html[lang='en']"), "the link's language");
    assert_eq!([fetched("da"), fetched("en")], [0, 1]);

    page.click("[data-language='da']");
    page.wait_for("the page is Danish", || page.exists("html[lang='da']"));
    page.click("[data-language='en']");
    page.wait_for("the page is English again", || page.exists("html[lang='en']"));
    assert_eq!([fetched("da"), fetched("en")], [1, 1], "what has been fetched is kept");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_language_that_cannot_be_fetched_leaves_the_old_one_and_is_told() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.keep_no_site();
    let page = Page::open(&browser, &site, SILKEBORG);
    page.rest();
    let danish = page.sentence();
    let block = |urls: &[&str]| browser.devtools("Network.setBlockedURLs", json!({ "urls": urls }));
    browser.devtools("Network.enable", json!({}));
    block(&["*texts-en-*"]);
    page.click("[data-language='en']");
    page.wait_for("a message names the language", || page.text("[data-message]").contains("English"));
    assert_eq!(page.sentence(), danish);
    assert!(page.exists("html[lang='da']"));

    block(&[]);
    page.click("[data-language='en']");
    page.wait_for("the next try succeeds", || page.exists("html[lang='en']") && page.sentence() != danish);
    assert_eq!(page.text("[data-message]"), "", "the message is gone");
}
