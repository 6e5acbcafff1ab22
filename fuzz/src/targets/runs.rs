//! Files of runs for a room, whole and unfinished.

use raaderum::present::file;
use raaderum::present::kept;
use raaderum::present::run::{MOST_STEPS, Run};
use raaderum::words::notice;
use raaderum::words::text::Language;

use crate::holds::{self, told};

pub fn run(bytes: &[u8]) {
    match file::read(bytes) {
        Ok(run) => whole(&run),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            for problem in &problems {
                Language::all()
                    .for_each(|language| told(&notice::run_problem(language, problem), &problem.place));
            }
        }
    }
    if let Some(run) = file::read_unfinished(bytes) {
        assert_eq!(kept::read(&kept::write(&run)), Ok(run));
    }
}

fn whole(run: &Run) {
    assert!((1..=MOST_STEPS).contains(&run.steps.len()));
    for written in [file::write(run), file::write_line(run)] {
        assert_eq!(file::read(written.as_bytes()).as_ref(), Ok(run), "{written}");
    }
    run.steps.iter().take(2).for_each(|step| holds::scenario(&step.scenario()));
    let mut edited = run.clone();
    edited.copy(0);
    edited.shift(0, isize::MAX);
    edited.shift(usize::MAX, -1);
    assert_eq!(file::read(file::write(&edited).as_bytes()), Ok(edited));
}
