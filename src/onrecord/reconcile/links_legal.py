"""How statements about one legal instrument stand to one another: its status moves, its reach is disputed.

A later status (proposed, then voted down) updates an earlier one. Where one voice says that an
instrument covers something and another that it does not, that is a tension of scope.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.domain.authority import AuthorityCode, AuthorityStatus, CoverageDomain
from onrecord.domain.link import Link
from onrecord.domain.statement import Statement
from onrecord.reconcile.links_told import Told, by_key, link_of, near, newest

#: How far an instrument has come; what stands level never updates.
_STAGES: dict[AuthorityStatus, int] = {
    "drafted": 0, "proposed": 1, "announced": 2, "notified": 3, "failed": 4, "in_force": 4,
    "enjoined": 5, "expired": 6, "rescinded": 6,
}  # fmt: skip
_VOTED: dict[str, AuthorityStatus] = {"REJECT": "failed", "SUPPORT": "in_force"}
_COVERS = {"confers": 1, "does_not_confer": -1, "forbids": -1}


@dataclass(frozen=True, slots=True)
class Provision:
    """What one statement says of one instrument.

    Attributes:
        told: The statement.
        instrument: Which kind; `None` where any basis at all is spoken of.
        status: What became of it.
        covers: 1 where it is said to cover something, -1 where it is said not to, else 0.
        domain: Where that would be.
        day: Day of the status: the day its words give, else that of the report.
    """

    told: Told
    instrument: AuthorityCode | None
    status: AuthorityStatus | None
    covers: int
    domain: CoverageDomain | None
    day: date | None

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return each name of the sentence."""
        return tuple(f"provides|{name}" for name in sorted(self.told.names))


def provisions_in(statements: Iterable[Statement], told: Iterable[Told]) -> Iterator[Provision]:
    """Yield what one document says of legal instruments, one for each coding."""
    for statement, one in zip(statements, told, strict=True):
        for coding in statement.authority:
            covers = _COVERS.get(coding.effect, 0)
            status = coding.status or _voted(statement)
            if covers or status in _STAGES:
                yield Provision(
                    told=one,
                    instrument=coding.instrument,
                    status=status,
                    covers=covers,
                    domain=coding.domain,
                    day=one.first or one.reported,
                )


def find_legal_links(
    asked: Iterable[Provision], held: Iterable[Provision], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield updates of status and disputes of reach, each to the newest earlier provision it fits.

    Both must speak of one kind of instrument and share a name.
    """
    askers = list(asked)
    index = by_key(held, askers)
    for later in askers:
        around = near(later, index)
        overtaken = [one for one in around if _overtakes(later, one)]
        if overtaken:
            was = newest(overtaken)
            yield link_of(
                later.told,
                was.told,
                lineages,
                kind="updates",
                says=(
                    f"of one instrument ({later.instrument}) the status was {_worded(was.status)}"
                    f" and is {_worded(later.status)}"
                ),
            )
        opposed = [one for one in around if _opposes(later, one)]
        if opposed:
            yield link_of(
                later.told,
                newest(opposed).told,
                lineages,
                kind="tension",
                subtype="scope",
                says="one says that the law covers this, the other that it does not",
            )


def _worded(status: AuthorityStatus | None) -> str:
    return (status or "").replace("_", " ")


def _voted(statement: Statement) -> AuthorityStatus | None:
    """Return what became of a motion that an assembly is said to have voted on."""
    if statement.kind != "law.oversight" or statement.act is None or statement.off_line:
        return None
    return _VOTED.get(statement.act.code)


def _overtakes(later: Provision, earlier: Provision) -> bool:
    if later.instrument is None or later.instrument != earlier.instrument:
        return False
    if later.status not in _STAGES or earlier.status not in _STAGES:
        return False
    if later.day is None or earlier.day is None or later.day < earlier.day:
        return False
    if later.told.statement == earlier.told.statement or "future" in later.told.off_line:
        return False
    return _STAGES[later.status] > _STAGES[earlier.status]


def _opposes(later: Provision, earlier: Provision) -> bool:
    """Say whether two voices give the law a different reach; "no legal basis" speaks of any law."""
    a, b = later.told, earlier.told
    if a.at <= b.at or later.covers * earlier.covers != -1:
        return False
    if later.domain is None or later.domain != earlier.domain:
        return False
    if later.instrument and earlier.instrument and later.instrument != earlier.instrument:
        return False
    return (a.speaker or a.document) != (b.speaker or b.document)
