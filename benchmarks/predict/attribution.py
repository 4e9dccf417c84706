"""Attributions of news articles, as PolNeAR marks them: source, cue and content spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import sentences_of
from onrecord.domain.span import Extent
from onrecord.read.relations import Relation, relations_of


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield the attributions of each record."""
    for record in records:
        found = relations_of(sentences_of(record, tools.linguist))
        told = [one for one in found if one.depth == 0]  # what one reported says is not annotated
        yield {"id": record["id"], "relations": [_row(one, record["text"]) for one in told]}


def _row(one: Relation, text: str) -> Row:
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    return {
        **{role: _spans(extents) for role, extents in parts.items()},
        "text": {role: [extent.of(text) for extent in extents] for role, extents in parts.items()},
    }


def _spans(extents: Sequence[Extent]) -> list[list[int]]:
    return [[one.start, one.end] for one in extents]
