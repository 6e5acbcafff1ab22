//! How long a step has taken.
//!
//! ```
//! use raaderum::present::timer::Timer;
//!
//! let mut timer = Timer::default();
//! timer.turn(10_000.0);
//! assert_eq!(timer.used(70_000.0), 60_000.0);
//! timer.turn(70_000.0);
//! assert_eq!(timer.used(99_000.0), 60_000.0, "it stands still");
//! assert_eq!(timer.told(99_000.0, Some(5)), "4:00");
//! assert_eq!(timer.told(99_000.0, None), "1:00");
//! ```

/// A watch that is started and stopped; times are milliseconds of one clock, whichever it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// What had been used when it was last stopped.
    pub before: f64,
    /// Since when it runs.
    pub since: Option<f64>,
}

const MINUTE: f64 = 60_000.0;
/// A longer time is a clock that has been set.
const LONGEST: f64 = 24.0 * 60.0 * MINUTE;

impl Timer {
    /// What has been used.
    pub fn used(&self, now: f64) -> f64 {
        let running = self.since.map_or(0.0, |since| now - since);
        let used = self.before + if running.is_finite() { running } else { 0.0 };
        used.clamp(0.0, LONGEST)
    }

    /// Starts or stops it.
    pub fn turn(&mut self, now: f64) {
        match self.since {
            Some(_) => *self = Self { before: self.used(now), since: None },
            None => self.since = Some(now),
        }
    }

    /// Whether the minutes have been used up.
    pub fn is_over(&self, now: f64, minutes: Option<u16>) -> bool {
        minutes.is_some_and(|minutes| self.used(now) >= f64::from(minutes) * MINUTE)
    }

    /// What is left of the minutes, or what is used beyond them with a plus; without minutes what has been used.
    pub fn told(&self, now: f64, minutes: Option<u16>) -> String {
        let used = self.used(now);
        let (sign, shown) = match minutes.map(|minutes| f64::from(minutes) * MINUTE) {
            Some(all) if used > all => ("+", used - all),
            // A second that has begun is still there.
            Some(all) => ("", ((all - used) / 1000.0).ceil() * 1000.0),
            None => ("", used),
        };
        let seconds = (shown / 1000.0).floor() as u32;
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        let tens = if seconds < 10 { "0" } else { "" };
        [sign, &minutes.to_string(), ":", tens, &seconds.to_string()].concat()
    }
}
