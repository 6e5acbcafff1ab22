//! Own numbers: by hand and from a file, on the page.

use crate::harness::{Browser, Page, Site};
use serde_json::json;

#[test]
fn a_file_becomes_the_place_and_a_bad_one_changes_nothing() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60");
    let before = page.figure("stock");
    page.click("[data-asked='own']");
    page.wait_for("the part is there", || page.exists("[data-file='own']"));

    page.choose_file("own", "auk01.csv", b"a;b\n1;2\n");
    page.wait_for("the reason is told", || page.text("[data-own-message]").contains("Intet er ændret"));
    assert_eq!(page.figure("stock"), before);
    assert!(page.takes_the_same_file_again("own"), "it may be mended, and chosen again");

    page.choose_file("own", "auk01.csv", include_bytes!("../files/long_da_1252.csv"));
    page.wait_for("a choice of places is offered", || {
        page.exists("[data-lever='own-place'] option[value='Silkeborg']")
    });
    let pick = "const list = document.querySelector('[data-lever=own-place]');
        list.value = 'Silkeborg';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(pick, json!([]));
    page.wait_for("the figures are the file's", || page.sentence().starts_with("Egne tal: "));
    page.wait_for("the address follows", || page.hash().contains("stock.insured=1000"));
    assert_eq!(page.lever("caseload.insured"), 60.0, "the levers stay");
    assert_eq!(page.console(), [""; 0]);
}
