#!/usr/bin/env bash
# Measures, side by side in one run, what the docs say about speed. Needs hyperfine, Maven with its dependencies
# fetched, Linux for the memory, and a machine with nothing else to do. Works on a clone in a temporary folder.
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

jdk=$(head -n 1 .kata/jdk)
# One row for each command that hyperfine timed; PREPARE goes before each run.
measure() {
    local runs=$1 warm=$2 prepare=$3
    shift 3
    hyperfine -w "$warm" -r "$runs" --prepare "$prepare" --export-json times.json "$@" >/dev/null 2>&1
    python3 - <<'P'
import json
for each in json.load(open("times.json"))["results"]:
    print(f'  {each["median"]:6.2f} s wall  {each["user"] + each["system"]:6.2f} s CPU  {each["command"]}')
P
}

echo "the floor: a JVM that does nothing, kata that does nothing, Maven that does nothing (median of $runs)"
measure "$runs" 1 true "$jdk/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -version" './kata --version' 'mvn -o -q validate -f exercises/01-count-async'

echo "one green check, each in a JVM of its own (median of $runs)"
measure "$runs" 1 true './kata check 01' 'mvn -o -q test -f exercises/01-count-async'
./kata check 01 --format json | sed -n 's/^ *"testSeconds" : \([0-9]*\.[0-9][0-9]\).*/  of which its tests took \1 s/p'

echo "progress on a built clone (median of $runs)"
measure "$runs" 1 true './kata list'

echo "the whole ladder with references (once each)"
measure 1 0 true './kata check --all --again' 'mvn -o -q test -f exercises/pom.xml'
echo "the whole ladder when nothing has changed since (median of $runs)"
measure "$runs" 0 true './kata check --all'

echo "watch, from a save to its verdict, beyond the tests' own time (median of 10)"
"$jdk/bin/javac" -d watch-latency -cp "grader/target/grader.jar:grader/target/lib/*" grader/src/test/java/kata/grader/watch/WatchLatency.java
"$jdk/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "watch-latency:grader/target/grader.jar:grader/target/lib/*" \
    kata.grader.watch.WatchLatency "$PWD" 01 10 | sed -n 's/^.* \(.*\): median beyond the tests \(.*\)/  \2 for the \1/p'

echo "many answers: the reference of 08, twenty-four times"
./kata check 08 --format json | sed -n 's/^ *"testSeconds" : \([0-9]*\.[0-9][0-9]\).*/  each takes \1 s over its tests/p'
for jobs in 1 2 4; do
    # The memory of a process that shares pages with others is its share of them.
    python3 - ./kata verify 08 --only reference --repeat 24 --jobs "$jobs" <<'P'
import os, subprocess, sys, time
start, peak = time.time(), 0
verify = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)

def proportional(process):
    try:
        with open(f"/proc/{process}/smaps_rollup") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0

def tree(process):
    yield process
    try:
        for thread in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{thread}/children") as children:
                for child in children.read().split():
                    yield from tree(child)
    except OSError:
        pass

while verify.poll() is None:
    peak = max(peak, sum(map(proportional, tree(verify.pid))))
    time.sleep(0.2)
print(f"  {24 / (time.time() - start) * 60:4.0f} a minute with {sys.argv[-1]} workers, at most {peak / 1024:.0f} MiB")
P
done
