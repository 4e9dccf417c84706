"""Whatever a model answers: no crash, and no words that the text does not hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.scripted_model import ScriptedModel, item
from tests.unit.read.reading import document_of, linguist

from onrecord.domain.errors import ContentError
from onrecord.domain.span import Extent
from onrecord.domain.statement import KINDS
from onrecord.read.llm.answers import ANSWER_SCHEMA
from onrecord.read.llm.quotes import occurrences
from onrecord.read.llm.reader import read_with_model

TEXT = (
    "The army left Selden on Monday, she said. At least 12 boats sank off Port Orlan. "
    "“No, no, no,” the mayor said: the army left nobody behind."
)
_EVERYTHING: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.just("said"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
_CUTS = st.tuples(st.integers(0, len(TEXT)), st.integers(1, 40)).map(
    lambda cut: TEXT[cut[0] : cut[0] + cut[1]]
)
_WORDS = _CUTS | st.text(max_size=8)
_SPEAKERS = st.lists(
    st.fixed_dictionaries({"words": st.none() | _WORDS, "sentence": st.integers(-1, 5)}),
    max_size=2,
)
_ITEMS = st.builds(
    lambda sentence, content, fields: item(sentence, content, **fields),
    st.integers(-1, 5),
    _WORDS,
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(KINDS),
            "speakers": _SPEAKERS,
            "time": st.none() | _WORDS,
            "place": st.none() | _WORDS,
            "quantities": st.lists(_WORDS, max_size=2),
            "actor": st.none() | _WORDS,
        }
    ),
)


def _read(answered: str) -> None:
    try:
        found = read_with_model(
            document_of(TEXT),
            TEXT,
            linguist=linguist(),
            model=ScriptedModel(answered, answered),
            tell=lambda _: None,
        )
    except ContentError:
        return
    for one in found:
        assert all(span.stands_in(TEXT) for span in one.spans)
        assert all(words in TEXT for words in (one.actor, one.recipient))
        assert one.where is None or one.where.text in TEXT


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ITEMS, max_size=4))
def test_items_of_the_right_shape_make_records_of_the_text_alone(items: list[object]) -> None:
    _read(json.dumps({"statements": items}))


@settings(max_examples=60, deadline=None)
@given(_EVERYTHING)
def test_no_json_breaks_the_reading(value: object) -> None:
    _read(json.dumps(value))
    _read(json.dumps({"statements": value}))
    _read(json.dumps({"statements": [value]}))


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    _read(text)


@given(st.text("ab .", min_size=1, max_size=30), st.text("ab .", min_size=1, max_size=3))
def test_what_is_found_is_the_words_on_whole_words(text: str, words: str) -> None:
    for place in occurrences(text, words, Extent(0, len(text))):
        assert place.of(text) == words
        around = f" {text} "[place.start : place.end + 2]
        assert not (around[0].isalnum() and words[0].isalnum())
        assert not (around[-1].isalnum() and words[-1].isalnum())


def _objects(schema: Any) -> list[Any]:
    """Return every object of a JSON Schema."""
    if isinstance(schema, list):
        return [one for part in schema for one in _objects(part)]
    if not isinstance(schema, dict):
        return []
    inner = [one for part in schema.values() for one in _objects(part)]
    return [schema, *inner] if "properties" in schema else inner


def test_the_schema_is_one_that_services_hold_strictly() -> None:
    """They ask that every object is closed and every field required."""
    objects = _objects(json.loads(json.dumps(ANSWER_SCHEMA)))
    assert len(objects) == 4
    for one in objects:
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])
