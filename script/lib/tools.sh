# shellcheck shell=bash
# Trunk, wasm-bindgen and wasm-opt. First the ordinary way: the tools' own releases, of which Trunk fetches
# the last two by itself. Where their host does not answer: Cargo's and npm's registries.
# Every tool is made under another name and renamed when complete, so an interrupted setup heals by itself.

RELEASES=https://github.com
# Tools built here run for seconds; building them with optimisation would take minutes more.
FAST_BUILD=(CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_STRIP=true)

# Whether the releases' host answers; RAADERUM_RELEASES=no does as if it did not.
releases_answer() {
    if [ -z "${RAADERUM_RELEASES:-}" ]; then
        RAADERUM_RELEASES=no
        if has curl && curl --silent --head --max-time 5 --output /dev/null "$RELEASES"; then RAADERUM_RELEASES=yes; fi
    fi
    [ "$RAADERUM_RELEASES" = yes ]
}

UNFINISHED=()
trap 'rm -rf "${UNFINISHED[@]}"' EXIT

# Makes an empty folder beside the finished ones and names it in NEW.
new_folder() { # tool
    mkdir -p "$TOOLS" ||
        fail "no folder for tools" "$TOOLS cannot be made" "set RAADERUM_TOOLS to a folder you may write to"
    NEW=$(mktemp -d "$TOOLS/unfinished-$1.XXXXXX")
    UNFINISHED+=("$NEW")
}

# Puts the finished folder in its place. What stands there does not work, or was put there meanwhile: kept aside.
put() { # place
    if [ -e "$1" ]; then mv "$1" "$1-replaced-$$" || return; fi
    mv "$NEW" "$1"
}

setup_trunk() {
    if has_trunk; then
        say "Trunk $TRUNK_VERSION: there"
    elif releases_answer && fetch_trunk; then
        say "Trunk $TRUNK_VERSION: fetched from its release"
    else
        cargo_tool trunk trunk "$TRUNK_VERSION" --locked
    fi
}

fetch_trunk() {
    local host
    host=$(rustc -vV | sed -n 's/^host: //p')
    new_folder trunk
    mkdir -p "$NEW/bin" || return 1
    curl --silent --fail --location --max-time 120 \
        "$RELEASES/trunk-rs/trunk/releases/download/v$TRUNK_VERSION/trunk-$host.tar.gz" |
        tar -xz -C "$NEW/bin" trunk || return 1
    # A release may want a newer C library than this machine has.
    "$NEW/bin/trunk" --version >/dev/null 2>&1 || return 1
    put "$TOOLS/trunk-$TRUNK_VERSION"
}

setup_wasm_bindgen() {
    if has_wasm_bindgen; then
        say "wasm-bindgen $WASM_BINDGEN_VERSION: there"
    elif releases_answer; then
        say "wasm-bindgen $WASM_BINDGEN_VERSION: Trunk fetches it with the first build"
    else
        # Without --locked: the lock file of this release names a crate version that not every mirror has.
        cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
    fi
}

# Runs tests in a browser. Of wasm-bindgen's tools Trunk fetches only the first, so this one may have to be built.
setup_test_runner() {
    if has_test_runner; then
        say "wasm-bindgen-test-runner $WASM_BINDGEN_VERSION: there"
    else
        cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
    fi
}

# Only script/deny asks for it: it takes ten minutes, and what it finds out changes with the dependencies alone.
setup_deny() {
    if ! has_deny; then cargo_tool cargo-deny cargo-deny "$CARGO_DENY_VERSION" --locked; fi
}

cargo_tool() { # command, crate, version, options of cargo install
    local name=$1 crate=$2 version=$3 begin=$SECONDS
    shift 3
    say "$name $version: building with Cargo, which takes some minutes"
    new_folder "$name"
    # A build folder of a fixed name lets an interrupted build go on where it was.
    run_logged "$name" "$TOOLS/log/$name.log" \
        env "${FAST_BUILD[@]}" CARGO_TARGET_DIR="$TOOLS/building-$name" \
        cargo install --root "$NEW" --no-default-features "$@" "$crate@$version" ||
        fail "$name $version is missing" "Cargo could not build it (above; whole log: $TOOLS/log/$name.log)" \
            "check the network and the free disk, or put $name $version on PATH yourself, then run this again"
    put "$TOOLS/$name-$version"
    rm -rf "$TOOLS/building-$name"
    say "$name $version: ready after $((SECONDS - begin)) s"
}

setup_wasm_opt() {
    if has_wasm_opt; then
        say "wasm-opt $BINARYEN_VERSION: there"
    elif releases_answer; then
        say "wasm-opt $BINARYEN_VERSION: Trunk fetches it with the first build"
    else
        npm_wasm_opt
    fi
}

npm_wasm_opt() {
    npm_tool binaryen "$BINARYEN_VERSION"
    has_wasm_opt || fail "wasm-opt is of another version" "script/npm does not hold binaryen $BINARYEN_VERSION" \
        "bring script/npm/binaryen/package.json and its lock file in step with wasm_opt in Trunk.toml"
}

# Fetches what script/npm/<package> names, to the checksums of its lock file.
npm_tool() { # package, version
    local name=$1 version=$2
    has npm || install_packages nodejs npm || fail "$name $version is missing" \
        "it is fetched with npm, which is not here" "install Node.js 18 or newer with npm, then run this again"
    new_folder "$name"
    cp "$ROOT/script/npm/$name/package.json" "$ROOT/script/npm/$name/package-lock.json" "$NEW"
    run_logged "$name" "$TOOLS/log/$name.log" \
        npm ci --prefix "$NEW" --ignore-scripts --no-audit --no-fund ||
        fail "$name $version is missing" "npm could not fetch it (above)" "check the network, then run this again"
    put "$TOOLS/$name-$version"
    say "$name $version: fetched by npm"
}

# The rules of accessibility for the tests.
setup_axe() {
    if has_axe; then say "axe-core $AXE_VERSION: there"; else npm_tool axe-core "$AXE_VERSION"; fi
}

# The scripts of newsrooms for the tests.
setup_hosts() {
    if [ -f "$PYM" ]; then say "pym.js $PYM_VERSION: there"; else npm_tool pym.js "$PYM_VERSION"; fi
    if [ -f "$IFRAME_RESIZER" ]; then
        say "iframe-resizer $IFRAME_RESIZER_VERSION: there"
    else
        npm_tool iframe-resizer "$IFRAME_RESIZER_VERSION"
    fi
}

setup_lighthouse() {
    if has_version lighthouse "$LIGHTHOUSE_VERSION"; then
        say "Lighthouse $LIGHTHOUSE_VERSION: there"
    else
        npm_tool lighthouse "$LIGHTHOUSE_VERSION"
    fi
}
