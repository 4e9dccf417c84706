"""Who acts and who is acted upon, for a verb or for a noun of action, by the dependency tree."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.read.incidents.words import LIGHT_DOING, THINGS
from onrecord.read.tree import Tree

_RELATIVE = frozenset("who which that whom whose where".split())
_AT = frozenset("against on at upon into inside outside".split())
#: What else leads to the party acted upon: "set fire to", "clashed with".
_TOWARD = {
    "set": frozenset({"to"}),
    "clash": frozenset({"with"}),
    "skirmish": frozenset({"with"}),
}
_CLAIMING = frozenset("claim take assume accept admit acknowledge".split())


@dataclass(frozen=True, slots=True)
class Roles:
    """Tokens that head the parties of an act.

    Attributes:
        agents: Who does it.
        patients: To whom or what.
        cue: The token of the word that holds somebody responsible; -1 where there is none.
    """

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    cue: int = -1


def of_verb(tree: Tree, verb: int) -> Roles:
    """Return the parties of a verb, through passives, relative clauses, control and conjunction."""
    by = tuple(at for at in tree.dependants(verb, "obl") if _is_by(tree, at))
    objects = tree.dependants(verb, "obj", "iobj")
    toward = _AT | _TOWARD.get(tree.lemma(verb), frozenset())
    aimed = tuple(
        at
        for at in tree.dependants(verb, "obl")
        if set(cases(tree, at)) & toward and not _is_by(tree, at)
    )
    subject, cue = subject_of(tree, verb)
    subjects = () if subject < 0 else (subject,)
    if is_passive(tree, verb):
        return Roles(_spread(tree, by), _spread(tree, subjects), cue)
    return Roles(_spread(tree, subjects), _spread(tree, (*objects, *aimed)), cue)


def is_passive(tree: Tree, verb: int) -> bool:
    """Say whether a verb is in the passive: by its auxiliary, its subject or as a bare participle."""
    token = tree.tokens[verb]
    if any(tree.tokens[at].deprel in ("aux:pass", "nsubj:pass") for at in tree.children[verb]):
        return True
    if token.deprel == "acl":
        return token.xpos in ("VBN", "VBD")
    if token.deprel.startswith(("amod", "xcomp")):
        return token.xpos == "VBN"
    shares = tree.relation(verb) == "conj" and token.head >= 0
    own = tree.dependants(verb, "nsubj", "obj", "aux")
    return bool(shares and not own and token.xpos == "VBN" and is_passive(tree, token.head))


def subject_of(tree: Tree, verb: int) -> tuple[int, int]:
    """Return the token that a verb is said of, and the word that holds it responsible (or -1).

    Of "accused the army of killing", that is the army and "accused".
    """
    at, cue = verb, -1
    for _ in range(6):
        own = tree.dependants(at, "nsubj")
        if own:
            return _antecedent(tree, own[0]), cue
        up = tree.tokens[at].head
        if up < 0:
            return -1, cue
        relation = tree.tokens[at].deprel
        if relation.startswith("acl"):
            return up, cue
        if relation.startswith(("xcomp", "advcl", "ccomp", "obl")):
            if relation.startswith("ccomp") and _is_finite(tree, at):
                return _misplaced_subject(tree, at, up), cue
            held = tree.dependants(up, "obj")
            if (held and relation.startswith(("xcomp", "ccomp"))) or (
                held and _marked_of(tree, at)
            ):
                return held[0], up
            cue = up if cue < 0 else cue
        elif not relation.startswith("conj"):
            return -1, cue
        at = up
    return -1, cue


def _misplaced_subject(tree: Tree, verb: int, governor: int) -> int:
    """Return what parsers take for the governor's object in "charged that X, Y and Z are …"."""
    marks = tree.dependants(verb, "mark")
    between = [at for at in tree.dependants(governor, "obj") if governor < at < verb]
    return between[0] if marks and between and marks[0] < between[0] else -1


def _is_finite(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].xpos in ("VBD", "VBZ", "VBP") or bool(tree.dependants(verb, "aux"))


def of_noun(tree: Tree, noun: int) -> Roles:
    """Return the parties of a noun of action: by its complements, and by the verb that carries it."""
    agents = [at for at in tree.dependants(noun, "nmod", "obl") if _is_by(tree, at)]
    patients = [
        at
        for at in tree.dependants(noun, "nmod", "obl")
        if set(cases(tree, at)) & (_AT | {"of"}) and tree.tokens[at].deprel != "nmod:poss"
    ]
    cue = -1
    up = tree.tokens[noun].head
    if tree.lemma(noun) in ("responsibility", "credit"):
        subject, _ = subject_of(tree, up)
        return Roles(_spread(tree, () if subject < 0 else (subject,)), (), up)
    relation = tree.tokens[noun].deprel
    if up >= 0 and tree.lemma(up) in LIGHT_DOING and relation == "obj":
        subject, cue = subject_of(tree, up)
        agents += [subject] if subject >= 0 and not is_passive(tree, up) else []
    elif up >= 0 and tree.lemma(up) in LIGHT_DOING and relation.startswith("nsubj"):
        agents += [at for at in tree.dependants(up, "obl") if _is_by(tree, at)]
    elif up >= 0 and tree.lemma(up) == "receive" and relation == "obj":
        subject, _ = subject_of(tree, up)
        patients += [subject] if subject >= 0 else []
    elif up >= 0 and not relation.startswith("acl"):
        responsible, cue = _responsible(tree, noun)
        agents += responsible
    for child in tree.dependants(noun, "acl"):
        if tree.lemma(child) in LIGHT_DOING or tree.lemma(child) == "attribute":
            agents += [at for at in tree.dependants(child, "obl") if _is_by(tree, at)]
    return Roles(_spread(tree, agents), _spread(tree, patients), cue)


def places_struck(tree: Tree, act: int) -> tuple[int, ...]:
    """Return the buildings and vehicles at which something exploded or burned.

    "exploded in front of the bank", "a bomb was planted under the bridge", "the blast occurred at the
    station": the phrase hangs from the act or from the verb that carries it.
    """
    up = tree.tokens[act].head
    carried = up >= 0 and tree.relation(act) in ("nsubj", "obj") and tree.tokens[up].upos == "VERB"
    found: list[int] = []
    for host in (act, *((up,) if carried else ())):
        for at in tree.dependants(host, "obl", "nmod"):
            if tree.tokens[at].deprel in ("nmod:poss", "obl:agent"):
                continue
            spot = _beside(tree, at) if set(cases(tree, at)) & _WHERE else -1
            if spot >= 0:
                found.append(spot)
    return _spread(tree, found)


_WHERE = frozenset("in at near inside outside under beside against on into by behind next".split())
_SIDES = frozenset(
    "front vicinity outside entrance back side rear parking gate door block meter".split()
)


def _beside(tree: Tree, at: int) -> int:
    """Return the thing a phrase of place is about, or -1 where it is about none."""
    if tree.lemma(at) in _SIDES:
        of = [
            sub
            for sub in tree.dependants(at, "nmod")
            if {"of", "from", "to"} & set(cases(tree, sub))
        ]
        at = of[0] if of else -1
    if at < 0:
        return -1
    lemma = tree.lemma(at)
    return at if lemma in _STRUCK or lemma.removesuffix("s") in _STRUCK else -1


#: Things that are struck where something explodes: not the towns and roads it happens in.
_STRUCK = THINGS - frozenset(
    "city town village neighborhood neighbourhood road highway park square field farm playground seat box "
    "street avenue mine network system".split()
)


def _responsible(tree: Tree, noun: int) -> tuple[list[int], int]:
    """Return who answers for the act a noun names, and the word that says so.

    "X claimed responsibility for the attack", "X is responsible for …", "Y blamed X for …",
    "Y attributed the attack to X", "X participated in …".
    """
    up = tree.tokens[noun].head
    word = tree.lemma(up)
    if word in ("responsibility", "credit"):
        verb = tree.tokens[up].head
        if verb >= 0 and tree.lemma(verb) in _CLAIMING:
            subject, _ = subject_of(tree, verb)
            return ([subject] if subject >= 0 else []), verb
        return [], -1
    if word in ("attribute", "ascribe", "credit"):
        return [at for at in tree.dependants(up, "obl") if "to" in cases(tree, at)], up
    if word in ("blame", "pin") and not tree.tokens[noun].deprel.startswith("obl"):
        return [at for at in tree.dependants(up, "obl") if "on" in cases(tree, at)], up
    if word in ("accuse", "blame", "charge", "suspect", "implicate"):
        held = tree.tokens[noun].deprel.startswith("obl")
        return ([*tree.dependants(up, "obj"), *_passive_subject(tree, up)] if held else []), up
    if word in (
        "responsible",
        "guilty",
        "participate",
        "involve",
        "confess",
        "implicated",
        "involved",
        "behind",
    ):
        subject, _ = subject_of(tree, up)
        return ([subject] if subject >= 0 else []), up
    return [], -1


def _passive_subject(tree: Tree, verb: int) -> list[int]:
    if not is_passive(tree, verb):
        return []
    subject, _ = subject_of(tree, verb)
    return [subject] if subject >= 0 else []


def cases(tree: Tree, index: int) -> tuple[str, ...]:
    """Return the prepositions of a phrase."""
    return tuple(tree.lemma(at) for at in tree.dependants(index, "case", "mark"))


def _is_by(tree: Tree, index: int) -> bool:
    return tree.tokens[index].deprel == "obl:agent" or "by" in cases(tree, index)


def _marked_of(tree: Tree, verb: int) -> bool:
    return any(
        tree.lemma(at) in ("of", "for", "with") for at in tree.dependants(verb, "mark", "case")
    )


def _antecedent(tree: Tree, subject: int) -> int:
    """Return the noun that a relative pronoun stands for, else the token itself."""
    if tree.tokens[subject].text.lower() not in _RELATIVE:
        return subject
    for at in (subject, *tree.ancestors(subject)):
        if tree.tokens[at].deprel.startswith("acl"):
            return tree.tokens[at].head
    return subject


def _spread(tree: Tree, heads: tuple[int, ...] | list[int]) -> tuple[int, ...]:
    """Return heads with the nouns joined to them, each once."""
    found: list[int] = []
    for head in heads:
        antecedent = _antecedent(tree, head)
        for at in (antecedent, *_joined(tree, antecedent)):
            if at not in found:
                found.append(at)
    return tuple(found)


def _including(tree: Tree, head: int) -> tuple[int, ...]:
    """Return those named behind "including"."""
    near = (*tree.dependants(head, "nmod", "acl"), *tree.dependants(tree.tokens[head].head, "obl"))
    return tuple(at for at in near if "include" in cases(tree, at) and at > head)


def _joined(tree: Tree, head: int) -> tuple[int, ...]:
    return tuple(
        at
        for at in (*tree.dependants(head, "conj", "list"), *_including(tree, head))
        if tree.tokens[at].upos in ("NOUN", "PROPN", "NUM", "ADJ", "PRON")
    )
