"""How bytes come from the web."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a URL answered.

    Attributes:
        url: The address that answered, after redirects.
        content: The body, decompressed.
        content_type: The header's media type with parameters, as sent; empty when absent.
    """

    url: str
    content: bytes
    content_type: str


class Fetcher(Protocol):
    """Fetches http(s) URLs within limits and never from a private address unless allowed."""

    def fetch(self, url: str) -> Fetched:
        """Return what `url` answers.

        Raises:
            AddressRefused: not http(s), or the host (of the URL or of any redirect) is private.
            SourceError: no answer, an error status, too large, too slow, too many redirects.
        """
        ...
