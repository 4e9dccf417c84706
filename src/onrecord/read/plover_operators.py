"""What words make of the acts they govern: promise, threat, end, refusal, request.

The rules are PLOVER's, in our words: a promise of cooperation is an agreement, a promise of harm a
threat, an end of hostility giving way, an end of cooperation a sanction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

GIVING_WAY = frozenset({"CONCEDE", "RETREAT"})
HELPFUL = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"})
#: Acts that parties named together do with one another.
MUTUAL = frozenset(
    {"CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "REJECT", "ASSAULT", "SANCTION"}
)
#: What one is accused of when others say that one did it.
BLAMED = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE"})
#: What is asked for or refused, by the act it would be.
SOUGHT = {
    "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist",
    "CONSULT": "meet", "CONCEDE": "yield", "RETREAT": "yield",
}  # fmt: skip
#: What is threatened, by the type and mode of the act it would be.
_THREATENED = {
    ("COERCE", "arrest"): "arrest", ("COERCE", "deport"): "expel", ("COERCE", "censor"): "ban",
    ("SANCTION", "expel"): "expel", ("COERCE", "restrict"): "restrict",
    ("COERCE", "curfew"): "restrict", ("ASSAULT", "destroy"): "violence",
}  # fmt: skip
_THREATENED_BY_CODE = {
    "ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations", "COERCE": "restrict",
    "PROTEST": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is done.

    Attributes:
        code: PLOVER event type.
        mode: PLOVER mode; empty where the words tell none.
        cameo: CAMEO root, where it is not the one the type stands for.
        words: Indices of the tokens that carry it, in order.
        future: Whether it lies ahead.
        negated: Whether the words say that it was not done.
    """

    code: str
    mode: str = ""
    cameo: str = ""
    words: tuple[int, ...] = ()
    future: bool = False
    negated: bool = False


def _same(act: Meaning) -> Meaning | None:
    return act


def _announced(act: Meaning) -> Meaning | None:
    return replace(act, code="CONCEDE") if act.code == "RETREAT" else act


def ahead(act: Meaning) -> Meaning:
    """Return what an act is while it is only promised or planned."""
    if act.code in HELPFUL:
        return replace(act, code="AGREE", mode="", future=True)
    if act.code == "RETREAT":
        return replace(act, code="CONCEDE", mode="", future=True)
    if act.code in HOSTILE:
        return _threatened(act)
    return replace(act, future=True)


def _threatened(act: Meaning) -> Meaning:
    mode = _THREATENED.get((act.code, act.mode), _THREATENED_BY_CODE.get(act.code, ""))
    return Meaning("THREATEN", mode, words=act.words, future=True)


def _promised(act: Meaning) -> Meaning | None:
    if act.code in ("REQUEST", "AGREE", "MOBILIZE"):
        return Meaning("AGREE", words=act.words, future=True)
    return ahead(act)


def _helped(act: Meaning) -> Meaning | None:
    """Return what helping with an act is, where it is more than help."""
    return act if act.code in ("CONSULT", "SUPPORT", "AGREE") else None


def _refused(act: Meaning) -> Meaning:
    return Meaning("REJECT", SOUGHT.get(act.code, "change"), words=act.words)


def _failed(act: Meaning) -> Meaning | None:
    if act.code in HOSTILE:
        return Meaning("CONCEDE", words=act.words)
    return _refused(act)


def asked(act: Meaning) -> Meaning:
    """Return what asking somebody for an act is."""
    return Meaning("REQUEST", SOUGHT.get(act.code, "change"), words=act.words)


def _appealed(act: Meaning) -> Meaning | None:
    """Return what calling for an act is where nobody is asked: for punishment, an accusation."""
    if act.code in ("SANCTION", "COERCE", "ACCUSE"):
        return Meaning("ACCUSE", "disapprove", words=act.words)
    return _called_for(act)


def _called_for(act: Meaning) -> Meaning | None:
    """Return what asking others for an act is: for harm to a third party, a threat."""
    if act.code in ("SANCTION", "ASSAULT", "PROTEST", "COERCE"):
        return _threatened(act)
    return act if act.code == "ACCUSE" else asked(act)


def _offered(act: Meaning) -> Meaning | None:
    """Return what is agreed or offered: of harm too it is agreement, unless it is force."""
    if act.code in HOSTILE - {"ASSAULT"}:
        return Meaning("AGREE", words=act.words, future=True)
    return _promised(act)


def _stopped(act: Meaning) -> Meaning | None:
    if act.code in HOSTILE:
        mode = {"ASSAULT": "ceasefire", "MOBILIZE": "withdraw"}.get(act.code, "")
        return Meaning("RETREAT", mode, words=act.words, future=act.future)
    if act.code in ("THREATEN", "REQUEST", "ACCUSE", "REJECT"):
        return Meaning("CONCEDE", words=act.words, future=act.future)
    if act.code in GIVING_WAY:
        return Meaning("REJECT", "yield", words=act.words)
    return Meaning("SANCTION", "discontinue", words=act.words)


def _cancelled(act: Meaning) -> Meaning | None:
    if act.code in ("CONSULT", "AGREE"):
        return Meaning("REJECT", "meet" if act.code == "CONSULT" else "change", words=act.words)
    return _stopped(act)


def _allowed(act: Meaning) -> Meaning | None:
    if act.code == "REQUEST":
        return Meaning("CONCEDE", words=act.words)
    return Meaning("RETREAT", "access", words=act.words) if act.code == "CONSULT" else act


def undone(act: Meaning) -> Meaning:
    """Return what leaving an act undone is."""
    if act.code in HOSTILE | {"ACCUSE", "REJECT", "THREATEN"}:
        return replace(act, negated=True)
    return replace(_refused(act), future=act.future)


#: What each operator of the lexicon makes of an act; `None` leaves the word's own act.
OPERATORS: dict[str, Callable[[Meaning], Meaning | None]] = {
    "light": _same, "pass": _same, "receive": _same, "say": _same, "phone": _same,
    "announce": _announced, "agree": _promised, "offer": _offered, "plan": ahead,
    "threat": _threatened, "refuse": _refused, "fail": _failed, "ask": _called_for,
    "appeal": _appealed, "stop": _stopped, "cancel": _cancelled, "allow": _allowed, "help": _helped,
}  # fmt: skip
