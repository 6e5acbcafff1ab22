//! Every figure of the sentence is that of the series in the month it is told of: for each rule, preset, horizon, language.

use super::{language, linked, said};
use raaderum::model::outcome::Outcome;
use raaderum::model::tables::{CASES, GROUP_COUNT, PACKAGES, parameter as p};
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::Key;
use raaderum::words::sentence::sentences;
use raaderum::words::summary::{Stop, Summary};
use raaderum::words::text::Language;

const RULES: [&str; 5] = ["none", "ceiling", "self_financing", "one_frame", "state_grant"];
const HORIZONS: [&str; 5] = ["12", "24", "72", "84", "120"];

/// Plans that begin later, end, are stopped, follow the stock, cut, or grow into their room.
const PLANS: [&str; 12] = [
    "place=typical&caseload.insured=60",
    "place=typical&caseload.insured=60&room=2&grant=1.5&growth=2",
    "place=typical&caseload.insured=60&start=18&room=3",
    "place=typical&caseload.insured=60&end=30&room=3",
    "place=typical&caseload.activity_ready=30&caseload.sickness=30&reserve=5&room=20",
    "place=typical&caseload.activity_ready=30&review=24&review_share=90&room=20",
    "place=typical&caseload.insured=70&caseload.sickness=30&staffing=hold&room=4",
    "place=typical&caseload.insured=160",
    "place=typical&caseload.insured=160&staffing=hold&inflow=4",
    "place=silkeborg&caseload.activity_ready=45&approve=2&room=3",
    "place=typical&coordinator=on&mentor.activity_ready=1&room=1",
    "place=koebenhavn&caseload.insured=60&caseload.activity_ready=50&ahead=0&reinvest=100",
];

fn set(scenario: &mut Scenario, key: &str, value: &str) {
    Key::parse(key).expect("a key").set(scenario, value).expect("an accepted value");
}

/// All plans and presets under every rule, at every horizon.
pub fn each(mut look: impl FnMut(&str, &Scenario)) {
    let plans = PLANS.map(|plan| (plan.to_owned(), linked(plan)));
    let packages =
        (0..PACKAGES.len()).map(|index| (PACKAGES[index].id.to_owned(), Scenario::of_package(0, index)));
    let cases = (0..CASES.len()).map(|index| (CASES[index].id.to_owned(), Scenario::of_case(index)));
    for (name, scenario) in plans.into_iter().chain(packages).chain(cases) {
        for rule in RULES {
            for horizon in HORIZONS {
                let mut scenario = scenario.clone();
                set(&mut scenario, "rule", rule);
                set(&mut scenario, "horizon", horizon);
                look(&format!("{name}, {rule}, {horizon}"), &scenario);
            }
        }
    }
}

/// Posts more than without the plan in a month, read group by group.
fn more_posts(outcome: &Outcome, month: usize) -> f64 {
    let mut more = 0.0;
    for group in 0..GROUP_COUNT {
        more += outcome.scenario.months[month].groups[group].posts
            - outcome.baseline.months[month].groups[group].posts;
    }
    more
}

/// Cost a year of posts and coordinators in a month: what a post costs, and what was booked for coordinators.
fn yearly(scenario: &Scenario, outcome: &Outcome, month: usize) -> f64 {
    let salary = scenario.parameters[p::COST];
    let coordinators = outcome.scenario.months[month].purses.municipality[1];
    more_posts(outcome, month) * salary + 12.0 * coordinators
}

#[test]
fn every_fact_is_the_series_of_its_month() {
    let mut changing = 0;
    each(|name, scenario| {
        let outcome = scenario.simulate();
        let summary = Summary::of(scenario, &outcome);
        if summary.idle.is_some() {
            return;
        }
        let horizon = usize::from(scenario.policy.horizon);
        let run = &outcome.scenario;
        let ends = [scenario.policy.end.map_or(f64::INFINITY, f64::from), run.cash_out, run.review_stop];
        let end = ends.into_iter().fold(f64::INFINITY, f64::min);
        let last = if end <= horizon as f64 { end as usize - 1 } else { horizon };
        assert_eq!(
            (summary.first.month, summary.last.month),
            (outcome.start, last.max(outcome.start)),
            "{name}"
        );
        for told in [summary.first, summary.last] {
            let (posts, cost) = (told.posts - told.today, yearly(scenario, &outcome, told.month));
            assert!((posts - more_posts(&outcome, told.month)).abs() < 1e-9, "{name}: {posts}");
            assert!(
                (told.cost - cost).abs() < 1e-3 * cost.abs().max(1.0),
                "{name}: {} and {cost}",
                told.cost
            );
            assert_eq!(told.allowed, run.months[told.month].allowed, "{name}");
        }
        if let Some(from) = summary.whole_from {
            assert!(run.months[from - 1].allowed < 0.995, "{name}: {from}");
            assert!((from..=last).all(|month| run.months[month].allowed >= 0.995), "{name}: {from}");
            changing += 1;
        }
        let stock = |months: &[_]| -> f64 {
            let month: &raaderum::model::month::Month<f64> = &months[horizon];
            month.groups.iter().map(|group| group.stock).sum()
        };
        assert!(
            (summary.stock - (stock(&run.months) - stock(&outcome.baseline.months))).abs() < 1e-9,
            "{name}"
        );
        let in_jobs: f64 = run.months[horizon].groups.iter().map(|group| group.after[0]).sum();
        assert!((summary.jobs - in_jobs).abs() < 1e-9, "{name}");
        assert_eq!(summary.net, run.months[horizon - 1].municipal_net, "{name}");
        let country = scenario.country(&outcome).map(|country| country.extra_jobs(horizon));
        assert_eq!(summary.country_jobs, country, "{name}");
    });
    assert!(changing > 10, "plans that grow into their room are among them: {changing}");
}

/// The numbers in a text, as they are written.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let words = text.split(|c: char| !is_part(c));
    let trimmed = words.map(|word| word.trim_matches([',', '.']).to_owned());
    trimmed.filter(|word| word.contains(|c: char| c.is_ascii_digit())).collect()
}

/// A text up to its opening: names of places and groups may have numbers of their own.
fn results(language: Language, scenario: &Scenario, outcome: &Outcome) -> String {
    sentences(language, scenario, outcome, None)[1..].join(" ")
}

#[test]
fn every_printed_number_is_one_of_the_facts() {
    each(|name, scenario| {
        let outcome = scenario.simulate();
        let summary = Summary::of(scenario, &outcome);
        if summary.idle.is_some() {
            return;
        }
        for language in Language::all() {
            let style = language.style();
            let told = results(language, scenario, &outcome);
            let standard = raaderum::words::standard::line(language, scenario).unwrap_or_default();
            let told = told.replace(&standard, "");
            let mut known: Vec<String> = Vec::new();
            let mut must: Vec<String> = vec![language.years(summary.horizon)];
            for staffing in [summary.first, summary.last] {
                let change = staffing.posts - staffing.today;
                known.extend((0..2).map(|decimals| style.fixed(change.abs(), decimals)));
                // A difference of two rounded numbers is one in the last place off at most.
                let scale = [1.0, 10.0];
                known.extend([-1.0, 1.0].iter().flat_map(|step| {
                    (0..2).map(move |decimals| {
                        style.fixed((change.abs() + step / scale[decimals]).abs(), decimals)
                    })
                }));
                known.push(language.money(staffing.cost.abs()));
                known.push(language.percent(staffing.allowed));
                known.push(language.time(staffing.month));
            }
            known.extend(summary.whole_from.map(|month| language.time(month)));
            known.extend(summary.stops.map(|(month, _)| language.time(month)));
            known.push(language.time(summary.begins));
            known.push(language.persons(summary.clarified.abs()));
            must.extend([summary.stock, summary.jobs].map(|people| language.persons(people.abs())));
            known.extend(summary.country_jobs.map(|jobs| language.persons(jobs.abs())));
            known.push(language.money(summary.net.abs()));
            if summary.net.abs() >= 1e3 {
                must.push(language.money(summary.net.abs()));
            }
            known.extend(must.clone());
            let known: Vec<String> = known.iter().flat_map(|figure| numbers(figure)).collect();
            for number in numbers(&told) {
                assert!(known.contains(&number), "{name}: {number} in {told}, known {known:?}");
            }
            let printed = numbers(&told);
            for figure in must.iter().flat_map(|figure| numbers(figure)).filter(|figure| figure != "0") {
                assert!(printed.contains(&figure), "{name}: {figure} is not in {told}");
            }
        }
    });
}

#[test]
fn a_plan_that_saves_first_is_told_with_its_beginning_and_its_end() {
    let scenario = linked("place=typical&caseload.insured=60&rule=self_financing");
    let summary = Summary::of(&scenario, &scenario.simulate());
    let month = summary.whole_from.expect("all of it, later");
    let told = said(&scenario, "da");
    let [share, time] = [language("da").percent(summary.first.allowed), language("da").time(month)];
    let sentence = format!("{share} af planen fra begyndelsen og hele planen efter {time}");
    assert!(told.contains(&sentence), "{sentence} in: {told}");
    assert!(told.contains("fra begyndelsen og") && told.contains("Udgiften går samtidig fra"), "{told}");
}

#[test]
fn a_plan_is_told_with_why_it_stops() {
    for (link, stop, part) in [
        ("place=typical&caseload.insured=60&end=30", Stop::End, "Planen slutter efter 30 måneder"),
        (
            "place=typical&caseload.activity_ready=30&caseload.sickness=30&reserve=5",
            Stop::Cash,
            "er kassen tom",
        ),
        (
            "place=typical&caseload.activity_ready=30&review=24&review_share=90",
            Stop::Review,
            "eftersynet efter 2 år",
        ),
    ] {
        let scenario = linked(link);
        let summary = Summary::of(&scenario, &scenario.simulate());
        assert_eq!(summary.stops.map(|(_, why)| why), Some(stop), "{link}");
        assert!(said(&scenario, "da").contains(part), "{}", said(&scenario, "da"));
    }
    let later = said(&linked("place=typical&caseload.insured=60&start=18"), "da");
    assert!(later.contains("Planen begynder efter 18 måneder."), "{later}");
}
