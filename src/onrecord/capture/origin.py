"""Where bytes came from, as the caller knows it: `Origin`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.when import When


@dataclass(frozen=True, slots=True)
class Origin:
    """What the caller knows about some bytes before they are read.

    Attributes:
        name: What to call them in messages.
        locator: Where they lie, stable between runs: a URL or a resolved path. Of a path only its
            digest reaches the record.
        url: The address that answered, when they came from the web.
        media_type: The media type with parameters from an HTTP or WARC header.
        supplied_date: A document date given by a person (basis `supplied`); it wins over metadata.
        publisher: The outlet as given by the caller; it wins over metadata.
    """

    name: str
    locator: str
    url: str | None = None
    media_type: str | None = None
    supplied_date: When | None = None
    publisher: str | None = None
