//! One pin: its name, what is changed, its headlines, and how it stands against the plan in hand.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::compare::Held;
use super::in_hand;
use crate::page::made::{Pin, links};
use crate::page::state::{Action, State};
use crate::scenario::stored::{LONGEST_NAME, clean};
use crate::scenario::{digits, verdict};
use crate::words::amount::Amount;
use crate::words::text::{Language, Text, fill};
use crate::words::{pins, sentence, standard};

#[derive(Properties, PartialEq)]
pub struct PinRowProps {
    pub language: Language,
    /// All pins, and which of them this is.
    pub pins: Rc<[Pin]>,
    pub index: usize,
    /// How it stands against the plan in hand, once that is known.
    pub held: Option<Held>,
    pub store: UseReducerDispatcher<State>,
}

/// A pin, as an item of the list. A move of a lever leaves it alone.
#[component]
pub fn PinRow(props: &PinRowProps) -> Html {
    let language = props.language;
    let say = |text| language.text(text);
    let Some(pin) = props.pins.get(props.index) else { return html! { <div></div> } };
    let changes = pins::changes(language, &pin.scenario);
    let count = match changes.len() {
        0 => say(Text::PinsNone).to_owned(),
        count => fill(say(Text::PinsChanges), &[("count", &count.to_string())]),
    };
    let line = |(index, line): (usize, String)| html! { <li key={index}>{ line }</li> };
    let against = props.held.as_ref().map(|held| pins::against(language, held)).unwrap_or_default();
    let changed = if pin.changed { say(Text::PinsChanged) } else { "" };
    html! {
        <div class="pin" role="listitem" data-pin={props.index.to_string()}>
            { head(props, pin) }
            <p class="mark" hidden={changed.is_empty()}>{ changed }</p>
            { headlines(language, pin) }
            <div class="pin-against" aria-busy={props.held.is_none().to_string()}>
                { for against.into_iter().enumerate().map(|(index, line)| html! { <p key={index}>{ line }</p> }) }
            </div>
            <details>
                <summary>{ count }</summary>
                <ul>{ for changes.into_iter().enumerate().map(line) }</ul>
            </details>
        </div>
    }
}

/// Name and buttons.
fn head(PinRowProps { language, pins, index, store, .. }: &PinRowProps, pin: &Pin) -> Html {
    let say = |text| language.text(text);
    let (kept, index) = (links(pins), *index);
    let name = pin.kept.name.clone();
    let rename = {
        let (store, kept, before) = (store.clone(), kept.clone(), name.clone());
        move |event: Event| {
            let given = clean(event.target_unchecked_into::<HtmlInputElement>().value().trim());
            if !given.is_empty() && given != before {
                let mut kept = kept.to_vec();
                kept[index].name = given;
                store.dispatch(Action::Pin(kept));
            }
        }
    };
    let remove = {
        let (store, link) = (store.clone(), pin.kept.link.clone());
        move |_| {
            let left = kept.iter().filter(|pin| pin.link != link).cloned().collect();
            store.dispatch(Action::Pin(left));
        }
    };
    let open = {
        let (store, scenario) = (store.clone(), pin.scenario.clone());
        move |_| store.dispatch(in_hand(&scenario))
    };
    let label = |text| fill(say(text), &[("name", &name)]);
    html! {
        <div class="pin-head">
            <input type="text" class="pin-name" aria-label={say(Text::PinsName)} maxlength={LONGEST_NAME.to_string()}
                value={name.clone()} onchange={rename} />
            <button type="button" class="button" data-pin-open={index.to_string()} aria-label={label(Text::PinsOpen)}
                onclick={open}>{ say(Text::PinsOpenShort) }</button>
            <button type="button" class="button" data-pin-remove={index.to_string()}
                aria-label={label(Text::PinsRemove)} onclick={remove}>{ say(Text::PinsRemoveShort) }</button>
        </div>
    }
}

/// The headlines with their bands, at the pin's own horizon.
fn headlines(language: Language, pin: &Pin) -> Html {
    let (outcome, bands) = (&pin.outcome.0, &pin.bands.0);
    let at = outcome.horizon;
    let [jobs, net, cap, _] = sentence::headlines(outcome, bands);
    let row = |figure: &'static str, name: Text, told: String, band: String, value: Option<f64>| {
        let band = if band.is_empty() { band } else { format!(" ({band})") };
        html! {
            <div key={figure}>
                <dt>{ language.text(name) }</dt>
                <dd data-pin-figure={figure} data-value={value.map(digits::write)}>{ told }<span class="headline-band">{ band }</span></dd>
            </div>
        }
    };
    let amount = |figure, name, amount: Amount, value, band| {
        row(figure, name, amount.told(language, value), amount.between(language, value, band), Some(value))
    };
    let (people, kroner) = (outcome.extra_jobs(at), outcome.municipal_net(at));
    let price = outcome.price_of_cap(at);
    let share = verdict::chance_at_horizon(outcome, bands);
    let chance = share.map_or_else(|| sentence::paid_back(language, outcome), |share| language.chance(share));
    let standard = standard::line(language, &pin.scenario).unwrap_or_default();
    let after = fill(language.text(Text::PinsAfter), &[("years", &language.years(at))]);
    html! {
        <>
            <p class="chart-note">{ after }{ " " }{ standard }</p>
            <dl class="pin-figures">
                { amount("jobs", Text::HeadlineJobs, Amount::More, people, jobs) }
                { amount("net", Text::HeadlineNet, Amount::Net, kroner, net) }
                { row("payback", Text::PinsPayback, chance, String::new(), share) }
                { amount("cap_price", Text::HeadlineCapPrice, Amount::Price, price, cap) }
            </dl>
        </>
    }
}
