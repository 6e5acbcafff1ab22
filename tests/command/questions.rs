//! The questions on the command line.

use super::{command, done, json};
use raaderum::command::{MISUSED, REFUSED};
use raaderum::model::tables::GROUPS;
use serde_json::Value;

#[test]
fn what_a_lever_must_be_is_answered_with_every_stretch_or_why_there_is_none() {
    let insured = json("break-even --place typical --lever caseload.insured --format json");
    let row = &insured[0];
    assert_eq!(
        (&row["answer"], &row["from_is"], &row["to_is"]),
        (&"where".into(), &"crossing".into(), &"crossing".into())
    );
    let from = row["from"].as_f64().expect("a number");
    assert!((20.0..40.0).contains(&from), "{from}");
    let there = json(&format!("simulate --place typical --set caseload.insured={from} --format json"));
    let net = there["results"]["municipal_net"].as_f64().expect("a number");
    assert!(net.abs() < 10.0, "{net}");
    let answers = [
        ("--set caseload.sickness=50 --lever reinvest", "no_effect"),
        ("--set caseload.insured=60 --lever mentor.insured", "no_effect"),
        ("--set caseload.insured=60 --lever hiring_cost", "always"),
        ("--set caseload.sickness=50 --lever rules_cut --reach 1e9", "never"),
    ];
    for (line, expected) in answers {
        let found = json(&format!("break-even --place typical {line} --format json"));
        assert_eq!(found[0]["answer"], expected, "{line}");
    }
    let danish = done("break-even --place typical --lever caseload.insured --lang da");
    assert!(
        danish.contains("kræver, at „Sagstal, forsikrede ledige“ er fra ") && danish.contains(" til 120."),
        "{danish}"
    );
    assert!(
        danish.contains(
            "mindst 95\u{a0}% af udfaldene kræver, at „Sagstal, forsikrede ledige“ er 120 (som i dag)."
        ),
        "{danish}"
    );
    let of = |answer: &str| {
        let rows = insured.as_array().expect("rows").iter();
        rows.filter(|row| row["answer"] == answer).cloned().collect::<Vec<_>>()
    };
    assert_eq!((of("sure")[0]["from"].as_f64(), of("sure").len()), (Some(120.0), 1));
    let odds: Vec<f64> = of("odds").iter().map(|row| row["chance"].as_f64().expect("a share")).collect();
    assert!(odds.len() > 16 && odds[0] < 0.1 && odds.iter().any(|share| *share > 0.8), "{odds:?}");
    assert!(odds.iter().all(|share| (0.0..=1.0).contains(share)), "{odds:?}");
    for line in ["--lever foo", "--lever rule", "--lever population"] {
        let (code, output, _) = command(&format!("break-even {line}"));
        assert_eq!((code, output.as_str()), (REFUSED, ""), "{line}");
    }
    assert_eq!(command("break-even").0, MISUSED);
    assert_eq!(command("break-even --lever room --measure wealth").0, MISUSED);
    assert_eq!(command("break-even --lever room --month 0").0, MISUSED);
}

#[test]
fn posts_are_shared_out_and_none_is_lost() {
    let rows = json("next-post --place typical --posts 4 --format json");
    let split = |row: &Value| row["split"].as_u64().expect("a count");
    assert_eq!(rows.as_array().expect("rows").iter().map(split).sum::<u64>(), 4);
    assert!(rows[0]["net"].as_f64().expect("a number") > 0.0);
    let [low, net, high] = ["net_p5", "net", "net_p95"].map(|name| rows[0][name].as_f64().expect("a number"));
    assert!(low < net && net < high, "{low} {net} {high}");
    let best = |row: &Value| row["best"].as_f64().expect("a share");
    let all = rows.as_array().expect("rows").iter().map(best).sum::<f64>();
    assert!((all - 1.0).abs() < 1e-6, "{all}");
    let sure = done("next-post --place typical --lang da");
    assert!(sure.contains("Det gælder i over 99\u{a0}% af udfaldene.") && !sure.contains("oftere"), "{sure}");
    assert!(rows.as_array().expect("rows").iter().all(|row| row["group"] != "resource_course"), "{rows}");
    assert!(done("next-post --place typical").contains("closed them to newcomers"));
    let close = "next-post --place typical --set stock.insured=0 --set benefit.sickness=16100 --lang da";
    let doubtful = done(close);
    assert!(
        doubtful.contains("En anden gruppe er oftere den bedste: Jobparate på kontanthjælp i "),
        "{doubtful}"
    );
    let forbidden = done("next-post --place typical --set rule=ceiling --set room=0 --lang da");
    assert!(forbidden.starts_with("Én sagsbehandler mere ændrer ikke det valgte tal"), "{forbidden}");
    let full = done("next-post --place typical --posts 4 --set caseload.insured=15 --lang da");
    assert!(full.contains("mest gavn her: "), "{full}");
    let nobody = GROUPS.iter().map(|group| format!(" --set stock.{}=0", group.id)).collect::<String>();
    let nobody = format!("next-post --place typical --posts 3{nobody}");
    assert!(done(&nobody).contains("There was no place for 3 posts"));
}

#[test]
fn the_map_is_complete_for_programs_and_coarse_for_people() {
    let line = "map --place typical --x approve --y rule";
    assert_eq!(done(&format!("{line} --format csv")).lines().count(), 11 * 5 + 1);
    assert_eq!(json(&format!("{line} --format json")).as_array().map(Vec::len), Some(55));
    let table = done(&format!("{line} --lang da"));
    assert!(table.contains("Intet loft") && table.contains("intet krav"), "{table}");
    assert_eq!(table.lines().count(), 1 + 5 + 1);
    for line in ["--x rule --y rule", "--x rule --y turnover", "--x rule --y foo"] {
        assert_eq!(command(&format!("map {line}")).0, REFUSED, "{line}");
    }
}

#[test]
fn contributions_add_up_to_the_change() {
    let line = "why --place typical --set caseload.insured=60 --set rule=ceiling --set room=2";
    let rows = json(&format!("{line} --format json"));
    let adds = |row: &Value| row["adds"].as_f64().expect("a number");
    let sum: f64 = rows.as_array().expect("rows").iter().map(adds).sum();
    let simulated = json(&format!("simulate {} --format json", line.trim_start_matches("why ")));
    let net = simulated["results"]["municipal_net"].as_f64().expect("a number");
    assert!((net - sum).abs() < 1e-6 * net.abs(), "{sum} {net}");
    assert!(done("why --case hjoerring").contains("The levers of a case"));
    assert!(done("why --case hjoerring --since nothing").contains("caseload.activity_ready"));
    assert_eq!(command("why --place typical --set caseload.sickness=50 --measure payback").0, REFUSED);
}

#[test]
fn the_dial_stands_beside_research_and_report() {
    let rows =
        json("dial --place typical --set caseload.job_ready=40 --set caseload.insured=60 --format json");
    let of = |group: &str| {
        rows.as_array().and_then(|rows| rows.iter().find(|row| row["group"] == group)).expect("a group")
    };
    assert_eq!(of("insured")["answer"], "always");
    let figure = |name: &str| of("job_ready")[name].as_f64().expect("a number");
    assert!((0.0..0.2).contains(&figure("dial")) && figure("dial_to") == 1.0);
    assert!(figure("research") < figure("elasticity") && figure("elasticity") < figure("reported"));
    assert!(done("dial --place typical --lang da").contains("Ingen gruppe"));
}
