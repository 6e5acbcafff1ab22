//! Which assumptions are in sight: by words, by how sure they are, by group, or the changed ones.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::tables::{Confidence, GROUPS, Law, PARAMETER_COUNT, Parameter, SECTIONS};
use crate::page::parts::choice::{List, Option as Listed, Switch};
use crate::scenario::Scenario;
use crate::words::text::{Language, Text, fill};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// As it was typed.
    pub words: String,
    pub confidence: Option<Confidence>,
    pub group: Option<Belongs>,
    pub changed: bool,
}

/// Whose an assumption is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Belongs {
    /// The same for all groups.
    All,
    /// Of one group.
    Group(usize),
}

impl Filter {
    /// Whether an assumption is to be seen; `text` is all that is written of it, in small letters.
    pub fn fits(&self, parameter: Parameter, text: &str, scenario: &Scenario) -> bool {
        let spec = parameter.spec();
        let words = self.words.to_lowercase();
        let belongs = spec.group.map_or(Belongs::All, Belongs::Group);
        words.split_whitespace().all(|word| text.contains(word))
            && self.confidence.is_none_or(|wanted| wanted == parameter.figure(scenario.law()).confidence)
            && self.group.is_none_or(|wanted| wanted == belongs)
            && (!self.changed || scenario.parameters.is_changed(parameter))
    }
}

/// All that is written of each assumption, in small letters, in the order of the table.
pub fn haystacks(language: Language) -> Vec<String> {
    let mut texts = vec![String::new(); PARAMETER_COUNT];
    for (section, (_, parameters)) in SECTIONS.iter().enumerate() {
        for parameter in *parameters {
            let spec = parameter.spec();
            let written = [
                &*language.parameter_name(*parameter),
                &*language.parameter_sentence(*parameter),
                spec.key,
                &*language.parameter_sources(*parameter).join("\n"),
                language.parameter_replacement(*parameter),
                language.section_name(section),
                language.confidence(parameter.figure(Law::NEWEST).confidence),
                spec.group.map_or("", |group| language.group_name(group)),
            ];
            texts[parameter.index()] = written.join("\n").to_lowercase();
        }
    }
    texts
}

#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    pub filter: Filter,
    pub language: Language,
    /// How many assumptions are in sight.
    pub count: usize,
    pub onchange: Callback<Filter>,
}

/// The fields to look by.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { filter, language, .. } = props;
    let say = |text| language.text(text);
    let words = change(props, |filter, event: InputEvent| {
        filter.words = event.target_unchecked_into::<HtmlInputElement>().value();
    });
    let changed = change(props, |filter, on| filter.changed = on);
    let values = [("count", &*props.count.to_string()), ("total", &*PARAMETER_COUNT.to_string())];
    let all = change(props, |filter, _: MouseEvent| *filter = Filter::default());
    html! {
        <search class="filters">
            <div class="fields">
                <div class="list">
                    <label for="search">{ say(Text::EvidenceSearch) }</label>
                    <input type="search" id="search" class="search" value={filter.words.clone()} oninput={words}
                        placeholder={say(Text::EvidenceSearchHint)} autocomplete="off" data-search="" />
                </div>
                { confidences(props) }
                { groups(props) }
                <Switch lever="evidence.changed" name={say(Text::EvidenceChangedOnly)} on={filter.changed}
                    onchange={changed} />
            </div>
            <p role="status" data-count={props.count.to_string()}>{ fill(say(Text::EvidenceCount), &values) }</p>
            <p hidden={props.count > 0}>
                { say(Text::EvidenceNoneFound) }{ " " }
                <button type="button" class="button" onclick={all}>{ say(Text::EvidenceShowAll) }</button>
            </p>
            <details>
                <summary>{ say(Text::EvidenceMeanings) }</summary>
                <dl class="meanings">{ for Confidence::ALL.into_iter().map(|one| meaning(*language, one)) }</dl>
            </details>
        </search>
    }
}

/// How sure a figure is, and what that means.
fn meaning(language: Language, confidence: Confidence) -> Html {
    let word = language.confidence(confidence);
    html! {
        <div key={word}>
            <dt><em class={classes!("sure", confidence.is_doubtful().then_some("mark"))}>{ word }</em></dt>
            <dd>{ language.confidence_means(confidence) }</dd>
        </div>
    }
}

fn change<T: 'static>(props: &FiltersProps, put: impl Fn(&mut Filter, T) + 'static) -> Callback<T> {
    let (filter, onchange) = (props.filter.clone(), props.onchange.clone());
    Callback::from(move |value: T| {
        let mut changed = filter.clone();
        put(&mut changed, value);
        onchange.emit(changed);
    })
}

fn listed(word: impl ToString, name: &str) -> Listed {
    Listed { word: word.to_string().into(), name: name.to_owned().into() }
}

fn confidences(props: &FiltersProps) -> Html {
    let FiltersProps { filter, language, .. } = props;
    let name = |(place, one): (usize, &Confidence)| listed(place, language.confidence(*one));
    let options = std::iter::once(listed("", language.text(Text::EvidenceAll)))
        .chain(Confidence::ALL.iter().enumerate().map(name));
    let at = filter.confidence.and_then(|wanted| Confidence::ALL.iter().position(|one| *one == wanted));
    let onchange = change(props, |filter, word: String| {
        filter.confidence = word.parse().ok().and_then(|place: usize| Confidence::ALL.get(place).copied());
    });
    html! {
        <List lever="evidence.sure" name={language.text(Text::EvidenceSure)} options={options.collect::<Vec<_>>()}
            value={at.map(|place| place.to_string()).unwrap_or_default()} {onchange} />
    }
}

/// The word of the list for what is common to all groups.
const COMMON: &str = "common";

fn groups(props: &FiltersProps) -> Html {
    let FiltersProps { filter, language, .. } = props;
    let ends = [("", Text::EvidenceAll), (COMMON, Text::EvidenceCommon)];
    let ends = ends.into_iter().map(|(word, text)| listed(word, language.text(text)));
    let each = (0..GROUPS.len()).map(|group| listed(GROUPS[group].id, language.group_name(group)));
    let value = match filter.group {
        None => "",
        Some(Belongs::All) => COMMON,
        Some(Belongs::Group(group)) => GROUPS[group].id,
    };
    let onchange = change(props, |filter, word: String| {
        let group = || GROUPS.iter().position(|group| group.id == word).map(Belongs::Group);
        filter.group = if word == COMMON { Some(Belongs::All) } else { group() };
    });
    html! {
        <List lever="evidence.group" name={language.text(Text::EvidenceGroup)}
            options={ends.chain(each).collect::<Vec<_>>()} {value} {onchange} />
    }
}
