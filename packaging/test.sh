#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# test.sh [PRESET]: installs what is missing, builds everything (preset release unless another is named) and runs every test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1:-release}

"$root/packaging/install-deps.sh"
"$root/packaging/build.sh" "$preset"
exec ctest --test-dir "$root/build/$preset" --output-on-failure --parallel "$(nproc)"
