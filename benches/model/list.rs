//! What is measured of the model: each a name and something to run, the same natively and in a browser.

use raaderum::model::evidence;
use raaderum::model::tables::LADDERS;
use raaderum::questions::break_even::{Goal, break_even};
use raaderum::questions::measure::Measure;
use raaderum::questions::policy_map::policy_map;
use raaderum::questions::why::{Since, why};
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::{Expected, Key};
use raaderum::scenario::link;
use raaderum::uncertainty::bands::Bands;
use raaderum::uncertainty::draws::{IN_FRAME, MOST};
use raaderum::uncertainty::ensemble::{Ensemble, Ground, Until};
use raaderum::uncertainty::samples::{Samples, Watch};
use raaderum::uncertainty::series::Series;
use std::hint::black_box;

const NOTHING: &str = "place=silkeborg";
const ONE_GROUP: &str = "place=silkeborg&caseload.activity_ready=40";
const CEILING: &str = "place=silkeborg&caseload.activity_ready=40&rule=ceiling&room=5";
const SIX_GROUPS: &str = "place=silkeborg&caseload.insured=60&caseload.job_ready=40&caseload.activity_ready=40\
    &caseload.education_help=30&caseload.sickness=40&caseload.resource_course=25";
const DIAL: &str = "place=silkeborg&caseload.activity_ready=40&evidence=0.5";
const FIVE_LEVERS: &str = "place=silkeborg&caseload.activity_ready=40&caseload.insured=60&rules_cut=20&digital=30\
    &mentor.activity_ready=1";
/// What makes a run dearest: nobody as today, a rule that looks ahead, and a baseline that does not stand still.
const WORST_RULES: &str = "&rule=self_financing&evidence=0.5&inflow=2";
const MONTH: u16 = 72;

/// Something to measure.
pub struct Row {
    /// What it is called.
    pub name: String,
    /// Does it once.
    pub run: Box<dyn FnMut()>,
}

/// Everything that is measured, in the order of the report.
pub fn rows() -> Vec<Row> {
    let worst = format!("{SIX_GROUPS}{WORST_RULES}");
    let mut rows = vec![
        one_scenario("nothing moved", at(NOTHING)),
        one_scenario("one group", at(ONE_GROUP)),
        one_scenario("six groups", at(SIX_GROUPS)),
        one_scenario("every lever", every_lever()),
        one_scenario("one group, dial at 0.5", at(DIAL)),
        one_scenario("worst case", at(&worst)),
    ];
    for count in [IN_FRAME, MOST] {
        rows.push(draws("one group", at(ONE_GROUP), count));
        rows.push(draws("one group under the ceiling", at(CEILING), count));
        rows.push(draws("worst case", at(&worst), count));
        rows.push(bands(count));
    }
    rows.extend(questions());
    rows
}

fn row(name: String, run: impl FnMut() + 'static) -> Row {
    Row { name, run: Box::new(run) }
}

fn one_scenario(what: &str, scenario: Scenario) -> Row {
    row(format!("one scenario, {what}"), move || drop(black_box(scenario.simulate())))
}

/// The draws of a frame are kept between moves, as in the page, and go to the horizon; later ones are made anew and go to
/// the end.
fn draws(what: &str, scenario: Scenario, count: usize) -> Row {
    let until = if count <= IN_FRAME { Until::Horizon } else { Until::End };
    let (mut ensemble, mut samples) = (ensemble(&scenario), Samples::new(watch(), count));
    row(format!("{count} draws, {what}"), move || {
        samples.clear();
        ensemble.advance(&scenario.policy, true, until, &mut samples, count);
        black_box(&samples);
    })
}

fn bands(count: usize) -> Row {
    let scenario = at(ONE_GROUP);
    let (mut samples, mut scratch) = (Samples::new(watch(), count), Vec::new());
    ensemble(&scenario).advance(&scenario.policy, true, Until::End, &mut samples, count);
    row(format!("bands of {count} draws, two charts and five figures"), move || {
        black_box(Bands::of(&samples, &mut scratch));
    })
}

fn ensemble(scenario: &Scenario) -> Ensemble {
    let Scenario { place, parameters, ladder, .. } = scenario;
    let reported = evidence::reported(parameters, &LADDERS[*ladder]);
    Ensemble::new(Ground { place: place.clone(), parameters: parameters.clone(), ladder: *ladder, reported })
}

/// Two charts, and the figures at their end.
fn watch() -> Watch {
    Watch {
        months: vec![Series::Stock(None), Series::MunicipalNet],
        ends: vec![
            Series::StockChange,
            Series::Jobs,
            Series::Clarified,
            Series::MunicipalNet,
            Series::PriceOfCap,
        ],
        horizon: usize::from(MONTH),
    }
}

fn questions() -> [Row; 3] {
    let [map, solve, shares] = [ONE_GROUP, ONE_GROUP, FIVE_LEVERS].map(at);
    let keys = ["caseload.activity_ready", "rules_cut"];
    let [x, y] = keys.map(|name| Key::parse(name).expect("a key"));
    let net = Measure::Net(MONTH);
    let answered = "the question has an answer";
    [
        row("policy map, 64 × 64".into(), move || {
            drop(black_box(policy_map(&map, x, y, net).expect(answered)));
        }),
        row("break-even".into(), move || {
            drop(black_box(break_even(&solve, x, Goal::break_even(MONTH)).expect(answered)));
        }),
        row("why, five levers".into(), move || {
            drop(black_box(why(&shares, Since::Nothing, net).expect(answered)));
        }),
    ]
}

fn at(link: &str) -> Scenario {
    let read = link::read(link);
    assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    read.scenario
}

/// Every lever in the middle of its range, but for the council's: what it turns down is not run.
fn every_lever() -> Scenario {
    let mut scenario = at(NOTHING);
    for key in Key::all().filter(|key| matches!(key, Key::Lever(..)) && key.name() != "approve") {
        let text = match key.expected() {
            Expected::OneOf(words) => words[words.len() / 2].to_owned(),
            Expected::Number { min, max, whole: true, .. } => ((min + max) / 2.0).round().to_string(),
            Expected::Number { min, max, .. } => ((min + max) / 2.0).to_string(),
        };
        key.set(&mut scenario, &text).expect("the middle of a lever's range is within it");
    }
    scenario
}
