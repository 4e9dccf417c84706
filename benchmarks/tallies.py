"""How many published figures a record holds, and how surely: tallies against a hand-made table.

    python -m benchmarks.tallies --store STORE --gold GOLD.csv

The table has a row for each figure some page gives: `as_of_date, scope, low, high, outlet` and more.
`low` equal to `high` is a number as such, `low` alone a number that was reached or passed, `high` alone
one that may be reached. A row is found when an observation of the same harm gives one of its numbers,
as of its day or a day beside it; a row whose number stands in no report is not counted. Prints one
JSON object: rows, rows whose number a report holds, and of these found by number, by day, by scope
and by issuer.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.config import Settings
from onrecord.domain.errors import OnrecordError
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Observation, Scope, Tally
from onrecord.domain.unknown import Unknown
from onrecord.pipeline.record import load_readings
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.parties import name_keys
from onrecord.reconcile.tallies import reconcile_tallies
from onrecord.reconcile.versions import split_versions
from onrecord.wiring import open_record

Row = dict[str, Any]
#: Words by which a report gives a number as that harm, within so many characters of it.
_WORDS = {
    "killed": r"dead|death|died|killed|toll|bodies|lives",
    "missing": r"missing|unaccounted",
    "injured": r"injur|wounded|hurt",
    "displaced": r"displaced|homeless",
    "buried": r"buried",
    "detained": r"detained|arrest",
}
_REACH = 60
#: What a scope of the table calls a harm, and what its unit begins with.
_HARMS = {
    "killed": ("people_killed", "people_feared_dead", "people_executed"),
    "missing": ("people_missing", "people_feared_missing"),
    "injured": ("people_injured",),
    "displaced": ("people_displaced",),
    "buried": ("people_buried", "people_killed"),
    "detained": ("people_detained",),
}
_DAY_SLACK = 1
#: So many letters of an abbreviation must be initials in a row: articles and places come between.
_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Published:
    """One row of the table.

    Attributes:
        day: The day it holds for; `None` where the table gives none or only a month.
        scope: What is counted, in the table's words.
        numbers: Its ends.
        low: Its low end.
        high: Its high end.
        who: Who gives it, in the table's words.
    """

    day: date | None
    scope: str
    numbers: frozenset[int]
    low: int | None
    high: int | None
    who: str


def main() -> int:
    """Score one store and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", required=True, type=Path)
    parser.add_argument("--gold", required=True, type=Path)
    arguments = parser.parse_args()
    try:
        settings = Settings(store=arguments.store)
        with open_record(settings, read_only=True) as record:
            readings = load_readings(record.store, record.archive)
        rows = read_table(arguments.gold)
    except (OnrecordError, OSError, ValueError) as error:
        print(f"cannot score: {error}", file=sys.stderr)
        return 2
    current, _ = split_versions(readings)
    tallies = reconcile_tallies(current, group_lineages(current))
    print(json.dumps(score(rows, current, tallies), indent=1))
    return 0


def read_table(path: Path) -> tuple[Published, ...]:
    """Return the rows of a table of published figures that give a number.

    Raises:
        OSError: it cannot be read.
        ValueError: an end is no number.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(one for one in map(_published, csv.DictReader(file)) if one.numbers)


def score(rows: Sequence[Published], readings: Iterable[Reading], tallies: Sequence[Tally]) -> Row:
    """Return how many rows the tallies hold, of those whose number stands in a report."""
    text = "\n".join(reading.text for reading in readings)
    held = [row for row in rows if any(_stands(number, row, text) for number in row.numbers)]
    found = dict.fromkeys(("number", "interval", "day", "scope", "issuer"), 0)
    missed: list[str] = []
    for row in held:
        best = max((_grades(row, one, tally.scope) for tally in tallies for one in tally.observations),
                   default=(False,) * 5)  # fmt: skip
        for name, holds in zip(found, best, strict=True):
            found[name] += holds
        if not all(best[:3]):
            missed.append(f"{row.day} {row.scope} {sorted(row.numbers)} {row.who}")
    return {"rows": len(rows), "in_reports": len(held), "found": found, "missed": missed}


def _grades(row: Published, one: Observation, scope: Scope) -> tuple[bool, ...]:
    """Return number, interval, day, scope and issuer, each only where those before it hold."""
    value = one.quantity.value
    number = value in row.numbers and _same_harm(row, scope)
    ends = (row.low, row.high)
    interval = number and all(end is None or one.quantity.allows(end) for end in ends)
    day = interval and _near(row.day, one)
    placed = day and _same_scope(row, scope)
    issuer = placed and _is_issuer(row.who, _issuer(one))
    return number, interval, day, placed, issuer


def _published(row: Row) -> Published:
    low, high = (int(row[name]) if row[name] else None for name in ("low", "high"))
    return Published(
        day=date.fromisoformat(row["as_of_date"]) if _is_day(row["as_of_date"]) else None,
        scope=row["scope"],
        numbers=frozenset(end for end in (low, high) if end is not None),
        low=low,
        high=high,
        who=row["outlet"],
    )


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _stands(number: int, row: Published, text: str) -> bool:
    """Say whether a report gives the number near a word for the harm of the row."""
    harm = "|".join(words for name, words in _WORDS.items() if name in row.scope)
    digits = rf"(?<![\d,.])(?:{number:,}|{number})(?![\d]|,\d)"
    near = rf"(?:{harm})[^\n]{{0,{_REACH}}}{digits}|{digits}[^\n]{{0,{_REACH}}}(?:{harm})"
    return bool(harm) and re.search(near, text, re.IGNORECASE) is not None


def _same_harm(row: Published, scope: Scope) -> bool:
    units = [unit for harm, names in _HARMS.items() if harm in row.scope for unit in names]
    return any(scope.unit.startswith(unit) for unit in units)


def _near(day: date | None, one: Observation) -> bool:
    if day is None or isinstance(one.as_of, Unknown) or one.as_of.latest is None:
        return day is None
    return abs((one.as_of.latest - day).days) <= _DAY_SLACK


def _same_scope(row: Published, scope: Scope) -> bool:
    """Say whether group and named place of a row are those of a scope."""
    group = not scope.group or scope.group in row.scope
    places = name_keys(row.scope.partition(",")[2])
    return group and (not places or bool(places & name_keys(scope.area)))


def _is_issuer(wanted: str, given: str) -> bool:
    """Say whether two names share a proper word, or one is the abbreviation of the other."""
    if name_keys(wanted) & name_keys(given):
        return True
    return any(
        short.isupper() and len(short) >= _INITIALS and short[:_INITIALS] in initials
        for short, initials in (
            *((word, _initials(given)) for word in wanted.split()),
            *((word, _initials(wanted)) for word in given.split()),
        )
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _issuer(one: Observation) -> str:
    return " ".join(str(who) for who in (one.issuer, one.outlet) if not isinstance(who, Unknown))


if __name__ == "__main__":
    raise SystemExit(main())
