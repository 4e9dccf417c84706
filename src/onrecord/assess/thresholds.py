"""Where named thresholds stand, in the words on record: `thresholds_of`.

A threshold is crossed where somebody is cited who tells of it as done. It is not crossed where somebody
says so: "has not ordered", "could have sent … but did not". A forecast that it is unlikely says neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.assess.acting import Cast, cast_of, is_state, party_named, state_called
from onrecord.assess.reached import deeds_of, is_history, latest_of
from onrecord.domain.case import Case
from onrecord.domain.clauses import free_relative
from onrecord.domain.escalation import Threshold, ThresholdMention, ThresholdState
from onrecord.domain.force_levels import Deed
from onrecord.domain.statement import Statement
from onrecord.domain.threshold_states import said_of
from onrecord.domain.threshold_table import NAME, RULES, VERSION, ThresholdRule

_TABLE = f"{NAME} {VERSION}"
_SOIL = re.compile(r"\b(?:soil|territory|mainland)\b")
_INVADER = re.compile(
    r"\b(?P<who>[A-Z][\w’'.-]+)(?: [a-z]+){0,3}? invad(?:e|es|ed|ing)\b"
    r"|\b(?P<whose>[A-Z][\w’'.-]+?)(?:['’]s)? (?:\w+ )?(?:ground |land )?invasion\b"
)
_INTO = re.compile(
    r"\b(?:into|enter(?:ed|ing)?|in|to) (?:the )?(?P<land>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*)$"
)
_LANDS = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")


def thresholds_of(case: Case) -> tuple[Threshold, ...]:
    """Return each threshold that words on record speak of, by party, with every mention oldest first.

    The order of documents does not matter.
    """
    cast = cast_of(case)
    found: dict[tuple[str, str], list[tuple[ThresholdRule, Deed, ThresholdState]]] = defaultdict(
        list
    )
    named = {rest.id for one in case.statements.values() if (rest := free_relative(case, one))}
    for statement in case.statements.values():
        if statement.id in named:
            continue
        for deed in deeds_of(case, statement, cast):
            for rule, state in _spoken_of(case, deed, cast):
                found[rule.name, _party(rule, deed, cast)].append((rule, deed, state))
    made = [_threshold(case, party, held) for (_, party), held in found.items()]
    order = {rule.name: at for at, rule in enumerate(RULES)}
    return tuple(sorted(made, key=lambda one: (order[one.name], one.party)))


def _threshold(
    case: Case, party: str, held: Iterable[tuple[ThresholdRule, Deed, ThresholdState]]
) -> Threshold:
    ordered = sorted(held, key=lambda one: _order(case, one[1].statement))
    rule = ordered[0][0]
    return Threshold(
        name=rule.name,
        label=rule.label,
        dimension=rule.dimension,
        value=rule.value,
        mentions=tuple(ThresholdMention(deed.statement.id, state) for _, deed, state in ordered),
        table=_TABLE,
        party=party,
    )


def _order(case: Case, statement: Statement) -> tuple[date, date, str]:
    reported = latest_of(case.documents[statement.document].doc_date) or date.max
    return latest_of(statement.when) or reported, reported, statement.id


def _spoken_of(
    case: Case, deed: Deed, cast: Cast
) -> Iterator[tuple[ThresholdRule, ThresholdState]]:
    """Yield each threshold that a statement speaks of, and what it says of it."""
    if is_history(case, deed.statement):
        return
    for rule in RULES:
        words = rule.words.search(deed.clause)
        if words is None or not _is_elsewhere(rule, deed, words.group(), cast):
            continue
        state = said_of(rule, deed)
        if state is not None:
            yield rule, state


def _party(rule: ThresholdRule, deed: Deed, cast: Cast) -> str:
    """Return who crosses or would cross: of "the Velmaran invasion", or of "Velmara could invade", its name.

    Who speaks of it, or prepares against it, does not cross it.
    """
    if rule.name not in ("invasion", "ground-troops"):
        return deed.party
    found = _INVADER.search(deed.clause)
    named = state_called(found["who"] or found["whose"], cast) if found else ""
    return named or deed.party


def _is_elsewhere(rule: ThresholdRule, deed: Deed, words: str, cast: Cast) -> bool:
    """Say whether a strike on land is one in another state than the party's own."""
    if rule.name == "ground-troops" and (into := _INTO.search(words)):
        land = party_named(into["land"], cast)
        abroad = is_state(land, cast) and land != deed.party
        return abroad or (
            "peacekeep" in words and is_state(deed.party, cast) and not is_state(land, cast)
        )
    if rule.name != "strike-on-land":
        return True
    where = deed.statement.where
    found = {code for name in _LANDS.findall(words) if (code := party_named(name, cast))}
    if where is not None and where.country:
        found.add(where.country)
    if deed.party and deed.party in found:
        return False
    states = set(cast.lands.values())
    foreign = deed.party in states and bool(found & states)
    return bool(_SOIL.search(words) or foreign)
