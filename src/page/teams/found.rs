//! What the teams' plans come to, found one after the other between frames.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::page::slices;
use crate::questions::team::{Found, found};
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::scenario::team::room::{Entry, meaning};

/// What has been found, by the link of base and plan.
type All = Vec<(String, Rc<Found>)>;

/// More than a few questions with twelve teams each are not kept.
const MOST: usize = 100;

thread_local! {
    static KEPT: RefCell<All> = const { RefCell::new(Vec::new()) };
}

/// What the base and then each team comes to; `None` where that is not known yet or the code cannot be read.
#[hook]
pub fn use_found(base: &Rc<Scenario>, entries: &Rc<[Entry]>) -> Rc<[Option<Rc<Found>>]> {
    let found = use_state(|| KEPT.with_borrow(Clone::clone));
    let set = found.setter();
    let wanted = use_memo((base.clone(), entries.clone()), |(base, entries)| {
        let plans = entries.iter().map(|entry| meaning(base, entry).map(|sent| sent.scenario));
        let named = |plan: Scenario| (format!("{} {}", link::write(base), link::write(&plan)), plan);
        std::iter::once(Some((**base).clone())).chain(plans).map(|plan| plan.map(named)).collect::<Vec<_>>()
    });
    let base = base.clone();
    use_effect_with(wanted.clone(), move |wanted| {
        let wanted = wanted.clone();
        let job = slices::ask(Box::new(move || {
            let known = |name: &String| KEPT.with_borrow(|kept| kept.iter().any(|(known, _)| known == name));
            let Some((name, plan)) = wanted.iter().flatten().find(|(name, _)| !known(name)) else {
                return false;
            };
            let result = Rc::new(self::found(&base, plan));
            set.set(KEPT.with_borrow_mut(|kept| {
                let many = (kept.len() + 1).saturating_sub(MOST);
                kept.drain(..many);
                kept.push((name.clone(), result));
                kept.clone()
            }));
            true
        }));
        move || drop(job)
    });
    let of = |name: &String| found.iter().find(|(known, _)| known == name).map(|(_, result)| result.clone());
    wanted.iter().map(|wanted| wanted.as_ref().and_then(|(name, _)| of(name))).collect()
}
