//! Visits without a network, and what happens when a newer build comes. Here the server is really stopped.

mod build;

use crate::accessible::{axe, violations};
use crate::everywhere::hold;
use crate::harness::{Browser, Kind, Page, Site};
use crate::pages::{PLAN, settled};
use crate::present::{ESCAPE, RUNS, goes_on, show};
use build::Build;
use serde_json::{Value, json};
use std::net::TcpStream;

everywhere! {
    [
        every_page_opens_when_the_server_has_gone,
        all_runs_for_a_room_are_shown_when_the_server_has_gone,
        a_newer_build_is_told_of_and_taken_when_asked_for,
        another_tab_goes_on_with_its_own_build,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

/// Waits until the browser has the whole site and looks after this page.
fn kept(page: &Page) {
    page.wait_for("the site is kept", || {
        page.run("return navigator.serviceWorker?.controller?.state === 'activated'", json!([])) == true
    });
}

/// Stops a server, and sees that nobody answers any more.
fn stop(site: Site, page: &Page) {
    let address = site.origin().replace("http://", "");
    drop(site);
    page.wait_for("the server has gone", || TcpStream::connect(&address).is_err());
}

/// Has the browser look for a newer build, and waits until it has it.
fn look_for_a_newer_build(page: &Page) {
    page.run("navigator.serviceWorker.getRegistration().then(ours => ours.update())", json!([]));
    let waiting = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(ours => done(ours.waiting !== null))";
    page.wait_for("the newer build is there", || page.run_async(waiting, json!([])) == true);
}

/// The builds of the site whose files are kept.
fn builds_kept(page: &Page) -> usize {
    let names = page.run_async("caches.keys().then(arguments[0])", json!([]));
    let names: Vec<String> = serde_json::from_value(names).expect("names");
    names.iter().filter(|name| name.starts_with("raaderum ")).count()
}

/// Which build the page in view is of.
fn build_of(page: &Page) -> Value {
    page.run("return document.querySelector('meta[name=build]')?.content ?? 'first'", json!([]))
}

/// Waits until the page in view is of the newer build.
fn wait_for_newer(page: &Page) {
    let newer = "return document.querySelector('meta[name=build]')?.content === 'second'";
    page.wait_for_next("the newer build is there", newer);
}

const LOAD: &str = ".update button";

fn every_page_opens_when_the_server_has_gone(browser: &Browser) {
    let site = Site::start("/kommune/raaderum/");
    let address = site.address();
    let page = Page::open(browser, &site, PLAN);
    let names =
        page.run("return [...document.querySelectorAll('.pages a')].map(e => e.dataset.to)", json!([]));
    let names: Vec<String> = serde_json::from_value(names).expect("names of pages");
    assert!(names.len() > 5, "{names:?}");
    page.rest();
    let figures = page.figures();
    kept(&page);
    stop(site, &page);

    // The page of the first visit fetches what it left out.
    page.click("[data-to='method']");
    page.wait_for("the document is there", || page.exists("[data-document='da']"));
    page.click("[data-language='en']");
    page.wait_for("the other language is there", || page.exists("[data-document='en']"));
    for name in &names {
        let shows = |language: &str| {
            let main = format!("html[lang='{language}'] main[data-page='{name}']");
            page.wait_for("the page shows", || page.exists(&main));
            settled(&page);
        };
        let link = |language: &str| format!("{PLAN}&page={name}&lang={language}");
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("{address}index.html?visit=2#{}", link("da")) }));
        shows("da");
        page.run("history.replaceState(null, '', `#${arguments[0]}`)", json!([link("en")]));
        page.reload();
        shows("en");
    }
    browser.post("url", json!({ "url": "about:blank" }));
    browser.post("url", json!({ "url": format!("{address}#{PLAN}") }));
    page.wait_for("the first page is there", || page.exists("[data-figure][data-value]"));
    page.rest();
    assert_eq!(page.figures(), figures);
    assert_eq!(page.console(), [""; 0]);
}

fn all_runs_for_a_room_are_shown_when_the_server_has_gone(browser: &Browser) {
    let site = Site::start("/");
    let page = Page::open(browser, &site, PLAN);
    kept(&page);
    stop(site, &page);
    for language in ["da", "en"] {
        page.run(
            "document.querySelector(arguments[0]).click()",
            json!([format!("[data-language='{language}']")]),
        );
        page.wait_for("the language switches", || page.exists(&format!("html[lang='{language}']")));
        page.run("document.querySelector(\"[data-to='present']\").click()", json!([]));
        page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
        for run in RUNS {
            show(&page, run);
            let mut answers = 0;
            while goes_on(&page) {
                answers += usize::from(page.exists(".stage [data-figure][data-value]:not(td)"));
            }
            assert!(answers >= 4, "{run} in {language}: {answers} answers");
            // In full screen the first one is the browser's.
            page.wait_for("the list is back", || {
                page.keys(ESCAPE);
                page.exists("[data-run='loft']")
            });
        }
    }
}

fn a_newer_build_is_told_of_and_taken_when_asked_for(browser: &Browser) {
    let build = Build::copy(&format!("taken-{}", browser.kind.name()));
    let site = Site::serve(build.folder.clone(), "/");
    let page = Page::open(browser, &site, PLAN);
    kept(&page);
    build.renew();
    page.run("document.documentElement.dataset.stage = 'on'", json!([]));
    look_for_a_newer_build(&page);
    assert!(page.exists(".update[role='status']"), "what would tell is there");
    assert_eq!(page.text(".update"), "", "nothing is said while something is presented");
    page.run("delete document.documentElement.dataset.stage", json!([]));
    page.wait_for("it is told", || page.text(".update").contains("En nyere udgave"));
    page.click("[data-language='en']");
    page.wait_for("in the other language too", || page.text(".update").contains("A newer version"));

    if browser.kind == Kind::Chromium {
        assert_eq!(violations(&page, &axe()), [""; 0]);
    }

    let (figures, hash) = (page.figures(), page.hash());
    assert_eq!(build_of(&page), "first", "nothing changes by itself");
    page.click(LOAD);
    wait_for_newer(&page);
    page.wait_for("and starts", || page.exists("html[lang='en'] [data-figure][data-value]"));
    assert_eq!((page.figures(), page.hash()), (figures, hash), "what was set is set");
    page.wait_for("the older build has gone", || builds_kept(&page) == 1);
    assert_eq!(page.text(".update"), "");
    stop(site, &page);
    page.reload();
    page.wait_for("it opens without a network", || page.exists("[data-figure][data-value]"));
    assert_eq!(build_of(&page), "second");
}

fn another_tab_goes_on_with_its_own_build(browser: &Browser) {
    let build = Build::copy(&format!("tabs-{}", browser.kind.name()));
    let site = Site::serve(build.folder.clone(), "/");
    let page = Page::open(browser, &site, PLAN);
    kept(&page);
    let first = browser.get("window");
    let second = browser.post("window/new", json!({ "type": "tab" }))["handle"].clone();
    browser.post("window", json!({ "handle": second }));
    let page = Page::open(browser, &site, PLAN);
    kept(&page);
    build.renew();
    look_for_a_newer_build(&page);
    page.wait_for("it is told", || page.exists(LOAD));
    page.click(LOAD);
    wait_for_newer(&page);
    page.wait_for("and starts", || page.exists("[data-figure][data-value]"));

    browser.post("window", json!({ "handle": first }));
    assert_eq!(build_of(&page), "first");
    page.click("[data-language='en']");
    page.wait_for("texts of its own build come", || page.exists("html[lang='en']"));
    page.click("[data-to='method']");
    page.wait_for("and what it left out", || page.exists("[data-document='en']"));
    assert_eq!(builds_kept(&page), 2);
    page.click(LOAD);
    wait_for_newer(&page);
    settled(&page);
    browser.post("window", json!({ "handle": second }));
    browser.delete("window");
    browser.post("window", json!({ "handle": first }));
    page.reload();
    page.wait_for("the older build goes with the last page of it", || builds_kept(&page) == 1);
}

/// Waits as long as the page waits before it has itself kept: a timer that was set later runs later.
fn until_it_would_be_kept(page: &Page) {
    page.run_async("setTimeout(arguments[0], 2000)", json!([]));
    page.run_async("fetch('./later').finally(arguments[0])", json!([]));
}

/// What the page has asked for in order to be kept.
fn asked_to_be_kept(site: &Site) -> Vec<String> {
    let requests = site.requests();
    assert!(requests.iter().any(|path| path.ends_with("/later")), "{requests:?}");
    let ours = |path: &String| path.contains("/update-") || path.contains("/offline.js");
    requests.into_iter().filter(ours).collect()
}

#[test]
fn who_saves_data_or_opens_an_embed_is_not_asked_to_keep_the_site() {
    let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
    for (script, hash, keeps) in [(saving, "", false), ("", "view=embed", false), ("", "", true)] {
        let (site, browser) = (Site::with_script(script), Browser::start());
        let page = Page::open(&browser, &site, hash);
        until_it_would_be_kept(&page);
        assert_eq!(!asked_to_be_kept(&site).is_empty(), keeps, "{script} {hash}");
    }
}

#[test]
fn an_embedded_page_keeps_nothing() {
    let (site, outside, browser) = (Site::start("/"), Site::start("/"), Browser::start());
    browser.post("url", json!({ "url": format!("{}nothing", outside.address()) }));
    let page = Page::here(&browser, &site);
    let frame = "const frame = document.createElement('iframe');
        Object.assign(frame, { src: arguments[0], width: 1200, height: 800 });
        document.body.append(frame)";
    page.run(frame, json!([site.address()]));
    page.enter_frame();
    page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
    until_it_would_be_kept(&page);
    assert_eq!(asked_to_be_kept(&site), [""; 0]);
}

#[test]
fn an_old_page_in_the_browsers_cache_finds_the_newer_build() {
    let (build, browser) = (Build::copy("stale"), Browser::start());
    browser.keep_no_site();
    let site = Site::cached(build.folder.clone(), &["index.html", "start-"]);
    Page::open(&browser, &site, PLAN);
    build.renew();
    let page = Page::visit(&browser, &site, PLAN);
    page.wait_for("the newer build starts", || page.exists("[data-figure][data-value]"));
    assert_eq!(build_of(&page), "second");
    assert!(page.hash().contains("place=silkeborg"), "the setting stays");
}

#[test]
fn a_site_whose_files_are_gone_says_so_after_one_more_try() {
    let (build, browser) = (Build::copy("gone"), Browser::start());
    let site = Site::serve(build.folder.clone(), "/");
    build.lose("page-");
    let page = Page::visit(&browser, &site, PLAN);
    page.wait_for("it is told", || page.exists("#cannot-fetch:not(.late, [hidden])"));
    assert!(page.text("#cannot-fetch").contains("genindlæs den"));
    assert!(page.exists("#cannot-start[hidden]"), "it is not the browser's fault");
    let visits = site.requests().iter().filter(|path| *path == "/").count();
    assert_eq!(visits, 3, "the visit, the look past the caches, and the page anew");
}

#[test]
fn a_site_is_kept_whole_or_not_at_all() {
    let (build, browser) = (Build::copy("half"), Browser::start());
    // As when a build is put up file by file: the list is of one, a file of another.
    build.spoil("method-en-");
    let site = Site::serve(build.folder.clone(), "/");
    let page = Page::open(&browser, &site, "");
    let ended = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(ours =>
            done(!!ours && !ours.active && !ours.waiting && !ours.installing))";
    let gone =
        "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(ours => done(!ours))";
    page.wait_for("it has been tried", || site.requests().iter().any(|path| path.contains("/method-en-")));
    page.wait_for("it is given up", || {
        page.run_async(ended, json!([])) == true || page.run_async(gone, json!([])) == true
    });
    assert_eq!(builds_kept(&page), 0);
    assert!(page.exists("[data-figure][data-value]"), "the page works on");
}

#[test]
fn a_debug_build_takes_away_what_a_released_one_has_kept() {
    let (build, browser) = (Build::copy("debug"), Browser::start());
    let site = Site::serve(build.folder.clone(), "/");
    let page = Page::open(&browser, &site, "");
    kept(&page);
    build.retract();
    page.run("navigator.serviceWorker.getRegistration().then(ours => ours.update())", json!([]));
    page.wait_for("the page comes from the host again", || {
        page.run("return navigator.serviceWorker.controller === null", json!([])) == true
    });
    assert_eq!(builds_kept(&page), 0);
}
