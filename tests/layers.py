#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the includes of src/ and fails on one that runs upward.

The drawing in ARCHITECTURE.md says who may call whom; MAY_USE is the same as a table.
"""
import re

import tap

CORE = ('schematron', 'plan', 'register', 'rules', 'document', 'chart')
MAY_USE = {
    'schematron': (),
    'plan': (),
    'register': ('plan',),
    'rules': ('schematron', 'plan'),
    'document': ('plan', 'rules', 'chart'),
    'chart': ('plan',),
    'cli': CORE,
    'app': CORE,
}
ROOMS = tuple(MAY_USE)
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')
WIDGETS = re.compile(r'^(gtk|gdk|gsk|adwaita)\b')


def includes_of(room):
    """Yields (place, included file) for each include of the room."""
    for path in tap.tree('.c', '.h', '.h.in', under=(f'src/{room}',)):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield f'{tap.name_of(path)}:{number}', match.group(1)


def room_of(included):
    return next((room for room in ROOMS if included.startswith(room + '/')), None)


def upward(room):
    return [f'{place}: {room}/ may not use {included}' for place, included in includes_of(room)
            if room_of(included) not in (None, room, *MAY_USE[room])]


def private_of_others(room):
    return [f'{place}: {included} is private to its room' for place, included in includes_of(room)
            if included.endswith('-private.h') and room_of(included) not in (None, room)]


def relative(room):
    return [f'{place}: name the room instead of {included}'
            for place, included in includes_of(room) if '..' in included.split('/')]


def widgets(room):
    return [f'{place}: only app/ may see {included}' for place, included in includes_of(room)
            if WIDGETS.match(included)]


def strangers():
    """A folder in src/ that the table above does not know would go unchecked."""
    folders = {path.name for path in (tap.ROOT / 'src').iterdir() if path.is_dir()}
    return [f'src/{name} is in no layer' for name in sorted(folders - set(ROOMS))]


CASES = [('every folder of src/ has its layer', strangers)]
for each in ROOMS:
    CASES.append((f'{each}: includes run downward', lambda room=each: upward(room)))
    CASES.append((f'{each}: no private header of another room',
                  lambda room=each: private_of_others(room)))
    CASES.append((f'{each}: no relative include', lambda room=each: relative(room)))
    if each != 'app':
        CASES.append((f'{each}: sees no widget', lambda room=each: widgets(room)))

tap.run(CASES)
