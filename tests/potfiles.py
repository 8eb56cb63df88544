#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file with a string for users, in order, and no other."""
import re

import tap

POTFILES = tap.ROOT / 'po' / 'POTFILES'
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
MARKED = {
    '.c': re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
    '.desktop.in': re.compile(r'^(?:Name|GenericName|Comment|Keywords)=', re.MULTILINE),
    '.metainfo.xml.in': re.compile(r'<(?:name|summary|p|li|caption)>'),
    '.xml.in': re.compile(r'<_?comment>'),
}
MARKED['.h'] = MARKED['.c']


def listed():
    lines = POTFILES.read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def has_string(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix in ('.c', '.h'):
        text = COMMENT.sub('', text)
        text = re.sub(r'^\s*#\s*define\s+(?:_|N_|C_|NC_)\b.*$', '', text, flags=re.MULTILINE)
    longest = max((end for end in MARKED if path.name.endswith(end)), key=len)
    return bool(MARKED[longest].search(text))


def marked():
    return [tap.name_of(path) for path in tap.tree(*MARKED, under=('src', 'ui', 'data'))
            if has_string(path)]


def missing():
    return [f'{name} has strings but is not in po/POTFILES'
            for name in marked() if name not in set(listed())]


def gone():
    return [f'po/POTFILES names {name}, which is not there'
            for name in listed() if not (tap.ROOT / name).is_file()]


def unordered():
    names = listed()
    return [f'po/POTFILES: {name} stands before {after}'
            for name, after in zip(names, names[1:]) if name >= after]


tap.run([
    ('every file with a string is listed', missing),
    ('every listed file is there', gone),
    ('the list is sorted, each file once', unordered),
])
