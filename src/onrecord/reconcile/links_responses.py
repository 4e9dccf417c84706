"""What followed what, where the words say so: "in response to the explosion", "after the attack".

Only the words make a response. Two events in a row are two events in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.link import Link
from onrecord.reconcile.context import occasion_in
from onrecord.reconcile.links_told import Told, by_key, link_of, near, party_keys
from onrecord.reconcile.words import content_words

#: What is answered was reported within so many days before.
SPAN_DAYS = 62

_CUE = re.compile(
    r"\b(?:in (?:direct |swift |apparent )?"
    r"(?:response|retaliation|reaction|reprisal|reply|revenge) (?:to|for)"
    r"|(?:as|is|was) (?:a |an )?(?:direct )?(?:response|retaliation|reprisal) (?:to|for)"
    r"|in the wake of|to avenge|(?:retaliated|reacted) (?:to|for|against)"
    r"|(?:hours|shortly|soon) after) (?P<what>[^,;.:—]+)",
    re.IGNORECASE,
)
#: A response told of in the sentence behind it: "it describes the step as …".
_BACK = re.compile(
    r"\b(?:the|this|that) (?:step|move|decision|measure|action|deployment|order)s?\b", re.IGNORECASE
)
_DONE = frozenset(
    {"occ.event", "say.confirm", "occ.posture", "say.announce", "say.threat", "say.demand", "say.accuse",
     "law.designation", "law.oversight", "law.authorization"}
)  # fmt: skip
_HAPPENED = frozenset({"occ.event", "occ.tally", "say.confirm", "occ.context"})
_OFF = frozenset({"negation", "hypothetical", "counterfactual", "question", "future"})
_BOMB = re.compile(
    r"\b(?:car|suicide|truck|roadside|petrol|nail)? ?bomb(?:s|er|ers)?\b", re.IGNORECASE
)
_AFTER = re.compile(r"hours|shortly|soon", re.IGNORECASE)
_THOUGHT = re.compile(r"\b(?:weigh|consider|mull|whether|discuss|debat)\w*", re.IGNORECASE)
#: Kinds of incident whose names mean unlike things (a protest, the crackdown on it).
_LOOSE = frozenset({"protest", "war"})
_WIDE_WORDS = content_words(
    "protest demonstration riot unrest crackdown war conflict fighting offensive"
)
#: A statement of an incident names it among its first words, or as what people were harmed in.
_EARLY_WORDS = 8
_HARMED_IN = re.compile(r"\b(?:in|by|from) (?:the|an?|another)\b(?P<what>[^,;.:—]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Response:
    """A statement whose words say that it answers something.

    Attributes:
        told: The statement of what was done.
        cue: The words that say so, with what they name.
        occasions: What kind of incident they name.
        names: Keys of the names in them.
    """

    told: Told
    cue: str
    occasions: frozenset[str]
    names: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the document with each incident, and each name with each incident."""
        return _keys(self.told.document, self.names or self.told.names, self.occasions)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An incident that may be answered.

    Attributes:
        told: The statement.
        occasions: What kind of incident its words name.
    """

    told: Told
    occasions: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are made to here only when asked for."""
        return False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the document with each incident, and each name with each incident."""
        return _keys(self.told.document, self.told.names, self.occasions)


def responses_in(told: Iterable[Told]) -> Iterator[Response]:
    """Yield what one document says was done in answer to an incident of a named kind."""
    before: Told | None = None
    for one in told:
        found = _CUE.search(one.text)
        done = one.kind in _DONE and not _OFF & set(one.off_line) and not _THOUGHT.search(one.text)
        incidents = _incidents(found["what"]) if found else frozenset()
        if found and incidents:
            answer = before if _BACK.search(one.text) else one if done else None
            if answer is not None:
                yield Response(answer, found.group(), incidents, party_keys(found["what"]))
        if done:
            before = one


def occasions_in(told: Iterable[Told]) -> Iterator[Occasion]:
    """Yield what one document says took place and calls by the name of an incident."""
    for one in told:
        if one.kind not in _HAPPENED or one.off_line:
            continue
        plain = _CUE.sub("", one.text)
        early = " ".join(plain.split()[:_EARLY_WORDS])
        harmed = " ".join(found["what"] for found in _HARMED_IN.finditer(plain))
        incidents = _incidents(early) | (
            _incidents(harmed) if one.kind == "occ.tally" else frozenset()
        )
        if incidents:
            yield Occasion(one, incidents)


def find_responses(
    responses: Iterable[Response], occasions: Iterable[Occasion], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a link from each response to the incident it names: in its own document, else elsewhere.

    Elsewhere the words of the cue must name a party or place that the incident's sentence names too,
    and the newest report before the response is taken.
    """
    asked = list(responses)
    index = by_key(occasions, asked)
    for response in asked:
        fits = [one for one in near(response, index) if _precedes(one.told, response)]
        best = min(fits, key=lambda one: _rank(one, response), default=None)
        if best is not None:
            yield link_of(
                response.told,
                best.told,
                lineages,
                kind="followed_by",
                says=f"{_says(response.cue)} («{response.cue}»)",
            )


def _says(cue: str) -> str:
    after = _AFTER.match(cue) is not None
    return "the words set it soon after" if after else "the words say that it answers it"


def _precedes(one: Told, response: Response) -> bool:
    told = response.told
    if one.statement == told.statement or one.text in told.text or told.text in one.text:
        return False
    if one.at >= told.at:
        return False
    if one.document == told.document:
        return bool((response.names or told.names) & one.names)
    if not response.names & one.names:
        return False
    if one.reported is None or told.reported is None:
        return False
    return (told.reported - one.reported).days <= SPAN_DAYS


def _rank(one: Occasion, response: Response) -> tuple[bool, bool, int, tuple[str, str, int], str]:
    told = response.told
    apart = one.told.document != told.document
    days = (told.reported - one.told.reported).days if told.reported and one.told.reported else 0
    return apart, not one.told.supports, days, one.told.at, one.told.statement


def _incidents(text: str) -> frozenset[str]:
    """Return what kinds of incident are named; the word itself where the kind is too wide."""
    kinds = occasion_in(text, "").nouns | ({"explosion"} if _BOMB.search(text) else frozenset())
    wide = content_words(text) & _WIDE_WORDS if kinds & _LOOSE else frozenset()
    return (kinds - _LOOSE) | wide


def _keys(document: str, names: Iterable[str], occasions: Iterable[str]) -> tuple[str, ...]:
    held = sorted(occasions)
    own = [f"answers|{document}|{occasion}" for occasion in held]
    return (*own, *(f"answers|{name}|{occasion}" for name in sorted(names) for occasion in held))
