"""Which origin a report credits."""

from __future__ import annotations

import pytest

from onrecord.capture.lineage import find_lineage
from onrecord.domain.document import Lineage
from onrecord.domain.unknown import Unknown


def lineage(
    *bodies: str,
    furniture: tuple[str, ...] = (),
    author: str | None = None,
    publisher: str | None = "The Cape Courier",
    url: str | None = None,
) -> Lineage:
    return find_lineage(
        bodies=bodies, furniture=furniture, author=author, publisher=publisher, url=url
    )


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("WASHINGTON, Nov 28 (Reuters) - The navy said so.", "reuters"),
        ("CARACAS, Venezuela (AP) — The navy said so.", "associated press"),
        ("TARN (Strand Wire) - The ferry was turned back.", "strand wire"),
        ("Port Holm (Tarn News Agency) – The ferry was turned back.", "tarn news agency"),
        ("HOLM (Radio Holm) -- The ferry was turned back.", "radio holm"),
        ("(CNN) — The ferry was turned back.", "cnn"),
        ("KYIV, Nov 3, Reuters - The ferry was turned back.", "reuters"),
        ("The ferry was turned back. — AFP", "agence france-presse"),
        ("Additional reporting by A. Writer for Reuters", "reuters"),
    ],
)
def test_a_wire_credit_is_the_origin(words: str, origin: str) -> None:
    found = lineage(words)
    assert (found.origin, found.basis) == (origin, "wire credit")
    assert found.words
    assert found.words in words


@pytest.mark.parametrize(
    "words",
    [
        "The Associated Press contributed to this report.",
        "NATO (North Atlantic Treaty Organization) - the alliance - met on Monday.",
        "The skipper (Ada Writer) - the ferry's owner - denied it.",
        "Officials told Reuters that the ferry had sunk.",
        "The AP said it had seen the order.",
    ],
)
def test_a_mention_is_not_a_credit(words: str) -> None:
    assert lineage(words) == Lineage("cape courier", "publisher")


def test_a_byline_that_is_an_agency_is_the_origin() -> None:
    assert lineage("Fog.", author="Strand Wire") == Lineage("strand wire", "byline", "Strand Wire")
    assert (
        lineage("Fog.", furniture=("By A. Writer, Associated Press",)).origin == "associated press"
    )


def test_without_a_credit_the_publisher_stands_and_then_the_host() -> None:
    assert lineage("Fog.").origin == "cape courier"
    assert lineage("Fog.", publisher=None, url="https://www.a.example/x").origin == "a.example"


def test_an_origin_nobody_states_is_unknown() -> None:
    assert isinstance(lineage("Fog.", publisher=None).origin, Unknown)
