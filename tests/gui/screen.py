# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a screen reader sees it: roles, names, actions, events.

A test that imports this is run anew in a session bus of its own. What that writes goes to the
standard error, so that the standard output has nothing but TAP.
"""
import os
import subprocess
import sys
import tempfile
import time

TAP_FD = 'SANDING_TAP_FD'


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(77)


def enter_session():
    if not os.environ.get('DISPLAY'):
        skip('no display')
    if TAP_FD in os.environ:
        os.dup2(int(os.environ[TAP_FD]), sys.stdout.fileno())
        return
    out = os.dup(sys.stdout.fileno())
    sys.exit(subprocess.call(['dbus-run-session', '--', sys.executable, *sys.argv], stdout=2,
                             pass_fds=[out], env=dict(os.environ, **{TAP_FD: str(out)})))


try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    skip(error)
enter_session()

PATIENCE = 30    # seconds that anything may take to appear


Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)


def wait_for(what, condition):
    """Runs the main loop until the condition gives something, and returns that."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        for _ in range(50):
            GLib.MainContext.default().iteration(False)
            time.sleep(.002)
    raise AssertionError(f'waited in vain for {what}')


def children(node):
    try:
        found = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:          # it went while it was looked at
        return []
    return [child for child in found if child is not None]


def walk(node):
    """A node and what is in it; not the cells of tables, which are many."""
    yield node
    if is_like(node, 'tree table', None):
        return
    for child in children(node):
        yield from walk(child)


def is_like(node, role, name):
    try:
        return node.get_role_name() == role and (name is None or node.get_name() == name)
    except GLib.Error:
        return False


def find(root, role, name=None):
    return next((node for node in walk(root) if is_like(node, role, name)), None)


def act(node, name):
    """Does the action of that name; GTK gives those of the window to everything in it."""
    for i in range(node.get_n_actions()):
        if node.get_action_name(i) == name:
            node.do_action(i)
            return
    raise AssertionError(f'{node.get_name()} has no action {name}')


def click(node):
    """Clicks into the middle of what is seen there."""
    place = node.get_extents(Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(place.x + place.width // 2, place.y + place.height // 2, 'b1c')


class Program:
    """The program with a home of its own, on the display that is there."""

    def __init__(self, *arguments):
        self.home = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(arguments, env=dict(
            os.environ, XDG_DATA_HOME=f'{self.home.name}/data',
            XDG_CONFIG_HOME=f'{self.home.name}/config', XDG_CACHE_HOME=f'{self.home.name}/cache'))
        self.root = None

    def of_desktop(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        return next((child for child in children(desktop)
                     if child.get_process_id() == self.process.pid), None)

    def __enter__(self):
        self.root = wait_for('the program', self.of_desktop)
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()
        self.home.cleanup()

    def find(self, role, name=None):
        self.root.clear_cache()
        return find(self.root, role, name)

    def await_one(self, role, name=None):
        return wait_for(f'{role} {name}', lambda: self.find(role, name))
