//! Numbers as links, files and the page's attributes write them: digits, a point, no spaces.
//!
//! A number is written in as few digits as bring back the very same number. In the browser its engine does both: it
//! reads and writes such numbers for its own scripts, and the tables for it in the module would weigh as much as the
//! texts of two languages. A test in the browser holds it to what is written here.
//!
//! ```
//! use raaderum::scenario::digits;
//!
//! assert_eq!(digits::write(0.1 + 0.2), "0.30000000000000004");
//! assert_eq!(digits::read("1.5e3"), Some(1500.0));
//! assert_eq!(digits::read("infinity"), None);
//! ```

/// The number that a text writes; `None` for anything but digits with at most a sign, a point and an exponent.
pub fn read(text: &str) -> Option<f64> {
    is_number(text).then(|| engine::read(text))
}

/// A number in as few digits as bring it back, without an exponent.
pub fn write(value: f64) -> String {
    engine::write(value)
}

fn is_number(text: &str) -> bool {
    let unsigned = |text: &str| text.strip_prefix(['+', '-']).unwrap_or(text).to_owned();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, unsigned(exponent)),
        None => (text, "0".to_owned()),
    };
    let mantissa = unsigned(mantissa);
    let (ones, part) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
    digits(ones) && digits(part) && ones.len() + part.len() > 0 && digits(&exponent) && !exponent.is_empty()
}

#[cfg(not(target_arch = "wasm32"))]
mod engine {
    pub fn read(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    pub fn write(value: f64) -> String {
        value.to_string()
    }
}

#[cfg(target_arch = "wasm32")]
mod engine {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Number)]
        pub fn read(text: &str) -> f64;
        #[wasm_bindgen(js_name = String)]
        fn shortest(value: f64) -> String;
    }

    pub fn write(value: f64) -> String {
        // A nought below nought is one too.
        if value == 0.0 && value.is_sign_negative() {
            "-0".to_owned()
        } else {
            super::spread(&shortest(value))
        }
    }
}

/// A number without its exponent, which scripts write for the very small and the very large: `1.5e-7` as `0.00000015`.
#[cfg(any(target_arch = "wasm32", test))]
fn spread(text: &str) -> String {
    let Some((mantissa, exponent)) = text.split_once('e') else { return text.to_owned() };
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (ones, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    match exponent.strip_prefix('-') {
        Some(places) => {
            let noughts = "0".repeat(places.parse::<usize>().unwrap_or_default().saturating_sub(1));
            [sign, "0.", &noughts, ones, part].concat()
        }
        None => {
            let places = exponent.trim_start_matches('+').parse::<usize>().unwrap_or_default();
            [sign, ones, part, &"0".repeat(places.saturating_sub(part.len()))].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_numbers_are_read() {
        for text in ["0", "-1", "+1", "007", "1.", ".5", "-.5", "1e3", "1E-3", "1.5e+3"] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        for text in [
            "", ".", "-", "e3", "1e", "1e+", "--1", "1.2.3", "1,5", " 1", "0x10", "inf", "NaN", "infinity",
            "1_000",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_exponent_is_written_out(value in any::<f64>().prop_filter("a number", |value| value.is_finite())) {
            let scientific = format!("{value:e}");
            // A script has an exponent only where the digits end before the point or begin after it.
            if value.abs() < 1e-6 || value.abs() >= 1e21 {
                prop_assert_eq!(spread(&scientific), value.to_string());
            }
        }

        #[test]
        fn what_is_written_comes_back(value in any::<f64>().prop_filter("a number", |value| value.is_finite())) {
            prop_assert_eq!(read(&write(value)).map(f64::to_bits), Some(value.to_bits()));
        }
    }
}
