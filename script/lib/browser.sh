# shellcheck shell=bash
# What only the tests need: three browsers with their drivers, a screen for the one that wants it, and a font.
# CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER and WEBKIT_DRIVER name others than those on PATH.

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

# Everything that apt can bring, in one go. Chromium has to come; the tests can do without the others.
setup_browsers() {
    local missing=() others=()
    find_chrome >/dev/null || missing+=(chromium)
    has "${CHROMEDRIVER:-chromedriver}" || missing+=(chromium-driver)
    if [ ${#missing[@]} -gt 0 ] || ! has_font; then missing+=(fonts-dejavu-core); fi
    find_firefox >/dev/null || others+=(firefox-esr)
    find_webkit >/dev/null || others+=(webkit2gtk-driver)
    has Xvfb || others+=(xvfb)
    if [ ${#missing[@]} -gt 0 ] && ! install_packages "${missing[@]}" "${others[@]}" && ! install_packages "${missing[@]}"; then
        fail "a browser for the tests is missing (${missing[*]})" "apt with the rights of root could not install it" \
            "install Chromium and a chromedriver of the same version, or name them in CHROME and CHROMEDRIVER"
    elif [ ${#missing[@]} -eq 0 ] && [ ${#others[@]} -gt 0 ]; then
        install_packages "${others[@]}" || true
    fi
    if find_firefox >/dev/null && ! find_geckodriver >/dev/null; then
        cargo_tool geckodriver geckodriver "$GECKODRIVER_VERSION" --locked
    fi
    say_browsers
}

say_browsers() {
    say "Chromium: $(find_chrome), $(command -v "${CHROMEDRIVER:-chromedriver}")"
    if find_firefox >/dev/null; then
        say "Firefox: $(find_firefox), $(find_geckodriver)"
    else
        say "left out: Firefox could not be installed by apt; the tests do without (or name one in FIREFOX)"
    fi
    if find_webkit >/dev/null && has Xvfb; then
        say "WebKit: $(find_webkit), $(command -v Xvfb)"
    else
        say "left out: WebKitWebDriver and Xvfb could not be installed by apt; the tests do without (or name a driver in WEBKIT_DRIVER)"
    fi
}
