//! About: what this is, who may use it, what is known of its gaps, and how to cite it.

use yew::prelude::*;

use super::navigation::PageProps;
use super::out::cited;
use crate::model::tables::Confidence;
use crate::scenario::edition::{self, CRATES, SOBOL_NOTICE};
use crate::words::judged;
use crate::words::text::{Language, Text};

/// A part of the page: its heading, its paragraphs, and a list after them.
struct Part {
    title: Text,
    words: &'static [Text],
    list: &'static [Text],
}

const PARTS: [Part; 5] = [
    Part {
        title: Text::AboutWhat,
        words: &[Text::AboutWhatIs, Text::AboutWhatFor, Text::AboutWhatNot],
        list: &[],
    },
    Part {
        title: Text::AboutPrivacy,
        words: &[Text::AboutPrivacyWords, Text::AboutPrivacyStored, Text::AboutPrivacyOffline],
        list: &[],
    },
    Part {
        title: Text::AboutAccess,
        words: &[Text::AboutAccessStatus, Text::AboutAccessTested, Text::AboutAccessGaps],
        list: &[
            Text::AboutGapReaders,
            Text::AboutGapCharts,
            Text::AboutGapTables,
            Text::AboutGapFormulas,
            Text::AboutGapBrowsers,
        ],
    },
    Part { title: Text::AboutComplain, words: &[Text::AboutComplainHere, Text::AboutComplainLaw], list: &[] },
    Part {
        title: Text::AboutUse,
        words: &[Text::AboutLicence, Text::AboutSobol, Text::AboutOthers],
        list: &[],
    },
];

/// The page.
#[component]
pub fn About(props: &PageProps) -> Html {
    let language = props.state.language;
    let say = |text| language.text(text);
    let part = |(index, part): (usize, &Part)| {
        html! {
            <section key={index}>
                <h2>{ say(part.title) }</h2>
                { for part.words.iter().enumerate().map(|(index, text)| html! { <p key={index}>{ say(*text) }</p> }) }
                <ul hidden={part.list.is_empty()}>
                    { for part.list.iter().enumerate().map(|(index, text)| html! { <li key={index}>{ say(*text) }</li> }) }
                </ul>
            </section>
        }
    };
    html! {
        <div class="about">
            <h1 class="page-title">{ say(Text::PageAbout) }</h1>
            { edition_of(language) }
            { rests_on(language) }
            { for PARTS.iter().enumerate().map(part) }
            { sobol(language) }
            { crates(language) }
        </div>
    }
}

/// The version, and how to cite it.
fn edition_of(language: Language) -> Html {
    html! {
        <section>
            <h2>{ language.text(Text::AboutVersion) }</h2>
            <dl class="case-plan">
                <div><dt>{ language.text(Text::AboutProgram) }</dt><dd data-version="">{ edition::VERSION }</dd></div>
                <div><dt>{ language.text(Text::AboutData) }</dt><dd data-edition="">{ edition::data() }</dd></div>
            </dl>
            <p>{ language.text(Text::AboutVersionMeans) }</p>
            <h2>{ language.text(Text::AboutCite) }</h2>
            <p>{ language.text(Text::AboutCiteHow) }</p>
            <blockquote data-cite="">{ cited(language) }</blockquote>
        </section>
    }
}

/// How many of the figures are judged.
fn rests_on(language: Language) -> Html {
    html! {
        <section data-judged={Confidence::Judgement.count().to_string()}>
            <h2>{ language.text(Text::AboutRests) }</h2>
            <p>{ judged::how_many_judged(language, Text::AboutRestsOn) }</p>
        </section>
    }
}

/// The notice that goes with the direction numbers; it has to be passed on as it stands.
fn sobol(language: Language) -> Html {
    html! {
        <details class="table" data-sobol="">
            <summary>{ language.text(Text::AboutSobolNotice) }</summary>
            <div lang="en">
                { for SOBOL_NOTICE.split("\n\n").enumerate().map(|(index, part)| html! { <p key={index}>{ part }</p> }) }
            </div>
        </details>
    }
}

/// What others have written of the page.
fn crates(language: Language) -> Html {
    let row = |(name, licence): &(&'static str, &'static str)| {
        html! { <tr key={*name}><th scope="row">{ *name }</th><td>{ *licence }</td></tr> }
    };
    html! {
        <details class="table" data-crates="">
            <summary>{ language.text(Text::AboutCrates) }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ language.text(Text::AboutCrate) }</th>
                        <th scope="col">{ language.text(Text::AboutCrateLicence) }</th>
                    </tr>
                </thead>
                <tbody>{ for CRATES.iter().map(row) }</tbody>
            </table>
        </details>
    }
}
