"""Whether the one who spoke last still speaks in a paragraph of quoted words alone."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import document_of, linguist, read, saying, speakers

from onrecord.read.reader import read_sentences
from onrecord.read.speech import carries_on

ALONE = '"Nobody has to leave the valley tonight. The dam holds."'


def goes_on(text: str) -> bool:
    """Say whether speech goes on into the last passage of a text."""
    sentences = tuple(read_sentences(document_of(text), text, linguist()))
    last = sentences[-1].passage
    first = next(at for at, one in enumerate(sentences) if one.passage == last)
    return carries_on(sentences, first)


@pytest.mark.parametrize(
    "before",
    [
        '"The dam is safe tonight," Ilse Varga said.',
        '"The dam is safe tonight," Ilse Varga said. "The road is open too."',
        '"The dam is safe tonight," Ilse Varga said. She added: "The road is open too."',
        "Ilse Varga gave the crowd this answer:",
    ],
)
def test_the_only_speaker_of_the_paragraph_before_speaks_on(before: str) -> None:
    assert goes_on(f"{before}\n\n{ALONE}")


@pytest.mark.parametrize(
    "before",
    [
        "Ilse Varga said the dam was safe.",
        "The crowd left at noon.",
        '"Is the dam safe tonight?" Oleg Darun asked. "It is quite safe," Ilse Varga said.',
    ],
)
def test_where_nobody_or_two_are_quoted_nobody_speaks_on(before: str) -> None:
    assert not goes_on(f"{before}\n\n{ALONE}")


@pytest.mark.parametrize(
    "after",
    [
        'He left the hall. "Nobody has to leave the valley tonight."',
        '"Nobody has to leave the valley tonight," said Oleg Darun.',
        '"Nobody has to leave the valley tonight,"',
    ],
)
def test_a_paragraph_with_other_words_or_a_speaker_to_come_is_not_carried_on(after: str) -> None:
    assert not goes_on(f'"The dam is safe tonight," Ilse Varga said.\n\n{after}')


LINK = "VELMAR'S NAVY SENDS TWO SHIPS TO THE STRAIT"


@pytest.mark.parametrize(
    "text",
    [
        f'"We lost the bridge. It is gone," Reyes said.\n\n{LINK}\n\n{ALONE}',
        f"“We lost the bridge,” Reyes said. “We hid.\n\n{LINK}\n\n“Nobody has to leave us tonight.”",
    ],
)
def test_a_link_in_capitals_between_paragraphs_neither_stops_nor_carries_speech(text: str) -> None:
    assert goes_on(text)
    assert all(not one.voices for one in read(text) if "NAVY" in one.content.exact)
    assert speakers(read(text)[-1]) == ["Reyes"]


def test_words_quoted_whole_that_end_in_a_comma_are_promised_a_speaker() -> None:
    text = '"The dam is safe tonight, and nobody has to leave," | Ilse Varga also said on Monday.'
    found = saying(text.replace("| ", ""), "The dam is safe")
    assert speakers(found) == ["Ilse Varga"]
