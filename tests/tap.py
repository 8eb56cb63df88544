# SPDX-License-Identifier: GPL-3.0-or-later
"""A few lines of TAP for the checks of the tree itself."""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = re.compile(r'^(\.git|out|__pycache__|build|build-(?!aux$).*)$')


def tree(*suffixes, under=('.',)):
    """The files of the tree below the folders `under`, sorted, build folders left out."""
    found = []
    for top in under:
        for folder, folders, files in os.walk(ROOT / top):
            folders[:] = [name for name in folders if not SKIPPED.match(name)]
            found += [pathlib.Path(folder, name) for name in files
                      if not suffixes or name.endswith(suffixes)]
    return sorted(found)


def name_of(path):
    return path.relative_to(ROOT).as_posix()


class Skip(Exception):
    """Raised by a case that has nothing to look at."""


def run(cases):
    """Runs (title, function) pairs; a function returns the list of what is wrong."""
    print(f'1..{len(cases)}')
    failed = False
    for number, (title, function) in enumerate(cases, 1):
        try:
            complaints = function()
        except Skip as reason:
            print(f'ok {number} {title} # SKIP {reason}')
            continue
        for complaint in complaints:
            print(f'# {complaint}')
        print(f'{"not " if complaints else ""}ok {number} {title}', flush=True)
        failed = failed or bool(complaints)
    sys.exit(1 if failed else 0)
