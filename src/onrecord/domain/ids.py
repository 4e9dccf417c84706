"""Names of things: ids are hashes of content, so making a record twice makes the same id."""

from __future__ import annotations

import hashlib

from onrecord.domain.codec import canonical_json

#: Hexadecimal digits kept of SHA-256 in an id: 128 bits. Evidence always carries the full digest.
ID_DIGITS = 32


def sha256_hex(content: bytes) -> str:
    """Return the full SHA-256 of `content`, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def content_id(prefix: str, value: object) -> str:
    """Return the id of `value`: its prefix, a hyphen, 32 digits of its canonical text's SHA-256.

    Example:
        >>> content_id("doc", {"a": 1}) == content_id("doc", {"a": 1})
        True
    """
    digest = sha256_hex(canonical_json(value).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest[:ID_DIGITS]}"
