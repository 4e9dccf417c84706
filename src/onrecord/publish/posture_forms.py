"""Forms for forces as reported: one row for each element, with how far its newest report has aged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from onrecord.domain.errors import CompileError
from onrecord.domain.posture import STALENESS_RULE, is_too_fine, staleness_of
from onrecord.domain.statement import Counted, Force, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.assessed_words import ELEMENT_WORDS, STALENESS_WORDS, STATUS_WORDS
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.parts import Part, dated, figure, fixed, outlet, quoted, statement_of
from onrecord.publish.wording import count_words, day_words, edtf_words


def element(desk: Desk) -> list[Part]:
    """Write one element: what, how many, its status, as of when, how old that is, who says so.

    Support is its newest report and, where it was reported before, the oldest (role `first`). `given` is the
    words that name it, the day it is looked at from, and the area as worded (or empty).
    """
    words, today, area = given_element(desk.sentence.given)
    citation, source = desk.citation(0), desk.source(0)
    force = force_in(statement_of(citation), words)
    cell = Part("", "cell")
    return [
        fixed(f"{ELEMENT_WORDS[force.kind]}: "), *quoted(words), cell, *_count(desk, force), cell,
        fixed(STATUS_WORDS[force.status] if force.status else "not stated"), cell,
        *_area(desk, area), cell, *_age(desk, today), cell, *outlet(source),
    ]  # fmt: skip


def fading(desk: Desk) -> list[Part]:
    """Write the rule by which reports of forces age; `given` is the day they are looked at from."""
    day = _day(desk.sentence.given[0] if desk.sentence.given else "")
    return [
        fixed("Looked at from "), Part(day_words(day), "date"),
        fixed(
            f": a report is fresh for 7 days, ageing for 30, stale for 90, then lapsed "
            f"(rule {STALENESS_RULE}). Old reports stay listed; none says where a force is now."
        ),
    ]  # fmt: skip


POSTURE_FORMS: Mapping[str, Form] = MappingProxyType({"element": element, "fading": fading})


def given_element(given: tuple[str, ...]) -> tuple[str, date, str]:
    """Return the words, the day and the area that a row of an element is given.

    Raises:
        CompileError: one is missing, or the day is none.
    """
    if len(given) != 3:  # noqa: PLR2004 - words, day and area
        raise CompileError("the words of the element, the day or the area is missing")
    return given[0], _day(given[1]), given[2]


def force_in(statement: Statement, words: str) -> Force:
    """Return the element of a force that a statement names in these words.

    Raises:
        CompileError: it names none so.
    """
    for force in statement.forces:
        if force.span.exact == words:
            return force
    raise CompileError(f"the statement names no force as {words!r}")


def _count(desk: Desk, force: Force) -> list[Part]:
    if force.count is None or force.count.value is None:
        return [fixed("not stated")]
    if force.name and force.count.value == 1:
        return [fixed("one, by name")]
    return figure(desk.source(0), Counted(force.span, force.count))


def _area(desk: Desk, area: str) -> list[Part]:
    """Return the named area as worded near the element; never anything finer (schema of `Posture`)."""
    if not area:
        return [fixed("not stated")]
    near = desk.source(0).near(desk.citation(0).span)
    hold(
        "" if area in near and not is_too_fine(area) else f"{area!r} is no area that is named there"
    )
    return quoted(area)


def _age(desk: Desk, today: date) -> list[Part]:
    when = desk.citation(0).dated
    aged = staleness_of(when if isinstance(when, When) else Unknown("no time"), today)
    found = [dated(when), fixed(", "), Part(STALENESS_WORDS[aged], "mark")]
    if isinstance(when, When) and when.latest is not None and aged != "undated":
        hold("the report is of a later day" if when.latest > today else "")
        found.append(fixed(f" ({count_words((today - when.latest).days, 'day')} old)"))
    firsts = [at for at, one in enumerate(desk.sentence.support) if one.role == "first"]
    if firsts:
        first = desk.citation(firsts[0])
        hold("" if statement_of(first).forces else "the first report names no force")
        if isinstance(first.dated, When) and first.dated.edtf is not None:
            found += [fixed("; first reported "), Part(edtf_words(first.dated.edtf), "date")]
    return found


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CompileError(f"{text!r} is no day") from error
