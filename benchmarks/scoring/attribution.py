"""Who said what: relations of source, cue and content.

A triple is right when the cues overlap, the contents share at least half of the characters that either
covers, and the sources overlap or both are empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.scoring.answers import items_of, span_of
from benchmarks.scoring.matching import Candidate, Span, best_first
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Row,
    Tally,
    ratio,
    scores_of,
)

_ROLES = ("source", "cue", "content")
_HALF = 0.5

Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation in comparable form.

    Attributes:
        spans: Sorted spans of source, cue and content.
        letters: The characters each of them covers.
        holds: Whether the words it quotes stand at its offsets.
    """

    spans: tuple[Spans, ...]
    letters: tuple[frozenset[int], ...]
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two relations agree."""

    cue: float
    content: float
    summed: float
    same_cue: bool
    same_source: bool

    @property
    def same_content(self) -> bool:
        """Return whether at least half of what either covers is shared."""
        return self.content >= _HALF

    @property
    def same(self) -> bool:
        """Return whether the two count as one triple."""
        return self.same_cue and self.same_content and self.same_source


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the relations of one document; each of the three figures is matched on its own."""
    text = given.get("text")
    wanted = [relation(item, None) for item in gold["relations"]]
    found = [relation(item, text) for item in items_of(answer, "relations")]
    cues, contents, triples = [], [], []
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            if not other.holds:
                continue
            agreed = agreement(one, other)
            place = (one.spans, other.spans)
            if agreed.same_cue:
                cues.append(Candidate((agreed.cue, agreed.summed), place, i, j))
            if agreed.same_content:
                contents.append(Candidate((agreed.content, agreed.summed), place, i, j))
            if agreed.same:
                triples.append(Candidate(agreed.summed, place, i, j))
    matched = best_first(cues)
    sources = sum(agreement(wanted[i], found[j]).same_source for i, j in matched)
    return Tally(
        {
            ("relation", "gold"): len(wanted),
            ("relation", "found"): len(found),
            ("triple", "hits"): len(best_first(triples)),
            ("cue", "hits"): len(matched),
            ("content", "hits"): len(best_first(contents)),
            ("source", "hits"): sources,
            ("bad_quotes",): sum(not one.holds for one in found),
        }
    )


def figures(counts: Counts) -> Figures:
    """Return F1 of triples, cues and contents, and how often the source of a found cue is right."""
    found: Figures = {}
    for name in ("triple", "cue", "content"):
        found |= scores_of(counts, name, of="relation")
    found["source.accuracy"] = ratio(counts["source", "hits"], counts["cue", "hits"])
    found["bad_quotes"] = counts["bad_quotes",]
    return found


def relation(item: Row, text: str | None) -> Relation:
    """Return a relation in comparable form.

    Raises:
        BadAnswerError: a role is no list of offsets, or what it quotes is no object.
    """
    spans = tuple(_spans(item, role, text) for role in _ROLES)
    letters = tuple(frozenset(at for one in many for at in range(*one)) for many in spans)
    quoted = item.get("text")
    if quoted is not None and not isinstance(quoted, dict):
        raise BadAnswerError("'text' of a relation must be an object with a list for each role")
    return Relation(spans, letters, text is None or _quotes_hold(item, quoted or {}, text))


def agreement(one: Relation, other: Relation) -> Agreement:
    """Compare two relations."""
    source, cue, content = (
        _share(left, right) for left, right in zip(one.letters, other.letters, strict=True)
    )
    return Agreement(
        cue=cue,
        content=content,
        summed=source + cue + content,
        same_cue=bool(one.letters[1] & other.letters[1]),
        same_source=source > 0,
    )


def _spans(item: Row, role: str, text: str | None) -> Spans:
    value = item.get(role)
    if not isinstance(value, list) or not all(
        isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in value
    ):
        raise BadAnswerError(f"'{role}' must be a list of [start, end]")
    return tuple(sorted(span_of(start, end, text) for start, end in value))


def _quotes_hold(item: Row, quoted: Row, text: str) -> bool:
    return all(
        [text[start:end] for start, end in item[role]] == words
        for role, words in quoted.items()
        if role in _ROLES
    )


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    """Return shared by covered characters; two empty sides agree wholly."""
    return len(one & other) / len(one | other) if one or other else 1.0
