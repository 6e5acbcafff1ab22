//! Bands, drivers and comparisons on the command line.

use super::{command, done, json, with_input};
use raaderum::command::{DONE, MISUSED, REFUSED};
use serde_json::Value;

const PLAN: &str = "--place typical --set caseload.insured=60";

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[test]
fn a_run_comes_with_bands_unless_none_are_asked_for() {
    let output = json(&format!("simulate {PLAN} --format json --months 12"));
    let (bands, results) = (&output["uncertainty"], &output["results"]);
    assert_eq!(bands["draws"], 16_384);
    let net = &bands["series"]["municipal_net"];
    let central = number(&output["runs"]["scenario"]["total"]["municipal_net"][11]);
    assert!(number(&net["p5"][12]) < central && central < number(&net["p95"][12]));
    let chance = number(&bands["paid_back"][number(&results["payback"]["months"]) as usize]);
    assert!((0.3..0.7).contains(&chance), "about half of the draws are sooner than the centre: {chance}");
    assert_eq!(json(&format!("simulate {PLAN} --format json --draws 100"))["uncertainty"]["draws"], 104);
    assert_eq!(json(&format!("simulate {PLAN} --format json --draws 0"))["uncertainty"], Value::Null);

    let (with, without) = (done(&format!("simulate {PLAN}")), done(&format!("simulate {PLAN} --draws 0")));
    assert!(
        with.contains("9 in 10 outcomes lie within") && with.contains("Chance of zero or better"),
        "{with}"
    );
    assert!(!without.contains("9 in 10") && !without.contains("Chance"), "{without}");
    assert!(done(&format!("simulate {PLAN} --lang da")).contains("9 ud af 10 udfald ligger inden for"));
    for line in ["--draws -1", "--draws many", "--draws 100000"] {
        assert_eq!(command(&format!("simulate {line}")).0, MISUSED, "{line}");
    }
}

#[test]
fn what_drives_a_figure_is_told_with_the_strongest_first() {
    let rows = json(&format!("drivers {PLAN} --measure jobs --format json"));
    let rows = rows.as_array().expect("rows");
    assert_eq!(rows[0]["key"], "elasticity_job");
    assert!(rows[0]["keys"].as_str().expect("keys").contains("elasticity_job.sickness"));
    assert!(number(&rows[0]["correlation"]) > 0.7);
    assert!(rows.windows(2).all(|pair| number(&pair[0]["share"]) >= number(&pair[1]["share"])));
    let held = json(&format!("drivers {PLAN} --set cost=600000 --format json"));
    assert!(held.as_array().expect("rows").iter().all(|row| row["key"] != "cost"));
    let table = done(&format!("drivers {PLAN} --lang da"));
    assert!(table.contains("elasticity_job  ") && !table.contains("elasticity_job."), "{table}");
    assert!(table.starts_with("Kommunens økonomi: 9 ud af 10 udfald ligger fra "), "{table}");
    assert_eq!(table.lines().count(), 2 + 1 + 12);
    assert_eq!(command("drivers --draws 0").0, MISUSED);
    assert_eq!(command("drivers --measure wealth").0, MISUSED);
    assert_eq!(command("drivers --set rule=x").0, REFUSED);
}

#[test]
fn two_scenarios_are_held_against_each_other_draw_by_draw() {
    let rows = json(
        "compare place=typical&caseload.insured=60 place=typical&caseload.insured=60&one_off=2 --format json",
    );
    let of = |name: &str| {
        let found = rows.as_array().and_then(|rows| rows.iter().find(|row| row["figure"] == name));
        found.unwrap_or_else(|| panic!("{name}"))
    };
    let net = of("net");
    assert!((number(&net["difference"]) + 2e6).abs() < 1.0);
    assert!((number(&net["p5"]) - number(&net["p95"])).abs() < 5_000.0, "two million in every draw: {net}");
    assert_eq!((number(&net["a_better"]), number(&net["b_better"])), (1.0, 0.0));
    let jobs = of("jobs");
    assert_eq!((number(&jobs["p5"]), number(&jobs["a_better"]), number(&jobs["b_better"])), (0.0, 0.0, 0.0));
    assert!(number(&of("payback")["a_better"]) > 0.5);
}

#[test]
fn files_and_links_can_be_compared() {
    let file = br#"{ "version": 1, "place": "typical", "set": { "caseload.insured": 60 } }"#;
    let line = ["compare", "-", "#place=typical&caseload.insured=60", "--format", "csv", "--draws", "8"];
    let (code, output, _) = with_input(&line, file);
    assert_eq!(code, DONE);
    assert_eq!(output.lines().count(), 8);
    let net = output.lines().nth(1).expect("the net");
    assert!(net.starts_with("net,") && net.contains(",0,0,0,0,0,0,0,0"), "{net}");
    let table = done("compare place=typical&caseload.insured=60 place=typical --lang da --month 12");
    assert!(table.contains("Flere i job: A er bedst i 99"), "{table}");
    for line in ["- -", "no-such-file.json -", "rule=none rule=x", "place=typical&foo=1 place=typical"] {
        assert_eq!(command(&format!("compare {line}")).0, REFUSED, "{line}");
    }
    assert_eq!(command("compare place=typical").0, MISUSED);
}

#[test]
fn what_the_surroundings_tend_to_do_is_listed_told_and_written_as_csv() {
    let list = done("history --place silkeborg --format csv");
    assert!(list.starts_with("group,place,size,years,p5,p25,p50,p75,p95,source\n"), "{list}");
    assert_eq!(list.lines().count(), 1 + 4 + 7, "horizons of both series");
    let coverage = done("history --coverage --format csv");
    assert!(coverage.contains("job_ready,2007Q1,2017Q4,6,882,0.473,0.923,"), "{coverage}");
    let made = done("history --make static/history/insured.csv static/history/job_ready.csv");
    assert!(made == include_str!("../../static/data/history.toml"), "what ships is what the series make");
    let (code, _, errors) = command("history --make static/history/insured.csv Cargo.toml");
    assert!(code == REFUSED && errors.contains("Cargo.toml: line 1"), "{errors}");
    let (code, _, errors) = command("history --place atlantis");
    assert!(code == REFUSED && errors.contains("atlantis") && errors.contains("silkeborg"), "{errors}");
    let plan = "simulate --place silkeborg --set caseload.insured=60";
    assert!(done(&format!("{plan} --surroundings --lang da")).contains("AUK01"));
    let csv = done(&format!("{plan} --surroundings --format csv --months 60"));
    let value = |run: &str, month: usize| -> Option<f64> {
        let begin = format!("{run},{month},stock,insured,");
        csv.lines().find_map(|line| line.strip_prefix(&*begin))?.parse().ok()
    };
    assert_eq!(value("surroundings_p50", 24), value("baseline", 24));
    assert!(
        value("surroundings_p5", 24) < value("surroundings_p25", 24)
            && value("surroundings_p95", 48) > value("baseline", 48)
    );
    assert_eq!(value("surroundings_p5", 49), None, "no further than the series goes");
    assert!(!csv.contains("surroundings_p5,12,stock,sickness"), "no series counts them");
    let (code, _, errors) = command(&format!("{plan} --surroundings --format json"));
    assert!(code == REFUSED && errors.contains("table and csv"), "{errors}");
}

/// A year's band is of the same moment as the line's figure above it: nothing at the start, something at the horizon.
#[test]
fn the_tables_bands_hold_its_figures_year_by_year() {
    let table = done("simulate --place typical --set caseload.insured=60 --draws 64 --months 72")
        .replace('\u{a0}', " ");
    let rows = |head: &str| {
        let from = table.lines().skip_while(|line| !line.contains(head)).skip(1);
        from.take_while(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let [figures, bands] = [rows("The state's economy"), rows("Difference from today")];
    assert_eq!((figures.len(), bands.len()), (7, 7), "{table}");
    assert!(
        bands[0].matches("from DKK 0 to DKK 0").count() == 2 && figures[0].matches("DKK 0").count() == 2,
        "{table}"
    );
    assert!(bands[6].matches("from DKK 0 to DKK 0").count() == 0, "{table}");
}
