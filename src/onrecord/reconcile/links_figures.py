"""How figures of one running count stand to one another: the later updates, repeats or opposes.

A figure is compared with the newest earlier one of its voice or lineage; where neither is known, of
the count (docs/decisions/0007-first-tallies.md). Nothing is added up and nothing averaged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.domain.link import Link, LinkKind
from onrecord.domain.quantity import Number, Quantity
from onrecord.domain.tally import Observation, Step, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.dates import order_day
from onrecord.reconcile.lineage import independence
from onrecord.reconcile.tallies import disagreements, voice_of
from onrecord.reconcile.words import content_words, quoted

#: Words for a voice that name nobody.
_ANYBODY = re.compile(
    r"^(?:\w+ ){0,2}(?:reports?|sources?|officials?|authorities|media|outlets?|witnesses|activists"
    r"|groups?|residents|estimates?|figures?|counts?|people|they|he|she|it|one)$"
)
_BEGINNING = 4
#: Smallest step a number may be rounded to and still be the same: hundreds.
_COARSE = 100
_BODIES = re.compile(r"\b(?:bodies|remains|corpses)\b", re.IGNORECASE)
_MAGNITUDE = re.compile(
    r"(?:(?:a|an|several|many|some) )?(?:hundred|thousand|million)s?(?: people| dead)?",
    re.IGNORECASE,
)
_FALLS = frozenset({"revision", "fall_unexplained"})
_MOVES = {"rise": "raises", **dict.fromkeys(_FALLS, "lowers")}


def opposed_figures(tally: Tally) -> list[Link]:
    """Return a tension from each figure to one of another voice that it excludes, if there is one.

    Of several the one of another origin is taken, then the furthest off. A figure that only rounds
    the other ("12,000", "at least 12,400") excludes nothing.
    """
    found: dict[str, list[tuple[Observation, Observation]]] = defaultdict(list)
    for later, earlier in (*disagreements(tally), *_lowered_below(tally)):
        if not _count_alike(later, earlier) or later.statement == earlier.statement:
            continue
        if not _rounds(later.quantity, earlier.quantity):
            found[later.statement].append((later, earlier))
    furthest = [min(pairs, key=_furthest) for pairs in found.values()]
    return [
        _link(
            later,
            earlier,
            kind="tension",
            says=f"{voice_of(earlier)} and {voice_of(later)} give figures no number satisfies",
        )
        for later, earlier in furthest
    ]


def _lowered_below(tally: Tally) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure that a voice lowered, with the newest earlier of each other voice that it excludes.

    A count that runs does not fall: a ministry that comes down to 33 stands against a union's 38.
    """
    lowered = {step.later for step in tally.steps if step.kind in _FALLS}
    newest: dict[str, Observation] = {}
    for one in tally.observations:
        day = order_day(one.as_of)
        if day is None or one.quantity.value is None:
            continue
        if one.statement in lowered:
            for other in newest.values():
                if not _one_voice(one, other) and _lies_below(one.quantity, other.quantity):
                    yield one, other
        newest[voice_of(one)] = one


def _lies_below(a: Quantity, b: Quantity) -> bool:
    return a.high is not None and b.low is not None and a.high < b.low


def _count_alike(a: Observation, b: Observation) -> bool:
    """Say whether both are numbers of one kind: bodies found are a part of the dead.

    A bare "thousand" is how many, roughly, and is set against nothing.
    """
    first, second = a.span.exact, b.span.exact
    bare = any(_MAGNITUDE.fullmatch(words.strip()) for words in (first, second))
    return not bare and bool(_BODIES.search(first)) == bool(_BODIES.search(second))


def _furthest(pair: tuple[Observation, Observation]) -> tuple[bool, float, str]:
    later, earlier = pair
    apart = float(later.quantity.value or 0) - float(earlier.quantity.value or 0)
    return later.lineage == earlier.lineage, -abs(apart), earlier.statement


def _rounds(a: Quantity, b: Quantity) -> bool:
    """Say whether one number is the other to its own first digits: 12,000 of 12,400."""
    if not isinstance(a.value, int) or not isinstance(b.value, int):
        return False
    coarse, fine = sorted((a.value, b.value), key=lambda value: len(str(value).rstrip("0")))
    zeros = len(str(coarse)) - len(str(coarse).rstrip("0"))
    step = int(f"1{'0' * zeros}")
    return step >= _COARSE and round(fine / step) * step == coarse


def find_figure_links(tallies: Iterable[Tally]) -> Iterator[Link]:
    """Yield the links between figures of each running count."""
    for tally in tallies:
        opposed = opposed_figures(tally)
        yield from opposed
        apart = {frozenset((link.from_id, link.to_id)) for link in opposed}
        yield from _updates(tally, apart)
        yield from _agreements(tally.observations)
        yield from _taken_back(tally.observations)


def _updates(tally: Tally, apart: set[frozenset[str]]) -> Iterator[Link]:
    """Yield one link from each figure that moves the count to the figure it moves it from."""
    by_statement: dict[str, list[Observation]] = defaultdict(list)
    for one in tally.observations:
        by_statement[one.statement].append(one)
    moves: dict[str, list[tuple[Observation, Observation, str]]] = defaultdict(list)
    for step in tally.steps:
        for later in by_statement[step.later][:1]:
            for earlier in by_statement[step.earlier][:1]:
                move = _move(step, later, earlier)
                if move and frozenset((step.later, step.earlier)) not in apart:
                    moves[step.later].append((later, earlier, move))
    for found in moves.values():
        later, earlier, move = min(found, key=_nearest)
        yield _link(later, earlier, kind="updates", says=_says_update(later, earlier, move))


def _move(step: Step, later: Observation, earlier: Observation) -> str:
    """Return what the later figure does to the earlier; nothing where it updates nothing.

    A figure of another named voice is another count, not a newer one.
    """
    if not _count_alike(later, earlier) or later.statement == earlier.statement:
        return ""
    if not (_kin(later, earlier) or _unvoiced(later, earlier)):
        return ""
    if step.kind == "undetermined" and _is_higher(later.quantity, earlier.quantity):
        return "raises"
    return _MOVES.get(step.kind, "")


def _kin(a: Observation, b: Observation) -> bool:
    return _one_voice(a, b) or (a.lineage == b.lineage and _unvoiced(a, b))


def _one_voice(a: Observation, b: Observation) -> bool:
    """Say whether one voice gives both ("Norrast's government", "the government of Norrast").

    "Officials" of two origins may be any two.
    """
    first, second = voice_of(a), voice_of(b)
    if first != second and _voice_key(first) != _voice_key(second):
        return False
    return a.lineage == b.lineage or not _ANYBODY.search(first)


def _voice_key(voice: str) -> frozenset[str]:
    """Return the words of a voice, cut so that a name and its adjective are one."""
    return frozenset(word[:_BEGINNING] for word in content_words(voice))


def _unvoiced(a: Observation, b: Observation) -> bool:
    """Say whether both are what outlets state themselves, naming nobody who counted."""
    return all(isinstance(one.issuer, Unknown) or one.issuer == one.outlet for one in (a, b))


def _is_higher(later: Quantity, earlier: Quantity) -> bool:
    """Say whether a lower end rose ("at least 61", then "more than 80"), or a rounded number."""
    now, was = _floor(later), _floor(earlier)
    return now is not None and was is not None and now > was


def _floor(quantity: Quantity) -> Number | None:
    return quantity.value if quantity.bound == "approx" else quantity.low


def _nearest(move: tuple[Observation, Observation, str]) -> tuple[bool, bool, float, str]:
    later, earlier, _ = move
    value = earlier.quantity.value
    other = not _one_voice(later, earlier)
    return other, later.lineage != earlier.lineage, -float(value or 0), earlier.statement


def _says_update(later: Observation, earlier: Observation, move: str) -> str:
    who = voice_of(later) if _one_voice(later, earlier) else "a later report"
    day, was = order_day(later.as_of), order_day(earlier.as_of)
    unit = later.quantity.unit.replace("_", " ")
    return f"{who} {move} the count of {unit} of {was} as of {day}"


def _agreements(observations: Sequence[Observation]) -> Iterator[Link]:
    """Yield a link from each figure to the first equal one for its day in another document.

    The same voice repeats itself, whoever prints it; two voices of two origins corroborate.
    """
    first: dict[object, Observation] = {}
    for one in observations:
        day = order_day(one.as_of)
        if day is None or one.quantity.value is None:
            continue
        ends = one.quantity.value, one.quantity.low, one.quantity.high, one.quantity.bound, day
        earlier = first.setdefault(ends, one)
        if earlier.span.document == one.span.document:
            continue
        kind = _agreement(one, earlier)
        if kind:
            says = "one voice gives" if kind == "repeats" else "two origins give"
            yield _link(one, earlier, kind=kind, says=f"{says} the same figure for {day}")


def _agreement(later: Observation, earlier: Observation) -> LinkKind | None:
    if _one_voice(later, earlier) or later.lineage == earlier.lineage:
        return "repeats"
    unnamed = isinstance(later.issuer, Unknown) or any(
        _ANYBODY.search(voice_of(one)) for one in (later, earlier)
    )
    return None if unnamed else "corroborates"


def _taken_back(observations: Iterable[Observation]) -> Iterator[Link]:
    """Yield a link from what denies or withdraws a figure, by its own issuer, to that figure."""
    for one in observations:
        if one.against and one.against != one.statement:
            denied = one.standing == "denied"
            says = "denies having given" if denied else "takes back"
            yield Link(
                from_id=one.against,
                to_id=one.statement,
                kind="denies" if denied else "retracts",
                subtype="numeric",
                reason=f"{voice_of(one)} {says} the figure {quoted((one.span.exact,))}",
            )


def _link(later: Observation, earlier: Observation, *, kind: LinkKind, says: str) -> Link:
    return Link(
        from_id=later.statement,
        to_id=earlier.statement,
        kind=kind,
        subtype="numeric",
        independence=independence(later.lineage, earlier.lineage),
        reason=f"{says}: {quoted((earlier.span.exact, later.span.exact))}",
    )
