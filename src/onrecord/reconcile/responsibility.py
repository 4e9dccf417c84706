"""Who is said to have done it: claims of responsibility beside one another, and what follows from them.

A claim never becomes the actor of an event (domain rule 12). From the claims and the accounts follow
how well the harm is established (Airwars) and how the event stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from onrecord.domain.event import EventStatus, HarmGrade, ResponsibilityClaim, Stance
from onrecord.domain.statement import Statement
from onrecord.reconcile.happenings import kind_of
from onrecord.reconcile.parties import PRONOUNS, plain_name

_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|accept(?:s|ed)?|acknowledg(?:es|ed)|admit(?:s|ted)?|took|takes?|taken|"
    r"taking)\b[^.;]{0,40}\b(?:responsibility|credit|blame)\b",
    re.IGNORECASE,
)
#: Words in which nobody claims, or the claim is only looked for.
_UNCLAIMED = re.compile(
    r"\b(?:no|not|nobody|none|neither|never|without|yet to|whether|if|who)\b|n['’]t\b",
    re.IGNORECASE,
)
#: A speaker's words whose first party, its own side, does the deed itself: "its jets had struck".
_OWN_DEED = re.compile(
    r"^\W*(?:that )?(?:it|we|(?:its|our) (?:[\w-]+ ){1,3}?)\s*(?:(?:had|have|has|did|only|also|\w+ly)\s+)*"
    r"(?:carried out|conducted|launched|struck|hit|fired|bombed|shelled|attacked|targeted|killed|shot)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\W*(?:that )?(?:we|our)\b", re.IGNORECASE)
#: The deed as the report has told it already.
_THE_DEED = re.compile(
    r"\b(?:the|this|that|these|those) (?:\w+ )?(?:attack|(?:air ?)?strike|bombing|raid|shelling|blast|"
    r"shooting|ambush|operation)s?\b",
    re.IGNORECASE,
)
#: Machines brought down are no harm to anybody that an event counts.
_MACHINES = re.compile(
    r"\b(?:shot|brought|took) (?:it )?down\b|\b(?:intercept|down)(?:ed|ing)\b", re.IGNORECASE
)
#: Speakers of whom "it" is no word.
_PERSONS = frozenset({"named_person", "unnamed_official"})
#: How far a voice must commit to what it claims.
_HELD = frozenset({"CT+", "PR+", "Uu"})
_DISOWNED = re.compile(
    r"\b(?:responsib\w+|involve\w+|behind|role|carr(?:ied|ying) out|part in|blame|denie[sd] (?:having )?"
    r"(?:attack|kill|shell|bomb|target|shoot|fir|strik)ing)\b",
    re.IGNORECASE,
)
#: A denial that only points back at what somebody was accused of.
_DENIED_IT = re.compile(
    r"\b(?:den(?:ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed))\s+(?:it|this|that|(?:(?:the|these|those|any|all|such|"
    r"its|their|his|her|of) )*(?:accusations?|charges?|allegations?|claims?|blame))\W*$",
    re.IGNORECASE,
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
    r"disaster|flood\w*|sinking|crash\w*|firing|involve\w+|airstrikes?|storm(?:ed|ing))\b",
    re.IGNORECASE,
)


def claims_in(statements: Mapping[str, Statement]) -> tuple[ResponsibilityClaim, ...]:
    """Return who says what about who did it, sorted; a voice that says the same twice counts once.

    Args:
        statements: By id, those that support the event and those that speak of it without:
            accusations, denials, refusals.
    """
    found: dict[tuple[str, str, Stance], ResponsibilityClaim] = {}
    names = sorted(statements)
    claims = [claim for name in names if (claim := _claim(name, statements)) is not None]
    accused = {plain_name(one.attributed_to) for one in claims if one.stance == "attributes"}
    bare = [claim for name in names if (claim := _denial_of_it(name, statements, accused))]
    for claim in (*claims, *bare):
        key = plain_name(claim.claimant), plain_name(claim.attributed_to), claim.stance
        found.setdefault(key, claim)
    return tuple(
        sorted(found.values(), key=lambda one: (one.stance, one.claimant, one.attributed_to))
    )


def _claim(name: str, statements: Mapping[str, Statement]) -> ResponsibilityClaim | None:
    statement = statements[name]
    speaker = _speaker(statement)
    said = _with_cue(statement)
    actor = "" if plain_name(statement.actor) in PRONOUNS else statement.actor
    if speaker and _tells_own_deed(name, statements):
        return _stands(speaker, speaker, "accepts", name)
    if not _MATTER.search(said):
        return None
    if statement.kind == "say.deny" and (speaker or actor) and _DISOWNED.search(said):
        return _stands(speaker or actor, actor or speaker, "denies", name)
    if statement.kind == "say.decline" and speaker:
        return _stands(speaker, speaker, "declines_to_comment", name)
    if (speaker or actor) and _claims_it(statement, said):
        return _stands(speaker or actor, speaker or actor, "accepts", name)
    if statement.kind in ("say.accuse", "jdg.responsibility"):
        whom = _blamed(statement, said, actor)
        if whom and speaker and plain_name(whom) != plain_name(speaker):
            return _stands(speaker, whom, "attributes", name)
    return None


def _speaker(statement: Statement) -> str:
    return statement.voices[-1].label if statement.voices else ""


def _with_cue(statement: Statement) -> str:
    words = statement.content.exact
    return f"{statement.cue.exact} {words}" if statement.cue else words


def _claims_it(statement: Statement, said: str) -> bool:
    """Say whether somebody claims responsibility in so many words, and nobody denies that they do."""
    claimed = _CLAIMED.search(said)
    if claimed is None or statement.off_line or statement.innermost.value not in _HELD:
        return False
    return _UNCLAIMED.search(said[: claimed.end()]) is None


def _tells_own_deed(name: str, statements: Mapping[str, Statement]) -> bool:
    """Say whether a speaker tells as its own deed what the event is.

    A person is no "it" or "its"; and another deed than the one the other reports tell of ("had killed
    twenty rebels", beside an air strike on a market) admits nothing.
    """
    one = statements[name]
    if one.cue is None or one.off_line or one.innermost.value not in _HELD:
        return False
    words = one.content.exact
    deed = _OWN_DEED.match(words)
    if deed is None or _MACHINES.search(words):
        return False
    if one.voices[-1].identity in _PERSONS and not _OURS.match(words):
        return False
    if _THE_DEED.search(words):
        return True
    others = {
        kind.name
        for other, told in statements.items()
        if other != name and told.supports_event() and (kind := kind_of(told)) is not None
    }
    kind = kind_of(one)
    return not others or (kind is not None and kind.name in others)


def _blamed(statement: Statement, said: str, actor: str) -> str:
    """Return whom an accusation holds responsible, as worded; empty where it names nobody."""
    named = _NAMED.search(said)
    if named:
        return named["one"]
    if not _BLAMED.search(said):
        return ""
    if actor and plain_name(actor) == plain_name(_speaker(statement)):
        return "" if plain_name(statement.recipient) in PRONOUNS else statement.recipient
    return actor


def _denial_of_it(
    name: str, statements: Mapping[str, Statement], accused: AbstractSet[str]
) -> ResponsibilityClaim | None:
    """Return a denial that names no deed ("denied it"), of somebody whom another voice accuses."""
    one = statements[name]
    speaker = _speaker(one) or one.actor
    if one.kind not in ("say.deny", "say.reject") or plain_name(speaker) not in accused:
        return None
    said = _with_cue(one)
    if one.kind == "say.deny" and _DISOWNED.search(said) and _MATTER.search(said):
        return None  # told as a claim of its own
    return _stands(speaker, speaker, "denies", name) if _DENIED_IT.search(said) else None


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
