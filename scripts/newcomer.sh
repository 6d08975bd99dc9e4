#!/usr/bin/env bash
# Does what the README tells a newcomer to do, with the binary that is built, and fails if any of it fails.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/setup.sh

plumbline="$CARGO_TARGET_DIR/debug/plumbline"
example=examples/office-worker-58.toml
folder=$(mktemp -d)
server=
finish() {
    if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
    rm -rf "$folder"
}
trap finish EXIT

fail() { say "newcomer: $*"; exit 1; }

# expect STATUS TEXT COMMAND…: the command ends with that status and prints that text.
expect() {
    local status=$1 text=$2 got=0
    shift 2
    "$@" >"$folder/out" 2>"$folder/err" || got=$?
    [ "$got" -eq "$status" ] || fail "\`$*\` ended with $got, not $status: $(tail -n 5 "$folder/err")"
    grep -qF -- "$text" "$folder/out" || fail "\`$*\` printed no \"$text\""
}

# get PATH: a page of the server, head and all, without any program but bash.
get() {
    local page
    exec 3<>"/dev/tcp/127.0.0.1/$port" || fail "nothing listens on port $port"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
    page=$(timeout 10 cat <&3 | tr -d '\0') || fail "GET $1 did not end"
    exec 3>&-
    [[ $page == "HTTP/1.1 200 "* ]] || fail "GET $1 gave: ${page%%$'\r'*}"
    [[ $page == *"</html>"* ]] || fail "GET $1 gave no whole page"
    printf '%s' "$page"
}

[ -x "$plumbline" ] || fail "$plumbline is not built; \`./run\` builds it"

expect 0 "Week 6: " "$plumbline" plan "$example"
expect 0 "M10 " "$plumbline" explain "$example" M10
expect 0 "no faults" "$plumbline" knowledge check
expect 0 "birth_year" "$plumbline" intake --example
sed 's/^ces_saddle = false/ces_saddle = "unsure"/' "$example" >"$folder/not-sure.toml"
expect 3 "speak to a doctor" "$plumbline" plan "$folder/not-sure.toml"

# begin ARGUMENTS…: starts the server, and waits until it says where it is.
begin() {
    "$plumbline" serve --listen 127.0.0.1:0 "$@" >"$folder/serve" 2>&1 &
    server=$!
    port=
    for _ in $(seq 1200); do
        port=$(sed -n 's|^Plumbline is at http://127\.0\.0\.1:\([0-9]*\).*|\1|p' "$folder/serve")
        [ -z "$port" ] || return 0
        kill -0 "$server" 2>/dev/null || fail "serve ended: $(cat "$folder/serve")"
        sleep 0.1
    done
    fail "serve printed no address in two minutes"
}

# end: interrupts the server, which must stop.
end() {
    kill -INT "$server"
    for _ in $(seq 50); do
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    ! kill -0 "$server" 2>/dev/null || fail "serve did not stop within 5 s of an interrupt"
    server=
}

begin
get / >"$folder/landing"
get /check >"$folder/check"
grep -q '<form' "$folder/check" || fail "the self-check shows no form"
grep -qi 'not a diagnosis' "$folder/landing" || fail "the first page does not say that this is not a diagnosis"
for needed in "$folder/landing" "$folder/check"; do
    ! grep -qE 'src="https?://' "$needed" || fail "a page loads something from elsewhere"
done
end

begin --data "$folder/data"
grep -q "/join/" "$folder/serve" || fail "a new studio prints no link for its owner"
get /sign-in >"$folder/sign-in"
grep -q 'type="password"' "$folder/sign-in" || fail "nobody can sign in"
end
expect 0 "Every chart is whole" "$plumbline" verify --data "$folder/data"

begin --demo
grep -q "owner@example.invalid" "$folder/serve" || fail "the invented studio prints no accounts"
end
printf 'the README works for a newcomer\n'
