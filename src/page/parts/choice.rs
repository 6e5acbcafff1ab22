//! A choice between a few: radio buttons, or a list where there are many.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One option: its word, as in links, and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Option {
    pub word: AttrValue,
    pub name: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Its key, as in links.
    pub lever: AttrValue,
    pub name: AttrValue,
    pub options: Vec<Option>,
    /// The word chosen.
    pub value: AttrValue,
    /// Whether nothing else can be chosen as things stand.
    #[prop_or_default]
    pub disabled: bool,
    pub onchange: Callback<String>,
}

/// Radio buttons.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let option = |option: &Option| {
        let (word, onchange) = (option.word.clone(), props.onchange.clone());
        let checked = word == props.value;
        let oninput = {
            let word = word.clone();
            move |_| onchange.emit(word.to_string())
        };
        html! {
            <label key={word.to_string()} class="choice-option">
                <input type="radio" name={props.lever.clone()} data-lever={props.lever.clone()} value={word}
                    {checked} {oninput} />
                <span>{ option.name.clone() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="choice" disabled={props.disabled}>
            <legend>{ props.name.clone() }</legend>
            { for props.options.iter().map(option) }
        </fieldset>
    }
}

#[cfg(feature = "more")]
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What others may find it by.
    pub lever: AttrValue,
    pub name: AttrValue,
    pub on: bool,
    #[prop_or_default]
    pub disabled: bool,
    pub onchange: Callback<bool>,
}

/// On or off.
#[cfg(feature = "more")]
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let oninput = {
        let onchange = props.onchange.clone();
        move |event: InputEvent| {
            onchange.emit(event.target_unchecked_into::<web_sys::HtmlInputElement>().checked());
        }
    };
    html! {
        <label class="choice-option">
            <input type="checkbox" data-lever={props.lever.clone()} checked={props.on} disabled={props.disabled}
                {oninput} />
            <span>{ props.name.clone() }</span>
        </label>
    }
}

/// A list to choose from.
#[component]
pub fn List(props: &ChoiceProps) -> Html {
    let id = format!("lever-{}", props.lever);
    let onchange = {
        let onchange = props.onchange.clone();
        move |event: Event| onchange.emit(event.target_unchecked_into::<HtmlSelectElement>().value())
    };
    let option = |option: &Option| {
        let selected = option.word == props.value;
        html! {
            <option key={option.word.to_string()} value={option.word.clone()} {selected}>{ option.name.clone() }</option>
        }
    };
    html! {
        <div class="list">
            <label for={id.clone()}>{ props.name.clone() }</label>
            <select {id} data-lever={props.lever.clone()} disabled={props.disabled} {onchange}>
                { for props.options.iter().map(option) }
            </select>
        </div>
    }
}
