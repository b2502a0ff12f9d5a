#!/bin/sh
# ./dev fuzz [NAME]: builds the fuzz targets with clang and runs each for FUZZ_SECONDS (60). What it
# finds is left in build-fuzz/found.
set -eu
. tools/packages.sh
command -v clang >/dev/null || command -v clang-14 >/dev/null || {
  echo "clang is not installed: apt-get install $packages_fuzz" >&2
  exit 1
}
CC=$(command -v clang || command -v clang-14)
export CC
export ASAN_OPTIONS=allocator_may_return_null=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
folder=build-fuzz
[ -f $folder/build.ninja ] ||
  meson setup $folder -Dfuzzers=true -Dwindow=false -Dwerror=false -Db_sanitize=address,undefined \
    -Db_lundef=false >&2
mkdir -p $folder/found
for corpus in tests/fuzz/corpus/*; do
  name=$(basename "$corpus")
  [ $# -eq 0 ] || [ "$1" = "$name" ] || continue
  ninja -C $folder "tests/fuzz/fuzz-$name" >&2
  mkdir -p "$folder/corpus/$name"
  echo "$name"
  "$folder/tests/fuzz/fuzz-$name" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 \
    -verbosity=0 -print_final_stats=1 -artifact_prefix="$folder/found/$name-" \
    "$folder/corpus/$name" "$corpus"
done
