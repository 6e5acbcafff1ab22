//! How answers are told.

use raaderum::model::tables::lever_by_key;
use raaderum::questions::setting::Setting;
use raaderum::scenario::keys::Key;
use raaderum::words::question::setting;
use raaderum::words::text::Language;

#[test]
fn a_setting_is_written_without_the_dust_of_binary_fractions() {
    let danish = Language::default();
    let horizon = Key::Lever(lever_by_key("horizon").expect("a lever"), None);
    let written = |value: f64| setting(danish, horizon, Setting::Number(value));
    for whole in 0..=2000_u16 {
        assert_eq!(written(whole.into()).replace('.', ""), whole.to_string());
    }
    assert_eq!(written(0.1 + 0.2), "0,3");
    assert_eq!(written(1.0 / 3.0), "0,333333");
    assert_eq!(written(1_234_567.0), "1.234.570");
    assert_eq!(written(-2.5), "\u{2212}2,5");
}
