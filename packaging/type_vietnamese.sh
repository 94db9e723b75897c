#!/bin/sh
# By hand: types Vietnamese into the real window through a real ibus engine, on a display of its own.
#
#   packaging/type_vietnamese.sh FOLDER [ENGINE]
#
# FOLDER gets composing.png (the last word is still being composed), entered.png (Enter has ended the
# word and sent nothing) and sent.png (the next Enter has sent it). ENGINE is Unikey unless it
# is given; m17n:vi:telex is another. QT_IM_MODULE may be set to what a desktop would set.
# Debian: apt install xvfb openbox xdotool imagemagick dbus ibus ibus-unikey libxcb-cursor0
set -eu

if [ "${1:-}" != "--inside" ]; then
    folder=$(mkdir -p "$1" && cd "$1" && pwd)
    here=$(cd "$(dirname "$0")/.." && pwd)
    export QT_QPA_PLATFORM=xcb XMODIFIERS=@im=ibus QT_IM_MODULE="${QT_IM_MODULE:-ibus}"
    # Neither the user's library nor the user's ibus.
    state=$(mktemp -d)
    trap 'rm -rf "$state"' EXIT
    mkdir -m 700 "$state/run"
    export HOME="$state" XDG_RUNTIME_DIR="$state/run" XDG_CONFIG_HOME="$state/config"
    xvfb-run -a -s "-screen 0 1100x760x24" \
        dbus-run-session -- sh "$here/packaging/$(basename "$0")" --inside "$here" "$folder" \
        "${2:-Unikey}"
    exit
fi

here=$2 folder=$3 engine=$4
window= program=
end() {
    [ -z "$program" ] || kill "$program" 2>/dev/null || true
    ibus exit 2>/dev/null || true
}
trap end EXIT

until_it() { # a condition, up to 20 s
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || { echo "gave up on: $*" >&2; exit 1; }
        sleep 0.2
    done
}

types_with() { # choosing fails where there is no keyboard layout to load, and yet it counts
    ibus engine "$1" || true
    [ "$(ibus engine)" = "$1" ]
}

openbox 2>/dev/null &
ibus-daemon --xim --panel disable 2>/dev/null &
until_it types_with "$engine"
"$here/.venv/bin/videogen-desktop" --provider sandbox --data-dir "$HOME/data" --language vi \
    --theme light --window-size 1000x680 2>"$folder/log.txt" &
program=$!
until_it xdotool search --name '^VideoGen$'
window=$(xdotool search --name '^VideoGen$' | tail -1)
until_it xdotool windowactivate --sync "$window"
sleep 4 # the library opens
until_it types_with "$engine"

xdotool type --delay 80 'Chowj nooir Cais Rawng lusc binhf minh, ddeem '
xdotool type --delay 80 'Nguyeexn Hueej'
sleep 1
import -window root "$folder/composing.png"
xdotool key Return
sleep 1
import -window root "$folder/entered.png"
xdotool key Return
sleep 3
import -window root "$folder/sent.png"
"$here/.venv/bin/videogen" --data-dir "$HOME/data" list
grep -rhi "QT_IM_MODULE" "$HOME/data" --include='*.log' || true
