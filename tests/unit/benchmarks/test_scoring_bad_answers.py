"""Whatever an answer holds, it is scored or refused; nothing else happens."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from benchmarks.scoring.measures import BadAnswerError
from benchmarks.scoring.score import score
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Sarn said the port fell. It rained."
SPAN = {"start": 5, "end": 9, "text": "said"}
COUNT = {
    "low": 1,
    "high": 2,
    "evidence": {"doc": "a", "start": 0, "end": 4, "text": "Sarn"},
}
PLACE = {"city": "Orlan", "state": "Corrow", "lat": 1.0, "lon": 2.0}
INCIDENT = {
    "type": ["BOMBING"],
    "stage": ["ACCOMPLISHED"],
    "date": [{"lo": "1990-01-09", "hi": "1990-01-09"}],
    "location": [{"country": "Corrow", "places": ["Orlan"]}],
    "perpetrators": [{"names": ["Front"], "confidence": ["fact"], "optional": False}],
    "victims": [{"names": ["crew"]}],
    "targets": [{"names": ["quay"]}],
    "killed": {"low": 2, "high": None},
    "injured": None,
}
#: Gold by task, which is also a right answer.
RIGHT: dict[str, dict[str, Any]] = {
    "attribution": {"relations": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 23]]}]},
    "time": {"scored": [[0, 24]], "times": [SPAN | {"type": "DATE", "value": "2031"}]},
    "certainty": {"events": [SPAN | {"certainty": "CERTAIN", "polarity": "POS", "time": "FUTURE"}]},
    "quantity": {"quantities": [SPAN | {"value": [1, 2], "bound": "=", "unit": "boats"}]},
    "muc": {"incidents": [SPAN | INCIDENT]},
    "geo": {"toponyms": [SPAN | {"lat": 1.0, "lon": 2.0}]},
    "extract": {"text": TEXT},
    "events": {"label": "AID", "quad": 2},
    "events_whole": {
        "label": "AID",
        "events": [{"label": "AID", "actor": [0, 4], "recipient": [5, 9]}],
    },
    "reconcile": {
        "docs": ["a"],
        "date": "2031-04-08",
        "place": PLACE,
        "killed": COUNT,
        "injured": COUNT,
    },
}
GIVEN = {
    "a": {
        "id": "a",
        "text": TEXT,
        "actor": {"spans": [[0, 4]]},
        "recipient": {"spans": [[5, 9]]},
    }
}
JUNK: tuple[object, ...] = (
    None,
    True,
    -1,
    3,
    1e9,
    float("nan"),
    float("inf"),
    "",
    "x",
    [],
    {},
    [[]],
    [{}],
    {"a": 1},
)


def paths(value: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps:
        yield (step,)
        if isinstance(inner, (dict, list)):
            yield from ((step, *rest) for rest in paths(inner))


def put(value: Any, path: tuple[Any, ...], junk: object) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = junk


@pytest.mark.parametrize("task", RIGHT)
def test_a_right_answer_is_right(task: str) -> None:
    row = {"id": "a"} | RIGHT[task]
    got = score(task, {"a": row}, {"a": row}, GIVEN, resamples=0)
    assert got.figures[got.headline] == (0 if task == "reconcile" else 1)


@pytest.mark.parametrize("task", RIGHT)
@given(data=st.data())
def test_answers_with_junk_in_them_are_scored_or_refused(task: str, data: st.DataObject) -> None:
    gold = {"id": "a"} | RIGHT[task]
    answer = copy.deepcopy(gold)
    path = data.draw(st.sampled_from([one for one in paths(RIGHT[task]) if one[0] != "scored"]))
    put(answer, path, data.draw(st.sampled_from(JUNK)))
    try:
        got = score(task, {"a": gold}, {"a": answer}, GIVEN, resamples=2)
    except BadAnswerError:
        return
    value = got.figures[got.headline]
    assert value is not None
    assert 0 <= value <= 1
