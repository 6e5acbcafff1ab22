//! What stands in an article's frame.

use crate::accessible::{axe, violations};
use crate::harness::{Browser, Kind, LEFT, Page, Site};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const CASELOAD: &str = "caseload.activity_ready";
const PLAN: &str = "place=silkeborg&caseload.activity_ready=45";

/// An embed by itself.
fn open<'a>(browser: &'a Browser, site: &Site, link: &str) -> Page<'a> {
    browser.post("url", json!({ "url": "about:blank" }));
    browser.post("url", json!({ "url": format!("{}embed.html#{link}&view=embed", site.address()) }));
    let page = Page::here(browser, site);
    page.wait_for("the embed starts", || page.exists("[data-figure][data-value]"));
    page
}

/// A page of another site with an element in which frames can be put; it keeps what it hears from them.
fn around<'a>(browser: &'a Browser, theirs: &Site) -> Page<'a> {
    browser.post("url", json!({ "url": format!("{}worker.js", theirs.address()) }));
    let page = Page::here(browser, theirs);
    page.run("window.heard = []; addEventListener('message', e => heard.push(e.data))", json!([]));
    page
}

/// Puts a frame into a page.
fn put(page: &Page, address: &str, sandbox: Option<&str>) {
    let frame = "const frame = document.createElement('iframe');
        if (arguments[1]) frame.sandbox = arguments[1];
        frame.src = arguments[0];
        frame.width = 480;
        frame.height = 900;
        document.body.append(frame)";
    page.run(frame, json!([address, sandbox]));
}

fn modules(site: &Site) -> Vec<String> {
    site.requests().into_iter().filter(|path| path.ends_with(".wasm")).collect()
}

#[test]
fn an_embed_shows_what_is_asked_for() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for (show, seen) in [
        ("stock", "[data-chart='stock'] canvas"),
        ("net", "[data-chart='net'] canvas"),
        ("difference", "[data-chart='difference'] canvas"),
        ("headline.jobs", "[data-figure='jobs'][data-value]"),
        ("headline.net", "[data-figure='net'][data-value]"),
        ("headline.payback", "[data-figure='payback']"),
        ("headline.cap_price", "[data-figure='cap_price'][data-value]"),
    ] {
        let page = open(&browser, &site, &format!("{PLAN}&show={show}&levers={CASELOAD},rule"));
        assert!(page.exists(seen), "{show}");
        assert!(
            page.exists(&format!("input[data-lever='{CASELOAD}']")) && page.exists("[data-lever='rule']")
        );
        assert!(!page.sentence().is_empty());
        assert_eq!(page.text("[data-message]"), "", "{show}");
        assert_eq!(page.console(), [""; 0], "{show}");
    }
}

#[test]
fn an_embed_fetches_no_more_than_it_shows() {
    let (site, browser) = (Site::start("/"), Browser::start());
    open(&browser, &site, &format!("{PLAN}&lang=en"));
    let asked = site.requests();
    let others = ["/page-", "/more-", "/texts-", "/method-", "/start-"];
    let of_others: Vec<_> =
        asked.iter().filter(|path| others.iter().any(|other| path.starts_with(other))).collect();
    assert!(of_others.is_empty(), "{of_others:?}");
    assert!(asked.iter().any(|path| path.starts_with("/embed-texts-en")), "{asked:?}");
    assert!(!asked.iter().any(|path| path.starts_with("/embed-texts-da")), "{asked:?}");
}

#[test]
fn a_lever_moves_the_figures_and_the_page_around_is_told() {
    let (ours, theirs, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    let page = around(&browser, &theirs);
    put(&page, &format!("{}embed.html#{PLAN}&view=embed&levers={CASELOAD}", ours.address()), None);
    page.enter_frame();
    page.wait_for("the embed starts", || page.exists("[data-figure][data-value]"));
    let (figure, sentence) = (page.figure("stock"), page.sentence());
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("figure and sentence follow", || {
        page.figure("stock") != figure && page.sentence() != sentence
    });
    page.rest();
    let (figure, link) =
        (page.figure("stock"), page.run("return document.querySelector('[data-open]').href", json!([])));
    browser.post("frame", json!({ "id": null }));
    let told = || {
        page.run(
            "return heard.filter(one => one?.type === 'raaderum:change').map(one => one.link)",
            json!([]),
        )
    };
    page.wait_for("the setting is told", || {
        told().as_array().is_some_and(|links| links.last() == Some(&link))
    });

    let link = link.as_str().expect("an address");
    assert!(link.contains("&sum="), "with the check value: {link}");
    browser.post("url", json!({ "url": link }));
    let whole = Page::here(&browser, &ours);
    whole.wait_for("the explorer starts", || whole.exists("main[data-page='explore'] [data-figure]"));
    assert_eq!(whole.figure("stock"), figure, "the whole explorer tells the same");
    assert_eq!(whole.text("[data-message]"), "");
}

#[test]
fn a_locked_embed_has_nothing_to_move() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, &format!("{PLAN}&levers={CASELOAD}&lock=1"));
    assert!(page.exists("[data-chart='stock']") && !page.exists("[data-lever]"));
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_works() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page =
        open(&browser, &site, &format!("{PLAN}&foo=1&show=cake&levers=turnover,{CASELOAD}&lock=maybe"));
    let message = page.text("[data-message]");
    for part in ["foo", "show=cake", "levers=turnover", "lock=maybe"] {
        assert!(message.contains(part), "{part} is named in: {message}");
    }
    let before = page.figure("stock");
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("the lever works", || page.figure("stock") != before);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_to_the_site_with_a_view_leads_to_the_embed() {
    let (site, browser) = (Site::start("/kommune/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{PLAN}&view=embed&show=net"));
    assert!(page.exists("main[data-embed] [data-chart='net']"));
    browser.post("back", json!({}));
    page.wait_for("the way back is not barred", || !page.exists("main[data-embed]"));
}

#[test]
fn another_setting_in_the_address_is_followed() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, &format!("{PLAN}&levers={CASELOAD}"));
    page.run(
        "location.hash = 'place=silkeborg&caseload.activity_ready=60&view=embed&show=net&levers=rule'",
        json!([]),
    );
    page.wait_for("chart and lever follow", || {
        page.exists("[data-chart='net']") && page.exists("[data-lever='rule']")
    });
    page.run("location.hash += '&lang=en'", json!([]));
    page.wait_for("so does the language", || page.exists("html[lang='en'] [data-chart='net']"));
}

#[test]
fn a_frame_far_down_waits_until_it_is_near() {
    let (ours, theirs, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    let page = around(&browser, &theirs);
    page.run("document.body.style.paddingTop = '9000px'", json!([]));
    put(&page, &format!("{}embed.html#{PLAN}&view=embed", ours.address()), None);
    page.enter_frame();
    page.wait_for("the frame is there", || page.exists(".waiting"));
    // The frame itself is given no frames of the screen's so far down.
    browser.post("frame", json!({ "id": null }));
    page.wait_frame();
    assert_eq!(modules(&ours), [""; 0], "nothing is computed yet");
    // To its middle: what is above and below is out of sight.
    let middle = "document.querySelector('iframe').height = 3000;
        document.querySelector('iframe').scrollIntoView({ block: 'center' })";
    page.run(middle, json!([]));
    page.enter_frame();
    page.wait_for("the embed starts", || page.exists("[data-figure][data-value]"));
}

#[test]
fn embeds_of_one_article_share_a_module() {
    let (ours, theirs, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    let page = around(&browser, &theirs);
    for _ in 0..4 {
        put(&page, &format!("{}embed.html#{PLAN}&view=embed", ours.address()), None);
    }
    for place in 0..4 {
        browser.post("frame", json!({ "id": null }));
        page.run("document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()", json!([place]));
        browser.post("frame", json!({ "id": place }));
        page.wait_for("each starts", || page.exists("[data-figure][data-value]"));
    }
    assert_eq!(modules(&ours).len(), 1);
}

#[test]
fn a_sandboxed_frame_is_enough_for_an_embed() {
    for kind in [Kind::Chromium, Kind::Firefox].into_iter().filter(|kind| kind.is_asked_for()) {
        let (ours, theirs, browser) = (Site::start("/"), Site::start("/"), Browser::of(kind));
        let page = around(&browser, &theirs);
        let link = format!("{}embed.html#{PLAN}&view=embed&levers={CASELOAD}&lang=en", ours.address());
        put(&page, &link, Some("allow-scripts"));
        page.enter_frame();
        page.wait_for("the embed starts", || page.exists("html[lang='en'] [data-figure][data-value]"));
        let before = page.figure("stock");
        page.press(CASELOAD, LEFT, 5);
        page.wait_for("a lever moves the figures", || page.figure("stock") != before);
        page.rest();
        browser.post("frame", json!({ "id": null }));
        let told = "return heard.some(one => one?.type === 'raaderum:height' && one.height > 200)";
        assert_eq!(page.run(told, json!([])), true, "{}", kind.name());
    }
}

#[test]
fn strange_messages_are_passed_over() {
    let (ours, theirs, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    let page = around(&browser, &theirs);
    put(&page, &format!("{}embed.html#{PLAN}&view=embed&levers={CASELOAD}", ours.address()), None);
    page.enter_frame();
    page.wait_for("the embed starts", || page.exists("[data-figure][data-value]"));
    page.rest();
    browser.post("frame", json!({ "id": null }));
    let say = "const frame = frames[0];
        for (const one of [null, 1, '', '[iFrameSizer]', '[iFrameSizer]::true', 'pymxPYMx', {}, [], { type: 'width' },
            '[iFrameSizer]' + 'x'.repeat(1e5), new ArrayBuffer(8), { get: 1, height: {} }]) frame.postMessage(one, '*');
        heard.length = 0;
        frame.postMessage('[iFrameSizer]mine:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', '*')";
    page.run(say, json!([]));
    page.wait_for("what is meant for it is answered", || {
        page.run("return heard.some(one => String(one).startsWith('[iFrameSizer]mine:'))", json!([])) == true
    });
    // From a window that is not around it, nothing is taken: here the frame itself.
    page.enter_frame();
    let before = page.figure("stock");
    page.press(CASELOAD, LEFT, 2);
    page.wait_for("it still works", || page.figure("stock") != before);
    // The page around has no icon, and is none of ours; the browser may tell of that as an error of its own.
    let theirs = |line: &String| line.contains("favicon") || line.contains("chrome-error:");
    let said: Vec<String> = page.console().into_iter().filter(|line| !theirs(line)).collect();
    assert_eq!(said, [""; 0]);
}

#[test]
fn alone_on_a_page_nothing_is_said() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let spy = "window.said = []; const ours = window.postMessage.bind(window);
        window.postMessage = (...all) => { said.push(all[0]); ours(...all) }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": spy }));
    let page = open(&browser, &site, PLAN);
    page.rest();
    assert_eq!(page.run("return said", json!([])), json!([]));
}

#[test]
fn the_optional_script_is_small() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/raaderum-embed.js");
    let script = fs::read(file).expect("the script is in the site");
    assert!(script.len() < 1000, "{} bytes", script.len());
}

#[test]
fn no_rule_of_accessibility_is_broken_in_an_embed() {
    let (site, browser, axe) = (Site::start("/"), Browser::start(), axe());
    for (language, theme) in [("da", "light"), ("da", "dark"), ("en", "light"), ("en", "dark")] {
        for show in ["stock", "headline.net"] {
            let link =
                format!("{PLAN}&show={show}&levers={CASELOAD},rule,evidence&lang={language}&theme={theme}");
            let page = open(&browser, &site, &link);
            page.rest();
            for width in [320, 700] {
                page.size([width, 900]);
                let found: Vec<String> = violations(&page, &axe);
                assert!(found.is_empty(), "{link} at {width}: {found:#?}");
                let over: Value =
                    page.run("return document.documentElement.scrollWidth - innerWidth", json!([]));
                assert!(over.as_i64() <= Some(0), "{link} at {width}: {over} pixels too wide");
            }
        }
    }
}
