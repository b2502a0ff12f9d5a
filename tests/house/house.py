# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the rules of app/DESIGN.md that a compiler cannot: house.py RULE ROOT"""
import ctypes
import pathlib
import re
import subprocess
import sys

FLOORS = {
    'base': 0,
    'bahasa': 1, 'container': 1, 'net': 1,
    'agreement': 2, 'draw': 2, 'pdf': 2, 'pki': 2,
    'check': 3, 'template': 3, 'compare': 3, 'review': 3, 'typeset': 3, 'sign': 3, 'verify': 3,
    'exchange': 4, 'amend': 4, 'store': 4, 'remote': 4,
    'report': 5,
    'act': 6,
    'command': 7, 'ui': 7,
}
# Libraries that are loaded when first called: their functions are named in one header each.
LATE = {
    'enchant.h': 'app/check/enchant.h',
    'gdk-pixbuf/gdk-pixbuf.h': 'app/draw/pixbuf.h',
    'librsvg/rsvg.h': 'app/draw/rsvg.h',
    'libsoup/soup.h': 'app/net/soup.h',
    'libxml/HTMLparser.h': 'app/container/libxml.h',
    'libxml/parser.h': 'app/container/libxml.h',
    'libxml/SAX2.h': 'app/container/libxml.h',
    'libxml/tree.h': 'app/container/libxml.h',
    'p11-kit/p11-kit.h': 'app/pki/p11-kit.h',
    'p11-kit/uri.h': 'app/pki/p11-kit.h',
    'poppler.h': 'app/exchange/pdf/poppler.h',
    'qpdf/qpdf-c.h': 'app/draw/qpdf-late.h',
    'sqlite3.h': 'app/store/sqlite.h',
    'zip.h': 'app/container/libzip.h',
}
LINES_MOST = 600
FAULTS = []


def fault(path, line, text):
    FAULTS.append(f'{path}:{line}: {text}' if line else f'{path}: {text}')


def tracked(root, *patterns):
    out = subprocess.run(['git', '-C', root, 'ls-files', '-z', '--cached', '--others',
                          '--exclude-standard', '--', *patterns],
                         capture_output=True, check=False)
    if out.returncode == 0:
        names = [n for n in out.stdout.decode().split('\0') if n]
    else:
        names = [str(p.relative_to(root)) for p in pathlib.Path(root).rglob('*')
                 if p.is_file() and p.suffix in ('.c', '.h', '.py', '.build', '.md', '.ui', '.po')
                 and not p.relative_to(root).parts[0].startswith('build')]
    return [pathlib.Path(n) for n in names if (pathlib.Path(root) / n).is_file()]


def room_of(path):
    if path.parts[0] == 'ui':
        return 'ui'
    return path.parts[1] if len(path.parts) > 2 and path.parts[0] == 'app' else None


def arrows(root):
    """An include runs down only; rooms on one floor do not know each other in a circle."""
    edges = {}
    for path in tracked(root, 'app/*.c', 'app/*.h', 'ui/*.c', 'ui/*.h'):
        room = room_of(path)
        if room is None:
            continue
        if room not in FLOORS:
            fault(path, 0, f'the room {room} has no floor')
            continue
        for number, line in enumerate((pathlib.Path(root) / path).read_text().splitlines(), 1):
            system = re.match(r'\s*#\s*include\s*<(gtk|gdk/|adwaita)', line)
            if system and FLOORS[room] < 7:
                fault(path, number, 'no GTK below floor 7')
            system = re.match(r'\s*#\s*include\s*<([^>]+)>', line)
            own = LATE.get(system.group(1)) if system else None
            if own is not None and str(path) != own:
                fault(path, number, f'<{system.group(1)}> is loaded late: include {own}')
            match = re.match(r'\s*#\s*include\s*"([^"/]+)/', line)
            if not match or match.group(1) == room or match.group(1) not in FLOORS:
                continue
            target = match.group(1)
            edges.setdefault(room, set()).add(target)
            if FLOORS[target] >= FLOORS[room]:
                fault(path, number, f'{room} (floor {FLOORS[room]}) includes {target} '
                                    f'(floor {FLOORS[target]})')


def sizes(root):
    for path in tracked(root, '*.c', '*.h', '*.py'):
        lines = (pathlib.Path(root) / path).read_text(errors='replace').count('\n')
        if lines > LINES_MOST:
            fault(path, 0, f'{lines} lines; at most {LINES_MOST}, split by concern')


def names(root):
    """One type a file, the licence in the first line, file names in the house's form."""
    for path in tracked(root, 'app/*.c', 'app/*.h', 'ui/*.c', 'ui/*.h', 'tests/*.c', 'tests/*.h'):
        text = (pathlib.Path(root) / path).read_text()
        if not text.startswith('/* SPDX-License-Identifier: GPL-3.0-or-later */\n'):
            fault(path, 1, 'the licence line is missing')
        if not re.fullmatch(r'[a-z0-9-]+\.[ch]', path.name):
            fault(path, 0, 'file names are lower case with dashes')
        if path.suffix == '.h' and '#pragma once' not in text and path.name != 'banned.h':
            fault(path, 0, '#pragma once is missing')


def words(root):
    """Marks of unfinished work, and asserts that vanish."""
    for path in tracked(root, 'app/*.c', 'app/*.h', 'ui/*.c', 'ui/*.h'):
        for number, line in enumerate((pathlib.Path(root) / path).read_text().splitlines(), 1):
            if re.search(r'\b(TODO|FIXME|XXX)\b', line):
                fault(path, number, 'a mark of unfinished work')
            if re.search(r'#\s*include\s*<assert\.h>', line):
                fault(path, number, 'assert.h: use g_assert, or a GError for what comes from outside')


def late(root):
    """What is to be loaded when first called can be loaded."""
    names = dict(re.findall(r'#define (MFT_LATE_\w+) "([^"]+)"', pathlib.Path('config.h').read_text()))
    for path in LATE.values():
        text = (pathlib.Path(root) / path).read_text()
        named = re.findall(r'#define (\w+)\(\.\.\.\)[\s\\]+MFT_LATE \((\w+), (\w+)\)', text)
        if not named:
            fault(path, 0, 'no function is named')
        for name, library, function in named:
            if name != function:
                fault(path, 0, f'{name} stands for {function}')
            if not hasattr(ctypes.CDLL(names[library]), function):
                fault(path, 0, f'{names[library]} has no {function}')


def main():
    rule, root = sys.argv[1], sys.argv[2]
    {'arrows': arrows, 'sizes': sizes, 'names': names, 'words': words, 'late': late}[rule](root)
    print('\n'.join(FAULTS))
    return 1 if FAULTS else 0


if __name__ == '__main__':
    sys.exit(main())
