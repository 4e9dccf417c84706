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
    headings: tuple[str, ...] = (),
) -> Lineage:
    return find_lineage(
        bodies=bodies,
        furniture=furniture,
        author=author,
        publisher=publisher,
        url=url,
        headings=headings,
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
        ("Port Holm, May 2 (IANS): The ferry was turned back.", "indo-asian news service"),
        ("Press Trust of India | Port Holm", "press trust of india"),
        ("The navy denied this. (AFP)", "agence france-presse"),
        ("Two boats sank off Port Holm, the Associated Press reported.", "associated press"),
        ("A boat sank, according to a Reuters report citing the coastguard.", "reuters"),
        ("A boat sank off Port Holm on Friday, reports the BBC.", "bbc news"),
        ("(CNN) — A boat sank, according to a Reuters report.", "reuters"),
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
        "Two boats sank (AP) off the cape.",
        "A boat sank, Reuters reported. Its owner told AFP that it was old.",
        "A boat sank, Reuters reported. The Holm Gazette called it old.",
        "A boat sank, The Cape Courier reported.",
        "A boat sank.\n\nReuters reported that the owner was away.",
        "Old Boats (The Guardian)",
    ],
)
def test_a_mention_is_not_a_credit(words: str) -> None:
    assert lineage(*words.split("\n\n")) == Lineage("cape courier", "publisher")


def test_a_long_report_is_its_own_whatever_it_leads_on() -> None:
    lead, more = "A boat sank, Reuters reported.", "The cape has seen many boats go down. " * 50
    assert lineage(lead, "The cape has seen many.").origin == "reuters"
    assert lineage(lead, more).origin == "cape courier"


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Reuters", "reuters"),
        ("Reuters, Port Holm", "reuters"),
        ("PORT HOLM (AFP)", "agence france-presse"),
        ("The Guardian", "guardian"),
    ],
)
def test_a_line_above_the_text_that_only_names_an_agency_is_a_credit(
    line: str, origin: str
) -> None:
    found = lineage("A boat sank off the cape on Friday.", headings=("A boat sinks", line))
    assert (found.origin, found.basis, found.words) == (origin, "wire credit", line)


@pytest.mark.parametrize(
    "headings",
    [
        ("Reuters", "AFP"),
        ("Old Boats (The Guardian)",),
        ("Reuters photographers on their year",),
        ("A boat sinks", "Its owner", "Its crew", "Reuters"),
    ],
)
def test_sections_and_headlines_are_no_credit(headings: tuple[str, ...]) -> None:
    assert lineage("A boat sank.", headings=headings).origin == "cape courier"


def test_a_digest_that_credits_several_agencies_has_none() -> None:
    assert lineage("A boat sank. (AP)", "A pier burned. (AFP)").origin == "cape courier"
    assert lineage("A boat sank. (AP)", "A pier burned. (AP)").origin == "associated press"


def test_an_article_is_cut_and_a_name_is_kept() -> None:
    assert lineage("Fog.", publisher="The Cape").origin == "cape"
    assert lineage("Fog.", publisher="A News").origin == "a news"


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
