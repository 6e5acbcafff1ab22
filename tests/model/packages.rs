//! Packages: levers that any place can begin with.

use raaderum::model::policy::Rule;
use raaderum::model::tables::{PACKAGES, PLACES, package_by_id};
use raaderum::scenario::keys::Key;
use raaderum::scenario::{Scenario, Start, file, link};

#[test]
fn every_value_of_a_package_is_taken_in_every_place() {
    for (index, package) in PACKAGES.iter().enumerate() {
        for place in 0..PLACES.len() {
            let scenario = Scenario::of_package(place, index);
            assert_eq!(scenario.place_index(), place);
            assert_eq!(scenario.place, Scenario::at_place(place).place, "a package leaves the place alone");
            for (name, value) in package.set {
                let key = Key::parse(name).expect("a key");
                let mut set = Scenario::at_place(place);
                key.set(&mut set, value).expect("an accepted value");
                assert_eq!(key.text(&scenario), key.text(&set), "{}: {name}", package.id);
            }
        }
    }
}

#[test]
fn the_first_package_is_the_place_as_today() {
    let scenario = Scenario::begin(Start::Package(0, 0));
    assert_eq!(scenario, Scenario::at_place(0));
    assert_eq!(scenario.package_index(), Some(0));
}

#[test]
fn a_package_is_named_in_links_and_files_and_is_what_a_reset_goes_back_to() {
    let package = package_by_id("no_cap").expect("a package");
    let mut scenario = Scenario::of_package(1, package);
    Key::parse("horizon").expect("a key").set(&mut scenario, "120").expect("within range");
    let written = link::write(&scenario);
    assert_eq!(written, format!("v=2&place={}&package=no_cap&horizon=120", PLACES[1].id));
    assert_eq!(link::read(&written).scenario, scenario);
    assert_eq!(file::read(file::write(&scenario).as_bytes()), Ok(scenario.clone()));
    assert_eq!(scenario.unmoved(), Scenario::of_package(1, package));
}

#[test]
fn the_two_plans_differ_in_the_rule_alone() {
    let [within, without] = ["within_cap", "no_cap"].map(|id| package_by_id(id).expect("a package"));
    let (mut within, without) = (Scenario::of_package(0, within), Scenario::of_package(0, without));
    assert_eq!(within.policy.rule, Rule::SelfFinancing);
    (within.policy.rule, within.policy.approve) = (without.policy.rule, without.policy.approve);
    assert_eq!(within.policy, without.policy);
}

#[test]
fn a_package_without_a_place_takes_that_of_the_page_and_an_unknown_one_is_named() {
    let read = link::read("package=no_cap");
    assert_eq!(read.scenario.place_index(), Scenario::default().place_index());
    assert!(read.problems.is_empty());
    let read = link::read("place=typical&package=free_lunch&horizon=12");
    assert_eq!(read.problems[0].key, "package");
    assert_eq!(read.scenario.policy.horizon, 12);
    assert!(file::read(br#"{ "version": 1, "case": "hjoerring", "package": "no_cap", "set": {} }"#).is_err());
}
