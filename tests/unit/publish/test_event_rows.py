"""`onrecord.event/1`: an event with every account in exact words, and why they were joined."""

from __future__ import annotations

import json
from typing import Any

from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.event import Harm, ResponsibilityClaim, event_from
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup, Ground, Join
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import Where
from onrecord.publish.event_rows import EVENT_SCHEMA, event_row, line_row

MONDAY = day("2031-04-07", "on Monday")


def told(publisher: str) -> Reading:
    words = "Guards fired on a crowd on Monday"
    said = Said(words, when=MONDAY, actor="Guards", recipient="a crowd")
    return report(f"{publisher}. {words}.", said, publisher=publisher, title="Shots")


READINGS = told("Herald"), told("Post")
FIRST, SECOND = (one.statements[0] for one in READINGS)
DOCUMENTS = {one.document.id: one.document for one in READINGS}
STATEMENTS = {FIRST.id: FIRST, SECOND.id: SECOND}


def group() -> EventGroup:
    event = event_from(
        [FIRST, SECOND],
        act=Act("PLOVER", "ASSAULT", "firearms"),
        when=MONDAY,
        where=Where("in Selden", "Selden"),
        harm=(Harm("killed", "not_stated", 3, None, None, "one figure", (FIRST.id,)),),
        responsibility=(ResponsibilityClaim("the mayor", "the guard", "attributes", FIRST.id),),
    )
    accounts = tuple(Account(one.document, "wire", (one.id,)) for one in (FIRST, SECOND))
    return EventGroup(event, accounts, (Join(FIRST.id, SECOND.id, 2.0, (Ground("day", 2.0),)),))


def row() -> dict[str, Any]:
    made = event_row(group(), DOCUMENTS, STATEMENTS)
    loaded: dict[str, Any] = json.loads(json.dumps(made))
    return loaded


def test_a_row_names_its_schema_and_the_fields_of_the_event() -> None:
    made = row()
    assert made["schema"] == EVENT_SCHEMA == "onrecord.event/1"
    assert made["id"] == group().event.id
    assert made["act"] == {"scheme": "PLOVER", "code": "ASSAULT", "mode": "firearms"}
    assert made["when"]["edtf"] == "2031-04-07"
    assert made["where"]["name"] == "Selden"
    assert (made["actors"], made["recipients"]) == (["Guards"], ["a crowd"])
    assert made["status"] == "reported"
    assert made["grade"] is None


def test_harm_and_claims_cite_their_statements() -> None:
    made = row()
    assert made["harm"][0]["statements"] == [FIRST.id]
    assert (made["harm"][0]["low"], made["harm"][0]["high"]) == (3, None)
    assert made["responsibility"][0]["statement"] == FIRST.id


def test_every_account_stands_there_in_exact_words() -> None:
    made = row()
    assert (made["independent_sources"], made["reports"]) == (1, 2)
    assert [one["publisher"] for one in made["accounts"]] == ["Herald", "Post"]
    for account, reading in zip(made["accounts"], READINGS, strict=True):
        (said,) = account["statements"]
        assert reading.text[said["start"] : said["end"]] == said["text"]


def test_a_join_gives_its_grounds() -> None:
    (join,) = row()["joins"]
    assert join == {
        "earlier": FIRST.id,
        "later": SECOND.id,
        "score": 2.0,
        "grounds": [{"name": "day", "points": 2.0, "words": None}],
    }


def test_what_is_not_known_is_null() -> None:
    unknown = Unknown("not stated")
    event = event_from([FIRST], act=unknown, when=unknown, where=unknown)
    bare = EventGroup(event, (Account(FIRST.document, "herald", (FIRST.id,)),))
    made = event_row(bare, DOCUMENTS, STATEMENTS)
    assert made["act"] is None
    assert made["where"] is None
    assert made["when"] == {
        "edtf": None, "text": None, "basis": "unknown", "reason": "not stated",
    }  # fmt: skip


def test_a_line_adds_its_rank_its_words_and_why() -> None:
    line = EventLine(
        group(), FIRST, "shooting", 4, (Ground("day", 1.5, "stated"),), "long before",
        days=(("2031-04-07", 2),),
    )  # fmt: skip
    made = line_row(line, DOCUMENTS, STATEMENTS)
    assert made["days"] == [{"edtf": "2031-04-07", "origins": 2}]
    assert (made["rank"], made["kind"]) == (4, "shooting")
    assert made["words"] == {
        "id": FIRST.id,
        "document": FIRST.document,
        "start": FIRST.content.start,
        "end": FIRST.content.end,
        "text": FIRST.content.exact,
    }
    assert made["salience"] == [{"name": "day", "points": 1.5, "words": "stated"}]
    assert made["background"] == "long before"
