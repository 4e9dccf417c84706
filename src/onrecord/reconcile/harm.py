"""How many an event harmed, by named rules over what its accounts say.

Each origin has one voice: its newest figure (a count goes before people named one by one, who may be
some of those counted). Nothing is averaged. The ends of `Harm` are the smallest low and the largest
high of the newest figure of each voice. `best` is a number that somebody states as such, never an end
("at least 40" has none), and it is there by one of these rules:

- all voices give one figure: rule `one figure`;
- of a toll of twenty or more, which climbs while the dead are found, the figure of the newest day:
  rule `newest figure`; where reports of that day differ there is no best: rule `range of reports`;
- more voices give one figure than any other: rule `figure of most origins`;
- as many give each: rule `most conservative figure`, the smallest of them.

Who was injured at first and has died
since is no longer counted as injured: where the newest figures of killed and of injured come from
accounts of different days, those killed since are taken from those injured before.

Source: Every Casualty, standards for casualty recording (range, majority); ACLED codebook (most
conservative figure); domain rules 2 and 14.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.event import Harm, HarmEffect
from onrecord.domain.quantity import Number
from onrecord.domain.statement import Statement
from onrecord.reconcile.harm_told import Ends, HarmTold, harm_told, is_summed

#: What is counted by figures alone, with the unit the reader gives it.
_BY_FIGURE: dict[HarmEffect, str] = {
    "missing": "people_missing",
    "detained": "people_detained",
    "displaced": "people_displaced",
}


#: Kinds that tell what happened, or take it for granted ("arrested for the killing of two men").
_TELLING = frozenset(
    {
        "occ.event", "occ.tally", "occ.context", "say.report", "say.confirm", "say.announce",

    }
)  # fmt: skip
#: From here on a toll is one that climbs while the dead are found.
_TOLL = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """What one account says of one effect.

    Attributes:
        lineage: Origin of its document.
        reported: Day of the report as EDTF; "~" where it bears none.
        ends: How many.
        counted: Whether a figure states it; else it was counted from people named one by one.
        statements: Ids of the statements that say so.
        besides: Whether it counts people besides those killed ("three others were hurt").
    """

    lineage: str
    reported: str
    ends: Ends
    counted: bool
    statements: tuple[str, ...]
    besides: bool = False


@dataclass(frozen=True, slots=True)
class Losses:
    """What one account says of all harm.

    Attributes:
        lineage: Origin of its document.
        reported: Day of the report as EDTF; "~" where it bears none.
        told: Killed and injured.
        others: The other effects, as far as a figure states them, with the statement that does.
    """

    lineage: str
    reported: str
    told: HarmTold
    others: tuple[tuple[HarmEffect, Ends, str], ...]


def losses_of(
    statements: Mapping[str, Statement],
    beside: Mapping[str, Statement],
    *,
    lineage: str,
    reported: str,
) -> Losses:
    """Return what the statements of one account say of harm.

    Where those that support the event tell of nobody killed or injured, the others are read as well, as
    far as somebody commits to them: "three are in hospital", "one has died, the mayor said".

    Args:
        statements: Those that support the event, of one document, by id in order of the text.
        beside: Those that tell of it without.
        lineage: Origin of the document.
        reported: Day of the report as EDTF; "~" where it bears none.
    """
    told = harm_told(statements)
    if told.killed is None or told.injured is None:
        committed = {name: one for name, one in beside.items() if _is_committed(one)}
        more = harm_told(in_order({**statements, **committed}))
        told = more if _says_more(more, told) else told
    others: dict[HarmEffect, tuple[Ends, str]] = {}
    for name, statement in statements.items():
        if is_summed(statement.content.exact):
            continue
        for counted in statement.quantities:
            quantity = counted.quantity
            for effect, unit in _BY_FIGURE.items():
                if quantity.unit == unit and (quantity.low or quantity.high):
                    ends = Ends(quantity.low, quantity.high)
                    if effect not in others or _size(ends) > _size(others[effect][0]):
                        others[effect] = ends, name
    return Losses(
        lineage,
        reported,
        told,
        tuple((effect, *found) for effect, found in sorted(others.items())),
    )


def _says_more(more: HarmTold, told: HarmTold) -> bool:
    """Say whether what is told beside fills a gap and leaves what the support tells as it is."""
    if told.killed is None:
        return told.injured is None or more.killed is not None
    return more.injured is not None and more.killed == told.killed


def _is_committed(statement: Statement) -> bool:
    """Say whether somebody holds that it is so, with nothing that keeps it from having happened."""
    return (
        statement.kind in _TELLING
        and not statement.off_line
        and statement.innermost.value in ("CT+", "PR+")
    )


def in_order(statements: Mapping[str, Statement]) -> dict[str, Statement]:
    """Return statements of one document by id, in order of the text; the longer of two first."""
    ordered = sorted(
        statements.items(), key=lambda one: (one[1].content.start, -one[1].content.end, one[0])
    )
    return dict(ordered)


def harm_of(accounts: Iterable[Losses]) -> tuple[Harm, ...]:
    """Return the harm of an event, one for each effect; the order of accounts changes nothing."""
    told = sorted(accounts, key=lambda one: (one.reported, one.lineage, one.told.statements))
    figures = {effect: tuple(_figures(told, effect)) for effect in _EFFECTS}
    killed = _harm("killed", figures["killed"])
    figures["injured"] = _without_the_dead(figures["injured"], killed, told)
    found = (killed, *(_harm(effect, figures[effect]) for effect in _EFFECTS[1:]))
    return tuple(one for one in found if one is not None)


_EFFECTS: tuple[HarmEffect, ...] = ("killed", "injured", "missing", "detained", "displaced")


def _figures(accounts: Sequence[Losses], effect: HarmEffect) -> Iterable[Figure]:
    for one in accounts:
        if effect in ("killed", "injured"):
            ends = one.told.killed if effect == "killed" else one.told.injured
            counted = bool(one.told.counted & {effect, "struck"})
            if ends is not None and _size(ends):
                besides = effect == "injured" and one.told.besides
                yield Figure(
                    one.lineage, one.reported, ends, counted, one.told.statements, besides=besides
                )
        for other, ends, statement in one.others:
            if other == effect:
                yield Figure(one.lineage, one.reported, ends, counted=True, statements=(statement,))


def _without_the_dead(
    injured: Sequence[Figure], killed: Harm | None, accounts: Sequence[Losses]
) -> tuple[Figure, ...]:
    """Take the dead from the injured of accounts that know of fewer dead.

    Such an account tells of those who died since, or of people shot without saying that they died. A
    figure of "others" counts none of them.
    """
    if killed is None or killed.best is None:
        return tuple(injured)
    dead = {(one.lineage, one.reported, one.told.statements): one.told.killed for one in accounts}
    kept = []
    for one in injured:
        missed = killed.best - _size(dead.get((one.lineage, one.reported, one.statements)))
        if missed <= 0 or one.besides or _size(one.ends) >= _TOLL:
            kept.append(one)
        elif _size(one.ends) > missed:
            low = None if one.ends.low is None else one.ends.low - missed
            high = None if one.ends.high is None else one.ends.high - missed
            kept.append(replace(one, ends=Ends(low, high)))
    return tuple(kept)


def _harm(effect: HarmEffect, figures: Sequence[Figure]) -> Harm | None:
    if not figures:
        return None
    voices: dict[str, Figure] = {}
    for one in sorted(figures, key=_standing):
        voices[one.lineage] = one
    newest = _settled(tuple(voices.values()))
    number, rule = _best(newest)
    closed = any(one.ends.low == number == one.ends.high for one in newest)
    best = number if closed else None
    lows = [one.ends.low for one in newest if one.ends.low is not None]
    highs = [one.ends.high for one in newest if one.ends.high is not None]
    low = min(lows, default=None)
    high = max(highs) if len(highs) == len(newest) else None
    if high is not None and low is not None and high < low:
        high = None
    cited = sorted({name for one in newest for name in one.statements})
    return Harm(effect, "not_stated", low, best, high, rule, tuple(cited))


def _settled(voices: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Leave small figures out of a great toll: they count some of its people ("five rescuers")."""
    if not _is_toll(voices):
        return voices
    return tuple(one for one in voices if one.counted and _size(one.ends) >= _TOLL)


def _is_toll(voices: Iterable[Figure]) -> bool:
    return any(one.counted and _size(one.ends) >= _TOLL for one in voices)


def _standing(one: Figure) -> tuple[bool, str, Number]:
    """Order the figures of one voice: what stands last holds."""
    return one.counted, one.reported, _size(one.ends)


def _newest(voices: Sequence[Figure]) -> tuple[Number | None, str]:
    """Return the figure of the newest day, if all reports of that day give one."""
    dated = [one for one in voices if one.reported != "~"] or list(voices)
    last = max(one.reported for one in dated)
    sizes = {_size(one.ends) for one in dated if one.reported == last}
    return (sizes.pop(), "newest figure") if len(sizes) == 1 else (None, "range of reports")


def _best(voices: Sequence[Figure]) -> tuple[Number | None, str]:
    """Return the number held best with the name of the rule that chose it."""
    votes: dict[Number, int] = Counter(_size(one.ends) for one in voices if _size(one.ends))
    if len(votes) == 1:
        return next(iter(votes)), "one figure"
    if _is_toll(voices):
        return _newest(voices)
    most = max(votes.values())
    first = sorted(size for size, given in votes.items() if given == most)
    return first[0], "figure of most origins" if len(first) == 1 else "most conservative figure"


def _size(ends: Ends | None) -> Number:
    if ends is None:
        return 0
    return ends.low if ends.low is not None else ends.high or 0
