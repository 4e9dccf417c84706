"""Where sentences end: abbreviations, marks, paragraphs, glued stops."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse
from onrecord.read.sentences import cut_at, datelines_in, sentences_in, split_sentences


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


def test_a_headline_on_its_own_line_is_no_part_of_what_follows() -> None:
    text = "Storm hits port (Harbour Gazette)\nFlooding swept away homes in the old town on Sunday."
    assert split(text) == text.split("\n")


def test_text_wrapped_at_a_width_stays_together() -> None:
    text = "The ministry said on Monday that\nOsei would travel to Port Orlan\nand meet the crew."
    assert split(text) == [text]


def test_a_line_that_goes_on_in_lower_case_stays_with_the_one_before() -> None:
    text = "The crew\nof the ferry that sank in the strait on Sunday was saved."
    assert split(text) == [text]


def test_a_piece_of_fewer_than_three_words_is_not_cut_off() -> None:
    text = "Police fire tear gas Minister quits over deal now"
    starts = [text.index("Minister"), text.index("now")]
    parts = [part.of(text) for part in cut_at(text, Extent(0, len(text)), starts)]
    assert parts == ["Police fire tear gas", "Minister quits over deal now"]


def test_without_starts_a_sentence_stays_whole() -> None:
    text = "Police fire tear gas"
    assert cut_at(text, Extent(0, len(text)), []) == (Extent(0, len(text)),)


def test_only_sentences_of_many_words_are_looked_at_again() -> None:
    words = "one " * 20
    short, long = words * 2, words * 2 + "more"
    asked = _Cutter(at=len(words))
    assert list(sentences_in(short, Extent(0, len(short)), asked)) == [Extent(0, len(short) - 1)]
    parts = [part.of(long) for part in sentences_in(long, Extent(0, len(long)), asked)]
    assert parts == [words.strip(), words + "more"]


class _Cutter:
    """A linguist that knows one place where a sentence starts."""

    name = "cutter"

    def __init__(self, at: int) -> None:
        self._at = at

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        assert text
        return tuple(Parse(extent, (), ()) for extent in sentences)

    def sentence_starts(self, text: str, passage: Extent) -> tuple[int, ...]:
        assert passage.of(text)
        return (self._at,)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("CROMWELL — The third candidate has left.", "CROMWELL —"),
        ("PORT ORLAN, April 10 (Wire) - The navy left.", "PORT ORLAN, April 10 (Wire) -"),
        ("Port Orlan, 10 April (Strand Wire) — The navy left.", "Port Orlan, 10 April (Strand Wire) —"),
        ("Selden (Wire) – The navy left.", "Selden (Wire) –"),
        ("SAN RISO, 3 JAN 90 -- [REPORT] [TEXT] THE NAVY LEFT.", "SAN RISO, 3 JAN 90 -- [REPORT] [TEXT]"),
        ("PORT ORLAN/SELDEN, Oct 3 (Wire) - The navy left.", "PORT ORLAN/SELDEN, Oct 3 (Wire) -"),
    ],
)  # fmt: skip
def test_a_dateline_is_no_part_of_the_first_sentence(text: str, dateline: str) -> None:
    whole = Extent(0, len(text))
    assert [one.of(text) for one in datelines_in(text, whole)] == [dateline]
    (sentence,) = split_sentences(text, whole)
    assert sentence.of(text).lower().endswith("left.")
    assert not sentence.overlaps(Extent(0, len(dateline)))


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance - has met.",
        "On Monday, May 5 - The navy left.",
        "Gen. Ames - who left - was told.",
        "COVID-19 - The disease spread.",
        "Officials — two of them — spoke.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert datelines_in(text, Extent(0, len(text))) == ()
