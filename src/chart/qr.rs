//! A QR code as one path of squares: any text that a phone is to read off a screen.
//!
//! ```
//! use raaderum::chart::qr::{QUIET, Qr};
//!
//! let code = Qr::of("32TN-1C56-0").expect("short enough");
//! assert_eq!((code.version(), code.side()), (1, 21 + 2 * QUIET));
//! assert!(code.path().starts_with("M4 4h7v1h-7z"));
//! ```

use qrcodegen::{QrCode, QrCodeEcc};

/// The white around it that readers want, in squares.
pub const QUIET: usize = 4;
/// A code is read from ten times its width. So that the back row, six times the height of the picture away, can read
/// it, it takes this much of that height.
const OF_HEIGHT: f64 = 0.6;

/// A QR code.
pub struct Qr(QrCode);

impl Qr {
    /// The code of a text; `None` where it is too long for any. It corrects as much as fits into the smallest code.
    pub fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Low).ok().map(Self)
    }

    /// Its size, from 1 (21 squares) to 40 (177 squares).
    pub fn version(&self) -> u8 {
        self.0.version().value()
    }

    /// Squares on a side, the white around it included.
    pub fn side(&self) -> usize {
        self.0.size().unsigned_abs() as usize + 2 * QUIET
    }

    /// Whether a square is black; the white around it counts.
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET).and_then(|at| i32::try_from(at).ok());
        inside(x).zip(inside(y)).is_some_and(|(x, y)| self.0.get_module(x, y))
    }

    /// The black squares as an SVG path in squares, those beside each other as one.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let length = (x..self.side()).take_while(|x| self.is_black(*x, y)).count();
                if length > 0 {
                    path.push_str(
                        &["M", &x.to_string(), " ", &y.to_string(), "h", &length.to_string()].concat(),
                    );
                    path.push_str(&["v1h-", &length.to_string(), "z"].concat());
                }
                x += length.max(1);
            }
        }
        path
    }
}

/// Whole pixels on a side of one square, where a code of so many squares is to be read from the back of a room that sees
/// a picture of this height; smaller where it would not fit the width.
pub fn square(side: usize, [width, height]: [f64; 2]) -> u32 {
    let most = (height * OF_HEIGHT).min(width) / side.max(1) as f64;
    (most as u32).max(1)
}
