"""The lexicon of acts: every sense is one that PLOVER has."""

from __future__ import annotations

import pytest

from onrecord.read.acts import ACTS
from onrecord.read.plover_idioms import IDIOMS
from onrecord.read.plover_modes import MODES
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_operators import OPERATORS
from onrecord.read.plover_senses import QUADS, Sense, read_table
from onrecord.read.plover_verbs import ADJECTIVES, VERBS

_TABLES = [ADJECTIVES, IDIOMS, NOUNS, VERBS]


@pytest.mark.parametrize("table", _TABLES)
def test_types_modes_and_operators_are_known(table: dict[object, Sense]) -> None:
    for word, sense in table.items():
        assert sense.code or sense.operator, word
        assert sense.code in {"", *QUADS}, word
        assert sense.operator in {"", *OPERATORS}, word
        assert not sense.mode or sense.mode in MODES.get(sense.code, ()), word


def test_words_that_name_an_act_by_themselves_have_one_of_the_types() -> None:
    assert {act.code for act in ACTS.values()} <= set(QUADS)
    assert ACTS["shell"].code == "ASSAULT"
    assert ACTS["arrest"].mode == "arrest"


def test_the_lexicon_is_large() -> None:
    assert len(VERBS) + len(NOUNS) > 2000


def test_a_lemma_may_be_an_act_and_an_operator() -> None:
    senses = read_table(
        """
RETREAT withdraw: withdraw
+stop: withdraw
  organise
~AID: tent
"""
    )
    assert senses["withdraw"] == Sense("RETREAT", "withdraw", operator="stop")
    assert senses["organize"] == senses["organise"] == Sense(operator="stop")
    assert senses["tent"].bound


def test_a_cameo_root_is_kept() -> None:
    assert NOUNS["blockade"] == Sense("COERCE", "restrict", "191")
