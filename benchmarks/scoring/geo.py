"""Place names and where they lie (Gritta et al. 2020).

A place is found when the spans overlap, and found rightly when it also lies within 161 km. Gold
without coordinates leaves the figures of resolution, together with the answers on it; `optional` gold
is free either way.
"""

from __future__ import annotations

from benchmarks.scoring.answers import item_span, items_of, point, quote_holds
from benchmarks.scoring.matching import (
    Candidate,
    Span,
    best_first,
    kilometres,
    shared_length,
    span_agreement,
)
from benchmarks.scoring.measures import (
    Counts,
    Figures,
    Row,
    Tally,
    ratio,
    scores_of,
)

#: Half the way around the world: how wrong an answer without coordinates is.
_ANTIPODE_KM = 20039.0
_NEAR_KM = 161
_CITY_KM = 25


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the place names of one document; the samples are the errors in kilometres."""
    text = given.get("text")
    wanted: list[Row] = gold["toponyms"]
    found = items_of(answer, "toponyms")
    spans = [item_span(item, text) for item in found]
    points = [point(item) for item in found]
    sound = [quote_holds(item, text) for item in found]
    matched = best_first(
        Candidate(
            (span_agreement(_span(one), span), not one.get("optional")), (_span(one), span), i, j
        )
        for i, one in enumerate(wanted)
        for j, span in enumerate(spans)
        if sound[j] and shared_length(_span(one), span)
    )
    hits = [(i, j) for i, j in matched if not wanted[i].get("optional")]
    located = [(i, j) for i, j in hits if wanted[i]["lat"] is not None]
    counting = len(found) - (len(matched) - len(hits))
    asked = [one for one in wanted if not one.get("optional")]
    gaps = tuple(_gap(wanted[i], points[j]) for i, j in located)
    return Tally(
        {
            ("detection", "gold"): len(asked),
            ("detection", "found"): counting,
            ("detection", "hits"): len(hits),
            ("detection_strict", "hits"): sum(_span(wanted[i]) == spans[j] for i, j in hits),
            ("end_to_end_161km", "gold"): sum(one["lat"] is not None for one in asked),
            ("end_to_end_161km", "found"): counting - (len(hits) - len(located)),
            ("end_to_end_161km", "hits"): sum(gap <= _NEAR_KM for gap in gaps),
            ("within_25km",): sum(gap <= _CITY_KM for gap in gaps),
            ("located",): len(gaps),
            ("bad_quotes",): sum(not one for one in sound),
        },
        gaps,
    )


def figures(counts: Counts) -> Figures:
    """Return F1 of detection and of the whole, and accuracy on what was detected."""
    near = counts["end_to_end_161km", "hits"]
    return {
        **scores_of(counts, "end_to_end_161km"),
        **scores_of(counts, "detection"),
        **scores_of(counts, "detection_strict", of="detection"),
        "accuracy_161km": ratio(near, counts["located",]),
        "accuracy_25km": ratio(counts["within_25km",], counts["located",]),
        "bad_quotes": counts["bad_quotes",],
    }


def _span(item: Row) -> Span:
    return item["start"], item["end"]


def _gap(gold: Row, found: tuple[float, float] | None) -> float:
    return _ANTIPODE_KM if found is None else kilometres((gold["lat"], gold["lon"]), found)
