"""`FileArchive`: each content in a file named by its SHA-256, checked on every read.

`<folder>/ab/cdef…` holds the bytes whose hash is `abcdef…`. A file is written under `incoming/`,
synced and renamed, so a crash leaves whole files and perhaps a stray one under `incoming/`.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.domain.errors import InvariantError, StoreError
from onrecord.domain.ids import sha256_hex

INCOMING = "incoming"
#: A temporary file this old belongs to a process that died. The age spares one that is at work.
STALE_S = 3600.0

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


class FileArchive:
    """An `Archive` in a folder, made by the first `put`; reading creates nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._durable: set[Path] = set()

    def put(self, content: bytes) -> str:
        """Keep `content` durably and return its SHA-256 in hexadecimal.

        Putting twice is a no-op; putting over a damaged file repairs it.

        Raises:
            StoreError: the content is not kept.
        """
        sha256 = sha256_hex(content)
        path = self.path_of(sha256)
        with _translated(path):
            self._make_ready(path.parent)
            if not _holds(path, content):
                self._write(path, content)
            # Also when it was there: whoever put it may have died before the name was durable.
            _sync_folder(path.parent)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes under `sha256`.

        Raises:
            StoreError: nothing lies there, or what lies there has another hash.
            InvariantError: `sha256` is not 64 lower-case hexadecimal digits.
        """
        path = self.path_of(sha256)
        with _translated(path):
            content = path.read_bytes()
        if sha256_hex(content) != sha256:
            raise StoreError(f"{path}: these are not the bytes that were archived: restore a copy")
        return content

    def path_of(self, sha256: str) -> Path:
        """Return where the bytes under `sha256` lie, or would."""
        if not _SHA256.fullmatch(sha256):
            raise InvariantError(f"{sha256!r} is no SHA-256 in lower-case hexadecimal")
        return self._folder / sha256[:2] / sha256[2:]

    def _write(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._folder / INCOMING)
        incoming = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            incoming.chmod(0o644)
            incoming.replace(path)
        finally:
            incoming.unlink(missing_ok=True)

    def _make_ready(self, parent: Path) -> None:
        """Make the folders a new file needs, durably, once in the life of this archive."""
        incoming = self._folder / INCOMING
        for folder in (self._folder, incoming, parent):
            if folder not in self._durable:
                folder.mkdir(exist_ok=True)
                _sync_folder(folder.parent)
                self._durable.add(folder)
                if folder == incoming:
                    _remove_stale(folder)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def _remove_stale(incoming: Path) -> None:
    for left in incoming.iterdir():
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > STALE_S:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can (Windows syncs no folders)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise StoreError(f"{path}: nothing is archived there: restore a copy") from error
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"{path}: {why}: check the disk, then run the command again") from error
