//! Prints the words of a target as libFuzzer's dictionaries have them.

#![allow(clippy::print_stdout, reason = "it is what this program does")]

fn main() {
    let Some(target) = std::env::args().nth(1).and_then(|name| raaderum_fuzz::target(&name)) else { return };
    for word in (target.words)() {
        let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        // libFuzzer takes no longer ones.
        if !word.is_empty() && word.len() <= 64 {
            println!("\"{bytes}\"");
        }
    }
}
