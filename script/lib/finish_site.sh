#!/usr/bin/env bash
# Run by Trunk after each build, on what it is about to put into the site.
set -euo pipefail
shopt -s inherit_errexit
page=$TRUNK_STAGING_DIR/index.html
profile=release
if [ "${TRUNK_PROFILE:-}" = debug ]; then profile=dev; fi

# Trunk leaves the modules with the names of their functions; here they go, and what else a browser has no use for.
# shellcheck source=script/lib/smaller.sh
. script/lib/smaller.sh
if [ $profile = release ]; then
    # Who looks for a fault looks in the module with everything: it says where it stopped.
    for module in "$TRUNK_STAGING_DIR"/{page-*,embed}_bg.wasm; do smaller "$module" silent; done
    smaller "$TRUNK_STAGING_DIR/more_bg.wasm"
fi

edit() { # sed expression
    sed "$1" "$page" >"$page.edited"
    mv "$page.edited" "$page"
}

# Where the build scripts wrote their files. Cargo has built all of it already, and only answers; it is asked once.
folders=$(cargo build --quiet --locked --target wasm32-unknown-unknown --no-default-features --bin page --profile $profile --message-format=json |
    sed -n 's/.*"build-script-executed".*"out_dir":"\([^"]*\/raaderum-[0-9a-f]*\/out\)".*/\1/p')
written() { printf '%s\n' "$folders"; }

# The text files of each language, under names that follow their content, so that no cache gives an old one: `words`
# has the texts of a first visit, `more` those of the module with everything.
text_files() { # file as written, its name in the site
    local file language name
    written | while read -r folder; do compgen -G "$folder/$1.*.txt" || true; done | while read -r file; do
        language=$(basename "$file" .txt)
        language=${language#"$1".}
        name=$2-$language-$(cksum <"$file" | cut -d ' ' -f 1).txt
        cp "$file" "$TRUNK_STAGING_DIR/$name"
        printf '<link rel="%s" hreflang="%s" href="./%s">' "$2" "$language" "$name"
    done
}
# A file under a name that follows its content; prints the name.
named() { # file, its name in the site
    local name
    name=${2%.*}-$(cksum <"$1" | cut -d ' ' -f 1).${2##*.}
    cp "$1" "$TRUNK_STAGING_DIR/$name"
    echo "$name"
}
# A script without notes and indentation, which are for those who write, and with other names for some files.
script() { # name, sed expression
    perl -0777 -pe 's{^\s*(//.*)?\n?}{}gm' "static/$1" | sed "${2:-}" >"$TRUNK_STAGING_DIR/$1"
    named "$TRUNK_STAGING_DIR/$1" "$1"
    rm "$TRUNK_STAGING_DIR/$1"
}
# The Method documents, which their page fetches and fills in.
methods() {
    local file language name
    for file in static/texts/method.*.md; do
        language=$(basename "$file" .md)
        language=${language#method.}
        name=method-$language-$(cksum <"$file" | cut -d ' ' -f 1).txt
        cp "$file" "$TRUNK_STAGING_DIR/$name"
        printf '<link rel="method" hreflang="%s" href="./%s">' "$language" "$name"
    done
}
# Notes and indentation are for those who write.
perl -0777 -i -pe 's{^\s*(//.*)?\n?}{}gm' "$TRUNK_STAGING_DIR"/start-*.js
plain_css() { perl -0777 -i -pe 's{/\*.*?\*/}{}gs; s{\s*\n\s*}{\n}g; s{^\n}{}' "$@"; }
plain_css "$TRUNK_STAGING_DIR"/*.css
# What the page has in common with an embed begins its own style.
page_style() {
    local parts
    parts=$(sed -n 's|.*href="\./\(parts-[^"]*\.css\)".*|\1|p' "$page")
    (cd "$TRUNK_STAGING_DIR" && cat "$parts" page-*.css >page.css && rm "$parts" && mv page.css page-*.css)
    edit '\|<link rel="stylesheet" href="./parts-[^"]*"/>|d'
}
page_style
# What the module with everything adds to the style goes into one file, which is fetched with it: each name in the page
# costs a first visit.
more_style() {
    local sheets name
    sheets=$(sed -n 's|.*href="\./\(more-[^"]*\.css\)".*|\1|p' "$page")
    (cd "$TRUNK_STAGING_DIR" && for sheet in $sheets; do cat "$sheet" && rm "$sheet"; done) >"$TRUNK_STAGING_DIR/more.css"
    name=$(named "$TRUNK_STAGING_DIR/more.css" more-style.css)
    rm "$TRUNK_STAGING_DIR/more.css"
    edit '\|<link rel="stylesheet" href="./more-[^"]*"/>|d'
    printf '<link rel="more-style" href="./%s">' "$name"
}
# What the page begins with gets a name that follows what is in it by now, and its checksum beside it: a browser takes no
# other in its place. In a frame without an origin a style sheet is only checked if it was asked for across origins.
checked() {
    local file old new sum
    for file in "$TRUNK_STAGING_DIR"/tokens-*.css "$TRUNK_STAGING_DIR"/page-*.css "$TRUNK_STAGING_DIR"/start-*.js; do
        old=$(basename "$file")
        new=${old%-*}-$(cksum <"$file" | cut -d ' ' -f 1).${old##*.}
        mv "$file" "$TRUNK_STAGING_DIR/$new"
        sum=$(perl -MDigest::SHA -e 'print Digest::SHA->new(256)->addfile($ARGV[0], "b")->b64digest' "$TRUNK_STAGING_DIR/$new")
        edit "s|\./$old\"|./$new\" crossorigin integrity=\"sha256-$sum=\"|"
    done
}
style=$(more_style)
if [ $profile = release ]; then checked; fi
links=$style$(text_files words texts)$(text_files more more-texts)$(methods)
# The module with everything gets names that follow its content too.
number=$(cksum <"$TRUNK_STAGING_DIR/more_bg.wasm" | cut -d ' ' -f 1)
mv "$TRUNK_STAGING_DIR/more.js" "$TRUNK_STAGING_DIR/more-$number.js"
mv "$TRUNK_STAGING_DIR/more_bg.wasm" "$TRUNK_STAGING_DIR/more-${number}_bg.wasm"
links+="<link id=\"more-script\" rel=\"more\" href=\"./more-$number.js\"><link id=\"more-module\" rel=\"more\" href=\"./more-${number}_bg.wasm\">"
links+="<link id=\"worker-script\" rel=\"more\" href=\"./$(script worker.js)\">"
# What keeps the site for visits without a network. A debug build changes too often for that.
if [ $profile = release ]; then
    style=$(named static/style/update.css update.css)
    plain_css "$TRUNK_STAGING_DIR/$style"
    links+="<link id=\"update-script\" rel=\"more\" href=\"./$(script update.js "s/update\.css/$style/")\">"
    icons=
    for icon in static/icons/*.png; do
        name=$(basename "$icon")
        icons+="s/$name/$(named "$icon" "$name")/;"
    done
    sed "$icons" static/manifest.json >"$TRUNK_STAGING_DIR/manifest.json"
    links+='<link rel="manifest" href="./manifest.json">'
fi
edit "s|</head>|$links</head>|"
# shellcheck source=script/lib/embed_site.sh
. script/lib/embed_site.sh
embed_page
embed_pages
# Notes and indentation are for those who write.
perl -0777 -i -pe 's{^\s*(//.*)?\n?}{}gm' "$TRUNK_STAGING_DIR"/embed-start-*.js
plain_css "$TRUNK_STAGING_DIR"/embed-*.css "$TRUNK_STAGING_DIR"/article-*.css
# static/first.js and the elements it needs, before everything that is fetched: a style sheet would hold it up. The
# policy names it by its checksum.
first_fetch() {
    local script
    script=$(perl -0777 -pe 's{^\s*(//.*)?\n?}{}gm' static/first.js)
    SCRIPT=$script perl -0777 -i -MDigest::SHA=sha256_base64 -pe '
        my ($script, $links) = ($ENV{SCRIPT}, "");
        $links .= $1 while s{\s*(<link id="(?:page|more)-(?:script|module)"[^>]*>)}{};
        s{(<meta http-equiv="Content-Security-Policy".*?>)}{$1$links<script>$script</script>} or die "no policy\n";
        my $sum = sha256_base64($script);
        s{(script-src \x27self\x27)}{$1 \x27sha256-$sum=\x27}' "$page"
}
first_fetch

# What the module and its script know each other's functions by gets short. Trunk's minifier fails on the script, but its
# notes and its indentation can go.
shorten() { # script, module
    local script=$1 module=$2
    # Of its ways to begin one is used, and as it is meant to be.
    perl -0777 -i -pe 's{^function initSync\(.*?^\}\n}{}ms; s{\binitSync, }{};
        s{ else \{\s*console\.warn\(\x27using deprecated[^\n]*\s*\}}{};
        s{(console\.warn\()"`WebAssembly[^\n]*", e}{$1"no application/wasm", e};
        s{/\*\*.*?\*/}{}gs' "$script"
    perl script/lib/shorten.pl "$script" "$module"
    perl -0777 -i -pe 's{^\s+(//.*)?}{}gm' "$script"
}
if [ $profile = release ]; then
    for script in "$TRUNK_STAGING_DIR"/page-*.js "$TRUNK_STAGING_DIR"/more-*.js "$TRUNK_STAGING_DIR"/embed-[0-9]*.js; do
        shorten "$script" "${script%.js}_bg.wasm"
    done
fi

# `script/server --dev` reloads the page with an inline script and a socket, which the security policy forbids: debug
# builds go without the policy, released ones keep it.
if [ $profile = dev ]; then edit '/http-equiv="Content-Security-Policy"/d'; fi
# Last, when nothing changes any more.
if [ $profile = release ]; then
    script/lib/keep_offline.sh "$TRUNK_STAGING_DIR"
else
    cp static/not_offline.js "$TRUNK_STAGING_DIR/offline.js"
fi
