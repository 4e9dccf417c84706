"""Judgements: who is held responsible, what is meant, compared, inferred and valued."""

from __future__ import annotations

from onrecord.domain.statement import StatementKind
from onrecord.read.cues import can_speak
from onrecord.read.facts import Facts
from onrecord.read.vocabulary import (
    BLAMING,
    COMPARING,
    EVALUATING_ADJECTIVES,
    EVALUATING_NOUNS,
    INFERRING,
    INTENDING,
    WANTING,
)

#: Predicate adjectives that say how a thing is, not how good it is.
_STATES = frozenset(
    """open closed available present absent dead alive aged old located based home armed male female
    pregnant married due awake asleep empty full offline online native""".split()
)
#: Verbs by which authors hold forth, and tell of nothing done.
_HOLDING = frozenset(
    """mean matter depend deserve lack constitute represent rest lie amount boil hinge owe suffice stem
    prevail require""".split()
)
#: With an adjective these only say that it holds, or holds on.
_REMAINING = frozenset("remain stay look sound prove feel become grow get make render keep".split())


def wish(facts: Facts) -> StatementKind | None:
    """Return an intention for what somebody wants; of what "I" and "we" want, a report."""
    if facts.head not in WANTING or facts.tree.tokens[facts.clause.head].upos != "VERB":
        return None
    if "hypothetical" in facts.certainty.aux:
        return None
    return "say.report" if facts.spoken and facts.subject in ("i", "we") else "jdg.intent"


def judgement(facts: Facts) -> StatementKind | None:
    """Return the judgement an author makes; what somebody else judges is theirs, and reported."""
    committed = facts.cue is not None and facts.cue.stance == "factive"
    if facts.spoken and not committed and not facts.lemmas & BLAMING:
        return None
    if _holds_responsible(facts):
        return "jdg.responsibility"
    if facts.head in INTENDING - {"mean"} or "design" in facts.lemmas or _in_order_to(facts):
        return "jdg.intent"
    if facts.head in COMPARING or _compares(facts):
        return "jdg.comparison"
    if _infers(facts):
        return "jdg.inference"
    if facts.headline and facts.tree.tokens[facts.clause.head].upos == "VERB":
        return None  # "City buries its dead": the present of headlines tells what happened
    return "jdg.assessment" if _evaluates(facts) or _holds_forth(facts) else None


def _infers(facts: Facts) -> bool:
    """Say whether something is taken as a sign of something: "demonstrated against" is none."""
    if any(_seems(facts, at) for at in facts.clause.members):
        return True
    if facts.head in ("show", "tell", "reveal", "point") and _is_somebody(facts):
        return False
    signs = facts.tree.dependants(facts.clause.head, "ccomp", "xcomp", "obj", "advcl")
    return facts.head in INFERRING and bool(signs or facts.clause.nominal or facts.head == "point")


def _seems(facts: Facts, at: int) -> bool:
    """Say whether a word says how things look: of "what appears to be the first" only the rank does."""
    return facts.tree.lemma(at) in ("appear", "seem") and facts.tree.relation(at) != "det"


def _is_somebody(facts: Facts) -> bool:
    subject = facts.actor
    if subject is None:
        return False
    spoken_of = facts.tree.lemma(subject)
    return can_speak(facts.tree, subject) or spoken_of in ("he", "she", "they", "we", "i", "you")


def _holds_responsible(facts: Facts) -> bool:
    """Say whether somebody is held to have done something; a duty is a responsibility too, but none."""
    if facts.head == "blame" or "culpable" in facts.lemmas:
        return True
    tree = facts.tree
    words = [
        at for at in facts.clause.members if tree.lemma(at) in ("responsible", "responsibility")
    ]
    claimed = facts.head in ("claim", "hold", "deny", "bear", "take", "admit", "accept", "assume")
    return bool(words) and (
        claimed
        or any(
            tree.lemma(case) == "for"
            for at in words
            for below in tree.dependants(at, "obl", "nmod", "advcl", "acl")
            for case in tree.dependants(below, "case", "mark")
        )
    )


def _in_order_to(facts: Facts) -> bool:
    return {"in", "order", "to"} <= facts.lemmas and facts.head != "order"


def _compares(facts: Facts) -> bool:
    return ("than" in facts.lemmas and not facts.quantities) or bool(facts.lemmas & {"match"})


def _evaluates(facts: Facts) -> bool:
    """Say whether the predicate values something, or the clause names something in terms of value."""
    tree, head = facts.tree, facts.tree.tokens[facts.clause.head]
    copula = tree.dependants(facts.clause.head, "cop")
    if head.upos == "ADJ" and copula:
        placed = tree.dependants(facts.clause.head, "case", "expl")  # "it is in the port"
        return not placed and facts.head not in _STATES and not head.text[:1].isupper()
    if copula:
        return any(_is_valued(facts, at) for at in facts.clause.members)
    return head.xpos in ("VBZ", "VBP", "VBG") and _predicates_value(facts)


def _predicates_value(facts: Facts) -> bool:
    """Say whether a verb's object or complement names a value; beside it a word of value only sets a scene.

    "Marks a dangerous shift" judges; "burst under the pressure" and "comes amid tension" do not.
    """
    tree, head = facts.tree, facts.clause.head
    named = tree.dependants(head, "obj", "xcomp", "ccomp", "acl")
    phrases = (
        at
        for one in named
        for at in tree.subtree(one, without=tree.dependants(one, "acl", "advcl"))
    )
    own = set(facts.clause.members)
    return any(at in own and _is_valued(facts, at) for at in phrases)


def _is_valued(facts: Facts, at: int) -> bool:
    valued = facts.tree.lemma(at) in EVALUATING_NOUNS | EVALUATING_ADJECTIVES
    return valued and facts.tree.tokens[at].upos in ("NOUN", "ADJ")


def _holds_forth(facts: Facts) -> bool:
    """Say whether an author states in the present how things are in general."""
    tree, head = facts.tree, facts.clause.head
    if tree.tokens[head].xpos not in ("VBZ", "VBP") or facts.quantities:
        return False
    if facts.head in _REMAINING:
        return any(tree.tokens[at].upos == "ADJ" for at in tree.dependants(head, "xcomp"))
    return facts.head in _HOLDING
