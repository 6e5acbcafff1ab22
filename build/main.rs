//! Turns the data files into Rust tables.

fn main() {}
