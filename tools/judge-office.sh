#!/bin/sh
# LibreOffice and xmllint over what Mufakat writes for word processors: judge-office.sh MUFAKAT AGREEMENT TEXT
# Every file opens, is well-formed, and after opening and saving there it comes in again with nothing lost;
# TEXT, turned into DOCX, ODT and PDF there, comes in as it does as text.
set -eu
mufakat=$1
agreement=$2
text=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/ours" "$work/saved" "$work/parts"

office() {
  timeout 120 soffice "-env:UserInstallation=file://$work/office" --headless --norestore "$@" >/dev/null
}

# same FILE FILE [OPTION]…: no difference, whatever the formats.
same() {
  "$mufakat" compare "$@" >"$work/compared" || { echo "$2 differs:"; cat "$work/compared"; exit 1; }
}

well_formed() {
  unzip -qo "$1" -d "$work/parts"
  find "$work/parts" -type f ! -name mimetype ! -path '*/media/*' ! -path '*/Pictures/*' -exec xmllint --noout --nonet {} +
  rm -rf "$work/parts"
}

for ending in docx odt html; do
  file=$work/ours/naskah.$ending
  "$mufakat" export "$agreement" -o "$file"
  office --convert-to pdf --outdir "$work/saved" "$file"
  [ -s "$work/saved/naskah.pdf" ] || { echo "LibreOffice does not open the $ending"; exit 1; }
  # Its pages say the same; names and telephones may be set otherwise.
  [ $ending = html ] || same "$agreement" "$work/saved/naskah.pdf" --ignore cosmetic
  rm "$work/saved/naskah.pdf"
  [ $ending != html ] || continue
  well_formed "$file"
  office --convert-to $ending --outdir "$work/saved" "$file"
  "$mufakat" import "$work/saved/naskah.$ending" -o "$work/$ending.pks" >/dev/null
  same "$agreement" "$work/$ending.pks"
done

cp "$text" "$work/ours/naskah.txt"
for ending in docx odt pdf; do
  office --infilter='Text (encoded):UTF8' --convert-to $ending --outdir "$work/saved" "$work/ours/naskah.txt"
  same "$work/ours/naskah.txt" "$work/saved/naskah.$ending"
done
