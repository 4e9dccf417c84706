"""Which words of harm are about the event they stand beside.

A figure is of the event when its words tell of it. It is not when they count only some of the dead ("35 of
the dead were foreigners"), sum up a course of fighting, or call to mind what another happening did
("riots broke out after the bombings that killed 257"); and what by its nature hurts nobody (a
curfew, a resignation) has no dead, however many its report speaks of. What is unsure is no harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.domain.event import Harm, HarmEffect
from onrecord.domain.statement import Statement
from onrecord.reconcile.happenings import KINDS, kind_of

#: A count of some of those harmed, whose whole is told elsewhere.
_PART = re.compile(
    r"\b(?:of|among|amongst) (?:(?:the|those|its|their|all) )*(?:dead|deceased|killed|fatalities|"
    r"(?:people|those) (?:who (?:were killed|died)|killed))\b",
    re.IGNORECASE,
)
#: Those who are told apart by where they come from are some of the dead, unless the happening is named.
_FOREIGN = re.compile(r"\bforeign(?:ers| nationals| citizens| tourists)\b", re.IGNORECASE)
#: What has gone on for some time, with a count in the perfect tense: a running total.
_COURSE = re.compile(
    r"\b(?:ha(?:s|ve) (?:been |now |so far )*(?:killed|died|left|injured|wounded|claimed|displaced)|"
    r"ha(?:s|ve) lost their lives)\b[^.;]*\b(?:clashes|fighting|battles|conflict|violence|hostilities)\b|"
    r"\b(?:clashes|fighting|battles|conflict|violence|hostilities)\b[^.;]*\bha(?:s|ve) (?:killed|left|"
    r"claimed|injured|wounded|displaced)\b",
    re.IGNORECASE,
)
#: Another happening called to mind for what it did.
_RECALLED = re.compile(
    r"\b(?:following|after|since|in the (?:wake|aftermath) of|weeks after|days after)\s+"
    r"(?P<inner>[^.;,]*?\b(?:that|which|in which)\s+[^.;,]*?\b(?:killed|left|claimed|injured|wounded|died)\b"
    r"[^.;,]*)",
    re.IGNORECASE,
)
_PEOPLE = "people_"
#: Kinds of happening that by their nature kill and injure nobody. What the law does about a deed is none
#: of them: who is charged with a killing is told of together with it.
_HARMLESS = frozenset(
    {
        "resignation", "appointment", "election", "toll announced", "ceasefire", "halt", "agreement",
        "sanctions", "emergency meeting", "cancellation", "appeal", "currency fall", "network cut",
        "labour strike", "explosives found",
    }
)  # fmt: skip
#: Kinds with dead only where what supports them tells of dead.
_SELDOM = frozenset(
    {"closure", "emergency", "deployment", "withdrawal", "meeting", "aid", "order", "evacuation"}
)
#: What some of them do to people.
_BY_DOING: dict[HarmEffect, frozenset[str]] = {
    "detained": frozenset({"order"}),
    "displaced": frozenset({"evacuation", "order"}),
}


def tied(statements: Mapping[str, Statement]) -> dict[str, Statement]:
    """Return the statements of one account whose words of harm may be about its event, in their order."""
    return {name: one for name, one in statements.items() if not _is_elsewhere(one)}


def _is_elsewhere(one: Statement) -> bool:
    """Say whether the harm a statement tells of is only a part of a whole, or another happening's."""
    words = one.content.exact
    counts = sum(counted.quantity.unit.startswith(_PEOPLE) for counted in one.quantities)
    if counts == 1 and _PART.search(words):
        return True
    if counts and _FOREIGN.search(words) and kind_of(one) is None:
        return True
    return _COURSE.search(words) is not None or _recalls(words)


def _recalls(words: str) -> bool:
    recalled = _RECALLED.search(words)
    if recalled is None:
        return False
    outer = _kind_in(words[: recalled.start()] + words[recalled.end() :])
    return outer not in ("", _kind_in(recalled["inner"])) and outer not in _HARMLESS | _SELDOM


def _kind_in(words: str) -> str:
    return next((kind.name for kind in KINDS if kind.words.search(words)), "")


def of_its_kind(harm: tuple[Harm, ...], supporting: Mapping[str, Statement]) -> tuple[Harm, ...]:
    """Return the harm without what an event of its kind does not do.

    Args:
        harm: What its accounts say.
        supporting: The statements that support the event, by id; where none of them names a kind all harm
            stays.
    """
    if not harm:
        return harm
    kinds: set[str] = set()
    for one in supporting.values():
        kind = kind_of(one)
        if kind is not None and kind.name not in _HARMLESS | _SELDOM:
            return harm
        kinds |= {kind.name} if kind else set()
    if not kinds:
        return harm
    told = kinds <= _SELDOM
    return tuple(
        one
        for one in harm
        if kinds & _BY_DOING.get(one.effect, frozenset())
        or (told and supporting.keys() >= set(one.statements))
    )
