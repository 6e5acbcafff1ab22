#!/usr/bin/env bash
# Writes the service worker of a site that is otherwise complete: static/offline.js, with the list of all its files and
# their checksums, and a number that changes when any of them does.
#   script/lib/keep_offline.sh dist
set -euo pipefail
shopt -s inherit_errexit
site=$1
worker=$(dirname "${BASH_SOURCE[0]}")/../../static/offline.js

# The page goes by the address of its folder: some hosts send index.html elsewhere.
listed() {
    (cd "$site" && find . -type f ! -name offline.js | LC_ALL=C sort) |
        SITE=$site perl -MDigest::SHA -ne '
            chomp; s{^\./}{};
            my $sum = Digest::SHA->new(256)->addfile("$ENV{SITE}/$_", "b")->b64digest;
            my $name = $_ eq "index.html" ? "./" : $_;
            print qq(["$name","sha256-$sum="],\n)'
}

list=$(listed)
build=$({ echo "$list"; cat "$worker"; } | cksum | cut -d ' ' -f 1)
# Notes and indentation are for those who write.
{
    printf 'const BUILD = "%s";\nconst FILES = [\n%s\n];\n' "$build" "$list"
    perl -0777 -pe 's{^\s*(//.*)?\n?}{}gm' "$worker"
} >"$site/offline.js.unfinished"
mv "$site/offline.js.unfinished" "$site/offline.js"
