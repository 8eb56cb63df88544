#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The county of thirty towns is what its script makes of it."""
import subprocess
import sys

import tap


def same_county():
    script = tap.ROOT / 'build-aux' / 'make-county'
    sample = tap.ROOT / 'data' / 'samples' / 'thirty-towns.xml'
    made = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, check=True).stdout
    if made == sample.read_bytes():
        return []
    return [f'{tap.name_of(sample)} is not what {tap.name_of(script)} writes']


tap.run([('thirty-towns.xml is what make-county writes', same_county)])
