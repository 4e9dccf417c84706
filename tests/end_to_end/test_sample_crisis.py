"""Each difficulty planted in `examples/` comes out as `examples/EXPECTED.md` says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.end_to_end.conftest import Onrecord, Row

from onrecord.capture.capture import capture
from onrecord.capture.origin import Origin
from onrecord.config import load_settings
from onrecord.domain.document import Document
from onrecord.pipeline.record import load_readings
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.wiring import open_record, reader


@pytest.fixture(scope="module")
def reconciled(store: Path) -> Reconciled:
    with open_record(load_settings(store=store), read_only=True) as record:
        return reconcile(load_readings(record.store, record.archive))


@pytest.fixture
def statements(onrecord: Onrecord, store: Path) -> list[Row]:
    return onrecord("statements", "--store", store, "--json").rows()


@pytest.fixture
def tallies(onrecord: Onrecord, store: Path) -> list[Row]:
    return onrecord("tallies", "--store", store, "--json").rows()


@pytest.fixture
def timeline(onrecord: Onrecord, store: Path) -> list[Row]:
    return onrecord("timeline", "--store", store, "--json").rows()


def _figures(tallies: list[Row], unit: str) -> list[Row]:
    return [one for tally in tallies if tally["unit"] == unit for one in tally["observations"]]


def _with(statements: list[Row], words: str) -> list[Row]:
    found = [one for one in statements if words in one["text"]]
    assert found, words
    return found


def _steps(tally: Row, statements: dict[str, Row]) -> list[tuple[Any, ...]]:
    def figure(name: str) -> tuple[Any, Any]:
        one = next(o for o in tally["observations"] if o["statement"] == name)
        return one["low"], one["high"]

    assert statements
    return [
        (figure(step["earlier"]), figure(step["later"]), step["change"], step["kind"])
        for step in tally["steps"]
    ]


def test_strikes_and_boats_are_never_one_count(tallies: list[Row]) -> None:
    strikes = {one["low"] for one in _figures(tallies, "strikes")}
    boats = {one["low"] for one in _figures(tallies, "boats")}
    assert {6, 17, 19, 24} <= strikes
    assert 21 in boats
    assert 21 not in strikes
    assert not strikes & boats


def test_strikes_rise_by_at_least_five_and_the_dead_by_nobody_knows(
    tallies: list[Row], statements: list[Row]
) -> None:
    by_id = {one["id"]: one for one in statements}
    strikes = next(one for one in tallies if one["unit"] == "strikes")
    killed = [one for one in tallies if one["unit"] == "people_killed"]
    assert ((19, 19), (24, None), {"low": 5, "high": None}, "rise") in _steps(strikes, by_id)
    steps = [step for tally in killed for step in _steps(tally, by_id)]
    moved = [step for step in steps if step[0] == (72, None) and step[1] == (81, None)]
    assert moved
    assert all("unknown" in step[2] for step in moved)


def test_a_falling_toll_of_one_issuer_is_a_revision_and_keeps_the_old_figure(
    tallies: list[Row], statements: list[Row]
) -> None:
    by_id = {one["id"]: one for one in statements}
    port = next(
        one
        for one in tallies
        if one["unit"] == "people_killed" and any(o["high"] == 33 for o in one["observations"])
    )
    lows = [one["low"] for one in port["observations"]]
    assert 40 in lows
    falls = [step for step in _steps(port, by_id) if step[1] == (33, 33)]
    assert falls
    assert {step[3] for step in falls} == {"revision"}


def test_the_union_keeps_counting_upwards_beside_it(
    tallies: list[Row], statements: list[Row]
) -> None:
    by_id = {one["id"]: one for one in statements}
    steps = [step for tally in tallies for step in _steps(tally, by_id)]
    assert ((38, 38), (41, 41), {"low": 3, "high": 3}, "rise") in steps


def test_three_reprints_and_the_feed_are_one_origin(reconciled: Reconciled) -> None:
    origins = {
        reading.document.publisher: dict(reconciled.lineages)[reading.document.id]
        for reading in reconciled.readings
    }
    reprints = {origins[name] for name in ("Harbour Gazette", "Ilvane Tribune", "Northcoast Post")}
    assert reprints == {"meridian wire"}


def test_the_edited_article_is_a_new_version_and_its_changes_are_kept(
    reconciled: Reconciled, statements: list[Row]
) -> None:
    assert len(reconciled.superseded) == 1
    changed = {(one.old, one.new) for one in reconciled.revisions}
    assert len(changed) == 2
    assert any("14 boats" in old and "11 boats" in new for old, new in changed)
    assert any("no fragments" in old and "fragments that may" in new for old, new in changed)
    old = reconciled.superseded[0].document
    assert any(one["document"] == old.id for one in statements)
    live = {one.document.id for one in reconciled.readings}
    assert old.id not in live


def test_a_denial_is_the_deniers_alone(statements: list[Row]) -> None:
    denial = _with(statements, "forces had carried out any operation on land")[0]
    assert denial["kind"] == "say.deny"
    assert denial["factuality"][-1]["value"] == "CT-"
    assert denial["factuality"][0] == {"source": "author", "value": "Uu", "aux": ["negation"]}
    assert "navy" in denial["speaker"][-1]


@pytest.mark.parametrize(
    "words",
    [
        "The presidency of Velmara declined to comment",
        "refused to comment on the explosion",
        "the minister declined to answer",
    ],
)
def test_a_refusal_to_comment_changes_no_certainty(statements: list[Row], words: str) -> None:
    for one in _with(statements, words):
        assert one["kind"] == "say.decline"
        assert one["factuality"][-1]["value"] == "Uu"


@pytest.mark.parametrize(
    "words",
    [
        "strike the port of Selden",
        "strike on the port of Selden",
        "hit the oil terminal at Selden",
        "exchange of fire that neither side wants",
        "If the blast were shown to be an attack",
    ],
)
def test_nothing_imagined_happens(statements: list[Row], timeline: list[Row], words: str) -> None:
    for one in _with(statements, words):
        aux = set(one["factuality"][-1]["aux"])
        assert aux & {"hypothetical", "counterfactual", "future", "question"}, one
    assert not [entry for entry in timeline if words in entry["statement"]["text"]]


def test_planned_talks_are_not_on_their_day(timeline: list[Row]) -> None:
    assert not [entry for entry in timeline if entry["when"]["edtf"] == "2031-05-20"]


def test_the_undated_analysis_keeps_its_words_and_gets_no_day(statements: list[Row]) -> None:
    for words in ("sent two more frigates", "Last week the Assembly declined to limit"):
        one = _with(statements, words)[0]
        assert one["when"]["edtf"] is None
        assert one["when"]["reason"]
    assert _with(statements, "sent two more frigates")[0]["when"]["text"] == "Yesterday"


def test_a_wrong_weekday_is_flagged_and_not_corrected(statements: list[Row]) -> None:
    one = _with(statements, "came within 200 metres of each other")[0]
    assert one["when"]["edtf"] == "2031-04-15"
    assert "Tuesday" in (one["when"]["conflict"] or "")
    assert one["notes"]


def test_a_quotation_changed_inside_its_marks_is_shown(reconciled: Reconciled) -> None:
    altered = [one for one in reconciled.links if one.subtype == "quotation_altered"]
    assert altered
    assert any("every honest sailor" in one.reason for one in altered)
    assert any("every Ilvanian sailor" in one.reason for one in altered)


def test_a_chain_of_sources_is_kept_in_order(statements: list[Row]) -> None:
    one = _with(statements, "no legal opinion covering strikes on land")[0]
    assert one["kind"] == "law.scope_limit"
    assert one["factuality"][-1]["value"] == "CT-"
    assert [name for name in one["speaker"] if "Selden Herald" in name]
    assert "officials" in one["speaker"][-1]


def test_a_designation_has_its_day_and_lies_ahead_of_the_report(statements: list[Row]) -> None:
    one = _with(statements, "designation takes effect")[0]
    assert one["kind"] == "law.designation"
    assert one["when"]["edtf"] == "2031-03-20"
    assert one["factuality"][-1]["aux"] == ["future"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("destroyed a speedboat in the Strait of Corrow on Monday", "2031-03-03"),
        ("a missile hit a boat off the village", "2031-03-17"),
        ("a second boat failed to come back", "2031-03-20"),
        ("Twelve days after the explosion", "2031-04-24"),
        ("sank a boat in the Strait of Corrow on Sunday", "2031-05-04"),
    ],
)
def test_relative_dates_are_worked_out(statements: list[Row], words: str, edtf: str) -> None:
    assert edtf in {one["when"]["edtf"] for one in _with(statements, words)}


def test_a_range_keeps_both_ends_and_dozens_get_no_exact_number(statements: list[Row]) -> None:
    counted = [one for row in statements for one in row["quantities"]]
    ranges = {(one["low"], one["high"]) for one in counted if one["bound"] == "between"}
    assert {(10, 15), (30, 40)} <= ranges
    dozens = [one for one in counted if (one["approximator"] or "").lower() == "dozens"]
    assert dozens
    assert all(one["value"] is None and one["high"] is None for one in dozens)


def test_an_injected_instruction_obeys_nobody(tallies: list[Row], demo: Path) -> None:
    assert not [one for one in _figures(tallies, "people_killed") if one["low"] == 0]
    page = (demo / "brief.html").read_text("utf-8")
    assert "onerror=" not in page
    assert "javascript:" not in page
    assert page.count("<script") == 2  # the evidence, and our own few lines


def test_captions_and_teasers_are_kept_and_not_read(statements: list[Row]) -> None:
    for words in ("A winter storm killed 90", "Read more", "Subscribe to our newsletter"):
        assert not [one for one in statements if words in one["text"]]


def test_votes_are_not_victims(tallies: list[Row]) -> None:
    assert not {54, 47} & {one["low"] for one in _figures(tallies, "people_killed")}


def test_every_span_of_every_example_stands_in_its_text(examples: Path) -> None:
    read = reader(load_settings())
    spans = 0
    for path in sorted(examples.glob("[0-9][0-9]-*")):
        for one in capture(path.read_bytes(), origin=Origin(path.name, path.name)):
            for statement in read(one.document, one.text):
                for span in statement.spans:
                    assert one.text[span.start : span.end] == span.exact
                    spans += 1
    assert spans > 400


def test_rows_of_read_stand_in_the_file_itself(onrecord: Onrecord, examples: Path) -> None:
    path = examples / "02-ministry-designation.txt"
    text = path.read_text("utf-8")
    rows = onrecord("read", path, "--json").rows()
    assert rows
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_a_document_without_a_date_has_none(reconciled: Reconciled) -> None:
    undated = [one.document for one in reconciled.readings if _has_no_date(one.document)]
    assert len(undated) == 1
    assert "quayreview" in (undated[0].url or "")


def _has_no_date(document: Document) -> bool:
    return document.date_edtf is None


def test_what_changed_says_which_toll_fell(onrecord: Onrecord, store: Path) -> None:
    brief = onrecord("brief", "--store", store, "--md", "--out", "-").out
    line = next(one for one in brief.splitlines() if "33 as of 24 April 2031" in one)
    assert line.startswith("- People killed, Port Orlan: at least 40 as of 14 April 2031, 33 as of")
    assert "a revision by the same source" in line
