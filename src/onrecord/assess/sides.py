"""Whose acts a claim of law speaks of: the law of one state judges no act of another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.assess.systems import INTERNATIONAL, bodies_in, doer_in, fitting, owners_in, system_of
from onrecord.domain.authority import Authority, Coverage
from onrecord.domain.case import Case
from onrecord.domain.gap import ReportedAct
from onrecord.domain.statement import Statement

#: Instruments between states that are of the forces of one: its self-defence, consent given to it.
_OF_ONE_STATE = frozenset({"ART51_NOTICE", "CONSENT", "BILATERAL"})


@dataclass(frozen=True, slots=True)
class Acting:
    """Which states act, by the reports that say so.

    Attributes:
        systems: Every state that is told to act.
        of_document: Those that one document tells of, by its id.
    """

    systems: frozenset[str]
    of_document: Mapping[str, frozenset[str]]


def acting_in(acts: Iterable[ReportedAct], case: Case) -> Acting:
    """Return which states act, in all and by document."""
    found: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for name in act.statements if act.system else ():
            found[case.statements[name].document].add(act.system)
    by_document = {name: frozenset(systems) for name, systems in found.items()}
    return Acting(frozenset().union(*by_document.values()), by_document)


def sides_of(
    coverage: Coverage, authority: Authority | None, acting: Acting, case: Case
) -> frozenset[str]:
    """Return the states whose acts a claim speaks of; empty where no words tell.

    The instrument's own law decides, but for self-defence and consent, which are of the state named. Then
    whose body or act the words name, who is said to act, who claims the power, and at last the only state
    that acts in the same report, or in all of them. `international` stands for the acts of all: so does a
    claim in a report that names none of the states that act.
    """
    if authority is not None and authority.system and authority.code not in _OF_ONE_STATE:
        return frozenset({authority.system})
    found: set[str] = set()
    for name in coverage.statements:
        found |= _side_of(case.statements[name], coverage, acting, case)
    return frozenset(found)


def _side_of(
    statement: Statement, coverage: Coverage, acting: Acting, case: Case
) -> frozenset[str]:
    words = statement.content.exact
    of_report = acting.of_document.get(statement.document, frozenset())
    if told := _told_of(statement, acting, case):
        return told
    if coverage.effect == "confers" and (spoken := _speakers(statement, case)):
        return spoken
    for held in (of_report, acting.systems):
        fits = fitting(words, held)
        if len(fits) == 1:
            return fits
    spoken_of = _named(case.texts[statement.document], case) & acting.systems
    return frozenset() if spoken_of or not acting.systems else frozenset({INTERNATIONAL})


def _told_of(statement: Statement, acting: Acting, case: Case) -> frozenset[str]:
    """Return whose body, force or act the words name; else the only state that acts and is named in them."""
    words = statement.content.exact
    if doer := doer_in(words, case.countries):
        return frozenset({doer})
    owners = (bodies_in(words) | owners_in(words, case.countries)) - {INTERNATIONAL}
    actor = frozenset({system_of(statement.actor, case.countries)}) & acting.systems
    if owners or actor:
        return (owners & acting.systems) or owners or actor
    named = _named(words, case) & acting.systems
    return named if len(named) == 1 else frozenset()


def _named(words: str, case: Case) -> frozenset[str]:
    return frozenset(
        code
        for name, code in case.countries.items()
        if name[:1].isupper() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    )


def _speakers(statement: Statement, case: Case) -> frozenset[str]:
    spoken = {system_of(voice.label, case.countries) for voice in statement.voices}
    return frozenset(spoken - {"", INTERNATIONAL})
