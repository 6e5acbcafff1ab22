//! Where nothing happens nothing is judged, and there is one line with the way out; nothing under 1,000 kr. is printed.

use super::facts::each;
use super::{bands, language, linked, said};
use raaderum::scenario::verdict::{acts, chance, chance_at_horizon};
use raaderum::words::sentence::{headlines, paid_back, room_wanted, sentences, way_out};
use raaderum::words::summary::{Idle, Summary, idle};
use raaderum::words::text::Language;

#[test]
fn there_is_a_verdict_or_a_way_out_and_never_both() {
    let mut nothing = 0;
    each(|name, scenario| {
        let outcome = scenario.simulate();
        let why = idle(scenario, &outcome);
        assert_eq!(why.is_some(), !acts(&outcome), "{name}: {why:?}");
        for language in Language::all() {
            let line = way_out(language, scenario, &outcome);
            assert_eq!(line.is_none(), acts(&outcome), "{name}: {line:?}");
            assert!(line.is_none_or(|line| line.len() > 20 && !line.contains('{')), "{name}");
        }
        nothing += usize::from(why.is_some());
    });
    assert!(nothing > 50, "plans that do nothing are among them: {nothing}");
}

#[test]
fn what_does_nothing_has_neither_chance_nor_band() {
    for link in [
        "place=typical",
        "place=typical&caseload.insured=60&rule=ceiling",
        "place=typical&caseload.insured=60&rule=state_grant",
        "place=typical&caseload.insured=60&approve=1",
        "place=typical&caseload.insured=60&start=60&horizon=48",
    ] {
        let scenario = linked(link);
        let (outcome, bands) = (scenario.simulate(), bands(&scenario));
        assert!((0..7).all(|place| chance(&outcome, &bands, place).is_none()), "{link}");
        assert_eq!(chance_at_horizon(&outcome, &bands), None, "{link}");
        assert_eq!(headlines(&outcome, &bands), [None; 4], "{link}");
        for language in Language::all() {
            let told = sentences(language, &scenario, &outcome, Some(&bands)).join(" ");
            assert!(!told.contains("hance"), "{link}: {told}");
            assert!(paid_back(language, &outcome).contains(['t']), "{link}");
        }
    }
}

#[test]
fn the_way_out_names_the_lever_that_gives_room() {
    for (rule, name) in [("ceiling", "Råderum under loftet"), ("state_grant", "Statstilskud")] {
        let scenario = linked(&format!("place=typical&caseload.insured=60&rule={rule}"));
        let outcome = scenario.simulate();
        assert_eq!(idle(&scenario, &outcome), Some(Idle::NoRoom));
        let line = way_out(language("da"), &scenario, &outcome).expect("a way out");
        assert!(line.contains(name), "{line}");
        // And it is one: the plan then has all that it wants from the beginning.
        let (key, millions) = room_wanted(&scenario, &outcome).expect("a lever and its value");
        let mut scenario = scenario.clone();
        key.set(&mut scenario, &millions.to_string()).expect("an accepted value");
        let outcome = scenario.simulate();
        assert!(acts(&outcome) && outcome.scenario.months[0].allowed > 0.999, "{rule}: {millions}");
        assert_eq!(room_wanted(&scenario, &outcome), None);
    }
}

#[test]
fn a_plan_that_was_not_approved_is_told_with_its_reason() {
    let scenario = linked("place=typical&caseload.activity_ready=30&approve=3");
    let outcome = scenario.simulate();
    let tried = outcome.forgone.as_ref().expect("not approved").months[35].municipal_net;
    assert_eq!(Summary::of(&scenario, &outcome).idle, Some(Idle::NotApproved { years: 3, net: tried }));
    let told = said(&scenario, "da");
    let lost = language("da").money(tried.abs());
    assert!(told.contains("3 år") && told.contains(&format!("{lost} tabt")), "{told}");
}

/// Amounts of kroner that are not told in millions, whole.
fn kroner(text: &str) -> Vec<f64> {
    let text = text.replace('\u{a0}', " ");
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let danish = text.match_indices(" kr.").map(|(at, _)| {
        let number: String =
            text[..at].chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        digits(&number.chars().rev().collect::<String>())
    });
    let english = text.match_indices("DKK ").map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        let number: String =
            rest.chars().take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.').collect();
        match rest[number.len()..].starts_with(['m', 'b']) {
            true => String::new(),
            false => digits(&number),
        }
    });
    danish.chain(english).filter_map(|number| number.parse().ok()).collect()
}

#[test]
fn amounts_are_found_in_texts() {
    assert_eq!(kroner("tabt 2.500 kr. og 3,1 mio. kr., 0 kr."), [2500.0, 0.0]);
    assert_eq!(kroner("lost DKK 2,500 and DKK 3.1m"), [2500.0]);
}

#[test]
fn nothing_under_a_thousand_kroner_is_printed() {
    let mut found = 0;
    each(|name, scenario| {
        let outcome = scenario.simulate();
        for language in Language::all() {
            let mut told = sentences(language, scenario, &outcome, None);
            told.extend(way_out(language, scenario, &outcome));
            for amount in kroner(&told.join(" ")) {
                found += 1;
                assert!(amount == 0.0 || amount >= 1e3, "{name}: {amount} in {told:?}");
            }
        }
    });
    println!("{found} amounts of whole kroner");
    for language in Language::all() {
        for value in [0.4, -21.0, 499.0, 501.0, 999.0, -1_000.0, 1_499.0, 9_949.0] {
            assert!(kroner(&language.money(value)).iter().all(|amount| *amount == 0.0 || *amount >= 1e3));
        }
    }
}
