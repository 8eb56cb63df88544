#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Chinese translation is complete, sound, and made from the strings as they are now."""
import re
import subprocess
import tempfile

import tap

PO = tap.ROOT / 'po' / 'zh_CN.po'
# As meson's preset "glib" calls xgettext.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3']


def output_of(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tap.ROOT)
    return done.returncode, (done.stdout + done.stderr).splitlines()


def sound():
    status, said = output_of('msgfmt', '--check', '--verbose', '-o', '/dev/null', str(PO))
    return said if status else []


def entries(path, *selection):
    """Every message that msgattrib selects as "place: text", the header left out."""
    _, lines = output_of('msgattrib', '--no-obsolete', '--no-wrap', *selection, str(path))
    found, place = [], ''
    for line in lines:
        if line.startswith('#:'):
            place = line[3:].split()[0] + ': '
        elif line.startswith('msgid "') and line != 'msgid ""':
            found.append(place + line[len('msgid '):])
            place = ''
    return found


def fuzzy():
    return [f'fuzzy: {message}' for message in entries(PO, '--only-fuzzy')]


def untranslated():
    return [f'without a translation: {message}' for message in entries(PO, '--untranslated')]


def missing():
    with tempfile.TemporaryDirectory() as folder:
        template, merged = f'{folder}/sanding.pot', f'{folder}/merged.po'
        for command in (['xgettext', '--from-code=UTF-8', '--files-from=po/POTFILES',
                         '-o', template, *[f'--keyword={keyword}' for keyword in KEYWORDS]],
                        ['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, str(PO),
                         template]):
            status, said = output_of(*command)
            if status:
                return said
        return [f'not in po/zh_CN.po: {text}' for text in entries(merged, '--untranslated')]


def mixed_width():
    """A fixed list of slips: a half-width mark between Chinese characters."""
    marks = re.compile(r'[\u4e00-\u9fff][,:!?][\u4e00-\u9fff]')
    return [f'po/zh_CN.po:{number}: {line.strip()}'
            for number, line in enumerate(PO.read_text(encoding='utf-8').splitlines(), 1)
            if line.startswith(('msgstr', '"')) and marks.search(line)]


def places():
    """A place is told as file:line: in every language, since editors and sandingctl read it."""
    return [f'po/zh_CN.po:{number}: {line.strip()}'
            for number, line in enumerate(PO.read_text(encoding='utf-8').splitlines(), 1)
            if re.search(r'%s:%l?[du]：', line)]


tap.run([
    ('format strings, plurals and header are sound', sound),
    ('nothing is fuzzy', fuzzy),
    ('nothing is untranslated', untranslated),
    ('every string of the sources is there', missing),
    ('no half-width marks between Chinese characters', mixed_width),
    ('places are told as file:line:', places),
])
