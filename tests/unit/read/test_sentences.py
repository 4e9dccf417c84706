"""Where sentences end: abbreviations, marks, paragraphs, glued stops."""

from __future__ import annotations

import pytest

from onrecord.domain.span import Extent
from onrecord.read.sentences import split_sentences


def split(text: str) -> list[str]:
    return [part.of(text) for part in split_sentences(text, Extent(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The port closed. The crew left.", ["The port closed.", "The crew left."]),
        ("Gen. Ames met U.S. envoys. He left.", ["Gen. Ames met U.S. envoys.", "He left."]),
        ("Lt. Col. Rosa Venn and Mrs. Dahl spoke.", ["Lt. Col. Rosa Venn and Mrs. Dahl spoke."]),
        (
            "The fleet left the U.S. The crew stayed.",
            ["The fleet left the U.S.", "The crew stayed."],
        ),
        ("It struck at 3 a.m. on Monday.", ["It struck at 3 a.m. on Monday."]),
        ("Ships met on Jan. 3 near Lisk.", ["Ships met on Jan. 3 near Lisk."]),
        ("About 3.5 million fled. Most walked.", ["About 3.5 million fled.", "Most walked."]),
        ("J. B. Moss spoke.", ["J. B. Moss spoke."]),
        ("Who fired? Nobody knows.", ["Who fired?", "Nobody knows."]),
        ("It held… for now.", ["It held… for now."]),
        ("The line broke.Then they ran.", ["The line broke.", "Then they ran."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_closing_mark_belongs_to_the_sentence_it_closes() -> None:
    assert split('"Go home." The crowd left.') == ['"Go home."', "The crowd left."]


def test_a_reporting_verb_keeps_the_quotation_and_its_speaker_together() -> None:
    assert split('"Did they fire?" Reyes said. Nobody spoke.') == [
        '"Did they fire?" Reyes said.',
        "Nobody spoke.",
    ]


def test_a_speech_of_two_sentences_is_parted_inside_its_marks() -> None:
    assert split('"We lost. They won," he said.') == ['"We lost.', 'They won," he said.']


def test_an_empty_line_is_always_a_boundary() -> None:
    assert split("A heading\n\nThe body") == ["A heading", "The body"]


def test_space_alone_is_no_sentence() -> None:
    assert split(" \n\t \n\n ") == []
