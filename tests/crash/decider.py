"""Decides and undoes on a store until it is killed; names each decision once it is on record.

Run as `python decider.py <folder>`.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from tests.fakes.sample_records import instant

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.decision import Decision
from onrecord.pipeline.decisions import decide


class Ticking:
    """A clock that shows another second each time."""

    def __init__(self) -> None:
        self.second = 0

    def now(self) -> str:
        """Return the next second."""
        self.second += 1
        return instant(self.second % 3000)


def decide_until_killed(folder: Path) -> None:
    """Accept one statement, take that back, and so on."""
    clock = Ticking()
    with SqliteRecordStore.open(folder) as store:
        print("open", flush=True)  # noqa: T201 - the test waits for this line
        for number in itertools.count():
            accepted = Decision("accept", (f"stm-{number % 3}",), "I. Ferrand", "it stands there")
            made = decide(store, clock, accepted)
            if made is None:
                continue
            print(made.decision.id, flush=True)  # noqa: T201 - the acknowledgement
            undo = Decision("undo", (), "I. Ferrand", "too hasty", reverses=made.decision.id)
            undone = decide(store, clock, undo)
            assert undone is not None
            print(undone.decision.id, flush=True)  # noqa: T201 - the acknowledgement


if __name__ == "__main__":
    decide_until_killed(Path(sys.argv[1]))
