//! What a room keeps.

use proptest::prelude::*;
use raaderum::questions::team::{Stands, found, spreads};
use raaderum::scenario::code::{self, Problem};
use raaderum::scenario::keys::Key;
use raaderum::scenario::stored::Unread;
use raaderum::scenario::team::room::{Asked, Entered, Entry, MOST_ENTRIES, Room, enter, meaning};
use raaderum::scenario::team::{Question, in_sight};
use raaderum::scenario::{Scenario, link};

fn base() -> Scenario {
    link::read("place=silkeborg").scenario
}

fn answer(caseload: f64) -> Scenario {
    link::read(&format!("place=silkeborg&caseload.activity_ready={caseload}")).scenario
}

fn code_of(caseload: f64, team: Option<u8>) -> String {
    code::write(&base(), &answer(caseload), team)
}

/// A room in which so many teams have answered.
fn teams(count: u8) -> Vec<Entry> {
    (1..=count).fold(Vec::new(), |entries, team| {
        match enter(&base(), &entries, &code_of(30.0 + f64::from(team), Some(team))) {
            Entered::New(entries) => entries,
            other => panic!("{other:?}"),
        }
    })
}

#[test]
fn twelve_teams_fit_and_no_thirteenth() {
    let entries = teams(12);
    assert_eq!(entries.len(), MOST_ENTRIES);
    assert_eq!(enter(&base(), &entries, &code_of(50.0, None)), Entered::Full);
    assert_eq!(enter(&base(), &entries, &code_of(33.0, Some(3))), Entered::There(2));
    let Entered::Twice { at: 2, replaced, both: None } = enter(&base(), &entries, &code_of(50.0, Some(3)))
    else {
        panic!("the other answer of team three can only take the place of the first")
    };
    assert_eq!(meaning(&base(), &replaced[2]).map(|sent| sent.scenario), Some(answer(50.0)));
}

#[test]
fn a_second_answer_of_a_team_is_asked_about_and_nothing_is_lost() {
    let entries = teams(3);
    let Entered::Twice { at, replaced, both: Some(both) } = enter(&base(), &entries, &code_of(60.0, Some(2)))
    else {
        panic!("it is asked")
    };
    assert_eq!((at, replaced.len(), both.len()), (1, 3, 4));
    assert_eq!(both[..3], entries[..]);
    assert_ne!(replaced[1].code, entries[1].code);
    // Two teams without numbers may have the same answer.
    let Entered::New(one) = enter(&base(), &entries, &code_of(45.0, None)) else { panic!("a new one") };
    let Entered::Twice { both: Some(_), .. } = enter(&base(), &one, &code_of(45.0, None)) else {
        panic!("it is asked")
    };
    let Entered::New(_) = enter(&base(), &one, &code_of(46.0, None)) else {
        panic!("another answer is another team")
    };
}

#[test]
fn a_mistyped_code_changes_nothing() {
    let mut typed: Vec<char> = code_of(60.0, Some(2)).chars().collect();
    typed.swap(6, 7);
    let told = enter(&base(), &teams(3), &typed.into_iter().collect::<String>());
    assert!(matches!(told, Entered::Refused(Problem::Mistyped(_))), "{told:?}");
}

#[test]
fn a_room_is_kept_as_text() {
    let question = Question { levers: in_sight(&base())[..1].to_vec(), hidden: true, ..Question::of(base()) };
    let mut entries = teams(4);
    entries[0].name = "De røde\tog\nde blå".into();
    let room = Room::default().with(&question, &entries);
    let read = Room::read(&room.write()).expect("ours");
    let asked = read.of(&base()).expect("it is kept");
    assert_eq!(asked.link, question.link());
    assert_eq!(asked.entries[0].name, "De rødeogde blå");
    assert_eq!(asked.entries[1..], entries[1..]);
    let (again, _) = Question::read(&link::read(&asked.link)).expect("a question");
    assert_eq!(again, question);
    assert!(
        room.with(&Question::of(base()), &[]).0.is_empty(),
        "nothing chosen and no codes: nothing to keep"
    );
    assert_eq!(Room::read("2\nlater"), Err(Unread::Newer));
    assert_eq!(Room::read("1\nnothing of ours"), Err(Unread::Broken));
    assert_eq!(Room::read("1\n>ABC\tbefore any question"), Err(Unread::Broken));
}

#[test]
fn another_question_keeps_its_own_codes() {
    let other = link::read("place=typical").scenario;
    let room = Room::default().with(&Question::of(base()), &teams(2)).with(&Question::of(other.clone()), &[]);
    assert!(room.of(&other).is_none());
    let others: Vec<&Asked> = room.others(&other).collect();
    assert_eq!(others.len(), 1);
    assert_eq!(link::read(&others[0].link).scenario, base());
    assert_eq!(room.others(&base()).count(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_stored_text_is_read_without_harm(text in "(1\n)?(v=1[^\n]{0,20}\n)?(>[^\n]{0,30}\n){0,20}\\PC{0,40}") {
        if let Ok(room) = Room::read(&text) {
            prop_assert_eq!(Room::read(&room.write()), Ok(room));
        }
    }

    #[test]
    fn any_team_link_is_read_without_harm(levers in "\\PC{0,40}", hide in "\\PC{0,3}", given in "\\PC{0,20}") {
        let read = link::read(&format!("place=silkeborg&team-levers={levers}&team-hide={hide}&team-code={given}"));
        if let Some((question, _)) = Question::read(&read) {
            prop_assert_eq!(Question::read(&link::read(&question.link())).map(|(again, _)| again), Some(question));
        }
        let _ = Question::problems(&read);
    }
}

#[test]
fn a_phone_comes_back_to_where_it_was() {
    let question = Question::of(base());
    let link = question.link_with(&answer(45.0), Some(4));
    let read = link::read(&link);
    let (again, sent) = Question::read(&read).expect("a question");
    let sent = sent.expect("what was moved");
    assert_eq!((again.base, sent.scenario, sent.team), (base(), answer(45.0), Some(4)));
    assert!(Question::problems(&read).is_empty() && read.problems.is_empty());
    assert_eq!(question.link_with(&base(), None), question.link());
    let broken =
        link::read(&link.replace("team-levers=main", "team-levers=caseload.nobody,rule,stock.insured"));
    let named: Vec<String> = Question::problems(&broken).into_iter().map(|problem| problem.value).collect();
    assert_eq!(named, ["caseload.nobody", "stock.insured"]);
}

#[test]
fn figures_are_those_of_the_model_at_the_horizon_of_the_base() {
    let answer = link::read("place=silkeborg&caseload.activity_ready=45&horizon=120").scenario;
    let found = found(&base(), &answer);
    let outcome = answer.simulate();
    assert_eq!(found.months, 72);
    assert_eq!(found.net.0, outcome.municipal_net(72));
    assert_eq!(found.jobs.0, outcome.extra_jobs(72));
    let [low, high] = found.net.1.expect("a band");
    assert!(low < found.net.0 && found.net.0 < high);
    assert!(found.chance.is_some_and(|chance| (0.0..=1.0).contains(&chance)));
    let nothing = raaderum::questions::team::found(&base(), &base());
    assert_eq!((nothing.net, nothing.jobs, nothing.chance), ((0.0, None), (0.0, None), None));
}

#[test]
fn the_spread_of_each_lever_is_told() {
    let read = |moved: &str| link::read(&format!("place=silkeborg{moved}")).scenario;
    let answers = [
        read("&caseload.activity_ready=40&rule=ceiling"),
        read("&caseload.activity_ready=60"),
        read("&caseload.activity_ready=50&rule=one_frame"),
        read("&rule=ceiling"),
    ];
    let spreads = spreads(&base(), &answers);
    assert_eq!(spreads.len(), 2);
    assert_eq!(spreads[0].key, Key::parse("caseload.activity_ready").expect("a key"));
    // The one that left it alone stands at today's 70.
    assert_eq!((spreads[0].touched, &spreads[0].stands), (3, &Stands::Numbers([40.0, 55.0, 70.0])));
    let words = [("ceiling", 2), ("none", 1), ("one_frame", 1)].map(|(word, count)| (word.to_owned(), count));
    assert_eq!((spreads[1].touched, &spreads[1].stands), (3, &Stands::Words(words.to_vec())));
    assert!(raaderum::questions::team::spreads(&base(), &[]).is_empty());
}
