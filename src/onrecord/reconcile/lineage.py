"""Who said it first: documents grouped by the origin their independence is counted by (law 6).

A document's origin is the one it declares (a wire credit, a feed's source, its publisher).
Documents whose bodies are near-duplicates share one origin, because one of them reprints the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rensa import RMinHash, RMinHashLSH

from onrecord.domain.document import LineageBasis
from onrecord.domain.link import Independence
from onrecord.domain.reading import Reading
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.parties import plain_name
from onrecord.reconcile.words import body_words, containment, jaccard, shingles

#: Two bodies are copies from this Jaccard share of three-word shingles on …
COPY_JACCARD = 0.7
#: … or one is a trimmed copy when this share of its shingles stands in the other.
TRIMMED_CONTAINMENT = 0.85
#: A body of fewer shingles proves nothing: two one-line notices may agree by chance.
MIN_SHINGLES = 20

_PERMUTATIONS = 128
#: Bands of two rows: a pair that shares a fifth of its shingles is looked at with probability .93.
_BANDS = 64
_SEED = 20
_STRENGTH: dict[LineageBasis, int] = {
    "wire credit": 0, "feed source": 1, "byline": 2, "publisher": 3, "none": 4,
}  # fmt: skip


def group_lineages(readings: Iterable[Reading]) -> dict[str, str]:
    """Return the origin of each document, by document id.

    Of a group of near-duplicates the origin is that of the best credited member: a wire credit
    before any publisher, then the earliest date. Where nobody in the group declares one, the group
    is a lineage of its own, named after its earliest document.
    """
    by_id = {reading.document.id: reading for reading in readings}
    ordered = [by_id[name] for name in sorted(by_id)]
    origins: dict[str, str] = {}
    for group in _copies(ordered):
        origin = _origin(min(group, key=_credit))
        origins.update({reading.document.id: origin for reading in group})
    return origins


def independence(a: str, b: str) -> Independence:
    """Say whether two origins are one."""
    return "same_lineage" if a == b else "different_lineage"


def _origin(reading: Reading) -> str:
    declared = reading.document.lineage.origin
    if isinstance(declared, Unknown) or not plain_name(declared):
        return f"document {reading.document.id.removeprefix('doc-')[:8]}"
    return plain_name(declared)


def _credit(reading: Reading) -> tuple[int, str, str]:
    lineage = reading.document.lineage
    strength = 5 if isinstance(lineage.origin, Unknown) else _STRENGTH[lineage.basis]
    wire = (
        0
        if strength == _STRENGTH["wire credit"]
        else 1
        if strength <= _STRENGTH["publisher"]
        else 2
    )
    return wire, reading.document.date_edtf or "~", reading.document.id


def _copies(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings in groups of near-duplicate bodies."""
    bodies = [shingles(body_words(reading)) for reading in readings]
    root = list(range(len(readings)))
    for a, b in _candidates(bodies):
        if _is_copy(bodies[a], bodies[b]):
            root = _joined(root, a, b)
    groups: dict[int, list[Reading]] = defaultdict(list)
    for at, reading in enumerate(readings):
        groups[_root(root, at)].append(reading)
    return [groups[at] for at in sorted(groups)]


def _candidates(bodies: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs worth comparing: those that share a band of their MinHash."""
    index = RMinHashLSH(threshold=0.2, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs: set[tuple[int, int]] = set()
    for at, body in enumerate(bodies):
        if len(body) < MIN_SHINGLES:
            continue
        digest = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        digest.update(sorted(body))
        pairs.update((earlier, at) for earlier in index.query(digest))
        index.insert(at, digest)
    return sorted(pairs)


def _is_copy(a: frozenset[str], b: frozenset[str]) -> bool:
    return jaccard(a, b) >= COPY_JACCARD or containment(a, b) >= TRIMMED_CONTAINMENT


def _root(root: list[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at


def _joined(root: list[int], a: int, b: int) -> list[int]:
    low, high = sorted((_root(root, a), _root(root, b)))
    root[high] = low
    return root
