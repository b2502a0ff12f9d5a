#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares, decides and initials by real keys alone, and hears through AT-SPI what came of it.

usage: comparing-by-keys.py PROGRAM     (under xvfb-run and dbus-run-session; TAP on standard output)
"""
import importlib.util
import os
import subprocess
import sys
import tempfile
import time

heard = importlib.util.spec_from_file_location(
    'screen_reader', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'screen-reader.py'))
screen_reader = importlib.util.module_from_spec(heard)
heard.loader.exec_module(screen_reader)
Atspi = screen_reader.Atspi
GLib = screen_reader.GLib

# Keys of every X server with the usual layout.
MODIFIERS = {'ctrl': 37, 'shift': 50, 'alt': 64}
KEYS = {'space': 0x20, 'Return': 0xff0d, 'Tab': 0xff09, 'Down': 0xff54, 'F8': 0xffc5, 'Delete': 0xffff}
CHANGED = (('memberikan asistensi penyusunan SOP', 'memberikan asistensi dan reviu penyusunan SOP'),
           ('segera setelah Keadaan Kahar berakhir', 'setelah Keadaan Kahar berakhir'))
PLACES = ('Pasal 4 ayat (2) huruf c', 'Pasal 10 ayat (6)')
UNCHANGED = 'ANTARA'
REFUSED = 'ditolak'
NOTE = 'tanya bagian anggaran'
REVIEWER = 'wulan'
TABS_MOST = 20


def listen(seconds):
    """Lets what the program tells come in."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.02)


def press(words):
    """'ctrl+shift+Return': as fingers would."""
    *modifiers, key = words.split('+')
    for modifier in modifiers:
        Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(KEYS.get(key, ord(key[0])), None, Atspi.KeySynthType.SYM)
    for modifier in reversed(modifiers):
        Atspi.generate_keyboard_event(MODIFIERS[modifier], None, Atspi.KeySynthType.RELEASE)
    listen(0.3)


def write(words):
    for letter in words:
        Atspi.generate_keyboard_event(ord(letter), None, Atspi.KeySynthType.SYM)
        listen(0.04)
    listen(0.4)


class Person:
    """Somebody at the keyboard."""

    def __init__(self, application):
        self.application = application
        self.result = screen_reader.Look()
        self.focus = ''
        self.listener = Atspi.EventListener.new(self.note_focus)
        self.listener.register('object:state-changed:focused')

    def note_focus(self, event):
        if event.detail1 == 1:
            self.focus = screen_reader.name_of(event.source)

    def hears(self, words):
        return any(words in screen_reader.name_of(node)
                   for node in screen_reader.walk(self.application))

    def count(self, words, like=str.__eq__):
        return sum(like(screen_reader.name_of(node), words)
                   for node in screen_reader.walk(self.application))

    def waits_for(self, test, what):
        deadline = time.monotonic() + 20
        while not test() and time.monotonic() < deadline:
            listen(0.3)
        self.result.check(test(), what)

    def expects(self, words, what):
        self.waits_for(lambda: self.hears(words), what)

    def goes_to(self, name, key='Tab'):
        """Tab after Tab, until this has the focus."""
        for _ in range(TABS_MOST):
            if name in self.focus:
                return True
            press(key)
        self.result.check(False, f'Tab reaches {name}')
        return False

    def chooses(self, downs):
        press('space')
        for _ in range(downs):
            press('Down')
        press('Return')
        listen(2)


def make_library(program, folder, env):
    """Two works of one lineage; the newer one differs in two places."""
    def run(*arguments):
        subprocess.run([program, *arguments], env=env, check=True, stdout=subprocess.DEVNULL)
    older, newer, text = (os.path.join(folder, name) for name in ('lama.pks', 'baru.pks', 'baru.xml'))
    run('new', '--template', 'pks-bsre', '--incomplete', '-o', older)
    run('export', older, '-o', text)
    with open(text, encoding='utf-8') as file:
        words = file.read()
    for before, after in CHANGED:
        assert before in words
        words = words.replace(before, after, 1)
    with open(text, 'w', encoding='utf-8') as file:
        file.write(words)
    run('import', text, '-o', newer)
    run('library', 'add', older)
    time.sleep(1.1)
    run('library', 'add', newer)


def compare(person, kept=False):
    press('alt+2')
    listen(1)
    person.chooses(1)  # a file, then what was worked on last
    if kept:  # its present text, above its versions
        press('Down')
        press('Return')
        listen(2)
    person.chooses(3)  # pasting comes between; the work before that one
    person.expects('2 perubahan isi', 'two versions of the library are chosen by keys')


def step(person):
    """From change to change, and back."""
    for key, place in (('F8', 0), ('F8', 1), ('shift+F8', 0)):
        press(key)
        person.waits_for(lambda at=PLACES[place]: person.count(at) > 0,
                         f'{key} goes to {PLACES[place]}')


def narrow(person):
    """What stayed is left out, so that both changes are in view."""
    if person.goes_to('Perubahan yang ditandai', 'shift+Tab'):
        person.chooses(0)
        person.waits_for(lambda: person.count(UNCHANGED) == 0, 'a class of changes is left out')


def refuse(person):
    """One, a Pasal's, all: told in the rows, which are all in view."""
    def refused(count):
        person.waits_for(lambda: person.count(REFUSED, str.startswith) == count,
                         f'{count} of the changes refused')

    press('F8')
    press('ctrl+Delete')
    refused(1)
    if person.goes_to('Beberapa perubahan sekaligus'):
        person.chooses(0)
        person.expects('1 perubahan isi', 'a Pasal is accepted by the menu')
        press('ctrl+z')
        person.expects('2 perubahan isi', 'and taken back')
        refused(0)
    for downs, count in ((2, 1), (3, 2)):  # this Pasal, everything
        press('F8')
        if person.goes_to('Beberapa perubahan sekaligus'):
            person.chooses(downs)
            refused(count)


def decide(person):
    press('F8')
    press('shift+F8')  # the first one, wherever one was
    press('ctrl+t')
    write(NOTE)
    press('Return')
    person.expects(NOTE, 'a note is written')
    press('ctrl+b')
    person.expects('dibahas', 'a change is to be discussed')
    press('F8')
    press('ctrl+Return')
    person.expects('1 perubahan isi', 'F8 and Ctrl+Enter accept the next one')
    press('ctrl+z')
    person.expects('2 perubahan isi', 'Ctrl+Z takes it back')
    if person.goes_to('Beberapa perubahan sekaligus'):
        person.chooses(1)
        person.expects('Kedua versi sama', 'everything is accepted by the menu')
        press('ctrl+z')
        person.expects('2 perubahan isi', 'and taken back')


def remember(person):
    """The next round: versions were kept meanwhile."""
    compare(person, kept=True)
    press('F8')
    person.expects(NOTE, 'the note is there in the next round')


def initial(person):
    """In the editor of the work that was decided on."""
    press('alt+1')
    listen(1)
    if not person.goes_to('Status'):
        return
    press('Tab')
    press('Return')  # what can be done with the first work of the register
    press('Return')  # it is opened
    listen(4)
    press('ctrl+4')
    listen(1)
    if person.goes_to('Nama'):
        write(REVIEWER)
        press('Return')
        person.expects('belum paraf', 'a reviewer is added')
    if person.goes_to('Bubuhkan paraf', 'shift+Tab'):
        press('space')
        person.expects('sudah paraf', 'a paraf is given')


def start(program, env):
    child = subprocess.Popen([program], env=env, stderr=subprocess.DEVNULL)
    application = screen_reader.find_application(time.monotonic() + 60)
    listen(3)
    return child, application


def main(program):
    folder = tempfile.mkdtemp()
    env = dict(os.environ, MUFAKAT_DATA_DIR=os.path.join(folder, 'data'), GSETTINGS_BACKEND='memory',
               GSK_RENDERER='cairo', GDK_BACKEND='x11')
    for name in ('NO_AT_BRIDGE', 'GTK_A11Y'):
        env.pop(name, None)
    make_library(program, folder, env)
    result = screen_reader.Look()
    for parts in ((compare, step, narrow, decide, refuse, initial), (remember,)):
        child, application = start(program, env)
        try:
            if application is None:
                print('1..0 # SKIP the program does not show up on the accessibility bus')
                return
            person = Person(application)
            for part in parts:
                part(person)
            result.found += person.result.found
        finally:
            child.terminate()
            child.wait()
        listen(1)
    result.tell()


if __name__ == '__main__':
    main(sys.argv[1])
