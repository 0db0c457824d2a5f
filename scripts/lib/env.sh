# shellcheck shell=bash
# Source this: it names the repository's root and puts our own Node first on PATH.

RAPPORT_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export RAPPORT_ROOT
case ":$PATH:" in
  *":$RAPPORT_ROOT/build/tools/node/bin:"*) ;;
  *) export PATH="$RAPPORT_ROOT/build/tools/node/bin:$PATH" ;;
esac
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
