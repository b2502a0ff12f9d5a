# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up meson's logs: count-tests.py LOG...  Prints "N passed, N failed[, N skipped]"."""
import json
import sys

GOOD = {'OK', 'EXPECTEDFAIL'}


def main():
    passed = failed = skipped = 0
    for path in sys.argv[1:]:
        try:
            lines = open(path, encoding='utf-8').read().splitlines()
        except OSError as error:
            print(error, file=sys.stderr)
            failed += 1
            continue
        for line in lines:
            test = json.loads(line)
            if test['result'] in GOOD:
                passed += 1
            elif test['result'] == 'SKIP':
                skipped += 1
            else:
                failed += 1
                print('failed:', test['name'], file=sys.stderr)
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
