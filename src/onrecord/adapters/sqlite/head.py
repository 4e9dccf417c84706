"""The head of the ledger, kept in a small file beside it.

SQLite drops a damaged end of its log without a word, which would look like a shorter ledger that is
sound. So the head lies outside as well, and the two are compared at every opening.

Order: the new head is written to a temporary file and synced, the ledger commits, the temporary
file is renamed over the old head. A crash between the last two leaves the head file one commit
behind, never ahead; the next opening for writing moves it forward. A ledger that is behind its head
file has lost entries.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.domain.errors import LedgerBroken, StoreError
from onrecord.domain.ledger import GENESIS, Head

#: A temporary file this old belongs to a process that died. The age spares one that is at work.
STALE_S = 3600.0


class HeadFile:
    """Reads and moves the head that is kept outside the ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Head | None:
        """Return the head kept here, or `None` when there is no such file.

        Raises:
            StoreError: the file holds something else.
        """
        try:
            plain = json.loads(self.path.read_bytes())
            return Head(int(plain["sequence"]), str(plain["digest"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self.path}: it holds no head: restore a copy of it") from error

    @contextmanager
    def moving(self) -> Iterator[Move]:
        """Give a `Move`; what it prepared and did not complete is gone afterwards."""
        move = Move(self.path)
        try:
            yield move
        finally:
            move.discard()

    def move_to(self, head: Head) -> None:
        """Make `head` the one kept here, durably."""
        with self.moving() as move:
            move.prepare(head)
            move.complete()

    def clean(self) -> None:
        """Remove temporary files that a crash left behind."""
        for left in self.path.parent.glob(f"{self.path.name}.*.new"):
            with suppress(FileNotFoundError):
                if time.time() - left.stat().st_mtime > STALE_S:
                    left.unlink()


class Move:
    """One step of the head, in two halves: all that can fail for want of space comes first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._prepared: Path | None = None

    def prepare(self, head: Head) -> None:
        """Write and sync the new head beside the old one."""
        line = json.dumps({"digest": head.digest, "sequence": head.sequence}) + "\n"
        handle, name = tempfile.mkstemp(".new", f"{self._path.name}.", self._path.parent)
        self._prepared = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(line.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        self._prepared.chmod(0o644)

    def complete(self) -> None:
        """Put the new head in the place of the old one, durably; nothing when none is prepared."""
        if self._prepared is not None:
            try:
                self._prepared.replace(self._path)
                sync_folder(self._path.parent)
            except OSError as error:
                raise StoreError(
                    f"{self._path}: the ledger is written, but its head could not be moved "
                    f"({error.strerror}): open the store again, which moves it"
                ) from error
            self._prepared = None

    def discard(self) -> None:
        """Leave no trace of a head that was prepared and not completed."""
        if self._prepared is not None:
            self._prepared.unlink(missing_ok=True)


def require_agreement(
    kept: Head | None, ledger: Head, digest_at: Callable[[int], str | None]
) -> None:
    """Return when the ledger holds the head kept outside it, be it at its end or further back.

    Args:
        kept: The head file; read it before the ledger, which may grow in between.
        ledger: The end of the ledger.
        digest_at: The digest of the entry with this sequence, if there is one.

    Raises:
        LedgerBroken: the tail is missing, the head file is, or they are of two different chains.
    """
    if kept is None:
        if ledger.sequence:
            raise LedgerBroken(ledger.sequence, "the head kept outside it is missing")
        return
    if ledger.sequence < kept.sequence:
        raise LedgerBroken(
            ledger.sequence + 1,
            f"the tail is missing: {kept.sequence} entries were written, {ledger.sequence} remain",
        )
    if kept.digest != (digest_at(kept.sequence) if kept.sequence else GENESIS):
        raise LedgerBroken(kept.sequence, "it is not the entry that the head kept outside names")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can (Windows syncs no folders)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
