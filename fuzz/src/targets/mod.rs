//! What each reader is held to.

pub mod codes;
pub mod files;
pub mod frames;
pub mod links;
pub mod places;
pub mod runs;
pub mod shows;
pub mod stored;
