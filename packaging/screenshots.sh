#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Takes the pictures in resources/screenshots anew: packaging/screenshots.sh [COROBOARD] (build/release/bin/coroboard). Needs no display.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app=${1:-$root/build/release/bin/coroboard}
into=$root/resources/screenshots
demo=$root/resources/examples/sensor-board
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.qpa.*=false'

take() {    # NAME OPTIONS…
  local name=$1; shift
  "$app" --screenshot "$into/$name.png" --size 1280x800 --after 4s --language en "$@" 2>/dev/null
  echo "$name.png"
}

# Something that prints numbers which move.
program=$(mktemp -d)/numbers
mkdir "$program"
trap 'rm -rf "$(dirname "$program")"' EXIT

cat > "$program/main.py" <<'END'
from math import sin
import time

t = 0.0
while True:
    print("warm:%.2f" % (21 + 3 * sin(t)), "humid:%.2f" % (40 + 8 * sin(0.7 * t + 1)), "light:%.2f" % (30 + 5 * sin(1.9 * t)))
    t += 0.05
    time.sleep_ms(25)
END

take window-dark "$demo" --theme dark
take window-light "$demo" --theme light
take start "$demo" --theme light --show start
take event-loop "$demo" --theme dark --show eventLoop
take signals "$demo" --theme dark --show signals --after 6s
take plot "$program" --theme light --show plotPrinted --after 8s
take breakpoint "$root/resources/examples/lessons/02-await" --theme dark --stop-at 19
take help-german "$root/resources/examples/lessons/01-inert" --theme light --show help --language de
