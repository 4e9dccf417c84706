"""Where a clause says something happens."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, saying


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The army shelled a market in Beirut on Monday.", "in Beirut", "Beirut"),
        ("A convoy was attacked near Nairobi on Friday.", "near Nairobi", "Nairobi"),
    ],
)
def test_a_place_is_named_with_its_preposition(text: str, words: str, name: str) -> None:
    where = only(text).where
    assert where is not None
    assert (where.text, where.name) == (words, name)


def test_a_country_that_acts_is_no_place() -> None:
    assert only("France attacked the convoy on Friday.").where is None


def test_a_clause_without_a_place_has_none() -> None:
    assert only("The army shelled the market on Monday.").where is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police detained two foreigners from Egypt on Monday.", None),
        ("Police detained foreigners from Egypt in Beirut on Monday.", "Beirut"),
        ("Two workers from Egypt were killed on Monday.", None),
        ("Two workers were evacuated from Nairobi on Monday.", "Nairobi"),
        ("Rockets were fired from Beirut on Monday.", "Beirut"),
    ],
)
def test_where_people_come_from_is_not_where_it_happens(text: str, place: str | None) -> None:
    where = only(text).where
    assert (where.name if where is not None else None) == place


def test_the_place_of_one_clause_is_not_that_of_another() -> None:
    text = "The army shelled the market in Beirut, and the navy seized a tanker."
    assert saying(text, "seized").where is None


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("The army shelled a market in Beirut on Monday.", "unknown"),
        ("The army shelled a hospital in Beirut on Monday.", "unknown"),
        ("The navy seized a boat near Beirut on Monday.", "unknown"),
    ],
)
def test_the_domain_is_what_the_words_say(text: str, domain: str) -> None:
    where = only(text).where
    assert where is not None
    assert where.domain == domain
