"""What a statement says was done, on the ordered values of escalation: force, its place, its target.

Words decide, and the coded act where words leave it open. Words that fit two values of one dimension give
none: silence costs less than an invented step.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.assess.force_words import (
    AIR,
    ARMED_BOATS,
    DAMAGED,
    DEADLY,
    DEED,
    DISPLAYED,
    LAND,
    LESS_MODES,
    LETHAL,
    LETHAL_MODES,
    MECHANISMS,
    NON_STATE,
    NOT_FORCE,
    OBJECT,
    OCCASION,
    OPEN_HEADS,
    PHRASE_END,
    SEA,
    SEIZED,
    STRIKE_UNITS,
    SUSTAINED,
    SUSTAINED_COUNT,
    TAKEN,
    TERRITORIAL,
    UNHURT,
    WARNING,
    WEAK,
    WITHIN,
    WORD,
)
from onrecord.domain.class_words import class_in
from onrecord.domain.escalation import Mechanism
from onrecord.domain.statement import Act, Statement
from onrecord.domain.target import TargetClass


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the words that belong to it.

    Attributes:
        statement: The statement.
        clause: Its words, with the rest of a relative it was cut off from.
        party: Who acts; empty where nobody is named.
        act: What is done, as coded.
        recipient: To whom it is done, as worded.
    """

    statement: Statement
    clause: str
    party: str
    act: Act | None
    recipient: str

    @property
    def code(self) -> str:
        """Return the PLOVER type of what is done; empty where none is coded."""
        return self.act.code if self.act is not None and self.act.scheme == "PLOVER" else ""

    @property
    def mode(self) -> str:
        """Return its mode; empty where there is none."""
        return self.act.mode if self.code and self.act is not None else ""

    @property
    def deed(self) -> str:
        """Return the words without the actor and without what the act answers or comes after.

        A navy that shells a town does so on land; rockets "in response to the killing" kill nobody yet.
        """
        actor = self.statement.actor
        words = self.clause.replace(actor, " ", 1) if actor else self.clause
        return OCCASION.sub(" ", words)


def act_value(told: Told) -> str:
    """Return the value of `act` that the words reach by what was done; empty where they reach none."""
    if _is_sustained(told):
        return "sustained_hostilities"
    if _is_lethal(told):
        return "lethal_force"
    if _is_lesser_force(told):
        return "non_lethal_force"
    return "display" if told.code == "MOBILIZE" or DISPLAYED.search(told.deed) else ""


def domain_value(told: Told) -> str:
    """Return where force was used, as far as the words say.

    "At sea" without a word on whose waters counts as the lowest value, the high seas.
    """
    words = told.deed
    if AIR.search(words):
        return "airspace"
    sea, land = SEA.search(words), LAND.search(words)
    if TERRITORIAL.search(words):
        return "territorial_sea"
    if sea and not land:
        return "high_seas"
    return "land" if not sea and (land or _is_on_land(told)) else ""


def target_value(told: Told) -> TargetClass | None:
    """Return the class of what force was used against, by the head of the words that name it."""
    found = OBJECT.search(told.deed)
    words = told.recipient or (found["object"] if found else "")
    phrase = PHRASE_END.split(f" {words} ")[0].casefold()
    lemmas = [_lemma(word) for word in WORD.findall(phrase)]
    if not lemmas:
        return None
    head, beside = lemmas[-1], set(lemmas[:-1])
    if head in OPEN_HEADS:
        if beside & NON_STATE and head != "leader":
            return "non_state_facility"
        return "state_leadership" if head == "leader" and not beside & NON_STATE else None
    found_class = class_in({head})
    if found_class == "non_state_vessel" and beside & ARMED_BOATS:
        return "state_forces"
    if found_class == "state_forces" and beside & NON_STATE:
        return None
    return found_class


def lethality_value(told: Told) -> str:
    """Return what the act did as far as its words say: deaths, or damage to property."""
    if DEADLY.search(told.deed) and not UNHURT.search(told.deed):
        return "deaths_reported"
    return "property" if DAMAGED.search(told.deed) else ""


def mechanism_of(words: str) -> Mechanism:
    """Return whether an act was meant, only as the words state it; two statements of it give none."""
    found = [name for name, pattern in MECHANISMS if pattern.search(words)]
    return found[0] if len(found) == 1 else "unknown"


def uses_force(told: Told) -> bool:
    """Say whether the words tell of force used, by weapons or by hand."""
    return _is_sustained(told) or _is_lethal(told) or _is_lesser_force(told)


def _is_sustained(told: Told) -> bool:
    counted = any(
        one.quantity.unit in STRIKE_UNITS
        and one.quantity.low is not None
        and one.quantity.low >= SUSTAINED_COUNT
        for one in told.statement.quantities
    )
    lethal = LETHAL.search(told.deed) and not NOT_FORCE.search(told.deed)
    return bool(lethal) and (counted or bool(SUSTAINED.search(told.deed)))


def _is_lethal(told: Told) -> bool:
    if told.code == "PROTEST" or NOT_FORCE.search(told.deed) or WARNING.search(told.deed):
        return False
    if told.code == "ASSAULT" and told.mode in ("destroy", "crowd-control"):
        return bool(told.party) and any(
            found.group().casefold() not in WEAK for found in LETHAL.finditer(told.deed)
        )
    if told.code == "ASSAULT" and told.mode not in LESS_MODES:
        armed = told.party and (told.mode in LETHAL_MODES or DEED.search(told.deed))
        return bool(armed) or _says_lethal(told)
    counted = any(one.quantity.unit in STRIKE_UNITS for one in told.statement.quantities)
    return bool(DEED.search(told.deed)) or (counted and bool(LETHAL.search(told.deed)))


def _says_lethal(told: Told) -> bool:
    """Say whether words tell of deadly force: a word that fits a quarrel too needs a place or a target.

    Where nobody is named who acts, people who were killed alone tell of no force: a flood kills too.
    """
    if not told.party:
        words = OCCASION.sub(" ", told.clause)
        said = {found.group().casefold() for found in LETHAL.finditer(words)}
        return any(not word.startswith("kill") for word in said - WEAK)
    said = {found.group().casefold() for found in LETHAL.finditer(told.deed)}
    bodily = bool(said - WEAK) or bool(domain_value(told)) or target_value(told) is not None
    return bool(said) and bodily


def _is_lesser_force(told: Told) -> bool:
    if not told.party:
        return False
    if told.code == "ASSAULT" and (told.mode in LESS_MODES or WARNING.search(told.deed)):
        return True
    seized = (told.code, told.mode) == ("COERCE", "seize") or TAKEN.search(told.deed)
    return bool(seized) and bool(SEIZED.search(told.deed))


def _is_on_land(told: Told) -> bool:
    where = told.statement.where
    if where is None or where.domain not in ("land", "unknown"):
        return False
    return where.domain == "land" or (bool(where.country) and WITHIN.match(where.text) is not None)


def _lemma(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
