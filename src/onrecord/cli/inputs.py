"""What `add` was given, as items to capture: files, folders, URLs, WARC files, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.adapters.warc.reader import read_warc
from onrecord.capture.capture import Capture, capture
from onrecord.capture.origin import Origin
from onrecord.domain.errors import ContentError, OnrecordError, SourceError
from onrecord.domain.ids import sha256_hex
from onrecord.domain.when import When
from onrecord.ports.fetcher import Fetcher

#: Larger files are refused before they are read into memory; WARC files are read record by record.
MAX_FILE_BYTES = 200_000_000
_WARC_SUFFIXES = (".warc", ".warc.gz")
#: Files in a folder that are read when the folder is named.
_SUFFIXES = frozenset(
    ".txt .md .markdown .html .htm .xhtml .pdf .eml .mbox .xml .rss .atom .warc .gz".split()
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says about every item.

    Attributes:
        date: The document date, when given.
        url: The address a single item came from, when given.
        publisher: The outlet, when given.
    """

    date: When | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing named on the command line: its captures, or why there are none."""

    name: str
    captures: tuple[Capture, ...] = ()
    error: OnrecordError | None = None


def expand(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names with each folder replaced by the readable files in it, sorted.

    Links inside a folder are not followed: they may lead anywhere. A link that is named is.
    """
    found: list[str] = []
    for name in names:
        path = Path(name)
        if is_url(name) or name == "-" or not path.is_dir():
            found.append(name)
            continue
        found.extend(
            str(child)
            for child in sorted(path.rglob("*"))
            if child.is_file() and not child.is_symlink() and child.suffix.lower() in _SUFFIXES
        )
    return tuple(found)


def is_url(name: str) -> bool:
    """Say whether a name is an address with a scheme rather than a file."""
    return "://" in name


def items_of(name: str, given: Given, fetcher: Fetcher) -> Iterator[Item]:
    """Yield the items behind one name; a failure is an item too, so that the batch goes on."""
    try:
        if name.lower().endswith(_WARC_SUFFIXES) and not is_url(name):
            yield from _warc_items(Path(name), given)
        else:
            content, origin = _load(name, given, fetcher)
            yield Item(name, capture(content, origin=origin))
    except OnrecordError as error:
        yield Item(name, error=error)
    except RecursionError:
        yield Item(name, error=ContentError(name, "is nested too deeply to be taken apart"))


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`.

    Raises:
        ContentError: there is no such file, it is a folder, unreadable or too large.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            raise ContentError(name, "is no regular file; name a file, a folder or a URL")
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            megabytes = MAX_FILE_BYTES // 1_000_000
            raise ContentError(name, f"is larger than {megabytes} MB; split it and add the parts")
        return path.read_bytes()
    except OSError as error:
        raise ContentError(name, f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ContentError(repr(name), f"is no file name: {error}") from error


def _load(name: str, given: Given, fetcher: Fetcher) -> tuple[bytes, Origin]:
    if is_url(name):
        fetched = fetcher.fetch(name)
        origin = Origin(name, fetched.url, url=fetched.url, media_type=fetched.content_type or None)
        return fetched.content, _with(origin, given)
    content = read_input(name)
    if name == "-":
        return content, _with(Origin("standard input", f"stdin:{sha256_hex(content)}"), given)
    return content, _with(Origin(name, str(Path(name).resolve())), given)


def _with(origin: Origin, given: Given) -> Origin:
    return replace(
        origin,
        supplied_date=given.date,
        url=given.url or origin.url,
        locator=given.url or origin.locator,
        publisher=given.publisher,
    )


def _warc_items(path: Path, given: Given) -> Iterator[Item]:
    if not path.is_file():
        raise SourceError(str(path), "there is no such file")
    for page in read_warc(path):
        origin = Origin(page.url, page.url, url=page.url, media_type=page.media_type or None)
        try:
            yield Item(
                page.url, capture(page.content, origin=_with(origin, replace(given, url=None)))
            )
        except OnrecordError as error:
            yield Item(page.url, error=error)
        except RecursionError:
            yield Item(page.url, error=ContentError(page.url, "is nested too deeply"))
