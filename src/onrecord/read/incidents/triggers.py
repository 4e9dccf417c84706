"""Which words of a sentence tell of an act of violence, what act, and whether it is told as done."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.incident import IncidentKind
from onrecord.read.incidents.means import (
    agent_is,
    by_accident,
    by_instrument,
    has_human_agent,
    kind_by_means,
    stands_near,
)
from onrecord.read.incidents.mention import Fate, Trigger
from onrecord.read.incidents.naming import act_named
from onrecord.read.incidents.party_roles import NO_PARTY, is_plural, singular
from onrecord.read.incidents.roles import cases, is_passive
from onrecord.read.incidents.told import is_held_off
from onrecord.read.incidents.words import BOMBS, EXPLOSIVES, POLICE, SHOTS, SOLDIERS, VERBS
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree


def triggers_in(sentence: SentenceReading) -> Iterator[Trigger]:
    """Yield the words that tell of acts, in order of the text, leaving out what is not told as done."""
    tree = sentence.tree
    for at, token in enumerate(tree.tokens):
        found = None
        if token.upos == "VERB" or (token.upos == "ADJ" and tree.lemma(at) in _DONE_ADJECTIVES):
            found = _verb(tree, at)
        elif token.upos in ("NOUN", "PROPN"):
            found = act_named(tree, at)
        if found is not None and not is_held_off(sentence, found.at):
            yield found


_DONE_ADJECTIVES = frozenset({"dead", "murdered", "kidnapped", "assassinated", "slain"})
_KILLING_FATES: dict[str, Fate] = {"killing": "killed", "execution": "killed"}


def _verb(tree: Tree, at: int) -> Trigger | None:
    lemma = tree.lemma(at)
    found = next((one for rule in _VERB_RULES if (one := rule(tree, at, lemma)) is not None), None)
    kind = VERBS.get(lemma)
    if found is not None or kind is None:
        return found
    if lemma in ("wound", "maim"):
        return _harm(tree, at, "injured")
    if _is_no_act(tree, at, lemma):
        return None
    if kind in ("attack", "killing", "execution", "shooting"):
        fate: Fate = "killed" if _ends_dead(tree, at) else _KILLING_FATES.get(kind, "")
        return Trigger(at, kind_by_means(tree, at, kind), "act", fate)
    return Trigger(at, kind, "act")


def _ends_dead(tree: Tree, at: int) -> bool:
    """Say whether a verb goes on with "dead" or "to death"."""
    following = [token.text.lower() for token in tree.tokens[at + 1 : at + 3]]
    return following[:1] == ["dead"] or following == ["to", "death"]


def _is_no_act(tree: Tree, at: int, lemma: str) -> bool:
    """Say whether a verb is used otherwise: an accident, a search by police, fire that spreads."""
    if lemma == "gun":
        return not _particle(tree, at, "down")
    if lemma == "raid":
        return agent_is(tree, at, POLICE | SOLDIERS)
    if lemma == "execute":
        objects = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
        return bool(objects & _CARRIED_OUT)
    if lemma in ("burn", "steal", "loot"):
        return not has_human_agent(tree, at)
    return VERBS[lemma] == "killing" and by_accident(tree, at) and not by_instrument(tree, at)


_CARRIED_OUT = frozenset("plan order attack operation strategy warrant mission command".split())


def _explodes(tree: Tree, at: int, lemma: str) -> Trigger | None:
    goes_off = lemma in ("go", "set") and _particle(tree, at, "off")
    blows_up = lemma == "blow" and _particle(tree, at, "up")
    if not (goes_off or blows_up or lemma in ("explode", "detonate", "blast")):
        return None
    if goes_off and not stands_near(tree, at, EXPLOSIVES):
        return None
    return Trigger(at, "bombing", "act")


_SETTING_OFF = frozenset("hurl throw toss lob launch fire plant place leave use hide drop".split())


def _throws(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in _SETTING_OFF:
        return None
    things = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
    if things & BOMBS or (lemma in ("hurl", "throw", "toss", "lob") and things & EXPLOSIVES):
        return Trigger(at, "bombing", "act")
    if lemma == "fire" and not (things & EXPLOSIVES) and not _dismissed(tree, at, things):
        return Trigger(at, "shooting", "act")
    if lemma in ("fire", "launch") and things & EXPLOSIVES:
        return Trigger(at, "shelling", "act")
    return None


def _dismissed(tree: Tree, at: int, things: set[str]) -> bool:
    """Say whether somebody was fired from a post rather than upon."""
    aimed = any(
        set(cases(tree, child)) & {"at", "on", "upon", "against", "into"}
        and tree.tokens[child].upos in ("NOUN", "PRON", "PROPN")
        and singular(tree, child) not in NO_PARTY | {"charge", "ground"}
        for child in tree.dependants(at, "obl")
    )
    return is_passive(tree, at) or not (things & SHOTS or aimed)


def _opens_fire(tree: Tree, at: int, lemma: str) -> Trigger | None:
    objects = {singular(tree, child) for child in tree.dependants(at, "obj")}
    if lemma == "open" and "fire" in objects:
        return Trigger(at, "shooting", "act")
    if lemma in ("set", "catch"):
        near = objects | {singular(tree, child) for child in tree.dependants(at, "obl", "xcomp")}
        if lemma == "set" and near & {"fire", "ablaze", "alight"}:
            return Trigger(at, "arson", "act")
    return None


def _takes_people(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in ("take", "hold", "seize"):
        return None
    near = {singular(tree, child) for child in tree.dependants(at, "obj", "xcomp", "obl", "iobj")}
    return Trigger(at, "abduction", "act") if near & {"hostage", "captive"} else None


def _hits(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in (
        "hit",
        "strike",
        "destroy",
        "damage",
        "demolish",
        "shatter",
        "topple",
        "rock",
        "target",
    ):
        return None
    if by_instrument(tree, at) or agent_is(tree, at, EXPLOSIVES | {"blast"}):
        kind: IncidentKind = kind_by_means(tree, at, "bombing")
        return Trigger(at, kind, "harm" if lemma in ("shatter", "rock", "damage") else "act")
    if has_human_agent(tree, at):
        return Trigger(at, "attack", "act")
    return Trigger(at, "attack", "harm") if lemma in ("destroy", "damage") else None


def _suffers(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma in ("injure", "hurt", "die", "perish"):
        return _harm(tree, at, "killed" if lemma in ("die", "perish") else "injured")
    if lemma == "find":
        states = {
            tree.lemma(child) for child in tree.dependants(at, "xcomp", "advmod", "obj", "amod")
        }
        bodies = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
        if states & {"dead", "murder", "slain", "hang", "strangle"} or bodies & {
            "body",
            "corpse",
            "cadaver",
        }:
            return Trigger(at, "killing", "act", "killed")
    if lemma == "dead":
        return (
            Trigger(at, "attack", "harm", "killed")
            if tree.relation(at) in ("xcomp", "root")
            else None
        )
    return None


def _harm(tree: Tree, at: int, fate: Fate) -> Trigger:
    human = has_human_agent(tree, at) and fate == "injured"
    return Trigger(at, kind_by_means(tree, at, "attack"), "act" if human else "harm", fate)


def _identified(tree: Tree, at: int, lemma: str) -> Trigger | None:
    """Return the harm where the dead or injured are named: "the injured were identified as …"."""
    if lemma not in ("identify", "name") or not is_passive(tree, at):
        return None
    words = {tree.tokens[child].text.lower() for child in tree.dependants(at, "nsubj")}
    fate = next((fate for word in sorted(words) if (fate := _FATE_OF_WORD.get(word))), None)
    return None if fate is None else Trigger(at, "attack", "harm", fate)


_FATE_OF_WORD: dict[str, Fate] = {
    "dead": "killed", "deceased": "killed", "slain": "killed", "killed": "killed",
    "injured": "injured", "wounded": "injured",
}  # fmt: skip


def _causes(tree: Tree, at: int, lemma: str) -> Trigger | None:
    """Return the harm where damage is caused: "it caused damage to several homes"."""
    if lemma != "cause":
        return None
    objects = tree.dependants(at, "obj", "nsubj:pass")
    damage = any(singular(tree, child) == "damage" for child in objects)
    return Trigger(at, "attack", "harm") if damage else None


def _foils(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in ("deactivate", "defuse", "disarm"):
        return None
    things = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
    return Trigger(at, "bombing", "act", stage="attempted") if things & BOMBS else None


_VERB_RULES = (
    _explodes,
    _throws,
    _opens_fire,
    _takes_people,
    _hits,
    _suffers,
    _foils,
    _causes,
    _identified,
)


def _particle(tree: Tree, verb: int, word: str) -> bool:
    return any(tree.lemma(at) == word for at in tree.dependants(verb, "compound:prt", "advmod"))


def is_several(tree: Tree, at: int) -> bool:
    """Say whether a noun names several acts."""
    return tree.tokens[at].upos in ("NOUN", "PROPN") and is_plural(tree, at)
