#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference load through the engine, and where they are installed through xmllint and lxml.

usage: bench-schematron.py PROGRAM [FOLDER]
PROGRAM is bench-schematron; FOLDER has gen.py and rules.sch, $SANDING_SHARED_DIR/bench by default.
"""
import glob
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

OTHERS = 50  # so many documents are enough for what is slow


def children_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def time_run(command):
    start = children_time()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return children_time() - start


def run_ours(command):
    """Shows what our engine has to say and gives its documents a second."""
    rate = None
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            print(line, end='', flush=True)
            found = re.search(r'parsing and rules +(\d+) documents', line)
            rate = float(found.group(1)) if found else rate
    return process.returncode, rate


def show(name, ours, parse, rules, n):
    print(f'  {name:<22} {n / rules:6.0f} documents a second, {rules / parse:.2f} times its parsing; '
          f'ours is {ours * rules / n:.1f} times as fast')


def without_variables(schema, work):
    """xmllint knows no let; it gets the schema without, and without what uses the variables."""
    with open(schema, encoding='utf-8') as file:
        text = re.sub(r'<let [^>]*/>', '', file.read())
    text, n = re.subn(r'<assert [^>]*\$(?:.|\n)*?</assert>', '', text)
    smaller = os.path.join(work, 'without-let.sch')
    with open(smaller, 'w', encoding='utf-8') as file:
        file.write(text)
    return smaller, n


def bench_xmllint(schema, files, ours, work):
    if shutil.which('xmllint') is None:
        print('  xmllint is not installed')
        return
    probe = subprocess.run(['xmllint', '--noout', '--schematron', schema, files[0]],
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                           check=False)
    if probe.returncode not in (0, 3):
        schema, n = without_variables(schema, work)
        print(f'  xmllint cannot compile the schema: {probe.stderr.splitlines()[0]}')
        print(f'  so it gets one without let, and without the {n} assertions with variables:')
    parse = min(time_run(['xmllint', '--noout', *files]) for _ in range(3))
    rules = min(time_run(['xmllint', '--noout', '--schematron', schema, *files])
                for _ in range(3))
    show('xmllint', ours, parse, rules, len(files))


def bench_lxml(schema, files, ours):
    try:
        from lxml import etree, isoschematron
    except ImportError:
        print('  lxml is not installed')
        return
    start = time.process_time()
    docs = [etree.parse(name) for name in files]
    parse = time.process_time() - start
    validator = isoschematron.Schematron(etree.parse(schema), store_report=True)
    start = time.process_time()
    for doc in docs:
        validator.validate(doc)
    rules = time.process_time() - start + parse
    show('lxml', ours, parse, rules, len(files))


def main():
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(
        os.environ.get('SANDING_SHARED_DIR', '.'), 'bench')
    schema = os.path.join(folder, 'rules.sch')
    if not os.path.exists(schema):
        print(f'the reference load is not here: {schema}')
        return 77
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([sys.executable, os.path.join(folder, 'gen.py'), work],
                       stdout=subprocess.DEVNULL, check=True)
        files = sorted(glob.glob(os.path.join(work, 'plans', '*.xml')))
        result, ours = run_ours([sys.argv[1], schema, *files])
        if ours is not None:
            print(f'Other engines (the first {OTHERS} documents)')
            bench_xmllint(schema, files[:OTHERS], ours, work)
            bench_lxml(schema, files[:OTHERS], ours)
    return result


if __name__ == '__main__':
    sys.exit(main())
