# shellcheck shell=bash
# Sourced by script/lib/finish_site.sh: the page of an embed with its own module, style and texts, the script for articles,
# and the pages that show embeds. Uses $TRUNK_STAGING_DIR, $page, $profile and the functions there.

# Copies a file into the site under a name that follows its content, and prints that name.
numbered() { # file, name, ending
    local name
    name=$2-$(cksum <"$1" | cut -d ' ' -f 1).$3
    cp "$1" "$TRUNK_STAGING_DIR/$name"
    printf '%s' "$name"
}

# The name of the style sheet with colours and sizes.
tokens() { sed -n 's|.*href="\./\(tokens-[^"]*\.css\)".*|\1|p' "$page"; }

embed_files() {
    local number
    number=$(cksum <"$TRUNK_STAGING_DIR/embed_bg.wasm" | cut -d ' ' -f 1)
    mv "$TRUNK_STAGING_DIR/embed.js" "$TRUNK_STAGING_DIR/embed-$number.js"
    mv "$TRUNK_STAGING_DIR/embed_bg.wasm" "$TRUNK_STAGING_DIR/embed-${number}_bg.wasm"
    printf '<link rel="icon" href="data:,">'
    printf '<link rel="stylesheet" href="./%s">' "$(tokens)" "$(numbered static/style/embed.css embed css)"
    printf '<link id="embed-script" rel="embed" href="./embed-%s.js">' "$number"
    printf '<link id="embed-module" rel="embed" href="./embed-%s_bg.wasm">' "$number"
    text_files embed embed-texts
    printf '<script type="module" src="./%s"></script>' "$(numbered static/embed.js embed-start js)"
}

embed_page() {
    local files
    files=$(embed_files)
    FILES=$files perl -0777 -pe 's/^\s*<!--.*?-->\n//gm; s/\{\{files\}\}/$ENV{FILES}/' static/embed.html >"$TRUNK_STAGING_DIR/embed.html"
    perl -0777 -pe 's{^\s*(//.*)?\n?}{}gm' static/raaderum-embed.js >"$TRUNK_STAGING_DIR/raaderum-embed.js"
    if [ "$profile" = dev ]; then perl -i -ne 'print unless /http-equiv="Content-Security-Policy"/' "$TRUNK_STAGING_DIR/embed.html"; fi
}

# A page for each preset, and an answer to those who ask for an embed of it (oEmbed). An answer names whole addresses, so
# that there is none where RAADERUM_URL does not say where the site will be: `RAADERUM_URL=https://example.org/raaderum/`.
# And a page with ten embeds, to be looked at.
embed_pages() {
    local base=${RAADERUM_URL:+${RAADERUM_URL%/}/} file folder name style
    style=$(numbered static/style/article.css article css)
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
