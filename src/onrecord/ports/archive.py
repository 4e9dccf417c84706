"""Where bytes lie under their own hash."""

from __future__ import annotations

from typing import Protocol


class Archive(Protocol):
    """Keeps bytes for good, addressed by their SHA-256; checks the hash on every read."""

    def put(self, content: bytes) -> str:
        """Keep `content` durably and return its SHA-256 in hexadecimal. Putting twice is a no-op."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes under `sha256`.

        Raises:
            StoreError: nothing lies there, or what lies there has another hash.
        """
        ...
