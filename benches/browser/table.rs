//! Markdown tables, and what is said of many values in them.

/// Prints the head of a table: the first column holds names, all others numbers.
pub fn head(columns: &[&str]) {
    println!("\n| {} |", columns.join(" | "));
    println!("|---|{}", "--:|".repeat(columns.len() - 1));
}

/// Prints a row.
pub fn row(name: &str, cells: &[String]) {
    println!("| {name} | {} |", cells.join(" | "));
}

/// A time, or anything else that is read to two digits.
pub fn number(value: f64) -> String {
    match value.abs() {
        0.0..1.0 => format!("{value:.3}"),
        1.0..100.0 => format!("{value:.2}"),
        _ => format!("{value:.0}"),
    }
}

/// The smallest value that a share of all do not exceed.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.max(1) - 1]
}

/// The middle of all.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 0.5)
}

/// The least of all.
pub fn best(values: &[f64]) -> f64 {
    percentile(values, 0.0)
}
