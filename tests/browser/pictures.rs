//! Pictures of the page, to be looked at: `cargo test --test browser -- --ignored pictures`.

use crate::harness::{Browser, Page, Site, View};
use std::path::Path;

const LINK: &str = "place=silkeborg&caseload.activity_ready=45";

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_the_page() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = Page::open(&browser, &site, LINK);
    for (size, density) in [([360, 740], 3.0), ([768, 1024], 2.0), ([1280, 800], 1.0), ([1920, 1080], 1.0)] {
        for (theme, language) in [("light", "da"), ("dark", "en")] {
            page.look(&View { size, density, theme, language });
            page.screenshot(&folder.join(format!("{}-{theme}-{language}.png", size[0])));
        }
    }
}
