"""Certainty, polarity and time of given events, as annotated in MEANTIME (Minard et al. 2016).

An event without an answer is wrong; a label the gold leaves open is not asked.
"""

from __future__ import annotations

from benchmarks.scoring.answers import item_span, items_of, quote_holds, string_or_none
from benchmarks.scoring.matching import Span
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Key,
    Row,
    Tally,
    label_counts,
    label_figures,
    total,
)

_LABELS = ("certainty", "polarity", "time")


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the labels of the events of one document."""
    text = given.get("text")
    answers: dict[Span, Row] = {}
    bad: dict[Key, float] = {("bad_quotes",): 0}
    for item in items_of(answer, "events"):
        span = item_span(item, text)
        if answers.get(span, item) != item:
            raise BadAnswerError(f"two different answers for event {list(span)}")
        if quote_holds(item, text):
            answers[span] = item
        else:
            bad["bad_quotes",] += 1
    counted = [
        label_counts(name, event[name], string_or_none(_answer(answers, event), name))
        for event in gold["events"]
        for name in _LABELS
        if event[name] is not None
    ]
    return Tally(total([bad, *counted]))


def figures(counts: Counts) -> Figures:
    """Return the figures of the three labels, and the mean of their macro-F1."""
    found: Figures = {}
    for name in _LABELS:
        found |= label_figures(counts, name)
    found["macro_f1"] = sum(found[f"{name}.macro_f1"] or 0.0 for name in _LABELS) / len(_LABELS)
    found["bad_quotes"] = counts["bad_quotes",]
    return found


def _answer(answers: dict[Span, Row], event: Row) -> Row:
    return answers.get((event["start"], event["end"]), {})
