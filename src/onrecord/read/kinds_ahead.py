"""What has not happened: questions, counterfactuals, hypotheses, predictions and pledges."""

from __future__ import annotations

from onrecord.domain.statement import StatementKind
from onrecord.read.certainty_likelihood import likelihood_at
from onrecord.read.cues import FORESEEING
from onrecord.read.facts import Facts
from onrecord.read.kinds_threats import is_hostile, is_own_side
from onrecord.read.vocabulary import INTENDING

#: Verbs of what comes to somebody: whoever says that they will see has promised nothing.
_UNDERGOING = frozenset(
    "see know find watch learn hear feel need have be want like think hope suffer lose get".split()
)

#: With an adjective these only say that it holds.
_HOLDING = frozenset("remain seem look appear prove become stay".split())


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
    if _is_likely(facts):
        if not _is_told(facts):
            return "fut.prediction"
        return None if facts.spoken else "jdg.inference"
    if _may_well(facts):
        return "fut.prediction"
    if "future" not in facts.certainty.aux:
        return None
    if facts.spoken:
        return None
    return None if facts.head in INTENDING else "fut.prediction"


def _is_likely(facts: Facts) -> bool:
    """Say whether something is called likely, or its chance is given."""
    tree, head = facts.tree, facts.clause.head
    if likelihood_at(tree, head) is not None:
        verbs = (head, *tree.dependants(head, "cop", "aux"))
        past = any(tree.tokens[at].xpos == "VBD" for at in verbs)
        return not past or tree.lemma(head) == "rule"
    likely = facts.lemmas & {"likely", "unlikely", "inevitable", "bound"}
    if not likely:
        return False
    if facts.head in ("likely", "unlikely", "inevitable") or "appear" in facts.lemmas:
        return True
    complements = tree.dependants(head, "xcomp")
    if facts.head == "bound":
        return bool(complements)
    return facts.head in _HOLDING and any(tree.lemma(at) in likely for at in complements)


def _is_told(facts: Facts) -> bool:
    """Say whether what is called likely was done: "it is likely that the army attacked"."""
    tree = facts.tree
    return any(
        tree.tokens[one].xpos == "VBD" or tree.lemma(one) == "have"
        for at in tree.dependants(facts.clause.head, "ccomp", "csubj", "csubj:pass", "xcomp")
        for one in (at, *tree.dependants(at, "aux", "aux:pass", "cop"))
    )


def _may_well(facts: Facts) -> bool:
    """Say whether something "may well" come, which is more than that it may; perfects tell of the past."""
    tree, modals = facts.tree, facts.auxiliaries & {"may", "might", "could"}
    well = any(tree.lemma(at) == "well" for at in tree.dependants(facts.clause.head, "advmod"))
    return bool(modals) and well and "have" not in facts.auxiliaries


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
