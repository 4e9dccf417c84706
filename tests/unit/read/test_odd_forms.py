"""Reports that are no running prose, and very long ones: read in place, whole, and without invention."""

from __future__ import annotations

import time

import pytest
from tests.fakes.flat_linguist import FlatLinguist
from tests.unit.read.reading import document_of, read, speakers

from onrecord.domain.statement import Statement
from onrecord.read.reader import read_document

CAPITALS = "RUSSIAN STRIKE KILLS 12 IN PORT ORLAN, GOVERNOR SAYS\n\nTHE ARMY HAS DENIED HITTING THE MARKET."
LIVE_BLOG = (
    "12:40 GMT\n\nArmy retakes bridge\n\nThe army says it has retaken the bridge at Selden.\n\n"
    "11:05 GMT\n\nWhat we know so far\n\n- At least 30 people were killed in Port Orlan\n"
    "- More than 200 were hurt, the health ministry says\n- Schools are closed"
)
TABLE = "Region | Killed | Injured\nSelden | 12 | 40\nPort Orlan | 30 | 200\n\nThe ministry said the table covers June."
TRANSCRIPT = (
    "ANCHOR: Good evening.\n\nREPORTER: The general told me that the bridge is lost.\n\n"
    "GENERAL OSEI: We will take it back."
)
TRANSLATED = (
    "The soldiers of army they have attack the village yesterday in morning and 12 persons is dead. "
    "The spokesman of ministry he declare that not is true this information."
)
UNCLOSED = (
    "“We will not stop, the minister said. The army will fight on.\n\n"
    "Residents of Selden left on Monday. The mayor said the water was cut."
)
FORMS = (CAPITALS, LIVE_BLOG, TABLE, TRANSCRIPT, TRANSLATED, UNCLOSED)
#: Enough to tell length from its square without a long wait.
SIZE = 24_000


def words_of(statements: tuple[Statement, ...]) -> str:
    return "\n".join(one.content.exact for one in statements)


@pytest.mark.parametrize("text", FORMS)
def test_every_span_stands_where_it_says(text: str) -> None:
    statements = read(text)
    assert statements
    assert all(span.stands_in(text) for one in statements for span in one.spans)


@pytest.mark.parametrize("text", FORMS)
def test_nobody_is_made_to_speak_who_is_not_named_as_speaking(text: str) -> None:
    named = {"GOVERNOR", "THE ARMY", "The army", "the health ministry", "The ministry", "REPORTER",
             "The general", "GENERAL OSEI", "ANCHOR", "The spokesman of ministry", "the minister",
             "The mayor", "unattributed"}  # fmt: skip
    assert {name for one in read(text) for name in speakers(one)} <= named


def test_an_unclosed_quotation_does_not_speak_for_later_paragraphs() -> None:
    (left,) = (one for one in read(UNCLOSED) if "Residents" in one.content.exact)
    assert speakers(left) == []
    (cut,) = (one for one in read(UNCLOSED) if "water" in one.content.exact)
    assert speakers(cut) == ["The mayor"]


def test_the_items_of_a_list_are_read_one_by_one() -> None:
    contents = words_of(read(LIVE_BLOG))
    assert "At least 30 people were killed in Port Orlan" in contents
    assert "More than 200 were hurt" in contents
    assert "Schools are closed" in contents


def test_counts_are_found_in_translated_text() -> None:
    units = {
        (counted.quantity.value, counted.quantity.unit)
        for one in read(TRANSLATED)
        for counted in one.quantities
    }
    assert (12, "people_killed") in units


PLAIN = "The army left the depot at Selden on Monday, the mayor said. At least 12 people were killed.\n\n"
OPEN_QUOTES = "“The army left, and nobody said where it went. The port is shut\n\n"
ONE_LINE = "The army left Selden and "
LISTED = "- 12 killed in Selden\n"


@pytest.mark.parametrize("unit", [PLAIN, OPEN_QUOTES, ONE_LINE, LISTED, '"', "said "])
def test_a_long_text_is_read_to_its_end_in_time_that_grows_with_its_length(
    unit: str,
) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "\n\nThe last convoy left Port Orlan."
        document = document_of(text)
        started = time.process_time()
        statements = read_document(document, text, linguist=FlatLinguist())
        spent = time.process_time() - started
        assert any("last convoy" in one.content.exact for one in statements)
        return spent

    small, large = seconds(SIZE // 4), seconds(SIZE)
    assert large < 10 * max(small, 0.05)
