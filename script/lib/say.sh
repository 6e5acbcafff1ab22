# shellcheck shell=bash
# What the scripts say: progress lines with elapsed seconds, and failures with a remedy.

SAY_START=${SAY_START:-$(date +%s)}
export SAY_START

elapsed() { echo $(($(date +%s) - SAY_START)); }

say() { printf '[%4d s] %s\n' "$(elapsed)" "$*"; }

# fail WHAT WHY REMEDY
fail() {
    printf '\n[%4d s] Could not go on: %s.\n  Why:    %s.\n  Remedy: %s.\n' "$(elapsed)" "$1" "$2" "$3" >&2
    exit 1
}

# What is not here is left out by a developer's run, with a word; the run that decides whether a change may land fails.
left_out() { # what, remedy
    if [ "${CI:-}" = true ]; then fail "$1" "CI may leave out no check" "$2"; fi
    say "left out: $1 ($2)"
}

# Runs a long program into a log, with a sign of life every half minute. A program, not a function: behind `||` and in `if` a
# function goes on after a command that fails, and only its last one counts.
run_logged() { # name, log file, program...
    local name=$1 log=$2 status=0 beat
    shift 2
    [ "$(type -t "$1")" = file ] || fail "$name" "run_logged runs programs, and '$1' is none" "write the call without a function"
    mkdir -p "$(dirname "$log")"
    (
        while sleep 30 && kill -0 $$ 2>/dev/null; do say "$name: still at it ($(tail -n 1 "$log" | cut -c 1-70))"; done
    ) &
    beat=$!
    "$@" >"$log" 2>&1 || status=$?
    kill "$beat" 2>/dev/null || true
    wait "$beat" 2>/dev/null || true
    [ "$status" -eq 0 ] || tail -n 12 "$log" | sed 's/^/    /' >&2
    return "$status"
}

# Runs one step of several and tells how long it took. A function ends at its first failing command: it runs in a shell of its
# own that stands behind no `||`, no `&&` and no `if`, where bash would go on. So must step itself.
step() { # name, command...
    local name=$1 begin=$SECONDS status
    shift
    say "$name"
    set +e
    (
        set -e
        "$@"
    )
    status=$?
    set -e
    [ "$status" -eq 0 ] || fail "$name" "'$*' failed (above)" "mend what it names, then run this again"
    say "$name: passed in $((SECONDS - begin)) s"
}
