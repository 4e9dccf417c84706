"""Versions of one document: which one stands, and what changed from one to the next.

Captures with one `origin_key` are versions of one document. The version that no other replaces
stands; the others stay on record and feed nothing but the comparison made here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.domain.ids import content_id
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent, Span, span_at

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


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two versions of a text stand to one another, in order of the text.

    Attributes:
        kept: Passages or sentences that stand in both, letter for letter: where before, where after.
        changed: Sentences that do not: where before, where after (`None` for what is not there), and
            the passage after.
    """

    kept: tuple[tuple[Extent, Extent], ...]
    changed: tuple[tuple[Extent | None, Extent | None, str], ...]


def align(before: Reading, after: Reading) -> Alignment:
    """Compare the bodies and headings of two versions, passage by passage, then by sentence.

    Sentences are compared within changed passages only, so that a long text costs no more than its
    changed part.
    """
    old, new = _passages(before), _passages(after)
    kept: list[tuple[Extent, Extent]] = []
    changed: list[tuple[Extent | None, Extent | None, str]] = []
    texts = [one.of(before.text) for one in old], [one.of(after.text) for one in new]
    for tag, a, b, c, d in SequenceMatcher(a=texts[0], b=texts[1], autojunk=False).get_opcodes():
        paired = min(b - a, d - c)
        pairs = list(zip(old[a : a + paired], new[c : c + paired], strict=True))
        if tag == "equal":
            kept += pairs
            continue
        for left, right in pairs:
            passage = _shown(right.of(after.text))
            same, other = _sentence_changes((before.text, left), (after.text, right))
            kept += same
            changed += [(*change, passage) for change in other]
        changed += [(gone, None, "") for gone in old[a + paired : b]]
        changed += [(None, added, "") for added in new[c + paired : d]]
    return Alignment(tuple(kept), tuple(changed))


def _passages(reading: Reading) -> list[Extent]:
    """Return the passages whose words count, those that are more than space."""
    found = [
        passage.extent
        for passage in reading.document.passages
        if passage.role in ("body", "heading")
    ] or [Extent(0, len(reading.text))]
    return [one for one in found if one.of(reading.text).strip()]


def _revisions(before: Reading, after: Reading) -> list[Revision]:
    by = after.document.publisher or "publisher not stated"
    found: list[Revision] = []
    for old, new, passage in align(before, after).changed:
        old_span = None if old is None else _span(before, old)
        new_span = None if new is None else _span(after, new)
        found.append(
            Revision(
                record=after.document.id,
                old="" if old_span is None else old_span.exact,
                new="" if new_span is None else new_span.exact,
                reason="update",
                by=by,
                effect=SUPERSEDED + (f"; the passage now reads: «{passage}»" if passage else ""),
                old_span=old_span,
                new_span=new_span,
            )
        )
    return found


def _span(reading: Reading, extent: Extent) -> Span:
    return span_at(reading.text, extent, document=reading.document.id)


def _sentence_changes(
    before: tuple[str, Extent], after: tuple[str, Extent]
) -> tuple[list[tuple[Extent, Extent]], list[tuple[Extent | None, Extent | None]]]:
    """Return the sentences two passages share, and those that changed."""
    left, right = _sentences(*before), _sentences(*after)
    words = [one.of(before[0]) for one in left], [one.of(after[0]) for one in right]
    matcher = SequenceMatcher(a=words[0], b=words[1], autojunk=False)
    kept: list[tuple[Extent, Extent]] = []
    changed: list[tuple[Extent | None, Extent | None]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            kept += zip(left[a:b], right[c:d], strict=True)
        else:
            changed += _paired((before[0], left[a:b]), (after[0], right[c:d]))
    return kept, changed


def _paired(
    old: tuple[str, Sequence[Extent]], new: tuple[str, Sequence[Extent]]
) -> list[tuple[Extent | None, Extent | None]]:
    """Return each gone sentence with the nearest new one after it, if they are alike at all."""
    found: list[tuple[Extent | None, Extent | None]] = []
    waiting = list(new[1])
    for gone in old[1]:
        alike = [_likeness(gone.of(old[0]), added.of(new[0])) for added in waiting]
        best = max(range(len(alike)), key=lambda at: alike[at], default=-1)
        if best < 0 or alike[best] < _ALIKE:
            found.append((gone, None))
            continue
        found += [(None, added) for added in waiting[:best]]
        found.append((gone, waiting[best]))
        waiting = waiting[best + 1 :]
    return [*found, *((None, added) for added in waiting)]


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(a=a.split(), b=b.split(), autojunk=False).ratio()


def _sentences(text: str, passage: Extent) -> list[Extent]:
    """Return the pieces of a passage between sentence marks; exact borders do not matter here."""
    cuts = [passage.start]
    for gap in _SENTENCE_GAP.finditer(text, passage.start, passage.end):
        cuts += [gap.start(), gap.end()]
    cuts.append(passage.end)
    pieces = [Extent(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return [one for one in pieces if one.of(text).strip()]


def _shown(passage: str) -> str:
    flat = " ".join(passage.split())
    return flat if len(flat) <= _SHOWN_CHARS else f"{flat[: _SHOWN_CHARS - 1]}…"
