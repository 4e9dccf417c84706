"""Who is said to have done it: claims of responsibility beside one another, and what follows from them.

A claim never becomes the actor of an event (domain rule 12). From the claims and the accounts follow
how well the harm is established (Airwars) and how the event stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.domain.event import EventStatus, HarmGrade, ResponsibilityClaim, Stance
from onrecord.domain.statement import Statement
from onrecord.reconcile.parties import PRONOUNS, plain_name

_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|accept(?:s|ed)?|acknowledg(?:es|ed)|admit(?:s|ted)?|took|takes?|taken|"
    r"taking)\b[^.;]{0,40}\b(?:responsibility|credit|blame)\b|"
    r"\b(?:said|says|confirmed|announced|admitted) (?:that )?(?:it|they|its \w+|its|we|our \w+)\b"
    r"[^.;]{0,20}\b(?:carried out|conducted|launched|struck|fired|bombed|shelled|attacked|killed|shot)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:responsib\w+|involve\w+|behind|role|carried out|part in|blame)\b", re.IGNORECASE
)
_BLAMED = re.compile(
    r"\b(?:blam(?:es|ed|ing)|accus(?:es|ed|ing)|attribut(?:es|ed)|held|holds|responsible|behind|"
    r"carried out by|work of|charged)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:blam(?:es|ed|ing)|accus(?:es|ed|ing)|holds?|held)\s+(?P<one>(?:the |its )?"
    r"(?!(?:In|On|At|The|For)\b)[A-Z][\w'’.-]*(?:\s+(?:(?:of|the|de|al)\s+)?[A-Z][\w'’-]*)*)"
)
#: What a claim must be about: that it happened, or who did it.
_MATTER = re.compile(
    r"\b(?:responsib\w+|attack\w*|strikes?|struck|kill\w*|deaths?|shoot\w*|shot|bomb\w*|shell\w*|"
    r"massacre|violence|explosion|blast|fire[ds]?|raid\w*|clash\w*|murder\w*|casualt\w+|collaps\w+|"
    r"disaster|flood\w*|sinking|crash\w*)\b",
    re.IGNORECASE,
)


def claims_in(statements: Mapping[str, Statement]) -> tuple[ResponsibilityClaim, ...]:
    """Return who says what about who did it, sorted; a voice that says the same twice counts once.

    Args:
        statements: By id, those that support the event and those that speak of it without:
            accusations, denials, refusals.
    """
    found: dict[tuple[str, str, Stance], ResponsibilityClaim] = {}
    for name in sorted(statements):
        claim = _claim(name, statements[name])
        if claim is not None:
            key = plain_name(claim.claimant), plain_name(claim.attributed_to), claim.stance
            found.setdefault(key, claim)
    return tuple(
        sorted(found.values(), key=lambda one: (one.stance, one.claimant, one.attributed_to))
    )


def _claim(name: str, statement: Statement) -> ResponsibilityClaim | None:
    speaker = statement.voices[-1].label if statement.voices else ""
    words = statement.content.exact
    said = f"{statement.cue.exact} {words}" if statement.cue else words
    if not _MATTER.search(said):
        return None
    actor = "" if plain_name(statement.actor) in PRONOUNS else statement.actor
    if statement.kind == "say.deny" and (speaker or actor) and _DISOWNED.search(said):
        return _stands(speaker or actor, actor or speaker, "denies", name)
    if statement.kind == "say.decline" and speaker:
        return _stands(speaker, speaker, "declines_to_comment", name)
    if _CLAIMED.search(said) and not statement.off_line and (speaker or actor):
        return _stands(speaker or actor, speaker or actor, "accepts", name)
    if statement.kind in ("say.accuse", "jdg.responsibility"):
        named = _NAMED.search(said)
        whom = named["one"] if named else actor if _BLAMED.search(said) else ""
        if whom and speaker and plain_name(whom) != plain_name(speaker):
            return _stands(speaker, whom, "attributes", name)
    return None


def _stands(claimant: str, whom: str, stance: Stance, name: str) -> ResponsibilityClaim:
    return ResponsibilityClaim(claimant, whom, stance, name)


def grade_of(
    claims: Sequence[ResponsibilityClaim], *, lineages: int, harmed: bool
) -> HarmGrade | None:
    """Return how well harm is established, after Airwars; `None` where no harm is stated.

    - contested: somebody held responsible denies it, or two are held responsible by rival voices;
    - confirmed: somebody accepts responsibility and nobody denies it;
    - fair: two independent origins or more;
    - weak: one.

    What a person discounts is a decision, never a rule's.
    """
    if not harmed:
        return None
    if _disputed(claims):
        return "contested"
    if any(one.stance == "accepts" for one in claims):
        return "confirmed"
    return "fair" if lineages > 1 else "weak"


def status_of(claims: Sequence[ResponsibilityClaim]) -> EventStatus:
    """Return how an event stands: disputed, acknowledged by who did it, or only reported."""
    if _disputed(claims):
        return "disputed"
    return "acknowledged" if any(one.stance == "accepts" for one in claims) else "reported"


def _disputed(claims: Sequence[ResponsibilityClaim]) -> bool:
    denied = any(one.stance == "denies" for one in claims)
    blamed = {plain_name(one.attributed_to) for one in claims if one.stance == "attributes"}
    return denied or len(blamed) > 1
