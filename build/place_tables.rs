//! Writes the tables of places: those that are no municipality as rows, the municipalities as columns of numbers.

use super::Data;
use super::model_tables::line;
use super::places::{Basis, Place};

/// A figure that is withheld, and what is added to one of which a part is; the reader has the same.
const WITHHELD: u16 = u16::MAX;
const PARTLY: u16 = 0x8000;

/// Adds the tables to the source of `model_data.rs`.
pub fn write(data: &Data, out: &mut String) {
    let others: Vec<&Place> = data.places.iter().filter(|p| p.code.is_none()).collect();
    let all: Vec<&Place> = data.places.iter().filter(|p| p.code.is_some()).collect();
    line(
        out,
        &format!("/// How many places there are.\npub const PLACE_COUNT: usize = {};", data.places.len()),
    );
    line(out, &format!("static OTHERS: [PlaceSpec; {}] = [", others.len()));
    for place in &others {
        line(out, &row(data, place));
    }
    line(out, "];");
    let country = others.iter().position(|p| p.country).unwrap_or_default();
    line(out, &format!("const NATIONAL: usize = {country};"));
    let year = all.first().map_or(0, |p| p.year);
    line(out, &format!("const MUNICIPALITY_YEAR: u16 = {year};"));
    let names: Vec<&str> = all.iter().map(|p| p.own_name.as_str()).collect();
    line(out, &format!("static MUNICIPALITY_NAMES: &str = {:?};", names.join("|")));
    let codes: Vec<u16> = all.iter().filter_map(|p| p.code).collect();
    line(out, &format!("static MUNICIPALITY_CODES: [u16; {}] = {codes:?};", codes.len()));
    let people: Vec<u32> = all.iter().map(|p| p.population as u32).collect();
    line(out, &format!("static MUNICIPALITY_PEOPLE: [u32; {}] = {people:?};", people.len()));
    columns(data, &all, out);
    extras(data, &all, out);
    also(data, out);
}

fn row(data: &Data, p: &Place) -> String {
    let stocks: Vec<_> = data.groups.iter().filter_map(|g| p.stock.get(&g.id)).collect();
    let stock: Vec<f64> = stocks.iter().map(|s| s.value).collect();
    let basis: Vec<String> = stocks.iter().map(|s| format!("Basis::{:?}", s.basis)).collect();
    format!(
        "PlaceSpec {{ id: {:?}, name: \"\", code: None, population: {:?}, year: {}, stock: {stock:?}, \
         caseload: {}, stock_basis: [{}], cash: {:?}, room: {:?}, country: {} }},",
        p.id,
        p.population,
        p.year,
        caseload(data, p),
        basis.join(", "),
        p.cash,
        p.room,
        p.country
    )
}

fn caseload(data: &Data, p: &Place) -> String {
    let all: Vec<Option<f64>> = data.groups.iter().map(|g| p.caseload.get(&g.id).copied()).collect();
    format!("{all:?}")
}

/// A column for each group that the table of municipalities has.
fn columns(data: &Data, all: &[&Place], out: &mut String) {
    let of = |(index, group): (usize, &super::groups::Group)| {
        let basis = data.columns.basis(&group.id)?;
        let people = all.iter().map(|place| match place.stock.get(&group.id) {
            Some(stock) if stock.basis == Basis::Scaled => WITHHELD,
            Some(stock) if stock.basis == Basis::Partly => stock.value as u16 | PARTLY,
            stock => stock.map_or(WITHHELD, |stock| stock.value as u16),
        });
        let people: Vec<u16> = people.collect();
        Some(format!("StockColumn {{ group: {index}, basis: Basis::{basis:?}, people: &{people:?} }},"))
    };
    let columns: Vec<String> = data.groups.iter().enumerate().filter_map(of).collect();
    line(out, &format!("static MUNICIPALITY_STOCKS: [StockColumn; {}] = [", columns.len()));
    columns.iter().for_each(|column| line(out, column));
    line(out, "];");
}

fn extras(data: &Data, all: &[&Place], out: &mut String) {
    let known: Vec<(usize, &&Place)> = all
        .iter()
        .enumerate()
        .filter(|(_, p)| p.cash.is_some() || p.room.is_some() || !p.caseload.is_empty())
        .collect();
    line(out, &format!("static EXTRAS: [Extra; {}] = [", known.len()));
    for (municipality, p) in known {
        let row = format!(
            "Extra {{ municipality: {municipality}, cash: {:?}, room: {:?}, caseload: {} }},",
            p.cash,
            p.room,
            caseload(data, p)
        );
        line(out, &row);
    }
    line(out, "];");
}

/// Other ids, each with the place that it means.
fn also(data: &Data, out: &mut String) {
    let places = data.places.iter().enumerate();
    let also: Vec<(&String, usize)> =
        places.flat_map(|(index, p)| p.also.iter().map(move |id| (id, index))).collect();
    line(out, "/// Other ids of places, each with the place in [`PLACES`] that it means.");
    line(out, &format!("pub static ALSO: [(&str, usize); {}] = {also:?};", also.len()));
}
