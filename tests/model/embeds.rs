//! What a link asks of an embed: every part of it comes back, and what cannot be used is named.

use proptest::prelude::*;
use raaderum::scenario::embed::{self, Embed, Fault, MOST_LEVERS, Show};
use raaderum::scenario::keys::Key;
use raaderum::scenario::{Scenario, link, reach};

fn read(fragment: &str) -> (Embed, Vec<Fault>) {
    let read = link::read(fragment);
    assert_eq!(read.problems, [], "{fragment}");
    embed::read(&read.page, &read.scenario)
}

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

#[test]
fn without_anything_asked_it_is_the_chart_with_the_caseload_at_stake() {
    let (asked, faults) = read("place=silkeborg&caseload.sickness=45&view=embed");
    assert_eq!(faults, []);
    assert_eq!(asked, Embed { show: Show::Stock, levers: vec![key("caseload.sickness")], locked: false });
}

#[test]
fn levers_are_in_the_order_asked_for() {
    let (asked, faults) = read("place=silkeborg&view=embed&levers=rule,caseload.sickness,evidence,rule");
    assert_eq!(asked.levers, [key("rule"), key("caseload.sickness"), key("evidence")]);
    assert_eq!(faults, [Fault::TooManyLevers(4)]);
    assert_eq!(read("place=silkeborg&view=embed&levers=").0.levers, []);
    assert_eq!(read("place=silkeborg&view=embed&levers=rule,rule").0.levers, [key("rule")]);
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_works() {
    let (asked, faults) =
        read("place=silkeborg&view=embed&show=cake&levers=foo,rule,turnover&lock=maybe&theme=dark");
    assert_eq!(asked, Embed { show: Show::Stock, levers: vec![key("rule")], locked: false });
    let [show, foo, turnover, lock] = ["cake", "foo", "turnover", "maybe"].map(str::to_owned);
    assert_eq!(faults, [Fault::Show(show), Fault::Lever(foo), Fault::Lever(turnover), Fault::Lock(lock)]);
}

#[test]
fn a_group_with_nobody_in_it_has_no_lever() {
    let (asked, faults) = read("place=silkeborg&stock.insured=0&view=embed&levers=caseload.insured");
    assert_eq!(asked.levers, []);
    assert_eq!(faults, [Fault::Nobody("caseload.insured".into())]);
}

#[test]
fn what_an_embed_offers_needs_no_switch() {
    assert!(embed::is_offered(key("caseload.insured")) && embed::is_offered(key("rule")));
    for other in ["review", "coordinator", "turnover", "stock.insured"] {
        assert!(!embed::is_offered(key(other)), "{other}");
    }
}

#[test]
fn every_chart_and_headline_has_a_word_of_its_own() {
    let words: Vec<String> = Show::all().map(Show::word).collect();
    for show in Show::all() {
        assert_eq!(Show::by_word(&show.word()), Some(show));
        assert_eq!(words.iter().filter(|word| **word == show.word()).count(), 1);
    }
}

#[test]
fn the_keys_of_an_embed_are_the_page_s() {
    for key in embed::KEYS {
        assert!(link::PAGE_KEYS.contains(&key), "{key}");
        assert!(Key::parse(key).is_none(), "{key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_embed_comes_back_from_its_link(show in 0..6usize, from in 0..60usize, count in 0..=MOST_LEVERS, locked: bool) {
        let scenario = Scenario::at_place(0);
        let offered: Vec<Key> = Key::all().filter(|key| embed::is_offered(*key)).filter(|key| match *key {
            Key::Lever(lever, _) => reach::keys_of(&scenario, lever).contains(key),
            _ => false,
        }).collect();
        let levers = offered.iter().cycle().skip(from).take(count).copied().collect();
        let show = Show::all().nth(show).expect("a show");
        let asked = Embed { show, levers, locked };
        let (back, faults) = read(&(link::write(&scenario) + &asked.write()));
        prop_assert_eq!(faults, []);
        prop_assert_eq!(back, asked);
    }

    #[test]
    fn any_text_is_taken_or_named(show in "[a-z.]{1,8}", levers in "[a-z_.,]{0,60}", lock in "\\w{1,3}") {
        let (asked, faults) = read(&format!("view=embed&show={show}&levers={levers}&lock={lock}"));
        prop_assert!(asked.levers.len() <= MOST_LEVERS);
        prop_assert!(Show::by_word(&show).is_some() || faults.contains(&Fault::Show(show)));
        prop_assert!(["0", "1"].contains(&&*lock) || faults.contains(&Fault::Lock(lock)));
    }
}
