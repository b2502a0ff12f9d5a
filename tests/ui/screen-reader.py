#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the program as somebody with a screen reader does: through AT-SPI and the keyboard alone.

usage: screen-reader.py PROGRAM     (under xvfb-run and dbus-run-session; TAP on standard output)
"""
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter('ignore')

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP no AT-SPI for Python: {error}')
    sys.exit(0)

PASAL = 15
ACTIONABLE = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX,
              Atspi.Role.MENU_ITEM, Atspi.Role.PAGE_TAB, Atspi.Role.COMBO_BOX, Atspi.Role.ENTRY,
              Atspi.Role.TEXT, Atspi.Role.RADIO_BUTTON}
TRIES = 4


class Look:
    """What was found in one look at the program."""

    def __init__(self):
        self.found = []

    def check(self, done, what):
        self.found.append((bool(done), what))

    def note(self, words):
        self.found.append((None, words))

    def is_good(self):
        return all(done is not False for done, _ in self.found)

    def tell(self):
        count = 0
        for done, what in self.found:
            if done is None:
                print(f'# {what}')
                continue
            count += 1
            print(f'{"ok" if done else "not ok"} {count} - {what}')
        print(f'1..{count}')


def ask(question, otherwise, *arguments):
    """What a widget answers; it may be gone since it was found."""
    try:
        return question(*arguments)
    except GLib.Error:
        return otherwise


def role_of(node):
    return ask(node.get_role, Atspi.Role.INVALID)


def is_in_state(node, state):
    states = ask(node.get_state_set, None)
    return states is not None and states.contains(state)


def walk(node, depth=0):
    """Every accessible, the node itself first."""
    yield node
    for i in range(ask(node.get_child_count, 0) if depth < 60 else 0):
        child = ask(node.get_child_at_index, None, i)
        if child is not None:
            yield from walk(child, depth + 1)


def find_application(deadline):
    while time.monotonic() < deadline:
        while GLib.MainContext.default().iteration(False):
            pass
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and 'mufakat' in (child.get_name() or '').lower():
                if child.get_child_count() > 0:
                    return child
        time.sleep(0.3)
    return None


def words_of(node):
    text = ask(node.get_text_iface, None)
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ''


def name_of(node):
    """What is said of it. GTK calls what has no name by its type."""
    name = ask(node.get_name, '(gone)') or ''
    return '' if re.match(r'(Gtk|Adw|Mft)[A-Z]', name) else name


def main(program):
    folder = tempfile.mkdtemp()
    env = dict(os.environ, MUFAKAT_DATA_DIR=folder, GSETTINGS_BACKEND='memory',
               GSK_RENDERER='cairo', GDK_BACKEND='x11')
    for name in ('NO_AT_BRIDGE', 'GTK_A11Y'):
        env.pop(name, None)
    child = subprocess.Popen([program, '--example'], env=env, stderr=subprocess.DEVNULL)
    try:
        application = find_application(time.monotonic() + 60)
        if application is None:
            print('1..0 # SKIP the program does not show up on the accessibility bus')
            return
        look_again_and_again(application)
    finally:
        child.kill()
        child.wait()


def outline_rows(shown):
    return [name_of(node) for node in shown if role_of(node) == Atspi.Role.LIST_ITEM]


def look_again_and_again(application):
    """The program goes on working while it is looked at: what is not there yet, or gone, is no fault."""
    result = None
    for _ in range(TRIES):
        time.sleep(4)
        try:
            result = look(application)
        except GLib.Error as error:
            print(f'# {error}')
            continue
        if result.is_good():
            break
    if result is None:
        print('1..0 # SKIP the accessibility bus does not answer')
    else:
        result.tell()


def look(application):
    result = Look()
    check = result.check
    shown = list(walk(application))
    rows = outline_rows(shown)
    for number in range(1, PASAL + 1):
        check(any(re.match(rf'Pasal {number}\b.*\w', row) for row in rows),
              f'the outline names Pasal {number}')

    papers = [node for node in shown if role_of(node) == Atspi.Role.TEXT
              and 'Pasal 1' in words_of(node)]
    check(len(papers) == 1, 'the text of all Pasal is one text')
    if papers:
        read_and_write(papers[0], check)

    nameless = [node for node in shown if role_of(node) in ACTIONABLE and not name_of(node)]
    for node in nameless:
        result.note(f'no name: {node.get_role_name()} in {node.get_parent().get_name()}')
    check(not nameless, 'everything that can be pressed or written in has a name')
    twice = [name_of(node) for node in shown if role_of(node) in ACTIONABLE
             and re.fullmatch(r'(.+) \1', name_of(node))]
    for name in twice:
        result.note(f'said twice: {name}')
    check(not twice, 'and says it once')
    keyboard(shown, result)
    return result


def read_and_write(paper, check):
    words = words_of(paper)
    check(bool(name_of(paper)), 'the text has a name')
    check(re.search(r'^\(1\)\s+\w', words, re.M) is not None, 'the labels of ayat are read')
    check(re.search(r'^a\.\s+\w', words, re.M) is not None, 'the labels of items are read')
    check('Pasal 15' in words, 'the last Pasal is read')
    check(paper.get_state_set().contains(Atspi.StateType.EDITABLE), 'the text is editable')
    place = words.index('\n', words.index('(1)'))
    editable = paper.get_editable_text_iface()
    check(editable is not None, 'the text can be written through AT-SPI')
    if editable is None:
        return
    Atspi.EditableText.insert_text(editable, place, ' dan seterusnya', len(' dan seterusnya'))
    deadline = time.monotonic() + 20
    while ' dan seterusnya' not in words_of(paper) and time.monotonic() < deadline:
        time.sleep(0.2)
    check(' dan seterusnya' in words_of(paper), 'what is written is there')
    Atspi.Text.set_caret_offset(paper.get_text_iface(), place)
    time.sleep(1)
    check(Atspi.Text.get_caret_offset(paper.get_text_iface()) == place, 'the caret goes where asked')


def is_reached(node):
    """It takes the focus, or the button inside it does."""
    return any(is_in_state(part, Atspi.StateType.FOCUSABLE) for part in walk(node)
               if role_of(part) in (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON))


def keyboard(shown, result):
    """What can be pressed can be reached without a pointer: it takes the focus, or acts by itself."""
    stuck = []
    for node in shown:
        if role_of(node) not in (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON):
            continue
        if is_in_state(node, Atspi.StateType.SENSITIVE) and not is_reached(node):
            stuck.append(name_of(node))
    for name in stuck:
        result.note(f'not reached by Tab: {name}')
    result.check(not stuck, 'every button is reached by the keyboard')


if __name__ == '__main__':
    main(sys.argv[1])
