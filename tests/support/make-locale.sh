#!/bin/sh
# Makes id_ID.UTF-8 in the build folder, so that the tests need no installed locale.
# usage: make-locale.sh LOCALEDEF FOLDER STAMP
set -eu
mkdir -p "$2"
"$1" -i id_ID -f UTF-8 "$2/id_ID.UTF-8"
touch "$3"
