# SPDX-License-Identifier: GPL-3.0-or-later
"""judge-redline.py REDLINE.docx ACCEPTED.txt REJECTED.txt: lets LibreOffice accept and reject all tracked
changes and compares the words with those expected. Run by LibreOffice's Python, with an office that listens
on the pipe "mufakat-judge"."""
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def hidden():
    value = PropertyValue()
    value.Name, value.Value = 'Hidden', True
    return value


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        'com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(120):
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


def main(redline, accepted, rejected):
    context = connect()
    failed = False
    for command, expected in (('.uno:AcceptAllTrackedChanges', accepted),
                              ('.uno:RejectAllTrackedChanges', rejected)):
        found = words_after(context, redline, command)
        wanted = pathlib.Path(expected).read_text(encoding='utf-8').split()
        for index, (one, other) in enumerate(zip(found + [None], wanted + [None])):
            if one != other:
                print(f'{command}: word {index}: {one!r}, expected {other!r}')
                failed = True
                break
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))
