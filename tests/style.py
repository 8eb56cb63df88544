#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine can see of the house style; the rest is in CONTRIBUTING.md."""
import re

import tap

LONGEST_FILE = 500
LONGEST_LINE = 100
TABLES = re.compile(r'-list\.h$')          # one row of a table a line, however long
LATER = re.compile(r'\b(?:TODO|FIXME|XXX)\b')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'

C_FILES = tap.tree('.c', '.h', under=('src', 'tests'))
SCRIPTS = [tap.ROOT / name for name in ('run', 'test', '.ci/run', 'meson.build')]
SCRIPTS += tap.tree('.py', '.sh', 'meson.build', under=('src', 'tests', 'data', 'po', 'build-aux'))


def lines_of(paths):
    for path in paths:
        name = tap.name_of(path)
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            yield f'{name}:{number}', path, line


def without_licence():
    return [f'{tap.name_of(path)}: no {LICENCE} in its first five lines'
            for path in C_FILES + SCRIPTS + tap.tree('.ui', under=('ui',))
            if LICENCE not in ''.join(path.read_text(encoding='utf-8').splitlines(True)[:5])]


def too_long_files():
    lengths = ((path, path.read_text(encoding='utf-8').count('\n')) for path in C_FILES)
    return [f'{tap.name_of(path)}: {length} lines, at most {LONGEST_FILE}'
            for path, length in lengths if length > LONGEST_FILE]


def too_long_lines():
    return [f'{place}: {len(line)} columns, at most {LONGEST_LINE}'
            for place, path, line in lines_of(C_FILES)
            if len(line) > LONGEST_LINE and not TABLES.search(path.name)]


def tabs():
    return [f'{place}: a tab' for place, _, line in lines_of(C_FILES + SCRIPTS) if '\t' in line]


def trailing_blanks():
    return [f'{place}: blanks at the end' for place, _, line in lines_of(C_FILES + SCRIPTS)
            if line != line.rstrip()]


def put_off():
    own = tap.ROOT / 'tests' / 'style.py'
    return [f'{place}: {line.strip()}' for place, path, line in lines_of(C_FILES + SCRIPTS)
            if path != own and LATER.search(line)]


def unguarded_headers():
    return [f'{tap.name_of(path)}: no #pragma once' for path in C_FILES
            if path.suffix == '.h' and not re.search(r'-list\.h$|model-macros-', path.name)
            and '#pragma once' not in path.read_text(encoding='utf-8')]


tap.run([
    ('the licence stands on top', without_licence),
    (f'no C file is longer than {LONGEST_FILE} lines', too_long_files),
    (f'no line of C is longer than {LONGEST_LINE} columns', too_long_lines),
    ('no tabs', tabs),
    ('no blanks at line ends', trailing_blanks),
    ('nothing is put off in a comment', put_off),
    ('headers are read once', unguarded_headers),
])
