"""How sure, whether, and when: the modality of given mentions of events, in MEANTIME's labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import sentences_of
from onrecord.read.modality import Modality, modality_at
from onrecord.read.sentence import SentenceReading

#: FactBank's degrees as MEANTIME's; what nobody commits to is certain there, and lies ahead or not.
_CERTAINTY = {"PR": "PROBABLE", "PS": "POSSIBLE"}
_PLAIN = Modality("CT+")


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield each record's events with certainty, polarity and time."""
    for record in records:
        sentences = sentences_of(record, tools.linguist)
        starts = [sentence.extent.start for sentence in sentences]
        yield {
            "id": record["id"],
            "events": [
                _labelled(event, _modality(event, sentences, starts)) for event in record["events"]
            ],
        }


def _modality(event: Row, sentences: Sequence[SentenceReading], starts: Sequence[int]) -> Modality:
    """Return the modality of the governing word of a mention; plain where no sentence holds it."""
    at = bisect_right(starts, event["start"]) - 1
    if at < 0:
        return _PLAIN
    tree = sentences[at].tree
    inside = [
        index
        for index, token in enumerate(tree.tokens)
        if token.start < event["end"] and event["start"] < token.end
    ]
    if not inside:
        return _PLAIN
    head = next((index for index in inside if tree.tokens[index].head not in inside), inside[-1])
    return modality_at(tree, head)


def _labelled(event: Row, modality: Modality) -> Row:
    return {
        "start": event["start"],
        "end": event["end"],
        "certainty": _CERTAINTY.get(modality.value[:2], "CERTAIN"),
        "polarity": "NEG" if modality.is_negative else "POS",
        "time": "FUTURE" if modality.is_future else "NON_FUTURE",
    }
