//! One assumption: what it is, what it stands at, how sure that is and where it comes from.

use yew::prelude::*;

use super::{row_name, said, source_or_none};
use crate::model::tables::{Law, Parameter};
use crate::page::parts::number_field::NumberField;
use crate::page::state::{Action, State};
use crate::scenario::digits;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};
use crate::words::{figure, judged};

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub parameter: Parameter,
    /// What it is set to.
    pub value: f64,
    /// The law it is under.
    pub law: Law,
    pub language: Language,
    /// Whether it does not fit what is searched for.
    pub hidden: bool,
    pub store: UseReducerDispatcher<State>,
}

/// The row; a change of one assumption renders this one alone.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { parameter, value, language, law, .. } = *props;
    let (spec, figure) = (parameter.spec(), parameter.figure(law));
    let say = |text| language.text(text);
    let changed = value != figure.central;
    let band = figure::spread(language, parameter, law);
    let sure = classes!("sure", figure.confidence.is_doubtful().then_some("mark"));
    html! {
        <tr role="row" id={format!("row-{}", spec.key)} data-asked={row_name(parameter)} data-assumption={spec.key}
            tabindex="-1" class={classes!("assumption", changed.then_some("assumption-changed"))} hidden={props.hidden}>
            <th role="rowheader" scope="row">
                <span class="assumption-name">{ language.parameter_name(parameter) }</span>
                { " " }<em class="mark" hidden={!changed}>{ say(Text::WhyChanged) }</em>
                <span class="assumption-about">{ language.parameter_sentence(parameter) }</span>
                <code>{ spec.key }</code>
            </th>
            <td role="cell" data-label={say(Text::EvidenceColumnValue)}>{ field(props) }</td>
            <td role="cell" data-label={say(Text::EvidenceColumnBand)}>
                { if band.is_empty() { say(Text::EvidenceNoBand).to_owned() } else { band } }
            </td>
            <td role="cell" data-label={say(Text::EvidenceSure)}>
                <em class={sure}>{ language.confidence(figure.confidence) }</em>
            </td>
            <td role="cell" data-label={say(Text::EvidenceColumnSource)}>
                { source_or_none(language, language.parameter_source(parameter, law)) }
                <span class="assumption-year">{ format!("({})", figure.year) }</span>
                <span class="assumption-about" hidden={!figure.confidence.is_doubtful()} data-instead={spec.key}>
                    { judged::replacement(language, parameter) }
                </span>
            </td>
        </tr>
    }
}

/// The value in a field, with its unit and the way back.
fn field(props: &RowProps) -> Html {
    let RowProps { parameter, value, language, law, .. } = *props;
    let (spec, own) = (parameter.spec(), parameter.figure(law).central);
    let scale = figure::scale(spec.unit);
    let [min, max] = spec.bounds.map(|bound| rounded(scale * bound));
    let set = move |store: &UseReducerDispatcher<State>, value: f64| {
        store.dispatch(Action::Set(Key::Parameter(parameter), digits::write(value)));
    };
    let onchange = {
        let store = props.store.clone();
        move |typed: f64| set(&store, rounded(typed / scale))
    };
    let onback = {
        let store = props.store.clone();
        move |_| set(&store, own)
    };
    let name = language.parameter_name(parameter);
    let central = figure::central(language, parameter, law);
    let [least, most] = spec.bounds.map(|bound| figure::bare(language, parameter, bound));
    html! {
        <div class="assumption-value">
            <NumberField id={format!("value-{}", spec.key)} label={name.clone()} {language} value={scale * value}
                shown={figure::bare(language, parameter, value)} {min} {max} {onchange} />
            <span>{ figure::field_unit(language, spec.unit) }</span>
            <span class="assumption-about assumption-bounds">
                { fill(language.text(Text::EvidenceBetween), &[("min", &least), ("max", &most)]) }
            </span>
            <button type="button" class="button" hidden={value == own} data-back={spec.key}
                aria-label={said(language, Text::EvidenceBackTo, &name, &central)} onclick={onback}>
                { said(language, Text::EvidenceBack, &name, &central) }
            </button>
        </div>
    }
}

/// Hundredths of a share, typed and divided again, are the share that was there before.
fn rounded(value: f64) -> f64 {
    match value.abs() < 1e4 {
        true => (value * 1e10).round() / 1e10,
        false => value,
    }
}
