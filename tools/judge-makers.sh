#!/bin/sh
# What twenty makers write, opened and saved by LibreOffice as DOCX and ODT: judge-makers.sh MUFAKAT TEST
# TEST is the program of tests/exchange/makers.c. All of it comes in as the same text.
set -eu
mufakat=$1
test=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/makers"

MUFAKAT_KEEP_MAKERS=$work/makers "$test" >/dev/null
for ending in docx odt; do
  timeout 300 soffice "-env:UserInstallation=file://$work/office" --headless --norestore --convert-to $ending \
    --outdir "$work/$ending" "$work"/makers/*.docx >/dev/null
done
"$mufakat" show "$work/makers/typed.docx" --text >"$work/expected"
for file in "$work"/docx/*.docx "$work"/odt/*.odt; do
  "$mufakat" show "$file" --text >"$work/shown"
  cmp -s "$work/expected" "$work/shown" || { echo "$file:"; diff "$work/expected" "$work/shown"; exit 1; }
done
[ "$(ls "$work/docx" | wc -l)" = "$(ls "$work/makers" | wc -l)" ] || { echo "LibreOffice left some out"; exit 1; }
