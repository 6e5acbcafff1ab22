//! Cases: what the articles told, beside what the model gives.

mod card;
mod found;
mod picture;
mod tables;

use yew::prelude::*;

use super::navigation::PageProps;
use crate::model::tables::{CASE_COUNT, CASES};
use crate::scenario::published::{Told, told};
use crate::words::text::Text;
use card::Card;

/// The page.
#[component]
pub fn Cases(props: &PageProps) -> Html {
    let language = props.state.language;
    let say = |text| language.text(text);
    let found = found::use_found();
    let card = |case: usize| {
        html! {
            <Card key={CASES[case].id} {case} {language} found={found.of(case)} store={props.store.clone()} />
        }
    };
    let why = [
        Text::CasesWhyTrend,
        Text::CasesWhySelection,
        Text::CasesWhyBundle,
        Text::CasesWhyCounted,
        Text::CasesWhyExpected,
    ];
    let reason = |(index, text): (usize, Text)| html! { <li key={index}>{ say(text) }</li> };
    let legend = [Text::CasesKeyPublished, Text::CasesKeyModel, Text::CasesKeyToday];
    let pair = |cases: [usize; 2]| {
        html! { <div key={cases[1]}>{ tables::pair(language, &found, cases) }</div> }
    };
    html! {
        <div class="cases" data-whole={found.is_whole().to_string()}>
            <h1 class="page-title">{ say(Text::PageCases) }</h1>
            <p class="prose">{ say(Text::CasesIntro) }</p>
            <h2>{ say(Text::CasesWhy) }</h2>
            <ul class="prose">{ for why.into_iter().enumerate().map(reason) }</ul>
            <h2>{ say(Text::CasesOverview) }</h2>
            { tables::overview(language, &found) }
            <p class="prose source">{ say(Text::CasesOverviewNone) }</p>
            <h2>{ say(Text::CasesWithOutcome) }</h2>
            <p class="prose source">{ legend.map(say).join(" · ") }</p>
            <div class="case-cards">{ for in_turn().into_iter().map(card) }</div>
            <h2>{ say(Text::CasesWithoutOutcome) }</h2>
            <div class="case-cards">{ for of(Told::Open).into_iter().map(card) }</div>
            <h2>{ say(Text::CasesPair) }</h2>
            <p class="prose">{ say(Text::CasesPairNote) }</p>
            { for tables::pairs().map(pair) }
        </div>
    }
}

fn of(outcome: Told) -> Vec<usize> {
    (0..CASE_COUNT).filter(|case| told(*case).told == outcome).collect()
}

/// One case with a gain and one without in turn, so that neither kind stands above the other.
fn in_turn() -> Vec<usize> {
    let (gains, others) = (of(Told::Gain), of(Told::NoGain));
    let longest = gains.len().max(others.len());
    (0..longest).flat_map(|turn| [gains.get(turn), others.get(turn)]).flatten().copied().collect()
}
