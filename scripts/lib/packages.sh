# shellcheck shell=bash
# Source this after say.sh: Debian packages.

APT_LOG=build/log/packages.log

wantedPackages() { sed 's/#.*//' scripts/packages.txt | grep -oE '[^[:space:]]+' || true; }

# missingPackages NAME...: those of the names that are not installed.
missingPackages() {
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed //p' | sort -u)
}

asRoot() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# apt's own progress (pmstatus:PACKAGE:PERCENT:TEXT, on descriptor 3) as lines that say.sh understands.
aptInstall() {
  asRoot env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o APT::Status-Fd=3 -o DPkg::Lock::Timeout=300 install "$@" \
    3> >(awk -F: '/^(dl|pm)status:/ { printf "progress %d %%\n", ($1 == "dlstatus" ? $3 / 2 : 50 + $3 / 2); fflush() }')
}

# The package lists are refreshed only when what we have does not do.
aptInstallRefreshing() {
  aptInstall "$@" && return
  asRoot apt-get -q update && aptInstall "$@"
}

installPackages() {
  local wanted missing
  mapfile -t wanted < <(wantedPackages)
  mapfile -t missing < <(missingPackages "${wanted[@]}")
  [ "${#missing[@]}" = 0 ] && return
  refuseOtherSystems "${missing[@]}"
  installMissing "${#missing[@]} Debian packages" "${missing[@]}"
}

refuseOtherSystems() {
  if ! command -v apt-get >/dev/null; then
    complain "Rapport's setup knows Debian 12 only. Install what these Debian packages hold, then try again: $*"
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    complain "Installing needs root or sudo. As root run: apt-get install --no-install-recommends $*"
    exit 1
  fi
}

# installMissing TITLE NAME...
installMissing() {
  local title=$1
  shift
  # sudo asks for its password before the step, while the terminal is free.
  [ "$(id -u)" = 0 ] || sudo -v
  if ! step "Installing $title" "$APT_LOG" aptInstallRefreshing "$@"; then
    showTail "$APT_LOG"
    complain "Debian's packages could not be installed: see the lines above. Then run scripts/setup again."
    exit 1
  fi
}
