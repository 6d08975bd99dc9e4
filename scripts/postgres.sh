#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own: `scripts/postgres.sh cargo test -p store`.
# The server listens on a socket in a new folder alone, and is gone when the command has ended.
set -euo pipefail
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "please install the Debian package 'postgresql', then start again" >&2; exit 1; }
folder=$(mktemp -d)
# A server refuses to run as root; the package's own user runs it then.
as() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" -ne 0 ] || chown postgres "$folder"
stop() { as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
(
    cd "$folder"
    as "$bin/initdb" -D "$folder/data" -U owner -A trust -E UTF8 --locale=C >/dev/null
    as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-k $folder -h '' -c max_connections=400" start >/dev/null
    as "$bin/createdb" -h "$folder" -U owner plumbline
    as "$bin/psql" -q -h "$folder" -U owner plumbline -c "CREATE ROLE application LOGIN NOSUPERUSER NOBYPASSRLS"
)
export PLUMBLINE_TEST_POSTGRES="postgres:///plumbline?host=$folder&user=application"
export PLUMBLINE_TEST_POSTGRES_OWNER="postgres:///plumbline?host=$folder&user=owner"
"$@"
