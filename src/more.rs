//! The module of the page with everything, which `static/start.js` fetches when a visitor asks for what the first one
//! leaves out. It lives by what the library exports; natively it is nothing.

#[cfg(target_arch = "wasm32")]
use raaderum as _;

fn main() {}
