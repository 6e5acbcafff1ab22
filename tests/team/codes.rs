//! Short codes: what goes out comes back, and what is mistyped is caught.

use crate::common::levers;
use proptest::prelude::*;
use raaderum::model::policy::Policy;
use raaderum::model::tables::{LEVERS, LeverKind};
use raaderum::scenario::code::check::Guess;
use raaderum::scenario::code::{self, MOST_TEAMS, Problem, Sent, letter};
use raaderum::scenario::keys::Key;
use raaderum::scenario::{Scenario, link};

/// A scenario of a link.
fn of(link: &str) -> Scenario {
    let read = link::read(link);
    assert!(read.problems.is_empty(), "{link}: {:?}", read.problems);
    read.scenario
}

const BASE: &str = "place=silkeborg&rule=ceiling";

/// Codes of several lengths, with what they were made from: one of them has two blocks of checks, one three.
fn samples() -> Vec<(Scenario, String)> {
    let moves = [
        "",
        "&caseload.activity_ready=45",
        "&caseload.activity_ready=45&room=1.3",
        "&caseload.activity_ready=45&caseload.insured=60&caseload.sickness=47&room=1.3&inflow=1.5&cycle=-7",
        "&caseload.activity_ready=45.5&horizon=120&approve=6&review=24&review_share=25&end=60&start=6&evidence=0.37\
         &staffing=hold&one_off=2.5&one_off_pool=50&growth=1.5&grant=3&reserve=100&digital=70&rules_cut=20",
        "&caseload.activity_ready=45.123456&caseload.insured=61.987654&caseload.sickness=47.111111\
         &caseload.job_ready=80.7654321&mentor.activity_ready=1.333333&talks.insured=3.1415926",
    ];
    let base = of(BASE);
    moves
        .iter()
        .map(|moved| (base.clone(), code::write(&base, &of(&format!("{BASE}{moved}")), Some(7))))
        .collect()
}

/// The symbols of a code, without its dashes.
fn symbols(written: &str) -> Vec<char> {
    written.chars().filter(|letter| *letter != '-').collect()
}

fn all() -> impl Iterator<Item = char> {
    (0..32).map(letter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scenario_that_levers_reach_comes_back(base in levers(), moved in levers(), team in 0..=MOST_TEAMS) {
        // In the whole country nobody else can act.
        let who = if base.place.country { base.policy.who } else { moved.policy.who };
        let scenario = base.with_policy(Policy { who, ..moved.policy.clone() });
        let team = (team > 0).then_some(team);
        let written = code::write(&base, &scenario, team);
        prop_assert_eq!(code::read(&base, &written), Ok(Sent { team, scenario }));
    }

    #[test]
    fn every_step_of_a_slider_comes_back_in_few_symbols(at in 0..Key::all().count(), share in 0.0..=1.0_f64) {
        let base = of(BASE);
        let Some(key @ Key::Lever(lever, _)) = Key::all().nth(at) else { return Ok(()) };
        let LeverKind::Number { min, max, step, .. } = LEVERS[lever].kind else { return Ok(()) };
        let place = (share * (max - min) / step).round();
        let mut scenario = base.clone();
        // As a slider has it: the value that the step's decimals write.
        let value = format!("{:.2}", min + place * step).parse::<f64>().expect("a number");
        key.set(&mut scenario, &value.to_string()).expect("within bounds");
        let written = code::write(&base, &scenario, Some(12));
        prop_assert_eq!(code::read(&base, &written).map(|sent| sent.scenario), Ok(scenario));
        prop_assert!(symbols(&written).len() <= 11, "{}: {written}", key.name());
    }

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,80}") {
        let _ = code::read(&of(BASE), &text);
    }

    #[test]
    fn any_symbols_are_read_without_harm(text in "[0-9A-HJKMNP-TV-Z]{0,90}") {
        let base = of(BASE);
        if let Ok(Sent { team, scenario }) = code::read(&base, &text) {
            prop_assert_eq!(symbols(&code::write(&base, &scenario, team)), symbols(&text));
        }
    }

    #[test]
    fn as_people_type_it(moved in levers(), team in 1..=MOST_TEAMS, with in "[ -]{0,3}") {
        let base = of(BASE);
        // In the whole country nobody else can act.
        let who = if base.place.country { base.policy.who } else { moved.policy.who };
        let scenario = base.with_policy(Policy { who, ..moved.policy.clone() });
        let written = code::write(&base, &scenario, Some(team));
        let typed = written.to_lowercase().replace('-', &with).replace('0', "o").replace('1', "l");
        let spoken = written.replace('0', "O").replace('1', "I").replace('-', " – ");
        for typed in [typed, spoken] {
            prop_assert_eq!(code::read(&base, &typed), Ok(Sent { team: Some(team), scenario: scenario.clone() }));
        }
    }
}

#[test]
fn every_wrong_symbol_is_caught_in_every_place() {
    let mut tried = 0;
    for (base, written) in samples() {
        let right = symbols(&written);
        for place in 0..right.len() {
            for wrong in all().filter(|wrong| *wrong != right[place]) {
                let mut typed = right.clone();
                typed[place] = wrong;
                let told = code::read(&base, &typed.iter().collect::<String>());
                assert!(matches!(told, Err(Problem::Mistyped(_))), "{typed:?}: {told:?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 5_000, "{tried}");
}

#[test]
fn every_swap_of_neighbours_is_caught() {
    for (base, written) in samples() {
        let right = symbols(&written);
        for place in (1..right.len()).filter(|place| right[place - 1] != right[*place]) {
            let mut typed = right.clone();
            typed.swap(place - 1, place);
            let told = code::read(&base, &typed.iter().collect::<String>());
            assert!(matches!(told, Err(Problem::Mistyped(_))), "{typed:?}: {told:?}");
        }
    }
}

#[test]
fn any_two_wrong_symbols_of_a_short_code_are_caught() {
    let (base, written) = samples().swap_remove(1);
    let right = symbols(&written);
    for (first, second) in (0..right.len()).flat_map(|first| (0..first).map(move |second| (first, second))) {
        for (one, other) in all().flat_map(|one| all().map(move |other| (one, other))) {
            let mut typed = right.clone();
            (typed[first], typed[second]) = (one, other);
            if typed[first] != right[first] || typed[second] != right[second] {
                assert!(code::read(&base, &typed.iter().collect::<String>()).is_err(), "{typed:?}");
            }
        }
    }
}

/// All three wrong symbols there can be at some places: what passes the checks, and what is taken for a code.
#[test]
fn of_other_mistakes_at_most_one_in_a_thousand_passes() {
    let (base, written) = samples().swap_remove(2);
    let right = symbols(&written);
    let (mut tried, mut passed, mut taken) = (0_u32, 0_u32, 0_u32);
    for places in [[0, 5, 9], [1, 2, 3], [4, 6, 10], [7, 8, 11]] {
        for number in 0..32_u32.pow(3) {
            let mut typed = right.clone();
            for (place, at) in places.into_iter().zip(0..) {
                typed[place.min(right.len() - 1)] = letter((number >> (5 * at) & 31) as u8);
            }
            if typed != right {
                tried += 1;
                match code::read(&base, &typed.iter().collect::<String>()) {
                    Err(Problem::Mistyped(_)) => {}
                    Ok(_) => (passed, taken) = (passed + 1, taken + 1),
                    Err(_) => passed += 1,
                }
            }
        }
    }
    println!("{tried} tried, {passed} passed the checks, {taken} taken for a code");
    assert!(f64::from(passed) / f64::from(tried) < 0.001, "{passed} of {tried}");
}

#[test]
fn the_wrong_symbol_is_named_where_it_can_be() {
    let (base, written) = samples().swap_remove(1);
    let right = symbols(&written);
    let mut named = 0;
    for place in 0..right.len() {
        let mut typed = right.clone();
        typed[place] = if right[place] == '7' { '8' } else { '7' };
        match code::read(&base, &typed.iter().collect::<String>()) {
            Err(Problem::Mistyped(Some(Guess::Symbol(at, should)))) => {
                assert_eq!((at, letter(should)), (place + 1, right[place]), "{typed:?}");
                named += 1;
            }
            told => assert_eq!(told, Err(Problem::Mistyped(None)), "{typed:?}"),
        }
    }
    assert!(named > right.len() / 2, "{named} of {}", right.len());
}

#[test]
fn one_or_two_levers_are_short() {
    let base = of("place=silkeborg");
    let length =
        |moved: &str| symbols(&code::write(&base, &of(&format!("place=silkeborg&{moved}")), Some(12))).len();
    assert_eq!(length("caseload.activity_ready=45"), 9);
    assert!(length("caseload.activity_ready=45&rule=self_financing") <= 12);
    assert!(length("caseload.activity_ready=45&caseload.insured=60") <= 12);
    assert!(length("reserve=49999&inflow=-10") <= 16);
    let every: Vec<String> = Key::all()
        .filter(|key| matches!(key, Key::Lever(..)))
        .map(|key| {
            let value = match key.expected() {
                raaderum::scenario::keys::Expected::OneOf(words) => words[words.len() - 1].to_owned(),
                raaderum::scenario::keys::Expected::Number { max, .. } => max.to_string(),
            };
            format!("{}={value}", key.name())
        })
        .collect();
    println!("every lever moved: {} symbols", length(&every.join("&")));
}

#[test]
fn problems_are_told_apart() {
    let base = of(BASE);
    let written = code::write(&base, &base, None);
    assert_eq!(written.len(), 7, "nothing moved: {written}");
    let refused = |typed: &str| code::read(&base, typed).expect_err("it is refused");
    assert_eq!(refused("  - "), Problem::Empty);
    assert_eq!(refused("3K*"), Problem::NotASymbol('*', 3));
    assert_eq!(refused("3KU"), Problem::NotASymbol('U', 3));
    assert_eq!(refused("æ"), Problem::NotASymbol('æ', 1));
    assert_eq!(refused("3K"), Problem::TooShort);
    assert_eq!(refused(&"7".repeat(2000)), Problem::TooLong);
    let other = of("place=silkeborg&rule=ceiling&room=1");
    assert_eq!(code::read(&other, &written), Err(Problem::OtherBase));
    let checked =
        |symbols: &[u8]| code::check::with_checks(symbols).into_iter().map(letter).collect::<String>();
    let own = code::check::without_checks(
        &symbols(&written)
            .iter()
            .map(|of| all().position(|known| known == *of).expect("a symbol") as u8)
            .collect::<Vec<_>>(),
    )
    .expect("checked");
    assert_eq!(refused(&checked(&[&[MOST_TEAMS + 1], &own[1..]].concat())), Problem::Later);
    assert_eq!(refused(&checked(&[&own[..], &[31; 20]].concat())), Problem::UnknownLever);
    assert_eq!(
        refused(&checked(&[&own[..], &[0, 1]].concat())),
        Problem::UnknownLever,
        "not the shortest way"
    );
}

/// A code that was written down in a meeting must be read by the next build with the same levers.
#[test]
fn a_code_stays_what_it_is() {
    let base = of("place=silkeborg");
    assert_eq!(code::write(&base, &of("place=silkeborg&caseload.activity_ready=45"), Some(3)), "3TQV-1C51-W");
}
