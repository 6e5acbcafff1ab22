use super::*;
use proptest::prelude::*;

const DANISH: NumberStyle = NumberStyle { decimal: ',', thousands: '.' };
const ENGLISH: NumberStyle = NumberStyle { decimal: '.', thousands: ',' };
const KRONER: Money =
    Money { one: Unit::after(" kr."), million: Unit::after(" mio. kr."), billion: Unit::after(" mia. kr.") };
const DKK: Money = Money {
    one: Unit { before: "DKK ", after: "" },
    million: Unit { before: "DKK ", after: "m" },
    billion: Unit { before: "DKK ", after: "bn" },
};

#[test]
fn each_language_has_its_separators() {
    assert_eq!(DANISH.fixed(1_234_567.84, 1), "1.234.567,8");
    assert_eq!(ENGLISH.fixed(1_234_567.84, 1), "1,234,567.8");
    assert_eq!(DANISH.whole(999.0), "999");
    assert_eq!(DANISH.whole(-1000.0), "−1.000");
}

#[test]
fn halves_round_away_from_zero_as_a_person_reads_them() {
    assert_eq!(DANISH.whole(0.5), "1");
    assert_eq!(DANISH.whole(2.5), "3");
    assert_eq!(DANISH.whole(-2.5), "−3");
    assert_eq!(DANISH.fixed(1.005, 2), "1,01");
    assert_eq!(DANISH.percent(0.145, 0, Unit::after(" %")), "15\u{a0}%");
    assert_eq!(DANISH.whole(123_456_789_012_345.0), "123.456.789.012.345");
}

#[test]
fn a_rounded_zero_has_no_sign() {
    assert_eq!(DANISH.whole(-0.0), "0");
    assert_eq!(DANISH.fixed(-0.04, 1), "0,0");
    assert_eq!(DANISH.money(-0.3, &KRONER), "0\u{a0}kr.");
}

#[test]
fn what_is_no_number_is_a_dash() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(DANISH.whole(value), NO_NUMBER);
        assert_eq!(DANISH.significant(value, 2), NO_NUMBER);
        assert_eq!(DANISH.money(value, &KRONER), NO_NUMBER);
        assert_eq!(DANISH.percent(value, 0, Unit::after(" %")), NO_NUMBER);
    }
}

#[test]
fn effects_have_two_figures() {
    let two = |value| DANISH.significant(value, 2);
    assert_eq!(two(14.4), "14");
    assert_eq!(two(0.0345), "0,035");
    assert_eq!(two(9.96), "10");
    assert_eq!(two(1249.0), "1.200");
    assert_eq!(two(-3.25), "−3,3");
    assert_eq!(two(3.0), "3,0");
    assert_eq!(two(0.0), "0");
}

#[test]
fn money_is_written_to_what_is_known() {
    let danish = |kroner| DANISH.money(kroner, &KRONER).replace('\u{a0}', " ");
    assert_eq!(danish(2.4e6), "2,4 mio. kr.");
    assert_eq!(danish(-14.2e6), "−14 mio. kr.");
    assert_eq!(danish(9.96e6), "10 mio. kr.");
    assert_eq!(danish(999.6e6), "1,0 mia. kr.");
    assert_eq!(danish(-3e9), "−3,0 mia. kr.");
    assert_eq!(danish(99_700.0), "0,1 mio. kr.");
    assert_eq!(danish(52_345.0), "52.000 kr.");
    assert_eq!(danish(-412.0), "−410 kr.");
    let english = |kroner| ENGLISH.money(kroner, &DKK).replace('\u{a0}', " ");
    assert_eq!(english(2.4e6), "DKK 2.4m");
    assert_eq!(english(-14e6), "−DKK 14m");
    assert_eq!(english(1.25e9), "DKK 1.3bn");
}

#[test]
fn a_lone_separator_is_read_as_the_language_writes_it_or_as_a_decimal() {
    let cases = [
        ("1.234,5", Some(1234.5), Some(1234.5)),
        ("1,234.5", Some(1234.5), Some(1234.5)),
        ("1234.5", Some(1234.5), Some(1234.5)),
        ("1,5", Some(1.5), Some(1.5)),
        ("1.234", Some(1234.0), Some(1.234)),
        ("1,234", Some(1.234), Some(1234.0)),
        ("0.250", Some(0.25), Some(0.25)),
        ("1.234.567", Some(1_234_567.0), Some(1_234_567.0)),
        ("1.2.3", None, None),
        ("1.234.56", None, None),
        ("1.2345,6", None, None),
        (" −3\u{a0}000 ", Some(-3000.0), Some(-3000.0)),
        ("-,5", Some(-0.5), Some(-0.5)),
        ("45,", Some(45.0), Some(45.0)),
    ];
    for (text, danish, english) in cases {
        assert_eq!(DANISH.parse(text), danish, "Danish: {text}");
        assert_eq!(ENGLISH.parse(text), english, "English: {text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in ["", " ", ",", "-", "--1", "abc", "1e9", "NaN", "inf", "1 kr.", "٣", "−", "+-1"] {
        assert_eq!(DANISH.parse(text), None, "{text}");
    }
    assert_eq!(DANISH.parse(&"9".repeat(400)), None);
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(thousandths in -1_000_000_000_000_i64..1_000_000_000_000, decimals in 0_usize..4) {
        let unit = 10_f64.powi(decimals as i32);
        let value = (thousandths as f64 / 1000.0 * unit).round() / unit;
        // One separator alone with three digits after it is ambiguous; three decimals always are.
        for style in [DANISH, ENGLISH] {
            let printed = style.fixed(value, decimals);
            if decimals < 3 || printed.contains(style.thousands) {
                prop_assert_eq!(style.parse(&printed), Some(value));
            }
        }
    }

    #[test]
    fn nothing_typed_or_computed_is_too_much(text in ".{0,60}", value in any::<f64>(), figures in 0_usize..9) {
        let _ = DANISH.parse(&text);
        for out in [DANISH.significant(value, figures), DANISH.money(value, &KRONER)] {
            prop_assert!(!out.contains("NaN") && !out.contains("inf") && !out.contains('-'));
        }
    }
}
