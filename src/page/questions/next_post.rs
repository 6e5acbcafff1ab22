//! What one more caseworker gives in each group, as a visitor reads it.

use yew::prelude::*;

use super::answers::{Answered, line};
use crate::chart::Role;
use crate::chart::dots::Dot;
use crate::page::parts::dots::DotPlot;
use crate::questions::next_post::{Margin, Place, Split};
use crate::scenario::digits;
use crate::words::question;
use crate::words::text::{Language, Text};

/// The axis of a post's worth spans at least so many million kroner.
const LEAST_SPAN: f64 = 0.1;

impl Answered<'_> {
    /// What a post more gives in each group, and the best split of several.
    pub fn next_post(&self, places: &[Place], first: &Split, all: &Split, dots: Html) -> Html {
        let language = self.language;
        let measure = self.told.question.measure();
        let mut lines = question::best_place(language, places, first, all.left);
        let count = all.posts.iter().sum::<u16>().to_string();
        let [before, after] = all.value.map(|value| question::value(language, measure, value));
        let figure = question::figure(language, measure);
        let values = [("count", &*count), ("figure", figure), ("before", &before), ("after", &after)];
        lines.push(self.say(Text::AskSplit, &values));
        lines.extend(question::closed_groups(language, &self.told.scenario));
        let row = |place: &Place| {
            let more =
                |write: &dyn Fn(&Margin) -> String| place.more.as_ref().map_or(String::from("–"), write);
            let [net, jobs] = match &place.more {
                Some(more) => question::gives(language, more).map(with_band),
                None => [html! { "–" }, html! { "–" }],
            };
            html! {
                <tr key={place.group}>
                    <th scope="row">{ language.group_name(place.group) }</th>
                    <td>{ language.posts(place.posts) }</td>
                    <td>{ more(&|more| language.style().fixed(more.caseload, 1)) }</td>
                    <td data-figure={format!("next_post.{}", place.group)}
                        data-value={place.more.map(|more| digits::write(more.net.central))}>
                        { net }
                    </td>
                    <td>{ jobs }</td>
                    <td>{ more(&|more| language.chance(more.best.into())) }</td>
                    <td>{ all.posts[place.group] }</td>
                </tr>
            }
        };
        let split = self.say(Text::AskColumnSplit, &[("count", &count)]);
        let columns = [
            Text::QuestionGroup,
            Text::AskColumnPosts,
            Text::AskColumnCaseload,
            Text::HeadlineNet,
            Text::HeadlineJobs,
            Text::AskColumnBest,
        ];
        let heads = columns.into_iter().map(|text| language.text(text));
        html! {
            <>
                <div class="answer-words">{ for lines.iter().enumerate().map(line) }</div>
                { dots }
                { self.table(Text::AskNextPost, heads.chain([&*split]), places.iter().map(row).collect()) }
            </>
        }
    }
}

/// A figure, and its band where there is space for all of it.
fn with_band([told, band]: [String; 2]) -> Html {
    html! { <>{ told }{ " " }<span class="table-band">{ band }</span></> }
}

/// What a post more is worth to the municipality, group by group.
pub fn dots(language: Language, places: &[Place]) -> DotPlot {
    let dot = |place: &Place| {
        let more = place.more.as_ref()?;
        let [written, _] = question::gives(language, more).map(|told| told.join(" ").trim_end().to_owned());
        let band = more.net.band().map(|ends| ends.map(millions));
        let name = language.group_name(place.group).to_owned();
        Some(Dot { name, value: millions(more.net.central), band, written, ground: false })
    };
    DotPlot {
        dots: places.iter().filter_map(dot).collect(),
        unit: language.text(Text::ChartNetUnit).to_owned(),
        heading: language.text(Text::QuestionGroup).to_owned(),
        summary: String::new(),
        role: Role::Municipality,
        least_span: LEAST_SPAN,
        large: false,
    }
}

fn millions(kroner: f64) -> f64 {
    kroner / 1e6
}
