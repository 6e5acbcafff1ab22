//! Measures the built site.

fn main() {}
