"""A hash tree over the passages of a text, so that one passage can be shown to belong to it.

The tree is that of RFC 6962, section 2.1 (SHA-256, leaf prefix 0x00, node prefix 0x01). A leaf is
the UTF-8 text of one passage preceded by its offset in decimal and a newline, so a passage cannot
be moved either. The root does not seal how many leaves there are. A brief embeds cited passages
with their proofs instead of whole articles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.domain.errors import InvariantError


def leaf_digest(start: int, passage: str) -> bytes:
    """Return the leaf hash of the passage that starts at code point `start`."""
    content = f"{start}\n{passage}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(b"\x00" + content).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over `leaves` in order; of none, the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = _split(len(leaves))
    return _node(root_of(leaves[:split]), root_of(leaves[split:]))


def proof_of(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the sibling hashes from leaf `index` up to the root.

    Raises:
        InvariantError: there is no leaf `index`.
    """
    if not 0 <= index < len(leaves):
        raise InvariantError(f"there is no passage {index} among {len(leaves)}")
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    if index < split:
        return (*proof_of(leaves[:split], index), root_of(leaves[split:]))
    return (*proof_of(leaves[split:], index - split), root_of(leaves[:split]))


def root_from_proof(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """Return the root that `proof` leads to, or `None` when the proof has the wrong length.

    Args:
        leaf: The hash of the passage in question.
        index: Its place among the leaves, from 0.
        size: How many leaves the tree has.
        proof: Sibling hashes, the one next to the leaf first.
    """
    if not 0 <= index < size:
        return None
    if size == 1:
        return leaf if not proof else None
    if not proof:
        return None
    split = _split(size)
    if index < split:
        below = root_from_proof(leaf, index, split, proof[:-1])
        return None if below is None else _node(below, proof[-1])
    below = root_from_proof(leaf, index - split, size - split, proof[:-1])
    return None if below is None else _node(proof[-1], below)


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
