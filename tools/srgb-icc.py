# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an sRGB profile (IEC 61966-2.1 as ICC.1:2004-10, version 4.2): srgb-icc.py OUT

Its tone curve is a formula. Profiles at hand have a table instead, which poppler turns round for
every page that it opens: that took longer than all the rest of reading a PDF.
"""
import pathlib
import struct
import sys


def fixed(*values):
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def words(text):
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


def xyz(*values):
    return b"XYZ " + bytes(4) + fixed(*values)


D50 = (0.9642, 1.0, 0.8249)
# Type 3: ((X + 0.055) / 1.055) ^ 2.4, below 0.04045 X / 12.92.
CURVE = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
# From D65 to D50 by Bradford's method, and the primaries so adapted.
ADAPTATION = b"sf32" + bytes(4) + fixed(
    1.04791, 0.02293, -0.05019, 0.02960, 0.99045, -0.01707, -0.00925, 0.01506, 0.75179
)
TAGS = {
    b"desc": words("sRGB IEC61966-2.1"),
    b"cprt": words("No copyright, use freely"),
    b"wtpt": xyz(*D50),
    b"chad": ADAPTATION,
    b"rXYZ": xyz(0.43607, 0.22249, 0.01392),
    b"gXYZ": xyz(0.38515, 0.71687, 0.09708),
    b"bXYZ": xyz(0.14307, 0.06061, 0.71410),
    b"rTRC": CURVE,
    b"gTRC": CURVE,
    b"bTRC": CURVE,
}


def profile():
    table, data, places = b"", b"", {}
    start = 128 + 4 + 12 * len(TAGS)
    for name, content in TAGS.items():
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    size = start + len(data)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI12s4s",
        size, b"", 0x04200000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"", 0, b"", b"", 0, 0, fixed(*D50), b"",
    )
    return header.ljust(128, b"\0") + struct.pack(">I", len(TAGS)) + table + data


pathlib.Path(sys.argv[1]).write_bytes(profile())
