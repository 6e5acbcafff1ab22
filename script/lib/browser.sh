# shellcheck shell=bash
# What only the tests need: three browsers with their drivers, a screen for the one that wants it, and a font.
# CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER and WEBKIT_DRIVER name others than those on PATH.

can_use_apt() { has apt-get && { [ "$(id -u)" -eq 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }; }

# Seconds that a package manager's lock held by another process is waited for: a new cloud machine updates itself at first.
LOCK_WAIT=${RAADERUM_LOCK_WAIT:-120}

install_packages() {
    can_use_apt || return 1
    say "installing by apt: $*"
    run_apt update && run_apt install --yes --no-install-recommends "$@"
}

# Runs apt-get as root; while another process holds one of its locks, it is tried again.
run_apt() { # command, options...
    local root=() begin=$SECONDS log=$TOOLS/log/apt.log
    if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
    until run_logged "apt $1" "$log" ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@"; do
        is_locked "$log" || return 1
        if [ $((SECONDS - begin)) -ge "$LOCK_WAIT" ]; then
            say "apt $1: another process still holds its lock after $LOCK_WAIT s"
            return 1
        fi
        say "apt $1: another process holds its lock; waiting for it, $LOCK_WAIT s at most"
        sleep 5
    done
}

is_locked() { grep -qE 'Could not get lock|Unable to acquire the dpkg|Unable to lock' "$1"; }

# nginx for the examples of docs/hosting, unpacked and not installed: the package of some systems starts a server at once.
setup_nginx() {
    if find_nginx >/dev/null; then
        say "nginx: $(find_nginx)"
        return
    fi
    if has dpkg-deb && has apt-get && unpack_nginx; then
        say "nginx: unpacked from its package"
    else
        left_out "nginx is not here and could not be fetched by apt: the examples of docs/hosting" "name one in NGINX_PROGRAM"
    fi
}

unpack_nginx() {
    new_folder nginx
    (cd "$NEW" && run_logged "nginx" "$TOOLS/log/nginx.log" apt-get download nginx) || return 1
    dpkg-deb -x "$NEW"/nginx_*.deb "$NEW" && "$NEW/usr/sbin/nginx" -v 2>/dev/null || return 1
    put "$TOOLS/nginx"
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
        left_out "Firefox could not be installed by apt" "name one in FIREFOX"
    fi
    if find_webkit >/dev/null && has Xvfb; then
        say "WebKit: $(find_webkit), $(command -v Xvfb)"
    else
        left_out "WebKitWebDriver and Xvfb could not be installed by apt" "name a driver in WEBKIT_DRIVER"
    fi
}
