"""Times and their TIMEX3 values, by the entity measures of TempEval-3 (UzZaman et al. 2013).

Only answers that touch a region the gold marks as `scored`, or a gold time, count. Gold marked
`optional` is free either way.

MEANTIME's `scored` regions run to the end of a text, but its annotators marked times only in the title
and the first sentences: none stands beyond the fifth region. `value_lead` counts those five alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scoring.answers import item_span, items_of, quote_holds, string_or_none
from benchmarks.scoring.matching import Candidate, Span, best_first, shared_length, span_agreement
from benchmarks.scoring.measures import Counts, Figures, Row, Tally, scores_of

_NAMES = ("strict", "relaxed", "type", "value")
_LEAD = 5


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the times of one document."""
    text = given.get("text")
    wanted: list[Row] = gold["times"]
    found = [
        (span, item)
        for item in items_of(answer, "times")
        if _counts(span := item_span(item, text), gold)
    ]
    candidates = []
    for i, one in enumerate(wanted):
        for j, (span, item) in enumerate(found):
            agreed = span_agreement(_span(one), span)
            if agreed and quote_holds(item, text):
                value = string_or_none(item, "value")
                rank = (agreed, one["value"] == value)
                candidates.append(Candidate(rank, (_span(one), span, str(value)), i, j))
    matched = best_first(candidates)
    free = sum(bool(wanted[i].get("optional")) for i, _ in matched)
    pairs = [(wanted[i], *found[j]) for i, j in matched if not wanted[i].get("optional")]
    return Tally(
        {
            ("time", "gold"): sum(not one.get("optional") for one in wanted),
            ("time", "found"): len(found) - free,
            ("strict", "hits"): sum(_span(one) == span for one, span, _ in pairs),
            ("relaxed", "hits"): len(pairs),
            ("type", "hits"): sum(one["type"] == item.get("type") for one, _, item in pairs),
            ("value", "hits"): sum(one["value"] == item.get("value") for one, _, item in pairs),
            ("bad_quotes",): sum(not quote_holds(item, text) for _, item in found),
            **_lead(gold, [span for span, _ in found], pairs, free=matched),
        }
    )


def _lead(
    gold: Row,
    found: Sequence[Span],
    pairs: Sequence[tuple[Row, Span, Row]],
    *,
    free: Sequence[tuple[int, int]],
) -> dict[tuple[str, ...], int]:
    """Count the times of the first regions; of a text without regions all."""
    wanted: list[Row] = gold["times"]
    regions = sorted(gold["scored"])[:_LEAD] if "scored" in gold else None

    def leads(span: Span) -> bool:
        return regions is None or any(shared_length(span, (a, b)) for a, b in regions)

    unasked = {j for i, j in free if wanted[i].get("optional")}
    return {
        ("lead", "gold"): sum(not one.get("optional") and leads(_span(one)) for one in wanted),
        ("lead", "found"): sum(leads(span) and j not in unasked for j, span in enumerate(found)),
        ("value_lead", "hits"): sum(
            one["value"] == item.get("value") and leads(span) for one, span, item in pairs
        ),
    }


def figures(counts: Counts) -> Figures:
    """Return F1 of the same span, of any overlap, and of overlap with the same type and value."""
    found: Figures = {}
    for name in _NAMES:
        found |= scores_of(counts, name, of="time")
    found |= scores_of(counts, "value_lead", of="lead")
    found["bad_quotes"] = counts["bad_quotes",]
    return found


def _counts(span: Span, gold: Row) -> bool:
    if "scored" not in gold:
        return True
    regions = [*gold["scored"], *(_span(one) for one in gold["times"])]
    return any(shared_length(span, (start, end)) for start, end in regions)


def _span(item: Row) -> Span:
    return item["start"], item["end"]
