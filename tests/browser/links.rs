//! The setting is in the address and comes back from it.

use crate::harness::{Browser, LEFT, Page, Site};
use raaderum::scenario::link;

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

#[test]
fn the_released_page_gives_the_bits_of_the_native_model() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let links = [
        "case=silkeborg_jobrehabilitering&evidence=0.37&horizon=120",
        "place=typical&caseload.insured=61&caseload.sickness=47&rule=self_financing&room=1.3&inflow=1.5&cycle=-7",
        "place=copenhagen&caseload.activity_ready=33&rule=ceiling&room=20&response=overrun&others=overshoot",
        "place=country&caseload.job_ready=55&coordinator=on&mentor.activity_ready=1.25&digital=70&rules_cut=20",
    ];
    for text in links {
        let page = Page::open(&browser, &site, text);
        let outcome = link::read(text).scenario.simulate();
        let horizon = outcome.horizon;
        let figures = [
            ("jobs", outcome.extra_jobs(horizon)),
            ("net", outcome.municipal_net(horizon)),
            ("cap_price", outcome.price_of_cap(horizon)),
        ];
        for (figure, native) in figures {
            let shown: f64 = page.figure(figure).parse().expect("a raw number");
            assert_eq!(shown.to_bits(), native.to_bits(), "{figure} of {text}: {shown} and {native}");
        }
    }
}
