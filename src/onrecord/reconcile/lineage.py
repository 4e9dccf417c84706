"""Who said it first: documents grouped by the origin their independence is counted by (law 6).

A document's origin is the one it declares (a wire credit, a feed's source, its publisher).
Documents whose bodies are near-duplicates share one origin, because one of them reprints the other.
What a document is compared by is its `Signature`, made from it alone, so that it can be kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from rensa import RMinHash

from onrecord.domain.document import LineageBasis
from onrecord.domain.link import Independence
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.parties import plain_name
from onrecord.reconcile.words import body_words, shingles

#: Two bodies are copies from this Jaccard share of three-word shingles on …
COPY_JACCARD = 0.7
#: … or one is a trimmed copy when this share of its shingles stands in the other.
TRIMMED_CONTAINMENT = 0.85
#: A body of fewer shingles proves nothing: two one-line notices may agree by chance.
MIN_SHINGLES = 20

_PERMUTATIONS = 128
#: Bands of three rows: a pair that shares half of its shingles is looked at with probability .997, one
#: that shares a tenth with .04.
_ROWS = 3
_SEED = 20
_STRENGTH: dict[LineageBasis, int] = {
    "wire credit": 0, "feed source": 1, "byline": 2, "publisher": 3, "none": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signature:
    """What a document's origin is told by.

    Attributes:
        document: Id of the document.
        declared: The origin it credits, folded; one of its own where it credits none.
        credit: How good the credit is: of several copies the smallest gives the origin.
        bands: Keys that near-duplicates share; none for a body too short to prove anything.
        shingles: The CRC-32 of each three-word shingle of the body.
    """

    document: str
    declared: str
    credit: tuple[int, str, str]
    bands: tuple[str, ...]
    shingles: frozenset[int]


def group_lineages(readings: Iterable[Reading]) -> dict[str, str]:
    """Return the origin of each document, by document id.

    Of a group of near-duplicates the origin is that of the best credited member: a wire credit
    before any publisher, then the earliest date. Where nobody in the group declares one, the group
    is a lineage of its own, named after its earliest document.
    """
    signatures = {reading.document.id: signature_of(reading) for reading in readings}
    return origins_of([signatures[name] for name in sorted(signatures)])


def signature_of(reading: Reading) -> Signature:
    """Return what the origin of a document is told by; nothing but the document decides it."""
    body = shingles(body_words(reading))
    return Signature(
        document=reading.document.id,
        declared=_declared(reading),
        credit=_credit(reading),
        bands=_bands(body) if len(body) >= MIN_SHINGLES else (),
        shingles=frozenset(crc32(one.encode("utf-8", "surrogatepass")) for one in body),
    )


def are_copies(a: Signature, b: Signature) -> bool:
    """Say whether one body reprints the other, whole or trimmed; the order does not matter."""
    if not a.bands or not b.bands:
        return False
    first, second = len(a.shingles), len(b.shingles)
    common = len(a.shingles & b.shingles)
    either = first + second - common
    return common >= COPY_JACCARD * either or common >= TRIMMED_CONTAINMENT * min(first, second)


def origin_of(copies: Iterable[Signature]) -> str:
    """Return the origin of a group of copies: what its best credited member declares."""
    return min(copies, key=lambda one: one.credit).declared


def origins_of(signatures: Sequence[Signature]) -> dict[str, str]:
    """Return the origin of each document; the order of `signatures` changes nothing."""
    by_id = {one.document: one for one in signatures}
    found: dict[str, str] = {}
    for group in _groups(by_id):
        origin = origin_of(by_id[name] for name in group)
        found.update(dict.fromkeys(group, origin))
    return found


def counted_by(statement: Statement, lineages: Mapping[str, str]) -> str:
    """Return the origin a statement is counted by: that of its document, or the outlet it is printed from.

    A list of headlines gives each under the name of its outlet; what two outlets say there is said by two.

    Args:
        statement: Any statement of a current version.
        lineages: The origin of each document, by id.
    """
    return folded_origin(credit_of(statement)) or lineages[statement.document]


def credit_of(statement: Statement) -> str:
    """Return the outlet a line credits with its words; empty where it credits none."""
    writer = statement.voices[0] if statement.voices else None
    return writer.label if writer and writer.identity == "author" else ""


def independence(a: str, b: str) -> Independence:
    """Say whether two origins are one."""
    return "same_lineage" if a == b else "different_lineage"


def folded_origin(name: str) -> str:
    """Return the name of an outlet as origins are compared: only "the" is no part of it ("A News")."""
    return " ".join(name.casefold().removeprefix("the ").split()).strip(" .,;:'\"“”’()")


def _declared(reading: Reading) -> str:
    declared = reading.document.lineage.origin
    if isinstance(declared, Unknown) or not plain_name(declared):
        return f"document {reading.document.id.removeprefix('doc-')[:8]}"
    return folded_origin(declared)


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


def _bands(body: Iterable[str]) -> tuple[str, ...]:
    digest = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    digest.update(sorted(body))
    rows = digest.digest()
    return tuple(
        "-".join(f"{row:x}" for row in (at, *rows[at : at + _ROWS]))
        for at in range(0, _PERMUTATIONS - _ROWS + 1, _ROWS)
    )


def _groups(by_id: Mapping[str, Signature]) -> list[list[str]]:
    """Return the documents in groups of near-duplicate bodies."""
    root = {name: name for name in by_id}
    for a, b in _candidates(by_id):
        if are_copies(by_id[a], by_id[b]):
            low, high = sorted((_root(root, a), _root(root, b)))
            root[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_id):
        groups[_root(root, name)].append(name)
    return list(groups.values())


def _candidates(by_id: Mapping[str, Signature]) -> list[tuple[str, str]]:
    """Return the pairs worth comparing: those that share a band."""
    banded: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_id):
        for band in by_id[name].bands:
            banded[band].append(name)
    pairs = {
        (a, b) for names in banded.values() for at, a in enumerate(names) for b in names[at + 1 :]
    }
    return sorted(pairs)


def _root(root: dict[str, str], name: str) -> str:
    while root[name] != name:
        root[name] = root[root[name]]
        name = root[name]
    return name
