#!/usr/bin/env bash
# Run by Trunk after each build, on what it is about to put into the site.
set -euo pipefail
page=$TRUNK_STAGING_DIR/index.html
profile=(--release)
if [ "${TRUNK_PROFILE:-}" = debug ]; then profile=(); fi

edit() { # sed expression
    sed "$1" "$page" >"$page.edited"
    mv "$page.edited" "$page"
}

# Where the build script wrote its files. Cargo has built all of it already, and only answers.
written_to() {
    cargo build --quiet --locked --target wasm32-unknown-unknown --bin page "${profile[@]}" --message-format=json |
        sed -n '/"reason":"build-script-executed".*raaderum/s/.*"out_dir":"\([^"]*\)".*/\1/p'
}

# The text file of each language, under a name that follows its content, so that no cache gives an old one.
folder=$(written_to)
links=
for file in "$folder"/words.*.txt; do
    language=$(basename "$file" .txt)
    language=${language#words.}
    name=texts-$language-$(cksum <"$file" | cut -d ' ' -f 1).txt
    cp "$file" "$TRUNK_STAGING_DIR/$name"
    links+="<link rel=\"texts\" hreflang=\"$language\" href=\"./$name\">"
done
edit "s|</head>|$links</head>|"

# `script/server --dev` reloads the page with an inline script and a socket, which the security policy forbids: debug
# builds go without the policy, released ones keep it.
if [ "${TRUNK_PROFILE:-}" = debug ]; then edit '/http-equiv="Content-Security-Policy"/,/>/d'; fi
