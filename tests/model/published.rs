//! The table of the specification: what an independent calculation of the same text gives for one typical municipality,
//! figure by figure within its printed rounding.

use crate::common::{group, place, set};
use raaderum::model::outcome::Payback;
use raaderum::scenario::Scenario;

/// What the table was computed with, wherever today's data are others.
const GROUND: [(&str, &str); 3] =
    [("law", "2024-01"), ("additional_clarified", "0.2"), ("country_population", "5950000")];
/// Persons in the typical municipality, and in the country.
const TYPICAL: [(&str, &str); 6] = [
    ("stock.insured", "629"),
    ("stock.job_ready", "97"),
    ("stock.activity_ready", "393"),
    ("stock.education_help", "262"),
    ("stock.sickness", "773"),
    ("stock.resource_course", "81"),
];
const COUNTRY: [(&str, &str); 6] = [
    ("stock.insured", "62400"),
    ("stock.job_ready", "9600"),
    ("stock.activity_ready", "39000"),
    ("stock.education_help", "26000"),
    ("stock.sickness", "76700"),
    ("stock.resource_course", "8000"),
];
/// Figures of the time before, for the rows that are of them.
const BEFORE: [(&str, &str); 8] = [
    ("exit_early.insured", "0.22"),
    ("exit_middle.insured", "0.16"),
    ("exit_late.insured", "0.1"),
    ("weight_job.insured", "0.78"),
    ("weight_other.insured", "0.18"),
    ("weight_clarified.sickness", "0.12"),
    ("weight_other.sickness", "0.17"),
    ("keeps_other.sickness", "0.7059"),
];

/// A row: after 12, 72 and 120 months the stock of the group in per cent, extra people in jobs and clarified, the nets in
/// DKK m, the payback, and jobs in the country after 12, 24, 72 and 120. As printed.
struct Row {
    place: &'static str,
    group: &'static str,
    target: &'static str,
    also: &'static [(&'static str, &'static str)],
    new: bool,
    stock: [&'static str; 3],
    jobs: [&'static str; 3],
    clarified: [&'static str; 3],
    municipal: [&'static str; 3],
    state: [&'static str; 3],
    payback: Payback,
    country: [&'static str; 4],
}

const FREE: &[(&str, &str)] = &[];
const ALL: &[(&str, &str)] = &[("who", "all")];
const SELF: &[(&str, &str)] = &[("rule", "self_financing"), ("room", "0")];

#[rustfmt::skip]
const TABLE: [Row; 17] = [
    Row { place: "typical", group: "insured", target: "60", also: FREE, new: false, stock: ["-4.3", "-9.4", "-9.8"], jobs: ["21", "45", "48"], clarified: ["0", "1", "2"],
        municipal: ["-2.2", "20.5", "43.4"], state: ["0.7", "15.9", "30.3"], payback: Payback::After(24), country: ["13.0", "22.7", "28.4", "29.8"] },
    Row { place: "typical", group: "insured", target: "60", also: FREE, new: true, stock: ["-4.1", "-7.8", "-8.2"], jobs: ["18", "34", "36"], clarified: ["0", "1", "2"],
        municipal: ["-2.3", "12.4", "27.3"], state: ["0.6", "12.8", "24.2"], payback: Payback::After(27), country: ["11.2", "18.3", "21.5", "22.5"] },
    Row { place: "typical", group: "insured", target: "60", also: ALL, new: false, stock: ["-3.0", "-6.4", "-6.7"], jobs: ["13", "27", "29"], clarified: ["0", "1", "2"],
        municipal: ["-3.6", "-20.6", "-34.2"], state: ["1.3", "35.9", "67.8"], payback: Payback::Never, country: ["12.8", "22.2", "27.4", "28.7"] },
    Row { place: "typical", group: "insured", target: "60", also: ALL, new: true, stock: ["-3.0", "-5.6", "-5.8"], jobs: ["11", "21", "22"], clarified: ["0", "1", "2"],
        municipal: ["-3.6", "-20.9", "-34.8"], state: ["1.3", "29.8", "55.6"], payback: Payback::Never, country: ["11.1", "18.0", "20.9", "21.9"] },
    Row { place: "typical", group: "insured", target: "60", also: SELF, new: false, stock: ["-3.2", "-9.3", "-9.8"], jobs: ["16", "45", "47"], clarified: ["0", "1", "2"],
        municipal: ["-1.8", "19.4", "42.2"], state: ["0.4", "15.2", "29.5"], payback: Payback::After(26), country: ["9.6", "20.9", "28.3", "29.8"] },
    Row { place: "typical", group: "insured", target: "60", also: SELF, new: true, stock: ["-2.7", "-7.7", "-8.2"], jobs: ["12", "34", "36"], clarified: ["0", "1", "2"],
        municipal: ["-1.6", "11.3", "25.9"], state: ["0.4", "11.6", "22.9"], payback: Payback::After(29), country: ["7.4", "15.5", "21.2", "22.4"] },
    Row { place: "typical", group: "job_ready", target: "40", also: FREE, new: false, stock: ["-1.6", "-5.8", "-6.3"], jobs: ["0.8", "2.7", "2.9"], clarified: ["0.1", "0.9", "1.4"],
        municipal: ["-0.8", "-2.6", "-3.7"], state: ["0.0", "0.7", "1.4"], payback: Payback::Never, country: ["0.5", "1.1", "1.7", "1.8"] },
    Row { place: "typical", group: "activity_ready", target: "35", also: FREE, new: false, stock: ["-0.2", "-4.4", "-6.7"], jobs: ["0.1", "1.0", "1.5"], clarified: ["1", "15", "25"],
        municipal: ["-3.9", "-22.2", "-37.2"], state: ["0.0", "0.2", "0.5"], payback: Payback::Never, country: ["0.0", "0.1", "0.6", "0.9"] },
    Row { place: "typical", group: "education_help", target: "30", also: FREE, new: false, stock: ["-0.4", "-3.5", "-4.2"], jobs: ["0.1", "0.7", "0.8"], clarified: ["0.1", "1.0", "1.5"],
        municipal: ["-3.0", "-15.3", "-24.0"], state: ["0.0", "-0.7", "-1.4"], payback: Payback::Never, country: ["0.1", "0.2", "0.4", "0.5"] },
    Row { place: "typical", group: "sickness", target: "50", also: FREE, new: false, stock: ["-0.8", "-3.0", "-3.2"], jobs: ["3", "11", "12"], clarified: ["2", "21", "33"],
        municipal: ["-3.6", "-13.9", "-21.5"], state: ["0.1", "4.7", "9.5"], payback: Payback::Never, country: ["2.0", "4.8", "7.0", "7.3"] },
    Row { place: "typical", group: "sickness", target: "50", also: FREE, new: true, stock: ["-0.7", "-2.5", "-2.6"], jobs: ["3", "11", "11"], clarified: ["1", "9", "14"],
        municipal: ["-3.6", "-13.7", "-20.1"], state: ["0.1", "4.2", "8.3"], payback: Payback::Never, country: ["2.0", "4.8", "6.9", "7.2"] },
    Row { place: "typical", group: "sickness", target: "250", also: FREE, new: false, stock: ["2.2", "8.3", "8.9"], jobs: ["-9", "-31", "-32"], clarified: ["-6", "-53", "-82"],
        municipal: ["3.2", "2.8", "0.0"], state: ["-0.3", "-12.5", "-25.4"], payback: Payback::CostsNothing, country: ["-5.5", "-13", "-19", "-20"] },
    Row { place: "typical", group: "sickness", target: "250", also: FREE, new: true, stock: ["1.9", "6.8", "7.2"], jobs: ["-9", "-31", "-32"], clarified: ["-3", "-22", "-34"],
        municipal: ["3.2", "2.6", "-2.6"], state: ["-0.3", "-11.3", "-22.5"], payback: Payback::Never, country: ["-5.5", "-13", "-19", "-20"] },
    Row { place: "typical", group: "resource_course", target: "22.5", also: FREE, new: false, stock: ["-0.6", "-6.7", "-8.5"], jobs: ["0.0", "0.0", "0.1"], clarified: ["0.5", "6.1", "8.8"],
        municipal: ["-1.2", "-7.3", "-12.5"], state: ["0.0", "0.0", "0.1"], payback: Payback::Never, country: ["0", "0", "0", "0"] },
    Row { place: "typical", group: "insured", target: "60", also: &[("rule", "ceiling"), ("room", "0")], new: true, stock: ["0"; 3], jobs: ["0"; 3], clarified: ["0"; 3],
        municipal: ["0"; 3], state: ["0"; 3], payback: Payback::DoesNothing, country: ["0"; 4] },
    Row { place: "country", group: "insured", target: "60", also: FREE, new: false, stock: ["-3.0", "-6.4", "-6.7"], jobs: ["1273", "2716", "2843"], clarified: ["22", "123", "190"],
        municipal: ["-356", "-2045", "-3390"], state: ["133", "3559", "6727"], payback: Payback::Never, country: ["1273", "2198", "2716", "2843"] },
    Row { place: "country", group: "insured", target: "60", also: FREE, new: true, stock: ["-3.0", "-5.6", "-5.8"], jobs: ["1099", "2070", "2169"], clarified: ["21", "110", "171"],
        municipal: ["-358", "-2078", "-3454"], state: ["125", "2956", "5514"], payback: Payback::Never, country: ["1099", "1783", "2070", "2169"] },
];

/// Half of the last printed place, and what the printing itself rounds.
fn printed(what: &str, found: f64, told: &str) -> Result<(), String> {
    let places = told.split_once('.').map_or(0, |(_, part)| part.len());
    let half = 0.5 * 10f64.powi(-(places as i32));
    let value: f64 = told.parse().expect("a number");
    match (found - value).abs() <= half * 1.02 {
        true => Ok(()),
        false => Err(format!("{what}: {found:.3}, not {told}")),
    }
}

impl Row {
    fn scenario(&self) -> Scenario {
        let mut scenario = place(self.place);
        let before = BEFORE.iter().filter(|_| !self.new);
        let people = if scenario.place.country { &COUNTRY } else { &TYPICAL };
        for (key, value) in GROUND.iter().chain(people).chain(before).chain(self.also) {
            set(&mut scenario, key, value);
        }
        set(&mut scenario, &format!("caseload.{}", self.group), self.target);
        scenario
    }

    fn wrong(&self) -> Vec<String> {
        let (scenario, g) = (self.scenario(), group(self.group));
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome);
        let mut all = Vec::new();
        for (place, month) in [12, 72, 120].into_iter().enumerate() {
            let usual = outcome.baseline.months[month].groups[g].stock;
            let state = outcome.scenario.months[month - 1].state_net;
            let share = 100.0 * (outcome.scenario.months[month].groups[g].stock / usual - 1.0);
            all.push(printed(&format!("stock {month}"), share, self.stock[place]));
            all.push(printed(&format!("jobs {month}"), outcome.extra_jobs(month), self.jobs[place]));
            all.push(printed(
                &format!("clarified {month}"),
                outcome.extra_clarified(month),
                self.clarified[place],
            ));
            all.push(printed(
                &format!("net {month}"),
                outcome.municipal_net(month) / 1e6,
                self.municipal[place],
            ));
            all.push(printed(&format!("state {month}"), state / 1e6, self.state[place]));
        }
        for (month, told) in [12, 24, 72, 120].into_iter().zip(self.country) {
            let jobs = country
                .as_ref()
                .map_or_else(|| outcome.extra_jobs(month), |country| country.extra_jobs(month));
            all.push(printed(&format!("in the country {month}"), jobs, told));
        }
        if outcome.payback != self.payback {
            all.push(Err(format!("payback: {:?}", outcome.payback)));
        }
        all.into_iter().filter_map(Result::err).collect()
    }
}

#[test]
fn an_independent_calculation_of_the_same_text_gives_the_same() {
    let mut wrong = Vec::new();
    for row in &TABLE {
        let of = format!(
            "{}, {} to {} {:?}{}",
            row.place,
            row.group,
            row.target,
            row.also,
            if row.new { ", new data" } else { "" }
        );
        wrong.extend(row.wrong().into_iter().map(|what| format!("{of}: {what}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
