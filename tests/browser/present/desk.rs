//! The facilitator's window.

use super::{ON, attribute, enter, guess, open_desk, phase, press, show, visit};
use crate::harness::{Browser, Site};
use serde_json::json;

#[test]
fn a_second_window_leads_the_room_and_each_works_without_the_other() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "laerkevej");
    let [desk, room] = open_desk(&browser, &page);
    page.wait_for("it is linked", || page.exists(".desk[data-at='1'] [data-linked='true']"));
    assert!(page.text(".desk-notes").contains("Dansk Socialrådgiverforening"));
    assert!(page.text("[data-next]").contains("50 sager"), "the next question");
    assert!(!page.text("[data-answer]").is_empty(), "the answer is for the facilitator");
    page.click("[data-do='next']");
    guess(&page, "Bagerste række", "75");
    page.wait_for("the guess is noted", || page.exists("[data-guesses='1']"));
    enter(&browser, &room);
    page.wait_for("the room sees it", || {
        page.exists(".stage[data-phase='guesses'] [data-figure='guesses.0'][data-value='75']")
    });
    assert!(!page.exists(".stage [data-guess]"), "the field is the facilitator's");
    press(&page, ON);
    press(&page, ON);
    enter(&browser, &desk);
    page.wait_for("the clicker moves the notes too", || page.exists(".desk[data-at='2']"));
    page.click("[data-do='blank']");
    enter(&browser, &room);
    page.wait_for("the screen is dark", || attribute(&page, "data-blank") == "true");

    browser.post("refresh", json!({}));
    page.wait_for("the show is there after a reload", || attribute(&page, "data-at") == "2");
    enter(&browser, &desk);
    page.click("[data-do='blank']");
    page.wait_for("the desk is light", || attribute(&page, "data-blank") == "false");
    enter(&browser, &room);
    page.wait_for("the two have found each other again", || attribute(&page, "data-blank") == "false");

    enter(&browser, &desk);
    browser.delete("window");
    enter(&browser, &room);
    press(&page, ON);
    page.wait_for("the room goes on alone", || {
        phase(&page) == "guesses" && page.exists(".stage [data-guess]")
    });
    let [desk, room] = open_desk(&browser, &page);
    page.wait_for("a new one knows the show", || page.exists(".desk[data-at='2']"));
    enter(&browser, &room);
    browser.delete("window");
    enter(&browser, &desk);
    page.wait_for("it is told", || page.exists("[data-linked='false']"));
    page.click("[data-go='4']");
    page.wait_for("the desk goes on alone", || page.exists(".desk[data-at='5']"));
}
