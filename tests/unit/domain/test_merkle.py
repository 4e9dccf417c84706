from __future__ import annotations

import hashlib

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.merkle import leaf_digest, proof_of, root_from_proof, root_of

LEAVES = [leaf_digest(at, f"passage {at}") for at in range(7)]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert root_of([]) == hashlib.sha256(b"").digest()


def test_the_root_of_three_is_that_of_the_standard() -> None:
    def node(left: bytes, right: bytes) -> bytes:
        return hashlib.sha256(b"\x01" + left + right).digest()

    assert root_of(LEAVES[:3]) == node(node(LEAVES[0], LEAVES[1]), LEAVES[2])


def test_a_leaf_is_never_a_node() -> None:
    assert leaf_digest(0, "a") == hashlib.sha256(b"\x000\na").digest()


def test_a_passage_that_moved_has_another_leaf() -> None:
    assert leaf_digest(0, "a") != leaf_digest(1, "a")


def test_a_proof_leads_to_the_root() -> None:
    for at, leaf in enumerate(LEAVES):
        assert root_from_proof(leaf, at, 7, proof_of(LEAVES, at)) == root_of(LEAVES)


@pytest.mark.parametrize("at", [-1, 7])
def test_there_is_no_proof_for_a_passage_that_is_not_there(at: int) -> None:
    with pytest.raises(InvariantError, match="no passage"):
        proof_of(LEAVES, at)
    assert root_from_proof(LEAVES[0], at, 7, ()) is None


def test_a_single_passage_needs_no_proof_and_takes_none() -> None:
    assert root_from_proof(LEAVES[0], 0, 1, ()) == LEAVES[0]
    assert root_from_proof(LEAVES[0], 0, 1, LEAVES[:1]) is None
    assert root_from_proof(LEAVES[0], 0, 2, ()) is None
