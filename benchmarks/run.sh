#!/usr/bin/env bash
# Measures the portal beside its peers and prints a Markdown table. About 20 minutes on 2 cores that do nothing else.
#   benchmarks/run.sh              all of it
#   benchmarks/run.sh pages        only one: access, casbin, pages, growth, downloads, parts
#   QUICK=1 benchmarks/run.sh ...  shorter rounds, to see that it runs
#   BENCHMARK_FOLDER=/on/a/disk    where databases are put while it runs; a temporary folder unless told
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v wrk > /dev/null || { echo "run.sh: wrk is needed (Debian: apt-get install wrk)" >&2; exit 1; }

(cd "$here/.." && mvn -q -B -ntp -Dstyle.color=never ${MAVEN_OPTIONS:-} -Pquick,benchmarks -Dmaven.test.skip=true -pl benchmarks -am package) >&2
classpath="$here/target/quick/classes:$here/target/quick/lib/*"
options=(-Xmx1g)
[ "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')" -lt 24 ] \
  || options+=(--enable-native-access=ALL-UNNAMED)

if [ -n "${QUICK:-}" ]; then
  rounds=3 seconds=2 documents=100000 growth=5 parts=100 jmh=(-f 1 -wi 1 -w 1 -i 2 -r 1)
else
  rounds=5 seconds=5 documents=1000000 growth=30 parts=1000 jmh=(-f 2 -wi 3 -w 1 -i 5 -r 1)
fi

folder=$(mktemp -d "${BENCHMARK_FOLDER:-${TMPDIR:-/tmp}}/benchmark.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# Runs one main class in a folder of its own, which is emptied afterwards.
measure() {
  local main=$1
  shift
  mkdir "$folder/now"
  "$java" "${options[@]}" -Dlogback.configurationFile="$here/../.mvn/logback-test.xml" -cp "$classpath" \
    "org.clientportal.benchmarks.$main" "$folder/now" "$@" 2> "$folder/errors" | grep --line-buffered '^|' \
    || { cat "$folder/errors" >&2; exit 1; }
  rm -rf "$folder/now"
}

wanted=${*:-access casbin downloads parts pages growth}
echo "$(date -u +%Y-%m-%d), $(nproc) cores, $("$java" -version 2>&1 | sed -n 2p), load $(cut -d' ' -f1-3 /proc/loadavg)"
echo
echo "| what | portal | beside | ratio | wanted | load |"
echo "|---|---|---|---|---|---|"
for one in $wanted; do
  case $one in
    access) "$java" "${options[@]}" -cp "$classpath" org.openjdk.jmh.Main AccessDecision "${jmh[@]}" -prof gc \
      | "$here/rows.awk" -v load="$(cut -d' ' -f1 /proc/loadavg)" ;;
    casbin) "$java" "${options[@]}" -cp "$classpath" org.openjdk.jmh.Main CasbinDecision -f 1 -wi 1 -w 1 -i 2 -r 2 \
      | "$here/rows.awk" -v load="$(cut -d' ' -f1 /proc/loadavg)" ;;
    pages) for engine in sqlite postgres; do measure http.PageRate "$engine" $rounds $seconds; done ;;
    downloads) measure http.DownloadRate sqlite $rounds $seconds ;;
    parts) for engine in sqlite postgres; do measure http.DownloadParts "$engine" $parts; done ;;
    growth) for engine in sqlite postgres; do measure growth.Growth "$engine" $documents $growth; done ;;
    *) echo "run.sh: there is no $one" >&2; exit 1 ;;
  esac
done
