"""Credits at the end of lines are cut from headlines and say whose headline it is."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read

from onrecord.domain.span import Extent
from onrecord.read.credits import credits_in, pieces_of


def found(text: str) -> list[str]:
    return [one.name.of(text) for one in credits_in(text, [Extent(0, len(text))])]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Floods cut off three towns (Lisk Times)", "Lisk Times"),
        ("Floods cut off three towns - The Selden Herald", "The Selden Herald"),
        ("Minister: no talks before May | Reuters", "Reuters"),
        ("Minister: no talks before May (IANS)", "IANS"),
        ("Navy sinks boat off Port Orlan – Radio Selden", "Radio Selden"),
    ],
)
def test_a_line_may_end_with_its_outlet(line: str, outlet: str) -> None:
    assert found(line) == [outlet]


@pytest.mark.parametrize(
    "line",
    [
        "The minister met envoys of the Northern Union (NU)",
        "Shells hit the market in Port Orlan - Governor",
        "The boat sank on Monday. Nobody was hurt (Lisk Times)",
        "Two boats sank (Video)",
        "Two boats sank (2031)",
        "The Strait of Corrow (Lisk Times reported on Monday) is closed",
        "Toll rises - 40 dead in Port Orlan",
        "(Lisk Times)",
    ],
)
def test_other_brackets_and_dashes_are_no_credits(line: str) -> None:
    assert found(line) == []


def test_in_a_list_any_name_at_the_end_of_lines_is_an_outlet() -> None:
    lines = ("Navy sinks boat (Corvino)", "Market shelled in Arvenne (Le Phare)",
             "Envoys leave Selden (Corvino)")  # fmt: skip
    assert found("\n".join(lines)) == ["Corvino", "Le Phare", "Corvino"]
    assert found("\n".join(lines[:2])) == []


def test_pieces_cover_everything_but_the_credits() -> None:
    text = "Headlines\nNavy sinks boat (Lisk Times)\nThe navy said on Monday that it sank a boat."
    passage = Extent(0, len(text))
    pieces = list(pieces_of(passage, credits_in(text, [passage])))
    assert [(piece.of(text).strip(), credit is not None) for piece, credit in pieces] == [
        ("Headlines", False),
        ("Navy sinks boat", True),
        ("The navy said on Monday that it sank a boat.", True),
    ]


def test_a_long_list_is_cut_in_linear_time() -> None:
    text = "\n\n".join(f"Boat number {number} sinks - Lisk Times" for number in range(4_000))
    passages: list[Extent] = []
    at = 0
    for line in text.split("\n\n"):
        passages.append(Extent(at, at + len(line)))
        at += len(line) + 2
    cut = credits_in(text, passages)
    assert sum(len(list(pieces_of(passage, cut))) for passage in passages) == 4_000


def test_a_credited_headline_and_its_summary_are_said_by_their_outlet() -> None:
    told = read(
        "Navy sinks a boat in the Strait of Corrow (Lisk Times)\n"
        "The navy of Velmara sank a boat on Monday, killing four people, officials said."
    )
    sunk, killed = told[0], next(one for one in told if "killing" in one.content.exact)
    assert [voice.text for voice in sunk.voices] == ["Lisk Times"]
    assert [(one.source, one.value) for one in sunk.factuality] == [
        ("author", "Uu"),
        ("Lisk Times", "CT+"),
    ]
    assert sunk.supports_event()
    assert killed.voices[0].text == "Lisk Times"
    assert "Lisk Times" not in sunk.content.exact
