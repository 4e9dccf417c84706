"""From the relations of the `en_core_web` pipelines to Universal Dependencies, version 2.

Those pipelines use the ClearNLP relations (Choi and Palmer 2012), in which function words govern:
a preposition its noun, "be" its predicate, each conjunct the next. In Universal Dependencies words
of content govern (de Marneffe, Manning, Nivre and Zeman 2021). Four turns, in this order, then names:

    phrases       struck -prep-> in -pobj-> Goma         struck -obl-> Goma -case-> in
    objects       want -ccomp-> leave -nsubj-> them      want -obj-> them, want -xcomp-> leave
    copulas       is -nsubj-> toll, is -attr-> high      high -nsubj-> toll, high -cop-> is
    conjuncts     A -conj-> B -conj-> C, B -cc-> and     A -conj-> B, A -conj-> C -cc-> and

Parts of a name stay `compound` below its last word: the labels do not say which compounds are names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from onrecord.ports.linguist import Token

Tokens = tuple[Token, ...]

#: Relations of a preposition to what it modifies; the phrase's own relation is still to be found.
_MODIFYING = frozenset("prep dative pcomp advmod prt agent".split())
_PREPOSITIONS = frozenset("prep dative agent pcomp".split())
_FUNCTIONAL = frozenset({"ADP", "SCONJ"})
_NOMINAL = frozenset("NOUN PROPN PRON NUM SYM DET".split())
_CLAUSAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
#: Prepositions of two words: the second hangs from the first.
_FIXED = frozenset(
    {("according", "to"), ("because", "of"), ("due", "to"), ("instead", "of"), ("such", "as")}
)
#: Relations that only have another name.
_RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "acomp": "xcomp",
        "agent": "advmod",
        "attr": "xcomp",
        "auxpass": "aux:pass",
        "csubjpass": "csubj:pass",
        "dative": "iobj",
        "dobj": "obj",
        "intj": "discourse",
        "meta": "dep",
        "neg": "advmod",
        "nsubjpass": "nsubj:pass",
        "oprd": "xcomp",
        "pcomp": "advcl",
        "poss": "nmod:poss",
        "preconj": "cc:preconj",
        "predet": "det:predet",
        "prep": "advmod",
        "prt": "compound:prt",
        "quantmod": "advmod",
        "relcl": "acl:relcl",
    }
)


def to_universal(tokens: Tokens) -> Tokens:
    """Return one sentence with its tree and relations turned.

    Words, offsets, lemmas and tags stay, but that "be" is `AUX` as a copula and `VERB` where it says
    that something exists.

    Args:
        tokens: One tree with one root (-1).

    Returns:
        The same words as one tree with one root, which alone has the relation `root`.
    """
    draft = _Draft(tokens)
    _turn_phrases(draft)
    _turn_objects(draft)
    _turn_copulas(draft)
    _turn_conjuncts(draft)
    return tuple(
        replace(token, head=head, deprel=_renamed(draft, at), upos=_upos(draft, at))
        for at, (token, head) in enumerate(zip(tokens, draft.heads, strict=True))
    )


class _Draft:
    """A tree being rebuilt. Both moves it knows keep it a tree."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.heads = [token.head for token in tokens]
        self.relations = [token.deprel for token in tokens]
        self._below: list[set[int]] = [set() for _ in tokens]
        for at, head in enumerate(self.heads):
            if head >= 0:
                self._below[head].add(at)

    def below(self, at: int, *relations: str) -> list[int]:
        """Return the dependants of a word in order: all, or those with one of the relations."""
        found = sorted(self._below[at])
        return [one for one in found if self.relations[one] in relations] if relations else found

    def word(self, at: int) -> str:
        return self.tokens[at].text.lower()

    def is_nominal(self, at: int) -> bool:
        return self.tokens[at].upos in _NOMINAL

    def hang(self, at: int, head: int, relation: str) -> None:
        """Hang a word with all below it from `head`, which must not be below it."""
        if self.heads[at] >= 0:
            self._below[self.heads[at]].discard(at)
        self.heads[at] = head
        self.relations[at] = relation
        if head >= 0:
            self._below[head].add(at)

    def raise_over(
        self, at: int, relation: str, *, governor: str, stay: tuple[int, ...] = ()
    ) -> None:
        """Put a dependant in the place of its governor, which hangs from it as `governor`.

        Everything else below the governor follows, but what is to `stay`.
        """
        old = self.heads[at]
        others = [one for one in self.below(old) if one != at and one not in stay]
        self.hang(at, self.heads[old], relation)
        self.hang(old, at, governor)
        for one in others:
            self.hang(one, at, self.relations[one])

    def lowest_first(self) -> list[int]:
        """Return all words so that each stands before its governor."""
        found = [at for at, head in enumerate(self.heads) if head < 0]
        for at in found:  # grows while it is read: breadth first
            found.extend(self.below(at))
        return found[::-1]


def _turn_phrases(draft: _Draft) -> None:
    """Put the noun or clause of each prepositional phrase in the place of its preposition."""
    for at in draft.lowest_first():
        # "including" is a preposition by its relation, a verb by its tag
        if draft.relations[at] not in _PREPOSITIONS and draft.tokens[at].upos not in _FUNCTIONAL:
            continue
        objects, clauses = draft.below(at, "pobj"), draft.below(at, "pcomp")
        if objects:
            _turn_phrase(draft, at, objects[0])
        elif clauses:
            _turn_clause(draft, at, clauses[0])


def _turn_phrase(draft: _Draft, at: int, noun: int) -> None:
    head = draft.heads[at]
    if draft.relations[at] == "conj" and _wants_object(draft, head):
        draft.hang(
            noun, head, "pobj"
        )  # "in and around Goma": the first preposition shares the noun
        return
    bare = [one for one in draft.below(at, "conj") if draft.tokens[one].upos == "ADP"]
    stay = (*bare, *(draft.below(at, "cc") if bare else ()))
    draft.raise_over(noun, _role(draft, at), governor="case", stay=stay)
    for first in (at - 1, at):
        _fix(draft, first, noun)


def _wants_object(draft: _Draft, at: int) -> bool:
    return (
        at >= 0
        and draft.relations[at] in _PREPOSITIONS
        and draft.tokens[at].upos == "ADP"
        and not draft.below(at, "pobj", "pcomp")
    )


def _fix(draft: _Draft, first: int, noun: int) -> None:
    """Join a preposition of two words; both hang from the noun."""
    second = first + 1
    if not 0 <= first < second < len(draft.tokens):
        return
    fixed = (draft.word(first), draft.word(second)) in _FIXED
    if fixed and draft.heads[first] == draft.heads[second] == noun:
        draft.hang(first, noun, "case")
        draft.hang(second, first, "fixed")


def _turn_clause(draft: _Draft, at: int, clause: int) -> None:
    if draft.tokens[clause].upos in _CLAUSAL or draft.below(clause, *_SUBJECTS):
        role, governor = _clausal_role(draft, at), "mark"
    elif draft.tokens[clause].upos == "ADV":
        role, governor = "advmod", "case"
    else:
        role, governor = _role(draft, at), "case"
    draft.raise_over(clause, role, governor=governor)


def _role(draft: _Draft, at: int) -> str:
    """Return how the noun of a preposition hangs from what the preposition hung from."""
    relation, head = draft.relations[at], draft.heads[at]
    if relation not in _MODIFYING or head < 0:
        return relation
    if draft.relations[head] in _PREPOSITIONS:
        beside = draft.below(head, "pobj")
        if not beside:
            return "pobj"  # "from behind the wall", "according to him": the outer one takes it over
        head = beside[0]
    elif relation == "agent":
        return "obl:agent"
    return "nmod" if draft.is_nominal(head) else "obl"


def _clausal_role(draft: _Draft, at: int) -> str:
    relation, head = draft.relations[at], draft.heads[at]
    if relation not in _MODIFYING or head < 0:
        return relation
    if draft.relations[head] in _PREPOSITIONS and not draft.below(head, "pobj"):
        return "pcomp"
    return "acl" if draft.is_nominal(head) else "advcl"


def _turn_objects(draft: _Draft) -> None:
    """Make who is wanted, asked or made to do something the object: "wants them to leave"."""
    for at, relation in enumerate(draft.relations):
        head = draft.heads[at]
        subjects = draft.below(at, "nsubj", "nsubjpass")
        infinitive = any(draft.tokens[one].xpos == "TO" for one in draft.below(at, "aux", "mark"))
        led = any(draft.tokens[one].xpos != "TO" for one in draft.below(at, "mark"))
        if relation != "ccomp" or head < 0 or not infinitive or led or not subjects:
            continue
        if draft.tokens[head].upos == "VERB" and subjects[0] > head:
            draft.hang(subjects[0], head, "dobj")
            draft.relations[at] = "xcomp"


def _turn_copulas(draft: _Draft) -> None:
    """Put the predicate in the place of "be": "the toll is high", "she was in Goma"."""
    for at in draft.lowest_first():
        if draft.tokens[at].lemma.lower() != "be" or draft.relations[at] in ("aux", "auxpass"):
            continue
        predicates = draft.below(at, "attr", "acomp")
        if any(draft.word(one) == "there" for one in draft.below(at, "expl")):
            for one in draft.below(at, "attr"):
                draft.relations[one] = "nsubj"
            continue
        predicate = predicates[0] if predicates else _place(draft, at)
        if predicate is None:
            continue
        extraposed = draft.relations[predicate] == "acomp"
        draft.raise_over(predicate, draft.relations[at], governor="cop")
        if extraposed:
            _mark_extraposed(draft, predicate)


def _place(draft: _Draft, at: int) -> int | None:
    """Return the phrase that is the predicate where no other word is: "she was in Goma"."""
    if not draft.below(at, *_SUBJECTS) or draft.below(at, "ccomp", "xcomp", "auxpass"):
        return None
    following = [one for one in draft.below(at) if one > at and draft.relations[one] != "neg"]
    first = next((one for one in following if draft.relations[one] != "advmod"), None)
    return first if first is not None and draft.relations[first] == "obl" else None


def _mark_extraposed(draft: _Draft, predicate: int) -> None:
    """Make the clause the subject of "it is likely that they left"."""
    subjects = [one for one in draft.below(predicate, "nsubj") if draft.word(one) == "it"]
    clauses = [one for one in draft.below(predicate, "ccomp") if one > predicate]
    if subjects and clauses:
        draft.relations[subjects[0]] = "expl"
        draft.relations[clauses[0]] = "csubj"


def _turn_conjuncts(draft: _Draft) -> None:
    """Hang every conjunct from the first, and each conjunction and comma from the conjunct it opens."""
    order = draft.lowest_first()[::-1]
    for at in order:
        _open_conjuncts(draft, at)
    for at in order:
        head = draft.heads[at]
        if head < 0 or draft.heads[head] < 0:
            continue
        if draft.relations[at] == draft.relations[head] == "conj":
            draft.hang(at, draft.heads[head], "conj")


def _open_conjuncts(draft: _Draft, head: int) -> None:
    later: int | None = None  # the nearest conjunct to the right
    beside: int | None = None  # the same, while nothing but conjunctions and commas stands between
    for at in reversed([one for one in draft.below(head) if one > head]):
        if draft.relations[at] == "conj":
            later = beside = at
        elif draft.relations[at] == "cc" and later is not None:
            draft.hang(at, later, "cc")
        elif draft.word(at) in (",", ";") and beside is not None:
            draft.hang(at, beside, "punct")
        else:
            beside = None


def _renamed(draft: _Draft, at: int) -> str:
    relation, head = draft.relations[at], draft.heads[at]
    if head < 0:
        return "root"
    if relation == "aux" and draft.tokens[at].xpos == "TO":
        return "mark"
    if relation == "npadvmod":
        return "nmod:unmarked" if draft.is_nominal(head) else "obl:unmarked"
    if relation == "pobj":
        return "nmod" if draft.is_nominal(head) else "obl"
    return _RENAMED.get(relation, relation)


def _upos(draft: _Draft, at: int) -> str:
    """Return the part of speech: verbs that only help are `AUX`, "there is" has a `VERB`."""
    token = draft.tokens[at]
    if token.upos == "VERB" and draft.relations[at] in ("cop", "aux", "auxpass"):
        return "AUX"
    if token.upos == "AUX" and token.lemma.lower() == "be" and draft.below(at, "expl"):
        return "VERB"
    return token.upos
