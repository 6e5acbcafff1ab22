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

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_what_is_read() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for (name, ready) in
        [("cases", ".cases[data-whole='true']"), ("method", "[data-document]"), ("about", "[data-version]")]
    {
        for (size, theme, language) in
            [([360, 740], "light", "da"), ([1280, 800], "dark", "en"), ([1280, 800], "light", "da")]
        {
            let page = Page::visit(&browser, &site, &format!("page={name}&lang={language}"));
            page.wait_for("the page is there", || page.exists(ready));
            page.look(&View { size, density: 1.0, theme, language });
            page.screenshot(&folder.join(format!("{name}-{}-{theme}-{language}.png", size[0])));
        }
    }
}
