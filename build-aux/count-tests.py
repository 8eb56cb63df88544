#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts single test cases in the log of `meson test` and prints the sum as the last line.

usage: count-tests.py [--passed NAME]… [--failed NAME]… BUILD-FOLDER

A program that speaks TAP counts once for each of its lines; one that dies, times out or breaks off
without a failing line counts as one failure more, so that a crash is never lost; any other program
counts once.  Exit code 0 only when something passed and nothing failed.
"""
import argparse
import json
import pathlib
import re
import sys

CASE = re.compile(r'^(not )?ok\b[ \d]*-? ?(.*)$')
PLAN = re.compile(r'^1\.\.(\d+)')


def cases_of(test):
    """Yields (result, name) for every case of one program; result: passed, failed, skipped."""
    name, outcome, output = test['name'], test['result'], test.get('stdout') or ''
    lines = output.splitlines()
    seen_failure = False
    plan = [m for m in map(PLAN.match, lines) if m]
    if plan:
        cases = [m for m in map(CASE.match, lines) if m]
        for case in cases:
            title = case.group(2)
            skipped = re.search(r'#\s*skip', title, re.IGNORECASE)
            todo = re.search(r'#\s*todo', title, re.IGNORECASE)
            if skipped or (todo and case.group(1)):
                yield 'skipped', f'{name}: {title}'
            elif case.group(1):
                seen_failure = True
                yield 'failed', f'{name}: {title}'
            else:
                yield 'passed', f'{name}: {title}'
        if int(plan[0].group(1)) == 0 and outcome in ('OK', 'SKIP'):
            yield 'skipped', name
    elif outcome == 'OK':
        yield 'passed', name
    elif outcome in ('SKIP', 'EXPECTEDFAIL'):
        yield 'skipped', name
    if outcome not in ('OK', 'SKIP', 'EXPECTEDFAIL') and not seen_failure:
        yield 'failed', f'{name}: {outcome.lower()}, exit code {test.get("returncode")}'


def read_log(folder):
    """Yields the tests in the logs below a build folder; one object a line."""
    for log in sorted(pathlib.Path(folder, 'meson-logs').glob('testlog*.json')):
        for line in log.read_text(encoding='utf-8', errors='replace').splitlines():
            if line.strip():
                yield json.loads(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--passed', action='append', default=[])
    parser.add_argument('--failed', action='append', default=[])
    parser.add_argument('folder')
    args = parser.parse_args()

    results = {'passed': list(args.passed), 'failed': list(args.failed), 'skipped': []}
    ran = False
    for test in read_log(args.folder):
        ran = True
        for result, name in cases_of(test):
            results[result].append(name)
    if not ran:
        results['failed'].append('no test ran: meson wrote no log')

    for kind in ('skipped', 'failed'):
        for name in results[kind]:
            print(f'{kind}: {name}')
    print(f'{len(results["passed"])} passed, {len(results["failed"])} failed, '
          f'{len(results["skipped"])} skipped')
    return 1 if results['failed'] or not results['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
