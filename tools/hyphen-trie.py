# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the patterns of a hyphenation dictionary as a C trie: hyphen-trie.py DICTIONARY OUT

A node's children lie side by side; its value, if it is not 0, is where in `hyphen_points` the pattern's weights
begin, one more than it has letters."""
import pathlib
import re
import sys

source, target = sys.argv[1:]
charset, *patterns = pathlib.Path(source).read_text('latin-1').split()
if charset.upper().replace('-', '') != 'ISO88591' or any(re.search(r'[^a-z.0-9]', line) for line in patterns):
    sys.exit(f'{source}: only letters from a to z are known here')

root = {}
for pattern in patterns:
    node = root
    for letter in re.sub('[0-9]', '', pattern):
        node = node.setdefault(letter, {})
    node['points'] = tuple(int(weight[-1:] or 0) for weight in re.split('[a-z.]', pattern))

nodes, weights, places = [('', root)], [0], {}
rows = []
for letter, node in nodes:
    points = node.pop('points', None)
    if points is not None and points not in places:
        places[points] = len(weights)
        weights.extend(points)
    rows.append(f"{{ {len(nodes)}, {places.get(points, 0)}, {len(node)}, '{letter or '.'}' }}")
    nodes.extend(sorted(node.items()))

pathlib.Path(target).write_text(
    'static const struct\n{\n  guint16 children, points;\n  guint8 n_children;\n  char letter;\n'
    f'}} hyphen_nodes[{len(rows)}] = {{\n  ' + ',\n  '.join(rows) + '\n};\n'
    f'static const guint8 hyphen_points[{len(weights)}] = {{ ' + ', '.join(map(str, weights)) + ' };\n')
