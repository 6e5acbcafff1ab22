//! The laws of a show: never out of range, and a step back undoes a step on.

use crate::run;
use proptest::prelude::*;
use raaderum::present::keys::{Focus, Pressed, pressed};
use raaderum::present::run::Run;
use raaderum::present::show::{Command, Guess, LONGEST_NAME, MOST_GUESSES, Phase, Show};

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => Just(Command::Next),
        2 => Just(Command::Back),
        1 => Just(Command::Reveal),
        1 => Just(Command::Blank),
        1 => (0..12_usize).prop_map(Command::Go),
        1 => any::<f64>().prop_map(Command::Time),
        1 => Just(Command::Reset),
        2 => (".{0,60}", any::<f64>()).prop_map(|(name, value)| Command::Guess(Guess { name, value })),
        1 => (0..60_usize).prop_map(Command::Forget),
    ]
}

/// A show somewhere in its run.
fn show() -> impl Strategy<Value = Show> {
    (run(), proptest::collection::vec(command(), 0..30)).prop_map(|(run, commands)| {
        let mut show = Show::begin(run).expect("it has steps");
        commands.into_iter().for_each(|command| show.apply(command));
        show
    })
}

proptest! {
    #[test]
    fn whatever_is_done_the_show_stays_inside_its_run(run in run(), commands in proptest::collection::vec(command(), 0..80)) {
        let mut show = Show::begin(run).expect("it has steps");
        for command in commands {
            show.apply(command);
            prop_assert!(show.at() < show.places());
            prop_assert!(show.step_index() < show.run().steps.len());
            prop_assert!(show.phase() != Phase::Guesses || show.step().guess.is_some());
            prop_assert!(show.phase() != Phase::Revealed || show.step().hides());
            let used = show.timer.used(1e12);
            prop_assert!(used.is_finite() && used >= 0.0);
            for step in 0..show.run().steps.len() {
                let guesses = show.guesses(step);
                prop_assert!(guesses.len() <= MOST_GUESSES);
                prop_assert!(guesses.iter().all(|guess| guess.value.is_finite() && guess.name.chars().count() <= LONGEST_NAME));
                prop_assert!(guesses.is_empty() || show.run().steps[step].guess.is_some());
            }
        }
    }

    #[test]
    fn on_and_back_is_where_it_was(mut show in show()) {
        show.blank = false;
        let (at, last) = (show.at(), show.places() - 1);
        let guesses = show.guesses(show.step_index()).to_vec();
        show.apply(Command::Next);
        prop_assert_eq!(show.at(), (at + 1).min(last));
        if at < last {
            show.apply(Command::Back);
            prop_assert_eq!(show.at(), at);
            prop_assert_eq!(show.guesses(show.step_index()), &guesses[..]);
        }
    }

    #[test]
    fn a_dark_screen_comes_back_where_it_was(mut show in show(), on in any::<bool>()) {
        show.blank = false;
        let at = show.at();
        show.apply(Command::Blank);
        prop_assert!(show.blank);
        show.apply(if on { Command::Next } else { Command::Back });
        prop_assert_eq!((show.at(), show.blank), (at, false));
    }

    #[test]
    fn the_next_key_alone_goes_through_everything_once(run in run()) {
        let mut show = Show::begin(run).expect("it has steps");
        let mut seen = vec![(show.step_index(), show.phase())];
        while show.at() + 1 < show.places() {
            show.apply(Command::Next);
            seen.push((show.step_index(), show.phase()));
        }
        let mut each: Vec<usize> = seen.iter().map(|(step, _)| *step).collect();
        prop_assert!(each.is_sorted());
        each.dedup();
        prop_assert_eq!(each.len(), show.run().steps.len());
        for (index, step) in show.run().steps.iter().enumerate() {
            let phases: Vec<Phase> = seen.iter().filter(|(at, _)| *at == index).map(|(_, phase)| *phase).collect();
            prop_assert_eq!(phases[0], Phase::Question);
            prop_assert_eq!(phases.contains(&Phase::Guesses), step.guess.is_some());
            prop_assert_eq!(phases.last() == Some(&Phase::Revealed), step.hides());
        }
    }

    #[test]
    fn revealing_stays_with_the_step_and_every_change_counts(mut show in show()) {
        let (step, turn) = (show.step_index(), show.turn);
        show.apply(Command::Reveal);
        prop_assert_eq!(show.step_index(), step);
        prop_assert!(!show.blank);
        prop_assert_eq!(show.phase() == Phase::Revealed, show.step().hides());
        prop_assert_eq!(show.turn, turn.wrapping_add(1));
    }

    #[test]
    fn a_new_step_begins_with_a_new_watch(mut show in show(), now in 0.0..1e12) {
        show.apply(Command::Reset);
        show.apply(Command::Time(now));
        let step = show.step_index();
        show.blank = false;
        show.apply(Command::Next);
        prop_assert_eq!(show.timer.since.is_some(), show.step_index() == step);
    }
}

#[test]
fn a_run_without_steps_cannot_be_shown() {
    assert!(Show::begin(Run::default()).is_none());
}

#[test]
fn keys_do_what_the_list_of_keys_says() {
    let on = Some(Pressed::Do(Command::Next));
    for key in ["PageDown", "ArrowRight", "ArrowDown", " "] {
        assert_eq!(pressed(key, Focus::Stage), on, "{key}");
    }
    for key in ["PageUp", "ArrowLeft", "ArrowUp"] {
        assert_eq!(pressed(key, Focus::Stage), Some(Pressed::Do(Command::Back)), "{key}");
    }
    for key in ["b", "B", "."] {
        assert_eq!(pressed(key, Focus::Stage), Some(Pressed::Do(Command::Blank)), "{key}");
    }
    assert_eq!(pressed("r", Focus::Stage), Some(Pressed::Do(Command::Reveal)));
    assert_eq!(pressed("t", Focus::Button), Some(Pressed::Time));
    assert_eq!(pressed("Escape", Focus::Field), Some(Pressed::Leave));
    assert_eq!(pressed("PageDown", Focus::Field), on, "a clicker works wherever the focus is");
    assert_eq!(pressed("b", Focus::Field), None, "a field takes letters");
    assert_eq!(pressed("ArrowLeft", Focus::Field), None);
    assert_eq!(pressed(" ", Focus::Button), None, "a space presses the button");
    assert_eq!(pressed("Enter", Focus::Stage), None);
}
