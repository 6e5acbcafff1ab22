//! The draws: each figure has the distribution that the data say, and nothing but the draw's number decides.

use std::f64::consts::PI;

use raaderum::model::lane::Lane;
use raaderum::model::parameters::Parameters;
use raaderum::model::tables::{GROUP_COUNT, Law, Parameter, parameter, parameter_by_key};
use raaderum::uncertainty::draws::{Draws, IN_FRAME, MOST};
use raaderum::uncertainty::quantile::quantiles;
use raaderum::uncertainty::rank::Ranks;

use raaderum::model::lane::Eight;

fn central() -> Draws {
    Draws::new(&Parameters::central())
}

fn uncertain() -> impl Iterator<Item = (Parameter, [f64; 2])> {
    Parameter::all().filter_map(|p| p.figure(Law::NEWEST).spread.map(|spread| (p, spread)))
}

/// The first draws, each whole.
fn drawn(draws: &Draws, count: usize) -> Vec<Parameters<f64>> {
    let mut one = Parameters::central();
    let whole = |draw| {
        draws.fill(draw, &mut one);
        one.clone()
    };
    (0..count).map(whole).collect()
}

fn values(drawn: &[Parameters<f64>], parameter: Parameter) -> Vec<f32> {
    drawn.iter().map(|draw| draw[parameter] as f32).collect()
}

#[test]
fn percentiles_are_those_of_the_data() {
    for (count, within) in [(IN_FRAME, 0.01), (MOST, 0.001)] {
        let drawn = drawn(&central(), count);
        for (p, [low, high]) in uncertain() {
            let found = quantiles(&mut values(&drawn, p), [0.05, 0.5, 0.95]);
            for (found, data) in found.into_iter().zip([low, p.figure(Law::NEWEST).central, high]) {
                let off = (f64::from(found) - data).abs() / (high - low);
                assert!(off < within, "{}, {count} draws: {found}, not {data}", p.spec().key);
            }
        }
    }
}

/// A two-piece normal number around its median c has the mean c + (above − below) / √(2π) · scale.
#[test]
fn means_are_those_of_the_closed_form() {
    let drawn = drawn(&central(), MOST);
    for (p, [low, high]) in uncertain() {
        let spec = p.spec();
        let central = p.figure(Law::NEWEST).central;
        let (below, above) = ((central - low) / 1.6448536, (high - central) / 1.6448536);
        let [least, most] = spec.bounds;
        if central - 5.0 * below < least || central + 5.0 * above > most {
            continue; // The bounds cut off what the closed form counts.
        }
        let mean = drawn.iter().map(|draw| draw[p]).sum::<f64>() / MOST as f64;
        let expected = central + (above - below) / (2.0 * PI).sqrt();
        assert!((mean - expected).abs() < 1e-3 * (high - low), "{}: {mean}, not {expected}", spec.key);
    }
}

#[test]
fn every_draw_is_within_the_bounds() {
    let mut at_a_bound = 0;
    for draw in drawn(&central(), MOST) {
        for p in Parameter::all() {
            let [least, most] = p.spec().bounds;
            assert!(least <= draw[p] && draw[p] <= most, "{}: {}", p.spec().key, draw[p]);
            at_a_bound +=
                usize::from(p.figure(Law::NEWEST).spread.is_some() && (draw[p] == least || draw[p] == most));
        }
    }
    assert!(at_a_bound > 0, "no draw was ever held at a bound: the test sees nothing");
}

#[test]
fn figures_of_one_latent_name_move_together() {
    let drawn = drawn(&central(), IN_FRAME);
    for elasticities in [parameter::ELASTICITY_JOB, parameter::ELASTICITY_CLARIFIED] {
        let first = Ranks::of(&values(&drawn, elasticities[1]));
        for other in elasticities {
            assert!(first.correlation(&Ranks::of(&values(&drawn, other))) > 0.999, "{}", other.spec().key);
        }
    }
}

#[test]
fn all_others_do_not() {
    let drawn = drawn(&central(), IN_FRAME);
    let ranks: Vec<(Parameter, Ranks)> =
        uncertain().map(|(p, _)| (p, Ranks::of(&values(&drawn, p)))).collect();
    for (i, (p, one)) in ranks.iter().enumerate() {
        for (q, other) in &ranks[..i] {
            let shared = p.spec().latent.is_some() && p.spec().latent == q.spec().latent;
            let correlation = one.correlation(other);
            assert!(shared || correlation.abs() < 0.12, "{}, {}: {correlation}", p.spec().key, q.spec().key);
        }
    }
}

#[test]
fn a_figure_set_by_hand_is_held_and_no_other_draw_changes() {
    let before = drawn(&central(), 64);
    let mut given = Parameters::central();
    given[parameter::COST] = 650_000.0;
    given[parameter::ELASTICITY_JOB[2]] = 0.3;
    let draws = Draws::new(&given);
    for (before, after) in before.iter().zip(drawn(&draws, 64)) {
        for p in Parameter::all() {
            let set = p == parameter::COST || p == parameter::ELASTICITY_JOB[2];
            assert_eq!(after[p], if set { given[p] } else { before[p] }, "{}", p.spec().key);
        }
    }
}

#[test]
fn figures_without_a_band_are_held() {
    let draw = &drawn(&central(), 8)[7];
    for p in Parameter::all().filter(|p| p.figure(Law::NEWEST).spread.is_none()) {
        assert_eq!(draw[p], p.figure(Law::NEWEST).central, "{}", p.spec().key);
    }
}

#[test]
fn the_width_of_the_lane_does_not_matter() {
    let draws = central();
    let one_by_one = drawn(&draws, IN_FRAME + Eight::COUNT);
    let mut eight = Parameters::<Eight>::central();
    // A lane may also begin anywhere, even across the end of what is computed at a time.
    for first in (0..IN_FRAME).step_by(Eight::COUNT).chain([1, 1022]) {
        draws.fill(first, &mut eight);
        for p in Parameter::all() {
            for place in 0..Eight::COUNT {
                let (one, wide) = (one_by_one[first + place][p], eight[p].get(place));
                let size = p.figure(Law::NEWEST).central.abs().max(one.abs());
                assert!((one - wide).abs() <= 3e-7 * size, "{}: {one}, {wide}", p.spec().key);
            }
        }
    }
}

#[test]
fn a_draw_does_not_depend_on_those_before_it() {
    let (forward, mut alone) = (drawn(&central(), 40), Parameters::central());
    for draw in [39, 3, 17] {
        central().fill(draw, &mut alone);
        assert_eq!(alone, forward[draw]);
    }
    central().fill(MOST + 3, &mut alone);
    assert_eq!(alone, forward[3], "after the last draw they begin anew");
}

#[test]
fn scores_are_standard_normal_and_tell_which_figures_they_move() {
    let draws = central();
    let mut moved = 0;
    for latent in 0..draws.latents() {
        let scores: Vec<f64> = (0..MOST).map(|draw| draws.score(latent, draw)).collect();
        let mean = scores.iter().sum::<f64>() / MOST as f64;
        let variance = scores.iter().map(|score| score * score).sum::<f64>() / MOST as f64;
        assert!(mean.abs() < 1e-3 && (variance - 1.0).abs() < 3e-3, "{latent}: {mean}, {variance}");
        moved += draws.moved_by(latent).count();
    }
    assert_eq!(moved, uncertain().count(), "every uncertain figure has one latent number");
    let job = (0..draws.latents()).find(|l| draws.moved_by(*l).any(|p| p == parameter::ELASTICITY_JOB[0]));
    let names: Vec<&str> = draws.moved_by(job.unwrap()).map(|p| p.spec().kind).collect();
    assert_eq!(names, ["elasticity_job"; GROUP_COUNT]);
}

#[test]
fn a_latent_number_whose_figures_are_all_held_moves_none() {
    let mut given = Parameters::central();
    let turnover = parameter_by_key("turnover").unwrap();
    let draws = Draws::new(&given);
    let latent = (0..draws.latents()).find(|l| draws.moved_by(*l).any(|p| p == turnover)).unwrap();
    given[turnover] = 0.3;
    assert_eq!(Draws::new(&given).moved_by(latent).count(), 0);
}

/// Bands that were shared by a link stay as they are: another order of `latents.toml` would move them.
#[test]
fn the_latent_numbers_never_change() {
    let draws = central();
    let job = draws.moved_by(0).next().unwrap();
    let cost: Vec<Parameter> = draws.moved_by(3).collect();
    assert_eq!((job, cost), (parameter::ELASTICITY_JOB[0], vec![parameter::COST]));
    let found = [(0, 0), (3, 1023), (88, MOST - 1)].map(|(latent, draw)| draws.score(latent, draw));
    assert_eq!(found, [0.1913466602563858, -1.1992350816726685, -0.535792350769043]);
}
