"""Who is said to have done it: blame, claims of responsibility, and blame that goes elsewhere.

A report of who is blamed never fills an actor (domain rule 12). Where two voices hold different
parties responsible for one matter that is a tension: both could have had a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.link import Link
from onrecord.reconcile.context import occasion_in
from onrecord.reconcile.links_told import Told, by_key, link_of, matter_of, near, newest, party_keys

#: Blame for one matter is laid within this many days.
SPAN_DAYS = 62
#: Words of the matter both must share.
SHARED_WORDS = 2

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bblam(?:es|ed|ing|e)\s+(?P<who>[^,;.]+?)\s+for\s+(?P<what>[^;.]+)",
        r"\baccus(?:es|ed|ing|e)\s+(?P<who>[^,;.]+?)\s+of\s+(?P<what>[^;.]+)",
        r"(?P<who>[^,;.]+?)\s+(?:is|was|were|are|had been|to be)\s+"
        r"(?:behind|responsible for|to blame for)\s+(?P<what>[^;.]+)",
        r"\battribut(?:es|ed|ing|e)\s+(?P<what>[^;.]+?)\s+to\s+(?P<who>[^,;.]+)",
        r"(?P<what>[^,;.]+?)\s+(?:was|were|had been)\s+"
        r"(?:carried out|caused|committed|ordered)\s+by\s+(?P<who>[^,;.]+)",
        r"(?P<who>[^,;.]+?)\s+(?:has |have |had )?(?:claimed|took|taken|accepted|admitted)\s+"
        r"responsibility\s+for\s+(?P<what>[^;.]+)",
        r"\bblam(?:es|ed|ing|e)\s+(?P<who>[^,;.]+)(?P<what>)",
    )
)
#: Without one of these no pattern fits: most statements blame nobody.
_BLAMING = re.compile(
    r"\b(?:blam|accus|behind|responsib|attribut|(?:carried out|caused|committed|ordered) by)",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|says|that|claims?|claimed|insists?|insisted)\b", re.IGNORECASE)
_OFF = frozenset({"negation", "hypothetical", "counterfactual", "question", "future"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is held responsible for what.

    Attributes:
        told: The statement.
        blamed: Keys of the names of those held responsible; never empty.
        matter: Stems of the words for what they are held responsible for.
        names: Keys of the names in those words.
        occasions: What incidents the matter, or else the title of the report, speaks of.
    """

    told: Told
    blamed: frozenset[str]
    matter: frozenset[str]
    names: frozenset[str]
    occasions: frozenset[str]

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the words of the matter."""
        return tuple(f"blames|{word}" for word in sorted(self.matter))


def blame_in(told: Iterable[Told]) -> Iterator[Blame]:
    """Yield the statements of one document that hold a named party responsible."""
    for one in told:
        if _OFF & set(one.off_line):
            continue
        if not _BLAMING.search(one.text):
            continue
        found = next((match for pattern in _PATTERNS if (match := pattern.search(one.text))), None)
        if found is None:
            continue
        who, what = _who_and_what(found)
        blamed = party_keys(who)
        if not blamed:
            continue
        yield Blame(
            told=one,
            blamed=blamed,
            matter=matter_of(what) & one.words,
            names=party_keys(what),
            occasions=occasion_in(what, "").nouns or occasion_in(one.title, "").nouns,
        )


def _who_and_what(found: re.Match[str]) -> tuple[str, str]:
    """Return who is blamed for what; of "the army of Norrast of murder" the name belongs to who."""
    who, what = _SAYING.split(found["who"])[-1], found["what"]
    if not party_keys(who) and " of " in what:
        owner, _, rest = what.partition(" of ")
        return f"{who} of {owner}", rest
    return who, what


def find_blame(
    asked: Iterable[Blame], held: Iterable[Blame], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a tension from each blame to the newest earlier one that names other parties.

    Both speak of one matter: they share two of its words, its names do not differ, and the names they have in
    common are not those blamed.
    """
    askers = list(asked)
    index = by_key(held, askers)
    for later in askers:
        opposed = [one for one in near(later, index) if _go_apart(later, one)]
        if opposed:
            yield link_of(
                later.told,
                newest(opposed).told,
                lineages,
                kind="tension",
                subtype="attribution",
                says="two voices hold different parties responsible",
            )


def _go_apart(later: Blame, earlier: Blame) -> bool:
    a, b = later.told, earlier.told
    if a.at <= b.at or later.blamed & earlier.blamed:
        return False
    if later.names and earlier.names and not later.names & earlier.names:
        return False
    if len(later.matter & earlier.matter) < SHARED_WORDS or not a.names & b.names:
        return False
    if (a.speakers | a.parties) & (b.speakers | b.parties):
        return False
    return a.reported is None or b.reported is None or (a.reported - b.reported).days <= SPAN_DAYS
