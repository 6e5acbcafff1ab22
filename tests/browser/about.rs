//! About: version, licences, and what is known of gaps.

use crate::harness::{Browser, Page, Site};
use raaderum::scenario::edition;

#[test]
fn the_edition_and_the_licences_are_told() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, "page=about");
    page.wait_for("the page is there", || page.exists("[data-version]"));
    assert_eq!(page.text("[data-version]"), edition::VERSION);
    assert_eq!(page.text("[data-edition]"), edition::data(), "the page and the program have the same data");
    let cited = page.text("[data-cite]");
    assert!(cited.contains(edition::VERSION) && cited.contains(&edition::data()), "{cited}");
    // Long words say where they may be broken.
    let all = page.text(".about").replace('\u{ad}', "");
    for told in ["EUPL 1.2", "Tilgængelighedserklæring", "cookies", "uden net"] {
        assert!(all.contains(told), "{told}");
    }
    assert!(page.exists("[data-crates] tbody tr") && page.exists("[data-sobol] [lang='en'] p"));
    assert_eq!(page.console(), [""; 0]);
}
