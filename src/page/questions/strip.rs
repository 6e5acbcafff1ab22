//! A range as a line: where a goal is reached, and marks on it.

use yew::prelude::*;

use crate::scenario::digits;

/// What is drawn on the line from `ends[0]` to `ends[1]`.
pub struct Strip<'a> {
    pub ends: [f64; 2],
    /// Where the goal is reached.
    pub reached: &'a [[f64; 2]],
    /// Where things stand now.
    pub present: f64,
    /// The ends in words, and what the line says for those who do not see it.
    pub words: [String; 2],
    pub label: String,
}

/// The widths of a mark, in parts of a hundred of the line.
const MARK: f64 = 0.7;
/// A stretch of no visible length is drawn so wide.
const LEAST: f64 = 1.2;

impl Strip<'_> {
    /// The line with its ends in words under it.
    pub fn view(&self) -> Html {
        let [low, high] = self.ends;
        let at = |value: f64| 100.0 * ((value - low) / (high - low)).clamp(0.0, 1.0);
        let stretch = |(index, [from, to]): (usize, &[f64; 2])| {
            let width = (at(*to) - at(*from)).max(LEAST);
            let left = at(*from).min(100.0 - width);
            html! {
                <rect key={index} class="strip-reached" x={digits::write(left)} width={digits::write(width)} y="2" height="6" />
            }
        };
        let present = (at(self.present) - MARK / 2.0).clamp(0.0, 100.0 - MARK);
        html! {
            <div class="strip">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={self.label.clone()}>
                    <rect class="strip-line" x="0" width="100" y="4.4" height="1.2" />
                    <g>{ for self.reached.iter().enumerate().map(stretch) }</g>
                    <rect class="mark-today" x={digits::write(present)} width={digits::write(MARK)} y="0" height="10" />
                </svg>
                <p class="strip-ends" aria-hidden="true">
                    <span>{ self.words[0].clone() }</span><span>{ self.words[1].clone() }</span>
                </p>
            </div>
        }
    }
}
