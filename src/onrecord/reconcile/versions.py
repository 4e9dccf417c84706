"""Versions of one document: which one stands, and what changed from one to the next.

Captures with one `origin_key` are versions of one document. The version that no other replaces
stands; the others stay on record and feed nothing but the comparison made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from onrecord.domain.ids import content_id
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.reconcile.words import body_passages

#: Effect of every new version on what was read from the one before.
SUPERSEDED = "statements read from the earlier version are superseded"
_SENTENCE_GAP = re.compile(r"(?<=[.!?…])[”\"’']?\s+(?=[A-Z0-9“\"‘'])")
#: Sentences that share fewer words than this are two sentences, not one that was edited.
_ALIKE = 0.4
_SHOWN_CHARS = 160


def split_versions(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return the current versions and the superseded ones, each in order of document id.

    Of several versions nobody replaces, as after two captures of one page on two machines, the one
    recorded last stands.
    """
    by_id = _one_each(readings)
    replaced = {reading.document.version_of for reading in by_id.values()}
    heads: dict[str, list[Reading]] = defaultdict(list)
    for reading in by_id.values():
        if reading.document.id not in replaced:
            heads[reading.document.origin_key].append(reading)
    current = {max(found, key=_recency).document.id for found in heads.values()}
    ordered = [by_id[name] for name in sorted(by_id)]
    return (
        tuple(reading for reading in ordered if reading.document.id in current),
        tuple(reading for reading in ordered if reading.document.id not in current),
    )


def compare_versions(readings: Iterable[Reading]) -> tuple[Revision, ...]:
    """Return one `Revision` for each sentence that a version changed in the body of another.

    `old` and `new` are verbatim; where words were only added or removed the other is empty. A
    version whose predecessor is not among the readings is compared with nothing.
    """
    by_id = _one_each(readings)
    revisions: list[Revision] = []
    for name in sorted(by_id):
        before = by_id.get(by_id[name].document.version_of or "")
        if before is not None:
            revisions += _revisions(before, by_id[name])
    return tuple(revisions)


def _one_each(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Return one reading per document: of several, the first recorded."""
    found: dict[str, Reading] = {}
    for reading in readings:
        name = reading.document.id
        if name not in found or _primacy(reading) < _primacy(found[name]):
            found[name] = reading
    return found


def _primacy(reading: Reading) -> tuple[str, str]:
    return reading.recorded_at, content_id("read", reading.statements)


def _recency(reading: Reading) -> tuple[str, str, str]:
    return reading.recorded_at, reading.document.date_edtf or "", reading.document.id


def _revisions(before: Reading, after: Reading) -> list[Revision]:
    by = after.document.publisher or "publisher not stated"
    return [
        Revision(
            record=after.document.id,
            old=old,
            new=new,
            reason="update",
            by=by,
            effect=SUPERSEDED + (f"; the passage now reads: «{passage}»" if passage else ""),
        )
        for old, new, passage in _changes(body_passages(before), body_passages(after))
    ]


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the changed sentences of two runs of passages: before, after, and the passage after.

    Passages are matched first, then sentences within the changed ones, so that a long text costs no
    more than its changed part.
    """
    found: list[tuple[str, str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = [(old[a + k], new[c + k]) for k in range(min(b - a, d - c))]
        for left, right in pairs:
            found += [(*change, _shown(right)) for change in _sentence_changes(left, right)]
        paired = len(pairs)
        found += [(gone, "", "") for gone in old[a + paired : b] if gone.strip()]
        found += [("", added, "") for added in new[c + paired : d] if added.strip()]
    return found


def _sentence_changes(old: str, new: str) -> list[tuple[str, str]]:
    left, right = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(a=left, b=right, autojunk=False)
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found += _paired(left[a:b], right[c:d])
    return found


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Return each gone sentence with the nearest new one after it, if they are alike at all."""
    found: list[tuple[str, str]] = []
    waiting = list(new)
    for gone in old:
        alike = [_likeness(gone, added) for added in waiting]
        best = max(range(len(alike)), key=lambda at: alike[at], default=-1)
        if best < 0 or alike[best] < _ALIKE:
            found.append((gone, ""))
            continue
        found += [("", added) for added in waiting[:best]]
        found.append((gone, waiting[best]))
        waiting = waiting[best + 1 :]
    return [*found, *(("", added) for added in waiting)]


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(a=a.split(), b=b.split(), autojunk=False).ratio()


def _sentences(passage: str) -> list[str]:
    """Return the pieces of a passage between sentence marks; exact borders do not matter here."""
    return [piece for piece in _SENTENCE_GAP.split(passage) if piece.strip()]


def _shown(passage: str) -> str:
    flat = " ".join(passage.split())
    return flat if len(flat) <= _SHOWN_CHARS else f"{flat[: _SHOWN_CHARS - 1]}…"
