//! Pictures of Present, to be looked at: `cargo test --test browser -- --ignored present::pictures`.

use super::{ESCAPE, ON, RUNS, attribute, enter, guess, open_desk, phase, show, visit};
use crate::harness::{Browser, Site, View};
use std::path::Path;

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_a_show() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for (theme, language) in [("light", "da"), ("dark", "en")] {
        let page = visit(&browser, &site, language);
        page.look(&View { size: [1920, 1080], density: 1.0, theme, language });
        let save =
            |name: &str| page.screenshot(&folder.join(format!("present-{name}-{theme}-{language}.png")));
        save("list");
        for run in RUNS {
            show(&page, run);
            let mut before = (String::new(), String::new());
            while (attribute(&page, "data-at"), phase(&page)) != before {
                before = (attribute(&page, "data-at"), phase(&page));
                if before.1 == "guesses" {
                    for (name, value) in
                        [("Hold A", "40"), ("Hold B", "85"), ("", "12"), ("Vinduesrækken", "42")]
                    {
                        guess(&page, name, value);
                    }
                    page.wait_frame();
                }
                page.wait_frame();
                save(&format!("{run}-{}-{}", before.0, before.1));
                page.keys(ON);
                page.wait_frame();
                page.wait_frame();
            }
            if run == "loft" {
                page.keys("b");
                page.wait_frame();
                save("blank");
                page.keys("b");
                let [_, room] = open_desk(&browser, &page);
                page.size([1920, 1080]);
                page.click("[data-go='2']");
                page.wait_frame();
                save("desk");
                browser.delete("window");
                enter(&browser, &room);
            }
            page.keys(ESCAPE);
            page.wait_for("the list is back", || page.exists("[data-run='loft']"));
        }
        page.click("[data-run='byraad'] [data-do='edit']");
        page.wait_for("the editor is there", || page.exists("[data-editor-step='0']"));
        save("editor");
    }
}
