"""From the words of a sentence to its mentions of acts: parties, time, places and how they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.domain.incident import IncidentStage, Standing
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.incidents.mention import Mention, PartyMention, Trigger
from onrecord.read.incidents.parties import organisations_of, party_at
from onrecord.read.incidents.party_roles import singular
from onrecord.read.incidents.roles import Roles, cases, of_noun, of_verb, places_struck
from onrecord.read.incidents.running import is_running_toll
from onrecord.read.incidents.settings import Dateline, places_around, when_around
from onrecord.read.incidents.triggers import is_several, triggers_in
from onrecord.read.incidents.words import AUTHORITIES, BLAMING, HEDGES, IRREGULARS, NOUNS, PEOPLE
from onrecord.read.sentence import SentenceReading
from onrecord.read.times import FoundTime
from onrecord.read.tree import Tree

_NEW = frozenset("another other second third fourth new additional further similar".split())


def mentions_in(
    sentence: SentenceReading,
    number: int,
    *,
    times: Sequence[FoundTime],
    dateline: Dateline,
    doc_date: When | Unknown,
) -> Iterator[Mention]:
    """Yield what a sentence tells of acts of violence, in order of the text.

    Args:
        sentence: The sentence.
        number: Its index in the document.
        times: The times it names.
        dateline: Where the report was filed; its words place and date no act.
        doc_date: The date of the document.
    """
    tree = sentence.tree
    for found in triggers_in(sentence):
        trigger = replace(found, stage=_stage(tree, found))
        if trigger.stage != "accomplished":
            trigger = replace(trigger, fate="")  # nobody has died of a threat
        token = tree.tokens[trigger.at]
        if token.start < dateline.end:
            continue
        is_noun = token.upos in ("NOUN", "PROPN")
        roles = of_noun(tree, trigger.at) if is_noun else of_verb(tree, trigger.at)
        roles = _without_dateline(tree, roles, dateline)
        patients = tuple(_patients(sentence, trigger, roles, is_noun=is_noun))
        agents = tuple(_agents(sentence, trigger, roles, is_noun=is_noun))
        yield Mention(
            sentence=number,
            cue=Extent(token.start, token.end),
            kind=trigger.kind,
            telling=trigger.telling,
            stage=trigger.stage,
            agents=agents,
            patients=patients,
            when=when_around(
                sentence, trigger.at, times=times, dateline=dateline, doc_date=doc_date
            ),
            places=places_around(sentence, trigger.at, dateline),
            vague=_is_vague(tree, trigger, patients) or is_running_toll(tree, trigger, patients),
            new=any(tree.lemma(at) in _NEW for at in tree.dependants(trigger.at, "det", "amod")),
            plural=is_several(tree, trigger.at),
        )


def _without_dateline(tree: Tree, roles: Roles, dateline: Dateline) -> Roles:
    """Return roles without the words of the dateline, which parsers take for a subject."""
    if not dateline.end or not tree.tokens or tree.tokens[0].start >= dateline.end:
        return roles
    return replace(
        roles,
        agents=tuple(at for at in roles.agents if tree.tokens[at].start >= dateline.end),
        patients=tuple(at for at in roles.patients if tree.tokens[at].start >= dateline.end),
    )


def _patients(
    sentence: SentenceReading, trigger: Trigger, roles: Roles, *, is_noun: bool
) -> Iterator[PartyMention]:
    tree = sentence.tree
    heads = list(roles.patients)
    if is_noun:
        heads += _owners(tree, trigger.at, of_patient=True)
    elif trigger.fate == "killed" and tree.lemma(trigger.at) in ("die", "perish", "dead"):
        heads = list(roles.agents)
    elif trigger.telling == "harm" and tree.lemma(trigger.at) in ("identify", "name"):
        heads = _named_as(tree, trigger.at)
    bodies = _bodies(tree, heads)
    heads = [at for at in heads if singular(tree, at) not in _CORPSES] + bodies if bodies else heads
    if trigger.kind in ("bombing", "explosion", "arson", "shelling", "airstrike"):
        heads += [at for at in places_struck(tree, trigger.at) if at not in heads]
    for at in _wholes(tree, heads):
        party = party_at(sentence, at, fate=trigger.fate)
        if party is None or _is_instrument(tree, at):
            continue
        yield party
        if party.kind == "thing":
            yield from _owner(sentence, at)


def _named_as(tree: Tree, verb: int) -> list[int]:
    """Return those named in "the injured were identified as A, B and C"."""
    first = [at for at in tree.dependants(verb, "obl", "xcomp") if "as" in cases(tree, at)]
    return [one for at in first for one in (at, *tree.dependants(at, "conj", "list"))]


#: Parts of buildings and vehicles, and words for harm to them: what is struck stands behind "of", "to".
_PARTS = frozenset(
    "window door wall roof facade front showcase glass entrance gate section part damage fence pane".split()
)


def _wholes(tree: Tree, heads: Sequence[int]) -> Iterator[int]:
    """Yield heads, for a part of a thing the things it is a part of: "the windows of two shops"."""
    for at in heads:
        below = [
            sub
            for sub in tree.dependants(at, "nmod")
            if singular(tree, at) in _PARTS and {"of", "to"} & set(cases(tree, sub))
        ]
        yield from (one for sub in below for one in (sub, *tree.dependants(sub, "conj")))
        if not below:
            yield at


def _owner(sentence: SentenceReading, thing: int) -> Iterator[PartyMention]:
    """Yield the person whose home, office or car is attacked."""
    tree = sentence.tree
    if singular(tree, thing) not in _BELONGINGS:
        return
    for at in tree.dependants(thing, "nmod", "nmod:poss"):
        if tree.tokens[at].deprel == "nmod:poss" or "of" in cases(tree, at):
            party = party_at(sentence, at)
            if party is not None and party.kind == "person" and party.names:
                yield party


_BELONGINGS = frozenset(
    "home house residence car vehicle office farm ranch apartment truck".split()
)


_CORPSES = frozenset({"body", "corpse", "cadaver", "remains"})


def _bodies(tree: Tree, heads: Sequence[int]) -> list[int]:
    """Return whose bodies were found."""
    return [
        owner
        for at in heads
        if singular(tree, at) in _CORPSES
        for owner in tree.dependants(at, "nmod:poss", "nmod")
        if tree.tokens[owner].deprel == "nmod:poss" or "of" in cases(tree, owner)
    ]


def _is_instrument(tree: Tree, at: int) -> bool:
    return singular(tree, at) in NOUNS


#: Words that judge an act rather than say who did it: "a terrorist attack".
_LABELS = frozenset("terrorist criminal subversive extremist militant".split())


def _owners(tree: Tree, noun: int, *, of_patient: bool) -> list[int]:
    """Return the parties named before a noun of action: "the priests' murder", "a rebel attack"."""
    killed = NOUNS.get(singular(tree, noun)) in ("killing", "execution", "abduction")
    done_to = any("of" in cases(tree, at) for at in tree.dependants(noun, "nmod"))
    found = []
    for at in tree.dependants(noun, "nmod:poss", "compound", "amod"):
        word = singular(tree, at)
        if word in IRREGULARS or tree.relation(at) == "amod":
            if not of_patient and word in IRREGULARS - _LABELS:
                found.append(at)
            continue
        owner = tree.tokens[at].deprel == "nmod:poss"
        suffers = killed and not (owner and done_to)  # "the rebels' killing of a judge"
        if (owner or word in PEOPLE) and suffers == of_patient:
            found.append(at)
    return found


def _agents(
    sentence: SentenceReading, trigger: Trigger, roles: Roles, *, is_noun: bool
) -> Iterator[PartyMention]:
    tree = sentence.tree
    if trigger.fate == "killed" and tree.lemma(trigger.at) in ("die", "perish", "dead"):
        return
    if tree.lemma(trigger.at) in ("find", "deactivate", "defuse", "disarm"):
        return
    heads = list(roles.agents)
    if is_noun:
        heads += _owners(tree, trigger.at, of_patient=False)
    standing = _standing(sentence, trigger.at, roles.cue)
    for at in heads:
        if _is_instrument(tree, at):
            continue
        party = party_at(sentence, at)
        bodies = organisations_of(sentence, at)
        own = {name.extent for body in bodies for name in body.names}
        if (
            party is not None
            and party.kind == "person"
            and not any(name.extent in own for name in party.names)
        ):
            yield party
        for body in bodies:
            yield replace(body, standing=standing)


def _standing(sentence: SentenceReading, trigger: int, cue: int) -> Standing:
    """Return how the words tie an agent to an act."""
    tree = sentence.tree
    near = (trigger, *([cue] if cue >= 0 else []))
    words = {tree.lemma(at) for up in near for at in tree.dependants(up, "advmod", "amod", "obl")}
    words |= {
        tree.lemma(at)
        for up in near
        for child in tree.dependants(up, "obl", "nsubj")
        for at in tree.dependants(child, "amod", "advmod")
    }
    if cue >= 0 and tree.lemma(cue) in BLAMING:
        named = BLAMING[tree.lemma(cue)]
        if named == "accused" and _speaker_is_authority(sentence, cue):
            return "accused_by_authorities"
        return named
    if words & HEDGES:
        return "possible"
    speech = _speech_above(tree, trigger)
    if speech >= 0 and _speaker_is_authority(sentence, speech):
        return "accused_by_authorities"
    return "fact"


def _speech_above(tree: Tree, at: int) -> int:
    for up in (at, *tree.ancestors(at)):
        head = tree.tokens[up].head
        if (
            tree.relation(up) in ("ccomp", "parataxis")
            and head >= 0
            and tree.tokens[head].upos == "VERB"
        ):
            return head
    return -1


def _speaker_is_authority(sentence: SentenceReading, verb: int) -> bool:
    tree = sentence.tree
    for at in tree.dependants(verb, "nsubj", "obl"):
        if tree.tokens[at].deprel == "nsubj:pass":
            continue
        words = {tree.lemma(sub) for sub in tree.subtree(at, without=tree.dependants(at, "acl"))}
        if words & AUTHORITIES:
            return True
    return False


def _stage(tree: Tree, trigger: Trigger) -> IncidentStage:
    if trigger.stage != "accomplished":
        return trigger.stage
    up = tree.tokens[trigger.at].head
    described = {tree.lemma(at) for at in tree.dependants(trigger.at, "amod", "compound")}
    if described & {"attempt", "foil", "failed", "attempted", "frustrated"}:
        return "attempted"
    if up < 0 or tree.relation(trigger.at) not in ("xcomp", "acl", "nmod", "compound"):
        return "accomplished"
    return _STAGE_BY_GOVERNOR.get(tree.lemma(up), "accomplished")


_STAGE_BY_GOVERNOR: dict[str, IncidentStage] = {
    "attempt": "attempted", "try": "attempted", "threaten": "threatened", "vow": "threatened",
    "threat": "threatened",
}  # fmt: skip


def _is_vague(tree: Tree, trigger: Trigger, patients: Sequence[PartyMention]) -> bool:
    """Say whether a noun names acts in general rather than one that happened."""
    token = tree.tokens[trigger.at]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    counted = tree.dependants(trigger.at, "nummod")
    marked = tree.dependants(trigger.at, "det", "nmod:poss")
    named = any(one.proper or (one.names and not one.plural) for one in patients)
    if is_several(tree, trigger.at):
        known = any(
            tree.tokens[at].text.lower() in ("the", "these", "those")
            for child in tree.dependants(trigger.at, "nmod")
            for at in tree.dependants(child, "det", "nummod")
        )
        return not (counted or named or (known and patients))
    return not (marked or counted or named or patients)
