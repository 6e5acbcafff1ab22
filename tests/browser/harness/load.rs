//! From one page to the next. A driver that is asked between the two has no page to ask, and says so in words of its
//! own: that is no fault, but an answer that has not come.

use super::Page;
use serde_json::{Value, json};

impl Page<'_> {
    /// Loads the page anew as a visitor does, a moment after the driver has its answer: what Firefox's driver does
    /// goes past everything that is kept.
    pub fn reload(&self) {
        self.run("window.before = true; setTimeout(() => location.reload(), 100)", json!([]));
        self.wait_for_next("the page is loaded anew", "return window.before === undefined");
    }

    /// Waits until a script's answer is true while another page takes the place of this one.
    pub fn wait_for_next(&self, what: &str, script: &str) {
        self.wait_for(what, || self.try_run(script) == Ok(Value::Bool(true)));
    }
}
