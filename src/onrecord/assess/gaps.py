"""For each act, what cited words say covers it and what they say does not: `Gap`.

A claim bears on an act where its classes, its law and its place do not exclude it; the rule that makes a
verdict of the claims is `onrecord.domain.gap.verdict_of`. Nothing here says that an act is legal or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.assess.acts import acts_of
from onrecord.assess.authorities import authorities_of, status_on
from onrecord.assess.coverages import coverages_of
from onrecord.assess.sides import Acting, acting_in, sides_of
from onrecord.assess.systems import INTERNATIONAL
from onrecord.domain.authority import Authority, AuthorityStatus, Coverage
from onrecord.domain.case import Case
from onrecord.domain.edtf import parse_edtf
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
from onrecord.domain.where import Where

_NO_STATUS = Unknown("no status is on record")
#: Instruments that somebody makes on a day, and that give nothing before it.
_MADE = frozenset(
    {
        "STATUTE_AUMF", "EXEC_ORDER", "LEG_MANDATE", "EMERGENCY", "UNSC_RES", "COVERT_FINDING",
        "ALLIANCE_DECISION", "COURT_ORDER", "LISTING_FTO", "LISTING_SDGT",
    }
)  # fmt: skip
_NOW = re.compile(r"\bnow\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A coverage with what its statements say of law, place and time.

    Attributes:
        coverage: What is claimed.
        authority: The instrument; `None` where words speak of any basis.
        countries: Where its words place it.
        sides: Whose acts it speaks of, as `onrecord.assess.sides` says.
        known: Whether any state is told to act at all.
        first: The first day on which a report speaks of the instrument.
        now: Whether its words say that it holds "now".
    """

    coverage: Coverage
    authority: Authority | None
    countries: frozenset[str]
    sides: frozenset[str] = frozenset()
    known: bool = False
    first: date | None = None
    now: bool = False


def gaps_of(case: Case) -> tuple[Gap, ...]:
    """Return what cited words come to for every act, in the order of the acts."""
    instruments = {one.id: one for one in authorities_of(case)}
    acts = acts_of(case)
    acting = acting_in(acts, case)
    claims = [_claim(one, instruments, acting, case) for one in coverages_of(case)]
    return tuple(gap_of(act, claims) for act in acts)


def gap_of(act: ReportedAct, claims: Iterable[_Claim]) -> Gap:
    """Return what the claims that bear on one act come to."""
    found = in_order(made for one in claims if (made := _bearing(act, one)) is not None)
    verdict, reason = verdict_of(act, found)
    return Gap(act, verdict, reason, found)


def _claim(
    coverage: Coverage, instruments: Mapping[str, Authority], acting: Acting, case: Case
) -> _Claim:
    authority = instruments.get(coverage.authority)
    said = [case.statements[name] for name in coverage.statements]
    places = [one.where for one in said if one.where is not None and not _is_outside(one.where)]
    told = coverage.statements if authority is None else authority.statements
    return _Claim(
        coverage,
        authority,
        frozenset(place.country for place in places if place.country),
        sides_of(coverage, authority, acting, case),
        known=bool(acting.systems),
        first=_first_report(told, case),
        now=any(_NOW.search(one.content.exact) for one in said),
    )


def _is_outside(where: Where) -> bool:
    """Say whether words name a place only as what is left behind: "outside Velmara"."""
    return where.text.lower().startswith(("outside", "beyond", "from"))


def _first_report(statements: Iterable[str], case: Case) -> date | None:
    """Return the last day of the date that the first report bears; `None` where none bears one."""
    dates = (case.documents[case.statements[name].document].date_edtf for name in statements)
    days = (parse_edtf(one).latest for one in dates if one)
    return min((day for day in days if day is not None), default=None)


def _bearing(act: ReportedAct, claim: _Claim) -> Bearing | None:
    """Return how a claim bears on an act; `None` where it is of another law, place or kind."""
    if _of_another_law(act, claim) or _of_another_country(act, claim):
        return None
    status = _status(act, claim.authority)
    if claim.coverage.effect == "silent":
        secret = Bearing(claim.coverage, "beside", "its text is reported to be secret", status)
        return secret if status == "classified_reported" else None
    bearing = bearing_of(act, claim.coverage)
    if bearing is None:
        return None
    if bearing.closeness == "beside" and claim.known and not claim.sides:
        return None
    placed = _placed(_sided(bearing, act, claim), act, claim)
    return with_status(_in_time(placed, act, claim), status)


def _sided(bearing: Bearing, act: ReportedAct, claim: _Claim) -> Bearing:
    """Return the bearing, beside where states act and no words say of whose acts the claim is."""
    own = act.subject in claim.coverage.statements
    if claim.sides or own or not claim.known or bearing.closeness == "beside":
        return bearing
    return replace(bearing, closeness="beside", why="no words say of which state's acts it speaks")


def _of_another_law(act: ReportedAct, claim: _Claim) -> bool:
    """Say whether the claim is of a state's law or acts, and the act is not told to be of that state.

    The claim of a power bears on just that power.
    """
    if act.subject in claim.coverage.statements:
        return False
    return bool(claim.sides) and INTERNATIONAL not in claim.sides and act.system not in claim.sides


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


def _in_time(bearing: Bearing, act: ReportedAct, claim: _Claim) -> Bearing:
    """Return the bearing, beside where no words say that what confers a power held by the day of the act.

    A grant that is known only by the report of it may be older; nobody says so, and it is not backdated.
    """
    done = _last_day(act.when)
    if bearing.coverage.effect != "confers" or done is None or bearing.closeness == "beside":
        return bearing
    made = _made(claim.authority)
    if made is not None and made.earliest is not None:
        late = done < made.earliest
        why = "the instrument came into force after this"
    else:
        since = (made.latest if made is not None else None) or claim.first
        dated = claim.now or (claim.authority is not None and claim.authority.code in _MADE)
        late = dated and since is not None and done < since
        why = "it was reported later; no words say that it held then"
    return replace(bearing, closeness="beside", why=why) if late else bearing


def _made(authority: Authority | None) -> When | None:
    """Return when an instrument came into force, as far as its history says."""
    history = () if authority is None else authority.history
    found = next((one.when for one in history if one.status == "in_force"), None)
    return found if isinstance(found, When) else None


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
