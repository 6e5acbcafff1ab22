//! QR codes as a phone's camera sees them: drawn in squares of some pixels, and read by another program.

use raaderum::chart::qr::{QUIET, Qr, square};
use raaderum::scenario::{code, link, team::Question};

/// What a reader makes of the drawn path, every square being so many pixels.
fn decoded(qr: &Qr, pixels: usize) -> String {
    let side = qr.side() * pixels;
    let black = painted(&qr.path(), qr.side());
    let at = |x: usize, y: usize| if black[y / pixels][x / pixels] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, at);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().expect("it can be read").1
}

/// The squares that a path covers: `M x y h length v1 h-length z` again and again.
fn painted(path: &str, side: usize) -> Vec<Vec<bool>> {
    let mut black = vec![vec![false; side]; side];
    for piece in path.split('M').skip(1) {
        let (place, length) = piece.split_once('h').expect("a length");
        let (x, y) = place.split_once(' ').expect("a place");
        let length = length.split_once('v').expect("a height").0.parse::<usize>().expect("a number");
        let (x, y) = (x.parse::<usize>().expect("a number"), y.parse::<usize>().expect("a number"));
        black[y][x..x + length].fill(true);
    }
    black
}

fn phone_link(setting: &str) -> String {
    let question = Question::of(link::read(setting).scenario);
    format!("https://raaderum.eksempelkommune.dk/#{}&page=team", question.link())
}

#[test]
fn what_is_drawn_can_be_read() {
    let code = Qr::of("32TN-1C56-0").expect("a code");
    assert_eq!(decoded(&code, 4), "32TN-1C56-0");
    let link = phone_link("place=silkeborg&caseload.activity_ready=45");
    let code = Qr::of(&link).expect("a code");
    for pixels in [3, 7] {
        assert_eq!(decoded(&code, pixels), link);
    }
}

#[test]
fn a_full_link_with_many_levers_still_makes_a_code_that_can_be_read() {
    let settings = [
        "place=silkeborg&caseload.activity_ready=45",
        "case=silkeborg_jobrehabilitering&caseload.activity_ready=45&caseload.insured=60&rule=self_financing&room=1.3&reinvest=75",
        "place=copenhagen&caseload.insured=60&caseload.job_ready=60&caseload.activity_ready=40&caseload.sickness=40&rule=one_frame\
         &ahead=12&response=overrun&others=overshoot&gates=accounts&digital=70&rules_cut=20&evidence=0.37&horizon=120&approve=6",
    ];
    let most = [8, 11, 14];
    for (setting, most) in settings.into_iter().zip(most) {
        let link = phone_link(setting);
        let qr = Qr::of(&link).expect("it fits");
        let (side, pixels) = (qr.side(), square(qr.side(), [1920.0, 1080.0]));
        println!(
            "{} signs: version {}, {} squares, {pixels} px each on a projector",
            link.len(),
            qr.version(),
            side - 2 * QUIET
        );
        assert!(qr.version() <= most, "version {} for {} signs", qr.version(), link.len());
        assert!(pixels >= 7, "{pixels}");
        assert_eq!(decoded(&qr, 3), link);
    }
}

#[test]
fn a_team_code_is_the_smallest_code_there_is() {
    let base = link::read("place=silkeborg").scenario;
    let moved = link::read("place=silkeborg&caseload.activity_ready=45&rule=ceiling&room=1.3").scenario;
    let written = code::write(&base, &moved, Some(11));
    let qr = Qr::of(&written).expect("a code");
    assert_eq!(qr.version(), 1, "{written}");
    assert_eq!(decoded(&qr, 5), written);
}

#[test]
fn the_white_around_it_is_white() {
    let qr = Qr::of("R").expect("a code");
    for along in 0..qr.side() {
        for edge in (0..QUIET).chain(qr.side() - QUIET..qr.side()) {
            assert!(!qr.is_black(along, edge) && !qr.is_black(edge, along));
        }
    }
}

#[test]
fn too_long_a_text_is_no_code() {
    assert!(Qr::of(&"x".repeat(3000)).is_none());
}
