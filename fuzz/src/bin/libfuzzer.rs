//! The target named by `RAADERUM_FUZZ`, for libFuzzer.

#![no_main]
#![allow(unsafe_code, clippy::panic, reason = "libFuzzer calls it by a name of its own")]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use raaderum_fuzz::{Target, target};

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("RAADERUM_FUZZ").unwrap_or_default();
    target(&name).unwrap_or_else(|| panic!("RAADERUM_FUZZ names no target: “{name}”"))
});

fuzz_target!(|bytes: &[u8]| (TARGET.run)(bytes));
