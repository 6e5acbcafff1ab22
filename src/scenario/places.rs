//! Finding a place.

use crate::model::tables::{PLACES, place_by_id};

/// The places whose ids or names, as `called` says them, begin with a text: Danish letters, or what stands for them.
pub fn search_by(text: &str, called: impl Fn(usize) -> &'static str) -> Vec<usize> {
    let wanted = fold(text);
    let fits = |place: &usize| {
        PLACES[*place].id.starts_with(&wanted)
            || fold(called(*place)).split(' ').any(|word| word.starts_with(&wanted))
    };
    (0..PLACES.len()).filter(fits).collect()
}

fn fold(text: &str) -> String {
    text.trim().to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa")
}

/// Every place as a list shows them: the typical one and the whole country, those chosen last, then all municipalities.
pub fn listed(recent: &[usize]) -> Vec<usize> {
    let typical = place_by_id("typical").unwrap_or_default();
    let country = PLACES.iter().position(|place| place.country).unwrap_or_default();
    let is_municipality = |place: &usize| *place != typical && *place != country;
    let municipalities = (0..PLACES.len()).filter(is_municipality);
    let recent = recent.iter().copied().filter(is_municipality);
    [typical, country].into_iter().chain(recent).chain(municipalities).collect()
}
