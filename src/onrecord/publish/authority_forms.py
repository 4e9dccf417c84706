"""Forms for what is said to permit an act: the act, what the cited words come to, and each of them.

A verdict is worked out again from the cited statements alone; it passes only where they give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast, get_args

from onrecord.domain.authority import ActionClass, CoverageDomain
from onrecord.domain.errors import CompileError
from onrecord.domain.gap import (
    ANY_BASIS,
    NOT_IN_FORCE,
    Bearing,
    GapVerdict,
    ReportedAct,
    bearing_of,
    coverage_from,
    verdict_of,
    with_status,
)
from onrecord.domain.statement import Coding, Statement
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.publish.assessed_words import (
    ACTION_WORDS,
    EFFECT_WORDS,
    INSTRUMENT_WORDS,
    PLACE_WORDS,
    TARGET_WORDS,
    VERDICT_WORDS,
)
from onrecord.publish.class_check import says_action, says_domain, says_target
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.parts import Part, certainty, fixed, outlet, quoted, statement_of
from onrecord.publish.wording import sentence_case

_NOT_STATED = Unknown("not stated")
_NO_STATUS = Unknown("no status is stated")
#: What the three classes of an act are given as, in this order; empty where the words do not say.
Classes = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ActWords:
    """The words an act is reported in, and the passage they stand in."""

    statement: Statement
    near: str


def gap(desk: Desk) -> list[Part]:
    """Write an act and what the cited words come to for it.

    The first of the support reports the act; the others speak of what covers it. `given` is the verdict
    and the act's classes: action, domain, target.
    """
    verdict, classes = _given(desk)
    act = desk.citation(0)
    told = ActWords(statement_of(act), desk.source(0).near(act.span))
    hold(no_classes(told, classes))
    cited = [statement_of(desk.citation(at)) for at in range(1, len(desk.sentence.support))]
    hold(no_gap(verdict, classes, told.statement, cited))
    return [
        Part(sentence_case(class_words(classes)), "remark"), fixed(": "), *quoted(act.span.exact),
        fixed(" ("), *outlet(desk.source(0)), fixed("); "), Part(VERDICT_WORDS[verdict], "mark"),
        fixed("."),
    ]  # fmt: skip


def coverage(desk: Desk) -> list[Part]:
    """Write what one statement says of an instrument; `given` are the classes of the act it stands under."""
    _, classes = _given(desk, lead=False)
    citation, source = desk.citation(0), desk.source(0)
    statement = statement_of(citation)
    named = tuple(bearings_in(statement, act_of(classes, statement)))
    hold("" if named else "the statement speaks of another thing")
    listed = [_claim(coding, bearing) for coding, bearing in named]
    return [
        Part(sentence_case("; ".join(dict.fromkeys(listed))), "remark"), fixed(": "),
        *quoted(citation.span.exact), fixed(" — "), *certainty(source, statement), fixed(" ("),
        *outlet(source), fixed(")."),
    ]  # fmt: skip


AUTHORITY_FORMS: Mapping[str, Form] = MappingProxyType({"gap": gap, "coverage": coverage})


def no_classes(told: ActWords, classes: Classes) -> str:
    """Return why the words of an act do not say that it is of these classes."""
    action, domain, target = classes
    statement = told.statement
    coded = (
        action == "lethal_strike"
        and statement.act is not None
        and (
            (statement.act.code, statement.act.mode) == ("THREATEN", "violence")
            or statement.act.code == "ASSAULT"
        )
    )
    if action and not coded and not says_action(cast("ActionClass", action), told.near):
        return f"no words say that it is {action}"
    placed = statement.where is not None and statement.where.domain == domain
    if domain and not placed and not says_domain(cast("CoverageDomain", domain), told.near):
        return f"no words say that it is {domain}"
    if target and not says_target(cast("TargetClass", target), told.near):
        return f"no words say that it is against {target}"
    return ""


def no_gap(
    verdict: GapVerdict, classes: Classes, told: Statement, cited: Sequence[Statement]
) -> str:
    """Return why the cited statements do not come to `verdict` for an act of these classes."""
    act = act_of(classes, told)
    found = [bearing for statement in cited for _, bearing in bearings_in(statement, act)]
    again, _ = verdict_of(act, found)
    return "" if again == verdict else f"the cited words come to {again!r}"


def act_of(classes: Classes, told: Statement) -> ReportedAct:
    """Return an act of these classes, for the rule alone."""
    action, domain, target = classes
    return ReportedAct(
        subject=told.id,
        standing="asserted" if told.kind == "law.authority_assertion" else "happened",
        statements=(told.id,),
        action=cast("ActionClass", action) if action else _NOT_STATED,
        domain=cast("CoverageDomain", domain) if domain else _NOT_STATED,
        target=cast("TargetClass", target) if target else _NOT_STATED,
    )


def bearings_in(statement: Statement, act: ReportedAct) -> Iterator[tuple[Coding, Bearing]]:
    """Yield what a statement claims of instruments that bears on `act`, claim by claim."""
    for coding in statement.authority:
        made = coverage_from(statement, coding, authority=coding.instrument or ANY_BASIS)
        bearing = bearing_of(act, made)
        if bearing is not None:
            yield coding, with_status(bearing, coding.status or _NO_STATUS)


def class_words(classes: Classes) -> str:
    """Return the classes of an act in words: `use of lethal force on land against vessels of no state`."""
    action, domain, target = classes
    found = ACTION_WORDS[cast("ActionClass", action)] if action else "an act not classed"
    found += f" {PLACE_WORDS[cast('CoverageDomain', domain)]}" if domain else ", where not stated"
    return found + (f", against {TARGET_WORDS[cast('TargetClass', target)]}" if target else "")


def _instrument(coding: Coding) -> str:
    return "any basis" if coding.instrument is None else INSTRUMENT_WORDS[coding.instrument]


def _claim(coding: Coding, bearing: Bearing) -> str:
    """Return in words what is said of one instrument, and how far the words reach."""
    named = _instrument(coding)
    if coding.status in NOT_IN_FORCE:
        return f"{named} {EFFECT_WORDS[bearing.coverage.effect]} ({coding.status})"
    if bearing.closeness == "beside":
        return f"{named} stands beside it; no words say whether it reaches this act"
    where = "" if bearing.closeness == "specific" else ", without saying where"
    return f"{named} {EFFECT_WORDS[bearing.coverage.effect]}{where}"


def _given(desk: Desk, *, lead: bool = True) -> tuple[GapVerdict, Classes]:
    given = desk.sentence.given
    count = 4 if lead else 3
    if len(given) != count:
        raise CompileError("the classes of the act are missing")
    verdict = given[0] if lead else "unknown"
    action, domain, target = given[-3:]
    known = (
        (verdict, get_args(GapVerdict)), (action, ("", *get_args(ActionClass))),
        (domain, ("", *get_args(CoverageDomain))), (target, ("", *get_args(TargetClass))),
    )  # fmt: skip
    for value, allowed in known:
        hold("" if value in allowed else f"{value!r} is no class")
    return cast("GapVerdict", verdict), (action, domain, target)
