"""The modality of one event mention: how sure it is, whether it is denied, whether it lies ahead.

An event is named by a verb, a noun or an adjective. From the top of its sentence down to it, every
governing word may take something from it ("plans to", "a threat of", "failed to", "if"), and the words on
it may ("will", "not", "possible"). What somebody says counts as they say it: attribution takes nothing,
only distance does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.domain.statement import Aux, FactualityValue
from onrecord.read.cues import CONDITIONS, CUES, HEDGES, NEGATIONS
from onrecord.read.frames import is_missed, is_over, is_perceived
from onrecord.read.modality_cues import (
    AHEAD,
    ASKING,
    BEFORE_NOUN,
    LATER,
    MODALS,
    NOUNS_WITH_INFINITIVE,
    OCCURRING,
    OPEN,
    SAME,
    SUPPORT,
    SURPRISED,
    UNDONE,
    WITH_CLAUSE,
    WITH_GERUND,
    WITH_INFINITIVE,
    WITH_OBJECT,
    WITH_PREDICATE,
    WITH_PREPOSITION,
    Degree,
    Effect,
)
from onrecord.read.tree import Tree
from onrecord.read.vocabulary import HOPED

_RANK: dict[Degree, int] = {"CT": 0, "PR": 1, "PS": 2, "Uu": 3}
_ENDS: dict[tuple[Degree, bool], FactualityValue] = {
    ("CT", False): "CT+", ("CT", True): "CT-", ("PR", False): "PR+", ("PR", True): "PR-",
    ("PS", False): "PS+", ("PS", True): "PS-", ("Uu", False): "Uu", ("Uu", True): "Uu",
}  # fmt: skip
_ORDER: tuple[Aux, ...] = ("question", "counterfactual", "hypothetical", "future", "negation")


@dataclass(frozen=True, slots=True)
class Modality:
    """How an event stands for whoever tells of it.

    Attributes:
        value: FactBank value.
        aux: What takes it off the line of what happened, in a fixed order.
    """

    value: FactualityValue
    aux: tuple[Aux, ...] = ()

    @property
    def is_negative(self) -> bool:
        """Say whether the event is said not to be."""
        return "negation" in self.aux

    @property
    def is_future(self) -> bool:
        """Say whether the event lies ahead of whoever tells of it."""
        return "future" in self.aux


@dataclass(frozen=True, slots=True)
class _State:
    """What is left of an event on the way down to it."""

    degree: Degree = "CT"
    negated: bool = False
    aux: frozenset[Aux] = frozenset()

    def under(self, effect: Effect) -> _State:
        """Return the state of what a cue in this state governs."""
        degree = effect.degree
        if self.negated and degree == "PS":
            degree = "CT"  # what is "not able to" happen certainly does not
        return replace(
            self,
            degree=max(self.degree, degree, key=lambda one: _RANK[one]),
            negated=self.negated != effect.turns,
            aux=self.aux | {"future"} if effect.ahead else self.aux,
        )

    def left_open(self, *aux: Aux) -> _State:
        """Return the state in which nobody commits to anything."""
        return replace(self, degree="Uu", negated=False, aux=self.aux | set(aux))


_PLAIN = _State()


def modality_at(tree: Tree, index: int) -> Modality:
    """Return the modality of the event that one token names.

    Args:
        tree: The sentence.
        index: The token of the mention: a verb, noun or adjective; of a copula or an auxiliary the
            predicate is judged.

    Example: in "The guards refused to open fire", "refused" is CT+ and "open" CT-.
    """
    at = _predicate_of(tree, index)
    path = (*reversed(tree.ancestors(at)), at)
    carried = _PLAIN
    state = _with_own(tree, path[0], carried)
    for governor, node in pairwise(path):
        carried = _carried(tree, governor, node, (carried, state))
        state = _with_own(tree, node, carried)
    return _modality(state)


def _predicate_of(tree: Tree, index: int) -> int:
    at = index
    for _ in range(2):
        if tree.relation(at) in ("aux", "cop") and tree.tokens[at].head >= 0:
            at = tree.tokens[at].head
    return at


def _modality(state: _State) -> Modality:
    aux = state.aux | {"negation"} if state.negated else state.aux
    value = _ENDS[state.degree, state.negated]
    if "counterfactual" in aux:
        value = "CT+" if state.negated else "CT-"
    return Modality(value, tuple(one for one in _ORDER if one in aux))


# ------------------------------------------------------------------ what a token's own words take


def _with_own(tree: Tree, at: int, state: _State) -> _State:
    """Return a token's state with what its own auxiliaries, adverbs and determiners take from it."""
    if tree.is_predicate(at):
        state = _with_modals(tree, at, state)
        state = _with_adverbs(tree, at, state)
        if _is_asked(tree, at):
            return state.left_open("question")
        if is_negated(tree, at):
            state = state.under(UNDONE)
    if tree.tokens[at].upos in ("NOUN", "PROPN", "ADJ"):
        state = _with_modifiers(tree, at, state)
    return state


def _with_modals(tree: Tree, at: int, state: _State) -> _State:
    auxiliaries = tree.dependants(at, "aux")
    modals = {tree.tokens[one].text.lower() for one in auxiliaries} & MODALS.keys()
    perfect = _is_perfect(tree, at)
    if perfect and modals & {"could", "would", "should", "ought"}:
        return replace(state, aux=state.aux | {"counterfactual"})
    if perfect and "must" in modals:
        return state.under(Effect("PR"))
    for modal in sorted(modals):
        if modal != "could" or not is_perceived(tree, at):
            state = state.under(MODALS[modal])
    if _is_going_to(tree, at) or _is_to(tree, at) or _is_later(tree, at):
        state = state.under(AHEAD)
    return state


def _is_going_to(tree: Tree, at: int) -> bool:
    return (
        tree.lemma(at) == "go"
        and tree.tokens[at].xpos == "VBG"
        and any(is_infinitive(tree, child) for child in tree.dependants(at, "xcomp"))
    )


def _is_to(tree: Tree, at: int) -> bool:
    """Say whether this is "is to leave"."""
    marks = [one for one in tree.dependants(at, "mark") if tree.lemma(one) == "to"]
    return any(tree.lemma(one) == "be" and one + 1 in marks for one in tree.dependants(at, "aux"))


def _is_later(tree: Tree, at: int) -> bool:
    """Say whether a present tense is dated ahead: "leaves tomorrow", "is meeting next week"."""
    tags = {tree.tokens[one].xpos for one in (at, *tree.dependants(at, "aux", "cop"))}
    if tags & {"VBD", "MD"} or not tags & {"VBZ", "VBP"}:
        return False
    return any(
        tree.lemma(one) in LATER
        or any(tree.lemma(word) == "next" for word in tree.dependants(one, "amod"))
        for one in tree.dependants(at, "obl", "advmod", "obl:tmod")
    )


def _with_adverbs(tree: Tree, at: int, state: _State) -> _State:
    for one in tree.dependants(at, "advmod"):
        word = tree.tokens[one].text.lower()
        weight = "PS" if word in HOPED else HEDGES.get(word, "")
        if weight == "PR-":
            state = state.under(Effect("PR", turns=True))
        elif weight == "Uu":
            state = state.under(Effect("PS"))
        elif weight in ("PR", "PS"):
            state = state.under(Effect("PR" if weight == "PR" else "PS"))
    return state


def _is_asked(tree: Tree, at: int) -> bool:
    if any(tree.lemma(mark) == "whether" for mark in tree.dependants(at, "mark")):
        return True
    if tree.tokens[at].head >= 0:
        return False
    last = [token.text for token in tree.tokens[-3:] if token.upos == "PUNCT"]
    return "?" in last


def is_negated(tree: Tree, at: int) -> bool:
    """Say whether a predicate is negated by its own words, its subject or its object."""
    if any(tree.lemma(one) == "nor" for one in tree.dependants(at, "cc")):
        return True
    for child in tree.children[at]:
        word = tree.tokens[child].text.lower()
        if word in NEGATIONS and tree.relation(child) in ("advmod", "aux", "nsubj", "obj", "cc"):
            return True
        if tree.relation(child) in ("nsubj", "obj") and _has_no(tree, child):
            return True
    return is_over(tree, at) or is_missed(tree, at)


def _has_no(tree: Tree, noun: int) -> bool:
    return any(
        tree.tokens[one].text.lower() in ("no", "neither") for one in tree.dependants(noun, "det")
    )


#: Prepositions whose noun or gerund is said not to be.
_EXCLUDING = frozenset({"without", "instead", "rather"})


def _with_modifiers(tree: Tree, at: int, state: _State) -> _State:
    for one in tree.dependants(at, "amod", "compound"):
        effect = BEFORE_NOUN.get(tree.tokens[one].text.lower())
        if effect is not None:
            state = state.under(effect)
    if _has_no(tree, at) or _is_excluded(tree, at):
        return replace(state, negated=True)  # "no" on its subject has negated the verb already
    return state


def _is_excluded(tree: Tree, at: int) -> bool:
    return any(tree.lemma(one) in _EXCLUDING for one in tree.dependants(at, "case", "mark"))


# ---------------------------------------------------------------- what governing words take from it


def _carried(tree: Tree, governor: int, node: int, states: tuple[_State, _State]) -> _State:
    """Return what reaches a token from its governor.

    Args:
        states: What reached the governor, and what its own words left of that.
    """
    above, state = states
    relation = tree.relation(node)
    if relation == "conj":
        return _shared(tree, governor, node, states)
    if relation in ("appos", "flat", "fixed"):
        return above
    if tree.tokens[node].deprel == "acl:relcl" or relation in ("parataxis", "discourse"):
        return _PLAIN
    if is_infinitive(tree, node):
        return _with_infinitive(tree, governor, node, state)
    if relation in ("ccomp", "csubj"):
        return _with_clause(tree, governor, node, state)
    if tree.tokens[node].upos in ("VERB", "AUX") or relation in ("advcl", "acl", "xcomp"):
        return _below_verb(tree, governor, node, states)
    return _with_noun(tree, governor, node, states)


def _shared(tree: Tree, first: int, node: int, states: tuple[_State, _State]) -> _State:
    """Return what a joined word shares: all, where it has no subject and no auxiliary of its own."""
    above, state = states
    if not tree.is_predicate(node):
        return above if tree.is_predicate(first) else state
    own = tree.dependants(node, "nsubj", "expl", "aux", "cop", "mark")
    forms = {tree.tokens[one].xpos for one in (node, first)}
    if own or not (len(forms) == 1 or forms == {"VBN", "VBD"}):
        if is_infinitive(tree, first) and not is_infinitive(tree, node):
            return replace(above, aux=above.aux - {"future"})  # a tense of its own
        return above
    contrast = any(tree.lemma(one) == "but" for one in tree.dependants(node, "cc"))
    return replace(state, negated=above.negated) if contrast else state


def is_infinitive(tree: Tree, at: int) -> bool:
    """Say whether a verb or a predicate stands in the infinitive with "to"."""
    return any(tree.lemma(mark) == "to" for mark in tree.dependants(at, "mark")) and any(
        tree.tokens[one].xpos in ("VB", "VBP") for one in (at, *tree.dependants(at, "aux", "cop"))
    )


def _with_infinitive(tree: Tree, governor: int, node: int, state: _State) -> _State:
    lemma, relation = tree.lemma(governor), tree.relation(node)
    if any(tree.lemma(one) == "too" for one in tree.dependants(governor, "advmod")):
        return state.under(UNDONE)  # "too weak to resist"
    if any(tree.lemma(one) == "yet" for one in tree.dependants(governor, "advmod")):
        return state.under(UNDONE)  # "has yet to say"
    ranked = any(
        "NumType=Ord" in tree.tokens[one].feats for one in (governor, *tree.children[governor])
    )
    if ranked or (relation == "acl" and tree.tokens[governor].upos in ("NOUN", "PROPN")):
        effect = SAME if ranked else NOUNS_WITH_INFINITIVE.get(lemma, AHEAD)
        return state.under(effect)
    if relation == "advcl" and lemma not in ASKING:
        past = _is_told(tree, governor) and "future" not in state.aux
        return _PLAIN.under(
            OPEN if past else AHEAD
        )  # what was done for a purpose may have missed it
    effect = WITH_INFINITIVE.get(lemma, AHEAD)
    return state.under(replace(effect, ahead=effect.ahead and not _is_perfect(tree, node)))


def _is_perfect(tree: Tree, at: int) -> bool:
    return any(tree.lemma(one) == "have" for one in tree.dependants(at, "aux"))


def _with_clause(tree: Tree, governor: int, node: int, state: _State) -> _State:
    lemma = tree.lemma(governor)
    if tree.tokens[node].xpos == "VBG" and lemma in WITH_GERUND and lemma != "keep":
        return state.under(WITH_GERUND[lemma])
    effect = WITH_CLAUSE.get(lemma)
    if effect is not None:
        ahead = effect.ahead and not _is_indicative(tree, node)
        return replace(state, aux=frozenset()).under(replace(effect, ahead=ahead))
    unsaid = state.negated or state.degree == "Uu"
    if unsaid and lemma in CUES and CUES[lemma].stance != "factive":
        return _PLAIN.left_open()
    return _PLAIN


def _is_told(tree: Tree, at: int) -> bool:
    """Say whether a clause has a past or perfect of its own."""
    tags = {tree.tokens[one].xpos for one in (at, *tree.dependants(at, "aux", "cop", "aux:pass"))}
    return ("VBD" in tags or _is_perfect(tree, at)) and "MD" not in tags


def _is_indicative(tree: Tree, at: int) -> bool:
    """Say whether a clause tells how things are: "insists that it is over", not "that it be"."""
    tags = {tree.tokens[one].xpos for one in (at, *tree.dependants(at, "aux", "cop", "aux:pass"))}
    return _is_told(tree, at) or ("VBZ" in tags and "MD" not in tags)


def _below_verb(tree: Tree, governor: int, node: int, states: tuple[_State, _State]) -> _State:
    """Return what reaches a participle, a gerund or an adverbial clause."""
    _, state = states
    lemma, relation = tree.lemma(governor), tree.relation(node)
    marks = {tree.lemma(one) for one in tree.dependants(node, "mark", "case")}
    if marks & _EXCLUDING:
        return _PLAIN.under(UNDONE)
    if relation == "advcl" and marks & CONDITIONS:
        if lemma in SURPRISED and state.negated:
            return _PLAIN.under(Effect("PR", ahead=not _is_told(tree, node)))
        return replace(_PLAIN, degree="PS", aux=frozenset({"hypothetical"}))
    if tree.tokens[node].xpos == "VBG" and relation != "acl":
        effect = WITH_GERUND.get(lemma) if lemma != "keep" or "from" in marks else None
        if effect is not None and (relation != "advcl" or marks & {"from", "of"}):
            return state.under(effect)
    if relation == "xcomp":
        return state
    if marks & _BEFORE_OR_AFTER and "future" in state.aux and not _is_told(tree, node):
        return _PLAIN.under(AHEAD)
    return _PLAIN


_BEFORE_OR_AFTER = frozenset({"before", "until", "till", "when", "once", "after"})


def _with_noun(tree: Tree, governor: int, node: int, states: tuple[_State, _State]) -> _State:
    above, state = states
    relation, full = tree.relation(node), tree.tokens[node].deprel
    lemma = _with_particle(tree, governor)
    effect: Effect | None = None
    if relation == "obj" or full == "nsubj:pass":
        effect = WITH_OBJECT.get(lemma)
    elif relation in ("obl", "nmod"):
        effect = _by_preposition(tree, lemma, node)
    elif relation == "nsubj":
        effect = WITH_PREDICATE.get(lemma)
    elif relation == "compound":
        effect = WITH_PREPOSITION["for"].get(lemma) or WITH_PREPOSITION["of"].get(lemma)
    if effect is not None:
        return state.under(effect)
    if relation == "compound" or (relation == "nmod" and "of" in _cases(tree, node)):
        return above
    return _by_verb(tree, governor, node, state)


def _with_particle(tree: Tree, governor: int) -> str:
    """Return a verb's lemma with its particle: "call_off"."""
    lemma = tree.lemma(governor)
    particles = tree.dependants(governor, "compound:prt")
    joined = f"{lemma}_{tree.lemma(particles[0])}" if particles else lemma
    return joined if joined in WITH_OBJECT else lemma


def _cases(tree: Tree, node: int) -> set[str]:
    return {tree.lemma(one) for one in tree.dependants(node, "case")}


def _by_preposition(tree: Tree, lemma: str, node: int) -> Effect | None:
    cases = _cases(tree, node)
    if {"due", "for"} <= cases:
        return AHEAD
    tables = (WITH_PREPOSITION[case] for case in sorted(cases & WITH_PREPOSITION.keys()))
    found = (table.get(lemma) for table in tables)
    return next((effect for effect in found if effect is not None), None)


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def _by_verb(tree: Tree, governor: int, node: int, state: _State) -> _State:
    """Return what a noun shares with its verb: that of a new thing done, not of one known before."""
    lemma, relation = tree.lemma(governor), tree.relation(node)
    if relation == "nsubj":
        for verb in tree.dependants(governor, "xcomp"):
            if tree.lemma(verb) in OCCURRING or tree.dependants(verb, "cop"):
                return _with_own(tree, verb, _carried(tree, governor, verb, (state, state)))
    if tree.tokens[governor].upos not in ("VERB", "AUX"):
        return _PLAIN
    known = _is_known(tree, node)
    passive = tree.tokens[node].deprel == "nsubj:pass"
    if relation == "obj" or passive:
        shares = lemma in SUPPORT or not known
    elif relation == "nsubj":
        shares = lemma in OCCURRING
    else:
        shares = (
            relation == "obl" and not known and bool(_cases(tree, node) & {"for", "into", "on"})
        )
    return state if shares else _PLAIN


def _is_known(tree: Tree, noun: int) -> bool:
    """Say whether a noun phrase names something as known: a name, "the", "their"."""
    if tree.tokens[noun].upos == "PROPN":
        return True
    return any(
        tree.tokens[one].text.lower() in _DEFINITE for one in tree.dependants(noun, "det")
    ) or bool(tree.dependants(noun, "nmod:poss"))
