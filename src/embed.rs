//! The module of an embed, which `static/embed.js` fetches when its frame comes near the screen. It lives by what the
//! library exports; natively it is nothing.

#[cfg(target_arch = "wasm32")]
use raaderum as _;

fn main() {}
