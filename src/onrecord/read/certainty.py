"""How sure: negation, hedges, mood and time of a clause, as FactBank values with PLOVER's auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import Aux, FactualityValue
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.certainty_comments import Comment, comment_at
from onrecord.read.certainty_conditions import awaits_imagined, conditions_of, is_feared
from onrecord.read.certainty_likelihood import likelihood_at
from onrecord.read.certainty_questions import is_asked
from onrecord.read.clauses import Clause, starts_inverted
from onrecord.read.cues import (
    BELIEVING,
    CONDITIONS,
    FEARING,
    FUTURE_MODALS,
    FUTURE_VERBS,
    HEDGES,
    NEGATIONS,
)
from onrecord.read.frames import (
    is_held_back,
    is_made_up,
    is_missed,
    is_over,
    is_perceived,
    is_supposed,
)
from onrecord.read.modality import is_infinitive, is_negated
from onrecord.read.tree import Tree
from onrecord.read.vocabulary import DANGERS, HOPED, WANTING

_ORDER = {"": 0, "PR": 1, "PR-": 2, "PS": 3, "Uu": 4}
#: "no match for", "no doubt": set phrases that assert.
_ASSERTED_BY_NO = frozenset(
    {"match", "doubt", "secret", "surprise", "wonder", "question", "matter"}
)
#: What follows from something that has not happened: "a collision could lead to an exchange of fire".
_CONSEQUENCES = frozenset(
    "lead trigger spark escalate spiral provoke draw cause result ignite prompt drag widen".split()
)
#: What is left of certain content that is only believed, or only feared.
_WEAKENED: dict[tuple[bool, FactualityValue], FactualityValue] = {
    (False, "CT+"): "PR+", (False, "CT-"): "PR-", (True, "CT+"): "PS+", (True, "CT-"): "PS-",
}  # fmt: skip
#: Said of what has not come yet.
_AWAITED = frozenset(
    "expect anticipate await schedule imminent looming inevitable unavoidable".split()
)
_HEDGED_UPOS = {"VERB", "AUX", "ADV", "ADJ"}
#: Words that lower certainty, with those of hope.
_WEIGHTS = {**HEDGES, **dict.fromkeys(HOPED, "PS")}


@dataclass(frozen=True, slots=True)
class Certainty:
    """What the words of one clause commit to.

    Attributes:
        value: FactBank value for whoever says it.
        aux: What takes it off the line of what happened.
        hedges: The words that lower certainty.
        negated: Whether the predicate is negated.
    """

    value: FactualityValue
    aux: tuple[Aux, ...]
    hedges: tuple[Span, ...]
    negated: bool


def certainty_of(
    tree: Tree, clause: Clause, others: Sequence[Clause], *, text: str, document: str
) -> Certainty:
    """Judge one clause by its own words and by the clauses it hangs from.

    Args:
        tree: The sentence.
        clause: The clause to judge.
        others: All clauses of the sentence; what one of them only imagines, its parts only imagine.
        text: The document's text.
        document: The document's id.
    """
    comment = comment_at(tree, clause.head, negated=_is_negated(tree, clause))
    told_apart = comment is not None and comment.turns and comment.content not in clause.members
    if comment is not None and not told_apart and not is_asked(tree, clause, text):
        return _commented(tree, comment)
    likely = likelihood_at(tree, clause.head)
    if likely is not None and not _own_aux(tree, clause, text=text):
        negated = likely.value == "CT-"
        hedge = () if negated else (span_at(text, likely.words, document=document),)
        return Certainty(likely.value, ("negation",) if negated else (), hedge, negated)
    hedges = _hedges(tree, clause)
    denied = _is_negated(tree, clause)
    negated = is_held_back(tree, clause.head, clause.members, negated=denied)
    aux = _own_aux(tree, clause, text=text) or _inherited_aux(tree, clause, others, text)
    first = _sharing(tree, clause, others)
    if first is not None:
        hedges = [*_hedges(tree, first), *hedges]
        shared = _is_negated(tree, first) and not _is_contrast(tree, clause)
        denied, negated = denied or shared, negated or shared
        aux = aux or _own_aux(tree, first, text=text)
    if negated:
        aux = (*aux, "negation")
    if negated and denied:  # "could not sail"; who "could hold off on sailing" may yet sail
        hedges = [(at, weight) for at, weight in hedges if not _is_ability(tree, at)]
    spans = tuple(
        span_at(text, Extent(tree.tokens[at].start, tree.tokens[at].end), document=document)
        for at, _ in hedges
    )
    value = _value(tuple(weight for _, weight in hedges), aux, negated=negated)
    return Certainty(value, aux, spans, negated)


def _commented(tree: Tree, comment: Comment) -> Certainty:
    """Return the certainty of what a comment is about: "I doubt that they shelled the port"."""
    at = comment.content
    negated = is_negated(tree, at) != comment.turns
    modals = {tree.lemma(aux) for aux in tree.dependants(at, "aux")}
    ahead = comment.ahead or bool(modals & FUTURE_MODALS)
    aux: tuple[Aux, ...] = (*(("future",) if ahead else ()), *(("negation",) if negated else ()))
    weights = ("PR",) if comment.probable else ()
    return Certainty(_value(weights, aux, negated=negated), aux, (), negated)


def scheduled(certainty: Certainty, when: When | Unknown, doc_date: When | Unknown) -> Certainty:
    """Return the certainty of something dated after the report: it lies ahead, whatever its tense."""
    if not isinstance(when, When) or not isinstance(doc_date, When) or certainty.aux:
        return certainty
    ahead = when.earliest and doc_date.latest and when.earliest > doc_date.latest
    return replace(certainty, aux=("future",)) if ahead else certainty


def under_cue(
    certainty: Certainty, cue: str, cue_aux: tuple[Aux, ...], *, negated: bool
) -> Certainty:
    """Return what is left of a content's certainty when its cue is itself held back.

    Nobody has said what somebody "did not say", "would say" or "will announce"; what somebody "does
    not believe", or doubts, is held to be probably false.

    Args:
        certainty: What the content's own words commit to.
        cue: Lemma of the cue.
        cue_aux: What takes the cue off the line of what happened.
        negated: Whether the cue is negated.
    """
    if cue == "doubt" and not any(one != "negation" for one in cue_aux):
        return certainty if negated else _doubted(certainty)
    if cue in BELIEVING | FEARING and certainty.value in ("CT+", "CT-"):
        certainty = replace(certainty, value=_WEAKENED[cue in FEARING, certainty.value])
    if not negated and not cue_aux:
        return certainty
    aux = tuple(dict.fromkeys((*certainty.aux, *(one for one in cue_aux if one != "negation"))))
    if negated and cue in BELIEVING and certainty.value == "PR+":
        return replace(certainty, value="PR-", aux=tuple(dict.fromkeys((*aux, "negation"))))
    return replace(certainty, value="Uu", aux=aux)


def _doubted(certainty: Certainty) -> Certainty:
    """Return the certainty of a content for whoever doubts it: the reverse, and only probable."""
    aux: tuple[Aux, ...] = tuple(one for one in certainty.aux if one != "negation")
    if certainty.negated:
        return replace(certainty, value="PR+", aux=aux, negated=False)
    return replace(certainty, value="PR-", aux=(*aux, "negation"), negated=True)


def _inherited_aux(
    tree: Tree, clause: Clause, others: Sequence[Clause], text: str
) -> tuple[Aux, ...]:
    """Return what the governing clause only imagines, unless this one is told in the past."""
    parent = next((one for one in others if one.head == clause.parent), None)
    if parent is None or tree.relation(clause.head) in ("ccomp", "parataxis", "root"):
        return ()
    if _is_told(tree, clause) or (
        tree.relation(clause.head) == "conj" and _has_subject(tree, clause)
    ):
        return ()
    own = _own_aux(tree, parent, text=text) or _inherited_aux(tree, parent, others, text)
    comment = tree.tokens[clause.head].xpos == "VBG" and tree.relation(clause.head) == "advcl"
    passed_on = {"hypothetical", "counterfactual"} | (set() if comment else {"future"})
    return tuple(aux for aux in own if aux in passed_on)


def _sharing(tree: Tree, clause: Clause, others: Sequence[Clause]) -> Clause | None:
    """Return the clause whose auxiliaries this one shares: "may have hit the bridge and sunk it"."""
    if tree.relation(clause.head) != "conj":
        return None
    first = tree.tokens[clause.head].head
    own = tree.dependants(clause.head, "nsubj", "expl", "aux", "cop")
    forms = {tree.tokens[clause.head].xpos, tree.tokens[first].xpos}
    if own or not (len(forms) == 1 or forms == {"VBN", "VBD"}):
        return None
    if not tree.dependants(first, "aux"):
        return None
    return next((one for one in others if one.head == first), None)


def _is_contrast(tree: Tree, clause: Clause) -> bool:
    return any(tree.lemma(at) == "but" for at in tree.dependants(clause.head, "cc"))


def _has_subject(tree: Tree, clause: Clause) -> bool:
    return bool(tree.dependants(clause.head, "nsubj", "expl"))


def _is_told(tree: Tree, clause: Clause) -> bool:
    """Say whether a clause has a past or perfect of its own."""
    if tree.tokens[clause.head].xpos == "VBD":
        return True
    auxiliaries = tree.dependants(clause.head, "aux", "aux:pass", "cop")
    return any(
        tree.tokens[at].xpos == "VBD" or tree.tokens[at].text.lower() in ("has", "have")
        for at in auxiliaries
    ) and not any(tree.tokens[at].xpos == "MD" for at in auxiliaries)


def _value(weights: tuple[str, ...], aux: tuple[Aux, ...], *, negated: bool) -> FactualityValue:
    if "question" in aux:
        return "Uu"
    if "counterfactual" in aux:
        return "CT-"
    weight = max(weights, key=lambda name: _ORDER[name], default="")
    match weight:
        case "Uu":
            return "Uu"
        case "PR-":
            return "PR+" if negated else "PR-"
        case "PS":
            return "PS-" if negated else "PS+"
        case "PR":
            return "PR-" if negated else "PR+"
        case _:
            pass
    if "hypothetical" in aux:
        return "PS-" if negated else "PS+"
    return "CT-" if negated else "CT+"


def _hedges(tree: Tree, clause: Clause) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for at in clause.members:
        token = tree.tokens[at]
        weight = _WEIGHTS.get(token.text.lower(), _WEIGHTS.get(tree.lemma(at), ""))
        if not weight or token.upos not in _HEDGED_UPOS or not _governs(tree, at, clause):
            continue
        if tree.lemma(at) in ("would", "should", "could") and _is_reported_future(tree, at, clause):
            continue
        if tree.lemma(at) == "expect" and token.upos != "VERB":
            continue
        if token.text.lower() == "could" and is_perceived(tree, token.head):
            continue
        found.append((at, weight))
    return found


def _is_ability(tree: Tree, at: int) -> bool:
    """Say whether a hedge is the "could" of "could not reach": what nobody was able to do is not done."""
    verb = tree.tokens[at].head
    perfect = any(tree.lemma(one) == "have" for one in tree.dependants(verb, "aux"))
    return tree.tokens[at].text.lower() in ("could", "can", "ca") and not perfect


def _governs(tree: Tree, at: int, clause: Clause) -> bool:
    """Say whether a hedge bears on the clause's predicate, not on some phrase inside it."""
    if at == clause.head:
        return True
    head = tree.tokens[at].head
    near = {clause.head, *tree.dependants(clause.head, "xcomp", "aux", "cop", "advmod")}
    if head in near or (tree.relation(at) == "aux" and tree.lemma(clause.head) in HEDGES):
        return True  # what something "suggests could happen" is as unsure as the "could" in it
    return tree.relation(at) in ("aux", "advmod") and in_own_clause(tree, head, clause)


def in_own_clause(tree: Tree, index: int, clause: Clause) -> bool:
    """Say whether a token of a clause stands in no clause nested in it: "boats they allegedly use"."""
    if index not in clause.members:
        return False
    nested = ("acl", "advcl", "ccomp", "csubj", "parataxis")
    for at in (index, *tree.ancestors(index)):
        if at == clause.head:
            return True
        if tree.relation(at) in nested:
            return False
    return False


def _is_reported_future(tree: Tree, at: int, clause: Clause) -> bool:
    """Say whether "would" only shifts "will" into reported speech: "said he would inform them"."""
    return (
        tree.lemma(at) == "would"
        and tree.relation(clause.head) == "ccomp"
        and not conditions_of(tree, clause.head)
    )


def _is_negated(tree: Tree, clause: Clause) -> bool:
    own = {clause.head, *tree.dependants(clause.head, "aux", "cop", "xcomp")}
    if any(tree.lemma(at) == "nor" for at in tree.dependants(clause.head, "cc")):
        return True
    yet = any(tree.lemma(at) == "yet" for at in tree.dependants(clause.head, "advmod"))
    if yet and tree.lemma(clause.head) == "have" and tree.dependants(clause.head, "xcomp"):
        return True  # "has yet to say"
    if is_over(tree, clause.head) or is_missed(tree, clause.head):
        return True
    for at in clause.members:
        token = tree.tokens[at]
        word = token.text.lower()
        if word not in NEGATIONS:
            continue
        if word == "without":
            continue
        if tree.lemma(token.head) in _ASSERTED_BY_NO:
            continue
        if token.head in own and tree.relation(at) in (
            "advmod",
            "det",
            "cc",
            "nsubj",
            "obj",
            "aux",
        ):
            return True
        if word in ("no", "neither", "none", "nobody", "nothing") and _is_core(tree, at, clause):
            return True
    return False


def _is_core(tree: Tree, at: int, clause: Clause) -> bool:
    """Say whether "no" stands on a subject, object or predicate noun of the clause."""
    noun = tree.tokens[at].head if tree.relation(at) in ("det", "cc:preconj", "cc") else at
    if tree.lemma(noun) in _ASSERTED_BY_NO:
        return False
    if noun == clause.head:
        return True
    return tree.tokens[noun].head == clause.head and tree.relation(noun) in ("nsubj", "obj", "obl")


def _own_aux(tree: Tree, clause: Clause, *, text: str) -> tuple[Aux, ...]:
    modals = _modals(tree, clause)
    if is_asked(tree, clause, text):
        return ("question",)
    if _is_counterfactual(tree, clause, modals):
        return ("counterfactual",)
    if _is_hypothetical(tree, clause, modals):
        return ("hypothetical",)
    if _is_to(tree, clause):
        return ("counterfactual",) if "have" in modals else ("future",)
    reported = "would" in modals and tree.relation(clause.head) == "ccomp"
    if (
        modals & FUTURE_MODALS
        or _is_going_to(tree, clause)
        or _is_planned(tree, clause)
        or _is_headline_future(tree, clause)
        or _is_awaited(tree, clause)
        or reported
    ):
        return ("future",)
    return ()


def _modals(tree: Tree, clause: Clause) -> set[str]:
    near = {clause.head, *tree.dependants(clause.head, "xcomp")}
    auxiliaries = [
        at for at in clause.members if tree.relation(at) == "aux" and tree.tokens[at].head in near
    ]
    return {tree.lemma(at) for at in auxiliaries} | {
        tree.tokens[at].text.lower() for at in auxiliaries
    }


def _is_counterfactual(tree: Tree, clause: Clause, modals: set[str]) -> bool:
    """Say whether this is "could have ordered", or "were he to …, he would …"."""
    perfect = "have" in modals and modals & {"could", "would", "might", "should"}
    if perfect:
        return True
    inverted = [
        child for child in tree.dependants(clause.head, "advcl") if starts_inverted(tree, child)
    ]
    return (bool(inverted) and "would" in modals) or _is_unreal(tree, clause)


def _is_unreal(tree: Tree, clause: Clause) -> bool:
    """Say whether the clause is itself an unreal condition: "had the convoy sailed"."""
    for subject in tree.dependants(clause.head, "nsubj"):
        at = tree.subtree(subject)[0] - 1
        opens = at == 0 or (at > 0 and tree.tokens[at - 1].upos in ("PUNCT", "SCONJ"))
        if opens and tree.tokens[at].text.lower() == "had" and tree.tokens[at].head == clause.head:
            return True
    return False


def _is_hypothetical(tree: Tree, clause: Clause, modals: set[str]) -> bool:
    if clause.nominal and any(tree.lemma(at) in DANGERS for at in range(clause.head)):
        return True
    if conditions_of(tree, clause.head) or awaits_imagined(tree, clause.head):
        return True
    if is_feared(tree, clause.head):
        return True
    marks = [tree.lemma(mark) for mark in tree.dependants(clause.head, "mark")]
    if any(mark in CONDITIONS - {"whether", "should"} for mark in marks):
        return True
    if is_supposed(tree, clause.head) or is_made_up(tree, clause.head):
        return True
    if modals & {"could", "might", "may"} and tree.lemma(clause.head) in _CONSEQUENCES:
        return True
    subject = tree.dependants(clause.head, "csubj")
    return ("would" in modals and tree.relation(clause.head) != "ccomp") or bool(
        subject and modals & {"could", "might"}
    )


def _is_to(tree: Tree, clause: Clause) -> bool:
    """Say whether this is "is to leave" or "was to have left"."""
    head = clause.head
    be = [at for at in tree.dependants(head, "aux") if tree.lemma(at) == "be"]
    to = [at for at in tree.dependants(head, "mark") if tree.lemma(at) == "to"]
    return bool(be and to) and be[0] + 1 == to[0]


def _is_headline_future(tree: Tree, clause: Clause) -> bool:
    """Say whether this is the "Navy to send two ships" of headlines: a sentence in the infinitive.

    It may be what somebody says: "Two ships to be sent, navy says".
    """
    quoted = tree.relation(clause.head) in ("ccomp", "parataxis")
    before = clause.head < tree.tokens[clause.head].head
    if tree.relation(clause.head) != "root" and not (quoted and before):
        return False
    verbs = (clause.head, *tree.dependants(clause.head, "acl"))
    named = tree.tokens[clause.head].upos in ("NOUN", "PROPN") or bool(
        tree.dependants(clause.head, "nsubj")
    )
    return (named or quoted) and any(is_infinitive(tree, verb) for verb in verbs)


def _is_going_to(tree: Tree, clause: Clause) -> bool:
    return (
        tree.lemma(clause.head) == "go"
        and tree.tokens[clause.head].xpos == "VBG"
        and bool(tree.dependants(clause.head, "xcomp"))
    )


def _is_awaited(tree: Tree, clause: Clause) -> bool:
    """Say whether something is still to come: "is expected within days", "is imminent"."""
    head = clause.head
    now = [
        at
        for at in tree.dependants(head, "aux:pass", "cop")
        if tree.tokens[at].xpos in ("VBZ", "VBP") and tree.lemma(at) == "be"
    ]
    if not now or tree.dependants(head, "ccomp", "csubj", "xcomp"):
        return False
    return tree.lemma(head) in _AWAITED


def _is_planned(tree: Tree, clause: Clause) -> bool:
    """Say whether the predicate itself puts its complement off: "plans to", "is expected to"."""
    if not tree.dependants(clause.head, "xcomp"):
        return False
    return tree.lemma(clause.head) in FUTURE_VERBS - WANTING
