//! What is drawn has a dimension, and the dimensions are those of a Sobol sequence.

use super::{KIND_FILE, PARAMETER_FILE, files, generate, problems_with, refused};

const LATENT_FILE: &str = "static/data/latents.toml";
const SOBOL_FILE: &str = "static/data/sobol.toml";

#[test]
fn every_uncertain_figure_has_a_dimension() {
    let no_dimension = "is uncertain and has no dimension; add it at the end";
    refused(LATENT_FILE, "\"turnover\",", "", &format!("latents.toml: turnover: {no_dimension}"));
    refused(
        PARAMETER_FILE,
        "key = \"sick_days\"\nunit = \"days_per_year\"\ncentral = 11.3",
        "key = \"sick_days\"\nunit = \"days_per_year\"\ncentral = 11.3\nlow = 10\nhigh = 12",
        &format!("latents.toml: sick_days: {no_dimension}"),
    );
    refused(KIND_FILE, "latent = \"elasticity_job\"", "", &format!("elasticity_job.insured: {no_dimension}"));
}

#[test]
fn every_dimension_is_of_an_uncertain_figure_or_free() {
    let reason = "latents.toml: turnovre: no uncertain figure is called so";
    refused(LATENT_FILE, "\"turnover\",", "\"turnover\", \"turnovre\",", reason);
    refused(LATENT_FILE, "\"cost\",", "\"cost\", \"turnover\",", "latents.toml: turnover: stands twice");
    refused(
        LATENT_FILE,
        "latents = [",
        "order = 1\nlatents = [",
        "latents.toml: file: unknown field `order`",
    );
    let free = problems_with(LATENT_FILE, "\"cost\",", "\"\", \"\", \"cost\",");
    assert!(free.is_empty(), "{free:?}");
}

#[test]
fn the_tables_say_what_the_files_say() {
    let tables = generate(&files()).ok().unwrap();
    // Dimension 1 has degree 0; 3 has x² + x + 1 and the numbers 1 and 3, whose halves take no bit and one.
    assert!(tables.directions.contains("[0x1, 0x3, 0x10007, "), "{}", tables.directions);
    // The first figure is the cost of a caseworker, the fourth to be drawn.
    assert!(tables.latents.contains("[Some(3), "), "{}", tables.latents);
}

#[test]
fn one_name_is_one_latent_number() {
    refused(
        KIND_FILE,
        "latent = \"elasticity_job\"",
        "latent = \"cost\"",
        "parameters.toml: cost: the key is also a latent name",
    );
}

#[test]
fn more_latent_numbers_than_dimensions_are_refused() {
    let list: toml::Table = files().0[LATENT_FILE].parse().expect("the list is TOML");
    let listed = list["latents"].as_array().expect("it is a list").len();
    let many = "latents = [\n".to_owned() + &"\"\", ".repeat(129 - listed);
    refused(LATENT_FILE, "latents = [", &many, "129 numbers are drawn, but static/data/sobol.toml has 128");
}

#[test]
fn directions_are_those_of_a_sobol_sequence() {
    let third = "{ s = 2, a = 1, m = [1, 3] }";
    let with = |to: &str, reason: &str| refused(SOBOL_FILE, third, to, &format!("dimension 3: {reason}"));
    with("{ s = 2, a = 0, m = [1, 3] }", "the polynomial is not primitive");
    with("{ s = 2, a = 2, m = [1, 3] }", "degree 2 is not 1 to 10, or 2 has more than 2 - 1 bits");
    with("{ s = 0, a = 0, m = [] }", "degree 0 is not 1 to 10");
    with("{ s = 1, a = 0, m = [1] }", "another dimension has this polynomial");
    with("{ s = 2, a = 1, m = [1, 2] }", "m is 2 odd numbers, the i-th below 2 to the i");
    with("{ s = 2, a = 1, m = [1, 5] }", "m is 2 odd numbers");
    with("{ s = 2, a = 1, m = [1] }", "m is 2 odd numbers");
}
