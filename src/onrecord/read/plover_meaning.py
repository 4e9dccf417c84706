"""What a predicate says is done: its own act, or what it makes of the act it governs.

Meaning is put together along the dependency tree. "Refused to lift the ban" is a ban (hostile), lifted
(giving way), refused (rejection). Each word on the way is kept, so that a coded act can show the words
that carry it.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.plover_lookup import (
    Found,
    counted,
    is_purpose,
    sense_of_noun,
    sense_of_predicate,
    sense_of_verb,
)
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_operators import (
    BLAMED,
    HOSTILE,
    OPERATORS,
    SOUGHT,
    Meaning,
    ahead,
    asked,
    undone,
)
from onrecord.read.plover_senses import Sense
from onrecord.read.tree import Tree

#: No act is read further down than this; real sentences need four steps.
_DEPTH = 7
_FUTURE = frozenset({"will", "shall", "would", "'ll", "wo", "’ll"})
_MAYBE = frozenset({"could", "may", "might", "can"})
_OUGHT = frozenset({"must", "should", "ought"})
_NOT = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t", "hardly"})
_JOINT = frozenset({"joint", "bilateral", "combined", "common", "trilateral", "mutual"})
_COMPLEMENTS = ("xcomp", "ccomp", "obj", "nsubj:pass", "obl", "iobj")
#: What a verb that only carries an act carries it in, the likeliest first.
_CARRIED = ("xcomp", "obj", "nsubj:pass", "ccomp", "obl")
_OWNED = ("nmod", "acl", "compound", "amod", "obl", "xcomp", "ccomp")
#: Operators on verbs that may have the act as their subject: "the talks collapsed".
_INTRANSITIVE = frozenset({"stop", "fail", "cancel", "light"})
#: Objects that leave it there: "the ban took effect".
_EMPTY = frozenset({"effect", "place", "force", "shape"})
#: Prepositions of what goes on beside an act.
_CIRCUMSTANCE = frozenset(
    "amid amidst after before during following since despite without until near about".split()
)
#: Utterances, which may be about acts of others.
_SPOKEN = frozenset("statement message note speech article tweet comment video report".split())
#: Texts that tell what those who pass them do.
_TEXTS = frozenset({"resolution", "law", "bill", "statement", "motion", "letter", "decree"})


def meaning_of(
    tree: Tree, at: int, *, path: frozenset[int] = frozenset(), under: bool = False, depth: int = 0
) -> Meaning | None:
    """Return what the word at `at` says is done, with all that it governs; `None` if it is no act.

    Args:
        tree: The sentence.
        at: Index of the token.
        path: Tokens between the parties asked about; of several complements one on it is taken.
        under: Whether an operator governs the word, so that things stand for what is done with them.
        depth: How far down this is already.
    """
    if depth > _DEPTH:
        return None
    token = tree.tokens[at]
    named = token.upos == "ADJ" and tree.dependants(at, "det") and tree.lemma(at) in NOUNS
    if named or token.upos in ("NOUN", "PROPN", "SYM", "NUM"):
        return _of_noun(tree, at, path, under=under, depth=depth)
    found = sense_of_predicate(tree, at)
    if found is None or (found[0].bound and not under):
        return None
    return _in_mood(tree, at, _governing(tree, at, found, path, depth))


def named_act(tree: Tree, at: int) -> Meaning | None:
    """Return the act that a predicate names, whether or not it was done and whenever it was.

    A verb of saying names none: what is said is another clause.
    """
    token = tree.tokens[at]
    if token.upos in ("NOUN", "PROPN"):
        sense = sense_of_noun(tree, at)
        found: Found | None = None if sense is None or sense.bound else (sense, (at,))
    else:
        found = sense_of_predicate(tree, at)
    if found is None or found[0].bound or found[0].operator == "say" or only_reports(tree, at):
        return None
    return _governing(tree, at, found, frozenset(), 0)


def only_reports(tree: Tree, at: int) -> bool:
    """Say whether a verb of saying only reports what somebody else did: that is coded by itself."""
    found = sense_of_verb(tree, at) if tree.tokens[at].upos == "VERB" else None
    if found is None or found[0].operator not in ("say", "announce") or _needed(tree, at):
        return False
    return any(
        tree.tokens[subject].upos != "PRON"
        for clause in tree.dependants(at, "ccomp")
        for subject in tree.dependants(clause, "nsubj")
    )


def _of_noun(
    tree: Tree, at: int, path: frozenset[int], *, under: bool, depth: int
) -> Meaning | None:
    sense = sense_of_noun(tree, at)
    joint = any(tree.lemma(one) in _JOINT for one in tree.dependants(at, "amod"))
    if sense is None and joint and under:
        return Meaning("COOPERATE", words=(at,))
    if sense is None or (sense.bound and not under):
        return _first(tree, counted(tree, at), path, depth) if under else None
    found = _governing(tree, at, (sense, (at,)), path, depth)
    if found is None:
        return None
    if joint and found.code == "MOBILIZE":
        found = Meaning("COOPERATE", words=found.words)
    if any(tree.lemma(one) == "no" for one in tree.dependants(at, "det")):
        return undone(found)
    return found


def _governing(
    tree: Tree, at: int, found: Found, path: frozenset[int], depth: int
) -> Meaning | None:
    """Return what a word's sense makes of what it governs, or its own act where it governs none."""
    sense, words = found
    own = _own(tree, sense, words)
    if not sense.operator:
        told = _told_in(tree, words, path, depth)
        return told or _with_purpose(tree, at, own, path, depth)
    if sense.operator in ("say", "announce") and (needed := _needed(tree, at)):
        return needed
    governed = _governed(tree, at, sense, path, depth)
    made = None if governed is None else _made(tree, at, sense, governed, path)
    if governed is None or made is None:
        return own
    return replace(made, words=tuple(sorted({at, *governed.words})))


def _own(tree: Tree, sense: Sense, words: tuple[int, ...]) -> Meaning | None:
    """Return the act of a sense; what is asked for or refused tells the mode: "sought talks"."""
    if not sense.code:
        return None
    mode = sense.mode
    if not mode and sense.code in ("REQUEST", "REJECT"):
        things = [sense_of_noun(tree, one) for one in words[1:]]
        mode = next((SOUGHT[one.code] for one in things if one and one.code in SOUGHT), "")
    return Meaning(sense.code, mode, sense.cameo, tuple(sorted(words)))


def _made(tree: Tree, at: int, sense: Sense, act: Meaning, path: frozenset[int]) -> Meaning | None:
    """Return what the operator of the word at `at` makes of the act it governs."""
    if sense.operator == "phone" and act.code not in ("SUPPORT", "CONCEDE"):
        return None
    misdeed = act.code in BLAMED or (act.code == "REJECT" and not act.mode)
    if sense.operator == "say" and misdeed and _of_another(tree, at, path):
        return Meaning("ACCUSE", "allege")
    asks = sense.operator in ("ask", "appeal")
    by_clause = any(tree.tokens[one].upos == "VERB" for one in act.words)
    if (sense.operator == "appeal" and by_clause) or (asks and _is_asked(tree, at, path)):
        return asked(act)
    return OPERATORS[sense.operator](act)


def _of_another(tree: Tree, at: int, path: frozenset[int]) -> bool:
    """Say whether a speaker says that somebody asked about did it: that is an accusation."""
    return any(
        subject in path
        and tree.tokens[subject].upos in ("NOUN", "PROPN")
        and tree.tokens[subject].deprel != "nsubj:pass"
        for clause in tree.dependants(at, "ccomp")
        for subject in tree.dependants(clause, "nsubj")
    )


def _with_purpose(
    tree: Tree, at: int, own: Meaning | None, path: frozenset[int], depth: int
) -> Meaning | None:
    """Return the act that forces are sent for, where the words say: it counts, not the sending."""
    if own is None or (own.code != "MOBILIZE" and own.mode != "visit"):
        return own
    below = tree.dependants(at, "advcl", "xcomp")
    below += tuple(
        one for noun in tree.dependants(at, "obj") for one in tree.dependants(noun, "acl")
    )
    ends = [one for one in below if is_purpose(tree, one) or tree.tokens[one].xpos == "VBG"]
    done = _first(tree, tuple(ends), path, depth)
    wanted = ("ASSAULT", "COERCE", "AID") if own.code == "MOBILIZE" else ("REQUEST", "AID")
    return done if done is not None and done.code in wanted else own


def _told_in(
    tree: Tree, words: tuple[int, ...], path: frozenset[int], depth: int
) -> Meaning | None:
    """Return the act that a text tells of which a verb passes: "adopted a resolution condemning"."""
    for noun in words[1:]:
        if tree.lemma(noun) in _TEXTS:
            told = tuple(
                one for one in tree.dependants(noun, "acl") if tree.tokens[one].xpos == "VBG"
            )
            found = _first(tree, told, path, depth)
            if found is not None:
                return replace(found, words=tuple(sorted({*words, *found.words})))
    return None


def _needed(tree: Tree, at: int) -> Meaning | None:
    """Return a request for what a speaker says ought to be done."""
    for one in tree.dependants(at, "ccomp"):
        auxiliaries = {tree.lemma(aux) for aux in tree.dependants(one, "aux")}
        subjects = tree.dependants(one, "nsubj")
        if any(tree.tokens[subject].upos == "PRON" for subject in subjects):
            continue
        if auxiliaries & _OUGHT or tree.lemma(one) in ("need", "require", "necessary", "urgent"):
            return Meaning("REQUEST", "change", words=(at, one))
    return None


def _is_asked(tree: Tree, at: int, path: frozenset[int]) -> bool:
    """Say whether the party asked about is the one asked, not the one that the act would fall on."""
    asked = set(tree.dependants(at, "obj", "iobj"))
    for one in tree.dependants(at, "obl"):
        if any(
            tree.lemma(case) in ("on", "upon", "to", "from")
            for case in tree.dependants(one, "case")
        ):
            asked.add(one)
    return any(one in path and NOUNS.get(tree.lemma(one)) is None for one in asked)


def _governed(
    tree: Tree, at: int, sense: Sense, path: frozenset[int], depth: int
) -> Meaning | None:
    """Return the act that a word governs: of a verb that only carries it, its object's first."""
    if tree.tokens[at].upos in ("NOUN", "PROPN"):
        below = _of(tree, at, _OWNED)
        below = tuple(one for one in below if tree.tokens[one].deprel != "acl:relcl")
        if tree.lemma(at) in _SPOKEN:
            below = tuple(one for one in below if not _is_topic(tree, one))
    elif sense.operator in ("light", "receive", "pass"):
        below = _complements(tree, at, sense, _CARRIED if not sense.code else _CARRIED[:3])
        # what has an act of its own carries another only where that is one in any company
        return _first(tree, below, path, depth, under=not sense.code)
    else:
        below = _complements(tree, at, sense, _COMPLEMENTS)
    return _first(tree, tuple(sorted(below, key=lambda one: one not in path)), path, depth)


def _complements(tree: Tree, at: int, sense: Sense, order: tuple[str, ...]) -> tuple[int, ...]:
    if tree.tokens[at].upos == "ADJ":
        return _of(tree, at, (*order, "obl", "advcl"))
    purposes = tuple(one for one in tree.dependants(at, "advcl") if is_purpose(tree, one))
    subjects: tuple[int, ...] = ()
    objects = {tree.lemma(one) for one in tree.dependants(at, "obj")}
    if sense.operator in _INTRANSITIVE and objects <= _EMPTY:
        subjects = tuple(
            one
            for one in tree.dependants(at, "nsubj")
            if tree.tokens[one].upos == "NOUN" and _is_act(tree, one)
        )
    asked_for: tuple[int, ...] = ()
    if sense.operator in ("ask", "appeal"):  # parsers hang "for talks" from the one asked
        asked_for = tuple(
            one
            for named in tree.dependants(at, "obj")
            for one in tree.dependants(named, "nmod")
            if is_purpose(tree, one)
        )
    own = tuple(
        one
        for one in _of(tree, at, order)
        if not _is_agent(tree, one) and not _is_circumstance(tree, one)
    )
    return (*subjects, *own, *asked_for, *purposes)


def _is_agent(tree: Tree, at: int) -> bool:
    return tree.relation(at) == "obl" and any(
        tree.lemma(case) == "by" for case in tree.dependants(at, "case")
    )


def _is_circumstance(tree: Tree, at: int) -> bool:
    """Say whether a phrase only tells what else went on: "amid warnings", "since the attack"."""
    return tree.relation(at) == "obl" and any(
        tree.lemma(case) in _CIRCUMSTANCE for case in tree.dependants(at, "case")
    )


def _is_topic(tree: Tree, at: int) -> bool:
    """Say whether a phrase tells what is spoken of: "a statement on the protests"."""
    return tree.relation(at) == "nmod" and any(
        tree.lemma(case) in ("on", "about", "over", "of") for case in tree.dependants(at, "case")
    )


def _is_act(tree: Tree, at: int) -> bool:
    sense = sense_of_noun(tree, at)
    return sense is not None and not sense.bound


def _of(tree: Tree, at: int, relations: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(one for relation in relations for one in tree.dependants(at, relation))


def _first(
    tree: Tree, below: tuple[int, ...], path: frozenset[int], depth: int, *, under: bool = True
) -> Meaning | None:
    for one in below:
        for at in (one, *tree.dependants(one, "conj")):
            found = meaning_of(tree, at, path=path, under=under, depth=depth + 1)
            if found is not None:
                return found
    return None


def _in_mood(tree: Tree, at: int, act: Meaning | None) -> Meaning | None:
    """Return an act under the negation, the modal and the tense of its own predicate."""
    if act is None:
        return None
    auxiliaries = {tree.tokens[one].text.lower() for one in tree.dependants(at, "aux")}
    if tree.tokens[at].xpos == "VB" and _is_scheduled(tree, at):
        return ahead(act)
    hostile = act.code in HOSTILE
    if is_negated(tree, at):
        kept = hostile and auxiliaries & _FUTURE
        return Meaning("AGREE", words=act.words, future=True) if kept else undone(act)
    return ahead(act) if auxiliaries & (_FUTURE | _MAYBE if hostile else _FUTURE) else act


def _is_scheduled(tree: Tree, at: int) -> bool:
    """Say whether something "is to" happen."""
    be = any(tree.lemma(one) == "be" for one in tree.dependants(at, "aux", "cop"))
    return be and any(tree.lemma(one) == "to" for one in tree.dependants(at, "mark", "aux"))


def is_negated(tree: Tree, at: int) -> bool:
    """Say whether a predicate is negated by an adverb or by a subject that is none."""
    near = [tree.lemma(one) for one in tree.dependants(at, "advmod", "aux", "cc", "det")]
    subjects = tree.dependants(at, "nsubj")
    none = [tree.lemma(one) for subject in subjects for one in tree.dependants(subject, "det")]
    return bool(_NOT & {*near, *(one for one in none if one in ("no", "neither"))})
