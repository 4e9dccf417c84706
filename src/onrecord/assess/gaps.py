"""For each act, what cited words say covers it and what they say does not: `Gap`.

A claim bears on an act where its classes, its law and its place do not exclude it; the rule that makes a
verdict of the claims is `onrecord.domain.gap.verdict_of`. Nothing here says that an act is legal or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.assess.acts import acts_of
from onrecord.assess.authorities import authorities_of, status_on
from onrecord.assess.coverages import coverages_of
from onrecord.assess.systems import INTERNATIONAL
from onrecord.domain.authority import Authority, AuthorityStatus, Coverage
from onrecord.domain.case import Case
from onrecord.domain.gap import (
    NOT_IN_FORCE,
    Bearing,
    Gap,
    ReportedAct,
    bearing_of,
    in_order,
    verdict_of,
    with_status,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_NO_STATUS = Unknown("no status is on record")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A coverage with what its statements say of law and place."""

    coverage: Coverage
    authority: Authority | None
    countries: frozenset[str]


def gaps_of(case: Case) -> tuple[Gap, ...]:
    """Return what cited words come to for every act, in the order of the acts."""
    instruments = {one.id: one for one in authorities_of(case)}
    claims = [_claim(one, instruments, case) for one in coverages_of(case)]
    return tuple(gap_of(act, claims) for act in acts_of(case))


def gap_of(act: ReportedAct, claims: Iterable[_Claim]) -> Gap:
    """Return what the claims that bear on one act come to."""
    found = in_order(made for one in claims if (made := _bearing(act, one)) is not None)
    verdict, reason = verdict_of(act, found)
    return Gap(act, verdict, reason, found)


def _claim(coverage: Coverage, instruments: Mapping[str, Authority], case: Case) -> _Claim:
    places = [case.statements[name].where for name in coverage.statements]
    return _Claim(
        coverage,
        instruments.get(coverage.authority),
        frozenset(place.country for place in places if place is not None and place.country),
    )


def _bearing(act: ReportedAct, claim: _Claim) -> Bearing | None:
    """Return how a claim bears on an act; `None` where it is of another law, place or kind."""
    if _of_another_law(act, claim.authority) or _of_another_country(act, claim):
        return None
    status = _status(act, claim.authority)
    if claim.coverage.effect == "silent":
        secret = Bearing(claim.coverage, "beside", "its text is reported to be secret", status)
        return secret if status == "classified_reported" else None
    bearing = bearing_of(act, claim.coverage)
    if bearing is None:
        return None
    return with_status(_in_time(_placed(bearing, act, claim), act, claim.authority), status)


def _of_another_law(act: ReportedAct, authority: Authority | None) -> bool:
    system = "" if authority is None else authority.system
    return bool(act.system and system not in ("", INTERNATIONAL, act.system))


def _of_another_country(act: ReportedAct, claim: _Claim) -> bool:
    return bool(act.country and claim.countries and act.country not in claim.countries)


def _placed(bearing: Bearing, act: ReportedAct, claim: _Claim) -> Bearing:
    """Return the bearing, beside where the claim names an area that the act is not told to be in."""
    area = claim.coverage.area
    same = act.area.lower() == area.lower() or act.country in claim.countries
    if not area or same or bearing.closeness == "beside":
        return bearing
    return replace(
        bearing, closeness="beside", why=f"it speaks of {area}; no words say that this is there"
    )


def _in_time(bearing: Bearing, act: ReportedAct, authority: Authority | None) -> Bearing:
    """Return the bearing, beside where the instrument came into force after the act: it gave nothing then."""
    made = (
        next((one for one in authority.history if one.status == "in_force"), None)
        if authority
        else None
    )
    if made is None or bearing.coverage.effect != "confers":
        return bearing
    since, done = _first_day(made.when), _last_day(act.when)
    if since is None or done is None or done >= since:
        return bearing
    return replace(bearing, closeness="beside", why="the instrument came into force after this")


def _first_day(when: When | Unknown) -> date | None:
    return when.earliest if isinstance(when, When) else None


def _last_day(when: When | Unknown) -> date | None:
    return when.latest if isinstance(when, When) else None


def _status(act: ReportedAct, authority: Authority | None) -> AuthorityStatus | Unknown:
    """Return the status of the instrument on the day of the act; an opinion that was drafted is given."""
    if authority is None:
        return _NO_STATUS
    status = status_on(authority, _last_day(act.when))
    if authority.text_available is False and status not in NOT_IN_FORCE:
        return "classified_reported"
    given = authority.code == "EXEC_OPINION" and status == "drafted"
    return Unknown("it was given; no other status is on record") if given else status
