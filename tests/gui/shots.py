#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program by keyboard and mouse and takes a picture of each page; see shots."""
import os
import subprocess
import sys
import tempfile
import time

PROGRAM, OUT = sys.argv[1], sys.argv[2]
PATIENCE = 20     # seconds that anything may take to appear


def run(*arguments):
    words = [str(argument) for argument in arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()


def pixels():
    return subprocess.run(['import', '-window', 'root', 'rgb:-'], capture_output=True,
                          check=True).stdout


def settled():
    """Waits until two looks at the screen, one after the other, see the same."""
    deadline = time.monotonic() + PATIENCE
    before = None
    while time.monotonic() < deadline:
        time.sleep(.3)
        now = pixels()
        if now == before and len(set(now[:30000])) > 1:
            return
        before = now


def shot(name):
    settled()
    run('import', '-window', 'root', f'{OUT}-{name}.png')


def key(*keys):
    run('xdotool', 'key', *keys)
    settled()


def click(x, y, *options):
    run('xdotool', 'mousemove', x, y, 'click', *options, 1)
    settled()


class Program:
    """The program with a home of its own, so that it starts as for a new user."""

    def __init__(self, *arguments):
        self.home = tempfile.TemporaryDirectory()
        self.manager = subprocess.Popen(['openbox'], stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen([PROGRAM, *arguments], env=dict(
            os.environ, XDG_DATA_HOME=f'{self.home.name}/data',
            XDG_CONFIG_HOME=f'{self.home.name}/config', XDG_CACHE_HOME=f'{self.home.name}/cache'))

    def __enter__(self):
        deadline = time.monotonic() + PATIENCE
        while not run('xdotool', 'search', '--onlyvisible', '--pid', self.process.pid):
            if time.monotonic() > deadline:
                sys.exit('the window did not appear')
            time.sleep(.1)
        settled()
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()
        self.manager.terminate()
        self.manager.wait()
        self.home.cleanup()


with Program():
    shot('1-start')

with Program('--sample'):
    shot('2-structure')
    click(300, 390)
    shot('3-inspector')
    key('alt+4')
    shot('4-findings')
    click(325, 347)
    run('xdotool', 'type', '第九办公室' if 'zh' in os.environ.get('LANG', '') else 'Ninth office')
    key('Return')
    shot('5-ninth-office')
    key('ctrl+z')
    shot('6-undone')
    key('alt+2')
    shot('7-headcount')
    key('ctrl+k')
    run('xdotool', 'type', 'dzb')
    shot('8-search')
    key('Escape')
    key('ctrl+e')
    shot('9-export')
