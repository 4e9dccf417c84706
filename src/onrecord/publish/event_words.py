"""Events in plain words: what was done, when, where, to how many, on whose word."""

from __future__ import annotations

from types import MappingProxyType

from onrecord.domain.event import Event, HarmEffect
from onrecord.domain.grouping import EventGroup, Join
from onrecord.domain.quantity import Number
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.wording import count_words, edtf_words, number_words

Ends = tuple[Number | None, Number | None, Number | None]

#: PLOVER types as a reader says them.
_ACTS = MappingProxyType(
    {
        "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "COOPERATE": "cooperation",
        "AID": "aid", "RETREAT": "release or withdrawal", "CONCEDE": "concession",
        "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal", "THREATEN": "threat",
        "PROTEST": "protest", "SANCTION": "sanction", "MOBILIZE": "mobilisation",
        "COERCE": "coercion", "ASSAULT": "attack",
    }
)  # fmt: skip


def act_words(act: Act | Unknown) -> str:
    """Return what was done, its mode in brackets; empty where no act could be coded.

    Example:
        >>> act_words(Act("PLOVER", "ASSAULT", "firearms"))
        'attack (firearms)'
    """
    if isinstance(act, Unknown):
        return ""
    named = _ACTS.get(act.code, act.code)
    return f"{named} ({act.mode})" if act.mode else named


def when_words(when: When | Unknown) -> str:
    """Return the days in words; where the report's own date is all there is, that is said."""
    if isinstance(when, Unknown) or when.edtf is None:
        return "day not known"
    days = edtf_words(when.edtf)
    return f"{days} (date of the report)" if when.basis == "document" else days


def harm_ends(event: Event, effect: HarmEffect) -> Ends:
    """Return low, best and high of one effect over all groups of people.

    Groups are never added up: where several are stated, the widest statement for people at large is
    taken, else nothing, because nobody stated their sum.
    """
    found = [harm for harm in event.harm if harm.effect == effect]
    whole = [harm for harm in found if harm.group == "not_stated"]
    chosen = whole or (found if len(found) == 1 else [])
    return (chosen[0].low, chosen[0].best, chosen[0].high) if chosen else (None, None, None)


def harm_rule(event: Event) -> str:
    """Return the names of the rules that chose among the reports, each once."""
    return "; ".join(sorted({harm.rule for harm in event.harm}))


def harm_words(event: Event) -> str:
    """Return the harm in words: `killed 3 to 5, best 4 (newest of each voice)`; empty where none."""
    return "; ".join(
        f"{harm.effect}{'' if harm.group == 'not_stated' else ' ' + harm.group.replace('_', ' ')} "
        f"{ends_words((harm.low, harm.best, harm.high))} ({harm.rule})"
        for harm in event.harm
    )


def ends_words(ends: Ends) -> str:
    """Return a range with its best figure in words.

    Example:
        >>> ends_words((3, 4, 5)), ends_words((3, None, None)), ends_words((4, 4, 4))
        ('3 to 5, best 4', 'at least 3', '4')
    """
    low, best, high = ends
    if low is not None and low == high:
        return number_words(low)
    if low is not None and high is not None:
        named = f"{number_words(low)} to {number_words(high)}"
    elif low is not None:
        named = f"at least {number_words(low)}"
    elif high is not None:
        named = f"at most {number_words(high)}"
    else:
        return "" if best is None else f"about {number_words(best)}"
    return named if best is None else f"{named}, best {number_words(best)}"


def sources_words(group: EventGroup) -> str:
    """Return how many independent sources stand behind an event (law 6).

    Example: "2 (of 41 reports)".
    """
    return f"{len(group.lineages)} (of {count_words(group.reports, 'report')})"


def join_words(join: Join) -> str:
    """Return why two accounts are held to be of one event: each ground with its points."""
    return "; ".join(
        f"{ground.name} {ground.points:+g}{': ' + ground.words if ground.words else ''}"
        for ground in join.grounds
    )
