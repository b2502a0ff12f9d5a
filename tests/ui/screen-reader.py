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
from functools import partial

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
EDIT = 'Ubah templat ini'
TEMPLATE = 'Templat biro'
WINDOWS = (('page.attachments', 'attachments'), ('page.parties', 'parties'))


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


def make_template(program, folder, env):
    """One of the person's own, so that there is one to edit."""
    draft = os.path.join(folder, 'naskah.pks')
    for arguments in (['new', '--template', 'pks-umum', '--incomplete', '-o', draft],
                      ['template', 'add', draft, '--title', TEMPLATE]):
        subprocess.run([program] + arguments, env=env, check=True, stdout=subprocess.DEVNULL)


def main(program):
    folder = tempfile.mkdtemp()
    env = dict(os.environ, MUFAKAT_DATA_DIR=folder, GSETTINGS_BACKEND='memory',
               GSK_RENDERER='cairo', GDK_BACKEND='x11')
    for name in ('NO_AT_BRIDGE', 'GTK_A11Y'):
        env.pop(name, None)
    make_template(program, folder, env)
    child = subprocess.Popen([program, '--example'], env=env, stderr=subprocess.DEVNULL)
    try:
        application = find_application(time.monotonic() + 60)
        if application is None:
            print('1..0 # SKIP the program does not show up on the accessibility bus')
            return
        result = Look()
        for question in [look] + [partial(look_at_window, action=action, where=where)
                                  for action, where in WINDOWS] + [look_at_template]:
            seen = look_again_and_again(application, question)
            if seen is None:
                print('1..0 # SKIP the accessibility bus does not answer')
                return
            result.found += seen.found
        result.tell()
    finally:
        child.kill()
        child.wait()


def outline_rows(shown):
    return [name_of(node) for node in shown if role_of(node) == Atspi.Role.LIST_ITEM]


def look_again_and_again(application, question):
    """The program goes on working while it is looked at: what is not there yet, or gone, is no fault."""
    result = None
    for _ in range(TRIES):
        time.sleep(4)
        try:
            result = question(application)
        except GLib.Error as error:
            print(f'# {error}')
            continue
        if result.is_good():
            break
    return result


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

    say(shown, result, 'editor')
    keyboard(shown, result, 'editor')
    return result


def say(shown, result, where):
    """Whatever can be pressed or written in has a name, and says it once."""
    nameless = [node for node in shown if role_of(node) in ACTIONABLE and not name_of(node)]
    for node in nameless:
        result.note(f'no name: {node.get_role_name()} in {node.get_parent().get_name()}')
    result.check(not nameless, f'{where}: everything that can be pressed or written in has a name')
    twice = [name_of(node) for node in shown if role_of(node) in ACTIONABLE
             and re.fullmatch(r'(.+) \1', name_of(node))]
    for name in twice:
        result.note(f'said twice: {name}')
    result.check(not twice, f'{where}: and says it once')


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


def keyboard(shown, result, where):
    """What can be pressed can be reached without a pointer: it takes the focus, or acts by itself."""
    stuck = []
    for node in shown:
        if role_of(node) not in (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON):
            continue
        if is_in_state(node, Atspi.StateType.SENSITIVE) and not is_reached(node):
            stuck.append(name_of(node))
    for name in stuck:
        result.note(f'not reached by Tab: {name}')
    result.check(not stuck, f'{where}: every button is reached by the keyboard')


def act(top, name):
    """Does an action as a screen reader does it: by the name that a widget tells. FALSE: there is none."""
    for node in walk(top):
        actions = ask(node.get_action_iface, None)
        for i in range(ask(Atspi.Action.get_n_actions, 0, actions) if actions else 0):
            if ask(Atspi.Action.get_action_name, '', actions, i) == name:
                return ask(Atspi.Action.do_action, False, actions, i)
    return False


def windows(application):
    return [ask(application.get_child_at_index, None, i)
            for i in range(ask(application.get_child_count, 0))]


def wait_for(question):
    deadline = time.monotonic() + 20
    while not question() and time.monotonic() < deadline:
        time.sleep(0.3)
    time.sleep(1)
    return question()


def look_at_window(application, action, where):
    """A window over the editor: opened, heard, closed."""
    result = Look()
    before = windows(application)
    act(before[0], action)
    if not wait_for(lambda: len(windows(application)) > len(before)):
        result.check(False, f'{where}: opens by its action')
        return result
    window = next(window for window in windows(application) if window not in before)
    shown = list(walk(window))
    result.check(any(role_of(node) in ACTIONABLE for node in shown), f'{where}: opens by its action')
    say(shown, result, where)
    keyboard(shown, result, where)
    act(window, 'window.close')
    result.check(wait_for(lambda: len(windows(application)) == len(before)), f'{where}: closes')
    return result


def look_at_template(application):
    """The person's own template: its page is gone to, read and heard."""
    result = Look()
    act(application, 'win.back')
    time.sleep(2)
    act(application, 'win.new')
    edit = wait_for(lambda: next((node for node in walk(application) if name_of(node) == EDIT), None))
    result.check(edit is not None and act(edit, 'click'), 'template editor: opens by its button')
    time.sleep(3)
    shown = list(walk(application))
    texts = [words_of(node) for node in shown if role_of(node) == Atspi.Role.TEXT]
    result.check(TEMPLATE in texts, 'template editor: its name is read')
    result.check(any('Pasal 1' in text for text in texts), 'template editor: its text is read')
    say(shown, result, 'template editor')
    keyboard(shown, result, 'template editor')
    return result


if __name__ == '__main__':
    main(sys.argv[1])
