"""The scorers of benchmarks/scoring, on cases small enough to count by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from benchmarks.scoring.measures import BadAnswerError, Figures
from benchmarks.scoring.score import Result, score
from benchmarks.scoring.tasks import SCORERS, headline_of

Row = dict[str, Any]

# "Sarn said the port fell. It rained." - source 0-4, cue 5-9, content 10-23.
TEXT = "Sarn said the port fell. It rained."


def one(task: str, gold: Row, answer: Row | None, given: Row | None = None) -> Result:
    """Score one record of a task."""
    answers = {} if answer is None else {"a": {"id": "a"} | answer}
    return score(
        task, {"a": {"id": "a"} | gold}, answers, {"a": {"id": "a", "text": TEXT} | (given or {})}
    )


def figures(task: str, gold: Row, answer: Row | None, given: Row | None = None) -> Figures:
    return one(task, gold, answer, given).figures


def relation(source: list[Any], cue: list[Any], content: list[Any]) -> Row:
    return {"source": source, "cue": cue, "content": content}


GOLD_RELATION = relation([[0, 4]], [[5, 9]], [[10, 23]])


@pytest.mark.parametrize(
    ("found", "triple", "cue", "content"),
    [
        pytest.param([GOLD_RELATION], 1, 1, 1, id="the same"),
        pytest.param(
            [relation([[2, 9]], [[8, 12]], [[10, 17]])], 1, 1, 1, id="half of the content"
        ),
        pytest.param([relation([[0, 4]], [[5, 9]], [[10, 16]])], 0, 1, 0, id="less than half"),
        pytest.param([relation([], [[5, 9]], [[10, 23]])], 0, 1, 1, id="no source"),
        pytest.param([relation([[0, 4]], [[25, 27]], [[10, 23]])], 0, 0, 1, id="another cue"),
        pytest.param([GOLD_RELATION, GOLD_RELATION], 2 / 3, 2 / 3, 2 / 3, id="one to one"),
        pytest.param([], 0, 0, 0, id="nothing"),
    ],
)
def test_a_triple_needs_cue_source_and_half_of_the_content(
    found: list[Row], triple: float, cue: float, content: float
) -> None:
    got = figures("attribution", {"relations": [GOLD_RELATION]}, {"relations": found})
    assert got["triple.f1"] == pytest.approx(triple)
    assert got["cue.f1"] == pytest.approx(cue)
    assert got["content.f1"] == pytest.approx(content)


def test_sources_agree_where_both_are_empty() -> None:
    nobody = relation([], [[5, 9]], [[10, 23]])
    got = figures("attribution", {"relations": [nobody]}, {"relations": [nobody]})
    assert got["triple.f1"] == 1
    assert got["source.accuracy"] == 1


def test_words_quoted_falsely_match_nothing_and_count_as_found() -> None:
    false = GOLD_RELATION | {"text": {"cue": ["denied"]}}
    got = figures("attribution", {"relations": [GOLD_RELATION]}, {"relations": [false]})
    assert (got["triple.hits"], got["triple.found"], got["bad_quotes"]) == (0, 1, 1)


TIMES = {
    "scored": [[0, 24]],
    "times": [
        {"start": 5, "end": 9, "type": "DATE", "value": "2031-04-08"},
        {"start": 10, "end": 18, "type": "DATE", "value": "2031", "optional": True},
    ],
}


def time(start: int, end: int, value: str | None = "2031-04-08", kind: str = "DATE") -> Row:
    return {"start": start, "end": end, "type": kind, "value": value}


@pytest.mark.parametrize(
    ("found", "strict", "relaxed", "type_", "value"),
    [
        pytest.param([time(5, 9)], 1, 1, 1, 1, id="the same"),
        pytest.param([time(4, 7)], 0, 1, 1, 1, id="overlap"),
        pytest.param([time(5, 9, "2031")], 1, 1, 1, 0, id="another value"),
        pytest.param([time(5, 9, kind="TIME")], 1, 1, 0, 1, id="another type"),
        pytest.param([time(5, 9), time(10, 18)], 1, 1, 1, 1, id="optional gold is free"),
        pytest.param([time(5, 9), time(26, 30)], 1, 1, 1, 1, id="outside what is scored"),
        pytest.param([time(5, 9), time(19, 23)], 2 / 3, 2 / 3, 2 / 3, 2 / 3, id="one too many"),
        pytest.param([time(5, 9) | {"text": "late"}], 0, 0, 0, 0, id="false quote"),
    ],
)
def test_times_are_matched_by_overlap_and_judged_by_value(
    found: list[Row], strict: float, relaxed: float, type_: float, value: float
) -> None:
    got = figures("time", TIMES, {"times": found})
    names = ("strict.f1", "relaxed.f1", "type.f1", "value.f1")
    assert [got[name] for name in names] == pytest.approx([strict, relaxed, type_, value])


def test_certainty_is_the_mean_of_three_macro_f1_and_open_labels_are_not_asked() -> None:
    gold = {
        "events": [
            {"start": 5, "end": 9, "certainty": "CERTAIN", "polarity": "POS", "time": None},
            {"start": 19, "end": 23, "certainty": "POSSIBLE", "polarity": "POS", "time": "FUTURE"},
        ]
    }
    found = {"start": 5, "end": 9, "certainty": "CERTAIN", "polarity": "POS", "time": "FUTURE"}
    got = figures("certainty", gold, {"events": [found]})
    assert got["certainty.macro_f1"] == pytest.approx((1 + 0) / 2)
    assert got["polarity.macro_f1"] == pytest.approx(2 / 3)
    assert got["time.macro_f1"] == 0
    assert got["macro_f1"] == pytest.approx((1 / 2 + 2 / 3) / 3)


QUANTITY = {"value": 72, "bound": ">", "unit": "people"}


@pytest.mark.parametrize(
    ("gold", "found", "value", "bound", "unit"),
    [
        pytest.param(QUANTITY, [QUANTITY], 1, 1, 1, id="the same"),
        pytest.param(QUANTITY, [QUANTITY | {"value": 72.0005}], 1, 1, 1, id="within tolerance"),
        pytest.param(QUANTITY, [QUANTITY | {"value": 72.01}], 0, 0, 0, id="beyond it"),
        pytest.param(QUANTITY, [QUANTITY | {"bound": "="}], 1, 0, 1, id="another bound"),
        pytest.param(QUANTITY, [QUANTITY | {"unit": None}], 1, 1, 0, id="no unit"),
        pytest.param(QUANTITY, [QUANTITY | {"value": [72, 80]}], 0, 0, 0, id="a range"),
        pytest.param(
            QUANTITY | {"value": [60, 72]}, [QUANTITY | {"value": [60, 72]}], 1, 1, 1, id="ranges"
        ),
        pytest.param(
            QUANTITY, [QUANTITY | {"bound": "="}, QUANTITY], 2 / 3, 2 / 3, 2 / 3, id="better first"
        ),
    ],
)
def test_quantities_are_matched_by_value_and_judged_by_bound_and_unit(
    gold: Row, found: list[Row], value: float, bound: float, unit: float
) -> None:
    got = figures("quantity", {"quantities": [gold]}, {"quantities": found})
    names = ("value.f1", "value_bound.f1", "value_unit.f1")
    assert [got[name] for name in names] == pytest.approx([value, bound, unit])
    assert got["bound_recall.>"] == min(1, bound * 2)


INCIDENT = {
    "type": ["BOMBING"],
    "stage": ["ACCOMPLISHED"],
    "date": [{"lo": "1990-01-09", "hi": "1990-01-09"}],
    "location": [{"country": "Corrow", "places": ["Port Orlan"]}],
    "perpetrators": [{"names": ["Corrow Front"], "confidence": ["accused_by_authorities"]}],
    "victims": [{"names": ["fishermen of Orlan", "crew"]}],
    "targets": [],
    "killed": {"low": 2, "high": None},
    "injured": None,
}


@pytest.mark.parametrize(
    ("change", "slot", "credit"),
    [
        ({}, "type", 1),
        ({"stage": ["ATTEMPTED"]}, "stage", 0),
        ({"date": [{"lo": "1990-01-09", "hi": "1990-01-12"}]}, "date", 0.5),
        ({"date": [{"lo": "1990-01-08", "hi": "1990-01-09"}]}, "date", 0.5),
        ({"date": [{"lo": "1990-02-01", "hi": "1990-02-01"}]}, "date", 0),
        ({"location": [{"country": "CORROW", "places": ["PORT  ORLAN"]}]}, "location", 1),
        ({"location": [{"country": "Corrow", "places": ["Velmar"]}]}, "location", 0.5),
        ({"perpetrators": [{"names": ["the corrow front"]}]}, "perpetrator", 1),
        ({"perpetrators": [{"names": ["army"]}]}, "perpetrator", 0),
        (
            {"perpetrators": [{"names": ["Corrow Front"], "confidence": ["accused"]}]},
            "confidence",
            0.5,
        ),
        ({"victims": [{"names": ["two fishermen"]}]}, "victim", 1),
        ({"killed": {"low": 2, "high": 2}}, "killed", 0.5),
        ({"killed": {"low": 2, "high": None}}, "nonpoint_counts", 1),
        ({"killed": {"low": 3, "high": None}}, "killed", 0),
    ],
)
def test_slots_are_right_in_part_or_not(change: Row, slot: str, credit: float) -> None:
    got = figures("muc", {"incidents": [INCIDENT]}, {"incidents": [INCIDENT | change]})
    assert got["detection.f1"] == 1
    assert got[f"{slot}.hits"] == credit


def test_incidents_of_another_type_are_missing_and_too_many() -> None:
    got = figures("muc", {"incidents": [INCIDENT]}, {"incidents": [INCIDENT | {"type": "ARSON"}]})
    assert (got["detection.hits"], got["detection.gold"], got["detection.found"]) == (0, 1, 1)
    assert (got["date.gold"], got["date.found"], got["date.hits"]) == (1, 1, 0)


def test_optional_incidents_and_parties_cost_nothing_when_missed() -> None:
    optional = INCIDENT | {"optional": True}
    assert figures("muc", {"incidents": [optional]}, {"incidents": []})["detection.gold"] == 0
    victims = [{"names": ["crew"], "optional": True}]
    got = figures(
        "muc",
        {"incidents": [INCIDENT | {"victims": victims}]},
        {"incidents": [INCIDENT | {"victims": []}]},
    )
    assert got["victim.gold"] == 0


def test_counts_of_nobody_are_not_stated() -> None:
    nobody = INCIDENT | {"killed": {"low": 0, "high": 0}}
    got = figures("muc", {"incidents": [nobody]}, {"incidents": [nobody]})
    assert (got["killed.gold"], got["killed.found"]) == (0, 0)


ORLAN = {"start": 14, "end": 18, "name": "Port", "lat": 10.0, "lon": 20.0}


@pytest.mark.parametrize(
    ("found", "detection", "whole", "median"),
    [
        pytest.param([ORLAN], 1, 1, 0, id="the same"),
        pytest.param([ORLAN | {"lat": 11.0}], 1, 1, 111.195, id="one degree north"),
        pytest.param([ORLAN | {"lat": 12.0}], 1, 0, 222.390, id="two degrees north"),
        pytest.param([{"start": 16, "end": 23}], 1, 0, 20039, id="nowhere"),
        pytest.param([ORLAN | {"start": 19, "end": 23}], 0, 0, None, id="elsewhere in the text"),
    ],
)
def test_places_are_found_by_overlap_and_right_within_161_km(
    found: list[Row], detection: float, whole: float, median: float | None
) -> None:
    got = figures("geo", {"toponyms": [ORLAN]}, {"toponyms": found})
    assert got["detection.f1"] == detection
    assert got["end_to_end_161km.f1"] == whole
    assert got["median_km"] == (None if median is None else pytest.approx(median, abs=0.01))


def test_gold_without_coordinates_leaves_resolution_with_its_answers() -> None:
    unknown = ORLAN | {"lat": None, "lon": None}
    got = figures("geo", {"toponyms": [unknown]}, {"toponyms": [ORLAN]})
    assert got["detection.f1"] == 1
    assert (got["end_to_end_161km.gold"], got["end_to_end_161km.found"]) == (0, 0)


def test_articles_are_compared_by_runs_of_four_words() -> None:
    got = figures("extract", {"text": "a b c d e"}, {"text": "a b c d, x"})
    assert (got["shingle.precision"], got["shingle.recall"]) == (0.5, 0.5)
    assert got["exact"] == 0
    assert figures("extract", {"text": "A, b."}, {"text": "A b"})["exact"] == 1


def test_a_page_without_an_answer_lowers_recall_alone() -> None:
    gold = {name: {"id": name, "text": "a b c d"} for name in "xy"}
    got = score("extract", gold, {"x": {"id": "x", "text": "a b c d"}}, {}).figures
    assert (got["shingle.precision"], got["shingle.recall"]) == (1, 0.5)


def test_events_are_scored_by_root_and_by_quad_class_of_the_root() -> None:
    gold = {
        "a": {"id": "a", "label": "AID", "quad": 2},
        "b": {"id": "b", "label": "ASSAULT", "quad": 4},
        "c": {"id": "c", "label": "ASSAULT", "quad": 4},
    }
    answers = {"a": {"id": "a", "label": "YIELD"}, "b": {"id": "b", "label": "ASSAULT"}}
    got = score("events", gold, answers, {})
    assert got.unanswered == 1
    assert got.figures["root.accuracy"] == pytest.approx(1 / 3)
    assert got.figures["root.macro_f1"] == pytest.approx((0 + 2 / 3) / 2)
    assert got.figures["quad.macro_f1"] == pytest.approx((1 + 2 / 3) / 2)


PARTIES = {"actor": {"spans": [[0, 4]]}, "recipient": {"spans": [[10, 18]]}}


@pytest.mark.parametrize(
    ("rows", "whole", "pair"),
    [
        pytest.param([("ACCUSE", [2, 4], [14, 18])], 1, 1, id="all three"),
        pytest.param([("REJECT", [0, 4], [10, 18])], 0, 1, id="another root"),
        pytest.param([("ACCUSE", [10, 18], [0, 4])], 0, 0, id="the other way round"),
        pytest.param(
            [("ACCUSE", [0, 4], [25, 27]), ("REJECT", [0, 4], [10, 18])], 0, 1, id="not on one row"
        ),
        pytest.param([("ACCUSE", [0, 4], None)], 0, 0, id="no recipient"),
        pytest.param([], 0, 0, id="nothing"),
    ],
)
def test_whole_events_need_all_three_on_one_row(
    rows: list[tuple[str, list[int], list[int] | None]], whole: float, pair: float
) -> None:
    found = [{"label": label, "actor": a, "recipient": b} for label, a, b in rows]
    got = figures("events_whole", {"label": "ACCUSE"}, {"events": found}, PARTIES)
    assert (got["whole.recall"], got["pair.recall"]) == (whole, pair)
    assert got["rows_per_record"] == len(rows)


def test_a_clause_for_a_party_is_not_close() -> None:
    row = {"label": "ACCUSE", "actor": [0, 4], "recipient": [10, 35]}
    gold, close = {"label": "ACCUSE"}, row | {"recipient": [12, 20]}
    assert figures("events_whole", gold, {"events": [row]}, PARTIES)["whole.close_recall"] == 0
    assert figures("events_whole", gold, {"events": [close]}, PARTIES)["whole.close_recall"] == 1


def test_a_party_without_a_span_in_the_gold_is_not_asked() -> None:
    row = {"label": "ACCUSE", "actor": [0, 4], "recipient": None}
    parties = PARTIES | {"recipient": {"spans": []}}
    got = figures("events_whole", {"label": "ACCUSE"}, {"events": [row]}, parties)
    assert got["whole.recall"] == 1


PLACE = {"city": "Orlan", "state": "Corrow", "lat": 10.0, "lon": 20.0}


def incident(name: str, *docs: str) -> Row:
    counts = {"low": 2, "high": 2}
    return {
        "id": name, "docs": list(docs), "date": "2031-04-08", "place": PLACE,
        "killed": counts, "injured": counts,
    }  # fmt: skip


POOL = {"i": incident("i", "a", "b", "c"), "j": incident("j", "d")}


def pool(*clusters: Row, given: Mapping[str, Row] | None = None) -> Figures:
    return score("reconcile", POOL, {one["id"]: one for one in clusters}, given or {}).figures


def test_clusters_are_scored_by_pairs_and_b_cubed() -> None:
    got = pool({"id": "1", "docs": ["a", "b"]}, {"id": "2", "docs": ["c", "d"]})
    assert (got["pairs.hits"], got["pairs.gold"], got["pairs.found"]) == (1, 3, 2)
    assert got["b_cubed.precision"] == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert got["b_cubed.recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert got["recovered"] == 2


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "2031-04-09"}, {"date_exact": 0, "date_1day": 1}),
        ({"place": {"city": "orlan (harbour)", "state": "corrow"}}, {"place_25km": 1}),
        ({"place": {"lat": 10.1, "lon": 20.0}}, {"place_25km": 1}),
        ({"place": {"lat": 10.5, "lon": 20.0}}, {"place_25km": 0}),
        (
            {"killed": {"low": 1, "high": 3}},
            {"killed_exact": 0, "killed_covered": 1, "mean_width": 2},
        ),
        ({"killed": {"low": 2, "high": None}}, {"killed_covered": 1, "open_share": 1}),
        ({"killed": {"low": 3, "high": 3}}, {"killed_covered": 0}),
    ],
)
def test_fields_of_recovered_incidents_are_compared(fields: Row, expected: Row) -> None:
    got = pool({"id": "1", "docs": ["a", "b", "c"]} | fields)
    assert {name: got[name] for name in expected} == expected


def test_a_field_with_false_evidence_is_wrong() -> None:
    proof = {"doc": "a", "start": 0, "end": 3, "text": "Two"}
    cluster = {
        "id": "1",
        "docs": ["a", "b", "c"],
        "killed": {"low": 2, "high": 2, "evidence": proof},
    }
    given = {name: {"id": name, "text": "Two died."} for name in "abcd"}
    assert pool(cluster, given=given)["killed_exact"] == 1
    given["a"] = {"id": "a", "text": "2 died."}
    got = pool(cluster, given=given)
    assert (got["killed_exact"], got["bad_quotes"]) == (0, 1)


@pytest.mark.parametrize(
    ("task", "gold", "answer"),
    [
        ("attribution", {"relations": []}, {}),
        ("attribution", {"relations": []}, {"relations": [relation([[4, 0]], [], [])]}),
        ("attribution", {"relations": []}, {"relations": [relation([[0, 99]], [], [])]}),
        ("time", TIMES, {"times": ["1931"]}),
        ("time", TIMES, {"times": [time(5, 9) | {"value": 1931}]}),
        ("certainty", {"events": []}, {"events": [{"start": 1.0, "end": 2}]}),
        ("quantity", {"quantities": []}, {"quantities": [{"value": True}]}),
        ("quantity", {"quantities": []}, {"quantities": [{"value": [1, 2, 3]}]}),
        ("muc", {"incidents": []}, {"incidents": [{"date": [{"lo": "soon"}]}]}),
        ("muc", {"incidents": []}, {"incidents": [{"killed": 3}]}),
        ("geo", {"toponyms": []}, {"toponyms": [ORLAN | {"lat": 91}]}),
        ("extract", {"text": "a"}, {"text": None}),
        ("events", {"label": "AID", "quad": 2}, {"label": 2}),
        ("events", {"label": "AID", "quad": 2}, {"label": "AID", "quad": "2"}),
    ],
)
def test_answers_that_do_not_follow_the_format_are_refused_by_id(
    task: str, gold: Row, answer: Row
) -> None:
    with pytest.raises(BadAnswerError, match=r"^id 'a': "):
        one(task, gold, answer)


@pytest.mark.parametrize(
    "clusters",
    [
        [{"id": "1", "docs": ["z"]}],
        [{"id": "1", "docs": ["a"]}, {"id": "2", "docs": ["a"]}],
        [{"id": "1", "docs": "a"}],
        [{"id": "1", "docs": ["a", "b", "c"], "date": "April"}],
    ],
)
def test_clusters_that_are_none_are_refused(clusters: list[Row]) -> None:
    with pytest.raises(BadAnswerError, match=r"^(cluster '1'|document 'a')"):
        pool(*clusters)


def test_answers_to_nothing_asked_are_refused() -> None:
    with pytest.raises(BadAnswerError, match="'b' is not in the gold"):
        score("extract", {"a": {"id": "a", "text": ""}}, {"b": {"id": "b", "text": ""}}, {})


def test_every_headline_is_a_figure_even_of_nothing() -> None:
    for task in SCORERS:
        assert headline_of(task) in score(task, {}, {}, {}).figures
    assert headline_of("reconcile") in score("reconcile", {}, {}, {}).figures


def test_groups_are_scored_apart() -> None:
    gold = {name: {"id": name, "text": "a b c d", "group": f"g{name}"} for name in "xy"}
    got = score("extract", gold, {"x": {"id": "x", "text": "a b c d"}}, {})
    assert {name: one["shingle.f1"] for name, one in got.groups.items()} == {"gx": 1, "gy": 0}


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    gold = {str(n): {"id": str(n), "text": "a b c d"} for n in range(40)}
    answers = {name: row for name, row in gold.items() if int(name) % 4}
    first = score("extract", gold, answers, {})
    assert first.interval is not None
    low, high = first.interval
    assert low < (first.figures["shingle.f1"] or 0) < high
    assert score("extract", gold, answers, {}).interval == first.interval
    assert score("extract", gold, answers, {}, resamples=0).interval is None
