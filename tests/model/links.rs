//! Links: what goes out comes back, and nothing that comes in can do harm.

use crate::common::{anything, group, place};
use proptest::prelude::*;
use raaderum::scenario::export::{self, Computed};
use raaderum::scenario::link::{self, Reason};
use raaderum::scenario::{Scenario, check, file, keys::Key};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scenario_comes_back_from_its_link(scenario in anything()) {
        let link = link::write(&scenario);
        let read = link::read(&link);
        prop_assert_eq!(&read.problems, &vec![]);
        prop_assert_eq!(read.scenario, scenario);
    }

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}") {
        let read = link::read(&text);
        prop_assert_eq!(link::read(&link::write(&read.scenario)).scenario, read.scenario);
    }

    #[test]
    fn any_values_of_known_keys_are_taken_or_named(values in prop::collection::vec("\\PC{0,12}", 8), at in 0..40usize) {
        let keys: Vec<Key> = Key::all().skip(at).take(values.len()).collect();
        let clean = |value: &String| value.replace(['&', '=', '%', '#'], "");
        let parts: Vec<String> =
            keys.iter().zip(&values).map(|(key, value)| format!("{}={}", key.name(), clean(value))).collect();
        let read = link::read(&parts.join("&"));
        for (key, value) in keys.iter().zip(&values) {
            let named = read.problems.iter().any(|problem| problem.key == key.name());
            let taken = key.set(&mut read.scenario.clone(), &clean(value)).is_ok();
            prop_assert!(named != taken, "{}={}", key.name(), value);
        }
    }
}

#[test]
fn garbage_is_named_piece_by_piece_and_the_rest_works() {
    let read = link::read("#caseload.activity_ready=abc&foo=1&horizon=-5&v=999&caseload.insured=60");
    let named: Vec<_> = read.problems.iter().map(|problem| problem.key.as_str()).collect();
    assert_eq!(named, ["caseload.activity_ready", "foo", "horizon", "v"]);
    assert!(matches!(read.problems[1].reason, Reason::UnknownKey));
    assert!(matches!(read.problems[2].reason, Reason::NotAccepted(_)));
    assert!(matches!(read.problems[3].reason, Reason::OtherVersion));
    let mut expected = Scenario::default();
    Key::parse("caseload.insured").expect("a key").set(&mut expected, "60").expect("within range");
    assert_eq!(read.scenario, expected);
}

/// A link as it is copied, with a name and a decimal in it.
const COPIED: &str = "v=2&place=silkeborg&name=Fisk%26Ko.&caseload.activity_ready=45.5&rule=ceiling&room=1.3";

fn copied() -> (Scenario, String) {
    let scenario = link::read(COPIED).scenario;
    let outcome = scenario.simulate();
    (scenario, check::signed(COPIED, &outcome))
}

/// Nothing is said, and the setting is the one that was sent.
fn arrives(sent: &str) {
    let (scenario, _) = copied();
    let read = link::read(sent);
    assert_eq!(read.problems, [], "{sent}");
    assert_eq!(read.scenario, scenario, "{sent}");
    let other = read.sum.is_some_and(|sum| sum.tells_of_other_figures(&scenario.simulate()));
    assert!(!other, "{sent}");
}

#[test]
fn what_stands_behind_a_link_in_a_sentence_is_no_part_of_it() {
    let (_, link) = copied();
    for end in
        [".", ",", ")", ").", "\"", "”", "»", "!", "?", ":", ";", "…", ">", "'", "%20", "\u{a0}", "%22", "]."]
    {
        arrives(&[&link, end].concat());
        arrives(&[COPIED, end].concat());
    }
    // A name may end as it likes.
    let named = link::read("place=silkeborg&name=Hvad%20nu%3F").scenario.name.expect("a name");
    assert_eq!(named.text(), "Hvad nu?");
}

#[test]
fn what_was_encoded_on_its_way_is_decoded() {
    let (_, link) = copied();
    for sent in [
        // What a name has encoded itself stays: a separator that is encoded alone can be told in front of it only.
        link.replacen('&', "%26", 1),
        link.replace('%', "%25").replace('&', "%26").replace('=', "%3D"),
        link.replace('%', "%25").replace('=', "%3d"),
        link.replace('&', "&amp;"),
        link.replace('_', "\\_").replace('&', "\\&").replace('=', "\\="),
        ["%23", &link].concat(),
        ["%2523", &link.replace('%', "%25").replace('&', "%26").replace('=', "%3D").replace('%', "%25")]
            .concat(),
    ] {
        arrives(&sent);
    }
}

#[test]
fn tails_of_letters_and_networks_are_dropped_in_silence() {
    let (scenario, link) = copied();
    for tail in [
        "fbclid=IwAR0x-y_z",
        "utm_source=nyhedsbrev&utm_medium=email",
        "gclid=a.b",
        "amp=1",
        "amp",
        "mc_cid=5",
    ] {
        arrives(&format!("{link}&{tail}"));
        arrives(&format!("{link}?{tail}"));
        arrives(&format!("{tail}&{link}"));
        assert_eq!(link::write(&link::read(&format!("{COPIED}&{tail}")).scenario), link::write(&scenario));
    }
}

#[test]
fn a_damaged_check_value_is_told_as_damaged_and_other_figures_as_other_figures() {
    let (scenario, link) = copied();
    for cut in [link.len() - 1, link.len() - 9, link.len() - 10] {
        let read = link::read(&link[..cut]);
        assert_eq!(
            read.problems.iter().map(|problem| &problem.reason).collect::<Vec<_>>(),
            [&Reason::Damaged]
        );
        assert!(!read.sum.expect("a value").tells_of_other_figures(&scenario.simulate()));
        assert_eq!(read.scenario, scenario);
    }
    let other = link::read(&link).scenario.with_policy(Default::default()).simulate();
    assert!(link::read(&link).sum.expect("a value").tells_of_other_figures(&other));
}

#[test]
fn a_decimal_comma_is_read_where_it_cannot_be_thousands() {
    for (typed, room) in [("1,3", 1.3), ("0,125", 0.125), ("12,5", 12.5), ("2,0625", 2.0625)] {
        let read = link::read(&format!("room={typed}"));
        assert_eq!((read.problems.len(), read.scenario.policy.room), (0, Some(room)), "{typed}");
    }
    assert_eq!(link::read("room=1,300").problems.len(), 1);
}

#[test]
fn numbers_that_are_none_are_refused() {
    for value in ["NaN", "inf", "-inf", "1e308", "", " 60", "60,500", ",5", "5,", "6,0,5", "0x3c", "٦٠"] {
        let read = link::read(&format!("caseload.insured={value}"));
        assert_eq!(read.problems.len(), 1, "{value}");
    }
}

#[test]
fn a_key_given_twice_counts_once_and_is_named() {
    let read = link::read("caseload.insured=60&caseload.insured=70");
    assert_eq!(read.problems[0].reason, Reason::GivenTwice);
    assert_eq!(read.scenario.policy.caseload[crate::common::group("insured")], Some(60.0));
}

#[test]
fn a_link_longer_than_any_of_ours_is_refused_at_once() {
    let read = link::read(&"x=1&".repeat(3_000_000));
    assert_eq!(read.problems.len(), 1);
    assert_eq!(read.problems[0].reason, Reason::TooLong);
    assert_eq!(read.scenario, Scenario::default());
}

#[test]
fn percent_encoding_is_undone_and_half_of_it_left_alone() {
    let read = link::read("caseload%2Einsured=6%30&a%zz=%");
    assert_eq!(read.scenario.policy.caseload[crate::common::group("insured")], Some(60.0));
    assert_eq!(read.problems[0].key, "a%zz");
}

#[test]
fn the_pages_own_keys_are_left_to_the_page() {
    let read = link::read("lang=en&theme=dark&surroundings=on");
    assert!(read.problems.is_empty());
    assert_eq!(read.page.len(), 3);
}

/// Version, fragment, what it must become, and the keys that must be named.
fn shipped() -> impl Iterator<Item = [&'static str; 4]> {
    let lines = include_str!("../files/links.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        fields.try_into().unwrap_or_else(|_| panic!("four fields are wanted in: {line}"))
    })
}

#[test]
fn every_link_ever_handed_out_goes_on_working() {
    for [_, fragment, becomes, named] in shipped() {
        let read = link::read(fragment);
        assert_eq!(link::write(&read.scenario), becomes, "{fragment}");
        let keys: Vec<&str> = read.problems.iter().map(|problem| &*problem.key).collect();
        assert_eq!(keys.join(","), named, "{fragment}");
        assert_eq!(link::read(becomes).scenario, read.scenario, "{fragment}");
    }
}

#[test]
fn the_list_of_links_has_every_version_and_every_lever() {
    for version in 1..=link::VERSION {
        assert!(shipped().any(|[of, ..]| of == version.to_string()), "version {version}");
    }
    let all: String = shipped().map(|[_, fragment, ..]| fragment).collect::<Vec<_>>().join("&");
    let levers = Key::all().filter_map(|key| match key {
        Key::Lever(lever, _) => Some(raaderum::model::tables::LEVERS[lever].key),
        _ => None,
    });
    let absent: Vec<_> = levers.filter(|lever| !all.contains(&format!("&{lever}"))).collect();
    assert_eq!(absent, [""; 0], "levers in no link of the list");
}

#[test]
fn what_is_no_longer_asked_is_told_and_passed_over() {
    for key in ["settled_leave", "leave_clarified"] {
        let read = link::read(&format!("place=typical&{key}=0.01&caseload.insured=60"));
        assert_eq!(
            read.problems.iter().map(|problem| &problem.reason).collect::<Vec<_>>(),
            [&Reason::GoneKey]
        );
        assert_eq!(read.scenario, link::read("place=typical&caseload.insured=60").scenario);
        let text = format!(r#"{{ "version": 1, "place": "typical", "set": {{ "{key}": 0.01 }} }}"#);
        assert_eq!(file::read(text.as_bytes()), Ok(place("typical")), "a file is taken without it");
    }
}

#[test]
fn in_the_whole_country_everybody_acts_and_there_are_as_many_as_there_are() {
    for set in ["who=us", "population=60000"] {
        let read = link::read(&format!("place=country&{set}"));
        assert_eq!(read.scenario, place("country"), "{set}");
        let reason = read.problems.first().map(|problem| &problem.reason);
        assert!(matches!(reason, Some(Reason::NotAccepted(_))), "{set}: {reason:?}");
        let (key, value) = set.split_once('=').expect("a key");
        let value = if key == "who" { format!("\"{value}\"") } else { value.to_owned() };
        let text = format!(r#"{{ "version": 1, "place": "country", "set": {{ "{key}": {value} }} }}"#);
        assert!(file::read(text.as_bytes()).is_err(), "{set}");
    }
    assert!(link::read("place=country&who=all").problems.is_empty());
}

#[test]
fn less_than_somebody_is_nobody_and_what_is_set_comes_back_to_the_last_digit() {
    let read = link::read("place=typical&stock.insured=1e-155&stock.sickness=0.5");
    let stock = |id| read.scenario.place.stock[group(id)];
    assert_eq!((stock("insured"), stock("sickness")), (0.0, 0.5));
    let link = "place=typical&room=0.346388674226&reserve=0.346388674226";
    let computed = Computed::of(link::read(link).scenario);
    let mut json = Vec::new();
    export::json(&computed, 12, &mut json).expect("memory takes it");
    let text = String::from_utf8(json).expect("text");
    let written: Vec<&str> = text.split(|sign| !matches!(sign, '0'..='9' | '.' | '-')).collect();
    // In what was set and in the resolved input, for each of both; in the reserve's resolved kroner it is another number.
    assert!(written.iter().filter(|number| **number == "0.346388674226").count() >= 4);
    assert!(!written.iter().any(|number| number.starts_with("0.34638867422") && *number != "0.346388674226"));
}
