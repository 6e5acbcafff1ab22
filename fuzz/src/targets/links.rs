//! The fragment of an address: scenario, page keys, embed, team question, check value.

use raaderum::scenario::embed;
use raaderum::scenario::link::{self, PAGE_KEYS, Read};
use raaderum::scenario::team::Question;
use raaderum::words::notice;
use raaderum::words::text::Language;

use crate::holds::{self, told};

/// More problems than this are not told.
const MOST_PROBLEMS: usize = 20;

pub fn run(bytes: &[u8]) {
    let read = link::read(&String::from_utf8_lossy(bytes));
    holds::scenario(&read.scenario);
    assert!(read.problems.len() <= MOST_PROBLEMS);
    for problem in &read.problems {
        for language in Language::all() {
            let message = notice::problem(language, problem);
            match problem.reason {
                link::Reason::TooLong => told(&message, ""),
                link::Reason::OtherVersion => told(&message, &problem.value),
                _ => told(&message, &problem.key),
            }
        }
    }
    assert!(read.page.iter().all(|(key, _)| PAGE_KEYS.contains(&key.as_str())));
    if let Some(sum) = &read.sum {
        sum.tells_of_other_figures(&read.scenario.simulate());
    }
    in_a_frame(&read);
    for_a_team(&read);
}

fn in_a_frame(read: &Read) {
    let (asked, _) = embed::read(&read.page, &read.scenario);
    assert!(asked.levers.len() <= embed::MOST_LEVERS);
    let again = link::read(&(link::write(&read.scenario) + &asked.write()));
    assert!(again.problems.is_empty());
    assert_eq!(embed::read(&again.page, &again.scenario), (asked, Vec::new()));
}

fn for_a_team(read: &Read) {
    Question::problems(read);
    let Some((question, given)) = Question::read(read) else { return };
    let again = Question::read(&link::read(&question.link()));
    assert_eq!(again, Some((question.clone(), None)));
    let Some(sent) = given else { return };
    holds::scenario(&sent.scenario);
    let address = question.link_with(&sent.scenario, sent.team);
    let moved = sent.team.is_some() || sent.scenario != question.base;
    assert_eq!(Question::read(&link::read(&address)), Some((question, moved.then_some(sent))), "{address}");
}
