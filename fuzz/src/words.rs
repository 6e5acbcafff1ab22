//! What the texts of each target are made of: a mutation that puts one in gets further than one that turns a letter.

use raaderum::model::tables::{CASES, PACKAGES, PLACES};
use raaderum::present::figure::Figure;
use raaderum::present::part::Part;
use raaderum::scenario::keys::{Expected, Key};
use raaderum::scenario::link::PAGE_KEYS;

/// Numbers at which readers of numbers stumble.
const NUMBERS: [&str; 14] = [
    "0",
    "-0",
    "1",
    "0.1",
    "1e9",
    "-1e-9",
    "1e999",
    "NaN",
    "inf",
    "0x10",
    "65536",
    "99999999999999999999",
    "1,5",
    "٣",
];
const SIGNS: [&str; 12] = ["&", "=", "#", "%", "%00", "%F0%9F", "\u{feff}", "æ", "\u{202e}", "{", "}", "\""];

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn ids() -> impl Iterator<Item = String> {
    let places = PLACES.iter().map(|place| place.id);
    let cases = CASES.iter().map(|case| case.id);
    let packages = PACKAGES.iter().map(|package| package.id);
    places.chain(cases).chain(packages).map(str::to_owned)
}

fn values(key: Key) -> Vec<String> {
    match key.expected() {
        Expected::OneOf(words) => owned(&words),
        Expected::Number { min, max, word, .. } => {
            [min, max].map(|end| end.to_string()).into_iter().chain(word.map(str::to_owned)).collect()
        }
    }
}

/// Of links: every key at every end.
pub fn of_links() -> Vec<String> {
    let settings = Key::all().flat_map(|key| {
        let name = key.name();
        values(key).into_iter().map(move |value| ["&", &name, "=", &value].concat())
    });
    let pages = PAGE_KEYS.iter().map(|key| ["&", key, "="].concat());
    let starts = ids().flat_map(|id| ["&place=", "&case=", "&package="].map(|key| [key, &id].concat()));
    let shows = [
        "&view=embed",
        "&show=headline.net",
        "&lock=1",
        "&levers=rule,inflow",
        "&v=1",
        "&v=2",
        "&sum=0a1b2c3d4e",
    ];
    settings
        .chain(pages)
        .chain(starts)
        .chain(owned(&shows))
        .chain(owned(&NUMBERS))
        .chain(owned(&SIGNS))
        .collect()
}

/// Of scenario files.
pub fn of_files() -> Vec<String> {
    let members = ["version", "place", "case", "package", "set", "note"].map(|name| format!("\"{name}\":"));
    let settings = Key::all().flat_map(|key| {
        let name = key.name();
        values(key).into_iter().map(move |value| match value.parse::<f64>() {
            Ok(_) => format!("\"{name}\":{value},"),
            Err(_) => format!("\"{name}\":\"{value}\","),
        })
    });
    let ids = ids().map(|id| format!("\"{id}\""));
    let json = ["null", "true", "[[[[", "{}", ",", "\\u0000", "\\ud800", "1E400", "\"version\":1,"];
    members.into_iter().chain(settings).chain(ids).chain(owned(&json)).chain(owned(&NUMBERS)).collect()
}

/// Of the table of Statistics Denmark.
pub fn of_places() -> Vec<String> {
    let words = [
        "OMRÅDE",
        "YDELSESTYPE",
        "KØN",
        "ALDER",
        "TID",
        "INDHOLD",
        "Silkeborg",
        "Hele landet",
        "I alt",
        "Alder i alt",
        "Mænd",
        "Sygedagpenge mv.",
        "TOT",
        "740",
        "SY",
        "2024K4",
        "2024Q4",
        "1899K1",
        "2024K5",
        ";",
        "\t",
        ",",
        "\n",
        "\r\n",
        "\"",
        "..",
        "-",
        "1.290",
        "1 290",
        "-5",
        "999999999999",
    ];
    owned(&words)
}

/// Of codes, beginning with those of the first base.
pub fn of_codes() -> Vec<String> {
    owned(&["32TN", "1C56", "32TN-1C56-0", "-", "–", "O", "I", "U", "0000", "ZZZZ"])
}

/// Of what a browser keeps.
pub fn of_stored() -> Vec<String> {
    let own = [
        "1\n",
        "2\n",
        "\n",
        "\t",
        "v=1",
        ">",
        "&team-levers=main",
        "&team-hide=1",
        "32TN-1C56-0",
        "{\"version\":1,",
    ];
    owned(&own).into_iter().chain(of_links()).collect()
}

/// Of messages to a frame.
pub fn of_frames() -> Vec<String> {
    let words = [
        "[iFrameSizer]",
        "pymxPYMx",
        "xPYMx",
        "width",
        "height",
        ":",
        "true",
        "false",
        "resize",
        "reset",
        "move",
        "childId=",
        "?",
        "&",
        "\n",
        "\u{2028}",
        "<script>",
        "\"",
        "\\",
    ];
    owned(&words)
}

/// Of messages between two windows.
pub fn of_shows() -> Vec<String> {
    let members = [
        "from", "version", "key", "kind", "show", "run", "at", "blank", "turn", "before", "since", "guesses",
        "name", "value",
    ];
    let members = members.map(|name| format!("\"{name}\":"));
    let values = [
        "\"raaderum-present\"",
        "\"hello\"",
        "\"now\"",
        "null",
        "4294967295",
        "18446744073709551615",
        "-1e308",
    ];
    members.into_iter().chain(owned(&values)).chain(of_runs()).collect()
}

/// Of runs.
pub fn of_runs() -> Vec<String> {
    let members = [
        "title", "about", "steps", "question", "intro", "scenario", "show", "reveal", "after", "notes",
        "guess", "minutes", "figure", "from", "to",
    ];
    let members = members.map(|name| format!("\"{name}\":"));
    let parts = Part::all().map(|part| format!("\"{}\",", part.name()));
    let figures = Figure::ALL.iter().map(|(_, name)| format!("\"{name}\""));
    let json = [
        "\"version\":1,",
        "\"v=1&place=silkeborg&caseload.insured=60\"",
        "[]",
        "{}",
        "null",
        "\\n",
        "\\u0007",
    ];
    members.into_iter().chain(parts).chain(figures).chain(owned(&json)).chain(owned(&NUMBERS)).collect()
}
