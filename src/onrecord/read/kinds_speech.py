"""Acts done by speaking: refusing, denying, accusing, demanding, and saying that something is unknown."""

from __future__ import annotations

from onrecord.domain.statement import StatementKind
from onrecord.read.cues import (
    CLAIMS,
    CUES,
    DENYING,
    NEED_COMPLEMENT,
    REFUSALS,
    REFUSED_TALK,
    Cue,
    can_speak,
)
from onrecord.read.facts import Facts
from onrecord.read.law_kinds import legal_kind
from onrecord.read.law_words import CHECKING
from onrecord.read.vocabulary import BLAME, LEGISLATURES

_NOT_KNOWN = frozenset("unclear unknown unresolved undisclosed unspecified".split())
_KNOWING = frozenset(
    "know note remember understand recall realise realize think feel come expect".split()
)
#: "Call on" one of these only tells when or how somebody called.
_OCCASIONS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday occasion day morning afternoon evening
    night weekend date phone telephone line mobile number eve anniversary way subject matter""".split()
)
#: What "calls for" something needs it, and demands nothing of anybody.
_NEEDING = frozenset(
    """plan proposal deal agreement draft scheme text rule situation time moment occasion strategy budget
    treaty pact accord job role case it this that which recipe""".split()
)
_ASKING = frozenset("urge demand call request implore appeal exhort beg".split())
_SENDING = frozenset(
    "issue send publish release write sign deliver post adopt pass circulate make submit".split()
)


def refusal(facts: Facts) -> StatementKind | None:
    """Return a refusal to speak: "declined to comment", "has not commented"."""
    refused = facts.head in REFUSALS and facts.lemmas & REFUSED_TALK
    silent = facts.head in ("comment", "deny") and facts.certainty.negated
    neither = facts.head == "confirm" and "neither" in facts.lemmas
    return "say.decline" if refused or silent or neither else None


def speech_act(facts: Facts) -> StatementKind | None:
    """Return the act that the clause's own verb performs ("rejected the plan")."""
    own = _own_cue(facts)
    if own is None or own.kind is None or facts.clause.nominal:
        return None
    if facts.subject in LEGISLATURES and facts.head in CHECKING and legal_kind(facts):
        return "law.oversight"
    complement = facts.tree.dependants(facts.clause.head, "xcomp", "ccomp", "obl")
    objects = {facts.tree.lemma(at) for at in facts.tree.dependants(facts.clause.head, "obj")}
    if facts.head in DENYING and objects & CLAIMS:
        return "say.deny"
    if facts.head in NEED_COMPLEMENT and not complement:
        return None
    if facts.tree.tokens[facts.clause.head].upos != "VERB":
        return None
    if facts.head == "order" and legal_kind(facts) == "law.authority_assertion":
        return "law.authority_assertion"
    if own.kind == "say.demand" and facts.certainty.negated:
        return "occ.event"  # an order that was not given
    return "say.report" if facts.head == "doubt" else own.kind  # who doubts leaves it open


def _own_cue(facts: Facts) -> Cue | None:
    """Return the cue of the predicate, with its preposition where that makes it one: "call on"."""
    tree, head = facts.tree, facts.clause.head
    for at in (head, *tree.dependants(head, "obl", "advcl", "xcomp", "ccomp")):
        for case in tree.dependants(at, "case", "compound:prt", "mark"):
            found = CUES.get(f"{facts.head}_{tree.lemma(case)}")
            if found is not None and _asks_somebody(facts, at, tree.lemma(case)):
                return found
    return CUES.get(facts.head)


def _asks_somebody(facts: Facts, noun: int, preposition: str) -> bool:
    """Say whether "call on" and "call for" ask: somebody is called on, and no plan does the calling.

    "They called on numerous occasions" asks nobody.
    """
    tree = facts.tree
    if preposition == "on" and facts.head == "call":
        if noun == facts.clause.head:  # "on" taken for a particle
            noun = next(iter(tree.dependants(noun, "obl", "obj")), noun)
        called = (
            can_speak(tree, noun)
            or tree.tokens[noun].upos == "PRON"
            or _has_infinitive(facts, noun)
            or tree.lemma(noun) in ("country", "nation", "world", "community", "public", "citizen")
        )
        return noun != facts.clause.head and called and tree.lemma(noun) not in _OCCASIONS
    subject = facts.actor
    if subject is not None and subject > facts.clause.head:
        return False  # "calling for the ministers to resign": who calls is named elsewhere
    if subject is None:
        return tree.tokens[facts.clause.head].xpos == "VBG"
    named = tree.tokens[subject].upos in ("NOUN", "PROPN")
    return can_speak(tree, subject) or (named and tree.lemma(subject) not in _NEEDING)


def _has_infinitive(facts: Facts, noun: int) -> bool:
    tree = facts.tree
    return any(
        tree.lemma(mark) == "to"
        for host in (noun, facts.clause.head)
        for at in tree.dependants(host, "xcomp", "acl", "advcl", "ccomp")
        for mark in tree.dependants(at, "mark")
    )


def governed(facts: Facts) -> StatementKind | None:
    """Return the act of the cue that governs the clause ("confirmed that …").

    What somebody alleges or doubts is judged by its own words, as what somebody says is.
    """
    if facts.cue is None or facts.cue_word in ("allege", "doubt", "vow"):
        return None
    return facts.cue.kind


def accusing_name(facts: Facts) -> StatementKind | None:
    """Return an accusation for "called the vote a fabrication": naming with a noun of blame."""
    named = ("call", "brand", "label", "term")
    as_this = facts.head == "describe" and "as" in facts.lemmas
    if facts.head not in named and not as_this:
        return None
    named_so = facts.tree.dependants(facts.clause.head, "xcomp", "obj", "obl", "ccomp")
    return "say.accuse" if named_so and facts.lemmas & BLAME else None


def gap(facts: Facts) -> StatementKind | None:
    """Return a gap for what the words say is not known."""
    near = {facts.clause.head, *facts.tree.dependants(facts.clause.head, "xcomp", "advcl", "conj")}
    words = {facts.tree.lemma(at) for at in near} & _NOT_KNOWN
    not_known = facts.certainty.negated and facts.head in ("clear", "known", "know", "certain")
    impersonal = not facts.tree.dependants(facts.clause.head, "nsubj") or facts.subject in (
        "it", "identity", "cause", "number", "extent", "scale", "reason", "motive", "toll",
    )  # fmt: skip
    unchecked = facts.certainty.negated and facts.head in ("verify", "confirm", "corroborate")
    unable = {
        facts.tree.lemma(at)
        for at in facts.tree.dependants(facts.clause.head, "aux", "aux:pass", "advmod")
    } & {"can", "could", "be", "independently", "immediately", "yet"}
    if unchecked and unable and "neither" not in facts.lemmas:
        return "meta.gap"
    return "meta.gap" if words or (not_known and impersonal) else None


def demand(facts: Facts) -> StatementKind | None:
    """Return a demand for an imperative in somebody's words, and for what they say must be done."""
    if not facts.spoken:
        return None
    if _is_imperative(facts):
        return "say.demand"
    must = (
        facts.tree.tokens[facts.clause.head].upos == "VERB"
        and facts.head not in _KNOWING
        and facts.subject not in ("i", "we")
        and facts.auxiliaries & {"must", "should"}
    )
    return "say.demand" if must else None


def _is_imperative(facts: Facts) -> bool:
    """Say whether the clause orders: "Leave the port", "Do not tie your fate to theirs"."""
    tree, head = facts.tree, facts.clause.head
    if tree.dependants(head, "nsubj", "mark") or tree.tokens[head].xpos != "VB":
        return False
    auxiliaries = tree.dependants(head, "aux")
    told_not_to = any(
        tree.lemma(at) == "do" and tree.tokens[at].xpos in ("VB", "VBP") for at in auxiliaries
    )
    if auxiliaries:
        return told_not_to and len(auxiliaries) == 1 and tree.relation(head) != "conj"
    return "Mood=Imp" in tree.tokens[head].feats


def written_demand(facts: Facts) -> StatementKind | None:
    """Return a demand for what is asked in writing: "issued a letter urging both sides to talk"."""
    if facts.head not in _SENDING or facts.certainty.aux:
        return None
    tree = facts.tree
    asks = any(
        tree.lemma(at) in _ASKING and tree.tokens[at].xpos == "VBG"
        for noun in tree.dependants(facts.clause.head, "obj")
        for at in tree.dependants(noun, "acl")
    )
    return "say.demand" if asks else None
