# SPDX-License-Identifier: GPL-3.0-or-later
"""judge-papers.py MUFAKAT FOLDER: every template, filled in and ready to sign, as PDF in FOLDER. A field without
a default gets its format's example, or its own name."""
import json
import pathlib
import subprocess
import sys

mufakat, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def run(*words):
    return subprocess.run([mufakat, *map(str, words)], check=True, stdout=subprocess.PIPE).stdout


for template in json.loads(run('template', 'list', '--json')):
    name = template['id']
    values = {field['id']: field['format'] or field['id'] for field in template['fields']
              if field['required'] and field['default'] is None}
    (folder / f'{name}.json').write_text(json.dumps(values), encoding='utf-8')
    run('new', '--template', name, '--values', folder / f'{name}.json', '-o', folder / f'{name}.pks')
    run('export', folder / f'{name}.pks', '-o', folder / f'{name}.pdf')
