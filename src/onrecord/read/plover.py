"""PLOVER acts of a sentence: what one party does to another, with the words that carry it.

Type and mode names are PLOVER's; the words and rules are ours. An act is found in three steps: the
predicate that links the two parties in the dependency tree, what that predicate says is done
(`plover_meaning`), and, where the link says nothing, the nearest predicate that does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.domain.span import Extent
from onrecord.read.plover_lookup import sense_of_verb
from onrecord.read.plover_meaning import meaning_of, only_reports
from onrecord.read.plover_modes import is_misfortune, with_instrument
from onrecord.read.plover_operators import MUTUAL, Meaning
from onrecord.read.plover_parties import BLAMED, actors_of, recipients_of
from onrecord.read.plover_senses import QUADS
from onrecord.read.tree import Tree

#: How many of the parties that a predicate names are coded.
_ACTORS = 2
_RECIPIENTS = 2
_JOINED = frozenset({"conj", "parataxis", "list"})
#: Whose violence is a riot.
_CROWDS = frozenset("protester demonstrator rioter crowd marcher striker mob youth student".split())
#: Whose raid is an attack and no search.
_RAIDERS = frozenset(
    """air plane bomber gunship helicopter warplane jet aircraft militant rebel fighter gunman
    insurgent bandit guerrilla terrorist militia""".split()
)
_EXERCISES = frozenset({"exercise", "drill", "game", "manoeuvre", "maneuver", "wargame"})
_RELATIVE = frozenset({"acl", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class CodedAct:
    """What one party does to another.

    Attributes:
        code: PLOVER event type.
        mode: PLOVER mode; empty where the words tell none.
        words: Indices of the tokens that carry it, in order.
        actor: Where the one who acts is named; `None` where nobody is.
        recipient: Where the one acted upon is named; `None` where nobody is.
        future: Whether it lies ahead.
        cameo: CAMEO root, where it is not the one the type stands for.
    """

    code: str
    mode: str
    words: tuple[int, ...]
    actor: Extent | None = None
    recipient: Extent | None = None
    future: bool = False
    cameo: str = ""

    @property
    def quad(self) -> int:
        """Return the quad class: verbal or material, cooperation or conflict, from 1 to 4."""
        return QUADS[self.code]


def act_between(tree: Tree, actor: Extent, recipient: Extent | None) -> CodedAct | None:
    """Return what `actor` does to `recipient`, or `None` where no word of the sentence tells.

    Args:
        tree: The sentence.
        actor: Where the one who acts is named.
        recipient: Where the one acted upon is named; `None` for an act that has no such party.
    """
    doer = head_in(tree, actor)
    if doer is None:
        return None
    borne = None if recipient is None else head_in(tree, recipient)
    path = _between(tree, doer, borne)
    named = frozenset(tree.indices_in(actor))
    links = (at for at in _links(tree, doer, borne) if at not in named or not _is_verb(tree, at))
    others = (at for at in _near(tree, doer, borne) if at not in named)
    for start in dict.fromkeys((*links, *others)):
        found = meaning_of(tree, start, path=path)
        if found is not None and not found.negated:
            return _coded(tree, _by_parties(tree, found, doer, borne), actor, recipient)
    return None


def _is_verb(tree: Tree, at: int) -> bool:
    return tree.tokens[at].upos == "VERB"


def acts_in(tree: Tree) -> tuple[CodedAct, ...]:
    """Return the acts that a sentence tells, in order of their words, with the parties it names.

    Each predicate that says something is done is coded once, with all it governs; where it names an
    actor but no recipient and the actors are several, they act on one another.
    """
    found: list[CodedAct] = []
    spent: set[int] = set()
    for at in _outermost_first(tree):
        if at in spent or only_reports(tree, at) or tree.lemma(at) in BLAMED:
            continue
        act = meaning_of(tree, at)
        if act is None or is_misfortune(tree, act):
            continue
        spent.update(act.words)
        if not act.negated:
            found += _with_parties(tree, at, act)
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(act: CodedAct) -> tuple[object, ...]:
    nowhere = Extent(0, 0)
    return (act.words, act.actor or nowhere, act.recipient or nowhere, act.code)


def _outermost_first(tree: Tree) -> tuple[int, ...]:
    depths: dict[int, int] = {}
    order = [at for at, token in enumerate(tree.tokens) if token.head < 0]
    depths.update(dict.fromkeys(order, 0))
    for at in order:
        for child in tree.children[at]:
            if child not in depths:
                depths[child] = depths[at] + 1
                order.append(child)
    words = [at for at in order if tree.tokens[at].upos in ("VERB", "ADJ", "NOUN")]
    return tuple(sorted(words, key=lambda at: (tree.tokens[at].upos == "NOUN", depths[at], at)))


def _with_parties(tree: Tree, at: int, act: Meaning) -> Iterator[CodedAct]:
    """Yield an act once for each pair of parties that the grammar gives it."""
    actors = actors_of(tree, at)
    inner = recipients_of(tree, act.words, at)
    borne = [one for one in inner if one not in actors and _can_suffer(tree, one)]
    named = _likeliest(tree, borne)
    if len(actors) > 1 and act.code in MUTUAL:
        yield _of_parties(tree, _by_parties(tree, act, actors[0], actors[1]), actors[0], actors[1])
        named = [one for one in named if one not in act.words]
        if not named:
            return
    if not actors:
        return
    for doer in actors[:_ACTORS]:
        if not named:
            yield _of_parties(tree, act, doer, None)
        for one in named:
            yield _of_parties(tree, _again(tree, at, act, doer, one), doer, one)


def _likeliest(tree: Tree, borne: list[int]) -> list[int]:
    """Return the first who can be meant, and the next who is named."""
    rest = sorted(borne[1:], key=lambda one: not _is_named(tree, one))
    return [*borne[:1], *rest][:_RECIPIENTS]


def _again(tree: Tree, at: int, act: Meaning, doer: int, borne: int) -> Meaning:
    """Return the act as it is between these two."""
    found = meaning_of(tree, at, path=_between(tree, doer, borne))
    return _by_parties(tree, act if found is None or found.negated else found, doer, borne)


def _of_parties(tree: Tree, act: Meaning, doer: int, borne: int | None) -> CodedAct:
    actor = tree.phrase(_speaker_meant(tree, doer))
    return _coded(tree, act, actor, None if borne is None else tree.phrase(borne))


def _speaker_meant(tree: Tree, at: int) -> int:
    """Return the subject that a pronoun takes up in its sentence: "Velmara said it would"."""
    if tree.tokens[at].upos != "PRON":
        return at
    for above in tree.ancestors(at)[1:]:
        for subject in tree.dependants(above, "nsubj", "nsubj:pass"):
            if subject < at and tree.tokens[subject].upos in ("NOUN", "PROPN"):
                return subject
    return at


def _can_suffer(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    return token.upos in ("NOUN", "PROPN", "NUM") or (token.upos == "ADJ" and _is_named(tree, at))


def _is_named(tree: Tree, at: int) -> bool:
    phrase = tree.phrase(at)
    return any(phrase.overlaps(Extent(one.start, one.end)) for one in tree.parse.entities)


def head_in(tree: Tree, extent: Extent) -> int | None:
    """Return the token that heads the words at an extent; `None` where no token stands there."""
    inside = {
        at
        for at, token in enumerate(tree.tokens)
        if token.start < extent.end and extent.start < token.end
    }
    tops = [at for at in sorted(inside) if tree.tokens[at].head not in inside]
    named = [at for at in tops if tree.tokens[at].upos in ("NOUN", "PROPN", "PRON")]
    return next(iter(named or tops), None)


def _by_parties(tree: Tree, act: Meaning, doer: int, borne: int | None) -> Meaning:
    """Return the act that who does it, and with whom, makes of a predicate.

    Forces that keep the peace help; a crowd's violence is a riot; a raid by warplanes is an attack and
    no search; an exercise held together is cooperation.
    """
    words = {tree.lemma(at) for at in act.words}
    if act.code == "ASSAULT" and _is_crowd(tree, words, doer, borne):
        return replace(act, code="PROTEST", mode="riot")
    if act.mode == "seize" and "raid" in words:
        armed = {tree.lemma(at) for at in tree.subtree(doer)} & _RAIDERS
        return replace(act, code="ASSAULT", mode="") if armed else act
    if act.code != "MOBILIZE":
        return act
    if any(token.lemma.lower().startswith("peacekeep") for token in tree.tokens):
        return replace(act, code="AID", mode="")
    shared = borne is not None and words & _EXERCISES and _is_together(tree, doer, borne)
    return replace(act, code="COOPERATE", mode="") if shared else act


def _is_crowd(tree: Tree, words: set[str], doer: int, borne: int | None) -> bool:
    clash = borne is not None and tree.lemma(borne) == "police" and "clash" in words
    named = {tree.lemma(at) for at in (doer, *tree.dependants(doer, "nmod"))}
    return clash or bool(named & _CROWDS)


def _is_together(tree: Tree, doer: int, borne: int) -> bool:
    """Say whether two parties are named as one: joined, "with", or side by side."""
    companion = any(tree.lemma(case) == "with" for case in tree.dependants(borne, "case"))
    beside = tree.tokens[borne].head == tree.tokens[doer].head
    return companion or beside or doer in tree.ancestors(borne)


def _coded(tree: Tree, act: Meaning, actor: Extent | None, recipient: Extent | None) -> CodedAct:
    found = with_instrument(tree, act)
    return CodedAct(
        found.code, found.mode, found.words, actor, recipient, found.future, found.cameo
    )


def _between(tree: Tree, doer: int, borne: int | None) -> frozenset[int]:
    """Return the tokens on the way between two tokens in the tree."""
    if borne is None:
        return frozenset()
    up, other = _upwards(tree, doer), _upwards(tree, borne)
    return frozenset(set(up) ^ set(other)) | {borne}


def _upwards(tree: Tree, at: int) -> tuple[int, ...]:
    return (at, *tree.ancestors(at))


def _links(tree: Tree, doer: int, borne: int | None) -> Iterator[int]:
    """Yield the predicates that link the parties, the likeliest first."""
    if borne is None:
        yield from _governors(tree, doer)
        return
    above = set(_upwards(tree, doer))
    way = _upwards(tree, borne)
    common = next((at for at in way if at in above), None)
    if common is None:
        return
    down = tuple(reversed(way[: way.index(common)]))
    if common == doer:
        yield from _below_party(tree, doer, down)
    elif common == borne:
        up = _upwards(tree, doer)
        yield from _below_party(tree, borne, tuple(reversed(up[: up.index(common)])))
    else:
        yield from _restarts(tree, common, down)
        yield from (at for at in _upwards(tree, doer)[1:2] if tree.tokens[at].upos == "NOUN")
    yield from _governors(tree, doer)


def _below_party(tree: Tree, party: int, down: tuple[int, ...]) -> Iterator[int]:
    """Yield the links where one party stands inside the other's phrase."""
    if down and tree.tokens[down[0]].deprel in _RELATIVE:
        yield from _restarts(tree, down[0], down[1:])
    yield party


def _restarts(tree: Tree, common: int, down: tuple[int, ...]) -> Iterator[int]:
    """Yield the innermost predicate that shares the subject of `common`, then `common`."""
    shared = takewhile(lambda at: tree.relation(at) in _JOINED or _is_participle(tree, at), down)
    yield from reversed([at for at in shared if tree.is_predicate(at)])
    yield from _climbed(tree, common)
    yield common


def _is_participle(tree: Tree, at: int) -> bool:
    """Say whether a participle tells what the subject does besides: "…, calling", not "after calling"."""
    marked = tree.dependants(at, "mark", "case")
    return tree.relation(at) == "advcl" and tree.tokens[at].xpos == "VBG" and not marked


def _climbed(tree: Tree, at: int) -> Iterator[int]:
    """Yield the verb that a noun or an infinitive serves, where that verb does something with it."""
    governor = tree.tokens[at].head
    if governor < 0:
        return
    serves = tree.relation(at) == "xcomp" or (
        tree.tokens[at].upos in ("NOUN", "PROPN") and tree.relation(at) in ("obj", "nsubj")
    )
    found = (
        sense_of_verb(tree, governor) if serves and tree.tokens[governor].upos == "VERB" else None
    )
    if found is not None and found[0].operator not in ("", "say", "announce"):
        yield governor


def _governors(tree: Tree, doer: int) -> Iterator[int]:
    """Yield the predicates above a party, and those joined to them."""
    for at in tree.ancestors(doer):
        if tree.tokens[at].upos in ("VERB", "ADJ", "AUX"):
            yield at
            yield from tree.dependants(at, "conj", "advcl", "xcomp", "ccomp", "parataxis")


def _near(tree: Tree, doer: int, borne: int | None) -> Iterator[int]:
    """Yield every word, those nearest to the one acted upon first, verbs before nouns."""
    to = doer if borne is None else borne
    words = [
        at
        for at, token in enumerate(tree.tokens)
        if token.upos in ("VERB", "NOUN", "ADJ") and tree.relation(at) != "amod"
    ]
    yield from sorted(words, key=lambda at: (tree.tokens[at].upos != "VERB", abs(at - to), at))
