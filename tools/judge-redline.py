# SPDX-License-Identifier: GPL-3.0-or-later
"""judge-redline.py MUFAKAT OLD.txt NEW.txt [ROUNDS]: lets LibreOffice accept and reject all tracked changes of
redlines and compares the words with those expected: of the two, there and back, and of OLD with versions of it
edited by chance. Run by LibreOffice's Python, with an office that listens on the pipe "mufakat-judge"."""
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

LETTERS = 'abcdefghijklmnopqrstuvwxyz'
SENTENCES = ('Data disampaikan setiap bulan kepada sekretariat bersama.',
             'Biaya yang timbul ditanggung masing-masing pihak paling banyak 5 (lima) persen.',
             'Petugas penghubung wajib menjawab setiap surat dalam 3 (tiga) hari.')


def hidden():
    value = PropertyValue()
    value.Name, value.Value = 'Hidden', True
    return value


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        'com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(240):
        try:
            return resolver.resolve('uno:pipe,name=mufakat-judge;urp;StarOffice.ComponentContext')
        except Exception:
            time.sleep(0.5)
    sys.exit('the office does not answer')


def words_after(context, path, command):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    document = desktop.loadComponentFromURL(pathlib.Path(path).absolute().as_uri(), '_blank', 0,
                                            (hidden(),))
    dispatcher = manager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
    dispatcher.executeDispatch(document.CurrentController.Frame, command, '', 0, ())
    text = document.Text.String
    document.close(True)
    return text.split()


def numbered(lines):
    """Ayat and huruf get the labels that follow from their order."""
    ayat = huruf = 0
    for line in lines:
        if line.startswith('Pasal '):
            ayat = huruf = 0
        elif line.startswith('('):
            ayat, huruf = ayat + 1, 0
            line = re.sub(r'^\(\d+\)', f'({ayat})', line)
        elif re.match(r'[a-z]\. ', line):
            line, huruf = LETTERS[huruf] + line[1:], huruf + 1
        yield line


def edited(text, chance):
    """A few ayat and huruf changed, cut in two, joined, taken out, put in or moved."""
    lines = text.splitlines()
    clauses = [at for at, line in enumerate(lines) if re.match(r'\(\d+\) |[a-z]\. ', line)]
    for at in sorted(chance.sample(clauses, chance.randint(1, 5)), reverse=True):
        line = lines[at]
        mark = line.split(' ', 1)[0]
        deed = chance.choice(('word', 'end', 'cut', 'join', 'out', 'in', 'move'))
        if deed == 'word':
            said = line.split(' ')
            said[chance.randrange(1, len(said))] = chance.choice(('perubahan', 'tidak', ''))
            lines[at] = ' '.join(filter(None, said))
        elif deed == 'end':
            lines[at] = line.rstrip('.;') + ' sesuai rencana kerja tahunan.'
        elif deed == 'cut' and '. ' in line[4:]:
            one, two = line[4:].split('. ', 1)
            lines[at:at + 1] = [line[:4] + one + '.', f'{mark} {two}']
        elif deed == 'join' and at + 1 < len(lines) and lines[at + 1].startswith(mark[0]):
            lines[at:at + 2] = [line + ' ' + lines[at + 1].split(' ', 1)[1]]
        elif deed == 'out' and sum(other[:1] == mark[0] for other in lines) > 2:
            del lines[at]
        elif deed == 'in':
            lines.insert(at + 1, f'{mark} {chance.choice(SENTENCES)}')
        elif deed == 'move':
            lines.insert(chance.choice([c for c in clauses if c < len(lines)]), lines.pop(at))
    return '\n'.join(numbered(lines)) + '\n'


def shown(mufakat, path):
    return subprocess.run([mufakat, 'show', path, '--text'], check=True, capture_output=True,
                          text=True).stdout.split()


def judge(context, mufakat, old, new, folder):
    """Whether both ways end in the words of the two; says where they do not."""
    redline = folder / 'redline.docx'
    redline.unlink(missing_ok=True)
    if subprocess.run([mufakat, 'compare', old, new, '-o', redline],
                      stdout=subprocess.DEVNULL).returncode not in (0, 1):
        print('no redline was written')
        return False
    good = True
    for command, expected in (('.uno:AcceptAllTrackedChanges', new),
                              ('.uno:RejectAllTrackedChanges', old)):
        found = words_after(context, redline, command)
        wanted = shown(mufakat, expected)
        for index, (one, other) in enumerate(zip(found + [None], wanted + [None])):
            if one != other:
                print(f'{command}: word {index}: {one!r}, expected {other!r}')
                good = False
                break
    return good


def main(mufakat, old, new, rounds='20'):
    context = connect()
    text = pathlib.Path(old).read_text(encoding='utf-8')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        good = judge(context, mufakat, old, new, folder) & judge(context, mufakat, new, old, folder)
        for seed in range(int(rounds)):
            version = folder / 'versi.txt'
            version.write_text(edited(text, random.Random(seed)), encoding='utf-8')
            if not judge(context, mufakat, old, version, folder):
                print(f'with seed {seed}')
                good = False
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
