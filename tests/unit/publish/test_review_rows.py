"""Concerns, decisions and corrections as rows for programs."""

from __future__ import annotations

from onrecord.domain.decision import Decided, Decision
from onrecord.domain.review import Concern, Corrected, Verdict
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent, span_at
from onrecord.publish.corrections import correction_row
from onrecord.publish.review_rows import concern_row, corrected_row, decision_row

AT = "2031-05-01T08:00:00.000000Z"
TEXT = "Fire destroyed 11 boats."


def test_a_concern_says_why_and_what_a_decision_would_name() -> None:
    concern = Concern("undated", "doc-1", "no date: A fleet", ("doc-1",), 3.0)
    assert concern_row(concern) == {
        "schema": "onrecord.concern/1",
        "id": concern.id,
        "reason": "undated",
        "record": "doc-1",
        "about": "no date: A fleet",
        "subjects": ["doc-1"],
        "weight": 3.0,
    }


def test_a_decision_says_who_when_why_and_how_it_stands() -> None:
    decision = Decision("split", ("stm-2",), "I. Ferrand", "two quays", others=("stm-1",))
    row = decision_row(Verdict(Decided(decision, AT), "overridden", ("dec-9",)))
    assert (row["id"], row["at"], row["by"], row["why"]) == (
        decision.id, AT, "I. Ferrand", "two quays",
    )  # fmt: skip
    assert (row["subjects"], row["others"]) == (["stm-2"], ["stm-1"])
    assert (row["state"], row["because"]) == ("overridden", ["dec-9"])
    assert [row[name] for name in ("field", "value", "reverses", "after")] == [None] * 4


def test_a_corrected_value_stands_beside_the_machines() -> None:
    corrected = Corrected("evt-1", "day", "2031-04-12", "2031-04-11", "I. F.", "log", "dec-1", ())
    row = corrected_row(corrected)
    assert (row["machine"], row["value"], row["by"]) == ("2031-04-12", "2031-04-11", "I. F.")


def test_a_correction_says_where_its_words_stand() -> None:
    span = span_at(TEXT, Extent(0, 23), document="doc-2")
    revision = Revision("doc-2", "", span.exact, "update", "The Herald", new_span=span)
    row = correction_row(revision)
    assert (row["old"], row["new"], row["effect"]) == (None, "Fire destroyed 11 boats", None)
    assert row["old_at"] is None
    assert row["new_at"] == {"document": "doc-2", "start": 0, "end": 23}
