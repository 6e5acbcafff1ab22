//! Messages that imitate ours, from windows that are not meant: they change nothing.

use crate::harness::{Browser, Page, Site};
use crate::present::{open_desk, show};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const EMBED: &str =
    "embed.html#place=silkeborg&caseload.activity_ready=45&view=embed&levers=caseload.activity_ready";
const RESIZER: &str = ":8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true";

/// A site of somebody else's, with some pages.
fn theirs(name: &str, pages: &[(&str, String)]) -> Site {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("messages-{name}"));
    fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in pages {
        fs::write(folder.join(name), text).expect("a page");
    }
    Site::serve(folder, "/")
}

/// Time for what should not happen: messages are delivered in their order, this one last.
fn delivered(page: &Page) {
    page.run_async("addEventListener('message', () => setTimeout(arguments[0], 100), { once: true }); postMessage('last')", json!([]));
}

#[test]
fn an_embed_hears_the_page_around_it_alone() {
    let ours = Site::start("/");
    // An advertisement in the same article, which speaks as a host would to the frame beside it.
    let advert = format!(
        "<script>setInterval(() => {{ const frame = parent.frames[0];
        for (const id of ['evil', '']) frame.postMessage(`[iFrameSizer]${{id}}{RESIZER}`, '*');
        frame.postMessage('pymxPYMxevilxPYMxwidthxPYMx320', '*') }}, 50)</script>"
    );
    let advert = theirs("advert", &[("index.html", advert)]);
    let article = format!(
        "<!doctype html><iframe src='{}{EMBED}' width=480 height=900></iframe><iframe src='{}'></iframe>
        <script>window.heard = []; addEventListener('message', e => {{ if (e.source === frames[0]) heard.push(e.data) }})</script>",
        ours.address(),
        advert.address()
    );
    let (article, browser) = (theirs("article", &[("index.html", article)]), Browser::start());
    browser.post("url", json!({ "url": article.address() }));
    let page = Page::here(&browser, &article);
    let heard = |body: &str| page.run(&format!("return heard.filter(one => {body}).length"), json!([]));
    page.wait_for("the embed tells its height", || {
        heard("one?.type === 'raaderum:height'").as_u64() > Some(0)
    });
    let talked = || page.run_async("setTimeout(arguments[0], 300)", json!([]));
    talked();
    assert_eq!(heard("String(one).includes('evil')"), 0, "nobody answers the advertisement");
    page.run("frames[0].postMessage(arguments[0], '*')", json!([format!("[iFrameSizer]mine{RESIZER}")]));
    page.wait_for("the article is answered", || {
        heard("String(one).startsWith('[iFrameSizer]mine:')").as_u64() > Some(0)
    });
}

#[test]
fn the_script_for_articles_follows_embeds_alone() {
    let ours = Site::start("/");
    let speak = "<script>setInterval(() => parent.postMessage({ type: 'raaderum:height', height: 3333 }, '*'), 50)</script>";
    let advert = theirs("loud", &[("index.html", speak.to_owned())]);
    let article = format!(
        "<!doctype html><iframe src='{ours}{EMBED}' width=480 height=100></iframe>
        <iframe id=advert src='{advert}' height=120></iframe>
        <iframe id=strange src='{advert}?view=embed' sandbox='allow-scripts' height=120></iframe>
        <script src='{ours}raaderum-embed.js'></script>",
        ours = ours.address(),
        advert = advert.address()
    );
    let (article, browser) = (theirs("host", &[("index.html", article)]), Browser::start());
    browser.post("url", json!({ "url": article.address() }));
    let page = Page::here(&browser, &article);
    let height = |place: u32| {
        let body = "return document.querySelectorAll('iframe')[arguments[0]].offsetHeight";
        page.run(body, json!([place])).as_u64().unwrap_or_default()
    };
    page.wait_for("the embed is as high as it wants", || height(0) > 200);
    page.run_async("setTimeout(arguments[0], 300)", json!([]));
    assert!(height(1) < 200, "an advertisement stays as high as it was: {}", height(1));
    // The page around speaks to itself, and with what is no height.
    let before = height(0);
    page.run("for (const height of [9999, -1, 'x', NaN, null, { valueOf() { return 500 } }])
        for (const to of [window, frames[1]]) { try { to.postMessage({ type: 'raaderum:height', height }, '*') } catch {} }", json!([]));
    delivered(&page);
    assert_eq!(height(0), before);
    // The embed goes elsewhere: what is there now has no say.
    page.run(
        "document.querySelector('iframe').contentWindow.location = arguments[0]",
        json!([advert.address()]),
    );
    page.run_async("setTimeout(arguments[0], 500)", json!([]));
    assert_eq!(height(0), before);
}

#[test]
fn the_rooms_window_hears_its_own_facilitator_alone() {
    let (site, foreign, browser) =
        (Site::start("/"), theirs("elsewhere", &[("index.html", String::new())]), Browser::start());
    let page = Page::visit(&browser, &site, "page=present&lang=da");
    page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
    show(&page, "laerkevej");
    // What the facilitator's window says is written down.
    page.run("window.said = []; addEventListener('message', e => said.push(e.data))", json!([]));
    let [desk, room] = open_desk(&browser, &page);
    page.wait_for("it is linked", || page.exists(".desk[data-at='1'] [data-linked='true']"));
    page.click("[data-go='2']");
    page.wait_for("it is at the third question", || page.exists(".desk[data-at='3']"));
    browser.post("window", json!({ "handle": room }));
    page.wait_for("so is the room", || page.exists("[data-at='3']"));
    let said = page.run("return said.filter(one => String(one).includes('\"now\"')).at(-1)", json!([]));
    let said = said.as_str().expect("a message");
    let key = page.run("return sessionStorage.getItem('raaderum.room')", json!([]));
    let key = key.as_str().expect("a key");
    assert!(said.contains(key));

    let at = || page.run("return document.querySelector('[data-at]').dataset.at", json!([]));
    // The same from a window without the key, from one of another host that has found it out, and with nonsense.
    let newer = said.replace("\"turn\":", "\"turn\":9").replace("\"at\":2", "\"at\":0");
    assert_ne!(newer, said);
    let without = newer.replace(key, "12345");
    for text in [&*without, "", "{}", "[]", "null", &"[".repeat(100_000)] {
        page.run("postMessage(arguments[0], '*')", json!([text]));
    }
    page.run("for (const data of [null, 1, {}, [], new ArrayBuffer(8)]) postMessage(data, '*')", json!([]));
    delivered(&page);
    assert_eq!(at(), "3");
    // A window of another host, which this page's visitor has open, and which has got hold of it.
    page.run("window.open(arguments[0], 'elsewhere')", json!([foreign.address()]));
    let all = || browser.get("window/handles").as_array().cloned().unwrap_or_default();
    page.wait_for("a third window opens", || all().len() == 3);
    let third = all().into_iter().find(|handle| *handle != desk && *handle != room).expect("another");
    browser.post("window", json!({ "handle": third }));
    page.run("opener.postMessage(arguments[0], '*')", json!([newer]));
    thread::sleep(Duration::from_millis(300));
    browser.post("window", json!({ "handle": room }));
    delivered(&page);
    assert_eq!(at(), "3", "a window of another host has no say, key or not");
    // What is said by the right one still counts.
    browser.post("window", json!({ "handle": desk }));
    page.click("[data-go='1']");
    browser.post("window", json!({ "handle": room }));
    page.wait_for("the room follows", || at() == "2");
}

#[test]
fn the_keeper_of_files_takes_no_orders_from_elsewhere() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "");
    page.wait_for("the site is kept", || {
        page.run("return navigator.serviceWorker?.controller?.state === 'activated'", json!([])) == true
    });
    // Strange messages of a page of its own are passed over, and its files stay.
    let kept = "caches.keys().then(arguments[0])";
    let before = page.run_async(kept, json!([]));
    page.run(
        "for (const data of [null, 1, {}, [], 'take over', 'begun', 'x'.repeat(1e6), new ArrayBuffer(8)])
        navigator.serviceWorker.controller.postMessage(data)",
        json!([]),
    );
    delivered(&page);
    assert_eq!(page.run_async(kept, json!([])), before);
    browser.post("refresh", json!({}));
    page.wait_for("the page is there", || page.exists("[data-figure][data-value]"));
    assert_eq!(page.console(), [""; 0]);
}
