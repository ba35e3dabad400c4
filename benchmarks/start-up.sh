#!/usr/bin/env bash
# How long a start takes until the first page is answered, and how much memory the host keeps when idle.
#   benchmarks/start-up.sh [RUNS] [IDLE_SECONDS]
# Builds what is missing, sets up a demo in a folder of its own, and starts it RUNS times (5); of the last start it
# tells the resident memory after IDLE_SECONDS (60). Needs curl, and /proc, that is Linux.
set -euo pipefail
runs=${1:-5}
idle=${2:-60}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
portal=${PORTAL:-$here/../reference-host/portal}
data=$(mktemp -d)
pid=
stop() {
  if [ -n "$pid" ]; then
    kill "$pid" 2> /dev/null || true
    wait "$pid" 2> /dev/null || true
    pid=
  fi
}
trap 'stop; rm -rf "$data"' EXIT

# A port that was free a moment ago.
free_port() {
  local port
  for port in $(shuf -i 20000-60000 -n 50); do
    if ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      echo "$port"
      return
    fi
  done
  exit 1
}

millis() { echo $(($(date +%s%N) / 1000000)); }

# Sets took and pid.
start() {
  local port began
  port=$(free_port)
  began=$(millis)
  "$portal" demo --data "$data/demo" --port "$port" > "$data/out" 2>&1 &
  pid=$!
  until [ "$(curl -s -o /dev/null -m 5 -w '%{http_code}' "http://localhost:$port/sign-in")" = 200 ]; do
    kill -0 "$pid" 2> /dev/null || { cat "$data/out" >&2; exit 1; }
    sleep 0.01
  done
  took=$(($(millis) - began))
}

# A number of /proc/PID/status.
told() { sed -n "s/^$1:[[:space:]]*\([0-9]*\).*/\1/p" "/proc/$pid/status"; }

# Seconds of processor time that the process has taken.
processor() {
  local ticks
  read -r -a ticks < "/proc/$pid/stat"
  echo "scale=1; (${ticks[13]} + ${ticks[14]}) / $(getconf CLK_TCK)" | bc
}

start # builds, makes the archive of classes and the demo's data
stop
for ((run = 1; run <= runs; run++)); do
  start
  echo "start $run: first page after $took ms, $(processor) s of processor time; load $(cut -d' ' -f1 /proc/loadavg)"
  [ "$run" = "$runs" ] || stop
done
sleep "$idle"
echo "idle for $idle s: $(($(told VmRSS) / 1024)) MiB resident, at most $(($(told VmHWM) / 1024)) MiB; $(told Threads) threads"
echo "on $(nproc) processors, $(date -u +%F), $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -n 1)"
