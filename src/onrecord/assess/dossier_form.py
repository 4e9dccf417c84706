"""A file that people fill in by hand, taken apart so that every fault in it is named at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from onrecord.domain.edtf import is_edtf
from onrecord.domain.hypothesis import is_name
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Nobody reads a longer sentence.
LONGEST_TEXT = 2_000
#: How many characters of a wrong value a message repeats.
_SHOWN = 60

Table = dict[str, Any]  # what `tomllib` gives: no narrower type exists in the standard library

_HEADER = re.compile(r"\s*\[\[\s*([\w.]+)\s*\]\]")
#: Control characters and marks that turn the order of letters around.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NO_DAY = Unknown("the file gives no day")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file.

    Attributes:
        where: The line or the key, as a person finds it; empty for the whole file.
        what: What is wrong and what would be right.
    """

    where: str
    what: str

    def __str__(self) -> str:
        """Return both on one line."""
        return f"{self.where}: {self.what}" if self.where else self.what


def lines_of(toml: str) -> dict[str, list[int]]:
    """Return the lines on which the tables of each name begin, in order."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(toml.split("\n"), start=1):
        header = _HEADER.match(line)
        if header is not None:
            found.setdefault(header[1], []).append(number)
    return found


@dataclass(slots=True)
class Form:
    """What reads values out of tables and notes what is wrong with them.

    Attributes:
        lines: Lines on which the tables of each name begin.
        faults: In the order they were found.
    """

    lines: Mapping[str, list[int]]
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, where: str, what: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(where, what))

    def tables(self, held: Table, key: str, within: str = "") -> list[tuple[str, Table]]:
        """Return the tables under `key`, each after the words for where it stands."""
        listed = held.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self.wrong(within or key, f"write every {key} as a table that begins [[…{key}]]")
            return []
        lines = [] if within else self.lines.get(key, [])
        # Where tables are written in another way, or words look like one, no line is better than a wrong one.
        numbers = lines if len(lines) == len(listed) else [0] * len(listed)
        return [
            (_place(f"{key} {at}", one, line=line, within=within), one)
            for at, (line, one) in enumerate(zip(numbers, listed, strict=True), start=1)
        ]

    def table(self, held: Table, key: str, where: str, *, shape: str) -> Table:
        """Return the table under `key`; empty where there is none."""
        value = held.get(key, {})
        if not isinstance(value, dict):
            self.wrong(where, f"{key} is a table, as in {key} = {shape}")
            return {}
        return value

    def keys(self, held: Table, known: Iterable[str], where: str) -> None:
        """Note keys that mean nothing here."""
        for key in held:
            if key not in known:
                self.wrong(where, f"unknown key {key!r}; known here: {', '.join(known)}")

    def text(self, held: Table, key: str, where: str, *, needed: bool = False) -> str:
        """Return a text, without space around it; empty where there is none."""
        value = held.get(key, "")
        if not isinstance(value, str):
            self.wrong(where, f"{key} is a text in quotation marks, not {shown(value)}")
            return ""
        if needed and not value.strip():
            self.wrong(where, f"{key} is missing or empty")
        if len(value) > LONGEST_TEXT:
            self.wrong(where, f"{key} has more than {LONGEST_TEXT:,} characters; put it in notes")
        if _HIDDEN.search(value):
            self.wrong(where, f"{key} holds hidden control characters; type it again")
        return value.strip()

    def texts(self, held: Table, key: str, where: str) -> tuple[str, ...]:
        """Return a list of texts, each once."""
        value = held.get(key, [])
        if not isinstance(value, list):
            self.wrong(where, f'{key} is a list, as in {key} = ["…", "…"]')
            return ()
        found = [self.text({key: one}, key, where, needed=True) for one in value]
        return tuple(dict.fromkeys(one for one in found if one))

    def choice(self, value: object, choices: tuple[str, ...], what: str, where: str) -> str:
        """Return a value that is one of `choices`, else an empty text."""
        if isinstance(value, str) and value in choices:
            return value
        said = "is missing" if value is None else f"is {shown(value)}"
        self.wrong(where, f"{what} {said}; write one of {', '.join(choices)}")
        return ""

    def name(self, held: Table, where: str) -> str:
        """Return the name a table gives itself."""
        value = self.text(held, "name", where, needed=True)
        if value and not is_name(value):
            self.wrong(
                where, f"name {shown(value)}: use lower-case letters, digits and hyphens: sea-lane"
            )
        return value

    def day(self, held: Table, key: str, where: str) -> When | Unknown:
        """Return a day as TOML writes it, or a date text of our EDTF subset."""
        value = held.get(key)
        if value is None:
            return _NO_DAY
        if isinstance(value, date) and not isinstance(value, datetime):
            value = value.isoformat()
        if isinstance(value, str) and is_edtf(value):
            return When("", value, "supplied")
        self.wrong(where, f"{key} is {shown(value)}, no day; write {key} = 2031-04-14 or '2031-04'")
        return _NO_DAY


def shown(value: object) -> str:
    """Return a value as a message repeats it: on one line, and not all of a long one."""
    text = f"{value}" if isinstance(value, (date, datetime)) else f"{value!r}"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _place(counted: str, held: Table, *, line: int, within: str) -> str:
    named = held.get("name") or held.get("statement")
    called = f" ({named[:_SHOWN]})" if isinstance(named, str) else ""
    if within:
        return f"{within}, {counted}{called}"
    return f"line {line}, {counted}{called}" if line else f"{counted}{called}"
