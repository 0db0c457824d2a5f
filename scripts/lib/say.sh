# shellcheck shell=bash
# Source this: steps that are quiet when they work and plain when they do not.
#
#   step TITLE LOG COMMAND...   runs COMMAND with its output in LOG and shows one line: the title, how far it is, how long
#                               it took. Returns what COMMAND returned; on failure the last lines of LOG are shown.

if [ -t 1 ]; then SAY_TERMINAL=yes; else SAY_TERMINAL=no; fi
SAY_SLOW_SECONDS=60

say() { printf '%s\n' "$*"; }

complain() { printf '%s\n' "$*" >&2; }

duration() {
  local seconds=$1
  if [ "$seconds" -lt 60 ]; then printf '%d s' "$seconds"; else printf '%d min %02d s' $((seconds / 60)) $((seconds % 60)); fi
}

# The newest line of a log that tells progress: ninja's [3/40], a test's "3/40 Test", else nothing.
progressOf() {
  tail -c 4000 "$1" 2>/dev/null | tr '\r' '\n' |
    grep -oE '^ *(\[[0-9]+/[0-9]+\]|[0-9]+/[0-9]+ Test|progress [0-9]+ %)' | tail -n 1 | tr -d ' []' | sed 's/Test$//; s/^progress//'
}

# On a terminal rewrites one line; otherwise speaks once a minute, so that a log shows that work goes on. Ends with the script.
showProgress() {
  local title=$1 log=$2 started=$SECONDS last=$SECONDS
  while sleep 1 && kill -0 "$$" 2>/dev/null; do
    if [ "$SAY_TERMINAL" = yes ]; then
      printf '\r\033[K%s … %s' "$title" "$(progressOf "$log")"
    elif [ $((SECONDS - last)) -ge "$SAY_SLOW_SECONDS" ]; then
      last=$SECONDS
      say "  … still at it after $(duration $((SECONDS - started))): $title $(progressOf "$log")"
    fi
  done
}

step() {
  local title=$1 log=$2 started=$SECONDS ticker code=0
  shift 2
  mkdir -p "$(dirname "$log")"
  : >"$log"
  showProgress "$title" "$log" &
  ticker=$!
  "$@" >"$log" 2>&1 </dev/null || code=$?
  kill "$ticker" 2>/dev/null
  wait "$ticker" 2>/dev/null
  [ "$SAY_TERMINAL" = yes ] && printf '\r\033[K'
  if [ "$code" = 0 ]; then
    say "$title: $(duration $((SECONDS - started)))"
  else
    say "$title: FAILED after $(duration $((SECONDS - started)))"
  fi
  return "$code"
}

# showTail LOG: what a failed step said last.
showTail() {
  complain "--- the end of $1"
  tail -n "${2:-40}" "$1" >&2
  complain "---"
}
