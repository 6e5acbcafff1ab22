//! Files of a visitor's.

use super::Page;
use serde_json::json;

impl Page<'_> {
    /// Gives a file field a file, as a visitor would choose it.
    pub fn choose_file(&self, field: &str, name: &str, bytes: &[u8]) {
        let body = "const input = document.querySelector(`[data-file='${arguments[0]}']`);
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(arguments[2])], arguments[1]));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }))";
        self.run(body, json!([field, name, bytes]));
    }

    /// Whether a file field would be told of the same file if it were chosen once more.
    pub fn takes_the_same_file_again(&self, field: &str) -> bool {
        self.run(
            "return document.querySelector(`[data-file='${arguments[0]}']`).value === ''",
            json!([field]),
        ) == true
    }
}
