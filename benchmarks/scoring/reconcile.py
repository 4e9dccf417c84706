"""Which reports tell of one incident, and what its date, place and counts are.

Pair F1 and B-cubed (Bagga and Baldwin 1998) of the clusters, then the fields of those gold incidents
that a cluster recovers: one to one, with at least half of the documents of either in both. A document
in no cluster earns nothing. Evidence that does not stand in its document makes a field wrong.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.scoring.answers import day, interval, point
from benchmarks.scoring.matching import Candidate, best_first, kilometres
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Key,
    Row,
    ratio,
    scores,
    total,
)

_HALF = 0.5
_NEAR_KM = 25
_COUNTS = ("killed", "injured")


def figures(gold: Sequence[Row], answers: Mapping[str, Row], given: Mapping[str, Row]) -> Figures:
    """Return the figures of one pool of documents.

    Args:
        gold: Incidents with their documents.
        answers: Clusters by their ids, which are free.
        given: Inputs by document id; empty when evidence cannot be checked.

    Raises:
        BadAnswerError: a cluster that is none, or a document unknown or in two clusters.
    """
    incident_of = {name: row["id"] for row in gold for name in row["docs"]}
    cluster_of = _cluster_of(answers, set(given) or set(incident_of))
    joint = Counter(
        (incident, cluster_of[name]) for name, incident in incident_of.items() if name in cluster_of
    )
    sizes = Counter(incident_of.values()), Counter(cluster_of.values())
    recovered = _recovered(joint, *sizes)
    by_id = {row["id"]: row for row in gold}
    fields = total(
        _named_counts(by_id[incident], answers[cluster], given) for incident, cluster in recovered
    )
    return {
        **scores("pairs", _pairs(joint), _pairs(sizes[0]), _pairs(sizes[1])),
        **_b_cubed(joint, *sizes),
        "incidents": len(gold),
        "clusters": len(answers),
        "recovered": len(recovered),
        "recovered.share": ratio(len(recovered), len(gold)),
        **_field_figures(fields),
    }


def field_counts(gold: Row, answer: Row, given: Mapping[str, Row]) -> Counts:
    """Count the fields of one recovered incident.

    Raises:
        BadAnswerError: a field is not of its shape.
    """
    return total(
        [
            _date_counts(gold, answer),
            _place_counts(gold["place"], answer.get("place"), given),
            *(_casualties(name, gold[name]["low"], answer.get(name), given) for name in _COUNTS),
        ]
    )


def _named_counts(gold: Row, answer: Row, given: Mapping[str, Row]) -> Counts:
    try:
        return field_counts(gold, answer, given)
    except BadAnswerError as error:
        raise BadAnswerError(f"cluster {answer['id']!r}: {error}") from None


def _cluster_of(answers: Mapping[str, Row], known: set[str]) -> dict[str, str]:
    """Return the cluster of each document that is in one."""
    found: dict[str, str] = {}
    for name, cluster in answers.items():
        documents = cluster.get("docs")
        if not isinstance(documents, list) or not all(isinstance(one, str) for one in documents):
            raise BadAnswerError(f"cluster {name!r}: 'docs' must be a list of document ids")
        for one in documents:
            if one not in known:
                raise BadAnswerError(f"cluster {name!r}: unknown document {one!r}")
            if one in found:
                raise BadAnswerError(f"document {one!r} is in two clusters")
            found[one] = name
    return found


def _pairs(sizes: Counter[Any]) -> int:
    return sum(math.comb(size, 2) for size in sizes.values())


def _b_cubed(
    joint: Mapping[tuple[str, str], int], incidents: Mapping[str, int], clusters: Mapping[str, int]
) -> Figures:
    documents = sum(incidents.values())
    precision = ratio(sum(n * n / clusters[one] for (_, one), n in joint.items()), documents)
    recall = ratio(sum(n * n / incidents[one] for (one, _), n in joint.items()), documents)
    return {
        "b_cubed.precision": precision,
        "b_cubed.recall": recall,
        "b_cubed.f1": ratio(2 * precision * recall, precision + recall),
    }


def _recovered(
    joint: Mapping[tuple[str, str], int], incidents: Mapping[str, int], clusters: Mapping[str, int]
) -> Sequence[tuple[str, str]]:
    """Return gold incidents with the cluster that recovers each."""
    names = list(joint)
    shares = [joint[one] / (incidents[one[0]] + clusters[one[1]] - joint[one]) for one in names]
    gold_at = {name: at for at, name in enumerate(sorted(incidents))}
    found_at = {name: at for at, name in enumerate(sorted(clusters))}
    matched = best_first(
        Candidate(share, one, gold_at[one[0]], found_at[one[1]])
        for one, share in zip(names, shares, strict=True)
        if share >= _HALF
    )
    golds, founds = sorted(incidents), sorted(clusters)
    return [(golds[i], founds[j]) for i, j in matched]


def _date_counts(gold: Row, answer: Row) -> Counts:
    true = day(gold["date"])
    if true is None:
        return {}
    stated = day(answer.get("date"))
    gap = math.inf if stated is None else abs(stated - true)
    return {("date", "asked"): 1, ("date_exact",): gap == 0, ("date_1day",): gap <= 1}


def _place_counts(gold: Row, answer: object, given: Mapping[str, Row]) -> Counts:
    if answer is None:
        return {("place", "asked"): 1}
    if not isinstance(answer, dict):
        raise BadAnswerError("'place' must be an object")
    same_name = all(_plain(answer.get(key)) == _plain(gold[key]) for key in ("city", "state"))
    here, there = point(gold), point(answer)
    near = here is not None and there is not None and kilometres(there, here) <= _NEAR_KM
    holds = _evidence_holds(answer, given)
    return {
        ("place", "asked"): 1,
        ("place_25km",): (same_name or near) and holds,
        ("bad_quotes",): not holds,
    }


def _casualties(name: str, true: float, answer: object, given: Mapping[str, Row]) -> Counts:
    ends = interval(answer)
    if ends is None:
        return {(name, "asked"): 1}
    low, high = ends
    holds = _evidence_holds(answer, given)
    is_open = high == math.inf
    return {
        (name, "asked"): 1,
        (f"{name}_exact",): low == high == true and holds,
        (f"{name}_covered",): low <= true <= high and holds,
        ("stated",): 1,
        ("open",): is_open,
        ("width",): 0 if is_open else high - low,
        ("bad_quotes",): not holds,
    }


def _field_figures(fields: Counts) -> Figures:
    figures: Figures = {}
    for name in ("date_exact", "date_1day", "place_25km", "killed_exact", "injured_exact"):
        figures |= _accuracy(fields, (name,))
    figures |= _accuracy(fields, ("killed_covered",)) | _accuracy(fields, ("injured_covered",))
    asked = sum(fields.get((name, "asked"), 0) for name in _COUNTS)
    covered = sum(fields.get((f"{name}_covered",), 0) for name in _COUNTS)
    stated, is_open = fields.get(("stated",), 0), fields.get(("open",), 0)
    return figures | {
        "coverage": ratio(covered, asked),
        "mean_width": ratio(fields.get(("width",), 0), stated - is_open),
        "open_share": ratio(is_open, stated),
        "bad_quotes": fields.get(("bad_quotes",), 0),
    }


def _accuracy(fields: Counts, key: Key) -> Figures:
    asked = fields.get((key[0].split("_", maxsplit=1)[0], "asked"), 0)
    return {key[0]: ratio(fields.get(key, 0), asked)}


def _plain(name: object) -> str:
    """Return a name in small letters without what stands in brackets behind it."""
    return re.sub(r"\s*\(.*", "", str(name or "")).strip().lower()


def _evidence_holds(field: object, given: Mapping[str, Row]) -> bool:
    proof = field.get("evidence") if isinstance(field, dict) else None
    if not proof or not given:
        return True
    if not isinstance(proof, dict):
        raise BadAnswerError("'evidence' must be an object")
    text = given.get(str(proof.get("doc")), {}).get("text")
    start, end = proof.get("start"), proof.get("end")
    if type(start) is not int or type(end) is not int:
        raise BadAnswerError(f"'evidence' has bad offsets {start!r}, {end!r}")
    return text is not None and bool(text[start:end] == proof.get("text"))
