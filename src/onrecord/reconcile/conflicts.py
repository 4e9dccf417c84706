"""Where reports stand against each other: denials, and what one says happened and another not.

A conflict is a link between two statements, with its reason; nothing is decided and nothing is
lost. Precision comes first: a denial is linked only where the denier is a party of what is denied and
the words are about the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.link import Link
from onrecord.reconcile.context import occasion_in
from onrecord.reconcile.links_blame import Blame
from onrecord.reconcile.links_told import (
    Told,
    by_key,
    link_of,
    matter_of,
    names_party,
    near,
    party_keys,
    places_differ,
)
from onrecord.reconcile.words import content_words

#: How many content words an event and its denial must share beside the denier's name.
SHARED_WORDS = 2
#: A denial answers what was reported of the last two months.
ANSWER_DAYS = 62

_DENIABLE = frozenset(
    {
        "occ.event",
        "occ.tally",
        "say.confirm",
        "say.accuse",
        "say.report",
        "jdg.responsibility",
        "fut.prediction",
    }
)
_SUPPOSED = frozenset({"hypothetical", "counterfactual", "question", "negation"})
_TALK = frozenset(
    content_words(
        "deny denied denies denying rebuttal rebut reject rejected rejects spokesman spokeswoman"
        " spokesperson claim claims accusation accusations allegation allegations report reports"
        " any part involvement role"
    )
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:e|es|ed)|refut(?:e|es|ed)|dismiss(?:es|ed)?)\b",
    re.IGNORECASE,
)
#: What stands behind these words is no longer what is denied.
_AROUND = re.compile(r"\b(?:amid|after|during|while|as|since|when|following)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that something is not so, by a party to it.

    Attributes:
        told: The statement.
        denier: Who denies, as worded.
        parties: Keys of the names of the denier.
        matter: Stems of the words for what is denied, names and the denying left out.
        occasions: What incidents it speaks of.
    """

    told: Told
    denier: str
    parties: frozenset[str]
    matter: frozenset[str]
    occasions: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the denier with each word of the matter."""
        return _pairings(self.parties, self.matter | self.occasions | _act(self.told))


@dataclass(frozen=True, slots=True)
class Deniable:
    """A statement that a party to it could deny.

    Attributes:
        told: The statement.
        parties: Keys of the names of who did it, or of who is said to have.
        matter: Stems of its words, names left out.
        occasions: What incidents it speaks of.
        blamed: Whether it lays blame.
    """

    told: Told
    parties: frozenset[str]
    matter: frozenset[str]
    occasions: frozenset[str]
    blamed: bool

    @property
    def asks(self) -> bool:
        """Say that links are made to here only when asked for."""
        return False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return each party with each word of the matter."""
        return _pairings(self.parties, self.matter | self.occasions | _act(self.told))


def denials_in(told: Iterable[Told]) -> Iterator[Denial]:
    """Yield the denials of one document whose denier is named."""
    for one in told:
        if one.kind != "say.deny":
            continue
        denier = _denier(one)
        parties = party_keys(denier)
        if parties:
            denied = _AROUND.split(_DENYING.split(one.text)[-1])[0]
            matter = (matter_of(denied) & one.words) - _TALK
            yield Denial(one, denier, parties, matter, occasion_in(denied, "").nouns)


def deniables_in(told: Iterable[Told], blames: Iterable[Blame]) -> Iterator[Deniable]:
    """Yield what one document says that a named party did, or is blamed for."""
    blaming = {blame.told.statement: blame for blame in blames}
    for one in told:
        if one.kind not in _DENIABLE or _SUPPOSED & set(one.off_line):
            continue
        blame = blaming.get(one.statement)
        parties = blame.blamed if blame else one.parties
        if blame is None and one.kind == "say.accuse":
            continue
        if parties:
            yield Deniable(
                told=one,
                parties=parties,
                matter=one.words - _TALK,
                occasions=blame.occasions if blame else occasion_in(one.text, "").nouns,
                blamed=blame is not None,
            )


def find_denials(
    denials: Iterable[Denial], deniables: Iterable[Deniable], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a link from each denial to the one statement it most plainly denies, if there is one.

    The denier must be the actor of that statement by name, or be blamed in it; the place must not
    differ, the statement must not be reported later than the denial, and both must share two content
    words (an equal act and an incident of one kind count as one each). One is enough where blame is
    denied in a word or two ("any part in the explosion").
    """
    asked = list(denials)
    index = by_key(deniables, asked)
    for denial in asked:
        rated = [
            (_overlap(denial, one), one)
            for one in near(denial, index)
            if one.told.statement != denial.told.statement and _answers(denial, one)
        ]
        fits = [(shared, one) for shared, one in rated if shared >= _needed(denial, one)]
        best = min(fits, key=_rank, default=None)
        if best is not None:
            yield link_of(
                denial.told,
                best[1].told,
                lineages,
                kind="denies",
                subtype="negation",
                says=f"{denial.denier} denies what is reported of {_accused(best[1])}",
            )


def _accused(deniable: Deniable) -> str:
    return "it" if deniable.blamed else deniable.told.actor


def _needed(denial: Denial, denied: Deniable) -> int:
    """Return how much both must share: less where blame is denied in a word or two.

    What is merely said, with no act that could be coded, must share more.
    """
    if denied.blamed and len(denial.matter) <= SHARED_WORDS:
        return 1
    said = denied.told
    return SHARED_WORDS + int(said.kind == "say.report" and not said.act)


def _rank(rated: tuple[int, Deniable]) -> tuple[bool, int, tuple[str, str, int], str]:
    shared, one = rated
    return not one.blamed, -shared, one.told.at, one.told.statement


def _denier(told: Told) -> str:
    """Return who denies: the subject where the words say "denies", else the speaker."""
    if told.actor and _DENYING.search(told.text):
        return told.actor
    return told.speaker or told.actor


def _act(told: Told) -> frozenset[str]:
    return frozenset({f"act {told.act}"}) if told.act else frozenset()


def _overlap(denial: Denial, denied: Deniable) -> int:
    """Return how many words of the matter both share; an equal act and incident count as one each."""
    same_act = bool(_act(denial.told) & _act(denied.told))
    parties = denied.parties | denial.parties
    named = {word for word in denial.matter if names_party(word, parties)}
    shared = len((denial.matter - named) & denied.matter)
    return shared + int(same_act) + int(bool(denial.occasions & denied.occasions))


def _answers(denial: Denial, denied: Deniable) -> bool:
    a, b = denial.told, denied.told
    if a.at[0] < b.at[0] or places_differ(a, b):
        return False
    answered, happened = a.reported, b.first or b.reported
    return answered is None or happened is None or 0 <= (answered - happened).days <= ANSWER_DAYS


def _pairings(parties: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"denies|{party}|{word}" for party in sorted(parties) for word in sorted(words))
