"""The inputs of a task: which file holds them, and whether each record is what the task asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from benchmarks.jsonl import MalformedRecordsError, packed_or_not, records_in
from benchmarks.predict.task import Row

#: Raises ValueError, with what is wrong, for a record that a task cannot be asked.
Check = Callable[[Row], None]

#: Tasks that are asked of the inputs of another.
_FOLDERS = MappingProxyType({"events_whole": "events"})
#: What a record says that a task has to find by itself.
_WITHHELD = MappingProxyType({"events_whole": ("actor", "recipient")})


def inputs_file(data: Path, task: str, part: str = "") -> Path:
    """Return the file that holds a task's inputs, packed or not.

    Args:
        data: The folder of the file itself, or of a folder for each task.
        task: Its name.
        part: The name between `inputs` and `jsonl`, if any.

    Raises:
        FileNotFoundError: no folder that was looked in has one.
    """
    name = f"inputs.{part}.jsonl" if part else "inputs.jsonl"
    folder = _FOLDERS.get(task, task)
    for place in (data, data / folder, data / "visible" / folder):
        found = packed_or_not(place / name)
        if found:
            return found
    raise FileNotFoundError(f"no {name} in {data} or in {data / folder}")


def inputs_of(task: str, path: Path) -> list[Row]:
    """Return the records of a file, checked, without what the task has to find by itself.

    Raises:
        OSError: the file cannot be read.
        MalformedRecordsError: a line is no record, or a record is not what the task asks for.
    """
    rows = list(records_in(path))
    for row in rows:
        try:
            for check in CHECKS[task]:
                check(row)
        except ValueError as error:
            raise MalformedRecordsError(f"{path.name} id {row['id']!r}: {error}") from None
    withheld = _WITHHELD.get(task, ())
    return [{key: value for key, value in row.items() if key not in withheld} for row in rows]


def _text(row: Row) -> None:
    if not isinstance(row.get("text"), str):
        raise MalformedRecordsError("'text' must be a string")


def _doc_date(row: Row) -> None:
    stated = row.get("doc_date")
    if stated is not None and not isinstance(stated, str):
        raise MalformedRecordsError("'doc_date' must be a string")
    if stated:
        date.fromisoformat(stated)


def _events(row: Row) -> None:
    events = row.get("events")
    if not isinstance(events, list) or not all(isinstance(one, dict) for one in events):
        raise MalformedRecordsError("'events' must be a list of objects")
    for one in events:
        _offsets(one.get("start"), one.get("end"), row["text"])


def _parties(row: Row) -> None:
    for name in ("actor", "recipient"):
        party = row.get(name)
        spans = party.get("spans") if isinstance(party, dict) else None
        if not isinstance(spans, list) or not all(
            isinstance(pair, list) and len(pair) == 2 for pair in spans
        ):
            raise MalformedRecordsError(
                f"'{name}' must be an object with 'spans', a list of [start, end]"
            )
        for start, end in spans:
            _offsets(start, end, row["text"])


def _page(row: Row) -> None:
    name, url = row.get("html"), row.get("url")
    if not isinstance(name, str) or not name:
        raise MalformedRecordsError("'html' must be the name of a file")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise MalformedRecordsError(f"'html' leads out of the folder: {name!r}")
    if url is not None and not isinstance(url, str):
        raise MalformedRecordsError("'url' must be a string")


def _offsets(start: object, end: object, text: str) -> None:
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise MalformedRecordsError(f"bad offsets {start!r}, {end!r}")


def _checks(*extra: Check) -> Iterable[Check]:
    return (_text, _doc_date, *extra)


#: What the records of each task must hold.
CHECKS = MappingProxyType(
    {
        "attribution": _checks(),
        "time": _checks(),
        "certainty": _checks(_events),
        "quantity": _checks(),
        "muc": _checks(),
        "reconcile": _checks(),
        "geo": _checks(),
        "extract": (_page,),
        "events": _checks(_parties),
        "events_whole": _checks(_parties),
    }
)
