#!/usr/bin/env bash
# The same inputs give the same bytes: in two processes on this machine, and as WebAssembly.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/setup.sh

need_package nodejs node
cargo build --quiet -p platforms
cargo build --quiet -p platforms --target wasm32-wasip1
here="$CARGO_TARGET_DIR/debug/platforms"
module="$CARGO_TARGET_DIR/wasm32-wasip1/debug/platforms.wasm"

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$here" > "$out/first"
"$here" > "$out/second"
node --no-warnings scripts/wasi.mjs "$module" > "$out/wasm"

[ -s "$out/first" ] || { say "nothing was printed, so nothing was compared"; exit 1; }
for other in second wasm; do
    if ! diff "$out/first" "$out/$other" >&2; then
        say "not the same bytes: < in the first process, > $other"
        exit 1
    fi
done
printf '%s lines the same in two processes and as WebAssembly\n' "$(wc -l < "$out/first")"
