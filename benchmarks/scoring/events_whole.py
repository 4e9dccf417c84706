"""Who did what to whom, all three found by the reader: actor, recipient and PLOVER root on one row.

A record counts when one of its rows overlaps both parties of the gold and has its root. A party that the
gold has no span for is not asked; a row may lack a party. `close_recall` asks that each party shares at
least half of the characters that either covers, so that a whole clause for a party does not count. The
gold codes one pair of a sentence that may hold several, so what else is found is not known to be wrong:
`per_row` is a lower bound of precision.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scoring.answers import items_of, span_of, string_or_none
from benchmarks.scoring.matching import Span, span_agreement
from benchmarks.scoring.measures import BadAnswerError, Counts, Figures, Row, Tally, ratio

_HALF = 0.5


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count one record; the parties of the gold stand in its input."""
    text = given.get("text")
    parties = [_party(given, name) for name in ("actor", "recipient")]
    rows = [
        (_agreement(item, parties, text), string_or_none(item, "label"))
        for item in items_of(answer, "events")
    ]
    label = gold["label"]
    return Tally(
        {
            ("records",): 1,
            ("rows",): len(rows),
            ("pair",): any(agreed > 0 for agreed, _ in rows),
            ("whole",): any(agreed > 0 and found == label for agreed, found in rows),
            ("close",): any(agreed >= _HALF and found == label for agreed, found in rows),
        }
    )


def figures(counts: Counts) -> Figures:
    """Return the shares of records with the pair and with the whole, and what rows there were."""
    records, rows = counts["records",], counts["rows",]
    return {
        "whole.recall": ratio(counts["whole",], records),
        "pair.recall": ratio(counts["pair",], records),
        "whole.close_recall": ratio(counts["close",], records),
        "whole.per_row": ratio(counts["whole",], rows),
        "rows_per_record": ratio(rows, records),
    }


def _agreement(item: Row, parties: Sequence[Sequence[Span]], text: str | None) -> float:
    """Return how well the spans of a row agree with the parties: that of the worse of the two."""
    spans = [_pair(item, name, text) for name in ("actor", "recipient")]
    return min(_best(span, party) for span, party in zip(spans, parties, strict=True))


def _pair(item: Row, name: str, text: str | None) -> Span | None:
    value = item.get(name)
    if value is None:
        return None
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise BadAnswerError(f"'{name}' must be [start, end] or null")
    return span_of(value[0], value[1], text)


def _party(given: Row, name: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in given[name]["spans"])


def _best(span: Span | None, party: Sequence[Span]) -> float:
    """Return how well a span agrees with the nearest span of a party; wholly with one not asked."""
    if not party:
        return 1.0
    return 0.0 if span is None else max(span_agreement(span, one) for one in party)
