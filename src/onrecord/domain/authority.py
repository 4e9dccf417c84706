"""Who says what permits or limits an action: `Authority` and `Coverage`.

Nothing here is legal advice and nothing says "legal" or "illegal". An authority is an instrument as
reported; its coverage is what somebody says it does, with the statement that says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

AuthorityCode = Literal[
    "STATUTE_AUMF", "EXEC_INHERENT", "WPR_REPORT", "LEG_LIMIT", "EXEC_OPINION", "EXEC_ORDER",
    "LISTING_FTO", "LISTING_SDGT", "COVERT_AUTH", "COVERT_FINDING", "LE_MARITIME", "JUDICIAL",
    "STATUTE_FUNDS", "LEG_MANDATE", "EMERGENCY", "UNSC_RES", "ART51_NOTICE", "CONSENT",
    "BILATERAL", "COURT_ORDER", "ALLIANCE_DECISION",
]  # fmt: skip
AuthorityStatus = Literal[
    "drafted", "proposed", "asserted", "announced", "in_force", "notified", "failed", "expired",
    "rescinded", "enjoined", "classified_reported",
]  # fmt: skip
CoverageDomain = Literal[
    "high_seas", "territorial_sea", "international_airspace", "national_airspace", "land", "cyber",
    "financial", "criminal", "immigration", "intelligence",
]  # fmt: skip
ActionClass = Literal[
    "board", "seize", "lethal_strike", "capture", "overflight", "blockade", "deploy", "covert",
    "sanction", "assist",
]  # fmt: skip
CoverageEffect = Literal[
    "confers", "conditions", "limits", "forbids", "does_not_confer", "silent", "procedural_only",
    "contested",
]  # fmt: skip
CoverageBasis = Literal[
    "instrument_text", "issuer_statement", "press_report", "expert_view", "author_inference"
]

_NOT_STATED = Unknown("not stated")
_NO_STATUS = Unknown("no status is on record")


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A status an authority took, when, and the statement that says so."""

    status: AuthorityStatus
    when: When | Unknown
    statement: str


@dataclass(frozen=True, slots=True)
class Authority:
    """A legal instrument, or the claim that there is one.

    Attributes:
        code: Which kind of instrument.
        system: ISO country code for domestic law, or `international`.
        issuer: Who issued it, as worded.
        title: What it is called, as worded.
        date: Its date.
        history: Statuses in order of time.
        text_available: Whether its text is public.
        asserted_by: Who says it exists.
        statements: Ids of the statements it rests on; never empty.
    """

    code: AuthorityCode
    system: str
    issuer: str | Unknown
    title: str
    statements: tuple[str, ...]
    date: When | Unknown = _NOT_STATED
    history: tuple[StatusChange, ...] = ()
    text_available: bool | Unknown = _NOT_STATED
    asserted_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.statements:
            raise InvariantError("an authority cites the statements that speak of it")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("aut", self)

    @property
    def status(self) -> AuthorityStatus | Unknown:
        """Return the latest status on record, or why there is none."""
        return self.history[-1].status if self.history else _NO_STATUS


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an authority is said to do for one kind of action. Silent until somebody is cited.

    Attributes:
        authority: Id of the Authority.
        domain: Where; `Unknown` where the words do not say.
        action_class: For which action.
        target_class: Against which class of target; class names only.
        area: Named area, when stated.
        valid: When it holds.
        effect: What it is said to do; `silent` unless a statement says otherwise.
        basis: What kind of words say so.
        asserted_by: Who says so.
        disputed_by: Who disputes it.
        statements: Ids of the statements that say so.
    """

    authority: str
    domain: CoverageDomain | Unknown = _NOT_STATED
    action_class: ActionClass | Unknown = _NOT_STATED
    target_class: TargetClass | Unknown = _NOT_STATED
    area: str = ""
    valid: When | Unknown = _NOT_STATED
    effect: CoverageEffect = "silent"
    basis: CoverageBasis | Unknown = _NOT_STATED
    asserted_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.authority:
            raise InvariantError("coverage is the coverage of an authority")
        if self.effect != "silent" and not self.statements:
            raise InvariantError(f"the effect {self.effect!r} needs a statement that says so")
        if self.effect == "contested" and not self.disputed_by:
            raise InvariantError("contested coverage names who disputes it")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("cov", self)
