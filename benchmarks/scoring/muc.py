"""Incidents of violence and their slots, after MUC-4 (1992).

Incidents of a document are set side by side so that the sum of what they share is greatest. A slot
filled rightly is 1 point, in part half a point. Precision and recall are over all templates, those
missing and those too many included. `optional` gold is free when missed.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scoring.answers import items_of, placed
from benchmarks.scoring.matching import heaviest_assignment
from benchmarks.scoring.measures import Counts, Figures, Key, Row, Tally, ratio, scores_of, total
from benchmarks.scoring.muc_incident import (
    Incident,
    Interval,
    Party,
    alignment,
    date_credit,
    heads_and_names,
    incident,
    interval_credit,
    place_credit,
)

SLOTS = tuple(
    "type stage date location perpetrator confidence victim target killed injured".split()
)
_SIMPLE_SLOTS = (
    ("type", "kinds"),
    ("stage", "stages"),
    ("date", "dates"),
    ("location", "places"),
)
_PART = 0.5


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the incidents and slots of one document."""
    text = given.get("text")
    wanted = [incident(item) for item in gold["incidents"]]
    found: list[Incident] = []
    broken: list[Incident] = []
    for item in items_of(answer, "incidents"):
        one = incident(item)
        (found if placed(item, text) else broken).append(one)
    pairs = heaviest_assignment([[alignment(one, other) for other in found] for one in wanted])
    met, meeting = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [one for i, one in enumerate(wanted) if i not in met and not one.optional]
    spare = [one for j, one in enumerate(found) if j not in meeting] + broken
    detection: dict[Key, float] = {
        ("detection", "hits"): len(pairs),
        ("detection", "gold"): len(pairs) + len(missed),
        ("detection", "found"): len(found) + len(broken),
        ("bad_quotes",): len(broken),
    }
    slots = [slot_counts(wanted[i], found[j]) for i, j in pairs]
    slots += [slot_counts(one, None) for one in missed]
    slots += [slot_counts(None, one) for one in spare]
    return Tally(total([detection, *slots]))


def figures(counts: Counts) -> Figures:
    """Return F1 over all slots, of detection, slot by slot, and of counts that are no point."""
    whole: dict[Key, float] = {
        ("all_slots", part): sum(counts.get((slot, part), 0) for slot in SLOTS)
        for part in ("hits", "gold", "found")
    }
    found = scores_of(whole, "all_slots") | scores_of(counts, "detection")
    for slot in SLOTS:
        found |= scores_of(counts, slot)
    found |= scores_of(counts, "nonpoint_counts")
    found["nonpoint_counts.exact_recall"] = ratio(
        counts.get(("nonpoint_counts", "exact"), 0), counts.get(("nonpoint_counts", "gold"), 0)
    )
    found["bad_quotes"] = counts["bad_quotes",]
    return found


def slot_counts(gold: Incident | None, found: Incident | None) -> Counts:
    """Count the slots of two incidents side by side, or of one that is missing or too many."""
    counts: dict[Key, float] = {}
    for slot, name in _SIMPLE_SLOTS:
        counts[slot, "gold"] = bool(getattr(gold, name, ()))
        counts[slot, "found"] = bool(getattr(found, name, ()))
    if gold is not None and found is not None:
        counts["type", "hits"] = bool(gold.kinds & found.kinds)
        counts["stage", "hits"] = bool(gold.stages & found.stages)
        counts["date", "hits"] = date_credit(gold, found)
        counts["location", "hits"] = place_credit(gold, found)
    casualties = [
        _casualties(slot, getattr(gold, slot, None), getattr(found, slot, None))
        for slot in ("killed", "injured")
    ]
    parties = [
        _parties(slot, getattr(gold, name, ()), getattr(found, name, ()))
        for slot, name in (("victim", "victims"), ("target", "targets"))
    ]
    accused = _perpetrators(gold.perpetrators if gold else (), found.perpetrators if found else ())
    return total([counts, *casualties, *parties, accused])


def _casualties(slot: str, gold: Interval | None, found: Interval | None) -> Counts:
    points = interval_credit(gold, found) if gold and found else 0.0
    wide = gold is not None and gold[0] != gold[1]
    wide_found = found is not None and found[0] != found[1]
    return {
        (slot, "gold"): gold is not None,
        (slot, "found"): found is not None,
        (slot, "hits"): points,
        ("nonpoint_counts", "gold"): wide,
        ("nonpoint_counts", "found"): wide_found,
        ("nonpoint_counts", "hits"): points if wide and wide_found else 0.0,
        ("nonpoint_counts", "exact"): wide and points == 1.0,
    }


def _parties(slot: str, gold: Sequence[Party], found: Sequence[Party]) -> Counts:
    pairs = heaviest_assignment(heads_and_names(gold, found))
    return _party_counts(slot, gold, found, pairs)


def _perpetrators(gold: Sequence[Party], found: Sequence[Party]) -> Counts:
    """Count perpetrators, and how surely each is one where the names were matched."""
    pairs = heaviest_assignment(heads_and_names(gold, found))
    met = {i for i, _ in pairs}
    confidence: dict[Key, float] = {
        ("confidence", "gold"): sum(
            bool(one.confidence) and (i in met or not one.optional) for i, one in enumerate(gold)
        ),
        ("confidence", "found"): sum(bool(one.confidence) for one in found),
        ("confidence", "hits"): sum(_confidence_credit(gold[i], found[j]) for i, j in pairs),
    }
    return total([_party_counts("perpetrator", gold, found, pairs), confidence])


def _party_counts(
    slot: str,
    gold: Sequence[Party],
    found: Sequence[Party],
    pairs: Sequence[tuple[int, int]],
) -> Counts:
    met = {i for i, _ in pairs}
    asked = sum(i in met or not one.optional for i, one in enumerate(gold))
    return {(slot, "gold"): asked, (slot, "found"): len(found), (slot, "hits"): len(pairs)}


def _confidence_credit(gold: Party, found: Party) -> float:
    """Return 1 for the same, .5 where only the accuser differs."""
    if gold.confidence & found.confidence:
        return 1.0
    return _PART if _plain(gold.confidence) & _plain(found.confidence) else 0.0


def _plain(confidence: frozenset[str]) -> frozenset[str]:
    return frozenset(one.replace("_BY_AUTHORITIES", "") for one in confidence)
