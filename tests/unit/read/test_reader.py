"""A whole document: what is read, in what order, with every span in place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.read.reading import DATE, document_of, linguist, read

from onrecord.domain.document import Passage
from onrecord.domain.span import Extent
from onrecord.domain.when import When
from onrecord.read.reader import read_document

TEXT = """The road ahead

The army shelled Selden on Monday, and Mayor Ona Petrel said nobody was hurt.

“We will not leave,” she said. “We have nowhere to go. We will rebuild.”"""


def test_every_span_stands_in_the_text() -> None:
    found = read(TEXT)
    assert found
    assert all(span.stands_in(TEXT) for one in found for span in one.spans)


def test_reading_twice_gives_the_same_statements() -> None:
    assert [one.id for one in read(TEXT)] == [one.id for one in read(TEXT)]


def test_a_heading_without_a_verb_says_nothing() -> None:
    assert "The road ahead" not in [one.content.exact for one in read(TEXT)]


def test_a_headline_says_something() -> None:
    (found,) = read("Navy seizes tanker off Port Orlan")
    assert found.content.exact == "Navy seizes tanker off Port Orlan"


@pytest.mark.parametrize("role", ["boilerplate", "caption", "teaser"])
def test_only_body_and_headings_are_read(role: str) -> None:
    text = "The army shelled Selden on Monday."
    passage = Passage(Extent(0, len(text)), role)  # type: ignore[arg-type]
    document = replace(document_of(text), passages=(passage,))
    assert read_document(document, text, linguist=linguist()) == ()


def test_an_empty_document_says_nothing() -> None:
    assert read("") == ()


def test_a_sentence_said_twice_in_two_places_is_two_statements() -> None:
    found = read("The army shelled Selden on Monday.\n\nThe army shelled Selden on Monday.")
    assert [one.content.start for one in found] == [0, 36]


def test_three_days_later_counts_from_the_last_day_told() -> None:
    found = read("The army took the port on 2 March 2031. Three days later it burned the depot.")
    dates = [one.when.edtf for one in found if isinstance(one.when, When)]
    assert dates == ["2031-03-02", "2031-03-05"]


def test_what_people_are_called_carries_over_paragraphs() -> None:
    speakers = {voice.label for one in read(TEXT) for voice in one.voices}
    assert speakers == {"Ona Petrel"}


def test_the_date_of_the_document_is_not_changed_by_what_it_tells() -> None:
    last = read("The army took the port on 2 March 2031. The depot is empty.")[-1]
    assert isinstance(last.when, When)
    assert last.when.edtf == DATE


NASTY = (
    "\x00\x00 said \x00.",
    "\u202eThe army said \u202c“no”.",
    "🚢🚢 said 🚢🚢🚢 “🚢 🚢 🚢 🚢” 🚢.",
    "“" * 50,
    '"' * 51,
    "said " * 40,
    "a" * 5000,
    "The army said that " * 60 + "it left.",
    "\n".join(["The army left."] * 40),
    "he said she said they said who said what.",
    "Asked asked asked.",
    "12:15",
    "Had had had had.",
    "((((The army left.",
    "İİİ SAID THE ARMY LEFT İSTANBUL",
)


@pytest.mark.parametrize("text", NASTY)
def test_odd_text_is_read_without_an_error_and_in_place(text: str) -> None:
    assert all(span.stands_in(text) for one in read(text) for span in one.spans)
