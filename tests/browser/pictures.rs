//! Pictures of the page, to be looked at: `cargo test --test browser -- --ignored pictures`.

use crate::harness::{Browser, Page, Site, View};
use serde_json::json;
use std::path::Path;

const LINK: &str = "place=silkeborg&caseload.activity_ready=45";
/// Everything that a page is looked at in.
pub const LOOKS: [(&str, &str); 4] = [("light", "da"), ("dark", "en"), ("light", "en"), ("dark", "da")];

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_the_page() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = Page::open(&browser, &site, LINK);
    for (size, density) in [([360, 740], 3.0), ([768, 1024], 2.0), ([1280, 800], 1.0), ([1920, 1080], 1.0)] {
        for (theme, language) in LOOKS {
            page.look(&View { size, density, theme, language });
            page.screenshot(&folder.join(format!("explore-{}-{theme}-{language}.png", size[0])));
        }
    }
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_what_is_read() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let pages = [
        ("cases", ".cases[data-whole='true']"),
        ("evidence", "[data-assumption]"),
        ("method", "[data-document]"),
        ("embed", "iframe"),
        ("present", "[data-run]"),
        ("about", "[data-version]"),
        ("team", "main h1"),
    ];
    for (name, ready) in pages {
        for size in [[360, 740], [768, 1024], [1280, 800], [1920, 1080]] {
            for (theme, language) in LOOKS {
                let page = Page::visit(&browser, &site, &format!("page={name}&lang={language}"));
                page.wait_for("the page is there", || page.exists(ready));
                page.look(&View { size, density: 1.0, theme, language });
                page.screenshot(&folder.join(format!("{name}-{}-{theme}-{language}.png", size[0])));
            }
        }
    }
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_embeds() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let embeds = [
        ("stock", "show=stock&levers=caseload.activity_ready"),
        ("net", "show=net&levers=caseload.activity_ready,rule,evidence"),
        ("headline", "show=headline.net&levers=rule"),
        ("fault", "show=cake&levers=foo,caseload.activity_ready"),
    ];
    for (name, asked) in embeds {
        for (theme, language) in [("light", "da"), ("dark", "en")] {
            let link = format!("{LINK}&view=embed&{asked}&theme={theme}&lang={language}");
            browser.post("url", json!({ "url": "about:blank" }));
            browser.post("url", json!({ "url": format!("{}embed.html#{link}", site.address()) }));
            let page = Page::here(&browser, &site);
            page.wait_for("the embed starts", || page.exists("[data-figure]"));
            page.rest();
            for width in [320, 480, 700] {
                let height =
                    "return Math.ceil(document.querySelector('.embed').getBoundingClientRect().height)";
                page.size([width, 600]);
                let height = page.run(height, json!([])).as_u64().unwrap_or(900);
                page.size([width, height as u32]);
                page.screenshot(&folder.join(format!("embed-{name}-{width}-{theme}-{language}.png")));
            }
        }
    }
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_around_embeds() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let through = "const done = arguments[0], frames = [...document.querySelectorAll('iframe')];
        const next = () => { const frame = frames.shift(); if (!frame) { scrollTo(0, 0); return requestAnimationFrame(done) }
            frame.scrollIntoView(); const look = () => frame.contentDocument?.querySelector('[data-draws=\"16384\"]')
                ? requestAnimationFrame(next) : setTimeout(look, 50); look() }; next()";
    for (name, file, ready) in
        [("gallery", "gallery.html", "h1"), ("builder", &*format!("#{LINK}&page=embed"), "[data-code]")]
    {
        for (width, theme) in [(360, "light"), (1280, "light"), (1280, "dark")] {
            browser.post("url", json!({ "url": "about:blank" }));
            let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            browser.devtools("Emulation.setEmulatedMedia", features);
            browser.post("url", json!({ "url": format!("{}{file}", site.address()) }));
            let page = Page::here(&browser, &site);
            page.size([width, 900]);
            page.wait_for("it is there", || page.exists(ready));
            page.run_async(through, json!([]));
            page.screenshot(&folder.join(format!("{name}-{width}-{theme}.png")));
        }
    }
}
