//! A range as a line: where a goal is reached, and marks on it.

use yew::prelude::*;

use crate::scenario::digits;

/// What is drawn on the line from `ends[0]` to `ends[1]`.
pub struct Strip<'a> {
    pub ends: [f64; 2],
    /// Where the goal is reached.
    pub reached: &'a [[f64; 2]],
    /// In how many of the outcomes it is, piece by piece: nothing while that is not known, `None` where it is not asked.
    pub odds: Option<&'a [([f64; 2], f64)]>,
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
/// The odds stand so high over the line, in tenths of what it takes.
const ODDS: f64 = 10.0;

/// The odds over the line, on a ground that is there before they are.
fn shades(odds: &[([f64; 2], f64)], at: impl Fn(f64) -> f64) -> Html {
    let shade = |(index, (ends, share)): (usize, &([f64; 2], f64))| {
        let [left, right] = ends.map(&at);
        html! {
            <rect key={index} class="strip-odds" x={digits::write(left)} width={digits::write(right - left)}
                y="-9" height="8" fill-opacity={digits::write(*share)} />
        }
    };
    html! {
        <g shape-rendering="crispEdges">
            <rect key="ground" class="strip-ground" x="0" width="100" y="-9" height="8" />
            { for odds.iter().enumerate().map(shade) }
        </g>
    }
}

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
        let top = if self.odds.is_some() { -ODDS } else { 0.0 };
        let tall = self.odds.is_some().then_some("strip-tall");
        let present = (at(self.present) - MARK / 2.0).clamp(0.0, 100.0 - MARK);
        html! {
            <div class={classes!("strip", tall)}>
                <svg viewBox={format!("0 {top} 100 {}", 10.0 - top)} preserveAspectRatio="none" role="img" aria-label={self.label.clone()}>
                    { self.odds.map(|odds| shades(odds, at)) }
                    <rect class="strip-line" x="0" width="100" y="4.4" height="1.2" />
                    <g>{ for self.reached.iter().enumerate().map(stretch) }</g>
                    <rect class="mark-today" x={digits::write(present)} width={digits::write(MARK)}
                        y={digits::write(top)} height={digits::write(10.0 - top)} />
                </svg>
                <p class="strip-ends" aria-hidden="true">
                    <span>{ self.words[0].clone() }</span><span>{ self.words[1].clone() }</span>
                </p>
            </div>
        }
    }
}
