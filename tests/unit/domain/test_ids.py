from __future__ import annotations

import hashlib

from onrecord.domain.ids import ID_DIGITS, content_id, sha256_hex


def test_an_id_is_the_hash_of_the_canonical_text() -> None:
    digest = hashlib.sha256(b'{"a":1}').hexdigest()
    assert content_id("doc", {"a": 1}) == f"doc-{digest[:ID_DIGITS]}"


def test_an_id_does_not_depend_on_the_order_of_keys() -> None:
    assert content_id("x", {"a": 1, "b": 2}) == content_id("x", {"b": 2, "a": 1})


def test_a_lone_surrogate_has_an_id_too() -> None:
    assert content_id("x", "\ud800") != content_id("x", "\ud801")


def test_a_digest_has_sixty_four_digits() -> None:
    assert len(sha256_hex(b"")) == 64
