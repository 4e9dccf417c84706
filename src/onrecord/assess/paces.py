"""How fast the running counts rose that reports state: `paces_of`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.domain.case import Case
from onrecord.domain.series import Pace
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Units that count what happens, and not people or things: those of whom a batch is found in one day.
_OCCURRENCES = frozenset(
    """strikes airstrikes air_strikes drone_strikes missile_strikes attacks drone_attacks raids incidents
    bombings explosions blasts shellings bombardments ambushes clashes battles assaults operations sorties
    launches missile_tests tests interceptions boardings seizures incursions violations overflights
    protests demonstrations rallies riots executions earthquakes aftershocks eruptions tremors outages
    evacuations deportation_flights flights wildfires outbreaks""".split()
)
#: Days between two figures below which their difference tells of counting, not of a pace.
_LEAST_DAYS = 7


def paces_of(case: Case) -> tuple[Pace, ...]:
    """Return the rises of running counts between days that reports state them for, by unit and day.

    Only counts of what happens have one: the dead and missing of a flood are counted for weeks after it.
    Only a rise is a pace: a fall, a revision and a disagreement say how counting changed. Figures without a
    day or less than a week apart give none; a figure that several reports repeat gives one.
    """
    found = (pace for tally in case.tallies for pace in _paces(tally))
    rises: dict[tuple[object, ...], Pace] = {}
    for one in sorted(found, key=lambda pace: (pace.unit, pace.tally, pace.last, pace.first)):
        rises.setdefault((one.tally, one.first, one.last, one.low, one.high), one)
    return tuple(rises.values())


def _paces(tally: Tally) -> Iterator[Pace]:
    if tally.scope.unit not in _OCCURRENCES:
        return
    stated = {one.statement: one for one in tally.observations}
    for step in tally.steps:
        if step.kind != "rise" or isinstance(step.change, Unknown):
            continue
        first, last = _day(stated[step.earlier]), _day(stated[step.later])
        if first is not None and last is not None and (last - first).days >= _LEAST_DAYS:
            yield Pace(
                tally=tally.id,
                unit=tally.scope.unit,
                earlier=step.earlier,
                later=step.later,
                first=first,
                last=last,
                low=step.change.low,
                high=step.change.high,
            )


def _day(observation: Observation) -> date | None:
    """Return the one day a figure is of; `None` where the words leave more than one."""
    as_of = observation.as_of
    return as_of.latest if isinstance(as_of, When) and as_of.earliest == as_of.latest else None
