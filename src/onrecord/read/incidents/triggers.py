"""Which words of a sentence tell of an act of violence, what act, and whether it is told as done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.incident import IncidentKind, IncidentStage
from onrecord.read.incidents.mention import Fate, Telling
from onrecord.read.incidents.parties import is_plural, singular
from onrecord.read.incidents.roles import cases, is_passive
from onrecord.read.incidents.words import (
    BACK_REFERENCES,
    BOMBS,
    EXPLOSIVES,
    IRREGULARS,
    NOUNS,
    POLICE,
    SHOTS,
    SOLDIERS,
    THINGS,
    VEHICLES_OF_ATTACK,
    VERBS,
)
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an act.

    Attributes:
        at: Index of its token.
        kind: What act.
        telling: What the word does for the incident.
        fate: What those acted upon suffer.
        stage: Whether it was done, tried or threatened.
    """

    at: int
    kind: IncidentKind
    telling: Telling
    fate: Fate = ""
    stage: IncidentStage = "accomplished"


def triggers_in(sentence: SentenceReading) -> Iterator[Trigger]:
    """Yield the words that tell of acts, in order of the text, leaving out what is not told as done."""
    tree = sentence.tree
    for at, token in enumerate(tree.tokens):
        found = None
        if token.upos == "VERB" or (token.upos == "ADJ" and tree.lemma(at) in _DONE_ADJECTIVES):
            found = _verb(tree, at)
        elif token.upos in ("NOUN", "PROPN"):
            found = _noun(tree, at)
        if found is not None and not is_held_off(sentence, found):
            yield found


_DONE_ADJECTIVES = frozenset({"dead", "murdered", "kidnapped", "assassinated", "slain"})
_KILLING_FATES: dict[str, Fate] = {"killing": "killed", "execution": "killed"}


def _verb(tree: Tree, at: int) -> Trigger | None:
    lemma = tree.lemma(at)
    for rule in _VERB_RULES:
        found = rule(tree, at, lemma)
        if found is not None:
            return found
    kind = VERBS.get(lemma)
    if kind is None:
        return None
    if kind == "attack" and lemma in ("wound", "maim"):
        return _harm(tree, at, "injured")
    if lemma == "gun" and not _particle(tree, at, "down"):
        return None
    if lemma == "kill" and _by_instrument(tree, at):
        return Trigger(at, _kind_of_instrument(tree, at, "killing"), "act", "killed")
    if lemma == "raid" and _near_agent(tree, at, POLICE | SOLDIERS):
        return None
    if kind == "killing" and _by_accident(tree, at):
        return None
    if kind in ("attack", "killing", "shooting"):
        refined = _kind_of_instrument(tree, at, kind)
        return Trigger(at, refined, "act", _KILLING_FATES.get(kind, ""))
    if kind in ("arson", "robbery") and lemma in ("burn", "steal", "loot"):
        return Trigger(at, kind, "act") if _has_human_agent(tree, at) else None
    return Trigger(at, kind, "act")


def _explodes(tree: Tree, at: int, lemma: str) -> Trigger | None:
    goes_off = lemma in ("go", "set") and _particle(tree, at, "off")
    blows_up = lemma == "blow" and _particle(tree, at, "up")
    if not (goes_off or blows_up or lemma in ("explode", "detonate", "blast")):
        return None
    if goes_off and not _near(tree, at, EXPLOSIVES):
        return None
    return Trigger(at, "bombing", "act")


def _throws(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in ("hurl", "throw", "toss", "lob", "launch", "fire", "plant", "place", "leave", "use", "hide", "drop"):
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
        and tree.lemma(child) not in ("day", "charge", "ground")
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
    if lemma not in ("hit", "strike", "destroy", "damage", "demolish", "shatter", "topple", "rock", "target"):
        return None
    if _by_instrument(tree, at) or _near_agent(tree, at, EXPLOSIVES | {"blast"}):
        kind: IncidentKind = _kind_of_instrument(tree, at, "bombing")
        return Trigger(at, kind, "harm" if lemma in ("shatter", "rock", "damage") else "act")
    if _has_human_agent(tree, at):
        return Trigger(at, "attack", "act")
    return Trigger(at, "attack", "harm") if lemma in ("destroy", "damage") else None


def _suffers(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma in ("injure", "hurt", "die", "perish"):
        return _harm(tree, at, "killed" if lemma in ("die", "perish") else "injured")
    if lemma == "find":
        states = {tree.lemma(child) for child in tree.dependants(at, "xcomp", "advmod", "obj", "amod")}
        bodies = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
        if states & {"dead", "murder", "slain", "hang", "strangle"} or bodies & {"body", "corpse", "cadaver"}:
            return Trigger(at, "killing", "act", "killed")
    if lemma == "dead":
        return Trigger(at, "attack", "harm", "killed") if tree.relation(at) in ("xcomp", "root") else None
    return None


def _harm(tree: Tree, at: int, fate: Fate) -> Trigger:
    human = _has_human_agent(tree, at) and fate == "injured"
    return Trigger(at, _kind_of_instrument(tree, at, "attack"), "act" if human else "harm", fate)


def _foils(tree: Tree, at: int, lemma: str) -> Trigger | None:
    if lemma not in ("deactivate", "defuse", "disarm"):
        return None
    things = {singular(tree, child) for child in tree.dependants(at, "obj", "nsubj:pass")}
    return Trigger(at, "bombing", "act", stage="attempted") if things & BOMBS else None


_VERB_RULES = (_explodes, _throws, _opens_fire, _takes_people, _hits, _suffers, _foils)


def _noun(tree: Tree, at: int) -> Trigger | None:
    word = singular(tree, at)
    kind = NOUNS.get(word)
    described = {singular(tree, child) for child in tree.dependants(at, "compound", "amod", "nmod:unmarked")}
    if kind is None:
        if word in ("responsibility", "credit") and _is_taken(tree, at):
            return Trigger(at, "attack", "back")
        if word in BACK_REFERENCES and _is_pointed_at(tree, at):
            return Trigger(at, "attack", "back")
        if word == "attempt" and described & {"assassination", "murder", "kidnapping", "bombing", "coup"} - {"coup"}:
            return Trigger(at, "attack", "name", stage="attempted")
        if word == "threat" and described & {"death", "bomb"}:
            return Trigger(at, "bombing" if "bomb" in described else "attack", "name", stage="threatened")
        return None
    if tree.relation(at) in ("compound", "flat"):
        return None
    if word in BOMBS:  # a bomb is a thing; it tells of an act through what is done with it
        return None
    if kind in ("attack", "killing"):
        if described & EXPLOSIVES:
            kind = "bombing" if described & (BOMBS | {"grenade"}) else "shelling"
        elif described & VEHICLES_OF_ATTACK | (described & {"air", "aerial"}):
            kind = "drone_attack" if "drone" in described else "airstrike"
        elif described & {"arson", "incendiary"}:
            kind = "arson"
    if described & {"social", "population", "demographic", "verbal", "heart", "personal", "political"}:
        return None
    if word in ("destruction", "burning", "sabotage") and not tree.dependants(at, "nmod"):
        return None
    if word in ("detention", "combat", "battle") or (word == "raid" and described & {"drug", "police"}):
        return None
    telling: Telling = "back" if _is_bare_reference(tree, at) else "name"
    return Trigger(at, kind, telling, "killed" if kind == "killing" else "")


def _is_taken(tree: Tree, at: int) -> bool:
    """Say whether somebody claims responsibility, for what no noun of action here names."""
    up = tree.tokens[at].head
    named = {singular(tree, child) for child in tree.dependants(at, "nmod")}
    claims = up >= 0 and tree.lemma(up) in ("claim", "take", "assume", "accept", "admit")
    return claims and not any(word in NOUNS or word in BACK_REFERENCES for word in named)


def _is_pointed_at(tree: Tree, at: int) -> bool:
    marks = {tree.lemma(child) for child in tree.dependants(at, "det")}
    return bool(marks & {"the", "this", "that", "these", "both"})


def _is_bare_reference(tree: Tree, at: int) -> bool:
    """Say whether a noun only points back: "the attack", "this murder"."""
    own = tree.dependants(at, "nmod", "acl", "amod", "compound", "nummod")
    return _is_pointed_at(tree, at) and not own


def is_held_off(sentence: SentenceReading, trigger: Trigger) -> bool:
    """Say whether the words do not tell of the act as done, tried or threatened."""
    tree, at = sentence.tree, trigger.at
    if _is_negated(tree, at):
        return True
    if tree.tokens[at].upos not in ("VERB", "ADJ"):
        return _is_only_thought_of(tree, at)
    auxiliaries = {tree.lemma(child) for child in tree.dependants(at, "aux")}
    if auxiliaries & {"will", "would", "could", "may", "might", "can", "should", "must", "shall"}:
        return not (auxiliaries & {"may", "might"} and "have" in auxiliaries)
    if auxiliaries & {"do"} and not _is_negated(tree, at) and sentence.text[: sentence.extent.end].endswith("?"):
        return True
    marks = {tree.lemma(child) for child in tree.dependants(at, "mark", "advmod")}
    if marks & {"if", "unless", "whether", "lest"}:
        return True
    if "to" in marks and not _is_carried_out(tree, at):
        return True
    present = tree.tokens[at].xpos in ("VBZ", "VBP", "VB") and not auxiliaries and "to" not in marks
    return present and tree.tokens[-1].text in (".", "?", "!")


def _is_carried_out(tree: Tree, verb: int) -> bool:
    """Say whether an infinitive tells of a deed: "managed to kill", "is said to have killed"."""
    if any(tree.lemma(child) == "have" for child in tree.dependants(verb, "aux")):
        return True
    up = tree.tokens[verb].head
    return up >= 0 and tree.lemma(up) in ("manage", "proceed", "begin", "continue", "attempt", "try", "help", "succeed")


def _is_negated(tree: Tree, at: int) -> bool:
    return any(
        tree.tokens[child].text.lower() in ("not", "n't", "never", "no", "neither", "nor")
        for child in tree.dependants(at, "advmod", "det", "cc")
    )


def _is_only_thought_of(tree: Tree, noun: int) -> bool:
    """Say whether a noun names an act that is feared, planned, prevented or threatened."""
    up = tree.tokens[noun].head
    return up >= 0 and tree.lemma(up) in _THOUGHT_OF and tree.relation(noun) in ("obj", "nmod", "obl")


_THOUGHT_OF = frozenset(
    "fear prevent avoid threat threaten risk possibility danger plan plot deny denial wave end stop "
    "call type kind history policy strategy fight struggle war campaign halt combat".split()
)


def _particle(tree: Tree, verb: int, word: str) -> bool:
    return any(tree.lemma(at) == word for at in tree.dependants(verb, "compound:prt", "advmod"))


def _near(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    return any(
        singular(tree, at) in words or any(singular(tree, sub) in words for sub in tree.dependants(at, "compound", "nmod", "amod"))
        for at in tree.dependants(verb, "nsubj", "obj", "obl")
    )


def _agents(tree: Tree, verb: int) -> tuple[int, ...]:
    if is_passive(tree, verb):
        return tuple(at for at in tree.dependants(verb, "obl") if "by" in cases(tree, at))
    return tree.dependants(verb, "nsubj")


def _near_agent(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    return any(singular(tree, at) in words for at in _agents(tree, verb))


def _by_instrument(tree: Tree, verb: int) -> bool:
    """Say whether an act's agent is an explosion, a weapon or an act and nobody."""
    return any(
        singular(tree, at) in EXPLOSIVES | SHOTS or singular(tree, at) in NOUNS for at in _agents(tree, verb)
    )


def _by_accident(tree: Tree, verb: int) -> bool:
    """Say whether what kills is a thing that is no weapon, or a mishap: a plane, a flood."""
    words = [singular(tree, at) for at in _agents(tree, verb)]
    above = {singular(tree, at) for at in tree.ancestors(verb)[:4]}
    crashed = above & {"crash", "collide", "derail", "overturn", "accident", "flood", "earthquake"}
    return any(word in THINGS and word not in EXPLOSIVES for word in words) or bool(crashed)


def _kind_of_instrument(tree: Tree, verb: int, kind: IncidentKind) -> IncidentKind:
    """Return what an act is by the means named beside it: "killed by a bomb", "attacked with mortars"."""
    near = [at for at in tree.dependants(verb, "obl", "nsubj") if tree.lemma(at) not in ("who", "he")]
    means = {singular(tree, at) for at in near}
    means |= {singular(tree, sub) for at in near for sub in tree.dependants(at, "compound", "amod")}
    for words, named in _MEANS:
        if means & words:
            return named
    return kind


_MEANS: tuple[tuple[frozenset[str], IncidentKind], ...] = (
    (BOMBS | {"explosion", "grenade", "bombing", "blast"}, "bombing"),
    (frozenset({"mortar", "artillery", "shell", "shelling"}), "shelling"),
    (frozenset({"drone"}), "drone_attack"),
    (frozenset({"airstrike", "warplane", "jet"}), "airstrike"),
    (frozenset({"shot", "gunfire", "bullet", "machinegun", "pistol", "rifle"}), "shooting"),
)


def _has_human_agent(tree: Tree, verb: int) -> bool:
    for at in _agents(tree, verb):
        word = singular(tree, at)
        if word in IRREGULARS or tree.tokens[at].upos in ("PROPN", "PRON") or word in _HUMAN_AGENTS:
            return word not in NOUNS and word not in EXPLOSIVES and word not in ("it", "that", "which")
    return False


_HUMAN_AGENTS = frozenset("man individual person people soldier troop police army group youth unit member force".split())


def is_several(tree: Tree, at: int) -> bool:
    """Say whether a noun names several acts."""
    return tree.tokens[at].upos in ("NOUN", "PROPN") and is_plural(tree, at)
