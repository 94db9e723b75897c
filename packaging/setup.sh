#!/bin/sh
# Makes sure that .venv is complete, with whatever suitable Python this machine has.
cd "$(dirname "$0")/.." || exit 1

if [ -x .venv/bin/python ] && .venv/bin/python packaging/setup_environment.py --check; then
    exit 0
fi

suitable='sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
# Debian's Python may come without ensurepip: rather one that has it, if there is one.
for wanted in ensurepip sys; do
    for candidate in python3.13 python3.12 python3.11 python3 python; do
        if "$candidate" -c "import sys, $wanted; $suitable" >/dev/null 2>&1; then
            exec "$candidate" packaging/setup_environment.py
        fi
    done
done

echo "VideoGen Desktop was tested on Python 3.11 to 3.13, and none of them is on PATH." >&2
echo "Install it (Debian, Ubuntu: sudo apt-get install python3 python3-venv;" >&2
echo "macOS: python.org or brew install python@3.13) and type the same command again." >&2
exit 1
