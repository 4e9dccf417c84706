"""Adds documents to a store until it is killed; names each one once the store has acknowledged it.

Run as `python appender.py <folder> <first number>`. Document `n` makes `n % 23 + 1` statements.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from tests.fakes.sample_records import instant, sample_drafts, text_of

from onrecord.adapters.files import FileArchive
from onrecord.adapters.sqlite import SqliteRecordStore


def statements_of(number: int) -> int:
    """Return how many statements document `number` makes."""
    return number % 23 + 1


def add_until_killed(folder: Path, first: int) -> None:
    """Archive and append one document after the other, each in its own commit."""
    with SqliteRecordStore.open(folder) as store:
        archive = FileArchive(folder / "archive")
        print("open", flush=True)  # noqa: T201 - the test waits for this line
        for number in itertools.count(first):
            statements = statements_of(number)
            archive.put(text_of(number, statements=statements).encode())
            drafts = sample_drafts(number, statements=statements)
            store.append(drafts, at=instant(number % 3000))
            print(number, flush=True)  # noqa: T201 - the acknowledgement


if __name__ == "__main__":
    add_until_killed(Path(sys.argv[1]), int(sys.argv[2]))
