"""What a statement says was done, on the ordered values of escalation: force, its place, its target.

Words decide, and the coded act where words leave it open. Words that fit two values of one dimension give
none: silence costs less than an invented step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.class_words import class_in
from onrecord.domain.escalation import Mechanism
from onrecord.domain.force_words import (
    AIR,
    ARMED_BOATS,
    DAMAGED,
    DEADLY,
    DEED,
    DISPLAYED,
    INTERCEPTED,
    LAND,
    LESS_MODES,
    LETHAL,
    LETHAL_MODES,
    MECHANISMS,
    NON_STATE,
    NOT_FORCE,
    OBJECT,
    OCCASION,
    ONLY_ALLOWED,
    OPEN_HEADS,
    OVER_TIME,
    PHRASE_END,
    SEA,
    SEIZED,
    SENT_TO_TALK,
    STRIKE_UNITS,
    SUSTAINED,
    SUSTAINED_COUNT,
    TAKEN,
    TERRITORIAL,
    UNHURT,
    VOLLEY_UNITS,
    WARNING,
    WAVE,
    WEAK,
    WITHIN,
    WORD,
)
from onrecord.domain.statement import Act, Statement
from onrecord.domain.target import TargetClass
from onrecord.domain.when import When

_REINFORCED = re.compile(
    r"\b(?:deploy(?:ed|ing|ment|ments)?|reinforc\w+|build-?up|buildup|assembl(?:ed|ing)|amass\w*|mass(?:ed|ing)"
    r"|dispatch(?:ed|ing)|sent|sending|mov(?:ed|ing)|mobili[sz](?:ed|ing|ation|ations)|positioned|stationed|additional"
    r"|bolster\w*|concentrat(?:ed|ing|ion)|called up|reservists)\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:militia|troop|reservist)s? (?:mobili[sz]ations?|deployments?|call-?ups?)\b"
    r"|\b(?:mobili[sz]ed|deployed|reinforced|called up|dispatched)\b[^.;]{0,40}"
    r"\b(?:militia|militiamen|troops|soldiers|forces|reservists|warships|tanks|jets|batter(?:y|ies)|brigades?)\b",
    re.IGNORECASE,
)
_ASSAULT_CAPABLE = re.compile(
    r"\b(?:invasion force|assault force|landing force|assault-(?:ready|capable)|amphibious (?:assault|ready)"
    r"|(?:capable of|able to|enough to|poised to|ready to) (?:\w+ ){0,3}"
    r"(?:invad\w+|assault\w*|storm\w*|land\w*))\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"\broutine (?:\w+ ){0,2}(?:patrols?|exercises?|drills?|deployment|rotation|training)\b",
    re.IGNORECASE,
)
_WAR_DECLARED = re.compile(
    r"\bdeclared (?:a (?:formal )?state of )?war (?:on|against|with) (?:the |its )?(?:neighbou?r|[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Deed:
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
    def without_actor(self) -> str:
        """Return the words without the actor and without what the act answers or comes after.

        A navy that shells a town does so on land; rockets "in response to the killing" kill nobody yet.
        """
        actor = self.statement.actor
        words = self.clause.replace(actor, " ", 1) if actor else self.clause
        return OCCASION.sub(" ", words)


def act_value(deed: Deed) -> str:
    """Return the value of `act` that the words reach by what was done; empty where they reach none."""
    if _is_sustained(deed):
        return "sustained_hostilities"
    if _is_lethal(deed):
        return "lethal_force"
    if _is_lesser_force(deed):
        return "non_lethal_force"
    return "display" if deed.code == "MOBILIZE" or DISPLAYED.search(deed.without_actor) else ""


def domain_value(deed: Deed) -> str:
    """Return where force was used, as far as the words say.

    "At sea" without a word on whose waters counts as the lowest value, the high seas.
    """
    words = deed.without_actor
    if AIR.search(words) or INTERCEPTED.search(words):
        return "airspace"
    sea, land = SEA.search(words), LAND.search(words)
    if TERRITORIAL.search(words):
        return "territorial_sea"
    if sea and not land:
        return "high_seas"
    return "land" if not sea and (land or _is_on_land(deed)) else ""


def target_value(deed: Deed) -> TargetClass | None:
    """Return the class of what force was used against, by the head of the words that name it."""
    if INTERCEPTED.search(deed.without_actor):
        return None
    found = OBJECT.search(deed.without_actor)
    words = deed.recipient or (found["object"] if found else "")
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


def lethality_value(deed: Deed) -> str:
    """Return what the act did as far as its words say: deaths, or damage to property."""
    if DEADLY.search(deed.without_actor) and not UNHURT.search(deed.without_actor):
        return "deaths_reported"
    return "property" if DAMAGED.search(deed.without_actor) else ""


def posture_value(deed: Deed) -> str:
    """Return the value of `posture` that words on forces reach; empty where they reach none."""
    raised = deed.code == "MOBILIZE" or (deed.party and _RAISED.search(deed.clause))
    if deed.statement.kind != "occ.posture" and not raised:
        return ""
    if SENT_TO_TALK.search(deed.clause) or ONLY_ALLOWED.search(deed.clause):
        return ""
    if _ROUTINE.search(deed.clause):
        return "routine"
    if _ASSAULT_CAPABLE.search(deed.clause):
        return "assault_capable_as_described"
    return "reinforced" if _REINFORCED.search(deed.clause) else ""


def overtness_value(deed: Deed, *, own: bool) -> str:
    """Return how openly something was done, by who tells of it.

    Args:
        deed: What is deed.
        own: Whether the one who speaks is the one who acts.
    """
    voices = deed.statement.voices
    if not voices:
        return ""
    if own:
        return "acknowledged"
    unnamed = voices[-1].identity in ("unnamed_official", "unnamed")
    return "reported_by_unnamed_sources" if unnamed else ""


def declares_war(deed: Deed) -> bool:
    """Say whether the words tell that somebody named declared war."""
    return bool(deed.party) and _WAR_DECLARED.search(deed.clause) is not None


def mechanism_of(words: str) -> Mechanism:
    """Return whether an act was meant, only as the words state it; two statements of it give none."""
    found = [name for name, pattern in MECHANISMS if pattern.search(words)]
    return found[0] if len(found) == 1 else "unknown"


def uses_force(deed: Deed) -> bool:
    """Say whether the words tell of force used, by weapons or by hand."""
    return _is_sustained(deed) or _is_lethal(deed) or _is_lesser_force(deed)


def _is_sustained(deed: Deed) -> bool:
    if INTERCEPTED.search(deed.without_actor):
        return False
    counted = not _is_one_wave(deed) and any(
        one.quantity.unit in STRIKE_UNITS - VOLLEY_UNITS
        and one.quantity.low is not None
        and one.quantity.low >= SUSTAINED_COUNT
        for one in deed.statement.quantities
    )
    lethal = LETHAL.search(deed.without_actor) and not NOT_FORCE.search(deed.without_actor)
    return bool(lethal) and (counted or bool(SUSTAINED.search(deed.without_actor)))


def _is_one_wave(deed: Deed) -> bool:
    """Say whether many strikes are told as one deed, or of one day: "launched 60 strikes" that night."""
    if WAVE.search(deed.clause) and not OVER_TIME.search(deed.clause):
        return True
    when = deed.statement.when
    return (
        isinstance(when, When)
        and bool(when.text)
        and when.earliest is not None
        and when.earliest == when.latest
    )


def _is_lethal(deed: Deed) -> bool:
    if (
        deed.code == "PROTEST"
        or INTERCEPTED.search(deed.without_actor)
        or NOT_FORCE.search(deed.without_actor)
        or WARNING.search(deed.without_actor)
    ):
        return False
    if deed.code == "ASSAULT" and deed.mode in ("destroy", "crowd-control"):
        return bool(deed.party) and any(
            found.group().casefold() not in WEAK for found in LETHAL.finditer(deed.without_actor)
        )
    if deed.code == "ASSAULT" and deed.mode not in LESS_MODES:
        armed = deed.party and (deed.mode in LETHAL_MODES or DEED.search(deed.without_actor))
        return bool(armed) or _says_lethal(deed)
    counted = any(one.quantity.unit in STRIKE_UNITS for one in deed.statement.quantities)
    return bool(DEED.search(deed.without_actor)) or (
        counted and bool(LETHAL.search(deed.without_actor))
    )


def _says_lethal(deed: Deed) -> bool:
    """Say whether words tell of deadly force: a word that fits a quarrel too needs a place or a target.

    Where nobody is named who acts, people who were killed alone tell of no force: a flood kills too.
    """
    if not deed.party:
        words = OCCASION.sub(" ", deed.clause)
        said = {found.group().casefold() for found in LETHAL.finditer(words)}
        return any(not word.startswith("kill") for word in said - WEAK)
    said = {found.group().casefold() for found in LETHAL.finditer(deed.without_actor)}
    bodily = bool(said - WEAK) or bool(domain_value(deed)) or target_value(deed) is not None
    return bool(said) and bodily


def _is_lesser_force(deed: Deed) -> bool:
    if not deed.party:
        return False
    if INTERCEPTED.search(deed.without_actor):
        return True
    if deed.code == "ASSAULT" and (deed.mode in LESS_MODES or WARNING.search(deed.without_actor)):
        return True
    seized = (deed.code, deed.mode) == ("COERCE", "seize") or TAKEN.search(deed.without_actor)
    return bool(seized) and bool(SEIZED.search(deed.without_actor))


def _is_on_land(deed: Deed) -> bool:
    where = deed.statement.where
    if where is None or where.domain not in ("land", "unknown"):
        return False
    return where.domain == "land" or (bool(where.country) and WITHIN.match(where.text) is not None)


def _lemma(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
