//! The table of municipalities is made of the public tables' own files: small ones of their shapes, and what comes of them.

// Clippy's leave for tests does not reach helpers; nor does the tool use here all that it has.
#![allow(clippy::expect_used, clippy::panic, dead_code)]

// The tool of `script/municipalities`.
#[path = "../examples/municipalities/figures.rs"]
mod figures;
#[path = "../examples/municipalities/table.rs"]
mod table;

use table::{About, Files, make};

const ABOUT: &str = include_str!("../static/data/municipalities.toml");
const TABLE: &str = include_str!("../static/data/municipalities.csv");

/// Three rows of the product's table: large, small with withheld figures, and the country.
const SOME: [&str; 3] = ["000,", "101,", "825,"];

fn about() -> About {
    About::read(ABOUT).expect("the columns")
}

fn present() -> String {
    let rows = TABLE.lines().filter(|line| SOME.iter().any(|code| line.starts_with(code)));
    TABLE.lines().take(1).chain(rows).map(|line| format!("{line}\n")).collect()
}

/// As the interface of Statistics Denmark gives it: a byte-order mark, totals and parts, regions between.
fn population() -> String {
    let mut text = "\u{feff}OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD\r\n".to_owned();
    for (area, people) in [
        ("Hele landet", 6_025_603),
        ("Region Hovedstaden", 1_900_000),
        ("København", 671_714),
        ("Læsø", 1683),
    ] {
        text.push_str(&format!("{area};I alt;Alder i alt;I alt;2026K1;{people}\r\n"));
        text.push_str(&format!("{area};Mænd;Alder i alt;I alt;2026K1;{}\r\n", people / 2));
        text.push_str(&format!("{area};I alt;Alder i alt;I alt;2025K4;{}\r\n", people - 7));
    }
    text
}

/// As Jobindsats.dk gives it: a row for each month, blanks where a figure is withheld.
fn unemployed() -> String {
    let mut text = "Område;Periode;Ydelsesgruppe;Antal fuldtidspersoner\n".to_owned();
    let months = (7..=12).map(|month| (2025, month)).chain((1..=8).map(|month| (2026, month)));
    for (at, (year, month)) in months.enumerate() {
        // The first and the last month lie outside the year that the mean is of.
        let outside = at == 0 || at == 13;
        let swing = if at % 2 == 0 { 100.0 } else { -100.0 };
        for (area, mean) in [("Hele landet", 76_446.0), ("København", 13_789.0)] {
            let people = if outside { 1.0 } else { mean + swing };
            text.push_str(&format!("{area};{year}M{month:02};Dagpenge;{people}\n"));
            text.push_str(&format!("{area};{year}M{month:02};Kontanthjælp;77\n"));
        }
        let few = if at % 4 == 1 { String::new() } else { "31".into() };
        text.push_str(&format!("Læsø;{year}M{month:02};Dagpenge;{few}\n"));
    }
    text
}

fn cash() -> String {
    let kinds = ["Jobparat", "Aktivitetsparat", "Uddannelsesparat", "Åbenlys uddannelsesparat", "Uoplyst"];
    let areas = [
        ("Hele landet", ["16.408", "55.751", "9.000", "657", "1.765"]),
        ("København", ["1604", "5772", "619", "4", "196"]),
        ("Læsø", ["3", "4", "", "", ""]),
    ];
    let mut text = "\"Område\";\"Periode\";\"Visitationskategori\";\"Antal fuldtidspersoner\"\n".to_owned();
    for (area, figures) in areas {
        for (kind, figure) in kinds.iter().zip(figures) {
            text.push_str(&format!(
                "\"{area}\";\"2026M07\";\"{kind}\";\"{figure}\"\n{area};2026M06;{kind};5\n"
            ));
        }
    }
    text
}

fn files() -> Files {
    let files = [("FOLK1A", population()), ("y25i01", unemployed()), ("y60a02", cash())];
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

#[test]
fn files_of_the_public_tables_give_the_rows_of_the_product_s() {
    assert_eq!(make(&about(), &present(), &files()), Ok(present()));
}

#[test]
fn numbers_are_read_with_danish_signs_and_a_withheld_one_stays_blank() {
    let mut files = files();
    let text = files.get_mut("y60a02").expect("the file");
    *text = text.replace("\"1604\"", "\"1.604,4\"").replace("\"5772\"", "\"..\"");
    let made = make(&about(), &present(), &files).expect("a table");
    assert!(made.contains("101,København,671714,13789,1604,,619,4\n"), "{made}");
}

#[test]
fn a_mean_of_few_months_is_none() {
    let mut files = files();
    let text = files.get_mut("y25i01").expect("the file");
    *text =
        text.lines().filter(|line| !line.starts_with("Læsø;2026")).map(|line| format!("{line}\n")).collect();
    let made = make(&about(), &present(), &files).expect("a table");
    assert!(made.contains("825,Læsø,1683,,3,4,,\n"), "{made}");
}

#[test]
fn what_is_wrong_is_told_with_file_and_place() {
    let with = |name: &str, from: &str, to: &str| {
        let mut files = files();
        let text = files.get_mut(name).expect("the file");
        assert!(text.contains(from), "{from}");
        *text = text.replace(from, to);
        make(&about(), &present(), &files).expect_err("a refusal").join("\n")
    };
    assert!(with("FOLK1A", "Læsø;I alt", "Anholt;I alt").contains("FOLK1A: Læsø has no figure"));
    assert!(with("FOLK1A", "OMRÅDE", "PLADS").contains("FOLK1A: no row of headings"));
    assert!(with("y25i01", "Periode", "Hvornår").contains("y25i01: no column TID or Periode"));
    assert!(with("y25i01", "Dagpenge;31", "Dagpenge;mange").contains("mange is no number"));
    assert!(with("y60a02", "Uoplyst", "Jobparat").contains("y60a02: Hele landet: 2 figures for 1 periods"));
    assert!(with("y60a02", ";2026M06", ";2026M06;x").contains("has 5 fields, not 4"));
    let mut none = files();
    none.remove("y60a02");
    assert_eq!(make(&about(), &present(), &none), Err(vec!["y60a02: is missing".to_owned()]));
}

#[test]
fn a_request_for_each_table_asks_for_its_periods() {
    let requests = about().requests();
    let lines: Vec<Vec<&str>> = requests.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.len() == 3), "{lines:?}");
    assert!(
        lines[0][1].starts_with("https://api.statbank.dk/v1/data/FOLK1A/BULK")
            && lines[0][1].ends_with("Tid=2026K1")
    );
    assert_eq!(lines[1][2].matches('M').count(), 12);
    assert!(lines[1][2].contains("\"2025M08\"") && lines[1][2].contains("\"2026M07\""));
    assert_eq!(lines[2][2], r#"{"area":"*","period":["2026M07"]}"#);
}
