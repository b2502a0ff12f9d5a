#!/bin/sh
# check-tool.sh TOOL ARG...: runs the tool; 77 (skipped) where it is not installed.
command -v "$1" >/dev/null || { echo "$1 is not installed"; exit 77; }
exec "$@"
