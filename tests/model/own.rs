//! A visitor's own numbers: files in the layouts of AUK01, with figures made up for these tests.

use proptest::prelude::*;
use raaderum::model::tables::{Basis, GROUP_COUNT, PLACES, group_by_id, place_by_id};
use raaderum::scenario::link;
use raaderum::scenario::own::{self, Column, Note, OwnPlace, Problem};
use raaderum::words::notice;
use raaderum::words::text::Language;

const LONG: &[u8] = include_bytes!("../files/long_da.csv");
const LONG_1252: &[u8] = include_bytes!("../files/long_da_1252.csv");
const ENGLISH: &[u8] = include_bytes!("../files/long_en.csv");
const CODES: &[u8] = include_bytes!("../files/codes.tsv");
const MATRIX: &[u8] = include_bytes!("../files/matrix_1252.csv");

fn silkeborg(bytes: &[u8]) -> OwnPlace {
    own::read(bytes, Some("Silkeborg"), None).unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn group(id: &str) -> usize {
    group_by_id(id).unwrap_or_else(|| panic!("no group {id}"))
}

fn stock(place: &OwnPlace, id: &str) -> f64 {
    place.place.stock[group(id)]
}

/// A file with one figure a row.
fn long(rows: &str) -> String {
    format!("OMRÅDE;YDELSESTYPE;TID;INDHOLD\n{rows}")
}

fn of(text: &str) -> Result<OwnPlace, Problem> {
    own::read(text.as_bytes(), None, None)
}

#[track_caller]
fn refused(text: &str, problem: Problem) {
    assert_eq!(of(text), Err(problem));
}

#[test]
fn both_encodings_and_both_layouts_give_the_same_place() {
    let place = silkeborg(LONG);
    assert_eq!((place.name.as_str(), place.quarter.as_str()), ("Silkeborg", "2024K4"));
    assert_eq!(stock(&place, "insured"), 1000.0);
    assert_eq!(stock(&place, "job_ready"), 149.0);
    assert_eq!(stock(&place, "sickness"), 1290.0);
    assert_eq!(stock(&place, "resource_course"), 130.0);
    assert_eq!(place.place.population, PLACES[place_by_id("silkeborg").unwrap()].population);
    assert_eq!(silkeborg(LONG_1252), place);
    assert_eq!(silkeborg(MATRIX), place);
    let taastrup = own::read(MATRIX, Some("Høje-Taastrup"), None).unwrap();
    assert_eq!(own::read(LONG_1252, Some("høje taastrup"), None).unwrap(), taastrup);
    assert_eq!(stock(&taastrup, "sickness"), 774.0);
}

#[test]
fn what_the_table_does_not_split_is_split_as_in_the_municipality_and_marked() {
    let place = silkeborg(LONG);
    let here = &PLACES[place_by_id("silkeborg").unwrap()].stock;
    let (activity, education) = (group("activity_ready"), group("education_help"));
    let expected = 1100.0 * here[activity] / (here[activity] + here[education]);
    assert_eq!(stock(&place, "activity_ready"), expected.round());
    assert_eq!(stock(&place, "activity_ready") + stock(&place, "education_help"), 1100.0);
    assert_eq!(place.basis[activity], Some(Basis::Derived));
    assert_eq!(place.basis[group("sickness")], Some(Basis::Published));
    let groups = vec![activity, education];
    let split = Note::Split { benefit: "Kontanthjælp".into(), groups: groups.clone(), as_here: true };
    assert!(place.notes.contains(&split), "{:?}", place.notes);
    let nowhere =
        of(&long("X;Nettoledige kontanthjælpsmodtagere;2024K4;9\nX;Kontanthjælp;2024K4;1000\n")).unwrap();
    let country = &PLACES[place_by_id("country").unwrap()].stock;
    let expected = 1000.0 * country[activity] / (country[activity] + country[education]);
    assert_eq!(stock(&nowhere, "activity_ready"), expected.round());
    let split = Note::Split { benefit: "Kontanthjælp".into(), groups, as_here: false };
    assert!(nowhere.notes.contains(&split), "{:?}", nowhere.notes);
}

#[test]
fn a_benefit_of_its_own_takes_a_group_out_of_the_split() {
    let place = of(&long("X;Kontanthjælp;2024K4;900\nX;Uddannelseshjælp;2024K4;400\n")).unwrap();
    assert_eq!(stock(&place, "education_help"), 400.0);
    assert_eq!(stock(&place, "job_ready") + stock(&place, "activity_ready"), 900.0);
    assert!(stock(&place, "job_ready") > 100.0);
    assert_eq!(place.basis[group("insured")], None);
    assert!(place.notes.contains(&Note::Absent(group("insured"))));
}

#[test]
fn sums_and_parts_are_never_added() {
    let only = "X;Sygedagpenge mv.;2024K4;500\n";
    let sums = "X;I alt;2024K4;9000\nX;TOTUSU;2024K4;8000\nX;Nettoledige i alt;2024K4;700\n";
    assert_eq!(of(&long(only)).unwrap().place.total_stock(), 500.0);
    assert_eq!(of(&long(&format!("{only}{sums}"))).unwrap().place.total_stock(), 500.0);
    let by_sex =
        "YDELSESTYPE;KØN;TID;INDHOLD\nSY;I alt;2024K4;500\nSY;Mænd;2024K4;200\nSY;Kvinder;2024K4;300";
    assert_eq!(of(by_sex).unwrap().place.total_stock(), 500.0);
    refused(&by_sex.replace("SY;I alt;2024K4;500\n", ""), Problem::NoTotal { column: Column::Sex });
}

#[test]
fn english_labels_and_codes_are_known() {
    let place = silkeborg(ENGLISH);
    assert_eq!((stock(&place, "insured"), place.quarter.as_str()), (1000.0, "2024Q4"));
    assert_eq!((stock(&place, "job_ready"), stock(&place, "sickness")), (149.0, 1290.0));
    let country = own::read(ENGLISH, Some("All Denmark"), None).unwrap();
    assert!(country.place.country);
    let codes = own::read(CODES, None, None).unwrap();
    assert_eq!((codes.name.as_str(), stock(&codes, "sickness")), ("740", 1290.0));
    assert_eq!(codes.place.population, place.place.population);
    assert_eq!(own::read(CODES, Some("Silkeborg"), None), Ok(codes));
    let both = "740 Silkeborg;SY Sygedagpenge mv.;2024K4;7\n";
    assert_eq!(stock(&own::read(long(both).as_bytes(), Some("silkeborg"), None).unwrap(), "sickness"), 7.0);
}

#[test]
fn the_newest_quarter_with_figures_is_taken_unless_another_is_asked_for() {
    assert_eq!(silkeborg(MATRIX).quarter, "2024K4");
    let earlier = own::read(MATRIX, Some("Silkeborg"), Some("2024Q3")).unwrap();
    assert_eq!((earlier.quarter.as_str(), stock(&earlier, "insured")), ("2024K3", 970.0));
    let asked = own::read(MATRIX, Some("Silkeborg"), Some("2025K1"));
    let quarters = vec!["2024K4".to_owned(), "2024K3".to_owned()];
    assert_eq!(asked, Err(Problem::NoSuchQuarter { wanted: "2025K1".into(), quarters }));
}

#[test]
fn several_places_are_listed() {
    let places: Vec<String> = ["Hele landet", "Silkeborg", "Høje-Taastrup"].map(str::to_owned).to_vec();
    assert_eq!(own::places(LONG), Ok(places.clone()));
    assert_eq!(own::read(LONG, None, None), Err(Problem::WhichPlace { places: places.clone() }));
    let wanted = "Skagen".to_owned();
    assert_eq!(own::read(LONG, Some("Skagen"), None), Err(Problem::NoSuchPlace { wanted, places }));
}

#[test]
fn nobody_s_municipality_is_no_place() {
    let place = of(&long("997;SY;2024K4;5\n851;SY;2024K4;9\n")).unwrap();
    assert_eq!((place.name.as_str(), stock(&place, "sickness")), ("851", 9.0));
    assert_eq!(place.known, place_by_id("aalborg"));
}

#[test]
fn an_unknown_population_is_estimated_and_said_so() {
    let place = of(&long("Nordby;SY;2024K4;767\n")).unwrap();
    assert_eq!(place.place.population, 60_300.0);
    assert!(place.notes.contains(&Note::PopulationEstimated(60_300.0)));
    assert_eq!(place.scenario().name.map(|name| name.text().to_owned()), Some("Nordby".into()));
    let nowhere = of("YDELSESTYPE;TID;INDHOLD\nSY;2024K4;76700\n").unwrap();
    assert!(nowhere.place.country && nowhere.notes.contains(&Note::NoArea));
    assert!(!of("YDELSESTYPE;TID;INDHOLD\nSY;2024K4;767\n").unwrap().place.country);
}

#[test]
fn missing_and_unknown_figures_are_told() {
    let place = of(&long("X;SY;2024K4;5\nX;RES;2024K4;..\nX;Borgerløn;2024K4;3\nX;DP;2024K4;-\n")).unwrap();
    assert_eq!(place.basis[group("resource_course")], None);
    assert!(place.notes.contains(&Note::Missing("RES".into())));
    assert!(place.notes.contains(&Note::NotCounted(vec!["Borgerløn".into()])));
    assert_eq!((place.basis[group("insured")], stock(&place, "insured")), (Some(Basis::Published), 0.0));
}

#[test]
fn bad_files_are_refused_with_row_and_reason() {
    let number = |found: &str| Problem::NotANumber { row: 2, column: "INDHOLD".into(), found: found.into() };
    for found in ["abc", "1.290", "1,5", "-5", "1e9", "NaN", "12345678901"] {
        refused(&long(&format!("X;SY;2024K4;{found}\n")), number(found));
    }
    refused(&long("X;SY;4K2024;5\n"), Problem::NotAQuarter { row: 2, found: "4K2024".into() });
    refused(&long("X;SY;2024K4;5\n\nX;SY;2024K4\n"), Problem::Fields { row: 4, found: 3, expected: 4 });
    refused(&long("X;SY;2024K4;5\nX;SY;2024K4;6\n"), Problem::Twice { row: 3, earlier: 2 });
    refused(&long("X;\"SY;2024K4;5\n"), Problem::OpenQuote { row: 2 });
    refused(&long(";SY;2024K4;5\n"), Problem::NoName { row: 2, column: Column::Area });
    refused(&long(""), Problem::Empty);
    refused("", Problem::Empty);
    refused("hej\nmed\ndig\n", Problem::NoHeadings);
    refused("OMRÅDE;YDELSESTYPE;INDHOLD\nX;SY;2012\n", Problem::NoColumn { row: 1, column: Column::Time });
    let heads = "TYPE;YDELSESTYPE;TID;INDHOLD\nDEL;SY;2024K4;5\n";
    refused(heads, Problem::UnknownColumn { row: 1, heading: "TYPE".into() });
    refused(&long("X;Efterløn;2024K4;5\n"), Problem::NothingKnown { benefits: vec!["Efterløn".into()] });
    assert_eq!(own::read(b"PK\x03\x04\x00", None, None), Err(Problem::NotText));
    let matrix = "\"Titel\"\n;;2024K3;2024K4\nX;SY;5;x\n";
    let found = Problem::NotANumber { row: 3, column: "2024K4".into(), found: "x".into() };
    refused(matrix, found);
}

#[test]
fn a_label_with_a_comma_between_commas_is_told() {
    let rows = "OMRÅDE,YDELSESTYPE,ALDER,TID,INDHOLD\nX,SY,Age, total,2024Q4,5\n";
    refused(rows, Problem::Fields { row: 2, found: 6, expected: 5 });
    assert_eq!(of(&rows.replace("Age, total", "\"Age, total\"")).unwrap().place.total_stock(), 5.0);
}

#[test]
fn titles_above_the_headings_are_skipped() {
    let title = "Offentligt forsørgede efter område, ydelsestype, køn, alder og tid\n\"";
    assert_eq!(of(&format!("{title}\n{}", long("X;SY;2024K4;5\n"))).unwrap().place.total_stock(), 5.0);
}

#[test]
fn a_file_of_any_size_is_answered() {
    let large = vec![b';'; own::LARGEST + 1];
    assert_eq!(own::read(&large, None, None), Err(Problem::TooLarge { most: 32 }));
    let wide = format!("{}2024K4\n{}", ";".repeat(900), ";".repeat(900));
    assert!(matches!(of(&wide), Err(Problem::UnknownColumn { .. })), "{:?}", of(&wide));
    refused(&long(&format!("{};SY;2024K4;5\n", "x".repeat(400))), Problem::TooMany { row: 2 });
    let names: String = (0..3000).map(|i| format!("A{i};SY;2024K4;5\n")).collect();
    refused(&long(&names), Problem::TooMany { row: 2002 });
}

#[test]
fn an_own_place_runs_and_comes_back_from_a_link() {
    let scenario = silkeborg(LONG).scenario();
    let stock = scenario.simulate().baseline.months[0].stock();
    assert!((stock / scenario.place.total_stock() - 1.0).abs() < 1e-12, "{stock}");
    let read = link::read(&link::write(&scenario));
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    assert_eq!(read.scenario.place, scenario.place);
}

#[test]
fn every_note_and_problem_has_a_sentence_without_gaps() {
    let place =
        of(&long("X;SY;2024K4;5\nX;RES;2024K4;..\nX;Løn;2024K4;3\nX;Kontanthjælp;2024K4;9\n")).unwrap();
    let problems = [
        Problem::NoName { row: 2, column: Column::Benefit },
        Problem::NoColumn { row: 1, column: Column::Time },
        Problem::Fields { row: 2, found: 6, expected: 5 },
        Problem::NotANumber { row: 3, column: "2024K4".into(), found: "x".into() },
        Problem::WhichPlace { places: (0..30).map(|i| format!("By {i}")).collect() },
        Problem::NoSuchQuarter { wanted: "2030K1".into(), quarters: vec!["2024K4".into()] },
    ];
    for language in Language::all() {
        let notes = place.notes.iter().map(|note| notice::own_note(language, note));
        for text in notes.chain(problems.iter().map(|problem| notice::own_problem(language, problem))) {
            assert!(text.len() > 10 && !text.contains('{'), "{text}");
        }
    }
    let told = notice::own_problem(Language::default(), &problems[3]);
    assert!(told.starts_with("Række 3, kolonne 2024K4: „x“"), "{told}");
    let many = notice::own_problem(Language::default(), &problems[4]);
    assert!(many.ends_with("By 19 og 10 til."), "{many}");
}

fn sound(read: Result<OwnPlace, Problem>) {
    match read {
        Ok(own) => {
            assert!(own.place.stock.iter().all(|persons| persons.is_finite() && *persons >= 0.0));
            assert!((1000.0..1e7).contains(&own.place.population));
            let shipped = own.known.map(|place| PLACES[place].stock).unwrap_or_default();
            assert!((0..GROUP_COUNT).all(|g| own.basis[g].is_some() || own.place.stock[g] == shipped[g]));
        }
        Err(problem) => {
            assert!(!notice::own_problem(Language::default(), &problem).is_empty(), "{problem:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        sound(own::read(&bytes, None, None));
    }

    #[test]
    fn any_table_is_answered(cells in prop::collection::vec("(OMRÅDE|YDELSESTYPE|KØN|ALDER|TID|INDHOLD|SY|I alt|2024K4|[0-9]{1,4}|;|;|;|\n|\"|,|\t|\\.\\.|-| ){1}", 0..80)) {
        sound(own::read(cells.concat().as_bytes(), None, None));
    }

    #[test]
    fn a_valid_file_with_anything_wrong_is_answered(
        which in 0..5usize,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6),
    ) {
        let mut bytes = [LONG, LONG_1252, ENGLISH, CODES, MATRIX][which].to_vec();
        bytes.truncate(4000);
        for (at, byte, how) in edits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        sound(own::read(&bytes, Some("Silkeborg"), None));
        sound(own::read(&bytes, None, None));
    }

    #[test]
    fn figures_come_back_as_they_went_in(persons in 0..200_000u32, quarter in 1..5u8) {
        let place = of(&long(&format!("X;SY;2024K{quarter};{persons}\n"))).unwrap();
        prop_assert_eq!(place.place.total_stock(), f64::from(persons));
    }
}

/// The shape of the interface's BULK download: a byte-order mark, every area of the country, a comma within a label.
fn bulk(areas: &[&str], rows: &[(&str, u32)], quarter: &str) -> Vec<u8> {
    let mut text = "\u{feff}OMRÅDE;YDELSESTYPE;KØN;ALDER;TID;INDHOLD\r\n".to_owned();
    for area in areas {
        for (benefit, persons) in rows {
            text.push_str(&format!("{area};{benefit};Total;Age, total;{quarter};{persons}\r\n"));
        }
    }
    text.into_bytes()
}

/// The 117 areas of the table, as the English download names them.
fn areas() -> Vec<&'static str> {
    let above = [
        "All Denmark",
        "Region Hovedstaden",
        "Province Byen København",
        "Province Københavns omegn",
        "Province Nordsjælland",
        "Province Bornholm",
        "Region Sjælland",
        "Province Østsjælland",
        "Province Vest- og Sydsjælland",
        "Region Syddanmark",
        "Province Fyn",
        "Province Sydjylland",
        "Region Midtjylland",
        "Province Østjylland",
        "Province Vestjylland",
        "Region Nordjylland",
        "Province Nordjylland",
    ];
    let municipalities = PLACES.iter().filter(|spec| spec.code.is_some());
    let english = municipalities.map(|spec| if spec.code == Some(101) { "Copenhagen" } else { spec.name });
    above.into_iter().chain(english).chain(["Not stated municipality", "Abroad"]).collect()
}

#[test]
fn of_all_areas_the_country_and_its_municipalities_are_places() {
    let file = bulk(&areas(), &[("Sickness benefits etc.", 100)], "2025Q4");
    assert_eq!(areas().len(), 117);
    let places = own::places(&file).unwrap();
    assert_eq!(places.len(), 99);
    for name in &places {
        let own = own::read(&file, Some(name), None).unwrap();
        let spec = &PLACES[own.known.unwrap_or_else(|| panic!("{name}"))];
        assert_eq!(own.place.population, spec.population, "{name}");
        assert!(!own.notes.iter().any(|note| matches!(note, Note::PopulationEstimated(_))), "{name}");
    }
    for name in ["Region Midtjylland", "Province Fyn", "Abroad", "Not stated municipality", "082"] {
        assert!(matches!(own::read(&file, Some(name), None), Err(Problem::NoSuchPlace { .. })), "{name}");
    }
}

#[test]
fn every_official_code_names_its_municipality() {
    for (index, spec) in PLACES.iter().enumerate().filter(|(_, spec)| spec.code.is_some()) {
        let code = spec.code.unwrap().to_string();
        let file = bulk(&areas(), &[("Sickness benefits etc.", 100)], "2025Q4");
        for asked in [&code, spec.name, spec.id, &format!("{} Kommune", spec.name)] {
            assert_eq!(own::read(&file, Some(asked), None).map(|own| own.known), Ok(Some(index)), "{asked}");
        }
        let by_code = of(&long(&format!("{code};SY;2024K4;9\n"))).unwrap();
        assert_eq!((by_code.known, by_code.place.population), (Some(index), spec.population), "{code}");
    }
}

#[test]
fn what_a_shipped_municipality_has_and_the_file_does_not_stays_and_is_told() {
    let file = bulk(&areas(), &[("Sickness benefits etc.", 9000)], "2025Q4");
    let (own, spec) = (own::read(&file, Some("101"), None).unwrap(), &PLACES[place_by_id("101").unwrap()]);
    assert_eq!((own.place.cash, own.place.room), (Some(27_612.0), 7.0));
    assert_eq!(own.place.today, spec.caseload);
    let sickness = group("sickness");
    for other in (0..GROUP_COUNT).filter(|other| *other != sickness) {
        assert_eq!(own.place.stock[other], spec.stock[other]);
    }
    assert_eq!(own.place.stock[sickness], 9000.0);
    let kept: Vec<usize> = (0..GROUP_COUNT).filter(|other| *other != sickness).collect();
    let place = own.known.unwrap();
    assert!(
        own.notes.contains(&Note::Kept { place, groups: kept })
            && own.notes.contains(&Note::KeptPlace(place))
    );
    assert_eq!(link::write(&own.scenario()), "v=2&place=koebenhavn&stock.sickness=9000");
    for language in Language::all() {
        let told: Vec<String> = own.notes.iter().map(|note| notice::own_note(language, note)).collect();
        assert!(
            told.iter().filter(|line| line.contains(language.place_name(place))).count() == 2,
            "{told:?}"
        );
    }
}

#[test]
fn since_july_2025_those_ready_for_education_are_in_cash_benefit() {
    let rows = [("Kontanthjælp", 1000), ("Uddannelseshjælp", 0)];
    let here = &PLACES[place_by_id("silkeborg").unwrap()].stock;
    let groups = ["job_ready", "activity_ready", "education_help"];
    let all: f64 = groups.iter().map(|id| here[group(id)]).sum();
    let after = own::read(&bulk(&["Silkeborg"], &rows, "2025K3"), None, None).unwrap();
    for id in groups {
        assert!((stock(&after, id) - 1000.0 * here[group(id)] / all).abs() <= 1.0, "{id}");
        assert_eq!(after.basis[group(id)], Some(Basis::Derived), "{id}");
    }
    assert_eq!(groups.iter().map(|id| stock(&after, id)).sum::<f64>(), 1000.0);
    let before = own::read(&bulk(&["Silkeborg"], &rows, "2025K2"), None, None).unwrap();
    assert_eq!(stock(&before, "education_help"), 0.0, "then a row of nobody meant nobody");
}
