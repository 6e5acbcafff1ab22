# shellcheck shell=bash
# Sourced by script/lib/finish_site.sh: makes a module that Trunk has optimised smaller, as brotli sends it.

# As Trunk finds it: of the version that Trunk.toml names, in Trunk's own folder or on PATH.
find_wasm_opt() {
    local version place
    version=$(sed -n 's/^wasm_opt = "\(.*\)"$/\1/p' Trunk.toml)
    for place in "${XDG_CACHE_HOME:-$HOME/.cache}/trunk" "$HOME/Library/Caches/dev.trunkrs.trunk"; do
        place=$place/wasm-opt-$version/bin/wasm-opt
        if [ -x "$place" ]; then
            echo "$place"
            return
        fi
    done
    command -v wasm-opt
}

# Functions that begin alike come to stand side by side, and their names go. `silent`: a panic stops the program as ever, but
# no longer says where in the source, which no visitor reads and every first visit pays for.
smaller() { # module, silent or nothing
    local module=$1 folder features options wasm_opt
    wasm_opt=$(find_wasm_opt)
    folder=$(mktemp -d)
    read -ra options <<<"$(sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html | head -n 1)"
    # A module as text does not say which instructions it may use.
    read -ra features <<<"$("$wasm_opt" "$module" --print-features 2>/dev/null | tr '\n' ' ')"
    "$wasm_opt" -q "$module" "${features[@]}" -g -S -o "$folder/read"
    if [ "${2:-}" = silent ]; then
        perl script/lib/functions.pl silent <"$folder/read" >"$folder/silent"
        "$wasm_opt" -q "$folder/silent" "${features[@]}" "${options[@]}" -S -o "$folder/read"
    fi
    perl script/lib/functions.pl sorted <"$folder/read" >"$folder/sorted"
    "$wasm_opt" -q "$folder/sorted" "${features[@]}" --strip-producers --strip-target-features -o "$module"
    rm -r "$folder"
}
