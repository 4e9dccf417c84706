"""A dossier held against the record: which statements it means, and whether they bear it.

What is pinned names each statement by its whole id, and every word it quotes stands in that statement
letter for letter. What cannot be pinned is a fault; nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from onrecord.assess.dossier import Dossier
from onrecord.assess.dossier_form import Fault, shown
from onrecord.domain.hypothesis import Hypothesis, Indicator, IndicatorSubject, Sighting
from onrecord.domain.statement import Aux, Statement

#: Ids that a message names.
_SHOWN = 3
_HELD_BACK: dict[Aux, str] = {
    "negation": "it says that this is not so",
    "future": "it speaks of what is to come",
    "hypothetical": "it only supposes it",
    "counterfactual": "it speaks of what did not happen",
    "question": "it asks whether it is so",
}
#: Kinds whose content nobody says has happened.
_NOT_DONE = ("fut.", "meta.", "tgt.", "say.threat", "say.demand", "say.pledge")
_CERTAIN = ("CT+", "PR+")
_CERTAINLY_NOT = ("CT-", "PR-")
_UP = ("seen", "partial")
#: Kinds of speech whose content is negated by what they are.
_REFUSALS = ("say.deny", "say.reject", "say.decline")
#: Kinds of speech that often carry a condition.
_CONDITIONAL = ("say.threat", "say.demand", "say.pledge")
_UNSAID = re.compile(r"\b(?:not|never|nor)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Held:
    """What a dossier is held against.

    Attributes:
        statements: Every statement on record, of all versions, by id.
        hypotheses: The newest on record by name, those that were dropped among them.
        indicators: The newest on record by name, likewise.
        questions: Keys of the questions on record.
    """

    statements: Mapping[str, Statement]
    hypotheses: Mapping[str, Hypothesis]
    indicators: Mapping[str, Indicator]
    questions: tuple[str, ...] = ()


def pin(dossier: Dossier, held: Held) -> Dossier | tuple[Fault, ...]:
    """Return the dossier with whole ids for its statements, or everything that keeps it off the record."""
    asked = {one.question: dossier.named[one.name] for one in dossier.indicators if one.question}
    known, faults = _found(dossier.places, held.statements, "stm", "statements")
    keys, strange = _found(asked, held.questions, "qkey", "questions")
    faults += strange
    pinned = replace(
        dossier,
        hypotheses=tuple(_pinned(one, known) for one in dossier.hypotheses),
        indicators=tuple(_watched(one, known, keys) for one in dossier.indicators),
        places={known[name]: where for name, where in dossier.places.items() if name in known},
    )
    faults += _twice(dossier, known)
    faults += _worded(dossier, known, held)
    faults += _rivals(dossier, held)
    faults += _moved(pinned, held)
    return tuple(dict.fromkeys(faults)) or pinned


def no_ground(statement: Statement, subject: IndicatorSubject) -> str:
    """Return why a statement cannot move an indicator up; empty where it can.

    A deed is seen in a statement that says it was done: nobody in it holds it back, denies it or doubts
    it (domain rule 11). A word is seen where somebody is reported to say it, whatever lies ahead in what
    they say.
    """
    return _not_said(statement) if subject == "word" else _not_done(statement)


def no_answer(statement: Statement, *, denied: bool) -> str:
    """Return why a statement cannot resolve a question; empty where it can.

    A question ends as an indicator moves: on words that say that the thing was done. Where the answer is
    that it was not (`denied`), words that say so will do as well.
    """
    return _not_done(statement, denied=denied)


def _not_done(statement: Statement, *, denied: bool = False) -> str:
    for aux in statement.off_line:
        if not (denied and aux == "negation"):
            return _HELD_BACK.get(aux, "it is held back")
    if not denied and any(one.value.endswith("-") for one in statement.factuality):
        return "somebody in it denies it"
    if statement.kind.startswith("jdg."):
        return "it is a judgement of its source"
    if statement.kind.startswith(_NOT_DONE):
        return f"it is {statement.kind}, which nobody says has happened"
    if statement.innermost.value not in (*_CERTAIN, *(_CERTAINLY_NOT if denied else ())):
        return "it leaves open whether it is so"
    return ""


def _not_said(statement: Statement) -> str:
    """Return why a statement does not show that something was said; what stands in quotation marks was."""
    cue = "" if statement.cue is None else statement.cue.exact
    if not statement.kind.startswith("say.") and not statement.voices:
        return "nobody is reported to say it"
    if _UNSAID.search(cue):
        return f"“{cue}” tells that it was not said"
    if statement.mode in ("direct", "mixed"):
        return ""
    held_back = statement.off_line
    for aux in ("counterfactual", "question", "hypothetical"):
        # A threat under a condition is a threat.
        if aux in held_back and (aux != "hypothetical" or statement.kind not in _CONDITIONAL):
            return _HELD_BACK[aux]
    if "negation" in held_back and statement.kind not in _REFUSALS:
        return "it may tell that it was not said; cite a quotation"
    if "hypothetical" not in held_back and statement.innermost.value.startswith("PS"):
        return "it leaves open whether it is said"
    return ""


def _found(
    places: Mapping[str, str], ids: Iterable[str], prefix: str, what: str
) -> tuple[dict[str, str], list[Fault]]:
    """Return the one id that each name is or begins, and a fault for each that is not one's.

    Args:
        places: Where each name stands in the file, by the name; its prefix may be left out.
        ids: Every id on record.
        prefix: What ids begin with.
        what: What they are ids of, as the command that prints them is called.
    """
    ordered = sorted(ids)
    known: dict[str, str] = {}
    faults: list[Fault] = []
    for name, where in places.items():
        begins = name if name.startswith(f"{prefix}-") else f"{prefix}-{name}"
        meant = _beginning(ordered, begins)
        if len(meant) == 1:
            known[name] = meant[0]
        elif meant:
            some = ", ".join(meant[:_SHOWN])
            said = f"{len(meant)} {what} begin {begins} ({some} …); give more of it"
            faults.append(Fault(where, said))
        else:
            said = f"{begins} is not on record; `onrecord {what} --json` prints what is"
            faults.append(Fault(where, said))
    return known, faults


def _beginning(ordered: Sequence[str], begins: str) -> list[str]:
    at = bisect_left(ordered, begins)
    return list(takewhile(lambda one: one.startswith(begins), islice(ordered, at, None)))


def _pinned(hypothesis: Hypothesis, known: Mapping[str, str]) -> Hypothesis:
    # What is rated twice is a fault that is named elsewhere; one of the two keeps the value whole.
    evidence = {known.get(one.statement, one.statement): one for one in hypothesis.evidence}
    return replace(
        hypothesis,
        evidence=tuple(replace(one, statement=name) for name, one in evidence.items()),
    )


def _watched(indicator: Indicator, known: Mapping[str, str], keys: Mapping[str, str]) -> Indicator:
    return replace(
        indicator,
        question=keys.get(indicator.question or ""),
        history=tuple(
            replace(one, statement=known.get(one.statement, one.statement))
            for one in indicator.history
        ),
    )


def _twice(dossier: Dossier, known: Mapping[str, str]) -> Iterator[Fault]:
    """Yield rows of evidence that name one statement in two ways."""
    seen: dict[str, str] = {}
    rated = {one.statement for held in dossier.hypotheses for one in held.evidence}
    for name, where in dossier.places.items():
        if name in rated and name in known:
            other = seen.setdefault(known[name], where)
            if other != where:
                yield Fault(
                    where, f"{name} is the statement of {other}; one row for each statement"
                )


def _worded(dossier: Dossier, known: Mapping[str, str], held: Held) -> Iterator[Fault]:
    """Yield words that do not stand in the statement they are said to be of."""
    quoted = [
        *((one.statement, one.words) for each in dossier.hypotheses for one in each.evidence),
        *((one.statement, one.words) for each in dossier.indicators for one in each.history),
    ]
    for name, words in dict.fromkeys(quoted):
        if name not in known or not words:
            continue
        content = held.statements[known[name]].content.exact
        if words not in content:
            yield Fault(
                dossier.places[name],
                f"words {shown(words)} do not stand letter for letter in the statement, which reads "
                f"“{content}”",
            )


def _rivals(dossier: Dossier, held: Held) -> Iterator[Fault]:
    """Yield names that lead nowhere, or to something of another kind."""
    on_record = {name: one for name, one in held.hypotheses.items() if not one.dropped}
    there = {**on_record, **{one.name: one for one in dossier.hypotheses}}
    for one in dossier.hypotheses:
        where = dossier.named.get(one.name, one.name)
        for name in one.competes_with:
            if name not in there:
                yield Fault(
                    where, f"it competes with {shown(name)}, and there is none of this name"
                )
            elif there[name].kind != one.kind:
                yield Fault(where, f"{name} is {there[name].kind}, not {one.kind}: no rival of it")
        if one.name in held.indicators:
            yield Fault(where, f"{one.name} is an indicator on record; take another name")
    for watched in dossier.indicators:
        where = dossier.named.get(watched.name, watched.name)
        if watched.hypothesis is not None and watched.hypothesis not in there:
            yield Fault(
                where, f"hypothesis {shown(watched.hypothesis)} is neither here nor on record"
            )
        if watched.name in held.hypotheses:
            yield Fault(where, f"{watched.name} is a hypothesis on record; take another name")


def _moved(dossier: Dossier, held: Held) -> Iterator[Fault]:
    """Yield sightings that nothing bears, and histories that say otherwise than before."""
    for indicator in dossier.indicators:
        where = dossier.named.get(indicator.name, indicator.name)
        before = held.indicators.get(indicator.name)
        known = () if before is None else before.history
        if before is not None and not indicator.continues(before):
            yield Fault(
                where,
                f"a history only grows: keep what is on record ({len(known)}) as it is, in "
                "its order, and take one back with a further one, state = 'withdrawn'",
            )
            continue
        if before is not None and known and before.subject != indicator.subject:
            yield Fault(
                where,
                f"it was sighted as a {before.subject}; what watches for a {indicator.subject} is "
                "another indicator, under another name",
            )
        for sighting in indicator.history[len(known) :]:
            why = _unborne(indicator, sighting, held)
            if why:
                yield Fault(where, why)


def reworded(dossier: Dossier, held: Held) -> tuple[str, ...]:
    """Return the names of indicators that would tell another thing than when they were sighted."""
    return tuple(
        one.name
        for one in dossier.indicators
        if (before := held.indicators.get(one.name)) is not None
        and before.history
        and (before.observable, before.test) != (one.observable, one.test)
    )


def _unborne(indicator: Indicator, sighting: Sighting, held: Held) -> str:
    """Return why a sighting that moves an indicator up may not stand; empty where it may."""
    statement = held.statements.get(sighting.statement)
    if sighting.state not in _UP or statement is None:
        return ""
    why = no_ground(statement, indicator.subject)
    if not why:
        return ""
    other = "; to watch for what is said, write subject = 'word'"
    return (
        f"“{statement.content.exact}” ({statement.id[:12]}) is no ground for {sighting.state}: "
        f"{why}{other if indicator.subject == 'deed' else ''}"
    )
