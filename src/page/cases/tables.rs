//! Tables over several cases: all published figures, and two cases beside each other.

use std::rc::Rc;

use yew::prelude::*;

use super::found::AllFound;
use crate::model::tables::{CASE_COUNT, CASES};
use crate::questions::case::Found;
use crate::scenario::published::{self, Comparison};
use crate::words::case;
use crate::words::text::{Language, Text};

/// A table that may be wider than the page.
fn rolling(language: Language, table: Html) -> Html {
    html! {
        <div class="rolling" role="group" tabindex="0" aria-label={language.text(Text::CasesScroll)}>{ table }</div>
    }
}

/// Every published figure that the model has one for.
pub fn overview(language: Language, all: &AllFound) -> Html {
    let say = |text| language.text(text);
    let row = |case: usize, index: usize| {
        let told = CASES[case].published[index].series?;
        let found = all.of(case).and_then(|found| found.figures.get(index).copied().flatten());
        let cells = found.map(|found| {
            let Comparison { published, research, .. } = found.comparison;
            [
                case::figure(language, published.name, research),
                case::between(language, published.name, [found.band[0], found.band[4]]),
                case::agreement_in_short(language, &found.comparison),
            ]
        });
        let cells = cells.unwrap_or_default();
        let telling = case::telling(language, case, index).join(" · ");
        Some(html! {
            <tr key={format!("{case}.{index}")} data-row={CASES[case].id}>
                <th scope="row">{ language.case_name(case) }</th>
                <td>{ case::series_name(language, &told) }</td>
                <td>{ telling }</td>
                { for cells.into_iter().enumerate().map(|(column, cell)| html! { <td key={column}>{ cell }</td> }) }
            </tr>
        })
    };
    let rows = (0..CASE_COUNT)
        .flat_map(|case| (0..CASES[case].published.len()).filter_map(move |index| row(case, index)));
    let columns = [
        Text::CasesColumnCase,
        Text::CasesColumnFigure,
        Text::CasesColumnPublished,
        Text::CasesColumnModel,
        Text::CasesColumnBetween,
        Text::CasesColumnAgrees,
    ];
    let column = |(index, text): (usize, Text)| html! { <th key={index} scope="col">{ say(text) }</th> };
    let table = html! {
        <table>
            <thead><tr>{ for columns.into_iter().enumerate().map(column) }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    };
    rolling(language, table)
}

/// The cases that are shown beside another, each with that other.
pub fn pairs() -> impl Iterator<Item = [usize; 2]> {
    (0..CASE_COUNT).filter_map(|case| Some([published::told(case).beside?, case]))
}

/// A figure's name, and the figure as it is written.
type Named = (String, String);

/// What two cases come to, side by side.
pub fn pair(language: Language, all: &AllFound, cases: [usize; 2]) -> Html {
    let found = cases.map(|case| all.of(case));
    let [Some(first), Some(second)] = found else {
        return html! { <p key="pair" role="status">{ language.text(Text::AskBusy) }</p> };
    };
    let rows = |found: &Rc<Found>| -> Vec<Named> {
        let posts = (language.text(Text::CasesPosts).to_owned(), language.posts(found.posts));
        let headlines = found.headlines.iter().map(|headline| case::headline(language, headline));
        [posts].into_iter().chain(headlines).collect()
    };
    let row = |(index, (first, second)): (usize, (Named, Named))| {
        html! {
            <tr key={index}><th scope="row">{ first.0 }</th><td>{ first.1 }</td><td>{ second.1 }</td></tr>
        }
    };
    let both = rows(&first).into_iter().zip(rows(&second)).enumerate();
    let column = |case: usize| html! { <th key={case} scope="col">{ language.case_name(case) }</th> };
    let table = html! {
        <table>
            <thead><tr><td></td>{ for cases.into_iter().map(column) }</tr></thead>
            <tbody>{ for both.map(row) }</tbody>
        </table>
    };
    html! { <div key="pair" data-pair={CASES[cases[1]].id}>{ rolling(language, table) }</div> }
}
