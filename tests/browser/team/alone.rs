//! What Chromium alone is asked of teams: sight, network, camera, the rules of accessibility.

use super::*;

#[test]
fn the_code_and_the_lever_in_hand_are_seen_together_on_a_phone() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{BASE}&team-levers=main&page=team&lang=en"));
    page.size([360, 740]);
    let body = "const code = document.querySelector('[data-team-code]'), bar = code.closest('.team-bar').getBoundingClientRect();
        const out = [];
        for (const e of document.querySelectorAll('.team-levers input')) {
            e.focus();
            const box = e.getBoundingClientRect();
            const seen = document.querySelector('.team-bar').getBoundingClientRect();
            if (box.bottom > seen.top + 1 || seen.bottom > innerHeight + 1) out.push(e.dataset.lever ?? e.id);
        }
        return [parseFloat(getComputedStyle(code).fontSize), document.documentElement.scrollWidth, bar.height, out]";
    let seen = page.run(body, json!([]));
    assert!(seen[0].as_f64() >= Some(32.0), "very large: {seen}");
    assert!(seen[1].as_f64() <= Some(360.0) && seen[2].as_f64() < Some(200.0), "{seen}");
    assert_eq!(seen[3], json!([]));
}

#[test]
fn a_phone_works_on_when_the_network_is_gone() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{BASE}&team-levers=main&page=team"));
    drop(site);
    browser.devtools("Network.enable", json!({}));
    let nothing = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.devtools("Network.emulateNetworkConditions", nothing);
    let before = page.text("[data-team-code]");
    page.press(CASELOAD, LEFT, 10);
    page.wait_for("the code follows", || page.text("[data-team-code]") != before);
    page.wait_for("the figures, too", || page.figure("net") != "0");
    page.wait_for("and the address", || page.hash().contains("team-code="));
}

#[test]
fn what_the_room_is_to_see_first_no_phone_tells() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, &format!("{BASE}&team-levers=main&team-hide=1&page=team"));
    page.wait_for("the phone is there", || page.exists("[data-team-hidden]"));
    let before = page.text("[data-team-code]");
    page.press(CASELOAD, LEFT, 10);
    page.wait_for("the code follows", || page.text("[data-team-code]") != before);
    page.wait_for("and the address", || page.hash().contains("team-code="));
    assert!(!page.exists("[data-figure], [data-sentence], canvas"));
    assert_eq!(page.run("return document.querySelector('[aria-live]').textContent", json!([])), "");
}

#[test]
fn the_room_shows_a_link_that_a_phone_can_open() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&rule=ceiling&room=1.5&page=team&lang=en"));
    page.run("document.querySelectorAll('.teams-chosen details').forEach(e => e.open = true)", json!([]));
    page.click("[data-teams-hide]");
    page.click(&format!("[data-teams-lever='{CASELOAD}']"));
    let shown = || {
        page.run("return document.querySelector('[data-qr]').dataset.qr", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    page.wait_for("the link says it", || {
        shown().contains(&format!("team-levers={CASELOAD}")) && shown().contains("team-hide=1")
    });
    let address = shown();
    assert!(address.starts_with(&site.address()), "{address}");
    page.size([1920, 1080]);
    let (_, hash) = address.split_once('#').expect("a fragment");
    let phone = Page::visit(&browser, &site, hash);
    phone.wait_for("the phone is there", || phone.exists("html[lang='en'] [data-team-hidden]"));
    assert_eq!(
        phone.run("return document.querySelectorAll('.team-levers input[type=range]').length", json!([])),
        1
    );
    // What was chosen is still chosen.
    let page = room(&browser, &site, &format!("{BASE}&rule=ceiling&room=1.5&page=team&lang=en"));
    assert_eq!(page.run("return document.querySelector('[data-qr]').dataset.qr", json!([])), address);
}

#[test]
fn no_rule_of_accessibility_is_broken_in_a_room_full_of_teams() {
    let (axe, site, browser) = (axe(), Site::start("/"), Browser::start());
    for (language, theme) in [("da", "light"), ("en", "dark")] {
        let page = room(&browser, &site, &format!("{BASE}&lang={language}&theme={theme}&page=team"));
        if rows(&page) == 0 {
            (1..=11).for_each(|team| add(&page, &code_of(team)));
        }
        page.wait_for("all are computed", || page.exists(".teams[data-known='12']"));
        type_code(&page, &code::write(&scenario(BASE), &plan(20), Some(3)));
        page.wait_for("something is asked", || page.exists("[data-team-asked]"));
        for width in [360, 1280, 1920] {
            page.size([width, 900]);
            assert_eq!(violations(&page, &axe), [""; 0], "{language} {theme} {width}");
            let wide = page.run("return document.documentElement.scrollWidth", json!([]));
            assert!(wide.as_u64() <= Some(width.into()), "{wide} at {width}");
        }
    }
}

#[test]
fn every_question_has_its_own_codes() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    add(&page, &code_of(1));
    add(&page, &code_of(2));
    let page = room(&browser, &site, "v=1&place=typical&page=team");
    assert_eq!(rows(&page), 0);
    type_code(&page, &code_of(2));
    page.wait_for("it is told", || page.text("[data-team-wrong]").contains("andet udgangspunkt"));
    page.click("[data-teams-elsewhere]");
    page.wait_for("they are back", || rows(&page) == 2);
    quiet(&page);
}

#[test]
fn a_browser_that_keeps_nothing_gathers_teams_all_the_same() {
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let (site, browser) = (Site::with_script(refuse), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    add(&page, &code_of(1));
    page.wait_for("it says so", || page.text("[data-unkept]").contains("kan ikke gemme"));
    add(&page, &code_of(2));
    quiet(&page);
}

/// A camera that sees a grey wall, and a reader that finds what the test has put into it.
const CAMERA: &str = "window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : [] } };
    Object.defineProperty(navigator, 'mediaDevices', { value: { async getUserMedia() {
        const stream = document.createElement('canvas').captureStream();
        window.streams = [...(window.streams ?? []), stream];
        return stream } } })";

#[test]
fn a_code_is_read_with_the_camera_where_the_browser_can() {
    let browser = Browser::start();
    let site = Site::with_script(CAMERA);
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    page.click("[data-team-scan]");
    page.wait_for("the camera is open", || {
        page.exists("video:not([hidden])") && page.run("return window.streams?.length", json!([])) == 1
    });
    page.run("window.seen = arguments[0]", json!([code_of(8)]));
    page.wait_for("the team is in the table", || rows(&page) == 1);
    page.wait_for("the camera is closed", || {
        page.run("return window.streams[0].getTracks()[0].readyState", json!([])) == "ended"
    });
    assert_eq!(codes(&page), [code_of(8)]);
    quiet(&page);
    // Headless Chromium on this system has no reader of its own.
    let site = Site::with_script("delete window.BarcodeDetector");
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    assert!(page.exists(".teams-scan[hidden]"));
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_teams() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for (theme, language) in [("light", "da"), ("dark", "en")] {
        let page = Page::open(
            &browser,
            &site,
            &format!("{BASE}&caseload.activity_ready=45&team-levers={CASELOAD},rule&page=team"),
        );
        page.look(&View { size: [360, 740], density: 2.0, theme, language });
        page.press(CASELOAD, LEFT, 5);
        page.wait_for("it rests", || page.hash().contains("team-code="));
        page.screenshot(&folder.join(format!("team-360-{theme}-{language}.png")));
    }
    for (size, theme, language) in [
        ([1920, 1080], "light", "da"),
        ([1920, 1080], "dark", "en"),
        ([1280, 800], "light", "en"),
        ([360, 740], "dark", "da"),
    ] {
        let page = room(&browser, &site, "page=team");
        page.run("localStorage.clear()", json!([]));
        page.size(size);
        let page = room(&browser, &site, &format!("{BASE}&page=team"));
        page.look(&View { size, density: 1.0, theme, language });
        for team in 1..=12 {
            add(&page, &code_of(team));
        }
        type_code(&page, "42TN-AAAA");
        page.wait_for("all are computed", || page.exists(".teams[data-known='13']"));
        page.wait_frame();
        page.screenshot(&folder.join(format!("teams-{}-{theme}-{language}.png", size[0])));
    }
}
