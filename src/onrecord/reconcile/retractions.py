"""What was taken back: "withdrew its statement", "an earlier version of this article said …".

A retraction is linked only where it can be told what is taken back: the same voice or outlet, the same
matter, said earlier. Else there is no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.link import Link
from onrecord.reconcile.links_told import Told, by_key, link_of, near
from onrecord.reconcile.words import content_words

#: Content words a retraction and what it takes back must share.
SHARED_WORDS = 2

_TAKEN_BACK = re.compile(
    r"\b(?:withdrew|withdrawn|withdraws|retract(?:s|ed|ing)?|took back|taken back|walked back|backtracked on"
    r"|disavow(?:s|ed)?|rescinded|apologi[sz]ed for|corrected)\b(?:\s+\S+){0,5}?\s+"
    r"(?:statements?|claims?|figures?|tolls?|reports?|accounts?|estimates?|numbers?|allegations?|accusations?"
    r"|remarks?|comments?|tweets?|posts?|counts?|story|article)\b",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\b(?:an )?earlier version of this (?:article|story|report|post|item|page)\b"
    r"|\bthis (?:article|story|report|post) (?:has been|was) (?:corrected|amended)\b",
    re.IGNORECASE,
)
_ABOUT_SAYING = content_words(
    "withdrew withdrawn retract retracted corrected correction earlier version article story report"
    " statement claim figure number incorrectly wrongly misstated previously stated amended"
    " said saying took walked back"
)
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_ASSERTED = frozenset(
    {"occ.event", "occ.tally", "say.report", "say.confirm", "say.accuse", "jdg.responsibility"}
)
_DISOWNED = frozenset({"hypothetical", "counterfactual", "question", "negation", "future"})


@dataclass(frozen=True, slots=True)
class Retraction:
    """A statement that takes an earlier one back.

    Attributes:
        told: The statement.
        voices: Keys of the names of who takes it back; of the outlet for its own correction.
        matter: Stems of the words for what is taken back.
        numbers: Numbers it repeats.
    """

    told: Told
    voices: frozenset[str]
    matter: frozenset[str]
    numbers: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return who takes it back."""
        return _keys(self.voices)


@dataclass(frozen=True, slots=True)
class Retractable:
    """A statement that its voice could take back.

    Attributes:
        told: The statement.
        voices: Keys of the names of its speaker; of the outlet for what is said in its own voice.
        matter: Stems of its words.
        numbers: Numbers it states.
    """

    told: Told
    voices: frozenset[str]
    matter: frozenset[str]
    numbers: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are made to here only when asked for."""
        return False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return who says it."""
        return _keys(self.voices)


def retractions_in(told: Iterable[Told]) -> Iterator[Retraction]:
    """Yield what one document says was taken back by a named voice, or by its own outlet."""
    for one in told:
        if _DISOWNED & set(one.off_line):
            continue
        if _CORRECTION.search(one.sentence):
            yield _retraction(one, one.outlet)
        elif _TAKEN_BACK.search(one.text) and one.parties:
            yield _retraction(one, one.parties)


def retractables_in(told: Iterable[Told]) -> Iterator[Retractable]:
    """Yield the statements of one document that a named voice or outlet stands behind."""
    for one in told:
        voices = one.speakers or one.outlet
        if one.kind not in _ASSERTED or not voices or _CORRECTION.search(one.sentence):
            continue
        matter, numbers = one.words - _ABOUT_SAYING, _numbers(one.text)
        if len(matter) + len(numbers) >= SHARED_WORDS:
            yield Retractable(one, voices, matter, numbers)


def find_retractions(
    retractions: Iterable[Retraction],
    retractables: Iterable[Retractable],
    lineages: Mapping[str, str],
) -> Iterator[Link]:
    """Yield a link from each retraction to the one statement it takes back, if that can be told.

    The voice must be the same by name, the statement of an earlier document, and both must share two
    of content words, numbers and other names, one word at least. Where two statements fit alike, none
    is linked.
    """
    asked = list(retractions)
    index = by_key(retractables, asked)
    for retraction in asked:
        rated = sorted(
            ((_overlap(retraction, one), one) for one in near(retraction, index)
             if _is_earlier(one.told, retraction.told)),
            key=lambda pair: (-pair[0], pair[1].told.at, pair[1].told.statement),
        )  # fmt: skip
        if rated and rated[0][0] >= SHARED_WORDS and _stands_out(rated):
            yield link_of(
                retraction.told,
                rated[0][1].told,
                lineages,
                kind="retracts",
                says="the words say that an earlier statement of the same voice is taken back",
            )


def _retraction(told: Told, voices: frozenset[str]) -> Retraction:
    matter = frozenset(content_words(told.sentence)) - _ABOUT_SAYING
    return Retraction(told, voices, matter, _numbers(told.sentence))


def _overlap(retraction: Retraction, one: Retractable) -> int:
    named = (retraction.told.names & one.told.names) - retraction.voices
    shared = retraction.matter & one.matter
    return len(shared) + len(retraction.numbers & one.numbers) + (len(named) if shared else 0)


def _stands_out(rated: Sequence[tuple[int, Retractable]]) -> bool:
    """Say whether the best fits better than any other wording."""
    best, first = rated[0]
    return all(shared < best or one.told.text == first.told.text for shared, one in rated[1:])


def _is_earlier(one: Told, retraction: Told) -> bool:
    return one.document != retraction.document and one.at < retraction.at


def _numbers(text: str) -> frozenset[str]:
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(text))


def _keys(voices: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"retracts|{voice}" for voice in sorted(voices))
