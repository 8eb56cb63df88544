#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the validators of others on the files that others will read.

usage: validate.py BUILD-FOLDER   (for the desktop file and metainfo made there)
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

BUILD = pathlib.Path(sys.argv[1])
XML = ('.xml', '.xml.in', '.ui', '.xsl', '.xsd', '.sch', '.rng', '.svg')


def output_of(*command):
    """What a validator says when it is not content; nothing when it is."""
    if not shutil.which(command[0]):
        raise tap.Skip(f'{command[0]} is not installed')
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return (done.stdout + done.stderr).splitlines() or [f'exit code {done.returncode}']


def well_formed(path):
    return output_of('xmllint', '--noout', '--nonet', str(path))


def desktop_file():
    return output_of('desktop-file-validate', str(BUILD / 'data' / 'org.sanding.Sanding.desktop'))


def metainfo():
    return output_of('appstreamcli', 'validate', '--no-net', '--no-color',
                     str(BUILD / 'data' / 'org.sanding.Sanding.metainfo.xml'))


def mime_types():
    """The database is made of our file alone. What it does not take it only mentions."""
    if not shutil.which('update-mime-database'):
        raise tap.Skip('update-mime-database is not installed')
    source = BUILD / 'data' / 'org.sanding.Sanding.xml'
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder, 'packages')
        packages.mkdir()
        shutil.copy(source, packages)
        done = subprocess.run(['update-mime-database', folder], capture_output=True, text=True,
                              check=False)
        known = pathlib.Path(folder, 'types').read_text(encoding='utf-8').split()
    declared = re.findall(r'mime-type type="([^"]+)"', source.read_text(encoding='utf-8'))
    complaints = done.stdout.splitlines()
    return complaints + [f'{name} was not taken' for name in declared if name not in known]


CASES = [
    ('desktop file', desktop_file),
    ('AppStream metainfo', metainfo),
    ('MIME types', mime_types),
]
CASES += [(f'well-formed: {tap.name_of(path)}', lambda file=path: well_formed(file))
          for path in tap.tree(*XML, under=('data', 'ui', 'src'))]

tap.run(CASES)
