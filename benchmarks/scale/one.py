"""One size, in a process of its own so that its memory can be told, and some reports more."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale.variants import read_templates, variants
from onrecord.adapters.files import FileArchive
from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.adapters.sqlite.findings import SqliteFindings
from onrecord.domain.ledger import Draft
from onrecord.domain.reading import Reading
from onrecord.pipeline.reconciling import Workplace, bring_up, tallies_found
from onrecord.pipeline.record import load_readings
from onrecord.reconcile.reconcile import reconcile
from onrecord.wiring import SystemClock, linguist

#: Reports added one by one after the first reconciliation.
ADDED = 9
#: Up to this size everything is also reconciled at once in memory, to compare with.
WHOLE_UP_TO = 1_000

Row = dict[str, float]


def measure(size: int) -> Row:
    """Return what one size costs: seconds, and the most memory the process held, in bytes."""
    readings = variants(read_templates(linguist("onrecord", 1)), size + ADDED)
    with TemporaryDirectory() as folder, SqliteRecordStore.open(Path(folder)) as store:
        archive = FileArchive(Path(folder) / "archive")
        with SqliteFindings.open(Path(folder)) as findings:
            place = Workplace(store, archive, findings)
            row = {"reports": float(size), "put_s": _timed(_put, islice(readings, size), place)[0]}
            row["reconcile_s"], row["reconcile_cpu_s"] = _timed(bring_up, place)
            row["tallies_s"] = _timed(tallies_found, findings)[0]
            row |= _one_by_one(readings, place)
            row["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0
            if size <= WHOLE_UP_TO:
                row["whole_s"] = _timed(lambda: reconcile(load_readings(store, archive)))[0]
    return row


def _one_by_one(readings: Iterable[Reading], place: Workplace) -> Row:
    taken: list[float] = []
    for reading in readings:
        started = time.perf_counter()
        _put((reading,), place)
        bring_up(place)
        taken.append(time.perf_counter() - started)
    ordered = sorted(taken)
    return {"one_more_s": ordered[len(ordered) // 2], "one_more_worst_s": ordered[-1]}


def _put(readings: Iterable[Reading], place: Workplace) -> None:
    clock = SystemClock()
    for reading in readings:
        place.archive.put(reading.text.encode())
        drafts = [Draft("document", reading.document, agent="benchmark")]
        drafts += [Draft("statement", one, agent="benchmark") for one in reading.statements]
        place.store.append(drafts, at=clock.now())


def _timed(work: Callable[..., object], *arguments: object) -> tuple[float, float]:
    """Return how long the work takes: by the clock, and on the processor."""
    started, busy = time.perf_counter(), time.process_time()
    work(*arguments)
    return time.perf_counter() - started, time.process_time() - busy


if __name__ == "__main__":
    import json

    print(json.dumps(measure(int(sys.argv[1]))))
