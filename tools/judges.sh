#!/bin/sh
# Independent judges over a folder of PDFs: judges.sh [DIR]
# Without a folder: what Mufakat itself makes, the demo, every template, the reports.
# A judge that is missing is told with the reason and is never a pass. Exit 1: a judge said no;
# 3: a judge was missing.
set -u
cd "$(dirname "$0")/.."
mufakat=$PWD/build/program/mufakat
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mufakat-judges
verapdf_version=1.28.2
pyhanko_version=0.25.3
log=$(mktemp)
own=$(mktemp -d)
trap 'rm -rf "$log" "$own"' EXIT
folder=${1:-$own}
failed=0
missing=0

skip() {
  echo "SKIPPED  $1: $2"
  missing=1
}

# judge NAME FILE COMMAND…: passes if the command does.
judge() {
  name=$1
  file=$2
  shift 2
  if "$@" >"$log" 2>&1; then
    echo "pass     $name  $file"
  else
    echo "FAIL     $name  $file"
    sed 's/^/           /' "$log" | head -40
    failed=1
  fi
}

install_verapdf() {
  [ -d "$cache/verapdf-$verapdf_version" ] && return 0
  command -v java >/dev/null && command -v mvn >/dev/null || { echo "java and mvn are needed"; return 1; }
  work=$(mktemp -d)
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>mufakat</groupId><artifactId>judges</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>$verapdf_version</version>
  </dependency></dependencies>
</project>
POM
  mkdir -p "$cache"
  mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jars" &&
    mv "$work/jars" "$cache/verapdf-$verapdf_version"
  status=$?
  rm -rf "$work"
  return $status
}

install_pyhanko() {
  [ -x "$cache/pyhanko-$pyhanko_version/bin/pyhanko" ] && return 0
  mkdir -p "$cache"
  python3 -m venv "$cache/pyhanko-$pyhanko_version" &&
    "$cache/pyhanko-$pyhanko_version/bin/pip" -q install "pyHanko==$pyhanko_version"
}

# verapdf 3b|ua1 FILE
verapdf() {
  java -cp "$cache/verapdf-$verapdf_version/*" org.verapdf.apps.GreenfieldCliWrapper \
    --flavour "$1" --format text -v "$2" | tee "$log.out" | grep -q '^PASS'
  status=$?
  cat "$log.out"
  rm -f "$log.out"
  return $status
}

is_signed() {
  grep -qa '/ByteRange' "$1"
}

# Its own words for a signature that holds; the demo's CA stands beside the files.
pyhanko() {
  set -- "$1" --pretty-print --soft-revocation-check
  file=$1
  shift
  [ ! -f "$folder/ca.pem" ] || set -- "$@" --trust "$folder/ca.pem" --trust-replace
  "$cache/pyhanko-$pyhanko_version/bin/pyhanko" sign validate "$@" "$file"
}

# Every signature valid; pdfsig itself exits 0 whatever it found, and does not know document
# timestamps.
pdfsig_says_valid() {
  pdfsig -nocert "$1" || return 1
  ! pdfsig -nocert "$1" 2>/dev/null | grep 'Signature Validation:' |
    grep -vq -e 'Signature is Valid.' -e 'has not yet been verified'
}

have_verapdf=0
have_pyhanko=0
if install_verapdf >"$log" 2>&1; then have_verapdf=1; else skip veraPDF "$(tail -1 "$log")"; fi
if install_pyhanko >"$log" 2>&1; then have_pyhanko=1; else skip pyHanko "$(tail -1 "$log")"; fi
for tool in qpdf pdfsig mutool; do
  command -v "$tool" >/dev/null || skip "$tool" 'not installed'
done

# The papers of the house itself; the demo's two signatures, its CA beside them.
papers() {
  rm -rf "$own"
  MUFAKAT_DATA_DIR=$own.data "$mufakat" demo -o "$own" >/dev/null || return 1
  python3 tools/judge-papers.py "$mufakat" "$own" || return 1
  "$mufakat" verify "$own/ditandatangani-2.pdf" --trust "$own/ca.pem" -o "$own/laporan.pdf" >/dev/null
  for form in matrix discussion redline; do
    "$mufakat" compare "$old" "$new" --as $form -o "$own/$form.pdf" >/dev/null
  done
  rm -rf "$own.data"
}

old=tests/report/pks/lama.txt
new=tests/report/pks/baru.txt
[ $# -gt 0 ] || papers || { echo "the papers of the house are not made"; exit 1; }
found=0
for file in "$folder"/*.pdf; do
  [ -f "$file" ] || continue
  found=1
  if [ $have_verapdf = 1 ]; then
    judge 'veraPDF PDF/A-3b' "$file" verapdf 3b "$file"
    judge 'veraPDF PDF/UA-1' "$file" verapdf ua1 "$file"
  fi
  ! command -v qpdf >/dev/null || judge qpdf "$file" qpdf --check "$file"
  ! command -v mutool >/dev/null || judge mutool "$file" mutool info "$file"
  is_signed "$file" || continue
  [ $have_pyhanko = 0 ] || judge pyHanko "$file" pyhanko "$file"
  ! command -v pdfsig >/dev/null || judge pdfsig "$file" pdfsig_says_valid "$file"
done
# Tracked changes: LibreOffice accepts them to the newer text and rejects them to the older one.
redline() {
  work=$(mktemp -d)
  soffice "-env:UserInstallation=file://$work/office" --headless --norestore \
    --accept='pipe,name=mufakat-judge;urp' &
  office=$!
  timeout 300 "$2" tools/judge-redline.py "$1" "$old" "$new"
  status=$?
  kill $office 2>/dev/null
  wait $office 2>/dev/null
  rm -rf "$work"
  return $status
}

office_python=
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import uno' 2>/dev/null; then office_python=$python; fi
done
if ! command -v soffice >/dev/null; then
  skip LibreOffice 'not installed'
elif [ -z "$office_python" ]; then
  skip LibreOffice 'python3-uno is not installed'
elif [ ! -x "$mufakat" ]; then
  skip LibreOffice 'build/program/mufakat is not there'
else
  judge LibreOffice redline.docx redline build/program/mufakat "$office_python"
fi

# Levels: files signed and extended by a test of the command line, in a world of its own.
levels() {
  work=$(mktemp -d)
  MUFAKAT_KEEP=$work meson test -C build --no-rebuild long-term >"$log" 2>&1 ||
    { echo "FAIL     the test long-term"; failed=1; }
  for file in "$work"/*.pdf; do
    case ${file##*/} in *lta*.pdf) level=lta ;; *lt*.pdf) level=lt ;; *) level=t ;; esac
    judge "pyHanko B-$level" "$file" "$cache/pyhanko-$pyhanko_version/bin/python" \
      tools/judge-level.py "$file.pem" "$level" "$file"
    judge qpdf "$file" qpdf --check "$file"
    judge pdfsig "$file" pdfsig_says_valid "$file"
    if [ $have_verapdf = 1 ]; then
      judge 'veraPDF PDF/A-3b' "$file" verapdf 3b "$file"
      judge 'veraPDF PDF/UA-1' "$file" verapdf ua1 "$file"
    fi
  done
  rm -rf "$work"
}

# The other party signs with its own tool, into a field of its own, before us and after us; and two, three, twelve
# signatures in one file.
orders() {
  work=$(mktemp -d)
  hanko=$cache/pyhanko-$pyhanko_version/bin/pyhanko
  MUFAKAT_DATA_DIR=$work/data
  export MUFAKAT_DATA_DIR
  echo kunci-Penilai-5k >"$work/sandi"
  openssl req -x509 -newkey rsa:3072 -nodes -keyout "$work/k.key" -out "$work/k.pem" -days 30 \
    -subj '/CN=Bagas Manikmaya' -addext keyUsage=critical,nonRepudiation 2>/dev/null
  openssl pkcs12 -export -inkey "$work/k.key" -in "$work/k.pem" -out "$work/k.p12" \
    -passout "file:$work/sandi"
  ours() {
    from=$1 to=$2
    shift 2
    "$mufakat" sign "$work/$from" -o "$work/$to" --p12 "$work/k.p12" \
      --passphrase-file "$work/sandi" --yes "$@" >/dev/null
  }
  theirs() {
    "$hanko" sign addsig --field 1/40,40,180,90/LAWAN pkcs12 --passfile "$work/sandi" \
      "$work/$1" "$work/$2" "$work/k.p12"
  }
  "$mufakat" demo -o "$work/demo" >/dev/null && cp "$work/demo/naskah.pdf" "$work/0.pdf"
  ours 0.pdf a.pdf --field PIHAK_KESATU && theirs a.pdf kita-lalu-mereka.pdf
  theirs 0.pdf b.pdf && ours b.pdf mereka-lalu-kita.pdf --field PIHAK_KESATU
  number=0
  while [ $number -lt 12 ]; do
    ours $number.pdf $((number + 1)).pdf --invisible
    number=$((number + 1))
  done
  for file in kita-lalu-mereka mereka-lalu-kita 2 3 12; do
    judge pyHanko "$file" "$hanko" sign validate --trust "$work/k.pem" --trust-replace \
      --no-revocation-check --pretty-print "$work/$file.pdf"
    judge Mufakat "$file" "$mufakat" verify "$work/$file.pdf" --trust "$work/k.pem"
    judge pdfsig "$file" pdfsig_says_valid "$work/$file.pdf"
    judge qpdf "$file" qpdf --check "$work/$file.pdf"
  done
  rm -rf "$work"
}

if [ $have_pyhanko = 0 ] || [ ! -x "$mufakat" ]; then
  skip levels 'pyHanko and a build are needed'
else
  levels
  orders
fi

if command -v soffice >/dev/null && [ -x "$mufakat" ]; then
  if [ -f "$folder/naskah.pks" ] && command -v xmllint >/dev/null && command -v unzip >/dev/null; then
    judge LibreOffice naskah.docx,odt,html tools/judge-office.sh "$mufakat" \
      "$folder/naskah.pks" "$old"
    judge LibreOffice 'pages of every template' python3 tools/judge-pages.py "$mufakat" "$own"/*.pks
    [ ! -x build/tests/test-exchange-makers ] ||
      judge LibreOffice 'twenty makers of DOCX' tools/judge-makers.sh "$mufakat" build/tests/test-exchange-makers
  else
    skip LibreOffice "xmllint, unzip or $folder/naskah.pks is not there"
  fi
fi

[ $found = 1 ] || { echo "no PDF in $folder"; exit 2; }
[ $failed = 0 ] || exit 1
[ $missing = 0 ] || exit 3
