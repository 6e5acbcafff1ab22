//! The command line, as a person or a script uses it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

#[path = "command/draws.rs"]
mod draws;
#[path = "command/questions.rs"]
mod questions;

use std::io::{self, Write};
use std::process::{Command, Stdio};

use raaderum::command::{DONE, MISUSED, REFUSED, Streams, run};
use raaderum::model::tables::{CASES, GROUP_COUNT, GROUPS, LEVERS, PARAMETER_COUNT, PLACES};
use raaderum::scenario::{check, edition, file, link};
use serde_json::Value;

/// Runs a command line; returns the exit code, the results and the errors.
fn with_input(line: &[&str], mut input: &[u8]) -> (u8, String, String) {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams { input: &mut input, output: &mut output, errors: &mut errors };
    let code = run(["raaderum"].iter().chain(line).map(Into::into), streams);
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (code, text(output), text(errors))
}

fn command(line: &str) -> (u8, String, String) {
    with_input(&line.split_whitespace().collect::<Vec<_>>(), b"")
}

/// The results of a command that must succeed.
fn done(line: &str) -> String {
    let (code, output, errors) = command(line);
    assert_eq!((code, errors.as_str()), (DONE, ""), "{line}");
    output
}

fn json(line: &str) -> Value {
    serde_json::from_str(&done(line)).expect("JSON")
}

#[test]
fn help_has_examples_for_every_command_and_they_work() {
    for name in [
        "",
        "simulate",
        "parameters",
        "levers",
        "places",
        "cases",
        "link",
        "own",
        "method",
        "break-even",
        "next-post",
        "map",
        "why",
        "dial",
        "drivers",
        "compare",
        "history",
    ] {
        let help = done(&format!("{name} --help"));
        assert!(help.contains("Examples:\n"), "{name}");
        let examples = help.lines().filter_map(|line| line.strip_prefix("  raaderum "));
        for example in
            examples.filter(|example| !["plan.json", "auk01.csv"].iter().any(|file| example.contains(file)))
        {
            let example = example.split(" > ").next().unwrap_or(example).replace('\'', "");
            done(&example);
        }
    }
    let edition = format!("raaderum {}, data {}\n", edition::VERSION, edition::data());
    assert_eq!(done("--version"), edition, "as on the page About");
}

#[test]
fn a_scenario_gives_the_same_from_a_file_a_link_and_settings() {
    let settings =
        "--place silkeborg --set caseload.insured=60 --set rule=self_financing --set coordinator=on";
    let written = done(&format!("link {settings}"));
    assert_eq!(written, "v=2&place=silkeborg&caseload.insured=60&coordinator=on&rule=self_financing\n");
    let address = format!("https://example.dk/raaderum/#{}", written.trim());
    let (code, text, _) = with_input(&["link", "--read", &address], b"");
    assert_eq!(code, DONE);
    assert_eq!(file::read(text.as_bytes()), Ok(link::read(written.trim()).scenario));
    let straight = done(&format!("simulate {settings} --format json"));
    let (code, from_file, _) =
        with_input(&["simulate", "--scenario", "-", "--format", "json"], text.as_bytes());
    assert_eq!((code, from_file), (DONE, straight));
    let (_, again, _) = with_input(&["link", "--scenario", "-"], text.as_bytes());
    assert_eq!(again, written);
}

#[test]
fn settings_come_after_the_file_and_the_last_one_counts() {
    let text = br#"{ "version": 1, "place": "typical", "set": { "caseload.insured": 90 } }"#;
    let line = ["link", "--scenario", "-", "--set", "caseload.insured=80", "--set", "caseload.insured = 70"];
    let (_, written, _) = with_input(&line, text);
    assert_eq!(written, "v=2&place=typical&caseload.insured=70\n");
    let back = ["link", "--scenario", "-", "--set", "caseload.insured=today"];
    assert_eq!(with_input(&back, text).1, "v=2&place=typical\n");
}

#[test]
fn what_is_refused_is_named_with_what_is_accepted() {
    let refused = |line: &str| {
        let (code, output, errors) = command(line);
        assert_eq!((code, output.as_str()), (REFUSED, ""), "{line}");
        errors
    };
    assert_eq!(
        refused("simulate --set caseload.insured=999 --set foo=1"),
        "raaderum: caseload.insured: 999 was given, must be a number from 15 to 250 or today\n\
         raaderum: foo: there is no such key\n"
    );
    assert!(refused("simulate --set process_share=NaN").contains("must be a number from "));
    assert!(refused("simulate --place aarhuus").contains("one of aarhus, "));
    assert!(refused("simulate --place atlantis").contains("one of typical, country"));
    assert!(
        refused("simulate --case atlantis --lang da").contains("skal være et af silkeborg_jobrehabilitering")
    );
    assert!(refused("link --read v=2&horizon=1000000").contains("horizon: 1000000 was given"));
    assert!(refused("link --read v=2").contains("this program reads 1"));
    assert!(refused("simulate --scenario /no/such/file.json").contains("/no/such/file.json: cannot be read"));
    assert!(refused("simulate --scenario /").contains("cannot be read"));
    let (code, _, errors) =
        with_input(&["simulate", "--scenario", "-"], b"{ \"version\": 1, \"set\": { \"rule\": 3 } }");
    assert_eq!(code, REFUSED);
    assert_eq!(
        errors,
        "raaderum: -: rule: 3 was given, must be one of none, ceiling, self_financing, one_frame, state_grant\n"
    );
}

#[test]
fn a_plan_whose_figures_may_have_been_others_is_taken_and_that_is_said() {
    let saved = file::write(&link::read("place=typical&caseload.insured=60").scenario);
    let line = ["simulate", "--scenario", "-", "--format", "csv"];
    let (code, figures, errors) = with_input(&line, saved.as_bytes());
    assert_eq!((code, errors.as_str()), (DONE, ""));
    let other = saved.replace(&edition::data(), "an earlier one");
    assert_ne!(saved, other);
    let (code, same, errors) = with_input(&line, other.as_bytes());
    assert_eq!((code, same), (DONE, figures));
    assert!(errors.starts_with("raaderum: -: It was saved with other data."), "{errors}");

    let scenario = link::read("place=typical&caseload.insured=60").scenario;
    let [ours, theirs] = [60, 80].map(|caseload| {
        let figures = link::read(&format!("place=typical&caseload.insured={caseload}")).scenario.simulate();
        check::signed(&link::write(&scenario), &figures)
    });
    for line in ["link --read", "compare place=typical"] {
        assert_eq!(command(&format!("{line} {ours}")).2, "", "{line}");
        let (code, output, errors) = command(&format!("{line} {theirs}"));
        assert_eq!(code, DONE);
        assert!(!output.is_empty() && errors.starts_with("raaderum: The model has changed"), "{errors}");
    }
}

#[test]
fn a_file_without_end_is_not_read_to_its_end() {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let streams = Streams { input: &mut io::repeat(b'['), output: &mut output, errors: &mut errors };
    let code = run(["raaderum", "simulate", "--scenario", "-"].map(Into::into), streams);
    assert_eq!(code, REFUSED);
    assert!(String::from_utf8_lossy(&errors).contains("more than 200 kB"));
}

#[test]
fn what_is_no_command_is_told_apart_from_what_is_refused() {
    let misused = [
        "",
        "simulat",
        "simulate --set foo",
        "simulate --format xml",
        "simulate --place a --case b",
        "simulate --months -1",
        "simulate --months many",
        "link --read a --place b",
        "cases --lang xx",
        "simulate extra",
        "simulate --scenario",
    ];
    for line in misused {
        let (code, output, errors) = command(line);
        assert_eq!((code, output.as_str()), (MISUSED, ""), "{line}");
        assert!(errors.contains("Usage") || errors.contains("error"), "{line}: {errors}");
    }
}

#[test]
fn the_lists_are_complete_in_every_form_and_language() {
    let per_group = LEVERS.iter().filter(|lever| lever.per_group).count();
    let lists = [
        ("parameters", PARAMETER_COUNT),
        ("levers", LEVERS.len() + per_group * (GROUP_COUNT - 1)),
        ("places", PLACES.len() * GROUP_COUNT),
        ("cases", CASES.iter().map(|case| case.published.len()).sum()),
    ];
    for (name, rows) in lists {
        for language in ["da", "en"] {
            let list = json(&format!("{name} --format json --lang {language}"));
            assert_eq!(list.as_array().map(Vec::len), Some(rows), "{name}");
            let csv = done(&format!("{name} --format csv --lang {language}"));
            let table = done(&format!("{name} --lang {language}"));
            // Under the table of assumptions stands how many of them are judged.
            let lines = rows + 1 + usize::from(name == "parameters");
            assert_eq!((csv.lines().count(), table.lines().count()), (rows + 1, lines), "{name}");
        }
    }
}

#[test]
fn every_municipality_runs_with_the_people_of_the_table() {
    for spec in PLACES.iter().filter(|spec| spec.code.is_some()) {
        let line = |id: &str| format!("simulate --place {id} --draws 0 --months 0 --format json");
        let outcome = json(&line(spec.id));
        assert_eq!(outcome["input"]["place"]["population"], spec.population, "{}", spec.name);
        for (group, stock) in GROUPS.iter().zip(spec.stock) {
            assert_eq!(outcome["input"]["groups"][group.id]["stock"], stock, "{}, {}", spec.name, group.id);
        }
        let by_code = json(&line(&spec.code.unwrap_or_default().to_string()));
        assert_eq!(by_code["input"], outcome["input"], "{}", spec.name);
    }
}

#[test]
fn a_plan_for_a_handful_says_so_beside_its_results() {
    let (code, output, errors) =
        command("simulate --place laesoe --set caseload.job_ready=40 --draws 0 --lang da");
    assert_eq!(code, DONE);
    assert!(output.contains("regneeksempel") && errors.starts_with("raaderum: "), "{errors}");
    assert!(errors.contains("Så få, at en plan for dem alene intet siger"), "{errors}");
    done("simulate --place laesoe --set caseload.insured=60 --draws 0");
}

#[test]
fn a_place_can_be_called_something() {
    let named = with_input(&["link", "--place", "101", "--name", "Nord & Syd"], b"");
    assert_eq!(named, (DONE, "v=2&place=koebenhavn&name=Nord%20%26%20Syd\n".into(), String::new()));
    let sentence = with_input(&["simulate", "--place", "101", "--name", "Nord & Syd", "--draws", "0"], b"").1;
    assert!(sentence.starts_with("Nord & Syd"), "{sentence}");
    let (code, _, errors) = with_input(&["link", "--name", ""], b"");
    assert_eq!(code, REFUSED);
    assert!(errors.contains("name") && errors.contains("1 to 60"), "{errors}");
}

#[test]
fn the_cases_show_published_beside_modelled() {
    let cases = json("cases --format json");
    let of = |id: &str| {
        cases.as_array().and_then(|rows| rows.iter().find(|row| row["case"] == id)).expect("a case")
    };
    let silkeborg = of("silkeborg_jobrehabilitering");
    assert_eq!((&silkeborg["published"], &silkeborg["month"]), (&231.0.into(), &12.into()));
    let figure = |row: &Value, name: &str| row[name].as_f64().expect("a number");
    assert!((figure(silkeborg, "research") - 322.0).abs() < 2.0);
    // The dial was solved from this very case.
    assert!((figure(silkeborg, "reported") - 231.0).abs() < 0.01);
    assert!((figure(silkeborg, "agrees_at") - 1.0).abs() < 1e-4);
    let hjoerring = of("hjoerring");
    assert!(figure(hjoerring, "research") < 0.0 && figure(hjoerring, "published") > 1e8);
    assert!((0.0..1.0).contains(&figure(hjoerring, "agrees_at")));
}

#[test]
fn own_numbers_from_a_csv_become_a_scenario_or_are_refused_with_a_reason() {
    let csv = include_bytes!("files/long_da.csv");
    let (code, scenario, notes) = with_input(&["own", "-", "--area", "Silkeborg"], csv);
    assert_eq!(code, DONE);
    assert!(notes.contains("it is split as in the municipality's own figures"), "{notes}");
    let read = file::read(scenario.as_bytes()).expect("a scenario file");
    assert_eq!(read.place.stock[0], 1000.0);
    assert_eq!(with_input(&["own", "-", "--area", "740"], csv), (DONE, scenario, notes));
    let (code, nothing, why) = with_input(&["own", "-"], csv);
    assert_eq!((code, nothing.as_str()), (REFUSED, ""));
    assert!(why.contains("Choose one: ") && why.contains("Silkeborg"), "{why}");
    let (code, nothing, why) = with_input(&["own", "-"], b"a;b\n1;2\n");
    assert_eq!((code, nothing.as_str()), (REFUSED, ""));
    assert!(why.contains("headings"), "{why}");
}

#[test]
fn the_method_is_written_in_the_language_asked_for() {
    assert!(done("method").starts_with("# How Råderum"));
    assert!(done("method --lang da").starts_with("# Sådan regner Råderum"));
}

#[test]
fn the_table_speaks_the_language_asked_for() {
    let line = "simulate --place typical --set caseload.insured=60";
    let (danish, english) = (done(&format!("{line} --lang da")), done(line));
    assert!(danish.contains("ikke en prognose") && danish.contains("Et byråd"), "{danish}");
    assert!(english.contains("not a forecast") && english.contains("In the country as a whole"), "{english}");
    let rows = |text: &str| text.lines().filter(|line| line.starts_with(' ') && line.contains("DKK")).count();
    assert_eq!(rows(&done(&format!("{line} --months 24 --draws 0"))), 3);
    assert!(
        done("simulate --place typical --set caseload.sickness=40 --set approve=1").contains("not approved")
    );
}

#[test]
fn the_csv_ends_with_the_month_asked_for() {
    let csv = done("simulate --place typical --format csv --months 2");
    let last = csv.lines().filter_map(|line| line.split(',').nth(1)?.parse::<u16>().ok()).max();
    assert_eq!(last, Some(2));
}

#[test]
fn the_program_itself_answers_and_stops_when_nobody_reads_on() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_raaderum"))
        .args(["simulate", "--scenario", "-", "--format", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(br#"{ "version": 1, "place": "typical" }"#).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let refused = Command::new(env!("CARGO_BIN_EXE_raaderum")).args(["simulate", "--set", "rule=x"]).output();
    assert_eq!(refused.expect("it runs").status.code(), Some(1));
}
