//! Questions and their answers in words.

use super::sentence;
use super::text::{Language, Text, fill};
use crate::model::outcome::Payback;
use crate::model::tables::{GROUP_COUNT, LEVERS, Law, LeverKind};
use crate::questions::break_even::{Answer, BreakEven, EdgeKind, Goal, Stretch};
use crate::questions::measure::Measure;
use crate::questions::next_post::{Estimate, Margin, Place, Split};
use crate::questions::odds::{Chance, Odds, SURE};
use crate::questions::setting::{Number, Setting};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::uncertainty::bands::Between;
use crate::uncertainty::drivers::Driver;

/// The name of anything that can be moved, with its group.
pub fn name(language: Language, key: Key) -> String {
    let of = |name: &str, group: usize| format!("{name}, {}", language.group_people(group));
    match key {
        Key::Lever(lever, Some(group)) => of(language.lever_name(lever), group),
        Key::Lever(lever, None) => language.lever_name(lever).to_owned(),
        Key::Law => language.text(Text::ExploreLaw).to_owned(),
        Key::Stock(group) => of(language.text(Text::OwnCitizens), group),
        Key::Today(group) => of(language.text(Text::OwnCases), group),
        Key::Population => language.text(Text::OwnInhabitants).to_owned(),
        Key::Cash => language.text(Text::QuestionCash).to_owned(),
        Key::Ladder => language.text(Text::QuestionLadder).to_owned(),
        Key::Parameter(parameter) => language.parameter_name(parameter),
    }
}

/// The assumption that a driver stands for: what is drawn together for every group is one.
pub fn driver(language: Language, driver: &Driver) -> String {
    let Some(first) = driver.parameters.first() else { return String::new() };
    let name = name(language, Key::Parameter(*first));
    if driver.parameters.len() == 1 {
        return name;
    }
    let people = first.spec().group.map_or("", |group| language.group_people(group));
    name.strip_suffix(people).unwrap_or(&name).trim_end_matches([',', ' ']).to_owned()
}

/// The name of a figure.
pub fn figure(language: Language, measure: Measure) -> &'static str {
    language.text(match measure {
        Measure::Net(_) => Text::HeadlineNet,
        Measure::StateNet(_) => Text::QuestionStateNet,
        Measure::Jobs(_) => Text::HeadlineJobs,
        Measure::Stock(_) => Text::QuestionStock,
        Measure::Clarified(_) => Text::QuestionClarified,
        Measure::CapPrice(_) => Text::HeadlineCapPrice,
        Measure::Payback => Text::HeadlinePayback,
    })
}

/// A value of a figure: kroner, persons, or a time.
pub fn value(language: Language, measure: Measure, value: f64) -> String {
    match measure {
        Measure::Payback if value == 0.0 => sentence::payback(language, Payback::CostsNothing),
        Measure::Payback if value.is_finite() => {
            sentence::payback(language, Payback::After(value.round() as u16))
        }
        Measure::Payback => sentence::payback(language, Payback::Never),
        _ if measure.is_money() => language.money(value),
        _ if value.abs() < 9.95 => language.style().fixed(value, 1),
        _ => language.persons(value),
    }
}

/// From one value of a figure to another; nothing where there are none.
pub fn between(language: Language, measure: Measure, ends: Between) -> String {
    match measure.is_money() {
        true => language.money_between(ends),
        false => language.between(ends.map(|ends| ends.map(|end| value(language, measure, end)))),
    }
}

/// Where something stands.
pub fn setting(language: Language, key: Key, setting: Setting) -> String {
    let word = match setting {
        Setting::Number(value) => return language.exact(rounded(value)),
        Setting::Word(word) => word,
    };
    said(language, key, word)
}

/// A word that something stands at, as links have it.
pub fn said(language: Language, key: Key, word: &str) -> String {
    let lever = match key {
        Key::Lever(lever, _) => lever,
        Key::Law => return Law::by_id(word).map_or(word, |law| language.law_name(law)).to_owned(),
        _ => return word.to_owned(),
    };
    let options: &[&str] = match LEVERS[lever].kind {
        LeverKind::Choice { options, .. } => options,
        // A number with a word has that word alone.
        LeverKind::Number { .. } => &[word],
        LeverKind::Switch { .. } => &[],
    };
    let at = options.iter().position(|option| *option == word);
    at.and_then(|at| language.option_names(lever).get(at)).map_or(word, |name| *name).to_owned()
}

/// Six figures: more of a number is never known.
fn rounded(value: f64) -> f64 {
    let size = value.abs();
    if size < f64::MIN_POSITIVE || !size.is_finite() {
        return value;
    }
    // Powers of ten that are whole are exact, and so is what is divided by one; their parts are not.
    let places = 5.0 - libm::floor(libm::log10(size));
    let power = libm::exp10(places.abs());
    if places < 0.0 { (value / power).round() * power } else { (value * power).round() / power }
}

/// What is to be reached.
fn goal(language: Language, goal: Goal) -> String {
    let wanted = value(language, goal.measure, goal.value);
    let Some(month) = goal.measure.month() else {
        return fill(language.text(Text::QuestionPaidBack), &[("value", &wanted)]);
    };
    let years = language.years(usize::from(month));
    let text = match goal.measure {
        Measure::Net(_) if goal.value == 0.0 => Text::QuestionEven,
        measure if measure.less_is_better() => Text::QuestionAtMost,
        _ => Text::QuestionAtLeast,
    };
    let values = [("figure", figure(language, goal.measure)), ("value", &*wanted), ("years", &*years)];
    fill(language.text(text), &values)
}

/// The answer to what a lever must be.
pub fn break_even(language: Language, answer: &Answer) -> Vec<String> {
    let Answer { number, found, .. } = answer;
    let measure = answer.goal.measure;
    let said = |figure: f64| value(language, measure, figure);
    let lever = name(language, number.key);
    let wanted = goal(language, answer.goal);
    let [low, high] = number.bounds.map(|bound| place(language, number, bound));
    let everywhere = [("goal", &*wanted), ("lever", &*lever), ("from", &*low), ("to", &*high)];
    let at = |text, sample: (&str, &str), place: &str| {
        let values: Vec<_> = everywhere.into_iter().chain([sample, ("at", place)]).collect();
        fill(language.text(text), &values)
    };
    match found {
        BreakEven::NoEffect { value } => {
            let values =
                [("lever", &*lever), ("figure", figure(language, measure)), ("value", &*said(*value))];
            vec![fill(language.text(Text::QuestionNoEffect), &values)]
        }
        BreakEven::Always { worst } => {
            let where_ = place(language, number, worst.at);
            vec![at(Text::QuestionAlways, ("worst", &said(worst.value)), &where_)]
        }
        BreakEven::Never { best } => {
            let where_ = place(language, number, best.at);
            vec![at(Text::QuestionNever, ("best", &said(best.value)), &where_)]
        }
        BreakEven::Where(stretches) => {
            let one = |stretch: &Stretch| from_to(language, number, stretch);
            let either = |one: String, other: String| {
                fill(language.text(Text::QuestionOr), &[("one", &one), ("other", &other)])
            };
            let ranges = stretches.iter().map(one).reduce(either).unwrap_or_default();
            let values = [("goal", &*wanted), ("lever", &*lever), ("ranges", &*ranges)];
            let mut lines = vec![fill(language.text(Text::QuestionWhere), &values)];
            let edges = stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]);
            for edge in edges.filter(|edge| edge.kind == EdgeKind::Jump) {
                let values = [("at", &*place(language, number, edge.at))];
                lines.push(fill(language.text(Text::QuestionJump), &values));
            }
            lines
        }
    }
}

/// In how many of the outcomes a goal is reached as things stand, and where it is as good as sure.
pub fn odds(language: Language, odds: &Odds) -> [String; 2] {
    let number = &odds.number;
    let place = |at: f64| place(language, number, at);
    let present = fill(language.text(Text::QuestionOddsNow), &[("share", &language.chance(odds.present))]);
    let sure = language.percent(SURE);
    let one = |[from, to]: &[Chance; 2]| match (place(from.at), place(to.at)) {
        (from, to) if from != to => {
            fill(language.text(Text::QuestionFromTo), &[("from", &from), ("to", &to)])
        }
        (at, _) if odds.today == Some(from.at) => fill(language.text(Text::QuestionAsToday), &[("at", &at)]),
        (at, _) => at,
    };
    let either = |one: String, other: String| {
        fill(language.text(Text::QuestionOr), &[("one", &one), ("other", &other)])
    };
    let where_ = match odds.sure.iter().map(one).reduce(either) {
        None => match odds.most.filter(|most| most.share > 0.0) {
            None => language.text(Text::QuestionOddsNone).to_owned(),
            Some(Chance { at, share }) => {
                let values = [("sure", &*sure), ("at", &*place(at)), ("share", &*language.chance(share))];
                fill(language.text(Text::QuestionOddsNever), &values)
            }
        },
        Some(ranges) => {
            let lever = name(language, number.key);
            let values = [("sure", &*sure), ("lever", &*lever), ("ranges", &*ranges)];
            fill(language.text(Text::QuestionOddsSure), &values)
        }
    };
    [present, where_]
}

/// Where one more caseworker does most good, how sure that is, and for how many posts there was no place.
pub fn best_place(language: Language, places: &[Place], first: &Split, left: u16) -> Vec<String> {
    // Of groups that are all as good the first one was taken.
    let matters = places.iter().filter_map(|place| place.more).any(|more| more.best > 0.0);
    let mut lines = match first.posts.iter().position(|posts| *posts > 0) {
        None => vec![language.text(Text::QuestionNoPlace).to_owned()],
        Some(_) if !matters => vec![language.text(Text::QuestionNoMatter).to_owned()],
        Some(group) => {
            let values = [("group", language.group_name(group))];
            let best = fill(language.text(Text::QuestionBestPlace), &values);
            std::iter::once(best).chain(how_sure(language, places, group)).collect()
        }
    };
    if left > 0 {
        let count = language.persons(f64::from(left));
        lines.push(fill(language.text(Text::QuestionLeft), &[("count", &count)]));
    }
    lines
}

/// The groups with people in them that a lasting post is not tried in.
pub fn closed_groups(language: Language, scenario: &Scenario) -> Option<String> {
    let law = scenario.parameters.law();
    let closed = |group: &usize| scenario.place.stock[*group] > 0.0 && law.closed(*group);
    let names: Vec<_> = (0..GROUP_COUNT).filter(closed).map(|group| language.group_name(group)).collect();
    let line = || fill(language.text(Text::QuestionClosed), &[("groups", &names.join(", "))]);
    (!names.is_empty()).then(line)
}

/// How often the group that is best in the central run is the best, and which one is so more often.
fn how_sure(language: Language, places: &[Place], group: usize) -> Option<String> {
    let share = |place: &Place| place.more.map(|more| more.best);
    let here = places.iter().find(|place| place.group == group).and_then(share)?;
    let most = |best: (usize, f32), place: &Place| match share(place) {
        Some(share) if share > best.1 => (place.group, share),
        _ => best,
    };
    let (often, most) = places.iter().fold((group, here), most);
    let text = if often == group { Text::QuestionBestShare } else { Text::QuestionBestOther };
    let [here, most] = [here, most].map(|share| language.chance(share.into()));
    let values = [("share", &*here), ("group", language.group_name(often)), ("most", &*most)];
    Some(fill(language.text(text), &values))
}

/// What a post more gives the municipality, and how many more in jobs: each figure, and its band in brackets where it has one.
pub fn gives(language: Language, more: &Margin) -> [[String; 2]; 2] {
    let with_band = |measure: Measure, estimate: Estimate| {
        let band = match between(language, measure, estimate.band()) {
            band if band.is_empty() => band,
            band => format!("({band})"),
        };
        [value(language, measure, estimate.central), band]
    };
    [with_band(Measure::Net(0), more.net), with_band(Measure::Jobs(0), more.jobs)]
}

/// A value of a lever as people read it: hundredths of what its usual range is made of.
pub fn place(language: Language, number: &Number, at: f64) -> String {
    let width = number.usual[1] - number.usual[0];
    let decimals = (0..6).find(|decimals| width * [1.0, 1e1, 1e2, 1e3, 1e4, 1e5][*decimals] >= 1e3);
    let decimals = if number.whole { 0 } else { decimals.unwrap_or(6) };
    let written = language.style().fixed(at, decimals);
    match written.split_once(language.spec().decimal) {
        Some((whole, part)) if part.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => written,
    }
}

fn from_to(language: Language, number: &Number, stretch: &Stretch) -> String {
    let (from, to) = (place(language, number, stretch.from.at), place(language, number, stretch.to.at));
    match from == to {
        true => from,
        false => fill(language.text(Text::QuestionFromTo), &[("from", &from), ("to", &to)]),
    }
}
