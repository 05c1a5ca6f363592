#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh [ARGUMENT…]: installs what is missing, builds the release and launches the desktop app on the default board and its demo (or
# on the arguments). Without a display it says so and runs the same demo headless for 10 s of board time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/build/release/bin
demo=$root/resources/examples/sensor-board

"$root/packaging/install-deps.sh"
"$root/packaging/build.sh" release coroboard coroboard-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  [ $# -gt 0 ] || set -- "$demo"
  exec "$bin/coroboard" "$@"
fi
echo "run: no display here (DISPLAY and WAYLAND_DISPLAY are empty): running the demo headless for 10 s of board time"
exec "$bin/coroboard-cli" run "$demo" --board sensor-board --for 10s --hash
