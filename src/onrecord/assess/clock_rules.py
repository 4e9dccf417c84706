"""Clock rules as people write them, in TOML, to `ClockRule`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import cast, get_args

from onrecord.domain.authority import ActionClass, AuthorityCode, AuthorityStatus
from onrecord.domain.clock import ClockRule, Period, PeriodUnit
from onrecord.domain.errors import InvariantError, UsageError

_FIELDS = frozenset(
    "name title system after start due question criteria resolvers disputed note".split()
)
_STARTS = frozenset("actions abroad code status".split())
_SYSTEM = re.compile(r"[A-Z]{2}|international")


def rules_from(text: str, source: str) -> tuple[tuple[ClockRule, ...], bool]:
    """Return the rules a file holds, in its order, and whether it takes the place of those shipped.

    Args:
        text: TOML: `[[clock]]` tables, and `replace = true` before them where only these shall count.
        source: How a message names the file.

    Raises:
        UsageError: it is no TOML, or a clock lacks something; all that is wrong is named together.
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{source} is no TOML: {error}") from error
    tables = read.get("clock", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise UsageError(f"{source}: write each clock as a [[clock]] table")
    strange = sorted(set(read) - {"clock", "replace"})
    wrong = [f"nothing is called {name!r} at the top" for name in strange]
    rules: list[ClockRule] = []
    for at, table in enumerate(tables, start=1):
        try:
            rules.append(_rule(table))
        except InvariantError as error:
            wrong.append(f"clock {table.get('name') or at}: {error.args[0]}")
    names = [one.name for one in rules]
    wrong += [f"clock {name}: there are two of this name" for name in _twice(names)]
    if wrong:
        raise UsageError(f"{source}: {'; '.join(wrong)}")
    return tuple(rules), read.get("replace") is True


def joined_rules(
    shipped: Iterable[ClockRule], own: Iterable[ClockRule], *, replace: bool
) -> tuple[ClockRule, ...]:
    """Return the rules in force: those of a user take the place of shipped ones of the same name."""
    rules = {} if replace else {one.name: one for one in shipped}
    rules |= {one.name: one for one in own}
    return tuple(rules.values())


def _rule(table: Mapping[str, object]) -> ClockRule:
    strange = sorted(set(table) - _FIELDS)
    if strange:
        raise InvariantError(
            f"nothing is called {strange[0]!r}; fields are {', '.join(sorted(_FIELDS))}"
        )
    start = _table(table, "start", _STARTS)
    actions = tuple(_of(name, get_args(ActionClass), "action") for name in _texts(start, "actions"))
    code, status = _text(start, "code"), _text(start, "status")
    if not _SYSTEM.fullmatch(_text(table, "system")):
        raise InvariantError("system is an ISO 3166-1 code of two letters, or international")
    return ClockRule(
        name=_text(table, "name"),
        title=_text(table, "title"),
        system=_text(table, "system"),
        period=_period(_table(table, "after", frozenset(get_args(PeriodUnit)))),
        due=_text(table, "due"),
        question=_text(table, "question"),
        criteria=_text(table, "criteria"),
        resolvers=tuple(_texts(table, "resolvers")),
        actions=cast("tuple[ActionClass, ...]", actions),
        abroad=start.get("abroad") is True,
        code=cast("AuthorityCode", _of(code, get_args(AuthorityCode), "code")) if code else None,
        status=cast("AuthorityStatus", _of(status, get_args(AuthorityStatus), "status"))
        if status
        else None,
        disputed=_text(table, "disputed"),
        note=_text(table, "note"),
    )


def _period(table: Mapping[str, object]) -> Period:
    (unit, count), *more = [*table.items()] or [("days", None)]
    if more or type(count) is not int:
        raise InvariantError(
            "after holds one whole number, as {hours = 48}, {days = 60}, {months = 4}"
        )
    return Period(count, cast("PeriodUnit", unit))


def _table(table: Mapping[str, object], name: str, known: frozenset[str]) -> Mapping[str, object]:
    found = table.get(name)
    if not isinstance(found, dict) or set(found) - known:
        raise InvariantError(f"{name} is a table with {' or '.join(sorted(known))}")
    return cast("Mapping[str, object]", found)


def _text(table: Mapping[str, object], name: str) -> str:
    found = table.get(name, "")
    if not isinstance(found, str):
        raise InvariantError(f"{name} is text")
    return found.strip()


def _texts(table: Mapping[str, object], name: str) -> list[str]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise InvariantError(f"{name} is a list of texts")
    return [str(one).strip() for one in found]


def _of(value: str, known: tuple[str, ...], what: str) -> str:
    if value not in known:
        raise InvariantError(f"{value!r} is no {what}; there are {', '.join(known)}")
    return value


def _twice(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
