"""An archive in memory: a dictionary of contents under their hashes."""

from __future__ import annotations

import re

from onrecord.domain.errors import InvariantError, StoreError
from onrecord.domain.ids import sha256_hex


class MemoryArchive:
    """An `Archive` that is gone with the process."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        """Keep `content` and return its SHA-256."""
        sha256 = sha256_hex(content)
        self.contents[sha256] = content
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes under `sha256`, after checking them."""
        if not re.fullmatch(r"[0-9a-f]{64}", sha256, re.ASCII):
            raise InvariantError(f"{sha256!r} is no SHA-256 in lower-case hexadecimal")
        if sha256 not in self.contents:
            raise StoreError(f"{sha256}: nothing is archived there")
        if sha256_hex(self.contents[sha256]) != sha256:
            raise StoreError(f"{sha256}: these are not the bytes that were archived")
        return self.contents[sha256]
