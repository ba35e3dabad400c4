#!/usr/bin/env bash
# Kills the host 2,000 times in the midst of writing (or as often as told) and adds what came of it to a dated file here.
# Usage: kill-2000.sh [sqlite|postgresql] [kills] [seed] [minutes after which no more batch begins]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
engine=${1:-sqlite} kills=${2:-2000} seed=${3:-$(date +%s)} minutes=${4:-1440}

paths=$(mktemp)
trap 'rm -f "$paths"' EXIT
(cd "$root" && mvn -q -B -ntp -Pquick -pl reference-host/resilience -am package \
  dependency:build-classpath -Dmdep.outputFile="$paths" -Dmdep.includeScope=test) < /dev/null
classes=$here/target/quick/test-classes

result=$here/results/kill-$engine-$(date +%Y-%m-%d).txt
mkdir -p "$here/results"
{
  echo "# $engine, $kills kills asked for (the last line of a batch tells how many ran), seed $seed, $(nproc) processors, Java $(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')"
  echo "# began $(date -u +%FT%TZ), load $(cut -d' ' -f1-3 /proc/loadavg)"
} >> "$result"
status=0
java -Xmx256m -XX:+UseSerialGC -Dlogback.configurationFile="$root/.mvn/logback-test.xml" \
  -cp "$(cat "$paths"):$classes" org.clientportal.resilience.KillCount "$engine" "$kills" "$seed" "$minutes" 2>&1 | tee -a "$result" || status=$?
echo "# ended $(date -u +%FT%TZ), load $(cut -d' ' -f1-3 /proc/loadavg), status $status" >> "$result"
exit "$status"
