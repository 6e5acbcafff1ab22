//! A run of the visitor's own as a browser keeps it: a version, and the file of the run in one line.

use super::file;
use super::run::Run;
use crate::scenario::stored::Unread;

/// The version that is written.
const VERSION: &str = "1";

/// As it is kept.
pub fn write(run: &Run) -> String {
    [VERSION, "\n", &file::write_line(run)].concat()
}

/// As it was kept. A run that is being made may lack what a file must have.
pub fn read(text: &str) -> Result<Run, Unread> {
    match text.split_once('\n') {
        Some((VERSION, run)) => file::read_unfinished(run.as_bytes()).ok_or(Unread::Broken),
        Some((number, _)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(Unread::Newer)
        }
        _ => Err(Unread::Broken),
    }
}
