"""What a paragraph's acts are about."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import tree_of

from onrecord.read.plover_contexts import CONTEXTS, contexts_of


def told(text: str) -> tuple[str, ...]:
    tree = tree_of(text)
    return contexts_of([tree.lemma(at) for at in range(len(tree.tokens))])


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The electoral commission began to count the ballots.", "election"),
        ("Soldiers and tanks entered the town.", "military"),
        ("The supreme court heard the appeal.", "legal"),
        ("A cholera epidemic has reached the port.", "health"),
        ("The earthquake buried the market.", "disasters"),
        ("Thousands of refugees crossed into Norrast.", "asylum"),
        ("Cocaine was found under the deck.", "illegal_drugs"),
        ("Inspectors found uranium at the plant.", "cbrn"),
        ("Hackers stole the passwords.", "cyber"),
        ("The governor was jailed for bribery.", "corruption"),
        ("The ambassador left on Friday.", "diplomatic"),
        ("Peacekeepers patrolled the road.", "peacekeeping"),
        ("A suicide bomber struck the market.", "terrorism"),
    ],
)
def test_words_tell_the_context(text: str, context: str) -> None:
    assert context in told(text)


def test_several_contexts_stand_in_plovers_order() -> None:
    found = told("The court jailed the ambassador for bribery during the election campaign.")
    assert {"election", "diplomatic", "corruption"} <= set(found)
    assert list(found) == sorted(found, key=CONTEXTS.index)


def test_a_passing_mention_tells_none() -> None:
    assert told("The doctor walked home.") == ()
    assert contexts_of([]) == ()


def test_there_are_37() -> None:
    assert len(set(CONTEXTS)) == len(CONTEXTS) == 37
