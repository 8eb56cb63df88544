#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference load through the engine, and where they are there through xmllint and lxml.

usage: bench-schematron.py PROGRAM [FOLDER]
PROGRAM is bench-schematron; FOLDER has gen.py and rules.sch, $SANDING_SHARED_DIR/bench by default.
"""
import glob
import os
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


def bench_xmllint(schema, files):
    if shutil.which('xmllint') is None:
        print('xmllint              is not here')
        return
    probe = subprocess.run(['xmllint', '--noout', '--schematron', schema, files[0]],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if probe.returncode not in (0, 3):
        print('xmllint              cannot compile the schema')
        return
    parse = min(time_run(['xmllint', '--noout', *files]) for _ in range(3))
    rules = min(time_run(['xmllint', '--noout', '--schematron', schema, *files])
                for _ in range(3))
    print(f'xmllint              {rules / parse:7.2f} times its parsing, '
          f'{len(files) / rules:.0f} documents a second')


def bench_lxml(schema, files):
    try:
        from lxml import etree, isoschematron
    except ImportError:
        print('lxml                 is not here')
        return
    start = time.process_time()
    docs = [etree.parse(name) for name in files]
    parse = time.process_time() - start
    validator = isoschematron.Schematron(etree.parse(schema), store_report=True)
    start = time.process_time()
    for doc in docs:
        validator.validate(doc)
    rules = time.process_time() - start + parse
    print(f'lxml                 {rules / parse:7.2f} times its parsing, '
          f'{len(files) / rules:.0f} documents a second')


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
        result = subprocess.run([sys.argv[1], schema, *files], check=False).returncode
        sys.stdout.flush()
        bench_xmllint(schema, files[:OTHERS])
        bench_lxml(schema, files[:OTHERS])
    return result


if __name__ == '__main__':
    sys.exit(main())
