# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a file's bytes as a C array: c-array.py NAME FILE OUT"""
import pathlib
import sys

name, source, target = sys.argv[1:]
data = pathlib.Path(source).read_bytes()
rows = [', '.join(str(byte) for byte in data[at:at + 20]) for at in range(0, len(data), 20)]
pathlib.Path(target).write_text(
    f'static const unsigned char {name}[{len(data)}] = {{\n  ' + ',\n  '.join(rows) + '\n};\n')
