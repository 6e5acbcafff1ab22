//! Embeds in pages of others, with the scripts that newsrooms put around frames: as high as their content at every width,
//! in a tab that opens later, with no end of messages and no jump.

use crate::everywhere::hold;
use crate::harness::{Browser, Kind, Page, Site};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{env, fs};

const EMBED: &str =
    "place=silkeborg&caseload.activity_ready=45&view=embed&show=stock&levers=caseload.activity_ready";
const WIDTHS: [u32; 3] = [320, 480, 700];
/// A height and a link are told in six messages at most; every width changes the height once, and some words come later.
const MOST_MESSAGES: i64 = 150;

/// What the page around an embed has.
#[derive(Clone, Copy, PartialEq)]
enum Around {
    Nothing,
    Ours,
    Pym,
    IframeResizer,
}

everywhere! {
    [
        without_any_script_the_given_height_stays,
        with_our_script,
        with_pym,
        with_iframe_resizer,
        with_our_script_in_a_tab_opened_later,
        with_pym_in_a_tab_opened_later,
        with_iframe_resizer_in_a_tab_opened_later,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

fn with_our_script(browser: &Browser) {
    follows(browser, Around::Ours);
}

fn with_pym(browser: &Browser) {
    follows(browser, Around::Pym);
}

fn with_iframe_resizer(browser: &Browser) {
    follows(browser, Around::IframeResizer);
}

fn with_our_script_in_a_tab_opened_later(browser: &Browser) {
    opens_later(browser, Around::Ours);
}

fn with_pym_in_a_tab_opened_later(browser: &Browser) {
    opens_later(browser, Around::Pym);
}

fn with_iframe_resizer_in_a_tab_opened_later(browser: &Browser) {
    opens_later(browser, Around::IframeResizer);
}

/// Two sites: ours, and that of a newspaper with an article.
struct Article<'a> {
    browser: &'a Browser,
    page: Page<'a>,
    _ours: Site,
    _theirs: Site,
}

impl<'a> Article<'a> {
    fn open(browser: &'a Browser, around: Around, hidden: bool) -> Self {
        let ours = Site::start("/");
        let name = format!("{}-{}-{hidden}", browser.kind.name(), around as u8);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/hosts").join(name);
        write(&folder, &ours, around, hidden);
        let theirs = Site::serve(folder, "/");
        browser.post("url", json!({ "url": theirs.address() }));
        let page = Page::here(browser, &theirs);
        Self { browser, page, _ours: ours, _theirs: theirs }
    }

    /// Something measured in the frame.
    fn inside(&self, body: &str) -> Value {
        self.page.enter_frame();
        let value = self.page.run(body, json!([]));
        self.browser.post("frame", json!({ "id": null }));
        value
    }

    /// The height of the frame's content.
    fn content(&self) -> f64 {
        let height = "return document.querySelector('.embed')?.getBoundingClientRect().height";
        self.inside(height).as_f64().unwrap_or_default()
    }

    /// The height of the frame.
    fn frame(&self) -> f64 {
        let height = "return document.querySelector('iframe').getBoundingClientRect().height";
        self.page.run(height, json!([])).as_f64().unwrap_or_default()
    }

    fn fits(&self) {
        self.page.wait_for("the frame is as high as its content", || {
            let content = self.content();
            content > 200.0 && (self.frame() - content).abs() <= 1.0
        });
        let over = "return document.documentElement.scrollHeight - innerHeight";
        assert_eq!(self.inside(over), json!(0), "nothing scrolls in the frame");
    }

    /// Makes the column so wide.
    fn widen(&self, width: u32) {
        self.page.run("document.getElementById('column').style.width = arguments[0] + 'px'", json!([width]));
        self.page.wait_for("the frame follows the column", || self.inside("return innerWidth") == width);
    }

    /// Waits until all draws are behind what is shown.
    fn rest(&self) {
        let drawn = "return document.querySelector('[data-draws=\"16384\"]') !== null";
        self.page.wait_for("the finer bands are there", || self.inside(drawn) == true);
    }

    fn messages(&self) -> i64 {
        self.page.run("return heard", json!([])).as_i64().expect("a count")
    }

    /// After many frames more, nothing more has been said, nothing has scrolled and nothing has taken the focus.
    fn is_quiet(&self, scrolled: &Value) {
        let frames = "const done = arguments[0]; let left = 60;
            const next = () => --left ? requestAnimationFrame(next) : done(); next()";
        self.page.run_async(frames, json!([]));
        let said = self.messages();
        self.page.run_async(frames, json!([]));
        assert_eq!(self.messages(), said, "nothing more is said");
        assert!(said <= MOST_MESSAGES, "{said} messages");
        assert_eq!(&self.scrolled(), scrolled, "the article stays where it is");
        // WebKit's driver gives a frame the focus by looking into it, whatever stands in it.
        if self.browser.kind != Kind::WebKit {
            assert_eq!(self.page.run("return document.activeElement.tagName", json!([])), "BODY");
        }
    }

    fn scrolled(&self) -> Value {
        self.page.run("return scrollY", json!([]))
    }
}

/// An article of the newspaper's, with its script beside it.
fn write(folder: &PathBuf, ours: &Site, around: Around, hidden: bool) {
    fs::create_dir_all(folder).expect("a folder for the article");
    let address = format!("{}embed.html#{EMBED}", ours.address());
    let frame = format!(
        "<iframe id='graphic' src='{address}' title='Graphic' width='100%' height='700' frameborder='0'></iframe>"
    );
    let taken = |name: &str| {
        let file = env::var(name).unwrap_or_else(|_| {
            panic!("{name} names a script: script/lib/env.sh does, after script/setup test")
        });
        fs::copy(&file, folder.join("theirs.js")).unwrap_or_else(|why| panic!("cannot copy {file}: {why}"));
        "<script src='theirs.js'></script>"
    };
    let graphic = match around {
        Around::Nothing => frame,
        Around::Ours => format!("{frame}<script src='{}raaderum-embed.js' async></script>", ours.address()),
        Around::Pym => {
            format!(
                "<div id='graphic'></div>{}<script>new pym.Parent('graphic', '{address}', {{}})</script>",
                taken("PYM")
            )
        }
        Around::IframeResizer => {
            format!("{frame}{}<script>iFrameResize({{}}, '#graphic')</script>", taken("IFRAME_RESIZER"))
        }
    };
    let hidden = if hidden { "hidden" } else { "" };
    let article = format!(
        "<!doctype html><html lang='da'><meta charset='utf-8'><title>Artikel</title>
        <style>body {{ margin: 0 }} p {{ height: 200px }} footer {{ height: 3000px }}</style>
        <script>window.heard = 0; addEventListener('message', () => heard++)</script>
        <p>Før</p><div id='column' style='width:320px' {hidden}>{graphic}</div><footer>Efter</footer></html>"
    );
    fs::write(folder.join("index.html"), article).expect("an article");
}

fn without_any_script_the_given_height_stays(browser: &Browser) {
    let article = Article::open(browser, Around::Nothing, false);
    article.page.wait_for("the embed is there", || article.content() > 200.0);
    article.rest();
    for width in WIDTHS {
        article.widen(width);
        assert_eq!(article.frame(), 700.0);
    }
    article.is_quiet(&json!(0));
}

fn follows(browser: &Browser, around: Around) {
    let article = Article::open(browser, around, false);
    article.page.run("scrollTo(0, 40)", json!([]));
    article.fits();
    article.rest();
    for width in WIDTHS.into_iter().chain([320]) {
        article.widen(width);
        article.fits();
    }
    article.is_quiet(&json!(40));
}

fn opens_later(browser: &Browser, around: Around) {
    let article = Article::open(browser, around, true);
    article.page.run("scrollTo(0, 40)", json!([]));
    let frames = "const done = arguments[0]; let left = 30;
        const next = () => --left ? requestAnimationFrame(next) : done(); next()";
    article.page.run_async(frames, json!([]));
    article.page.run("document.getElementById('column').hidden = false", json!([]));
    article.fits();
    article.rest();
    article.fits();
    // And the tab once more, by now with all there.
    for hidden in [true, false] {
        article.page.run("document.getElementById('column').hidden = arguments[0]", json!([hidden]));
        article.page.run_async(frames, json!([]));
    }
    article.widen(480);
    article.fits();
    article.is_quiet(&json!(40));
}
