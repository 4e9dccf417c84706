"""Which act a clause states that somebody did: senses that its parties, objects or company rule out.

Between two parties that are told, a word's commonest sense is the best guess. A clause of a report
may have no such parties: "the storm battered the coast", "attacked the plan", "treated for burns". Here an
act stands only where one who can act does it, and where what it falls on can bear it.
"""

from __future__ import annotations

from onrecord.read.plover_agents import (
    DISASTERS,
    can_act,
    can_bear,
    is_abstract,
    is_arm,
    is_happening,
    is_time,
    singular,
)
from onrecord.read.plover_idioms import SETS
from onrecord.read.plover_lookup import sense_of_predicate
from onrecord.read.plover_meaning import named_act
from onrecord.read.plover_modes import is_misfortune
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_operators import HOSTILE, Meaning
from onrecord.read.plover_parties import (
    CAUSING,
    actors_of,
    is_passive,
    sufferers_of,
)
from onrecord.read.plover_verbs import VERBS
from onrecord.read.tree import Tree

#: Acts of hand rather than of word: of these a happening may be the subject, "clashes went on".
_HAPPENING = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "CONSULT", "RETREAT", "SANCTION"}
)
#: Acts that need somebody who does them even where the clause is passive.
_NEED_ACTOR = frozenset({"AID", "CONSULT", "REQUEST", "THREATEN"})
_PHYSICAL = frozenset({"ASSAULT", "COERCE"})
#: Verbs that hurt or bind whatever they fall on only where it is solid, and praise or blame else.
_STRUGGLING = frozenset("fight battle struggle combat clash duel war".split())
#: Nouns that say no more than that somebody answers or acts.
_VAGUE = frozenset({"response", "action", "consequence", "intervention", "force", "retribution"})
_FORCEFUL = frozenset(
    """military armed violent lethal deadly forceful bloody retaliatory punitive excessive
    disproportionate brutal""".split()
)
_MANNERS = frozenset(
    "badly poorly well fairly unfairly differently harshly equally like as".split()
)
_HANDLING = frozenset("treat serve screen save guard protect shelter transport feed".split())
#: Verbs whose object says what is done to somebody: without one they name no act of theirs.
_NEED_OBJECT = frozenset(
    """guard protect shelter save treat supply arm equip transport escort screen fund push press seek
    require board close shut search dispute grant hold contribute return""".split()
)
#: Looking for what is lost is no search of a house.
_SOUGHT = frozenset({"for", "through", "among"})
#: What also befalls people without anybody's doing.
_ALSO_BEFALLING = frozenset("displace uproot isolate trap limit encircle surround".split())
_PARTICLES = frozenset("back out off up down away over in around along through forward".split())
_REFLEXIVES = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
_COMING = frozenset("arrive head go travel fly come".split())
_FLEETS = SETS["forces"] | {"armada", "flotilla", "convoy", "fleet", "force", "group"}
_WATCHING = frozenset("monitor examine review screen".split())
_LEGAL = frozenset("legal court judicial criminal disciplinary class civil".split())
_SEARCHING = frozenset({"search", "look", "hunt", "scramble"})


def telling_predicate(tree: Tree, head: int) -> int:
    """Return the predicate that tells what is done: of "prompted soldiers to fire", "fire".

    What makes somebody act is not what is done, unless somebody is compelled by one who can compel.
    """
    lemma = tree.lemma(head)
    if lemma not in CAUSING or tree.tokens[head].upos != "VERB":
        return head
    below = [one for one in tree.dependants(head, "xcomp") if tree.tokens[one].upos == "VERB"]
    if not below or not tree.dependants(head, "obj", "nsubj:pass"):
        return head
    compelled = lemma in ("force", "compel", "coerce", "push")
    by_somebody = any(can_act(tree, one) for one in actors_of(tree, head))
    if compelled and by_somebody:
        return head
    return below[0] if named_act(tree, below[0]) is not None else head


def stated_act(tree: Tree, head: int) -> Meaning | None:
    """Return the act that the predicate at `head` states, or `None` where it states none."""
    found = named_act(tree, head)
    if found is None or is_misfortune(tree, found) or _is_joined_by_hyphen(tree, head):
        return None
    if _is_permitted(tree, head, found) or _is_other_sense(tree, head, found):
        return None
    return found if _has_doer(tree, head, found) and _has_bearer(tree, head, found) else None


def _is_joined_by_hyphen(tree: Tree, at: int) -> bool:
    """Say whether a word is part of a longer one: "toll-free", "self-funding"."""
    if at == 0:
        return False
    before, token = tree.tokens[at - 1], tree.tokens[at]
    return before.text in ("-", "–") and before.end == token.start and token.upos != "VERB"


def _is_permitted(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether a hostile act is only allowed or not allowed: nobody did it by that."""
    sense = sense_of_predicate(tree, head)
    if sense is None or act.code not in HOSTILE:
        return False
    return sense[0].operator == "allow" and len(act.words) > 1


def _is_other_sense(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether a verb stands here in a sense that names no act."""
    lemma = tree.lemma(head)
    objects = tree.dependants(head, "obj", "nsubj:pass", "ccomp")
    alone = act.words == (head,)
    if alone and (_has_unlisted_particle(tree, head) or _is_idle_frame(tree, head, act)):
        return True
    if lemma == "see" or _is_made_to_act(tree, head, act):
        return True
    if alone and lemma in _NEED_OBJECT and not objects and not _describes(tree, head):
        return not tree.dependants(head, "xcomp")
    if lemma in _HANDLING and any(tree.lemma(at) in _MANNERS for at in _adverbs(tree, head)):
        return True
    if any(_is_search_for(tree, at) for at in act.words):
        return True
    if alone and (lemma == "accept" or (act.code == "AID" and not _helps_somebody(tree, head))):
        return True
    if alone and lemma in _STRUGGLING and _for_a_cause(tree, head):
        return True
    return _is_vague(tree, act)


def _is_search_for(tree: Tree, at: int) -> bool:
    """Say whether somebody looks for what is lost, and searches no house."""
    if tree.lemma(at) not in _SEARCHING or tree.tokens[at].upos != "VERB":
        return False
    return bool(_cases(tree, at) & _SOUGHT or tree.dependants(at, "xcomp", "advcl"))


def _helps_somebody(tree: Tree, head: int) -> bool:
    """Say whether help goes to somebody: who guards a house helps nobody."""
    borne = [*sufferers_of(tree, head), *tree.dependants(head, "obl", "xcomp", "ccomp")]
    return not borne or any(
        (can_act(tree, one) and singular(tree, one) not in SETS["place"])
        or tree.tokens[one].upos == "VERB"
        for one in borne
    )


def _has_unlisted_particle(tree: Tree, head: int) -> bool:
    """Say whether a particle makes another verb of it: "pushed back"."""
    after = [at for at in tree.dependants(head, "advmod", "compound:prt") if at > head]
    particles = [tree.lemma(at) for at in after if tree.lemma(at) in _PARTICLES]
    return bool(particles) and not any(f"{tree.lemma(head)}_{one}" in VERBS for one in particles)


def _is_idle_frame(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether a verb's objects, or their lack, leave no act between parties."""
    lemma = tree.lemma(head)
    direct = tree.dependants(head, "obj")
    if direct and all(tree.lemma(one) in _REFLEXIVES for one in direct):
        return True
    if lemma == "call" and act.code == "CONSULT" and not direct:
        return True
    if lemma == "meet" and is_passive(tree, head):
        return True  # "was met with gunfire"
    if lemma == "want" and any(tree.lemma(one) in ("that", "this", "it") for one in direct):
        return True
    if lemma == "doubt" or (lemma in _WATCHING and not any(can_act(tree, one) for one in direct)):
        return act.code == "ACCUSE"
    return act.mode == "visit" and lemma in _COMING and not _is_visit(tree, head)


def _is_visit(tree: Tree, head: int) -> bool:
    """Say whether somebody goes to a place that is named: a fleet or a storm pays no visits."""
    travels = any(
        can_act(tree, one) and singular(tree, one) not in _FLEETS for one in actors_of(tree, head)
    )
    places = tree.dependants(head, "obl", "obj")
    return travels and any(
        tree.tokens[one].upos == "PROPN" and can_bear(tree, one) for one in places
    )


def _is_made_to_act(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether an act is read out of an object that is made to do something: "made troops flee"."""
    if tree.lemma(head) not in CAUSING or not tree.dependants(head, "xcomp"):
        return False
    return any(one in act.words for one in tree.dependants(head, "obj"))


def _describes(tree: Tree, head: int) -> bool:
    return tree.relation(head) in ("acl", "amod") and is_passive(tree, head)


def _adverbs(tree: Tree, head: int) -> tuple[int, ...]:
    return (*tree.dependants(head, "advmod"), *tree.dependants(head, "case", "mark"))


def _cases(tree: Tree, head: int) -> set[str]:
    return {
        tree.lemma(case)
        for one in tree.dependants(head, "obl")
        for case in tree.dependants(one, "case")
    }


def _for_a_cause(tree: Tree, head: int) -> bool:
    """Say whether a struggle is one for or against an idea: "fighting for change"."""
    causes = tree.dependants(head, "obl", "obj", "xcomp")
    return any(is_abstract(tree, one) for one in causes) and not any(
        can_bear(tree, one) and not is_time(tree, one) for one in tree.dependants(head, "obj")
    )


def _is_vague(tree: Tree, act: Meaning) -> bool:
    """Say whether an attack is read out of a word that only says that somebody reacts."""
    if act.code not in ("ASSAULT", "THREATEN", "ACCUSE"):
        return False
    nouns = [at for at in act.words if tree.tokens[at].upos == "NOUN"]
    vague = [at for at in nouns if singular(tree, at) in _VAGUE]
    return bool(vague) and not any(
        tree.lemma(one) in (_LEGAL if act.code == "ACCUSE" else _FORCEFUL)
        for at in vague
        for one in tree.dependants(at, "amod", "compound")
    )


def _has_doer(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether one who can act does it, or nobody is named where nobody need be."""
    actors = actors_of(tree, head)
    if any(can_act(tree, one) for one in actors):
        return True
    if any(is_arm(tree, one) for one in actors):
        return act.code in ("ASSAULT", "MOBILIZE") or is_passive(tree, head)
    if actors:
        happens = any(one in act.words or _is_of_kind(tree, one, act) for one in actors)
        return happens and act.code in _HAPPENING and not _bears_directly(tree, head)
    if act.code == "AID":
        return any(one in act.words for one in tree.dependants(head, "nsubj:pass", "obj"))
    if act.code in _NEED_ACTOR:
        return len(act.words) > 1 or tree.lemma(head) not in _NEED_OBJECT | {"force", "push"}
    if act.code not in _PHYSICAL:
        return True
    compelled = tree.lemma(head) in CAUSING and tree.dependants(head, "xcomp")
    befell = act.code == "ASSAULT" and _in_misfortune(tree)
    return not (befell or compelled or tree.lemma(head) in _ALSO_BEFALLING)


def _is_of_kind(tree: Tree, at: int, act: Meaning) -> bool:
    """Say whether a happening is itself an act of this type: "the clashes turned into a battle"."""
    sense = NOUNS.get(singular(tree, at))
    return is_happening(tree, at) and sense is not None and sense.code == act.code


def _bears_directly(tree: Tree, head: int) -> bool:
    return any(can_bear(tree, one) for one in tree.dependants(head, "obj"))


def _in_misfortune(tree: Tree) -> bool:
    """Say whether a sentence speaks of a disaster, and of no violence that could have done the harm."""
    lemmas = range(len(tree.tokens))
    if not any(singular(tree, at) in DISASTERS for at in lemmas):
        return False
    return not any(_is_violence(tree, at) for at in lemmas)


def _is_violence(tree: Tree, at: int) -> bool:
    sense = NOUNS.get(singular(tree, at)) if tree.tokens[at].upos in ("NOUN", "PROPN") else None
    violent = sense is not None and sense.code in ("ASSAULT", "PROTEST") and not sense.bound
    return violent or (sense is not None and is_arm(tree, at))


def _has_bearer(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether a blow falls on something solid: nobody assaults a plan, a record or a year."""
    held = act.mode in ("release", "arrest", "seize", "deport")
    if not (held or act.code == "ASSAULT") or act.words != (head,):
        return True
    borne = [one for one in sufferers_of(tree, head) if one not in act.words]
    return not borne or any(can_bear(tree, one) or _is_gathering(tree, one) for one in borne)


def _is_gathering(tree: Tree, at: int) -> bool:
    """Say whether a happening has people in it who can be attacked: a march, talks, not a plan."""
    sense = NOUNS.get(singular(tree, at))
    return is_happening(tree, at) and sense is not None and sense.code in ("PROTEST", "CONSULT")
