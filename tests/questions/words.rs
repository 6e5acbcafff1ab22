//! How answers are told.

use raaderum::model::tables::lever_by_key;
use raaderum::questions::odds::{Chance, Odds};
use raaderum::questions::setting::{Number, Setting};
use raaderum::scenario::keys::Key;
use raaderum::words::question::{self, setting};
use raaderum::words::text::Language;

#[test]
fn a_setting_is_written_without_the_dust_of_binary_fractions() {
    let danish = Language::default();
    let horizon = Key::Lever(lever_by_key("horizon").expect("a lever"), None);
    let written = |value: f64| setting(danish, horizon, Setting::Number(value));
    for whole in 0..=2000_u16 {
        assert_eq!(written(whole.into()).replace('.', ""), whole.to_string());
    }
    assert_eq!(written(0.1 + 0.2), "0,3");
    assert_eq!(written(1.0 / 3.0), "0,333333");
    assert_eq!(written(1_234_567.0), "1.234.570");
    assert_eq!(written(-2.5), "\u{2212}2,5");
}

#[test]
fn how_sure_a_goal_is_is_told_in_outcomes() {
    let number = Number::of(Key::parse("caseload.job_ready").expect("a key")).expect("a number");
    let chance = |at: f64, share: f64| Chance { at, share };
    let odds =
        Odds { number, today: Some(80.0), present: 0.07, scan: Vec::new(), sure: Vec::new(), most: None };
    let told = |sure: Vec<[Chance; 2]>, most: Chance| {
        let odds = Odds { sure, most: Some(most), ..odds.clone() };
        question::odds(Language::default(), &odds).map(|line| line.replace('\u{a0}', " "))
    };
    let wanted = "At nå det i mindst 95 % af udfaldene kræver, at „Sagstal, jobparate på kontanthjælp“ er";
    let sure = |at: f64| chance(at, 1.0);
    let [now, where_] = told(vec![[sure(80.0); 2]], sure(80.0));
    assert_eq!(now, "Som planen står nu, nås målet i 7 % af udfaldene.");
    assert_eq!(where_, format!("{wanted} 80 (som i dag)."));
    let [_, two] = told(vec![[sure(20.0), sure(27.5)], [sure(80.0); 2]], sure(20.0));
    assert_eq!(two, format!("{wanted} fra 20 til 27,5 eller 80 (som i dag)."));
    let [_, never] = told(Vec::new(), chance(31.0, 0.64));
    assert_eq!(never, "Ingen værdi når det i 95 % af udfaldene. Tættest på er 31 med 64 %.");
    let [_, none] = told(Vec::new(), chance(15.0, 0.0));
    assert_eq!(none, "Ingen værdi når det i et eneste af de udfald, der er regnet.");
}
