//! What the cases come to, found one after the other in parts between frames.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::model::tables::CASE_COUNT;
use crate::page::slices;
use crate::questions::case::{Found, Work};

/// What has been found so far; `None` for the cases still to come.
#[derive(Clone, Default)]
pub struct AllFound([Option<Rc<Found>>; CASE_COUNT]);

impl AllFound {
    /// What a case comes to.
    pub fn of(&self, case: usize) -> Option<Rc<Found>> {
        self.0.get(case).cloned().flatten()
    }

    /// Whether every case has been computed.
    pub fn is_whole(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }
}

thread_local! {
    /// A case is the same whatever the visitor sets, so a second visit of the page need not wait.
    static KEPT: RefCell<AllFound> = RefCell::default();
}

/// Finds all cases, the first first.
#[hook]
pub fn use_found() -> AllFound {
    let found = use_state(|| KEPT.with_borrow(Clone::clone));
    let set = found.setter();
    use_effect_with((), move |()| {
        let mut work = None::<(usize, Work)>;
        let job = slices::ask(Box::new(move || {
            let Some((case, working)) = &mut work else {
                let next = KEPT.with_borrow(|kept| kept.0.iter().position(Option::is_none));
                work = next.map(|case| (case, Work::begin(case)));
                return work.is_some();
            };
            if working.step() {
                return true;
            }
            let (case, result) = (*case, working.found());
            work = None;
            // A case of which nothing can be found is found to be nothing.
            let result = result.unwrap_or_default();
            set.set(KEPT.with_borrow_mut(|kept| {
                kept.0[case] = Some(Rc::new(result));
                kept.clone()
            }));
            true
        }));
        move || drop(job)
    });
    (*found).clone()
}
