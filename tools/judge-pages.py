# SPDX-License-Identifier: GPL-3.0-or-later
"""judge-pages.py MUFAKAT FILE.pks…: what LibreOffice shows of our DOCX and ODT beside our own pages: as many pages,
the same numbers, no letter more or less."""
import pathlib
import re
import subprocess
import sys
import tempfile

mufakat, papers = sys.argv[1], sys.argv[2:]


def run(*words):
    return subprocess.run([*map(str, words)], check=True, stdout=subprocess.PIPE).stdout.decode()


def office(work, *words):
    run('timeout', 120, 'soffice', f'-env:UserInstallation=file://{work}/office', '--headless', '--norestore',
        '--convert-to', 'pdf', '--outdir', *words)


def pages(path):
    return run('pdftotext', '-raw', path, '-').split('\f')[:-1]


def letters(text):
    """In their order in the file; page numbers, the draft's mark and hyphens belong to the pages."""
    text = re.sub(r'^- \d+ -$', '', text, flags=re.M)
    return sorted(re.sub(r'[\s\u00ad-]|KONSEP', '', text))


def differs(ours, shown):
    if len(ours) != len(shown):
        return f'{len(shown)} pages, ours are {len(ours)}'
    return 'other letters or numbers' if letters('\n'.join(ours)) != letters('\n'.join(shown)) else None


good = True
with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    for paper in map(pathlib.Path, papers):
        run(mufakat, 'export', paper, '-o', work / f'{paper.stem}.pdf', '--draft')
        for ending in ('docx', 'odt'):
            (work / ending).mkdir(exist_ok=True)
            run(mufakat, 'export', paper, '-o', work / ending / f'{paper.stem}.{ending}')
    for ending in ('docx', 'odt'):
        office(work, work / ending, *(work / ending / f'{pathlib.Path(paper).stem}.{ending}' for paper in papers))
        for paper in map(pathlib.Path, papers):
            why = differs(pages(work / f'{paper.stem}.pdf'), pages(work / ending / f'{paper.stem}.pdf'))
            if why is not None:
                good = False
                print(f'{paper.name} as {ending}: {why}')
sys.exit(0 if good else 1)
