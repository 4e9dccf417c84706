"""Times as TIMEX3: start, end, type, value and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import sentences_of
from onrecord.read.time_timex import timexes


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield the times of each record."""
    for record in records:
        text = record["text"]
        times = [
            {
                "start": one.extent.start,
                "end": one.extent.end,
                "type": one.type,
                "value": one.value,
                "text": one.extent.of(text),
            }
            for sentence in sentences_of(record, tools.linguist)
            for one in timexes(text, sentence.extent, sentence.times)
        ]
        yield {"id": record["id"], "times": times}
