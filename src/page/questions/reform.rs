//! What the reform changed: the figure under both laws, what each change adds, and what is expected besides.

use yew::prelude::*;

use crate::chart::Role;
use crate::chart::bars::Bar;
use crate::model::tables::EXPECTED;
use crate::page::parts::bars::BarPlot;
use crate::questions::measure::Measure;
use crate::questions::reform::Reform;
use crate::words::law;
use crate::words::text::{Language, Text};
use crate::words::why::Line;

/// The figure under the earlier law, what each change adds, and the figure as it is; `None` where nothing differs.
pub fn bars(language: Language, measure: Measure, found: &Reform) -> Option<BarPlot> {
    if found.parts.is_empty() {
        return None;
    }
    let (lines, total) = law::lines(language, measure, found);
    let bar = |line: Line| Bar { name: line.name, value: line.value, written: line.written };
    Some(BarPlot {
        unit: language.unit(if measure.is_money() { "dkk" } else { "persons" }).to_owned(),
        heading: language.text(Text::LawChange).to_owned(),
        role: if measure.is_money() { Role::Municipality } else { Role::Plan },
        least_span: 1.0,
        summary: law::difference(language, measure, found),
        bars: lines.into_iter().map(bar).collect(),
        total: Some(bar(total)),
    })
}

/// The answer in words, the bars, and what is expected.
pub fn view(language: Language, measure: Measure, found: &Reform, bars: Html) -> Html {
    let say = |text| language.text(text);
    html! {
        <>
            <p class="answer-words">{ law::difference(language, measure, found) }</p>
            { bars }
            <h3>{ say(Text::LawExpected) }</h3>
            <p class="lever-note">{ say(Text::LawExpectedNote) }</p>
            <ul class="assumptions">{ for (0..EXPECTED.len()).map(|index| expected(language, index)) }</ul>
        </>
    }
}

fn expected(language: Language, index: usize) -> Html {
    let settings = law::settings(index);
    html! {
        <li key={EXPECTED[index].id} data-expected={EXPECTED[index].id}>
            <strong>{ language.expected_name(index) }</strong>
            { format!(": {} ", language.expected_sentence(index)) }
            <code hidden={settings.is_empty()}>{ settings }</code>
            <span class="source">{ format!(" {}.", law::acts_expected(language, index)) }</span>
        </li>
    }
}
