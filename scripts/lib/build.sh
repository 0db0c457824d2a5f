# shellcheck shell=bash
# Source this after env.sh and say.sh: configuring and building a preset.

# buildPreset PRESET [TARGET...]: quiet, from nothing or on top of what is there. Complains and returns 1 on failure.
buildPreset() {
  local preset=$1 log=build/log/$1
  shift
  if [ ! -e "build/$preset/build.ninja" ] &&
    ! step "Configuring $preset" "$log.configure.log" cmake --preset "$preset"; then
    showTail "$log.configure.log"
    complain "To see it again: cmake --preset $preset"
    return 1
  fi
  if ! step "Building $preset" "$log.build.log" ninja -C "build/$preset" "$@"; then
    grep -aE -A 12 'FAILED:|error:|CMake Error' "$log.build.log" | head -n 60 >&2
    complain "To see it again: ninja -C build/$preset $*"
    return 1
  fi
}
