#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader is told when a check ends with other findings, and only then."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.dont_write_bytecode = True

import screen  # noqa: E402
import tap     # noqa: E402

MANY = '5 findings: 3 warnings, 1 note, 1 question'
NONE = 'No findings'


def row_with(label):
    """The list item around a label, and where it stands in its list."""
    while label.get_role_name() != 'list item':
        label = label.get_parent()
    return label.get_parent(), label.get_index_in_parent()


def select(program, name):
    """Selects the row of the sidebar."""
    rows, index = row_with(program.await_one('label', name))
    rows.select_child(index)


def announced():
    """Goes to a plan without findings and back; returns what was said meanwhile."""
    said = []

    def on_event(event):
        if screen.is_like(event.source, 'alert', None):
            said.append(event.any_data)

    listener = screen.Atspi.EventListener.new(on_event)
    listener.register('object:property-change:accessible-name')
    with screen.Program(sys.argv[1], '--sample') as program:
        alert = program.await_one('alert')
        screen.wait_for('the first findings', lambda: alert.get_name() == MANY)
        said.clear()
        select(program, '修订稿（符合规则）')
        screen.wait_for('the first alert', lambda: said)
        # Another view of the same plan has the same findings.
        screen.act(program.await_one('push button', 'Current'), 'click')
        screen.act(program.await_one('push button', 'Proposed'), 'click')
        select(program, '原文稿')
        screen.wait_for('the second alert', lambda: len(said) > 1)
    listener.deregister('object:property-change:accessible-name')
    return said


SAID = announced()
tap.run([
    ('a screen reader is told of each change of the findings, and of nothing else',
     lambda: [] if SAID == [NONE, MANY] else SAID),
])
