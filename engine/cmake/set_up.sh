# SPDX-License-Identifier: MIT
# What sample_data/check, tests/run and .ci/run share: install what is missing, build a preset. To be sourced by bash
# with `set -euo pipefail`.

merestone_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
merestone_packages="$merestone_root/engine/cmake/packages.txt"

say() { printf '\n==> %s\n' "$*"; }

give_up() {
    printf '%s\n' "$*" >&2
    exit 2
}

# as_root COMMAND …: runs it as it is for root, else through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up "cannot run '$*': it needs root, and there is no sudo. Run it as root, then start again."
    fi
}

# missing_packages GROUP…: the names of the listed packages of these groups that are not installed.
missing_packages() {
    local package group purpose
    while read -r package group purpose; do
        case " $* " in *" $group "*) ;; *) continue ;; esac
        if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            printf '%s ' "$package"
        fi
    done < <(grep -v -e '^#' -e '^$' "$merestone_packages")
}

# install_missing GROUP…: installs what is missing of these groups, and says so; asks nothing of the network otherwise.
install_missing() {
    if ! command -v apt-get >/dev/null; then
        say "No apt-get here: install what engine/cmake/packages.txt names by your own means. Going on."
        return
    fi
    local missing
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        say "Every package needed is installed"
        return
    fi
    say "Installing with apt-get: $missing"
    as_root apt-get update -q
    # shellcheck disable=SC2086 # a list of names, to be split
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing </dev/null
}

# build PRESET [TARGET …]: configures and builds; through ccache where that is installed, in such a way that a clone in
# another folder finds what was compiled here.
build() {
    local preset=$1 launcher=() targets=()
    shift
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_BASEDIR="$merestone_root" CCACHE_NOHASHDIR=true
    fi
    if [ $# -gt 0 ]; then
        targets=(--target "$@")
    fi
    say "Building (preset $preset)"
    (cd "$merestone_root" && cmake --preset "$preset" "${launcher[@]}" && cmake --build --preset "$preset" "${targets[@]}")
}
