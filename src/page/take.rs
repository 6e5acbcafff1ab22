//! What can be taken away, and brought back: the scenario as a file, and the figures.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::prelude::*;

use super::parts::file_field::{FileField, may_drop, on_drop};
use super::state::{Action, State};
use crate::model::tables::{CASES, PACKAGES, PLACES};
use crate::scenario::export::{self, Computed, Dialect};
use crate::scenario::{Scenario, Start, edition, file};
use crate::surroundings;
use crate::uncertainty::draws::MOST;
use crate::words::notice::file_problem;
use crate::words::text::{Language, Text};

#[derive(Properties, PartialEq)]
pub struct TakeProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    /// Whether it was asked for when the page was opened.
    pub open: bool,
}

/// What a button gives.
#[derive(Clone, Copy)]
enum Form {
    Scenario,
    Csv(Dialect),
    Json,
}

impl Form {
    /// With their names; the spreadsheet of the page's language stands before the other.
    fn all(language: Language) -> [(Self, &'static str, Text); 4] {
        let own = Dialect::of_decimal(language.style().decimal);
        let of = |dialect| match dialect {
            Dialect::International => (Self::Csv(dialect), "csv", Text::TakeCsv),
            Dialect::Danish => (Self::Csv(dialect), "csv_danish", Text::TakeCsvDanish),
        };
        let [first, second] = match own {
            Dialect::International => [of(own), of(Dialect::Danish)],
            Dialect::Danish => [of(own), of(Dialect::International)],
        };
        [
            (Self::Scenario, "scenario", Text::TakeScenario),
            first,
            second,
            (Self::Json, "json", Text::TakeJson),
        ]
    }

    /// The file's type and the end of its name. A CSV has no place inside where it could say which edition it is of.
    fn kind(self) -> (&'static str, String) {
        match self {
            Self::Scenario => ("application/json", ".raaderum.json".to_owned()),
            Self::Csv(_) => ("text/csv", format!("-{}-{}.csv", edition::VERSION, edition::data())),
            Self::Json => ("application/json", ".json".to_owned()),
        }
    }

    /// The file's bytes: what the command line writes too, with the bands of as many draws as when nothing moves.
    fn bytes(self, scenario: &Scenario, surrounded: bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        let computed = || {
            let computed = Computed::of(scenario.clone());
            let last = computed.outcome.horizon;
            computed.with_bands(MOST, last)
        };
        let written = match self {
            Self::Scenario => {
                bytes = file::write(scenario).into_bytes();
                Ok(())
            }
            Self::Csv(dialect) => {
                let computed = computed();
                let (outcome, last) = (&computed.outcome, computed.outcome.horizon);
                let mut lines = Vec::new();
                let written = export::csv(&computed, last, &mut lines).and_then(|()| match surrounded {
                    true => surroundings::csv(scenario, outcome, last, &mut lines),
                    false => Ok(()),
                });
                bytes = dialect.lines(&String::from_utf8_lossy(&lines)).into_bytes();
                written
            }
            Self::Json => {
                let computed = computed();
                export::json(&computed, computed.outcome.horizon, &mut bytes)
            }
        };
        // Memory takes all that is written to it.
        written.map_or_else(|_| Vec::new(), |()| bytes)
    }
}

/// Buttons that save files, and a field that opens one.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let language = props.state.language;
    let say = |text| language.text(text);
    let told = use_state_eq(Vec::<String>::new);
    let onbytes = {
        let (set, store) = (told.setter(), props.store.clone());
        Callback::from(move |bytes: Vec<u8>| set.set(opened(language, &bytes, &store)))
    };
    let button = |(form, name, text): (Form, &'static str, Text)| {
        let (scenario, surrounded) = (props.state.scenario.clone(), props.state.surroundings);
        let onclick = move |_| {
            let (kind, ending) = form.kind();
            // A browser that saves no files gives none: there is nothing to be told that it does not tell itself.
            let _ = save(&format!("{}{ending}", slug(&scenario)), kind, &form.bytes(&scenario, surrounded));
        };
        html! { <button key={name} type="button" class="button" data-take={name} {onclick}>{ say(text) }</button> }
    };
    html! {
        <details class="take" open={props.open} ondrop={on_drop(&onbytes)} ondragover={may_drop}>
            <summary data-asked="take">{ say(Text::KeptTake) }</summary>
            <p>{ say(Text::TakeHelp) }</p>
            <div class="buttons">{ for Form::all(language).into_iter().map(button) }</div>
            <FileField file="scenario" text={say(Text::TakeOpen)} accept=".json" {onbytes} />
            <p class="lever-note">{ say(Text::TakeDrop) }</p>
            <div role="status" data-take-message="">
                { for told.iter().enumerate().map(|(i, line)| html! { <p key={i}>{ line }</p> }) }
            </div>
        </details>
    }
}

/// Takes the scenario of a file, or says why not.
fn opened(language: Language, bytes: &[u8], store: &UseReducerDispatcher<State>) -> Vec<String> {
    match file::read(bytes) {
        Ok(scenario) => {
            store.dispatch(Action::Take(Box::new(scenario)));
            let other = file::is_of_other_data(bytes).then_some(Text::TakeOtherData);
            let told = [Some(Text::TakeOpened), other].into_iter().flatten();
            told.map(|text| language.text(text).to_owned()).collect()
        }
        Err(problems) => {
            let refused = language.text(Text::TakeRefused).to_owned();
            let lines = problems.iter().map(|problem| file_problem(language, problem));
            std::iter::once(refused).chain(lines).collect()
        }
    }
}

/// Where a scenario began, as a file name.
fn slug(scenario: &Scenario) -> String {
    let name = match scenario.start() {
        Start::Place(place) => PLACES[place].id.to_owned(),
        Start::Case(case) => CASES[case].id.to_owned(),
        Start::Package(place, package) => format!("{}-{}", PLACES[place].id, PACKAGES[package].id),
    };
    format!("raaderum-{}", name.replace('_', "-"))
}

/// Has the browser save a file.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
