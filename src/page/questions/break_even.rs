//! Where a lever must stand, and how sure that is, as a visitor reads it.

use yew::prelude::*;

use super::answers::{Answered, line, present_value};
use super::strip::Strip;
use crate::page::state::Action;
use crate::questions::break_even::{Answer, BreakEven, EdgeKind, Stretch};
use crate::questions::odds::{Chance, Odds};
use crate::questions::setting::{Number, Setting, present};
use crate::scenario::digits;
use crate::words::question;
use crate::words::text::Text;

/// Every so many points of the scan have a row in the table.
const ROWS: usize = 2;

impl Answered<'_> {
    /// Where a lever must stand, buttons that put it there, and in how many of the outcomes the goal is reached.
    pub fn break_even(&self, answer: &Answer, odds: Option<&Odds>) -> Html {
        let (language, number) = (self.language, &answer.number);
        let place = |at: f64| question::place(language, number, at);
        let mut lines = question::break_even(language, answer);
        lines.push(present_value(language, answer.goal.measure, answer.present));
        let moves = !matches!(answer.found, BreakEven::NoEffect { .. });
        let mut edges = edges(&answer.found);
        edges.dedup_by(|one, next| place(*one) == place(*next));
        let ends = ends(number, &edges);
        let now = match present(number.key, &self.told.scenario) {
            Setting::Number(value) => value,
            Setting::Word(_) => f64::NAN,
        };
        let pieces = odds.map(Odds::pieces).unwrap_or_default();
        let strip = Strip {
            ends,
            reached: &reached(answer),
            odds: moves.then_some(&*pieces),
            present: now,
            words: ends.map(place),
            label: lines.first().cloned().unwrap_or_default(),
        };
        let note = if moves { Text::AskOddsNote } else { Text::AskStripNote };
        html! {
            <>
                <div class="answer-words" aria-live="polite">{ for lines.iter().enumerate().map(line) }</div>
                <p class="answer-present" data-figure="break_even" data-value={digits::write(answer.present)}></p>
                { strip.view() }
                <p class="chart-note">{ language.text(note) }</p>
                <div class="buttons">{ for edges.iter().enumerate().map(|edge| self.button(number, edge)) }</div>
                { moves.then(|| self.odds(odds, ends)) }
            </>
        }
    }

    fn button(&self, number: &Number, (index, at): (usize, &f64)) -> Html {
        let language = self.language;
        let (store, key, value) = (self.store.clone(), number.key, digits::write(*at));
        let (lever, place) = (question::name(language, key), question::place(language, number, *at));
        let label = self.say(Text::AskSetThere, &[("lever", &lever), ("value", &place)]);
        let onclick = move |_| store.dispatch(Action::Set(key, value.clone()));
        html! { <button key={index} type="button" class="button" data-set={digits::write(*at)} {onclick}>{ label }</button> }
    }

    /// In how many of the outcomes the goal is reached; its place is kept until that is known.
    fn odds(&self, odds: Option<&Odds>, [low, high]: [f64; 2]) -> Html {
        let language = self.language;
        let lines = odds.map(|odds| question::odds(language, odds)).unwrap_or_default();
        let table = odds.map(|odds| {
            let row = |Chance { at, share }: &Chance| {
                html! {
                    <tr key={digits::write(*at)}>
                        <th scope="row">{ question::place(language, &odds.number, *at) }</th>
                        <td>{ language.chance(*share) }</td>
                    </tr>
                }
            };
            let shown = odds.scan.iter().filter(|chance| (low..=high).contains(&chance.at));
            let rows = shown.step_by(ROWS).map(row).collect();
            let lever = question::name(language, odds.number.key);
            let heads = [&*lever, language.text(Text::AskOddsShare)];
            self.table(Text::AskOddsShare, heads.into_iter(), rows)
        });
        html! {
            <>
                <div class="answer-words answer-odds" aria-live="polite" data-figure="odds"
                    data-value={odds.map(|odds| digits::write(odds.present))}>
                    { for lines.iter().enumerate().map(line) }
                </div>
                <details class="table">
                    <summary>{ language.text(Text::ChartAsTable) }</summary>
                    { table }
                </details>
            </>
        }
    }
}

/// Where the goal is reached in the central run.
fn reached(answer: &Answer) -> Vec<[f64; 2]> {
    match &answer.found {
        BreakEven::Always { .. } => vec![answer.number.bounds],
        found => stretches(found).iter().map(|stretch| [stretch.from.at, stretch.to.at]).collect(),
    }
}

fn stretches(found: &BreakEven) -> &[Stretch] {
    match found {
        BreakEven::Where(stretches) => stretches,
        _ => &[],
    }
}

/// Where the goal begins or ceases to be reached, the ends of the range left out.
fn edges(found: &BreakEven) -> Vec<f64> {
    let edges = stretches(found).iter().flat_map(|stretch| [stretch.from, stretch.to]);
    edges.filter(|edge| edge.kind != EdgeKind::Bound).map(|edge| edge.at).collect()
}

/// The usual range, or the whole of it where the answer lies beside the usual part.
fn ends(number: &Number, edges: &[f64]) -> [f64; 2] {
    let usual = number.usual;
    let beside = edges.iter().any(|at| *at < usual[0] || *at > usual[1]);
    if beside { number.bounds } else { usual }
}
