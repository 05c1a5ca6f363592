#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs what building, testing and running Coroboard needs on Debian 12: packages with apt (as root, or through sudo), and the
# pinned MicroPython WebAssembly build with npm. Does only what is missing, and says what it does; safe to run again.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
say() { printf 'install-deps: %s\n' "$*"; }

packages=(
  build-essential cmake ninja-build ccache pkg-config git ca-certificates python3           # building
  wabt libboost-context-dev                                                                   # MicroPython as C, on a stack of its own
  nlohmann-json3-dev libyaml-cpp-dev libcli11-dev libfmt-dev libexpected-dev                  # the engine and the command line
  qt6-base-dev qt6-svg-dev libqt6svg6 qt6-multimedia-dev libqscintilla2-qt6-dev libgl-dev                        # the desktop app
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools fonts-dejavu-core                          # its translations and text
  libgtest-dev libgmock-dev librapidcheck-dev libvterm-dev python3-jsonschema sigrok-cli xvfb # tests
  libbenchmark-dev libasio-dev                                                                # benchmarks
)
# A newer Node.js from elsewhere stays: Debian's is only for machines that have none.
command -v npm >/dev/null || packages+=(nodejs npm)

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  say "all ${#packages[@]} Debian packages are installed"
else
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "not root and no sudo; install these as root, then run this again: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  say "installing ${#missing[@]} Debian packages and what they need (a few minutes on a bare machine): ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# The hash of the lock file says which lock was installed last.
lock=$(sha256sum "$root/packaging/npm/package-lock.json" | cut -d' ' -f1)
stamp=$root/packaging/npm/node_modules/.coroboard-lock
if [ "$(cat "$stamp" 2>/dev/null || true)" = "$lock" ]; then
  say "MicroPython's WebAssembly build is fetched"
else
  say "fetching MicroPython's WebAssembly build (npm ci in packaging/npm)"
  npm ci --prefix "$root/packaging/npm" --no-audit --no-fund --loglevel=error
  printf '%s\n' "$lock" > "$stamp"
fi
