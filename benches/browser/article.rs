//! An article with ten embeds beside one with one: the first figure, what holds up the reader, and memory.

use crate::SCRIPT_PATIENCE;
use crate::harness::{Browser, Page, Site};
use crate::table::{head, median, number, row};
use serde_json::{Value, json};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;
use std::{fs, process};

const TIMES: usize = 3;
/// By now an embed has done all it does by itself.
const SETTLED: Duration = Duration::from_secs(4);
const SHOWS: [&str; 4] = ["stock", "net", "headline.jobs", "headline.net"];
/// Notes when each frame first tells a height, which it does with its first figures, and every task of more than 50 ms
/// on the article's thread, whoever has it.
const WATCH: &str = "window.first = [], window.long = [];
    addEventListener('message', ({ data, source }) => {
        const place = [...document.querySelectorAll('iframe')].findIndex(frame => frame.contentWindow === source);
        if (data?.type === 'raaderum:height') first[place] ??= performance.now();
    });
    new PerformanceObserver(list => long.push(...list.getEntries().map(one => one.duration)))
        .observe({ type: 'longtask', buffered: true });";
const THROUGH: &str = "const [done] = arguments, frames = [...document.querySelectorAll('iframe')];
    let place = 0;
    const next = () => {
        if (place === frames.length) return done();
        frames[place].scrollIntoView({ block: 'center' });
        const look = () => { if (first[place] === undefined) return requestAnimationFrame(look); place++; next() };
        look();
    };
    next()";

/// Measures and prints; `here` is the folder of the project.
pub fn report(site: &Site, here: &Path) {
    println!("\n## Embeds in an article\n");
    println!(
        "Milliseconds, the middle of {TIMES} visits; nothing cached before, the article and the site on two ports of this machine. `first figure` from the start of the visit to the first embed's figures; `scrolled through` until the last embed has its own, each brought into view as soon as the one before is done; `blocked` is what tasks take beyond 50 ms, `longest task` the worst of them. Memory is that of all of the browser's processes, over what it has with an empty page."
    );
    let one = measure(site, &here.join("target/bench-article-1"), 1);
    let ten = measure(site, &here.join("target/bench-article-10"), 10);
    head(&["", "one embed", "ten embeds"]);
    let names = [
        "first figure",
        "blocked until then",
        "scrolled through",
        "blocked in all",
        "longest task",
        "memory, MB",
    ];
    for (name, (one, ten)) in names.into_iter().zip(one.into_iter().zip(ten)) {
        row(name, &[number(one), number(ten)]);
    }
}

fn write(folder: &Path, site: &Site, count: usize) {
    fs::create_dir_all(folder).expect("a folder for the article");
    let frame = |place: usize| {
        let show = SHOWS[place % SHOWS.len()];
        let caseload = 45 + place;
        format!(
            "<p>Et afsnit.</p><iframe src='{}embed.html#place=silkeborg&caseload.activity_ready={caseload}&view=embed&show={show}' title='{show}' width='100%' height='800' loading='lazy'></iframe>",
            site.address()
        )
    };
    let frames: String = (0..count).map(frame).collect();
    let article = format!(
        "<!doctype html><html lang='da'><meta charset='utf-8'><title>Artikel</title><style>body{{max-width:700px}}</style><script>{WATCH}</script>{frames}</html>"
    );
    fs::write(folder.join("index.html"), article).expect("an article");
}

fn measure(site: &Site, folder: &Path, count: usize) -> [f64; 6] {
    write(folder, site, count);
    let visits: Vec<[f64; 6]> = (0..TIMES).map(|_| visit(folder)).collect();
    std::array::from_fn(|place| median(&visits.iter().map(|visit| visit[place]).collect::<Vec<_>>()))
}

/// One visit, in a browser of its own.
fn visit(folder: &Path) -> [f64; 6] {
    let (browser, theirs) = (Browser::start(), Site::serve(folder.to_path_buf(), "/"));
    browser.post("timeouts", json!({ "script": SCRIPT_PATIENCE }));
    browser.post("url", json!({ "url": "about:blank" }));
    sleep(SETTLED);
    let empty = megabytes();
    browser.post("url", json!({ "url": theirs.address() }));
    let page = Page::here(&browser, &theirs);
    let told = |what: &str| -> Vec<f64> {
        serde_json::from_value(page.run(&format!("return {what}"), json!([]))).expect("numbers")
    };
    page.wait_for("the first embed has figures", || {
        page.run("return first[0] ?? null", json!([])) != Value::Null
    });
    // Not `sum`: that of no task would be printed as less than nothing.
    let blocked = |long: &[f64]| long.iter().fold(0.0, |blocked, task| blocked + task - 50.0);
    let (first, at_first) = (told("[first[0]]")[0], blocked(&told("long")));
    page.run_async(THROUGH, json!([]));
    let last = told("[Math.max(...first)]")[0];
    sleep(SETTLED);
    let long = told("long");
    let longest = long.iter().fold(0.0, |longest: f64, task| longest.max(*task));
    [first, at_first, last, blocked(&long), longest, megabytes() - empty]
}

/// The memory of everything that this process has started, each shared page shared out among those who have it.
fn megabytes() -> f64 {
    let mut ours = vec![process::id().to_string()];
    let mut place = 0;
    while let Some(id) = ours.get(place).cloned() {
        let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
        for task in tasks {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            ours.extend(children.split_whitespace().map(str::to_owned));
        }
        place += 1;
    }
    let kilobytes = |id: &String| -> Option<f64> {
        let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
        rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?.split_whitespace().next()?.parse().ok()
    };
    ours.iter().skip(1).filter_map(kilobytes).sum::<f64>() / 1e3
}
