#!/bin/sh
# Measures what run-time evidence costs: wall time of a check of exercise 01, green and red, in three ways.
#   never   no recording at all
#   usual   a second, recorded run where a red test lacks a line or a duration
#   always  every test recorded, as with -Dkata.evidence=true
# Usage: docs/measure-evidence.sh [ROUNDS]     prints the median of the rounds (5 if not given), in seconds
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-5}
answers="reference wrong/join-in-the-loop wrong/sleeps wrong/polls-is-done"

seconds() {
    # The front door takes further flags for its JVM from the environment.
    JDK_JAVA_OPTIONS="-Dkata.evidence=$1" ./kata check 01 --answer "solutions/01-count-async/$2" --format json 2>/dev/null |
        sed -n 's/^ *"seconds" : \([0-9.]*\).*/\1/p' | head -n 1
}

./kata check 01 --answer solutions/01-count-async/reference >/dev/null # builds, and fills the caches
printf '%-26s %8s %8s %8s\n' answer never usual always
for answer in $answers; do
    row=
    for way in never usual always; do
        property=$way
        [ "$way" = always ] && property=true
        times=
        for _ in $(seq "$rounds"); do
            times="$times $(seconds "$property" "$answer")"
        done
        # shellcheck disable=SC2086 # the times are words of their own
        median=$(printf '%s\n' $times | sort -n | sed -n "$(((rounds + 1) / 2))p")
        row="$row $(printf '%8.2f' "$median")"
    done
    printf '%-26s%s\n' "$answer" "$row"
done
