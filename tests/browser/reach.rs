//! What everybody reaches: on a narrow screen, with larger text, by keyboard alone, with colours of their own, without
//! motion. On every page, in both languages.

use crate::harness::{Browser, Page, Site};
use crate::pages::{PLAN, links, open_all, settled, visit};
use serde_json::{Value, json};
use std::path::Path;

const TAB: &str = "\u{E004}";

/// Calls `check` on every page in both languages, and says what it has against which.
fn on_every_page(browser: &Browser, site: &Site, check: impl Fn(&Page) -> Vec<String>) {
    let mut told = Vec::new();
    for language in ["da", "en"] {
        for link in links(browser, site, &format!("{PLAN}&lang={language}")) {
            let page = visit(browser, site, &link);
            told.extend(check(&page).into_iter().map(|text| format!("{link}: {text}")));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

fn strings(value: Value) -> Vec<String> {
    serde_json::from_value(value).unwrap_or_else(|why| panic!("a list of texts: {why}"))
}

/// What makes the page wider than what is seen of it.
const SIDEWAYS: &str = "const root = document.documentElement, wide = [];
    if (root.scrollWidth <= root.clientWidth) return wide;
    const scrolls = e => e && e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
    for (const e of document.body.querySelectorAll('*')) {
        const left = e.getBoundingClientRect().left, end = left + Math.max(e.scrollWidth, e.getBoundingClientRect().width);
        if (end > root.clientWidth + 0.5 && !scrolls(e)) wide.push([end, `${e.tagName}.${e.getAttribute('class')} ends at ${Math.round(end)}`]);
    }
    wide.sort((a, b) => b[0] - a[0]);
    return [`scrolls to ${root.scrollWidth}`, ...wide.slice(0, 12).map(([, told]) => told)]";

#[test]
fn nothing_scrolls_sideways_at_320_pixels() {
    let (site, browser) = (Site::start("/"), Browser::start());
    on_every_page(&browser, &site, |page| {
        page.size([320, 640]);
        settled(page);
        let mut told = strings(page.run(SIDEWAYS, json!([])));
        open_all(page);
        told.extend(strings(page.run(SIDEWAYS, json!([]))));
        told
    });
}

/// Texts that lie on others, and texts that are cut off by what they stand in, or by their own field.
const COLLISIONS: &str = r"const told = [], texts = [];
    const shown = (node, box) => {
        let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
        for (let e = node.parentElement; e; e = e.parentElement) {
            const style = getComputedStyle(e), edge = e.getBoundingClientRect();
            if (style.visibility === 'hidden' || style.clipPath !== 'none' || style.opacity === '0') return null;
            const [x, y] = [style.overflowX, style.overflowY];
            if (x === 'hidden' || x === 'clip') {
                if (box.right > edge.right + 1) told.push(`cut off: ${node.data.trim().slice(0, 40)}`);
            }
            if (x !== 'visible') { left = Math.max(left, edge.left); right = Math.min(right, edge.right); }
            if (y !== 'visible') { top = Math.max(top, edge.top); bottom = Math.min(bottom, edge.bottom); }
            if (style.position === 'fixed') break;
        }
        return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom, node } : null;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || node.parentElement.closest('option, script, noscript, svg')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            const part = shown(node, box);
            if (part) texts.push(part);
        }
    }
    texts.sort((a, b) => a.top - b.top);
    for (let i = 0; i < texts.length; i++) {
        const a = texts[i];
        for (let j = i + 1; j < texts.length && texts[j].top < a.bottom; j++) {
            const b = texts[j];
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            const least = Math.min(a.bottom - a.top, b.bottom - b.top);
            // Lines of one text may touch.
            if (a.node !== b.node && wide > 2 && high > least / 3)
                told.push(`'${a.node.data.trim().slice(0, 40)}' and '${b.node.data.trim().slice(0, 40)}' lie on each other`);
        }
    }
    for (const e of document.querySelectorAll('input[type=text], button, select'))
        if (e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
            told.push(`cut off in its field: ${e.value || e.textContent}`);
    return [...new Set(told)].slice(0, 8)";

#[test]
fn text_of_twice_the_size_is_whole_and_lies_on_nothing() {
    let (site, browser) = (Site::start("/"), Browser::start());
    on_every_page(&browser, &site, |page| {
        let mut told = Vec::new();
        // As it comes, and with everything opened, which may take more width or less. What is closed has places too, but
        // lies on nothing.
        for (width, opened) in [(360, false), (360, true), (1280, true)] {
            page.size([width, 900]);
            if opened {
                open_all(page);
            }
            page.run("document.documentElement.style.fontSize = '212.5%'; scrollTo(0, 0)", json!([]));
            page.wait_frame();
            settled(page);
            let looks = if opened { &[SIDEWAYS, COLLISIONS][..] } else { &[SIDEWAYS] };
            let found = looks.iter().flat_map(|what| strings(page.run(what, json!([]))));
            told.extend(found.into_iter().map(|text| format!("at {width}: {text}")));
        }
        told
    });
}

/// What can be used and is in sight: of radio buttons the chosen one, which stands for its group.
const USABLE: &str = "window.usable = [...document.querySelectorAll(
        'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex=\"0\"]')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && (e.type !== 'radio' || e.checked));
    window.reached = new Set();
    document.activeElement.blur();
    return usable.length";

/// Where the focus is, and what is wrong with how it shows.
const FOCUS: &str = "const e = document.activeElement;
    // The focus is in the frame: its content shows the ring (static/style/embed.css), not its element.
    if (e.tagName === 'IFRAME') return [];
    if (e === document.body || reached.has(e)) return null;
    reached.add(e);
    const name = `${e.tagName} ${(e.dataset.lever ?? e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 50)}`;
    const ring = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 };
    // A field may show the ring on what stands for it.
    if (!ring(e) && !(e.parentElement && ring(e.parentElement))) return [`no ring around ${name}`];
    const box = (e.getBoundingClientRect().width > 2 ? e : e.parentElement).getBoundingClientRect();
    const seen = [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
        const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
        return top && (top === e || e.contains(top) || top.contains(e));
    }));
    return seen ? [] : [`${name} has the focus out of sight`]";

#[test]
fn everything_is_reached_by_the_tab_key_with_a_ring_in_sight() {
    let (site, browser) = (Site::start("/"), Browser::start());
    // What slides into sight is there at once.
    calm(&browser);
    on_every_page(&browser, &site, |page| {
        let mut told = Vec::new();
        for size in [[360, 740], [1280, 800]] {
            page.size(size);
            settled(page);
            let usable = page.run(USABLE, json!([])).as_u64().unwrap_or_default();
            assert!(usable > 5, "{usable}");
            // Some more, for what cannot be seen to be usable, and what stands in frames.
            for _ in 0..usable + 60 {
                page.keys(TAB);
                let found = page.run(FOCUS, json!([]));
                if found.is_null() {
                    break;
                }
                told.extend(strings(found).into_iter().map(|text| format!("at {}: {text}", size[0])));
            }
            let body = "return usable.filter(e => e.isConnected && !reached.has(e)).map(e => `never reached: ${e.outerHTML.slice(0, 120)}`)";
            told.extend(strings(page.run(body, json!([]))));
        }
        told
    });
}

/// As for somebody who wants no motion.
fn calm(browser: &Browser) {
    let features = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
}

#[test]
fn nothing_moves_for_those_who_want_no_motion() {
    let (site, browser) = (Site::start("/"), Browser::start());
    calm(&browser);
    on_every_page(&browser, &site, |page| {
        let body = "const long = text => text.split(',').some(part => parseFloat(part) > 0);
            return [...document.querySelectorAll('*')].filter(e => {
                const style = getComputedStyle(e);
                return long(style.transitionDuration) || long(style.animationDuration) || style.scrollBehavior === 'smooth';
            }).map(e => `${e.tagName}.${e.className} moves`)";
        strings(page.run(body, json!([])))
    });
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_own_colours_and_large_text() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for link in links(&browser, &site, PLAN) {
        let page = visit(&browser, &site, &link);
        let name = page.run("return document.querySelector('main').dataset.page", json!([]));
        let name = name.as_str().unwrap_or_default().to_owned();
        for (kind, shade) in [("forced-light", "light"), ("forced-dark", "dark")] {
            let features = json!([
                { "name": "forced-colors", "value": "active" },
                { "name": "prefers-color-scheme", "value": shade },
            ]);
            browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
            page.size([1280, 900]);
            page.screenshot(&folder.join(format!("{kind}-{name}.png")));
        }
        browser.devtools("Emulation.setEmulatedMedia", json!({ "features": [] }));
        page.run("document.documentElement.style.fontSize = '212.5%'", json!([]));
        for width in [360, 1280] {
            page.size([width, 900]);
            page.screenshot(&folder.join(format!("large-{width}-{name}.png")));
        }
    }
}
