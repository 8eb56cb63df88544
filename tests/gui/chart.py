#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader finds the chart's cards: what each is, how it stands to others, which is chosen."""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.dont_write_bytecode = True

import screen  # noqa: E402
import tap     # noqa: E402

SANDING, SANDINGCTL = sys.argv[1:3]
SAMPLE = tap.ROOT / 'data/samples/feixian-mended.xml'
OFFICE, BELOW = '党政办公室', ['便民服务中心', '财经服务中心']
HOST, GUEST = '综合行政执法局', '县综合行政执法局派驻探沂镇机构'
CONTROLS = screen.Atspi.RelationType.CONTROLLER_FOR
READ_ON = screen.Atspi.RelationType.FLOWS_TO


def make_register(folder):
    """The sample's plan, with two centers under an office."""
    text = SAMPLE.read_text(encoding='utf-8')
    unit = text[:text.index(f'name="{OFFICE}"')].rindex('id="')
    office = text[unit:text.index(f' name="{OFFICE}"')]
    for name in BELOW:
        text = text.replace(f' name="{name}" kind=', f' name="{name}" superior={office[3:]} kind=')
    plan, register = pathlib.Path(folder, 'plan.xml'), pathlib.Path(folder, 'county.sanding')
    plan.write_text(text, encoding='utf-8')
    subprocess.run([SANDINGCTL, 'import', '--register', register, plan], check=True,
                   stdout=sys.stderr)
    return register


def look(card):
    """What a screen reader is told of a card."""
    related = {}
    for relation in card.get_relation_set():
        related[relation.get_relation_type()] = [
            relation.get_target(i).get_name() for i in range(relation.get_n_targets())]
    return card.get_role_name(), card.get_description(), related


def is_selected(card):
    return card.get_state_set().contains(screen.Atspi.StateType.SELECTED)


with tempfile.TemporaryDirectory() as directory:
    with screen.Program(SANDING, make_register(directory)) as program:
        chart = program.await_one('list', 'Structure')
        found = {card.get_name(): card for card in screen.children(chart)}
        CARDS = {name: look(card) for name, card in found.items()}
        screen.click(found[OFFICE])
        screen.wait_for('the card to be selected', lambda: is_selected(found[OFFICE]))
        CHOSEN = [name for name, card in found.items() if is_selected(card)]


def differs(name, role, description, related):
    expected = role, description, related
    return [] if CARDS.get(name) == expected else [f'{name}: {CARDS.get(name)}']


tap.run([
    ('a card tells its kind and its findings',
     lambda: differs('经济发展局', 'list item', 'Office, no findings', {})),
    ('a card says which unit it is under',
     lambda: differs(BELOW[0], 'list item', f'Center, under {OFFICE}, no findings', {})),
    ('a card leads to those of the units below it',
     lambda: differs(OFFICE, 'list item', 'Office, no findings', {CONTROLS: BELOW})),
    ('a card is read on with the one that is co-located with it',
     lambda: differs(HOST, 'list item', 'Office, no findings', {READ_ON: [GUEST]})),
    ('a card says who guides it and with whom it is co-located',
     lambda: differs(GUEST, 'list item', f'Enforcement body, co-located with {HOST}, '
                     'guided by 县综合行政执法局, no findings', {})),
    ('the card that was clicked is selected, and no other',
     lambda: [] if CHOSEN == [OFFICE] else CHOSEN),
])
