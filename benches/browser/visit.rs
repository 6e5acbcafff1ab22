//! A first visit: what is fetched, and how long until there is a figure.

use crate::ONE_GROUP;
use crate::harness::{Browser, Page, Site};
use crate::table::{median, percentile};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const VISITS: usize = 11;

/// Measures and prints; `here` is the folder of the project.
pub fn report(site: &Site, here: &Path) {
    println!("\n## First visit\n");
    let times = first_figures(&Browser::start(), site);
    let [middle, slowest] = [median(&times), percentile(&times, 1.0)];
    println!(
        "Until the first figure: median {middle:.0} ms, slowest {slowest:.0} ms of {VISITS} visits; nothing cached, the server on the same machine.\n"
    );
    let sizes = Command::new("node").arg(here.join("script/lib/sizes.mjs")).arg(here.join("dist")).output();
    let sizes = sizes.ok().filter(|output| output.status.success()).expect("the sizes need Node.js");
    print!("{}", String::from_utf8_lossy(&sizes.stdout));
}

/// From the start of a visit to the first frame with a figure, in milliseconds; nothing is cached.
fn first_figures(browser: &Browser, site: &Site) -> Vec<f64> {
    let watch = "const look = () => { if (document.querySelector('[data-figure][data-value]')) \
        window.firstFigure = performance.now(); else requestAnimationFrame(look) }; requestAnimationFrame(look)";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }));
    browser.devtools("Network.enable", json!({}));
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let visit = |_| {
        let page = Page::open(browser, site, ONE_GROUP);
        let mut time = Value::Null;
        page.wait_for("the first figure is timed", || {
            time = page.run("return window.firstFigure", json!([]));
            time.is_number()
        });
        time.as_f64().expect("a number")
    };
    (0..VISITS).map(visit).collect()
}
