//! When the plan is, how much of it is allowed, and what it has and costs at the beginning and at last.

use super::{Language, Text, fill};
use crate::scenario::precision::{LEAST_KRONER, post_decimals, posts_change};
use crate::words::summary::{NEARLY_ALL, Staffing, Stop, Summary};

/// When it is, how much of it is allowed, what posts it has and what they cost a year, and why it stops.
pub fn plan(language: Language, summary: &Summary) -> Vec<String> {
    let say = |text, time: usize| fill(language.text(text), &[("time", &language.time(time))]);
    let mut sentences = Vec::new();
    if summary.begins > 0 {
        sentences.push(say(Text::SentenceStarts, summary.begins));
    }
    sentences.extend(allowed(language, summary));
    sentences.extend(posts(language, summary));
    sentences.extend(summary.stops.map(|(month, stop)| match stop {
        Stop::End => say(Text::SentenceEnds, month),
        Stop::Review => say(Text::SentenceReviewed, month),
        Stop::Cash => say(Text::SentenceCashOut, month),
    }));
    sentences
}

/// When the last figures of the plan are of.
fn at_last(language: Language, summary: &Summary) -> String {
    match summary.stops {
        Some(_) => language.text(Text::SentenceAtLast).to_owned(),
        None => after(language, summary.last.month),
    }
}

fn after(language: Language, month: usize) -> String {
    fill(language.text(Text::SentenceAfter), &[("time", &language.time(month))])
}

/// How much of the plan the rule allows, at the beginning and later; nothing where it allows all of it all the time.
fn allowed(language: Language, summary: &Summary) -> Option<String> {
    let share = |staffing: Staffing| match staffing.allowed {
        all if all >= NEARLY_ALL => language.text(Text::SentenceWhole).to_owned(),
        part => fill(language.text(Text::SentenceShare), &[("share", &language.percent(part))]),
    };
    let (first, last) = (share(summary.first), share(summary.last));
    let when = match summary.whole_from {
        Some(month) if summary.first.allowed < NEARLY_ALL => after(language, month),
        _ if first != last => at_last(language, summary),
        _ if summary.first.allowed < NEARLY_ALL => {
            return Some(fill(language.text(Text::SentenceAllowed), &[("share", &first)]));
        }
        _ => return None,
    };
    let values = [("share", &*first), ("last", &last), ("when", &when)];
    Some(fill(language.text(Text::SentenceAllowedChanges), &values))
}

/// How many caseworkers more or fewer and what they cost a year: once, or at the beginning and at last where that is
/// read otherwise.
fn posts(language: Language, summary: &Summary) -> Vec<String> {
    let both = [summary.first, summary.last];
    let [first, last] = both.map(|staffing| more_posts(language, staffing));
    let [cheap, dear] = both.map(|staffing| costs(language, staffing.cost));
    let when = at_last(language, summary);
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let none = |staffing: Staffing| posts_change(staffing.today, staffing.posts) == 0.0;
    if first == last && cheap == dear {
        return match (both.into_iter().all(none), is_nought(summary.first.cost)) {
            (true, true) => Vec::new(),
            (true, false) => vec![say(Text::SentenceCost, &[("cost", &cheap)])],
            _ => vec![say(Text::SentencePosts, &[("posts", &first), ("cost", &cheap)])],
        };
    }
    let change = say(Text::SentencePostsChange, &[("first", &first), ("last", &last), ("when", &when)]);
    let same = say(Text::SentencePostsSame, &[("posts", &first)]);
    let posts = match first == last {
        false => Some(change),
        true => (!both.into_iter().all(none)).then_some(same),
    };
    let cost = match both.map(|staffing| staffing.cost) {
        _ if cheap == dear => say(Text::SentenceCost, &[("cost", &cheap)]),
        costs if first != last && costs.iter().all(|cost| *cost >= LEAST_KRONER) => {
            say(Text::SentenceCostChange, &[("range", &language.money_between(Some(costs)))])
        }
        _ => say(Text::SentenceCostTurns, &[("first", &cheap), ("last", &dear), ("when", &when)]),
    };
    posts.into_iter().chain([cost]).collect()
}

/// So many caseworkers more or fewer.
fn more_posts(language: Language, staffing: Staffing) -> String {
    let change = posts_change(staffing.today, staffing.posts);
    let decimals = post_decimals(staffing.today, staffing.posts);
    let text = match change {
        0.0 => return language.text(Text::SentenceAsMany).to_owned(),
        fewer if fewer < 0.0 => Text::AmountFewer,
        _ => Text::AmountMore,
    };
    fill(language.text(text), &[("value", &language.style().fixed(change.abs(), decimals))])
}

/// What it costs or saves.
fn costs(language: Language, cost: f64) -> String {
    let text = match cost {
        small if is_nought(small) => return language.text(Text::SentenceCostsNothing).to_owned(),
        less if less < 0.0 => Text::SentenceSaves,
        _ => Text::SentenceCosts,
    };
    fill(language.text(text), &[("amount", &language.money(cost.abs()))])
}

fn is_nought(kroner: f64) -> bool {
    kroner.abs() < LEAST_KRONER
}

/// Two numbers of posts beside one another: with the same decimals, so that their difference can be read.
pub fn posts_beside(language: Language, [from, to]: [f64; 2]) -> [String; 2] {
    let decimals = post_decimals(from, to);
    [from, to].map(|posts| language.style().fixed(posts, decimals))
}
