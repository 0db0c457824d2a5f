# shellcheck shell=bash
# Source this after packages.sh: Node and npm at the versions of scripts/tools.txt, and the npm packages of our folders.

NODE_LOG=build/log/node.log

# The integrity of a file as npm writes it.
integrityOf() {
  printf 'sha512-%s\n' "$(sha512sum "$1" | cut -d' ' -f1 | tr a-f A-F | basenc --base16 -d | base64 -w0)"
}

# Whichever npm there is may carry a parcel here: what is inside is checked against scripts/tools.txt before it is used.
needAnyNpm() {
  command -v npm >/dev/null && return
  refuseOtherSystems npm
  installMissing "Debian's npm, which fetches ours" npm
}

# fetchTool NAME VERSION INTEGRITY FOLDER
fetchTool() {
  local name=$1 version=$2 integrity=$3 folder=$4 parcel
  parcel=$(mktemp -d build/tools/parcel.XXXXXX)
  if ! (cd "$parcel" && npm pack --loglevel=error "$name@$version" >/dev/null); then
    rm -rf "$parcel"
    echo "npm could not fetch $name@$version. Is the network up, and the npm registry reachable?"
    return 1
  fi
  if [ "$(integrityOf "$parcel"/*.tgz)" != "$integrity" ]; then
    rm -rf "$parcel"
    echo "$name@$version is not the file that scripts/tools.txt names: its checksum differs. Nothing was installed."
    return 1
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  tar -xzf "$parcel"/*.tgz -C "$folder" --strip-components=1
  rm -rf "$parcel"
}

# installTool NAME FOLDER: unpacks a package of scripts/tools.txt, unless that very one is there.
installTool() {
  local name=$1 folder=$2 version integrity
  read -r version integrity < <(awk -v name="$name" '$1 == name { print $2, $3 }' scripts/tools.txt)
  [ "$(cat "$folder/.integrity" 2>/dev/null)" = "$integrity" ] && return
  if [ "$(uname -m)" != x86_64 ]; then
    complain "Rapport's setup has Node for x86_64 only; this machine is $(uname -m)."
    exit 1
  fi
  needAnyNpm
  if ! step "Fetching $name $version" "$NODE_LOG" fetchTool "$name" "$version" "$integrity" "$folder"; then
    showTail "$NODE_LOG"
    exit 1
  fi
  printf '%s\n' "$integrity" >"$folder/.integrity"
}

linkNpm() {
  local name
  for name in npm npx; do
    ln -sfn "../lib/node_modules/npm/bin/$name-cli.js" "build/tools/node/bin/$name"
    chmod +x "build/tools/node/lib/node_modules/npm/bin/$name-cli.js"
  done
  hash -r
}

# installNodeModules FOLDER: npm ci, when the lock file or Node changed since the last time.
installNodeModules() {
  local folder=$1 stamp=$1/node_modules/.rapport-stamp wanted
  [ -e "$folder/package.json" ] || return 0
  wanted=$(cat "$folder/package.json" "$folder/package-lock.json" scripts/tools.txt | sha256sum)
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  if ! step "Installing the npm packages of $folder" "$NODE_LOG" npm ci --prefix "$folder" --no-audit --no-fund; then
    showTail "$NODE_LOG"
    complain "npm could not install the packages of $folder: see the lines above. Then run scripts/setup again."
    exit 1
  fi
  printf '%s\n' "$wanted" >"$stamp"
}
