"""Moves in each dimension of escalation, one line for each acting party: `steps_of`.

A step up is the first statement on record that reaches a higher value than any before it; a lower value
later is no step down, for a strike at sea after one on land takes nothing back. What falls is only what
words say fell: fire that ceased, forces that were pulled back. Nothing is averaged, and no number is made
of the dimensions together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from onrecord.assess.acting import Cast, cast_of, is_state, party_named, party_of
from onrecord.assess.reached import Reached, latest_of, reached_in
from onrecord.assess.scores import scores_of
from onrecord.domain.case import Case
from onrecord.domain.edtf import parse_edtf
from onrecord.domain.escalation import LEVELS, EscalationStep, step_from
from onrecord.domain.force_levels import mechanism_of
from onrecord.domain.force_words import STRIKE_UNITS
from onrecord.domain.quantity import Difference, Number, Quantity, difference
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

TEMPO_UNIT = "acts_per_30_days"
_PER_DAYS = 30
_NOTHING_EARLIER = Unknown("nothing earlier is on record")
_NO_FIRST = Unknown("a rate is not reached for a first time")
_NOBODY = Unknown("the words name nobody who acts, so nothing is the first of a party")
_MAYBE_LATER = Unknown("another report reaches it on a day that is not stated or may be earlier")
_NO_DAY = Unknown("the day is not stated, so it has no place in time")
_AGAIN = re.compile(
    r"\b(?:again|another|renewed|resum(?:ed|ing|es)|further|latest|second|third|fourth|more strikes"
    r"|continu(?:ed|es|ing) to|as before)\b",
    re.IGNORECASE,
)
#: What spans more days holds more acts than one.
_LONG_DAYS = 14
_DIMENSIONS = (*LEVELS, "tempo")
#: From where words can say that something fell.
_CAN_FALL = frozenset(
    "non_lethal_force lethal_force sustained_hostilities reinforced assault_capable_as_described".split()
)
#: Order within one day: what may have begun earlier first.
_Order = tuple[date, date, int, str]


def steps_of(case: Case) -> tuple[EscalationStep, ...]:
    """Return every step on record, by party, dimension and day; what has no day stands last.

    `authority_state` is not among them: it follows from what is cited on law. The order of documents
    does not matter.
    """
    cast = cast_of(case)
    lines: dict[tuple[str, str], list[Reached]] = defaultdict(list)
    for one in reached_in(case, cast):
        lines[one.party, one.dimension].append(one)
    heard = _acting(lines, cast)
    kept = [line for (party, _), line in lines.items() if party in heard]
    found = [step for line in kept for step in _line(line, case)]
    # Sorting is stable: within a line the steps keep their order in time.
    return tuple(sorted([*found, *_tempo(case, cast)], key=_line_order))


def _acting(lines: Mapping[tuple[str, str], Sequence[Reached]], cast: Cast) -> set[str]:
    """Return the parties whose moves are followed: whoever did more than talk, and states that threaten."""
    return {
        party
        for (party, _), line in lines.items()
        if any(one.value != "verbal" or (is_state(party, cast) and _threatens(one)) for one in line)
    }


def _threatens(one: Reached) -> bool:
    act = one.statement.act
    return one.statement.kind == "say.threat" or (act is not None and act.code == "THREATEN")


def _line(line: Iterable[Reached], case: Case) -> Iterator[EscalationStep]:
    """Yield the steps of one party in one dimension."""
    held = list(line)
    dated = sorted((one for one in held if latest_of(one.when)), key=lambda one: _order(one, case))
    seen: set[str] = set()
    before: Reached | None = None
    for at, one in enumerate(dated):
        if _is_step(one, before) and not _is_outdone(one, dated[at + 1 :]):
            yield _step(one, before, first=_first(one, seen, held))
            before = one
        if isinstance(one.value, str):
            seen.add(one.value)
    yield from _undated((one for one in held if not latest_of(one.when)), seen)


def _is_step(one: Reached, before: Reached | None) -> bool:
    """Say whether a value is a move from the one before it: up, or down where the words say it fell."""
    if before is None:
        return True
    if one.falls:
        return not before.falls and before.value in _CAN_FALL
    return isinstance(one.value, str) and _height(one) > _height(before)


def _is_outdone(one: Reached, later: Sequence[Reached]) -> bool:
    """Say whether the same days bring a higher value: one act told in two clauses is one step."""
    return not one.falls and any(
        other.when == one.when and not other.falls and _height(other) > _height(one)
        for other in later
    )


def _step(one: Reached, before: Reached | None, *, first: bool | Unknown) -> EscalationStep:
    made = step_from(
        one.statement,
        dimension=one.dimension,
        from_value=_NOTHING_EARLIER if before is None else before.value,
        to_value=one.value,
        first_time=first,
    )
    return replace(
        made,
        subject=one.subject,
        mechanism=mechanism_of(one.words) if one.dimension in ("act", "lethality") else "unknown",
        scores=scores_of(one.act),
        party=one.party,
        when=one.when,
        earlier="" if before is None else before.statement.id,
    )


def _undated(line: Iterable[Reached], seen: set[str]) -> Iterator[EscalationStep]:
    """Yield the first statement of each value that only undated reports reach."""
    for one in sorted(line, key=lambda each: each.statement.id):
        if isinstance(one.value, str) and one.value not in seen:
            seen.add(one.value)
            yield replace(_step(one, None, first=_NO_DAY), from_value=_NO_DAY)


def _first(one: Reached, seen: set[str], line: Iterable[Reached]) -> bool | Unknown:
    """Say whether nothing earlier on record reached the value, and the words do not say "again".

    Unknown where another act reaches it on no stated day, or on one that may be earlier.
    """
    if isinstance(one.value, Unknown):
        return one.value
    if not one.party:
        return _NOBODY
    if one.value in seen or _AGAIN.search(one.words):
        return False
    return _MAYBE_LATER if any(_may_precede(other, one) for other in line) else True


def _may_precede(other: Reached, one: Reached) -> bool:
    """Say whether another act reaches the same value on no stated day, or over days that begin earlier."""
    if other.value != one.value or other.falls or other is one:
        return False
    if other.subject == one.subject and not _is_long(other.when):
        return False  # one act, told with less of its time
    if isinstance(other.when, Unknown) or other.when.latest is None:
        return True
    begun = None if isinstance(one.when, Unknown) else one.when.earliest or one.when.latest
    return other.when.earliest is not None and begun is not None and other.when.earliest < begun


def _is_long(when: When | Unknown) -> bool:
    """Say whether a time is a span of many days, as of "since January"."""
    if isinstance(when, Unknown) or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days > _LONG_DAYS


def _order(one: Reached, case: Case) -> _Order:
    latest = latest_of(one.when) or date.max
    begun = latest if isinstance(one.when, Unknown) else one.when.earliest or latest
    reported = latest_of(case.documents[one.statement.document].doc_date) or date.max
    # Of two values on one day the higher is reached last; a fall comes after what it ends.
    height = len(LEVELS[one.dimension]) if one.falls else _height(one)
    return latest, min(begun, reported), height, one.statement.id


def _height(one: Reached) -> int:
    """Return how high a value stands; what fell to nobody knows what stands where talk and show do."""
    levels = LEVELS[one.dimension]
    if isinstance(one.value, str):
        return levels.index(one.value)
    return levels.index("display") if one.dimension == "act" else 0


def _line_order(step: EscalationStep) -> tuple[str, int]:
    return step.party, _DIMENSIONS.index(step.dimension)


def _tempo(case: Case, cast: Cast) -> Iterator[EscalationStep]:
    """Yield how the rate of acts that one count counts moved, between its dated figures."""
    for tally in case.tallies:
        if tally.scope.unit not in STRIKE_UNITS:
            continue
        before: tuple[Quantity | Unknown, str] = (_NOTHING_EARLIER, "")
        for rate, observed in _rates(tally):
            if not case.statements[observed.statement].supports_event():
                continue
            yield EscalationStep(
                subject=tally.id,
                statement=observed.statement,
                dimension="tempo",
                from_value=before[0],
                to_value=rate,
                first_time=_NO_FIRST,
                party=_counted_of(tally, case, cast),
                when=observed.as_of,
                earlier=before[1],
            )
            before = rate, observed.statement


def _counted_of(tally: Tally, case: Case, cast: Cast) -> str:
    """Return whose acts a count counts: as its scope says, else the one party that its statements name."""
    named = party_named(tally.scope.actor, cast)
    told = {party_of(case.statements[one.statement], cast) for one in tally.observations} - {""}
    return named or (told.pop() if len(told) == 1 else "")


def _rates(tally: Tally) -> Iterator[tuple[Quantity, Observation]]:
    """Yield a rate for the window of the first figure, then from each figure to the next.

    An end of a rate exists only where both counts state the end it needs (domain rule 3).
    """
    dated = [one for one in tally.observations if latest_of(one.as_of) and one.standing == "stands"]
    if dated and (lengths := _lengths(dated[0])):
        counted = dated[0].quantity
        yield _rate(Difference(counted.low, counted.high), lengths), dated[0]
    for earlier, later in pairwise(dated):
        grown = difference(earlier.quantity, later.quantity)
        apart = (_last(later) - _last(earlier)).days
        if isinstance(grown, Difference) and apart > 0 and (grown.low or 0) >= 0:
            yield _rate(grown, (apart, apart)), later


def _lengths(one: Observation) -> tuple[int, int] | None:
    """Return the least and most days that a figure counts over; `None` where its window is open."""
    window, last = one.quantity.window, _last(one)
    if window is None or window.edtf is None:
        return None
    begin = parse_edtf(window.edtf.partition("/")[0])
    if begin.earliest is None or begin.latest is None or begin.latest >= last:
        return None
    return (last - begin.latest).days, (last - begin.earliest).days


def _last(one: Observation) -> date:
    return latest_of(one.as_of) or date.min


def _rate(grown: Difference, days: tuple[int, int]) -> Quantity:
    low = None if grown.low is None else _per(grown.low, days[1])
    high = None if grown.high is None else _per(grown.high, days[0])
    counted = str(days[0]) if days[0] == days[1] else f"{days[0]} to {days[1]}"
    return Quantity(None, low, high, TEMPO_UNIT, "between", counted=f"over {counted} days")


def _per(count: Number, days: int) -> float:
    return round(count * _PER_DAYS / days, 1)
