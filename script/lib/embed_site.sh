# shellcheck shell=bash
# Sourced by script/lib/finish_site.sh: the page of an embed with its own module, style and texts, the script for articles,
# and the pages that show embeds. Uses $TRUNK_STAGING_DIR, $page, $profile and the functions there.

# The name of the style sheet with colours and sizes.
tokens() { sed -n 's|.*href="\./\(tokens-[^"]*\.css\)".*|\1|p' "$page"; }

embed_style() { # prints the name of the style sheet
    cat static/style/parts.css static/style/embed.css >"$TRUNK_STAGING_DIR/embed.css"
    named "$TRUNK_STAGING_DIR/embed.css" embed.css
    rm "$TRUNK_STAGING_DIR/embed.css"
}

embed_files() {
    local number
    number=$(cksum <"$TRUNK_STAGING_DIR/embed_bg.wasm" | cut -d ' ' -f 1)
    mv "$TRUNK_STAGING_DIR/embed.js" "$TRUNK_STAGING_DIR/embed-$number.js"
    mv "$TRUNK_STAGING_DIR/embed_bg.wasm" "$TRUNK_STAGING_DIR/embed-${number}_bg.wasm"
    printf '<link rel="icon" href="data:,">'
    printf '<link rel="stylesheet" href="./%s">' "$(tokens)" "$(embed_style)"
    printf '<link id="embed-script" rel="embed" href="./embed-%s.js">' "$number"
    printf '<link id="embed-module" rel="embed" href="./embed-%s_bg.wasm">' "$number"
    printf '<link id="worker-script" rel="embed" href="./%s">' "$(script worker.js)"
    text_files embed embed-texts
    printf '<script type="module" src="./%s"></script>' "$(named static/embed.js embed-start.js)"
}

embed_page() {
    local files
    files=$(embed_files)
    FILES=$files perl -0777 -pe 's/^\s*<!--.*?-->\n//gm; s/\{\{files\}\}/$ENV{FILES}/' static/embed.html >"$TRUNK_STAGING_DIR/embed.html"
    perl -0777 -pe 's{^\s*(//.*)?\n?}{}gm' static/raaderum-embed.js >"$TRUNK_STAGING_DIR/raaderum-embed.js"
    same_script
    if [ "$profile" = dev ]; then perl -i -ne 'print unless /http-equiv="Content-Security-Policy"/' "$TRUNK_STAGING_DIR/embed.html"; fi
}

# Articles have the checksum of the script that follows the height: another under its name would not run in them.
same_script() {
    local known sum
    known=$(sed -n 's/^pub const SCRIPT_SUM: &str = "\(.*\)";$/\1/p' src/frame/snippet.rs)
    sum=sha384-$(perl -MDigest::SHA -e 'print Digest::SHA->new(384)->addfile($ARGV[0], "b")->b64digest' "$TRUNK_STAGING_DIR/raaderum-embed.js")
    if [ "$sum" != "$known" ]; then
        echo "raaderum-embed.js has the checksum $sum, and src/frame/snippet.rs says $known: articles carry that." >&2
        echo "Give the changed script another name beside this one, and have snippets name that." >&2
        return 1
    fi
}

# A page for each preset, and an answer to those who ask for an embed of it (oEmbed). An answer names whole addresses, so
# that there is none where RAADERUM_URL does not say where the site will be: `RAADERUM_URL=https://example.org/raaderum/`.
# And a page with ten embeds, to be looked at.
embed_pages() {
    local base=${RAADERUM_URL:+${RAADERUM_URL%/}/} file folder name style
    style=$(named static/style/article.css article.css)
    for folder in $(written); do
        for file in "$folder"/preset-*.html "$folder"/preset-*.json; do
            name=$(basename "$file")
            if [ -n "$base" ] || [ "${name%.html}" != "$name" ]; then
                sed "s|{{tokens}}|$(tokens)|; s|{{style}}|$style|; s|{{base}}|$base|g" "$file" >"$TRUNK_STAGING_DIR/$name"
            fi
            if [ -z "$base" ] && [ -f "$TRUNK_STAGING_DIR/$name" ]; then
                perl -i -ne 'print unless /application\/json\+oembed/' "$TRUNK_STAGING_DIR/$name"
            fi
        done
    done
    sed "s|{{tokens}}|$(tokens)|; s|{{style}}|$style|" static/gallery.html >"$TRUNK_STAGING_DIR/gallery.html"
}
