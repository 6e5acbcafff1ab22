# shellcheck shell=bash
# Sourced by every script: where things are, and which Rust and tools are used. Changes nothing on the machine.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT" || exit 1
# What stands in $(...) ends at its first failing command too.
shopt -s inherit_errexit
# Trunk 0.21 takes NO_COLOR=1 for a broken option.
unset NO_COLOR

# shellcheck source=script/lib/say.sh
. "$ROOT/script/lib/say.sh"
# shellcheck source=script/versions
. "$ROOT/script/versions"

WASM_TARGET=wasm32-unknown-unknown
TOOLS=${RAADERUM_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/raaderum}
PATH="$TOOLS/trunk-$TRUNK_VERSION/bin:$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$TOOLS/binaryen-$BINARYEN_VERSION/node_modules/.bin:$PATH"
PATH="$TOOLS/cargo-deny-$CARGO_DENY_VERSION/bin:$TOOLS/geckodriver-$GECKODRIVER_VERSION/bin:$TOOLS/lighthouse-$LIGHTHOUSE_VERSION/node_modules/.bin:$PATH"
export PATH

has() { command -v "$1" >/dev/null 2>&1; }

# The pinned Rust may be here under another name (often `stable`), or only as Debian's (script/debian-wasm).
choose_rust() {
    local name
    if [ -n "${RUSTUP_TOOLCHAIN:-}" ] || ! has rustup; then return 0; fi
    if rust_is "$RUST_VERSION"; then return 0; fi
    for name in $(rustup toolchain list | cut -d ' ' -f 1); do
        if rust_is "$name"; then
            export RUSTUP_TOOLCHAIN=$name
            return 0
        fi
    done
    if has_wasm debian; then export RUSTUP_TOOLCHAIN=debian; fi
}

rust_is() { rustup run "$1" rustc --version 2>/dev/null | grep -qF "rustc $RUST_VERSION "; }

# Whether a toolchain (none: the chosen one) has the standard library for the browser.
has_wasm() {
    local folder
    if [ -n "${1:-}" ]; then
        folder=$(RUSTUP_TOOLCHAIN=$1 rustc --print target-libdir --target $WASM_TARGET 2>/dev/null) || return 1
    else
        folder=$(rustc --print target-libdir --target $WASM_TARGET 2>/dev/null) || return 1
    fi
    compgen -G "$folder/libcore-*.rlib" >/dev/null
}

# From here on, builds for the browser: with Debian's compiler where only that one can.
use_wasm_rust() {
    if ! has_wasm && has_wasm debian; then export RUSTUP_TOOLCHAIN=debian; fi
}

has_version() { # command, the version as it prints it
    has "$1" && "$1" --version 2>/dev/null | grep -qwF "$2"
}

has_trunk() { has_version trunk "$TRUNK_VERSION"; }
has_deny() { has_version cargo-deny "$CARGO_DENY_VERSION"; }
has_wasm_bindgen() { has_version wasm-bindgen "$WASM_BINDGEN_VERSION"; }
has_test_runner() { has_version wasm-bindgen-test-runner "$WASM_BINDGEN_VERSION"; }
has_wasm_opt() { has_version wasm-opt "version $BINARYEN_VERSION"; }

# From here on, Trunk finds all it needs. It fetches what is missing by itself; with nothing missing it need not look.
use_trunk() {
    use_wasm_rust
    TRUNK_OFFLINE=false
    if has_wasm_bindgen && has_wasm_opt; then TRUNK_OFFLINE=true; fi
    TRUNK_SKIP_VERSION_CHECK=true
    # Messages in the module name source files: not by the folders of the machine that built it.
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src/= --remap-path-prefix=$ROOT/="
    export TRUNK_OFFLINE TRUNK_SKIP_VERSION_CHECK CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
}

# The first of several names that is on PATH.
first_of() {
    local name
    for name in "$@"; do
        if [ -n "$name" ] && has "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

# CHROME, FIREFOX, GECKODRIVER and WEBKIT_DRIVER name others.
find_chrome() { first_of "${CHROME:-}" chromium google-chrome chromium-browser chrome; }
find_firefox() { first_of "${FIREFOX:-}" firefox-esr firefox; }
find_geckodriver() { first_of "${GECKODRIVER:-}" geckodriver; }
find_nginx() { first_of "${NGINX_PROGRAM:-}" nginx /usr/sbin/nginx "$TOOLS/nginx/usr/sbin/nginx"; }
find_webkit() { first_of "${WEBKIT_DRIVER:-}" WebKitWebDriver; }

# The rules of accessibility, to be run in a page.
AXE=$TOOLS/axe-core-$AXE_VERSION/node_modules/axe-core/axe.min.js
has_axe() { [ -f "$AXE" ]; }

# What newsrooms put around frames, to be tried with ours.
PYM=$TOOLS/pym.js-$PYM_VERSION/node_modules/pym.js/dist/pym.v1.js
IFRAME_RESIZER=$TOOLS/iframe-resizer-$IFRAME_RESIZER_VERSION/node_modules/iframe-resizer/js/iframeResizer.js

# The browsers that can be driven. Chromium has to be there: script/setup sees to it.
browsers_here() {
    printf chromium
    if find_firefox >/dev/null && find_geckodriver >/dev/null; then printf ' firefox'; fi
    if find_webkit >/dev/null && has Xvfb; then printf ' webkit'; fi
}

# Tells the tests which browsers to drive, and by what. RAADERUM_BROWSERS asks for certain ones.
use_browser() {
    CHROME=$(find_chrome)
    FIREFOX=$(find_firefox || true)
    GECKODRIVER=$(find_geckodriver || true)
    WEBKIT_DRIVER=$(find_webkit || true)
    # Not NGINX: by that name nginx hands sockets to its successor.
    NGINX_PROGRAM=$(find_nginx || true)
    RAADERUM_BROWSERS=${RAADERUM_BROWSERS:-$(browsers_here)}
    export CHROME FIREFOX GECKODRIVER WEBKIT_DRIVER NGINX_PROGRAM RAADERUM_BROWSERS AXE PYM IFRAME_RESIZER
}

choose_rust
