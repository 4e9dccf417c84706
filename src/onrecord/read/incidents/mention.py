"""What one sentence says of an act of violence: `Mention`, and the parties it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.incident import IncidentKind, IncidentStage, PartyKind, Standing
from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.domain.when import When

#: What somebody is in a conflict, as far as the words say.
Role = Literal["irregular", "soldier", "police", "civil", "thing", "military_thing", "body"]
Fate = Literal["", "killed", "injured"]
#: What the words do for an incident: `act` tells of one, `name` names one as known, `back` refers to
#: one told before, `harm` only says what somebody suffered.
Telling = Literal["act", "name", "back", "harm"]


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name a party, without article and number, and where they stand."""

    words: str
    extent: Extent


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A noun phrase that plays a part.

    Attributes:
        names: The ways it is named, a proper name first; none for a pronoun.
        kind: People, an organisation or a thing.
        role: What it is in a conflict.
        proper: Whether a proper name names it.
        plural: Whether it is several.
        bare: Whether it is people or things in general: a plural without article or number.
        low: How many at least, where counted or singular.
        high: How many at most.
        fate: What it suffered.
        standing: For an organisation that acts, how the words tie it to the act.
    """

    names: tuple[Name, ...]
    kind: PartyKind
    role: Role
    proper: bool = False
    plural: bool = False
    bare: bool = False
    low: Number | None = None
    high: Number | None = None
    fate: Fate = ""
    standing: Standing | None = None

    @property
    def heads(self) -> frozenset[str]:
        """Return the last word of each name before a preposition, folded, and without plural."""
        return frozenset(head_of(name.words) for name in self.names)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an act.

    Attributes:
        at: Index of its token.
        kind: What act.
        telling: What the word does for the incident.
        fate: What those acted upon suffer.
        stage: Whether it was done, tried or threatened.
    """

    at: int
    kind: IncidentKind
    telling: Telling
    fate: Fate = ""
    stage: IncidentStage = "accomplished"


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of an act.

    Attributes:
        sentence: Index of the sentence.
        cue: Where the word stands that names the act.
        kind: What was done; `attack` where only harm is told.
        telling: What the words do.
        stage: Whether it was done, tried or threatened.
        agents: Who did it.
        patients: To whom or what.
        when: The day or days its own words give.
        places: Names of places its own words give, with where they stand.
        vague: Whether it names acts in general: "attacks", "the killing of civilians".
        new: Whether the words set it apart from what was told before: "another attack".
        plural: Whether it names several acts.
    """

    sentence: int
    cue: Extent
    kind: IncidentKind
    telling: Telling
    stage: IncidentStage
    agents: tuple[PartyMention, ...] = ()
    patients: tuple[PartyMention, ...] = ()
    when: When | None = None
    places: tuple[Name, ...] = ()
    vague: bool = False
    new: bool = False
    plural: bool = False


_PREPOSITIONS = frozenset("of in from at for with who by to on near that which".split())


def head_of(words: str) -> str:
    """Return the last word before the first preposition, folded: a cheap head noun.

    Example:
        >>> head_of("Former Mayor of Lisk"), head_of("the GUNMEN")
        ('mayor', 'gunmen')
    """
    parts = words.casefold().split()
    cut = next((at for at, word in enumerate(parts) if at and word in _PREPOSITIONS), len(parts))
    return parts[cut - 1].strip(".,;'\"") if cut else ""
