#!/bin/sh
# ./dev bench: the budgets of the design that can be measured, as ratios in one run. Nothing is
# asserted; a yardstick that is not installed is named. BENCH_MB: size of the large PDF (500).
set -eu
cd "$(dirname "$0")/.."
mufakat=$PWD/build/program/mufakat
megabytes=${BENCH_MB:-500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MUFAKAT_DATA_DIR="$work/data"

# measure COMMAND…: best of three, "SECONDS MIB"; {} in an argument becomes a new file name.
measure() {
  python3 - "$work" "$@" <<'PYTHON'
import os, sys, time
work, command = sys.argv[1], sys.argv[2:]
best, memory = None, 0
for turn in range(3):
    name = f'{work}/turn'
    if os.path.exists(name):
        os.remove(name)
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open('/dev/null', os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.execvp(command[0], [part.replace('{}', name) for part in command])
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f'failed: {" ".join(command)}')
    best = seconds if best is None else min(best, seconds)
    memory = max(memory, usage.ru_maxrss)
print(f'{best:.3f} {memory / 1024:.0f}')
PYTHON
}

# row WORK "SECONDS MIB" YARDSTICK ITS_SECONDS BUDGET [MIB]: the budget is a ratio ("1.10x"), a time
# ("0.030s") or "-".
row() {
  echo "$2" | awk -v work="$1" -v yard="$3" -v unit="$4" -v budget="$5" -v most="${6:-0}" '{
    limit = budget + 0
    over = budget ~ /x$/ && $1 / unit > limit || budget ~ /s$/ && $1 > limit || most && $2 > most
    said = budget (most ? ", " most " MiB" : "")
    printf "%-44s %8.1f ms %4d MiB %6.2f x %-26s budget %-14s %s\n", work, $1 * 1000, $2, $1 / unit, \
      yard, said, budget == "-" ? "" : over ? "OVER" : "within" }'
}

missing() {
  printf '%-34s not measured: %s is not installed\n' "$1" "$2"
}

seconds() {
  echo "${1%% *}"
}

make_key() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/key.pem" \
    -out "$work/certificate.pem" -days 30 -subj '/CN=Ukur' \
    -addext keyUsage=critical,digitalSignature,nonRepudiation 2>/dev/null
  openssl pkcs12 -export -inkey "$work/key.pem" -in "$work/certificate.pem" -passout pass:ukur \
    -out "$work/key.p12"
  echo ukur >"$work/passphrase"
}

make_large() {
  python3 - "$1" "$megabytes" <<'PYTHON'
import os, sys
objects = [b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
           b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Data 4 0 R >>']
places = []
with open(sys.argv[1], 'wb') as file:
    file.write(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
    for number, body in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b'%d 0 obj\n%s\nendobj\n' % (number, body))
    places.append(file.tell())
    size = int(sys.argv[2]) << 20
    file.write(b'4 0 obj\n<< /Length %d >>\nstream\n' % size)
    piece = os.urandom(1 << 20)
    for _ in range(size >> 20):
        file.write(piece)
    file.write(b'\nendstream\nendobj\n')
    xref = file.tell()
    file.write(b'xref\n0 5\n0000000000 65535 f \n')
    for place in places:
        file.write(b'%010d 00000 n \n' % place)
    file.write(b'trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % xref)
PYTHON
}

typesetting() {
  "$mufakat" demo -o "$work/demo" >/dev/null
  "$mufakat" export "$work/demo/naskah.pks" -o "$work/naskah.txt"
  ours=$(measure "$mufakat" export "$work/demo/naskah.pks" -o '{}.pdf' --force)
  if command -v soffice >/dev/null; then
    yard=$(measure soffice "-env:UserInstallation=file://$work/office" --headless --convert-to \
      'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},"UseTaggedPDF":{"type":"boolean","value":"true"}}' \
      --outdir "$work/office-out" "$work/naskah.txt")
    row '15 Pasal to PDF/A-3 with source' "$ours" soffice "$(seconds "$yard")" 0.067x
  else
    row '15 Pasal to PDF/A-3 with source' "$ours" '(alone)' "$(seconds "$ours")" '-'
    missing '15 Pasal beside LibreOffice' soffice
  fi
  paragraphs
  beside_typst
}

# The same words as justified paragraphs in PDF/A-3b. MUFAKAT_TYPST: the program, where it is not in the path.
beside_typst() {
  typst=${MUFAKAT_TYPST:-typst}
  if ! command -v "$typst" >/dev/null; then
    missing '15 Pasal beside Typst' typst
    return
  fi
  {
    printf '%s\n' '#set page(paper: "a4", margin: 2.5cm, numbering: "1")' \
      '#set text(lang: "id", font: "URW Bookman", size: 12pt)' '#set par(justify: true)' \
      '#set document(title: "Naskah", date: datetime(year: 2026, month: 1, day: 1))'
    sed -e 's/[][\\#$*_<>`@=~+/-]/\\&/g' -e 's/$/\n/' "$work/naskah.txt"
  } >"$work/naskah.typ"
  yard=$(measure "$typst" compile --pdf-standard a-3b "$work/naskah.typ" "$work/typst.pdf")
  row '15 Pasal beside Typst' "$ours" typst "$(seconds "$yard")" 0.50x
}

# The same words as paragraphs, three passes' worth of structure left out: what TeX is best at.
paragraphs() {
  if ! command -v pdflatex >/dev/null; then
    missing 'paragraphs beside pdflatex' pdflatex
    return
  fi
  {
    printf '%s\n' '\documentclass[a4paper,12pt]{article}' '\sloppy' '\begin{document}'
    sed -e 's/[\\{}~^]/ /g' -e 's/[&%$#_]/\\&/g' -e 's/$/\n/' "$work/naskah.txt"
    echo '\end{document}'
  } >"$work/naskah.tex"
  yard=$(measure pdflatex -interaction=batchmode "-output-directory=$work" "$work/naskah.tex")
  row '15 Pasal beside pdflatex' "$ours" pdflatex "$(seconds "$yard")" '-'
}

signing() {
  make_key
  make_large "$work/large.pdf"
  hash=$(seconds "$(measure openssl dgst -sha256 "$work/large.pdf")")
  copy=$(seconds "$(measure cp "$work/large.pdf" '{}')")
  ours=$(measure "$mufakat" sign "$work/large.pdf" -o '{}' --p12 "$work/key.p12" \
    --passphrase-file "$work/passphrase" --invisible --yes --force)
  row "sign $megabytes MB, self-check included" "$ours" '(2 x openssl dgst + cp)' \
    "$(awk -v a="$hash" -v b="$copy" 'BEGIN { print 2 * a + b }')" 1.10x 32
  "$mufakat" sign "$work/large.pdf" -o "$work/signed.pdf" --p12 "$work/key.p12" \
    --passphrase-file "$work/passphrase" --invisible --yes >/dev/null
  ours=$(measure "$mufakat" verify "$work/signed.pdf" --trust "$work/certificate.pem")
  row "verify $megabytes MB" "$ours" 'openssl dgst' "$hash" 1.15x 32
}

# make_versions WORDS: an agreement of so many words, and one in which every sixth ayat changed.
make_versions() {
  python3 - "$work" "$1" <<'PYTHON'
import random, sys
work, words = sys.argv[1], int(sys.argv[2])
chance = random.Random(words)
syllables = 'ba da ga ka la ma na pa ra sa ta wa bi di gi ki li mi ni pi ri si ti ku lu mu nu ru su tu'.split()
voice = [''.join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(3000)]
lines = ['PERJANJIAN KERJA SAMA', 'ANTARA', 'SATU', 'DENGAN', 'DUA', 'TENTANG', 'DATA', '']
count = pasal = 0
while count < words:
    pasal += 1
    lines += [f'Pasal {pasal}', ' '.join(chance.choices(voice, k=2)).upper(), '']
    for ayat in range(1, 6):
        said = chance.choices(voice, k=chance.randint(30, 60))
        count += len(said)
        lines.append(f'({ayat}) ' + ' '.join(said).capitalize() + '.')
open(f'{work}/{words}-lama.txt', 'w').write('\n'.join(lines) + '\n')
for at, line in enumerate(lines):
    if line.startswith('(') and chance.random() < 1 / 6:
        said = line.split()
        said[chance.randrange(1, len(said))] = 'perubahan'
        lines[at] = ' '.join(said)
open(f'{work}/{words}-baru.txt', 'w').write('\n'.join(lines) + '\n')
PYTHON
  for version in lama baru; do
    "$mufakat" import "$work/$1-$version.txt" -o "$work/$1-$version.xml" >/dev/null
  done
}

# comparing WORDS BUDGET: two versions in memory; reading them is no part of it.
comparing() {
  make_versions "$1"
  ours=$(build/tests/bench/bench-compare "$work/$1-lama.xml" "$work/$1-baru.xml" | tail -1)
  yard=$(measure git diff --no-index --word-diff "$work/$1-lama.txt" "$work/$1-baru.txt")
  row "compare $1 words" "$ours" 'git diff --word-diff' "$(seconds "$yard")" "$2"
}

# From half the words to all of them.
doubling() {
  comparing 50000 -
  half=$(seconds "$ours")
  comparing 100000 0.150s
  row 'compare twice as many words' "$ours" 'half of them' "$half" 2.30x
}

# 500 pages in and out; those of Word as somebody else writes them: without our source and our bookmarks.
importing() {
  words=175000
  make_versions $words
  "$mufakat" export "$work/$words-lama.xml" -o "$work/ours.docx"
  python3 - "$work/ours.docx" "$work/theirs.docx" <<'PYTHON'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as ours, zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as theirs:
    for name in ours.namelist():
        if not name.startswith('customXml/'):
            theirs.writestr(name, re.sub(rb'<w:bookmark[^>]*>', b'', ours.read(name)))
PYTHON
  row 'import 500 pages of Word' "$(measure "$mufakat" import "$work/theirs.docx" -o '{}.pks' --force)" \
    '(a second)' 1 2.00s
  row 'import 500 pages of our own' "$(measure "$mufakat" import "$work/ours.docx" -o '{}.pks' --force)" \
    '(a second)' 1 2.00s
  row 'export 500 pages to PDF' "$(measure "$mufakat" export "$work/$words-lama.xml" -o '{}.pdf' --force)" \
    '(a second)' 1 2.00s 150
}

# The program from its start until its window is there, beside a window of libadwaita with nothing in it.
first_frame() {
  yard=$(measure build/tests/bench/bench-empty-window)
  ours=$(measure build/tests/bench/bench-window)
  row 'first frame of the window' "$ours" 'an empty window' "$(seconds "$yard")" 1.30x
}

# What is measured inside the program; on a screen of its own.
inside() {
  ninja -C build tests/bench/bench-library tests/bench/bench-verifying tests/bench/bench-editor \
    tests/bench/bench-pages tests/bench/bench-window tests/bench/bench-empty-window >/dev/null
  build/tests/bench/bench-library 2>/dev/null | grep budget
  build/tests/bench/bench-verifying 2>/dev/null | grep budget
  build/tests/bench/bench-pages 2>/dev/null | grep budget
  if command -v xvfb-run >/dev/null; then
    GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$PWD/build/data GTK_A11Y=none GSK_RENDERER=cairo \
      xvfb-run -a sh tools/bench.sh screen
  else
    missing 'window and editor' xvfb-run
  fi
}

if [ "${1:-}" = screen ]; then
  first_frame
  build/tests/bench/bench-editor 2>/dev/null | grep 'budget'
  exit
fi
typesetting
importing
ninja -C build tests/bench/bench-compare >/dev/null
comparing 3750 0.030s
doubling
signing
inside
