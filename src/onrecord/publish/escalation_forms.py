"""Forms for escalation: a value that cited words reach, and what is said of a threshold.

Both are worked out again from the cited statement, by the rules of `onrecord.domain.force_levels` and
`onrecord.domain.threshold_states`. That nothing earlier on record reached a value is a claim about the
whole record, and is held within the brief only.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast, get_args

from onrecord.domain.errors import CompileError
from onrecord.domain.escalation import Dimension, ThresholdState, is_told_as_done
from onrecord.domain.force_levels import (
    Deed,
    act_value,
    declares_war,
    domain_value,
    lethality_value,
    overtness_value,
    posture_value,
    target_value,
)
from onrecord.domain.statement import Statement
from onrecord.domain.threshold_states import said_of
from onrecord.domain.threshold_table import RULES
from onrecord.publish.assessed_words import DIMENSION_WORDS, LEVEL_WORDS, THRESHOLD_WORDS
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.parts import (
    Part,
    certainty,
    dated,
    fixed,
    outlet,
    quoted,
    statement_of,
)

_BY_NAME = {rule.name: rule for rule in RULES}
#: Talk reaches the lowest value of `act` and no other.
_TALK = ("say.threat", "say.demand", "say.accuse", "say.reject", "say.report", "say.announce")


def reached(desk: Desk) -> list[Part]:
    """Write one value that words reach in one dimension, after the value before it, in cells.

    Support is the statement that reaches it and, where one is cited, the statement that reached the value
    before (role `before`). `given` is the dimension, the value, the value before (or empty) and `first`
    where nothing earlier on record reached it (or empty).
    """
    dimension, value, before, first = given_in(desk.sentence.given)
    citation, source = desk.citation(0), desk.source(0)
    hold(no_value(statement_of(citation), dimension, value))
    moved = LEVEL_WORDS[value]
    if before:
        places = [at for at, one in enumerate(desk.sentence.support) if one.role == "before"]
        hold("" if places else "the value before is not cited")
        hold(no_value(statement_of(desk.citation(places[0])), dimension, before))
        moved = f"{LEVEL_WORDS[before]} → {moved}"
    cell = Part("", "cell")
    return [
        dated(citation.dated), cell, fixed(DIMENSION_WORDS[dimension]), cell, Part(moved, "mark"),
        fixed(", first on record" if first else ""), cell, *quoted(citation.span.exact), cell,
        *outlet(source),
    ]  # fmt: skip


def vector(desk: Desk) -> list[Part]:
    """Write whose steps stand below, by the words of the first statement that names them."""
    statement, source = statement_of(desk.citation(0)), desk.source(0)
    name = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    if not name:
        return [fixed("By whom, the words do not say")]
    hold("" if name in actors_of(statement) and source.holds(name) else "the words name another")
    return [Part(name, "name")]


def threshold(desk: Desk) -> list[Part]:
    """Write what one statement says of a named threshold; `given` is its name and what is said."""
    if len(desk.sentence.given) != 2:  # noqa: PLR2004 - the name and the state
        raise CompileError("the threshold or what is said of it is missing")
    name, state = desk.sentence.given
    citation, source = desk.citation(0), desk.source(0)
    statement = statement_of(citation)
    hold(no_mention(statement, name, state))
    return [
        Part(THRESHOLD_WORDS[state], "mark"), fixed(f": {_BY_NAME[name].label}: "),
        *quoted(citation.span.exact), fixed(" — "), *certainty(source, statement), fixed(" ("),
        *outlet(source), fixed(")."),
    ]  # fmt: skip


ESCALATION_FORMS: Mapping[str, Form] = MappingProxyType(
    {"reached": reached, "vector": vector, "threshold": threshold}
)


def no_value(statement: Statement, dimension: str, value: str) -> str:
    """Return why a statement does not reach `value` in `dimension`, whoever of those it names acts."""
    if value == "verbal" and dimension == "act":
        return "" if statement.kind in _TALK else "nobody is reported to have said this"
    if not is_told_as_done(statement):
        return "the statement is held back, so it is no step (rule 11)"
    found = {one for deed in deeds_of(statement) for one in _values(deed, dimension)}
    return "" if value in found else f"the words reach no {value!r}"


def no_mention(statement: Statement, name: str, state: str) -> str:
    """Return why a statement does not say `state` of the threshold `name`."""
    rule = _BY_NAME.get(name)
    if rule is None or state not in get_args(ThresholdState):
        return f"there is no threshold {name!r} that is {state!r}"
    said = {said_of(rule, deed) for deed in deeds_of(statement)}
    return "" if state in said else "the words say something else of it"


def deeds_of(statement: Statement) -> tuple[Deed, ...]:
    """Return what a statement tells, once for nobody and once for each party it names."""
    return tuple(
        Deed(statement, statement.content.exact, party, statement.act, statement.recipient)
        for party in ("", *actors_of(statement))
    )


def actors_of(statement: Statement) -> tuple[str, ...]:
    """Return the words that may name who acts: the actor, the owner of a force, the last voice."""
    owners = [force.owner for force in statement.forces]
    voices = [voice.label for voice in statement.voices[-1:]]
    return tuple(dict.fromkeys(one for one in (statement.actor, *owners, *voices) if one))


def given_in(given: tuple[str, ...]) -> tuple[Dimension, str, str, str]:
    """Return dimension, value, value before and `first` as a row is given them."""
    if len(given) != 4 or given[0] not in get_args(Dimension):  # noqa: PLR2004 - see above
        raise CompileError("the step of escalation is not given whole")
    dimension, value, before, first = given
    for level in (value, before):
        hold("" if level in LEVEL_WORDS or not level else f"{level!r} is no level")
    return cast("Dimension", dimension), value, before, first


def _values(deed: Deed, dimension: str) -> list[str | None]:
    match dimension:
        case "act":
            return [act_value(deed)]
        case "domain":
            return [domain_value(deed)]
        case "target_class":
            return [target_value(deed)]
        case "lethality":
            return [lethality_value(deed)]
        case "posture":
            return [posture_value(deed)]
        case "overtness":
            told = [overtness_value(deed, own=own) for own in (True, False)]
            return [*told, "formally_declared" if declares_war(deed) else None]
        case _:
            return []


__all__ = ["ESCALATION_FORMS", "actors_of", "given_in", "no_mention", "no_value"]
