//! The runs of the data file: everything in them exists, and what a room guesses has an answer on the axis.

use raaderum::present::figure::Figure;
use raaderum::present::part::Part;
use raaderum::present::run::LONGEST_LINE;
use raaderum::present::shipped::RUNS;
use raaderum::present::{file, show::Show};
use raaderum::scenario::published::{Told, told};
use raaderum::scenario::{link, uncertain};
use raaderum::uncertainty::bands::Bands;
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::Samples;
use raaderum::words::run;
use raaderum::words::text::Language;

#[test]
fn every_link_part_and_figure_exists() {
    assert_eq!(RUNS.len(), 3);
    for run in &RUNS {
        assert!((4..=7).contains(&run.steps.len()), "{}", run.id);
        for step in run.steps {
            let read = link::read(step.link);
            assert!(read.problems.is_empty(), "{}: {:?}", run.id, read.problems);
            assert_eq!(link::write(&read.scenario), step.link, "as a link writes it");
            for name in step.show.iter().chain(step.reveal) {
                assert!(Part::parse(name).is_some(), "{}: {name}", run.id);
            }
            assert_eq!(step.asked().is_some(), step.guess.is_some(), "{}: {:?}", run.id, step.guess);
            assert!(
                step.asked()
                    .is_none_or(|asked| step.reveal.contains(&&*format!("figure.{}", asked.figure.name())))
            );
        }
    }
}

#[test]
fn every_run_can_be_shown_and_goes_through_a_file_in_both_languages() {
    for language in Language::all() {
        for index in 0..RUNS.len() {
            let run = run::shipped(language, index);
            assert!(Show::begin(run.clone()).is_some());
            assert_eq!(file::read(file::write(&run).as_bytes()), Ok(run.clone()));
            for step in &run.steps {
                assert!(!step.question.is_empty() && !step.notes.is_empty());
                // Two or three lines on a wall.
                assert!(step.question.chars().count() <= 100, "{}", step.question);
                assert!(
                    step.intro.chars().count().max(step.after.chars().count()) <= LONGEST_LINE / 2,
                    "{}",
                    step.intro
                );
            }
        }
    }
}

/// What the model says lies where the room can guess it, and so does its band; both ends of the axis are wrong answers.
#[test]
fn the_axis_holds_the_answer_and_gives_it_not_away() {
    for step in RUNS.iter().flat_map(|run| run.steps) {
        let Some(asked) = step.asked() else { continue };
        let scenario = link::read(step.link).scenario;
        let outcome = scenario.simulate();
        let watch = uncertain::watch_also(&scenario, Figure::watched());
        let mut samples = Samples::new(watch, 256);
        let approved = uncertain::approved(&outcome);
        uncertain::ensemble(&scenario).advance(&scenario.policy, approved, Until::End, &mut samples, 256);
        let answer = asked.figure.answer(&scenario, &outcome, &Bands::of(&samples, &mut Vec::new()));
        let inside = |value: f64| (asked.from..=asked.to).contains(&value);
        assert!(inside(answer.value), "{}: {answer:?}", step.link);
        assert!(answer.published.is_none_or(inside), "{}: {answer:?}", step.link);
        if matches!(
            asked.figure,
            Figure::Net | Figure::Jobs | Figure::People | Figure::Clarified | Figure::CapPrice
        ) {
            let [low, high] = answer.between.expect("it has a band");
            assert!(low < high, "{}", step.link);
        }
    }
}

#[test]
fn failures_stand_beside_successes() {
    let cases =
        RUNS.iter().flat_map(|run| run.steps).filter_map(|step| link::read(step.link).scenario.case_index());
    let outcomes: Vec<Told> = cases.map(|case| told(case).told).collect();
    assert!(outcomes.contains(&Told::Gain) && outcomes.contains(&Told::NoGain));
}

#[test]
fn no_part_has_the_name_of_another() {
    let mut names: Vec<String> = Part::all().map(Part::name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}
