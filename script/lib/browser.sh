# shellcheck shell=bash
# What only the tests need: Chromium, its driver and a font. CHROME and CHROMEDRIVER name others than those on PATH.

can_use_apt() { has apt-get && { [ "$(id -u)" -eq 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }; }

install_packages() {
    can_use_apt || return 1
    local root=()
    if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
    say "installing by apt: $*"
    run_logged "apt" "$TOOLS/log/apt.log" "${root[@]}" sh -c '
        export DEBIAN_FRONTEND=noninteractive
        apt-get update && apt-get install --yes --no-install-recommends "$@"' sh "$@"
}

has_font() { ! has fc-list || [ -n "$(fc-list :lang=da family | head -n 1)" ]; }

setup_browser() {
    local missing=()
    find_chrome >/dev/null || missing+=(chromium)
    has "${CHROMEDRIVER:-chromedriver}" || missing+=(chromium-driver)
    if [ ${#missing[@]} -gt 0 ] || ! has_font; then missing+=(fonts-dejavu-core); fi
    if [ ${#missing[@]} -gt 0 ]; then
        install_packages "${missing[@]}" || fail "a browser for the tests is missing (${missing[*]})" \
            "apt with the rights of root could not install it" \
            "install Chromium and a chromedriver of the same version, or name them in CHROME and CHROMEDRIVER"
    fi
    say "browser: $(find_chrome), $(command -v "${CHROMEDRIVER:-chromedriver}")"
}
