//! What drives a spread: what a result is made of, in the order of how much, and nothing else.

use raaderum::model::parameters::Parameters;
use raaderum::model::tables::{Parameter, parameter as p};
use raaderum::questions::measure::Measure;
use raaderum::questions::spread;
use raaderum::scenario::link;
use raaderum::uncertainty::draws::{Draws, IN_FRAME};
use raaderum::uncertainty::drivers::drivers;

fn latent_of(draws: &Draws, parameter: Parameter) -> usize {
    (0..draws.latents()).find(|latent| draws.moved_by(*latent).any(|moved| moved == parameter)).unwrap()
}

#[test]
fn a_result_made_of_three_numbers_is_driven_by_these_in_their_order() {
    let draws = Draws::new(&Parameters::central());
    let [cost, turnover, tax] = [p::COST, p::TURNOVER, p::JOB_TAX].map(|of| latent_of(&draws, of));
    let score = |latent, draw| draws.score(latent, draw);
    let made = |draw| (3.0 * score(cost, draw) - 2.0 * score(tax, draw) + score(turnover, draw)) as f32;
    let values: Vec<f32> = (0..IN_FRAME).map(made).collect();
    let found = drivers(&draws, &values);
    assert_eq!([found[0].latent, found[1].latent, found[2].latent], [cost, tax, turnover]);
    // Linear in independent normal numbers: shares of the variance 9, 4 and 1 in 14, in ranks a little less.
    for (driver, share) in found.iter().zip([9.0, -4.0, 1.0].map(|part: f64| part / 14.0)) {
        let pearson = share.abs().sqrt().copysign(share);
        let expected = 6.0 / std::f64::consts::PI * (pearson / 2.0).asin();
        assert!((driver.correlation - expected).abs() < 0.03, "{}, not {expected}", driver.correlation);
        assert_eq!(driver.share, driver.correlation * driver.correlation);
    }
    // All others could be chance.
    assert!(found[3..].iter().all(|driver| driver.correlation.abs() < 0.1), "{:?}", found[3]);
    assert!(found.windows(2).all(|pair| pair[0].share >= pair[1].share));
}

#[test]
fn any_rising_function_of_one_number_is_driven_by_it_alone() {
    let draws = Draws::new(&Parameters::central());
    let latent = latent_of(&draws, p::ELASTICITY_JOB[0]);
    let values: Vec<f32> = (0..IN_FRAME).map(|draw| -(draws.score(latent, draw) as f32).exp()).collect();
    let found = drivers(&draws, &values);
    assert_eq!((found[0].latent, found[0].correlation), (latent, -1.0));
    assert_eq!(found[0].parameters, p::ELASTICITY_JOB);
}

#[test]
fn what_is_held_drives_nothing() {
    let mut given = Parameters::central();
    let values: Vec<f32> = (0..64).map(|draw| draw as f32).collect();
    let all = drivers(&Draws::new(&given), &values).len();
    given[p::COST] *= 1.01;
    let fewer = drivers(&Draws::new(&given), &values);
    assert_eq!(fewer.len(), all - 1);
    assert!(fewer.iter().all(|driver| !driver.parameters.contains(&p::COST)));
}

#[test]
fn what_does_not_vary_is_driven_by_nothing() {
    let found = drivers(&Draws::new(&Parameters::central()), &[7.0; 128]);
    assert!(found.iter().all(|driver| driver.correlation == 0.0 && driver.share == 0.0));
    assert!(drivers(&Draws::new(&Parameters::central()), &[]).iter().all(|driver| driver.correlation == 0.0));
}

#[test]
fn the_net_of_fewer_cases_hangs_on_the_effect_and_the_pay_the_jobs_on_the_effect() {
    let scenario = link::read("place=typical&caseload.insured=60").scenario;
    let strongest = |measure| spread::drive(&scenario, measure, IN_FRAME).remove(0);
    let jobs = strongest(Measure::Jobs(72));
    assert!(jobs.parameters.contains(&p::ELASTICITY_JOB[0]) && jobs.correlation > 0.7, "{jobs:?}");
    let net = strongest(Measure::Net(72));
    assert!(net.parameters.contains(&p::ELASTICITY_JOB[0]) && net.correlation > 0.5, "{net:?}");
}
