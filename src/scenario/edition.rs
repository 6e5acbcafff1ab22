//! Which edition this is, so that a figure can be found again: the program's version, and a number for all its data.
//!
//! ```
//! use raaderum::scenario::edition;
//!
//! assert_eq!(edition::data().len(), 16);
//! assert!(edition::VERSION.starts_with(|first: char| first.is_ascii_digit()));
//! ```

include!(concat!(env!("OUT_DIR"), "/edition_data.rs"));

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What tells the data files of this edition from those of another: 16 hexadecimal digits.
pub fn data() -> String {
    format!("{DATA:016x}")
}
