"""What has not happened: questions, counterfactuals, hypotheses, predictions and pledges."""

from __future__ import annotations

from onrecord.domain.statement import StatementKind
from onrecord.read.cues import FORESEEING
from onrecord.read.facts import Facts
from onrecord.read.kinds_threats import is_hostile, is_own_side
from onrecord.read.vocabulary import INTENDING

#: Verbs of what comes to somebody: whoever says that they will see has promised nothing.
_UNDERGOING = frozenset(
    "see know find watch learn hear feel need have be want like think hope suffer lose get".split()
)


def question(facts: Facts) -> StatementKind | None:
    """Return a question for what is asked."""
    return "fut.question" if "question" in facts.certainty.aux else None


def counterfactual(facts: Facts) -> StatementKind | None:
    """Return a counterfactual for what could have been."""
    return "fut.counterfactual" if "counterfactual" in facts.certainty.aux else None


def pathway(facts: Facts) -> StatementKind | None:
    """Return a pathway for what an author supposes."""
    if "hypothetical" in facts.certainty.aux and not facts.spoken:
        return "fut.pathway"
    return None


def prediction(facts: Facts) -> StatementKind | None:
    """Return a prediction for what an author, or whoever calls something likely, foresees."""
    likely = bool(facts.lemmas & {"likely", "unlikely", "inevitable", "bound"})
    if likely and (facts.head in ("likely", "unlikely") or "appear" in facts.lemmas):
        return "fut.prediction"
    if "future" not in facts.certainty.aux:
        return None
    if facts.spoken:
        return None
    return None if facts.head in INTENDING else "fut.prediction"


def spoken_future(facts: Facts) -> StatementKind | None:
    """Return a threat, pledge or prediction for what a speaker says will be done.

    Only what the speaker's own side will do is pledged; what others will do is foretold.
    """
    if not facts.spoken or "future" not in facts.certainty.aux:
        return None
    if facts.cue_word in FORESEEING:
        return "fut.prediction"
    if is_hostile(facts):
        return "say.threat"
    head = facts.tree.tokens[facts.clause.head]
    if head.xpos == "VBD" and not facts.auxiliaries:
        return None  # "I expected to find them": what lay ahead then
    if _is_comment(facts):
        return "fut.prediction"
    return "say.pledge" if is_own_side(facts) and _will_do(facts) else "fut.prediction"


def _is_comment(facts: Facts) -> bool:
    return facts.certainty.value in ("PS+", "PS-", "PR-")


def _will_do(facts: Facts) -> bool:
    """Say whether somebody will do something: "we will rebuild", "we are going to leave"."""
    tree, head = facts.tree, facts.clause.head
    going = facts.head in ("go", "gon") and bool(tree.dependants(head, "xcomp"))
    verb = tree.dependants(head, "xcomp")[0] if going else head
    will = going or facts.auxiliaries & {"will", "shall", "would"}
    return (
        bool(will)
        and tree.tokens[verb].upos == "VERB"
        and tree.lemma(verb) not in _UNDERGOING
        and not tree.dependants(verb, "cop", "aux:pass")
    )
