#!/usr/bin/env bash
# Measures, side by side in one run, what the docs say about speed. Needs hyperfine, Maven with its dependencies
# fetched, and a machine with nothing else to do. Works on a clone in a temporary folder.
#   docs/benchmark.sh [RUNS]
set -euo pipefail
runs=${1:-5}
repository=$(cd "$(dirname "$0")/.." && pwd -P)
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone -q "$repository" "$clone/kata"
cd "$clone/kata"
export CI=true

echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(uname -sr)"
./kata list >/dev/null
for exercise in exercises/[0-9]*; do
    slug=$(basename "$exercise")
    stub=$(find "$exercise/src/main/java" -name "$(sed -n 's/^stub *= *//p' "$exercise/exercise.properties")")
    cp "solutions/$slug/reference/"*.java "$(dirname "$stub")/"
done

show() {
    python3 - "$1" <<'P'
import json, sys
for each in json.load(open(sys.argv[1]))["results"]:
    print(f'  {each["median"]:6.2f} s wall  {each["user"] + each["system"]:6.2f} s CPU  {each["command"]}')
P
}

echo "one green check, each in a JVM of its own (median of $runs)"
hyperfine -w 1 -r "$runs" --export-json check.json './kata check 01' 'mvn -o -q test -f exercises/01-count-async' >/dev/null 2>&1
show check.json
./kata check 01 --format json | sed -n 's/^ *"testSeconds" : \([0-9.]*\).*/  of which its tests took \1 s/p'

echo "progress on a built clone (median of $runs)"
hyperfine -w 1 -r "$runs" --export-json list.json './kata list' >/dev/null 2>&1
show list.json

echo "the whole ladder with references (once each)"
hyperfine -r 1 --export-json all.json './kata check --all' 'mvn -o -q test -f exercises/pom.xml' >/dev/null 2>&1
show all.json

echo "many answers: the reference of 01, thirty times"
for jobs in 1 2 4; do
    start=$(date +%s.%N)
    ./kata verify 01 --only reference --repeat 30 --jobs "$jobs" >/dev/null
    python3 -c "import sys; s=float(sys.argv[2])-float(sys.argv[1]); print(f'  {30 / s * 60:4.0f} a minute with {sys.argv[3]} workers')" "$start" "$(date +%s.%N)" "$jobs"
done
