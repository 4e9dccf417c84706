"""Names of a sentence that a gazetteer lists, and those the analyser calls places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.read.toponym_geography import lies_in
from onrecord.read.toponym_grounds import Ground, ground_of, is_of_place
from onrecord.read.toponym_sentence import Words
from onrecord.read.toponym_words import (
    AFTER_COMMA,
    COMMON,
    DIRECTIONS,
    INSTITUTIONS,
    KIND_NOUNS,
    LOCATIVE,
    OF_BODIES,
)

#: Tokens of the longest name that is looked up; hyphens are tokens too.
_LONGEST = 8
_NO_NAMES = frozenset({"PRON", "DET", "AUX"})
_LANDS = frozenset({"country", "region"})
_BREAKS = frozenset({",", "(", "/", "–", "—"})
#: Names this short may be shortened states, which stand in capitals or with a stop.
_SHORT = 3
#: Names in capitals up to this long may be shouted; longer ones are looked up as they are listed.
_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that may name a place.

    Attributes:
        first: The first token.
        last: The token after the last.
        ground: What makes them a place; `None` for what names something else and is stepped over.
        candidates: The places of that name, the best known first; none where nobody lists it.
    """

    first: int
    last: int
    ground: Ground | None
    candidates: tuple[Entry, ...] = ()


def matches_of(words: Words, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Return what may name a place in a sentence, in order, not overlapping; time grows with its length."""
    found: list[Match] = []
    at = 0
    while at < len(words.tokens):
        match = _match_at(words, at, gazetteer)
        if match is not None and match.ground is not None:
            found.append(match)
        at = at + 1 if match is None else match.last
    return tuple(_confirmed(words, found))


def _confirmed(words: Words, matches: list[Match]) -> Iterable[Match]:
    """Yield the matches; what only the list knows is a place by context beside the land it lies in.

    A name of one word must be followed by that land; one of several words need only share a sentence.
    """
    sure = [match for match in matches if match.ground in ("named", "context")]
    lands = [one for match in sure for one in match.candidates[:3] if one.kind in _LANDS]
    for match, after in zip(matches, (*matches[1:], None), strict=False):
        outer: Sequence[Entry] = ()
        if match.ground == "list" and match.last - match.first > 1:
            outer = lands
        elif match.ground == "list" and after is not None and after.ground in ("named", "context"):
            followed = words.lower[match.last : after.first] in ((",",), ("(",))
            outer = after.candidates[:3] if followed else ()
        held = any(lies_in(one, land) for one in match.candidates for land in outer)
        yield replace(match, ground="context") if held else match


def _match_at(words: Words, at: int, gazetteer: Gazetteer) -> Match | None:
    """Return the longest name that starts at a token."""
    named = words.is_upper(at) or (
        words.label(at) == "LOC" and words.run(at)[0] == at and words.is_article(at)
    )
    if not named or words.tokens[at].upos in _NO_NAMES:
        return None
    if words.label(at) == "LOC":
        return _tagged(words, at, gazetteer)
    people = _people_at(words, at, gazetteer)
    if people is not None:
        return people
    for last in range(min(at + _LONGEST, len(words.tokens)), at, -1):
        candidates = _candidates(words, at, last, gazetteer)
        if candidates:
            ground = ground_of(words, at, last, candidates)
            return Match(at, last, ground, candidates) if ground is not None else None
    return None


def _tagged(words: Words, at: int, gazetteer: Gazetteer) -> Match | None:
    """Return the first place of a name the analyser calls one.

    Of `Torvale, Tenn.` that is `Torvale`. What of the name is listed stands; where nothing of it is, all
    of it is a place nobody lists.
    """
    if words.is_party(at):
        return None
    last = _break_in(words, at)
    if words.is_road(at, last) or words.is_money(at, last):
        return Match(at, last, None)
    inner = at
    while inner + 1 < last and words.lower[inner] in DIRECTIONS:
        listed = _listed(words, inner, last, gazetteer)
        if listed is not None:
            return listed
        inner += 1
    listed = _listed(words, inner, last, gazetteer) or _people_at(words, inner, gazetteer)
    if listed is not None:
        return replace(listed, first=at) if listed.last == last else listed
    if last - at > 1 and words.tokens[last - 2].text in "-–":
        return None  # "Torvale-Alder County": what stands after the hyphen may be listed
    first = words.run(at)[0]
    whole = at == first or (at == first + 2 and words.is_party(first))
    stands = whole and len(words.slice(at, last)) > _SHORT and words.is_located(at, last)
    return Match(at, last, "named" if stands else None)


def _break_in(words: Words, at: int) -> int:
    """Return where the part of a run ends that a token stands in: before a comma or bracket."""
    last = words.run(at)[1]
    return next((mark for mark in range(at + 1, last) if words.tokens[mark].text in _BREAKS), last)


def _listed(words: Words, at: int, last: int, gazetteer: Gazetteer) -> Match | None:
    """Return the longest listed name at the start of a run, or one that goes on behind it."""
    for end in range(min(last + 3, at + _LONGEST, len(words.tokens)), at, -1):
        if end > last and words.label(end - 1) not in ("", "LOC"):
            continue
        candidates = _candidates(words, at, end, gazetteer, tagged=end <= last)
        if candidates:
            if end < last and not _may_go_on(words, (at, end, last), gazetteer):
                return None
            common = (
                end - at == 1 and words.lower[at] in COMMON and words.word(at - 1) not in LOCATIVE
            )
            return Match(at, end, "list" if common else "named", candidates)
    return None


def _may_go_on(words: Words, cut: tuple[int, int, int], gazetteer: Gazetteer) -> bool:
    """Say whether a run is a name and something else: `London England`, not `Alder Grove`."""
    first, end, last = cut
    article = words.is_article(end)
    if not (words.is_upper(end) or article) or words.lower[last - 1] in INSTITUTIONS:
        return True
    return (words.lower[end] in AFTER_COMMA and not article) or any(
        lies_in(one, outer)
        for outer in gazetteer.look_up(words.slice(end, last))[:3]
        for one in gazetteer.look_up(words.slice(first, end))
    )


def _people_at(words: Words, at: int, gazetteer: Gazetteer) -> Match | None:
    """Return the longest word for a people that starts at a token."""
    for last in (at + 2, at + 1):
        if last > len(words.tokens) or not words.is_one_name(at, last):
            continue
        word = words.slice(at, last)
        listed = word.title() if word.isupper() and len(word) > _ACRONYM else word
        homes = gazetteer.homes_of(listed)
        if homes and is_of_place(words, at, last):
            return Match(at, last, "people", homes)
    return None


def _candidates(
    words: Words, first: int, last: int, gazetteer: Gazetteer, *, tagged: bool = False
) -> tuple[Entry, ...]:
    """Return what tokens may mean here: only what is of the kind that the words around them say."""
    if not tagged and not words.is_one_name(first, last):
        return ()
    if last - first > 1 and words.lower[last - 1] in KIND_NOUNS:
        in_body = words.label(last - 1) in ("ORG", "FAC") and words.run(last - 1)[1] > last
        if words.word(last) == "of" or (in_body and words.lower[last - 1] in OF_BODIES):
            return ()  # the Velmar Department of Health, Torvale District Court
    found = _spelled(words, first, last, candidates_for(words.slice(first, last), gazetteer))
    said = KIND_NOUNS.get(words.word(first - 2)) if words.is_kind_of(first) else None
    for kinds in (said, KIND_NOUNS.get(words.word(last))):
        found = tuple(one for one in found if kinds and one.kind in kinds) or found
    return found


def _spelled(words: Words, first: int, last: int, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave out of short names what the spelling excludes.

    `Ore` is no Oregon, `Pa.` no town of Pa, and `UN` no town of Un.
    """
    name = words.slice(first, last)
    if len(name.strip(".")) > _SHORT:
        return found
    after_comma = words.lower[first] in AFTER_COMMA and words.word(first - 1) in (",", "-")
    if not (name.isupper() or after_comma or words.ends_with_stop(last)):
        found = tuple(one for one in found if one.name.casefold() == name.casefold())
    if any(one.kind in ("country", "region") for one in found):
        return tuple(one for one in found if one.kind != "city" or len(one.name) > _SHORT)
    if name.isupper() and not (words.is_headline or words.opens_dateline(first, last)):
        return tuple(one for one in found if one.name.casefold() != name.casefold())
    return found


def candidates_for(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return what a name may mean; with a noun for its kind, only what is of that kind.

    `Torvale County` is looked up whole, then as `Torvale` among counties.
    """
    whole = gazetteer.look_up(name)
    head, _, tail = name.rpartition(" ")
    kinds = KIND_NOUNS.get(tail.lower())
    if not head or kinds is None:
        opening, _, named = name.partition(" of ")
        head, kinds = named.removeprefix("the "), KIND_NOUNS.get(opening.lower())
    if not head or kinds is None:
        return whole
    known = {one.id for one in whole}
    more = (one for one in gazetteer.look_up(head) if one.kind in kinds and one.id not in known)
    return (*whole, *more)
