"""Tables for spreadsheets: what each cell holds, and that no spreadsheet runs a report's words."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.publish.crisis import Writer, day, document, observe, strikes

from onrecord.domain.document import Document
from onrecord.domain.event import Event, Harm
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import Act, Statement
from onrecord.domain.tally import Derived, Scope, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.publish.tables import Table, csv_text, event_table, guarded, tally_table

TEXT = '=cmd: An explosion, "the worst", killed 3 people in Selden on 12 April 2031.\n'
#: What cells are made of: everything that parts, quotes or ends one, and some letters.
_CELL = "ab ,;\"'=\n\r\t|é"
SAID_ON = When("on 12 April 2031", "2031-04-12", "explicit")


def told(publisher: str) -> tuple[Document, Statement]:
    own = document(
        TEXT + publisher, url=f"https://{publisher.lower()}.example/blast", publisher=publisher,
        title="Blast", day=day("2031-04-13"), origin=publisher.lower(),
    )  # fmt: skip
    pen = Writer(TEXT + publisher, own)
    return own, pen.add(TEXT.strip(), "occ.event", when=SAID_ON)


def line_of(*told_by: tuple[Document, Statement], **fields: object) -> EventLine:
    statements = [statement for _, statement in told_by]
    given_fields: dict[str, object] = {
        "act": Act("PLOVER", "ASSAULT", "explosives"),
        "when": SAID_ON,
        "where": Where("Selden", "Selden", 1, place="geonames:1", country="VM"),
    }
    event = Event(
        tuple(sorted(one.id for one in statements)),
        **(given_fields | fields),  # type: ignore[arg-type]
    )
    accounts = tuple(
        Account(own.id, str(own.lineage.origin), (statement.id,)) for own, statement in told_by
    )
    return EventLine(EventGroup(event, accounts), statements[0], "explosion", 1)


def cells(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(csv_text(table).splitlines(keepends=True)))


def test_an_event_is_a_row_with_its_sources_and_harm() -> None:
    pair = told("Herald"), told("Post")
    harm = Harm("killed", "not_stated", 2, 3, 5, "one figure", (pair[0][1].id,))
    line = line_of(*pair, harm=(harm,))
    (row,) = cells(event_table([line], {own.id: own for own, _ in pair}))
    assert row["date_from"] == row["date_to"] == "2031-04-12"
    assert row["date_basis"] == "explicit"
    assert (row["place"], row["country"]) == ("Selden", "VM")
    assert (row["kind"], row["act"]) == ("explosion", "attack (explosives)")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("2", "3", "5")
    assert row["harm_rule"] == "one figure"
    assert (row["independent_sources"], row["reports"]) == ("2", "2")
    assert row["outlets"] == "Herald | Post"
    assert row["urls"] == "https://herald.example/blast | https://post.example/blast"


def test_every_day_that_was_stated_stands_beside_the_day_of_the_event() -> None:
    own, statement = told("Herald")
    line = replace(line_of((own, statement)), days=(("2031-04-12", 4), ("2031-04-11", 1)))
    (row,) = cells(event_table([line], {own.id: own}))
    assert row["days_stated"] == "2031-04-12 (4) | 2031-04-11 (1)"


def test_an_end_that_nobody_stated_is_an_empty_cell() -> None:
    own, statement = told("Herald")
    harm = Harm("killed", "not_stated", 3, None, None, "one figure", (statement.id,))
    line = line_of(
        (own, statement), harm=(harm,), when=When("", "../2031-04-13", "document"),
        where=Unknown("no place is stated"), act=Unknown("none"),
    )  # fmt: skip
    (row,) = cells(event_table([line], {own.id: own}))
    assert (row["date_from"], row["date_to"]) == ("", "2031-04-13")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == ("3", "", "")
    assert row["injured_low"] == row["place"] == row["act"] == row["grade"] == ""


def test_harm_of_several_groups_is_never_added_up() -> None:
    own, statement = told("Herald")
    harm = tuple(
        Harm("killed", group, 3, 3, 3, "one figure", (statement.id,))
        for group in ("civilians", "side_a")
    )
    (row,) = cells(event_table([line_of((own, statement), harm=harm)], {own.id: own}))
    assert row["killed_low"] == ""


def test_words_that_a_spreadsheet_would_run_are_guarded_and_otherwise_untouched() -> None:
    own, statement = told("Herald")
    (row,) = cells(event_table([line_of((own, statement))], {own.id: own}))
    assert row["words"] == "'" + TEXT.strip()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{' ' if start == chr(13) else start}1+1"


def test_no_terminal_obeys_a_cell() -> None:
    assert guarded("two \x1b[31mboats\u202e") == "two  [31mboats "


def test_plain_words_are_not_guarded() -> None:
    assert guarded("two boats") == "two boats"


def test_every_figure_of_a_tally_is_a_row() -> None:
    own, statement = told("Herald")
    counted = Writer(TEXT + "Herald", own).counted("3 people", strikes(3, least=True))
    old = observe(statement, counted, own, "Ministry")
    other = replace(old, quantity=Quantity(5, 5, 5, "strikes"), statement="stm-new")
    derived = Derived(5, 5, 5, "newest report", ("stm-new",))
    tally = Tally(Scope("strikes", area="Selden"), (old, other), derived)
    first, second = cells(tally_table([tally], {own.id: own}))
    assert (first["low"], first["high"], first["bound"]) == ("3", "", "at_least")
    assert (first["words"], first["issuer"], first["outlet"]) == ("3 people", "Ministry", "Herald")
    assert (first["standing"], second["standing"]) == ("superseded", "in force")
    assert (first["derived_low"], first["derived_rule"]) == ("5", "newest report")
    assert first["as_of"] == "2031-04-13"
    assert first["url"] == "https://herald.example/blast"


@given(st.lists(st.lists(st.text(alphabet=_CELL), min_size=2, max_size=2), max_size=4))
def test_whatever_the_words_are_the_file_reads_back(rows: list[list[str]]) -> None:
    text = csv_text(Table(("a", "b"), tuple(tuple(row) for row in rows)))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["a", "b"], *rows]
