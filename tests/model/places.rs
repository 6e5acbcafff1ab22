//! The municipalities: each as its table has it, all together as the country, found by three letters, called by a name.

use std::collections::BTreeMap;

use proptest::prelude::*;
use raaderum::model::tables::{Basis, GROUP_COUNT, PLACE_COUNT, PLACES, place_by_id};
use raaderum::scenario::link::{self, Reason};
use raaderum::scenario::name::Name;
use raaderum::scenario::{file, places};
use raaderum::words::text::Language;

use super::common::{group, place, set};

const TABLE: &str = include_str!("../../static/data/municipalities.csv");
const GROUPS: [&str; 4] = ["insured", "job_ready", "activity_ready", "education_help"];

/// Name, code and figures of a row, blanks as `None`: population, then the people of each group of [`GROUPS`].
type Row = (&'static str, &'static str, f64, [Option<f64>; 4]);

fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let fields: Vec<&str> = line.split(',').collect();
        let number = |at: usize| fields[at].parse::<f64>().ok();
        // Those obviously ready for education are counted with the others where the source tells of them.
        let education = number(6).map(|ready| ready + number(7).unwrap_or(0.0));
        (fields[1], fields[0], number(2).expect("a population"), [number(3), number(4), number(5), education])
    };
    TABLE.lines().skip(1).map(row).collect()
}

#[test]
fn every_municipality_is_as_in_the_table_and_blanks_are_the_country_s_by_population() {
    let rows = rows();
    let (country, municipalities) = rows.split_first().expect("the country's row");
    let national = &PLACES[place_by_id("country").expect("the country")];
    assert_eq!((country.1, country.2), ("000", national.population));
    assert_eq!((municipalities.len(), PLACES.len(), PLACE_COUNT), (98, 100, 100));
    for (name, code, population, figures) in municipalities {
        let spec = &PLACES[place_by_id(code).unwrap_or_else(|| panic!("{code}"))];
        assert_eq!((spec.name, spec.population, spec.year), (*name, *population, 2026));
        for (figure, id) in figures.iter().zip(GROUPS) {
            let (stock, basis) = (spec.stock[group(id)], spec.stock_basis[group(id)]);
            let share = (national.stock[group(id)] * population / national.population).round();
            assert_eq!(stock, figure.unwrap_or(share), "{name}, {id}");
            assert_eq!(basis == Basis::Scaled, figure.is_none(), "{name}, {id}");
        }
        for id in ["sickness", "resource_course"] {
            assert_eq!(spec.stock_basis[group(id)], Basis::Scaled, "{name}, {id}");
        }
    }
}

#[test]
fn a_withheld_part_is_marked_and_every_figure_that_is_none_of_ours_has_a_source() {
    let (mut partly, education) = (0, group("education_help"));
    for (line, row) in TABLE.lines().skip(2).zip(&rows()[1..]) {
        let index = place_by_id(row.1).expect("a municipality");
        let (spec, whole) = (&PLACES[index], !line.ends_with(','));
        if spec.stock_basis[education] != Basis::Scaled {
            assert_eq!(spec.stock_basis[education] == Basis::Derived, whole, "{}", spec.name);
            partly += usize::from(!whole);
        }
        for language in Language::all() {
            for id in GROUPS {
                assert!(!language.stock_source(index, group(id)).is_empty(), "{}, {id}", spec.name);
            }
            assert!(!language.place_name(index).is_empty() && !language.place_source(index).is_empty());
        }
    }
    assert!(partly > 10, "{partly}");
}

#[test]
fn the_municipalities_are_the_country_within_what_is_withheld() {
    let municipalities = || PLACES.iter().filter(|spec| spec.code.is_some());
    let people: f64 = municipalities().map(|spec| spec.population).sum();
    // Christiansø, 92 people, is no municipality.
    assert_eq!(people, 6_025_603.0 - 92.0);
    // The sums of what is published, and the country's own figures, each rounded by themselves.
    let published = [76_391.0, 16_408.0, 55_756.0, 9_002.0 + 623.0];
    let national = [76_446.0, 16_408.0, 55_751.0, 9_000.0 + 657.0];
    for ((id, published), national) in GROUPS.into_iter().zip(published).zip(national) {
        let group = group(id);
        let known = municipalities().filter(|spec| spec.stock_basis[group] != Basis::Scaled);
        assert_eq!(known.map(|spec| spec.stock[group]).sum::<f64>(), published, "{id}");
        assert_eq!(PLACES[place_by_id("country").expect("it")].stock[group], national, "{id}");
        let all: f64 = municipalities().map(|spec| spec.stock[group]).sum();
        assert!((all / national - 1.0).abs() < 0.005, "{id}: {all} of {national}");
    }
}

#[test]
fn copenhagen_has_the_people_it_has() {
    let scenario = place("koebenhavn");
    let stock = |id: &str| scenario.place.stock[group(id)];
    let found = GROUPS.map(stock);
    assert_eq!(found, [13_789.0, 1_604.0, 5_772.0, 623.0]);
    assert_eq!((scenario.place.cash, scenario.place.room), (Some(27_612.0), 7.0));
    assert_eq!(scenario.place.today[group("activity_ready")], Some(100.0));
    assert_eq!(
        Language::by_code("en").map(|english| english.place_name(scenario.place_index())),
        Some("Copenhagen")
    );
}

#[test]
fn earlier_ids_and_codes_are_read_and_the_id_is_written() {
    for id in ["koebenhavn", "copenhagen", "101"] {
        let read = link::read(&format!("v=1&place={id}&caseload.insured=60"));
        assert!(read.problems.is_empty(), "{id}: {:?}", read.problems);
        assert_eq!(link::write(&read.scenario), "v=2&place=koebenhavn&caseload.insured=60");
        let text = format!(r#"{{ "version": 1, "place": "{id}", "set": {{ "caseload.insured": 60 }} }}"#);
        assert_eq!(file::read(text.as_bytes()), Ok(read.scenario), "{id}");
    }
    for id in ["silkeborg", "hjoerring", "hoeje_taastrup", "typical", "country"] {
        assert_eq!(place_by_id(id).map(|index| PLACES[index].id), Some(id));
    }
    for id in ["", "1", "0101", "999", "København", "region_hovedstaden", "+101"] {
        assert_eq!(place_by_id(id), None, "{id}");
    }
}

#[test]
fn ids_are_written_in_ascii_and_places_stand_in_danish_order() {
    let mut ids = BTreeMap::new();
    for spec in PLACES.iter() {
        assert!(spec.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{}", spec.id);
        assert_eq!(ids.insert(spec.id, spec.code), None, "{}", spec.id);
    }
    let names: Vec<&str> = PLACES.iter().map(|spec| spec.name).collect();
    assert_eq!(names[..3], ["", "", "Albertslund"]);
    assert_eq!(names[95..], ["Vordingborg", "Ærø", "Aabenraa", "Aalborg", "Aarhus"]);
    let at = |name: &str| names.iter().position(|known| *known == name);
    assert!(at("Hvidovre") < at("Høje-Taastrup") && at("Lyngby-Taarbæk") < at("Læsø"));
}

#[test]
fn three_letters_find_every_municipality_however_they_are_typed() {
    for (index, spec) in PLACES.iter().enumerate().filter(|(_, spec)| spec.code.is_some()) {
        let letters = |name: &str| name.chars().take(3).collect::<String>();
        let plain = spec.name.replace('ø', "o").replace('Ø', "O").replace('æ', "ae").replace(['å', 'Å'], "a");
        for typed in
            [letters(spec.name), letters(&spec.name.to_uppercase()), letters(spec.id), letters(&plain)]
        {
            assert!(places::search(&typed).contains(&index), "{typed} for {}", spec.name);
        }
        for typed in [spec.name, spec.id, &plain, &spec.code.expect("a code").to_string()] {
            assert_eq!(places::search(typed).first(), Some(&index), "{typed} for {}", spec.name);
        }
    }
}

#[test]
fn a_beginning_comes_before_a_later_word_and_that_before_the_inside() {
    let names =
        |text: &str| places::search(text).into_iter().map(|index| PLACES[index].name).collect::<Vec<_>>();
    assert_eq!(names("skive"), ["Skive"]);
    assert_eq!(names("aal")[..3], ["Aalborg", "Albertslund", "Allerød"]);
    assert_eq!(names("taarb")[0], "Lyngby-Taarbæk");
    assert_eq!(names("fyn"), ["Faaborg-Midtfyn", "Nordfyns"]);
    assert_eq!(names("copenh"), ["København"]);
    assert_eq!(names("midt"), ["Faaborg-Midtfyn"]);
    assert_eq!(names("xyz"), [""; 0]);
    assert_eq!(places::search(" ").len(), PLACES.len());
    let language = Language::default();
    let called = |text: &str| places::search_by(text, |index| language.place_name(index));
    assert_eq!(called("hele l"), [place_by_id("country").expect("it")]);
    assert_eq!(called("typisk"), [place_by_id("typical").expect("it")]);
}

#[test]
fn a_place_that_is_not_known_is_answered_with_those_nearest() {
    let read = link::read("place=arhus");
    let [problem] = &read.problems[..] else { panic!("{:?}", read.problems) };
    let told = raaderum::words::notice::problem(Language::default(), problem);
    assert!(told.contains("et af aarhus, ") && told.ends_with("…, udeladt") && told.len() < 600, "{told}");
}

#[test]
fn a_group_of_a_handful_is_told_and_a_large_one_is_not() {
    let few = |id: &str| (0..GROUP_COUNT).filter(|&group| place(id).has_few(group)).count();
    assert_eq!((few("koebenhavn"), few("country"), few("typical")), (0, 0, 0));
    assert!(place("laesoe").has_few(group("job_ready")) && !place("laesoe").has_few(group("insured")));
    let mut scenario = place("typical");
    for (people, expected) in [("0", false), ("1", true), ("19", true), ("20", false)] {
        set(&mut scenario, "stock.insured", people);
        assert_eq!(scenario.has_few(group("insured")), expected, "{people}");
    }
}

#[test]
fn a_name_is_told_when_it_cannot_be_one() {
    let long = "x".repeat(61);
    for text in ["", "%20", "a%0Ab", "%E2%80%AEab", &long] {
        let read = link::read(&format!("v=1&place=silkeborg&name={text}"));
        assert_eq!(
            read.problems.iter().map(|problem| &problem.reason).collect::<Vec<_>>(),
            [&Reason::NotAName]
        );
        assert_eq!(read.scenario, place("silkeborg"), "{text}");
    }
    assert!(file::read(br#"{ "version": 1, "name": 7 }"#).is_err());
    assert_eq!(Name::of("a\nb\u{202e}c").map(|name| name.text().to_owned()), Some("abc".into()));
}

proptest! {
    #[test]
    fn a_name_of_any_letters_comes_back_from_link_and_file(text in "\\PC{1,60}") {
        let Some(name) = Name::read(&text) else { return Ok(()) };
        let mut scenario = place("silkeborg");
        scenario.name = Some(name.clone());
        let link = link::write(&scenario);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>#".contains(&byte)));
        prop_assert_eq!(&link::read(&link).scenario, &scenario);
        prop_assert_eq!(file::read(file::write(&scenario).as_bytes()), Ok(scenario));
        prop_assert_eq!(Name::of(name.text()), Some(name));
    }

    #[test]
    fn any_text_may_be_looked_for(text in "\\PC{0,12}") {
        let found = places::search(&text);
        prop_assert!(found.iter().all(|index| *index < PLACES.len()));
    }
}
