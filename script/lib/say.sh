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

# Runs a long command into a log, with a sign of life every half minute.
run_logged() { # name, log file, command...
    local name=$1 log=$2 status=0 beat
    shift 2
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

# Runs one step of several and tells how long it took.
step() { # name, command...
    local name=$1 begin=$SECONDS
    shift
    say "$name"
    "$@" || fail "$name" "'$*' failed (above)" "mend what it names, then run this again"
    say "$name: passed in $((SECONDS - begin)) s"
}
