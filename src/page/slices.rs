//! Work that takes longer than a frame, done in parts between frames: nothing on the page waits for it.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::render::{AnimationFrame, request_animation_frame};

use super::engine::now;

/// One part of a piece of work; gives whether there is more to do. A part takes a few milliseconds at most.
pub type Part = Box<dyn FnMut() -> bool>;

/// So long the parts of one frame may take together, milliseconds.
const BUDGET: f64 = 14.0;
/// The same while new work keeps coming in, as when a slider moves: the picture comes first.
const BUDGET_IN_MOTION: f64 = 6.0;

#[derive(Default)]
struct Desk {
    /// What is waited for, and what is done once nothing else waits.
    waiting: [VecDeque<(u32, Part)>; 2],
    asked: u32,
    in_motion: bool,
    /// The frame to come and the one before it: a handle must not be dropped from within its own frame.
    frames: [Option<AnimationFrame>; 2],
    requested: bool,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Work that was asked for; dropping it takes it off the desk.
pub struct Job(u32);

impl Drop for Job {
    fn drop(&mut self) {
        DESK.with_borrow_mut(|desk| {
            desk.waiting.iter_mut().for_each(|jobs| jobs.retain(|(job, _)| *job != self.0))
        });
    }
}

/// Puts work on the desk, to begin in the next frame after all that waits there.
pub fn ask(part: Part) -> Job {
    put(0, part)
}

/// Puts work on the desk that gives way to whatever is [asked](ask) meanwhile.
#[cfg(feature = "more")]
pub fn ask_further(part: Part) -> Job {
    put(1, part)
}

fn put(rank: usize, part: Part) -> Job {
    DESK.with_borrow_mut(|desk| {
        desk.asked += 1;
        desk.in_motion = true;
        desk.waiting[rank].push_back((desk.asked, part));
        desk.request();
        Job(desk.asked)
    })
}

impl Desk {
    /// What is to be done next, and its rank.
    fn take(&mut self) -> Option<(usize, (u32, Part))> {
        self.waiting.iter_mut().enumerate().find_map(|(rank, jobs)| Some((rank, jobs.pop_front()?)))
    }

    fn request(&mut self) {
        if !self.requested && self.waiting.iter().any(|jobs| !jobs.is_empty()) {
            self.requested = true;
            self.frames.swap(0, 1);
            self.frames[0] = Some(request_animation_frame(|_| work()));
        }
    }
}

/// Does parts until the time of this frame is used.
fn work() {
    let budget = DESK.with_borrow_mut(|desk| {
        desk.requested = false;
        if std::mem::take(&mut desk.in_motion) { BUDGET_IN_MOTION } else { BUDGET }
    });
    let began = now();
    loop {
        // Out of the desk while it works, so that it may ask for more.
        let Some((rank, (job, mut part))) = DESK.with_borrow_mut(Desk::take) else { break };
        if part() {
            DESK.with_borrow_mut(|desk| desk.waiting[rank].push_front((job, part)));
        }
        if now() - began >= budget {
            break;
        }
    }
    DESK.with_borrow_mut(Desk::request);
}
