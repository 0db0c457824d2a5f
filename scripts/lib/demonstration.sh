# shellcheck shell=bash
# Source this after say.sh, with errexit on: a server with the demonstration programme, and one tablet.

DEMO_PROGRAMME=quillan
DEMO_TITLE="Quillan County"
DEMO_COORDINATOR=Noor
DEMO_READY_SECONDS=60

# useDemonstration DATA BUILD HOST:PORT: where it lives, which programs, which address.
useDemonstration() {
  demoData=$1 demoBuild=$2 demoListen=$3
  demoServer=$demoBuild/server/rapport-server
  demoCli=$demoBuild/mobile/rapport-cli
  demoTablet=$demoBuild/mobile/rapport-tablet
  demoLog=$demoData/server.log
  serverPid='' tabletPid=''
}

# Only what makeDemonstration made is thrown away, never a folder that somebody named by mistake.
forgetDemonstration() {
  [ -e "$demoData" ] || return 0
  if [ ! -e "$demoData/sign-in" ]; then
    complain "$demoData was not made by scripts/run, so it is left alone."
    exit 1
  fi
  rm -rf "$demoData"
}

# demoCommand COMMAND...: says nothing when it works; prints what the command printed. Exits when it fails.
demoCommand() {
  "$@" 2>"$demoData/command.log" && return
  showTail "$demoData/command.log"
  complain "This command failed: $*"
  exit 1
}

# Made on the first run, kept afterwards; half of one, from a run that was stopped, is made anew. The sign-in lies beside the
# data, readable by its owner alone.
makeDemonstration() {
  [ -e "$demoData/sign-in" ] && return
  local making=$demoData/server.making password
  if [ -e "$demoData/server" ]; then
    complain "$demoData/server is there without a sign-in. Choose another folder with --data, or take this one away."
    exit 1
  fi
  mkdir -p "$demoData"
  chmod 700 "$demoData"
  rm -rf "$making"
  demoCommand "$demoServer" programme --data "$making" add "$DEMO_PROGRAMME" \
    --title "$DEMO_TITLE" --demo >/dev/null
  password=$(demoCommand "$demoServer" user --data "$making" add "$DEMO_COORDINATOR" \
    --programme "$DEMO_PROGRAMME" --role coordinator)
  mv "$making" "$demoData/server"
  (umask 077 && printf '%s\n' "$password" >"$demoData/sign-in")
}

startServer() {
  "$demoServer" serve --data "$demoData/server" --listen "$demoListen" >"$demoData/ready" 2>"$demoLog" </dev/null &
  serverPid=$!
  local waited=0
  until [ -s "$demoData/ready" ]; do
    if ! kill -0 "$serverPid" 2>/dev/null || [ "$waited" -ge $((DEMO_READY_SECONDS * 10)) ]; then
      showTail "$demoLog"
      complain "The server did not start. If the port is taken, choose another: scripts/run --port 8421"
      stopAll
      exit 1
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
}

hasDisplay() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

enrolmentLink() {
  demoCommand "$demoServer" enrol --data "$demoData/server" --programme "$DEMO_PROGRAMME" --role worker --name "$1"
}

# The tablet app and rapport-cli share the shape of a profile, so the headless twin can enrol for both.
enrolTablet() {
  [ -e "$demoData/tablet" ] && return
  if ! "$demoCli" --profile "$demoData/tablet" enrol "$(enrolmentLink Marisol)" >"$demoData/enrol.log" 2>&1; then
    rm -rf "$demoData/tablet"
    showTail "$demoData/enrol.log"
    complain "The tablet could not be enrolled, so only the console is there."
    return 1
  fi
}

startTablet() {
  hasDisplay && enrolTablet || return 0
  "$demoTablet" --profile "$demoData/tablet" >"$demoData/tablet.log" 2>&1 </dev/null &
  tabletPid=$!
}

sayWelcome() {
  say ""
  say "Console:  http://$demoListen"
  say "Sign in:  $DEMO_COORDINATOR"
  say "Password: $(cat "$demoData/sign-in")"
  if hasDisplay; then
    say "Tablet:   the app is open; it writes to $demoData/tablet.log"
  else
    say "Tablet:   there is no display here; on a desktop the app opens, and scripts/screenshots draws every screen into files"
  fi
  say "Ctrl-C stops all of it; what was recorded stays in $demoData."
}

waitForServer() {
  local code=0
  wait "$serverPid" || code=$?
  serverPid=''
  showTail "$demoLog"
  complain "The server ended by itself (code $code)."
  exit 1
}

# The tablet first: it hands over what it holds while the server still listens.
stopAll() {
  local pid
  for pid in $tabletPid $serverPid; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  tabletPid='' serverPid=''
}
