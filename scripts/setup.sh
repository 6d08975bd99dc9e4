# What ./run and ./test share: the target folder outside the clone, and installing what is missing.

export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/plumbline/target}"

say() { printf '%s\n' "$*" >&2; }

# The toolchain that rust-toolchain.toml pins, with its wasm32 targets.
need_toolchain() {
    if ! command -v cargo >/dev/null; then
        say "Plumbline needs a Rust toolchain: install rustup from https://rustup.rs, then start again."
        exit 1
    fi
    local targets=(wasm32-unknown-unknown wasm32-wasip1)
    if command -v rustup >/dev/null; then
        local installed
        installed=$(rustup target list --installed 2>/dev/null | grep -cxF "$(printf '%s\n' "${targets[@]}")" || true)
        if [ "$installed" -lt "${#targets[@]}" ]; then
            rustup toolchain install >&2 || rustup target add "${targets[@]}" >&2
        fi
    fi
    if ! command -v cc >/dev/null; then need_package gcc cc; fi
}

# need_package PACKAGE COMMAND: installs a Debian package unless its command is there.
need_package() {
    local package=$1 command=$2
    command -v "$command" >/dev/null && return 0
    if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
        say "Please install the Debian package '$package' (for the command '$command'), then start again."
        return 1
    fi
    if [ -z "${PLUMBLINE_APT_UPDATED:-}" ]; then
        apt-get update >/dev/null 2>&1 || true
        export PLUMBLINE_APT_UPDATED=1
    fi
    say "installing $package"
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >/dev/null
}
