//! The standard normal distribution, from shares to values.
//!
//! ```
//! use raaderum_uncertainty::normal::quantile;
//!
//! assert_eq!(quantile(0.5), 0.0);
//! assert!((quantile(0.95) - 1.6448536269514722).abs() < 1e-15);
//! ```

/// The value that a standard normal number lies below with probability `p`: Φ⁻¹(`p`).
///
/// M. J. Wichura 1988, Algorithm AS 241, Applied Statistics 37, PPND16: right to about 16 digits for every `p`
/// strictly between 0 and 1. −∞ at 0 and below, ∞ at 1 and above, NaN for NaN.
pub fn quantile(p: f64) -> f64 {
    let centred = p - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return centred * ratio(&CENTRE, r);
    }
    let tail = if centred < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return f64::INFINITY.copysign(centred);
    }
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 { ratio(&BETWEEN, r - 1.6) } else { ratio(&FAR, r - 5.0) };
    size.copysign(centred)
}

/// One polynomial over another, lowest power first: pairs of their coefficients.
fn ratio(coefficients: &[(f64, f64); 8], r: f64) -> f64 {
    let (above, below) =
        coefficients.iter().rev().fold((0.0, 0.0), |(above, below), (a, b)| (above * r + a, below * r + b));
    above / below
}

const CENTRE: [(f64, f64); 8] = [
    (3.387_132_872_796_366_5, 1.0),
    (1.331_416_678_917_843_8e2, 4.231_333_070_160_091e1),
    (1.971_590_950_306_551_3e3, 6.871_870_074_920_579e2),
    (1.373_169_376_550_946e4, 5.394_196_021_424_751e3),
    (4.592_195_393_154_987e4, 2.121_379_430_158_659_7e4),
    (6.726_577_092_700_87e4, 3.930_789_580_009_271e4),
    (3.343_057_558_358_813e4, 2.872_908_573_572_194_3e4),
    (2.509_080_928_730_122_7e3, 5.226_495_278_852_854e3),
];
const BETWEEN: [(f64, f64); 8] = [
    (1.423_437_110_749_683_5, 1.0),
    (4.630_337_846_156_546, 2.053_191_626_637_759),
    (5.769_497_221_460_691, 1.676_384_830_183_803_8),
    (3.647_848_324_763_204_5, 6.897_673_349_851e-1),
    (1.270_458_252_452_368_4, 1.481_039_764_274_800_8e-1),
    (2.417_807_251_774_506e-1, 1.519_866_656_361_645_7e-2),
    (2.272_384_498_926_918_4e-2, 5.475_938_084_995_345e-4),
    (7.745_450_142_783_414e-4, 1.050_750_071_644_416_9e-9),
];
const FAR: [(f64, f64); 8] = [
    (6.657_904_643_501_103, 1.0),
    (5.463_784_911_164_114, 5.998_322_065_558_88e-1),
    (1.784_826_539_917_291_3, 1.369_298_809_227_358e-1),
    (2.965_605_718_285_048_7e-1, 1.487_536_129_085_061_5e-2),
    (2.653_218_952_657_612_4e-2, 7.868_691_311_456_133e-4),
    (1.242_660_947_388_078_4e-3, 1.846_318_317_510_054_8e-5),
    (2.711_555_568_743_487_6e-5, 1.421_511_758_316_446e-7),
    (2.010_334_399_292_288_1e-7, 2.044_263_103_389_939_7e-15),
];
