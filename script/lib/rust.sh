# shellcheck shell=bash
# Rust itself, its library for the browser, and its checkers.

setup_rust() {
    if has rustup; then
        if [ -n "${RUSTUP_TOOLCHAIN:-}" ]; then
            say "Rust: $(rustc --version), the toolchain called $RUSTUP_TOOLCHAIN"
        elif rust_is "$RUST_VERSION"; then
            say "Rust $RUST_VERSION: there"
        else
            install_rust
        fi
        return 0
    fi
    has cargo || fail "Rust is missing" "neither rustup nor cargo is on PATH" \
        "install rustup from https://rustup.rs and run this again"
    say "Rust: $(rustc --version), without rustup; $RUST_VERSION is the version this is tested with"
}

install_rust() {
    say "Rust $RUST_VERSION: installing by rustup"
    if run_logged "Rust $RUST_VERSION" "$TOOLS/log/rust.log" \
        rustup toolchain install "$RUST_VERSION" --profile minimal --no-self-update; then
        say "Rust $RUST_VERSION: ready"
    elif has_wasm debian; then
        export RUSTUP_TOOLCHAIN=debian
        say "Rust $RUST_VERSION: rustup cannot reach its server; Debian's $(rustc --version) serves instead"
    else
        fail "Rust $RUST_VERSION is missing" "rustup could not install it (above)" \
            "check the network, or on Debian run script/debian-wasm as root, then this again"
    fi
}

setup_wasm() {
    if has_wasm; then
        say "$WASM_TARGET: there"
    elif has_wasm debian; then
        say "$WASM_TARGET: from Debian's compiler (script/debian-wasm), which builds the page"
    elif has rustup && run_logged "$WASM_TARGET" "$TOOLS/log/wasm-target.log" rustup target add "$WASM_TARGET" && has_wasm; then
        say "$WASM_TARGET: added by rustup"
    elif can_use_apt && has rustup; then
        say "$WASM_TARGET: rustup could not add it; building it from Debian's sources instead"
        "$ROOT/script/debian-wasm"
    else
        fail "the Rust library for the browser ($WASM_TARGET) is missing" "rustup could not add it (above)" \
            "check the network, or on Debian run script/debian-wasm as root, then this again"
    fi
}

# Only the tests need the checkers.
setup_checkers() {
    local part
    for part in clippy rustfmt; do
        if cargo "${part/rustfmt/fmt}" --version >/dev/null 2>&1; then continue; fi
        if has rustup && run_logged "$part" "$TOOLS/log/$part.log" rustup component add "$part"; then
            say "$part: added by rustup"
        else
            fail "$part is missing" "it is not part of $(rustc --version) here, and rustup could not add it" \
                "rustup component add $part, or on Debian apt-get install rust-web-clippy rustfmt-web"
        fi
    done
}
