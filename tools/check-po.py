# SPDX-License-Identifier: GPL-3.0-or-later
"""check-po.py [--update]: every word for people is in po/POTFILES and translated in po/id.po.

--update writes po/POTFILES anew and takes new messages into po/id.po, to be translated there."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / 'po/id.po'
POTFILES = ROOT / 'po/POTFILES'
MARKS = {
    '.c': re.compile(r'\b(?:N?_|C_|ngettext) \('),
    '.ui': re.compile(r'translatable="yes"'),
    '.desktop.in': re.compile(r'^(?:Name|Comment)=', re.M),
    '.metainfo.xml.in': re.compile(r'<component'),
}
HEADER = ('msgid ""\nmsgstr ""\n"Project-Id-Version: mufakat\\n"\n"Language: id\\n"\n'
          '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n')


def run(*command, given=None):
    done = subprocess.run(command, cwd=ROOT, input=given, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout


def files_with_words():
    for folder in ('app', 'data', 'program', 'ui'):
        for path in sorted((ROOT / folder).rglob('*')):
            for ending, mark in MARKS.items():
                if path.name.endswith(ending) and mark.search(path.read_text()):
                    yield path.relative_to(ROOT).as_posix()


def template():
    return run('xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
               '--keyword=ngettext:1,2', '--add-comments=Translators', '--add-location=file',
               '--sort-by-file', '--files-from=po/POTFILES', '--output=-')


def merged(pot):
    pot_path = ROOT / 'po/.mufakat.pot'
    pot_path.write_text(pot)
    try:
        return run('msgmerge', '--quiet', '--no-fuzzy-matching', '--add-location=file',
                   '--sort-by-file', '--no-wrap', str(CATALOGUE), str(pot_path), '--output=-')
    finally:
        pot_path.unlink()


def check():
    faults = []
    listed = POTFILES.read_text().split()
    wanted = list(files_with_words())
    faults += [f'po/POTFILES lacks {name}' for name in wanted if name not in listed]
    faults += [f'po/POTFILES names {name}, where no word for people is'
               for name in listed if name not in wanted]
    if not faults:
        catalogue = merged(template())
        for what in ('--untranslated', '--only-fuzzy'):
            found = run('msgattrib', '--no-obsolete', what, given=catalogue)
            # The first entry is the header; a message of several lines begins with an empty one.
            faults += [f'po/id.po: {what[2:]}: {entry[entry.index("msgid "):][6:100]}'
                       for entry in found.split('\n\n')[1:]]
        run('msgfmt', '--check', '--output-file=/dev/null', '-', given=catalogue)
    print('\n'.join(faults))
    if faults:
        print('tools/check-po.py --update takes new words in.')
    return 1 if faults else 0


def update():
    POTFILES.write_text('\n'.join(files_with_words()) + '\n')
    if not CATALOGUE.exists():
        CATALOGUE.write_text(HEADER)
    catalogue = run('msgattrib', '--no-obsolete', '--add-location=file', '--sort-by-file', '--no-wrap',
                    given=merged(template()))
    CATALOGUE.write_text(re.sub(r'"(POT|PO)-.*-Date:.*\n', '', catalogue))
    return 0


if __name__ == '__main__':
    sys.exit(update() if sys.argv[1:] == ['--update'] else check())
