"""What instruments are said to do: one `Coverage` for each claim, with who says so and who disputes it.

Nothing is inferred from the kind of an instrument: a listing confers nothing unless somebody is cited who
says so (domain rule 13), and a limit that failed limits nothing. What is asked, supposed or foretold claims
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.assess.authorities import Mention, held_back, instruments_of
from onrecord.domain.authority import Authority, Coverage, CoverageBasis
from onrecord.domain.case import Case
from onrecord.domain.gap import ANY_BASIS, coverage_from
from onrecord.domain.statement import Coding, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_NOT_STATED = Unknown("not stated")
_NO_ROLE = Unknown("the words do not say in what role they speak")
_EXPERT = re.compile(
    r"\b(?:experts?|lawyers?|attorneys?|professors?|scholars?|analysts?|jurists?|academics?|counsel|"
    r"rapporteurs?|former)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:presidents?|ministers?|ministry|secretary|officials?|spokes\w+|government|administration|"
    r"department|premier|chancellor|ambassador|envoy|attorney general|general|admiral|commander)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\breport(?:s|ed|ing)?\b", re.IGNORECASE)
_DEEDS = frozenset({"law.oversight", "law.authorization", "law.designation"})
#: Words that deny every basis, before the basis they deny.
_NONE_AT_ALL = re.compile(
    r"\b(?:no|any|without|lack\w*|absen\w+|insufficient|neither)\b.*\b(?:bas[ie]s|authori\w+|mandate|"
    r"jurisdiction|approval|justification|grounds?|permission|cover|power|right)\b",
    re.IGNORECASE,
)
_BREACHES = re.compile(r"\b(?:violat\w+|breach\w*|inconsistent|contrary)\b", re.IGNORECASE)
#: Words that tie what is said to the time they give.
_THEN = re.compile(
    r"\b(?:at (?:that|the) time|until|through|expir\w+|for the time being)\b", re.IGNORECASE
)


def coverages_of(case: Case) -> tuple[Coverage, ...]:
    """Return what is claimed of every instrument, and of any basis at all, in order of authority and effect.

    Claims that agree in everything but the document are one, citing every statement.
    """
    claims: list[tuple[Authority | None, Statement, Coding]] = [
        (authority, one.statement, one.coding)
        for authority, mentions in instruments_of(case)
        for one in _claiming(mentions)
    ]
    claims += [
        (None, statement, coding)
        for statement in case.statements.values()
        for coding in statement.authority
        if coding.instrument is None and _claims(statement) and _is_of_any_basis(statement)
    ]
    disputes = _disputes(claims)
    denied = _denials(case)
    found = [
        _coverage(authority, statement, coding, disputed=disputes, denied=denied)
        for authority, statement, coding in claims
    ]
    return _merged(found)


def _claiming(mentions: Iterable[Mention]) -> list[Mention]:
    return [one for one in mentions if _claims(one.statement)]


def _claims(statement: Statement) -> bool:
    """Say whether a statement claims something: nobody holds it back and it is not of the future."""
    return not held_back(statement) and "future" not in statement.off_line


def _is_of_any_basis(statement: Statement) -> bool:
    """Say whether the words deny every basis or say that law is broken, rather than leave it open."""
    words = statement.content.exact
    return _NONE_AT_ALL.search(words) is not None or _BREACHES.search(words) is not None


def _disputes(
    claims: Iterable[tuple[Authority | None, Statement, Coding]],
) -> dict[str, tuple[str, ...]]:
    """Return who rejects or denies each instrument, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for authority, statement, coding in claims:
        if authority is not None and coding.effect == "contested":
            found[authority.id].extend(_speakers(statement))
    return {name: tuple(dict.fromkeys(who)) for name, who in found.items()}


def _denials(case: Case) -> dict[str, tuple[str, ...]]:
    """Return who denies or contradicts a statement, by its id, as the links on record say."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        statement = case.statements.get(link.from_id)
        if link.kind == "denies" and statement is not None:
            found[link.to_id].extend(_speakers(statement))
    return {name: tuple(dict.fromkeys(who)) for name, who in found.items()}


def _coverage(
    authority: Authority | None,
    statement: Statement,
    coding: Coding,
    *,
    disputed: dict[str, tuple[str, ...]],
    denied: dict[str, tuple[str, ...]],
) -> Coverage:
    named = ANY_BASIS if authority is None else authority.id
    made = coverage_from(statement, coding, authority=named)
    against = (*made.disputed_by, *denied.get(statement.id, ()))
    if made.effect in ("confers", "conditions", "limits"):
        against = (*disputed.get(named, ()), *against)
    return replace(
        made,
        valid=_valid(statement),
        basis=_basis(statement),
        disputed_by=tuple(dict.fromkeys(against)),
    )


def _valid(statement: Statement) -> When | Unknown:
    when = statement.when
    tied = isinstance(when, When) and when.basis != "document" and when.edtf is not None
    return when if tied and _THEN.search(statement.content.exact) else _NOT_STATED


def _basis(statement: Statement) -> CoverageBasis | Unknown:
    """Return what kind of words say so, by who is closest to them.

    What a report tells in its own voice is a report where it tells a deed (a vote, an order), and the
    author's inference where it tells what an instrument means.
    """
    if not statement.voices:
        return "press_report" if statement.kind in _DEEDS else "author_inference"
    voice = statement.voices[-1]
    if voice.identity == "document":
        return "instrument_text" if statement.mode == "direct" else "press_report"
    if _EXPERT.search(voice.text):
        return "expert_view"
    official = voice.identity in ("named_office", "unnamed_official") or _OFFICIAL.search(
        voice.text
    )
    if official or statement.kind == "law.authority_assertion":
        return "issuer_statement"
    reporting = statement.cue is not None and _REPORTING.search(statement.cue.exact)
    return "press_report" if voice.identity == "organisation" and reporting else _NO_ROLE


def _speakers(statement: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(voice.label for voice in statement.voices))


def _merged(found: Iterable[Coverage]) -> tuple[Coverage, ...]:
    groups: dict[tuple[object, ...], list[Coverage]] = defaultdict(list)
    for one in found:
        groups[_key(one)].append(one)
    merged = [
        replace(
            group[0],
            disputed_by=tuple(dict.fromkeys(who for one in group for who in one.disputed_by)),
            statements=tuple(dict.fromkeys(name for one in group for name in one.statements)),
        )
        for group in groups.values()
    ]
    return tuple(
        sorted(merged, key=lambda one: (one.authority, one.effect, one.statements, one.id))
    )


def _key(one: Coverage) -> tuple[object, ...]:
    return (
        one.authority, one.domain, one.action_class, one.target_class, one.area, one.valid,
        one.effect, one.basis, one.asserted_by,
    )  # fmt: skip
