"""Who does it to whom: the parties of a clause and the act between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.domain.span import Extent
from onrecord.domain.statement import Act, StatementKind
from onrecord.read.acts import ACTS, TALK
from onrecord.read.attribution import attributions_of
from onrecord.read.clauses import Clause
from onrecord.read.people import Names
from onrecord.read.plover_agents import (
    can_act,
    can_bear,
    is_abstract,
    is_arm,
    is_happening,
    is_party,
    is_time,
)
from onrecord.read.plover_lookup import sense_of_predicate
from onrecord.read.plover_meaning import named_act
from onrecord.read.plover_modes import with_instrument
from onrecord.read.plover_operators import MUTUAL, Meaning
from onrecord.read.plover_parties import BLAMED, actors_of, recipients_of, sufferers_of
from onrecord.read.plover_stated import stated_act, telling_predicate
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

#: What a law permits or forbids is nothing that anybody did.
_PROVISIONS = frozenset(
    {"law.instrument", "law.scope_limit", "law.authority_assertion", "law.authorization"}
)
#: Verbs by which those confirm a deed who did it.
_OWNING_UP = frozenset({"admit", "acknowledge", "concede", "confess", "own"})
#: Participles that say how somebody is, and not what was done to them.
_STATES = frozenset(
    """prepare lock load divide concern worry link involve oppose commit incline schedule expect suppose
    know dedicate determine interest experience tire locate base unite convince please fill line pack
    crowd see hear""".split()
)
#: Acts of word, which a deed or a plan may bear: what is turned down, blamed or praised.
_OF_WORDS = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
#: A party named in more words than these is cut to its name and what it is a part of.
_LONG = 9
_BESIDE = (
    "acl", "appos", "conj", "cc", "parataxis", "advcl", "ccomp", "punct", "case", "mark"
)  # fmt: skip
#: Verbs by which somebody is called something.
_NAMING = frozenset("call describe brand label term dub denounce deem portray regard".split())
#: Acts whose object is what they are done with.
_HANDLING_ONLY = frozenset({"MOBILIZE", "AID", "PROTEST"})
#: Acts whose object may be so many without a noun: "killed 150".
_COUNTED = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID"})


def parties_of(
    sentence: SentenceReading,
    clause: Clause,
    names: Names,
    kind: StatementKind | None = None,
) -> tuple[str, str]:
    """Return who acts and who is acted upon, in their own words; empty where the clause names none.

    Subjects reach a predicate through conjuncts, participles and relative clauses; a passive's actor
    stands after "by", an act's own noun may name both: "the shelling of the port by the army". Who is
    accused of a deed bears the accusation and is no actor. Storms, plans and days are no parties.

    Args:
        sentence: The sentence.
        clause: One of its clauses.
        names: The people named so far.
        kind: What the clause is, where that is known; a quoted accusation does not show it by a cue.
    """
    tree = sentence.tree
    accusation = _accusation(tree, clause.head)
    if accusation is None and kind == "say.accuse":
        accusation = _quoted_accusation(tree, clause.head)
    if accusation is not None:
        actors, borne = accusation
        return _written(sentence, names, _somebody(tree, actors), _somebody(tree, borne))
    head = telling_predicate(tree, clause.head)
    act = stated_act(tree, head)
    actors = () if tree.lemma(head) in BLAMED else actors_of(tree, head)
    if act is None:
        # what only comments on a clause ("…, marking a shift") is not the doing of its subject
        own = tree.dependants(head, "nsubj", "obl")
        actors, borne = (actors if own else ()), _acted_upon(tree, head)
    else:
        borne = _bearers(tree, head, act)
        if not borne and act.code in MUTUAL:
            borne, actors = actors[1:], actors[:1]
        if _is_passed_on(tree, head, act):
            actors, borne = (), ()
    if not actors and tree.lemma(head) in _STATES:
        actors = tree.dependants(head, "nsubj:pass")  # "is prepared for talks" is a state of theirs
    actors = _somebody(tree, actors, arms=act is not None)
    borne = tuple(one for one in borne if one not in actors)
    return _written(sentence, names, actors, borne)


def _accusation(tree: Tree, head: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return accuser and accused of a clause that tells what somebody is accused of."""
    chain = attributions_of(tree, head)
    if not chain or chain[-1].cue_word.kind != "say.accuse" or head in chain[-1].cue:
        return None
    source = () if chain[-1].source is None else (chain[-1].source,)
    own = actors_of(tree, head)
    accused = tree.dependants(chain[-1].cue[-1], "obj", "nsubj:pass")
    return source, tuple(one for one in (*accused, *own) if one not in source)


def _quoted_accusation(tree: Tree, head: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the accused of a clause that neither accuses by its own verb nor hangs from one."""
    own = named_act(tree, head)
    if tree.lemma(head) in _NAMING or (own is not None and own.code == "ACCUSE"):
        return None
    return (), actors_of(tree, head)


def _is_passed_on(tree: Tree, head: int, act: Meaning) -> bool:
    """Say whether an act is told of nobody: its noun is itself the subject, "clashes went on"."""
    subjects = tree.dependants(head, "nsubj")
    own = set(subjects) & set(act.words)
    return bool(own) and all(is_happening(tree, one) for one in own)


def _acted_upon(tree: Tree, head: int) -> tuple[int, ...]:
    """Return who or what a verb that names no act falls on: nobody, unless somebody is named."""
    if tree.tokens[head].upos != "VERB" or tree.lemma(head) in _STATES:
        return ()
    ruled_out = named_act(tree, head)  # what a flood does is no act, and yet falls on somebody
    return tuple(
        one
        for one in sufferers_of(tree, head)
        if is_party(tree, one)
        or (
            ruled_out is not None
            and one not in ruled_out.words[1:]
            and _can_be_whom(tree, one, ruled_out)
        )
    )


def _bearers(tree: Tree, head: int, act: Meaning) -> tuple[int, ...]:
    """Return whom an act falls on; what is turned down, blamed or praised may be an act itself."""
    solid: Callable[[int], bool] = lambda one: _can_be_whom(tree, one, act)  # noqa: E731
    found = recipients_of(tree, act.words, head, places=False)
    sent = tree.dependants(head, "obj", "nsubj:pass") if act.code == "MOBILIZE" else ()
    borne = tuple(one for one in found if solid(one) and one not in sent)
    if borne:
        return tuple(_whose(tree, one) for one in borne) if act.code in _OF_WORDS else borne
    direct = () if act.code == "MOBILIZE" else sufferers_of(tree, head)
    if act.code in _OF_WORDS:
        deeds = [one for one in direct if one not in act.words and not is_time(tree, one)]
        return tuple(_whose(tree, one) for one in deeds)
    own = tuple(one for one in direct if solid(one) and named_act(tree, one) is None)
    return tuple(one for one in own if one not in act.words or _is_handled(tree, one, act))


def _whose(tree: Tree, at: int) -> int:
    """Return whose deed or word it is, where that is said: "rejected Norrast's offer"."""
    if not is_happening(tree, at) and not is_abstract(tree, at):
        return at
    owners = [one for one in tree.dependants(at, "nmod:poss") if can_act(tree, one)]
    return next((one for one in owners if tree.tokens[one].upos != "PRON"), at)


def _is_handled(tree: Tree, at: int, act: Meaning) -> bool:
    """Say whether an object that tells the act bears it: diplomats expelled, not troops sent."""
    return act.code not in _HANDLING_ONLY and is_party(tree, at) and not is_arm(tree, at)


def _can_be_whom(tree: Tree, at: int, act: Meaning) -> bool:
    token = tree.tokens[at]
    if token.upos == "NUM":
        counted = act.code in _COUNTED and tree.relation(at) in ("obj", "nsubj")
        return counted and not is_time(tree, at)
    if token.upos == "ADJ" and not tree.dependants(at, "det", "nmod"):
        return False
    return can_bear(tree, at) and not (is_happening(tree, at) and act.code not in _OF_WORDS)


def _somebody(tree: Tree, found: Iterable[int], *, arms: bool = False) -> tuple[int, ...]:
    """Return those who can act; for a blow or a raid those whom its own words name as its doers."""
    kept: list[int] = []
    for one in found:
        if can_act(tree, one) or (arms and is_arm(tree, one) and not is_happening(tree, one)):
            kept.append(one)
        elif arms and is_happening(tree, one):
            kept += [more for more in _doers_named(tree, one) if can_act(tree, more)]
    return tuple(dict.fromkeys(kept))


def _doers_named(tree: Tree, event: int) -> tuple[int, ...]:
    if is_abstract(tree, event) and not tree.dependants(event, "nmod"):
        return ()
    return tuple(one for one in actors_of(tree, event) if tree.relation(one) in ("nmod", "obl"))


def act_of_clause(tree: Tree, clause: Clause, kind: StatementKind) -> Act | None:
    """Return what is done, by the predicate or by the noun of an act that it carries.

    An act merely mentioned ("victims of the attack fled", "simulated a strike") is not one that the
    subject did, and is not coded. Whether it happened is not said here but by the factuality.
    """
    talk = _talk(tree, clause.head, kind)
    if talk is not None or kind.startswith(("jdg.", "fut.", "meta.")) or kind in _PROVISIONS:
        return talk
    head = telling_predicate(tree, clause.head)
    found = stated_act(tree, head)
    if found is not None:
        return _coded(tree, found)
    own = ACTS.get(tree.lemma(head))
    unread = own is not None and tree.tokens[head].upos == "VERB" and named_act(tree, head) is None
    return own if unread and not _is_unread_on_purpose(tree, head) else None


def _talk(tree: Tree, head: int, kind: StatementKind) -> Act | None:
    """Return the act of a clause that only speaks of what was or will be done."""
    if _claims_responsibility(tree, head):
        return TALK["say.confirm"]
    if kind == "say.threat":
        return _threat(tree, head)
    if kind.startswith(("say.", "occ.")) and _accusation(tree, head) is not None:
        return TALK["say.accuse"]
    owned = kind != "say.confirm" or _owns_up(tree, head)
    return TALK.get(kind) if owned else None


def _is_unread_on_purpose(tree: Tree, head: int) -> bool:
    """Say whether a verb's particle or object has it mean something else: "fight crime"."""
    sense = sense_of_predicate(tree, head)
    other = sense is not None and sense[0].operator == "say"
    nobody = not any(can_act(tree, one) for one in actors_of(tree, head))
    return other or nobody or bool(tree.dependants(head, "compound:prt"))


def _threat(tree: Tree, head: int) -> Act:
    """Return a threat with the mode of what is threatened: sanctions are no violence."""
    found = named_act(tree, head)
    if found is not None and found.code == "THREATEN" and len(found.words) > 1:
        return Act("PLOVER", "THREATEN", found.mode)
    if found is not None and found.code in ("SANCTION", "COERCE"):
        mode = "relations" if found.code == "SANCTION" else "restrict"
        return Act("PLOVER", "THREATEN", mode)
    return TALK["say.threat"]


def _owns_up(tree: Tree, head: int) -> bool:
    """Say whether those confirm a deed who did it: "admitted shelling the port"."""
    if tree.lemma(head) in _OWNING_UP:
        return True
    steps = attributions_of(tree, head)[-1:]
    if not any(tree.lemma(at) in _OWNING_UP for step in steps for at in step.cue):
        return False
    others = any(tree.tokens[one].upos != "PRON" for one in actors_of(tree, head))
    return not others and stated_act(tree, head) is not None


def _claims_responsibility(tree: Tree, head: int) -> bool:
    objects = {tree.lemma(at) for at in tree.dependants(head, "obj", "nsubj:pass")}
    return tree.lemma(head) in ("claim", "take", "assume") and "responsibility" in objects


def _coded(tree: Tree, act: Meaning) -> Act:
    found = with_instrument(tree, act)
    return Act("PLOVER", found.code, found.mode)


def _written(
    sentence: SentenceReading, names: Names, actors: tuple[int, ...], borne: tuple[int, ...]
) -> tuple[str, str]:
    """Return the words of the first actor and of the first of the others that are whole phrases."""
    first = next((one for one in actors if _is_whole(sentence, one)), None)
    actor = "" if first is None else _words(sentence, first, names)
    named = {actor}
    if first is not None:
        beside = sentence.tree.dependants(first, "appos", "flat", "compound")
        named |= {sentence.tree.phrase(one).of(sentence.text) for one in (first, *beside)}
    for one in borne:
        if _is_whole(sentence, one):
            words = _words(sentence, one, names)
            if words in named:  # "him" is never the subject of his own clause
                words = _phrase(sentence, one).of(sentence.text)
            if words != actor:
                return actor, words
    return actor, ""


def _is_whole(sentence: SentenceReading, at: int) -> bool:
    """Say whether a token heads a phrase that can name a party, and no time that the text states."""
    tree = sentence.tree
    token = tree.tokens[at]
    if token.xpos == "PRP$" or (token.deprel == "nmod:poss" and token.upos in ("PRON", "DET")):
        return False
    letters = token.text.strip("'’‘.-")
    if (
        token.upos in ("ADV", "PUNCT", "AUX", "PART")
        or not letters
        or letters.lower() in ("s", "re")
    ):
        return False
    if tree.lemma(at).endswith(("self", "selves")) and token.upos == "PRON":
        return False
    if token.upos == "PRON" and _is_expletive(tree, at):
        return False
    here = Extent(token.start, token.end)
    return not any(one.extent.overlaps(here) for one in sentence.times)


def _is_expletive(tree: Tree, at: int) -> bool:
    """Say whether "it" or "there" only fills the subject's place: "it is clear that"."""
    token = tree.tokens[at]
    if tree.lemma(at) == "there" or token.deprel == "expl":
        return True
    governor = token.head
    if tree.lemma(at) != "it" or governor < 0 or tree.relation(at) != "nsubj":
        return False
    clauses = tree.dependants(governor, "csubj", "ccomp", "xcomp", "advcl")
    return tree.tokens[governor].upos == "ADJ" and bool(clauses)


def _words(sentence: SentenceReading, index: int, names: Names) -> str:
    if sentence.tree.tokens[index].upos == "PRON":
        person = names.meant_by(sentence, index)
        if person is not None:
            return person.words
    return _phrase(sentence, index).of(sentence.text)


def _phrase(sentence: SentenceReading, index: int) -> Extent:
    """Return the whole phrase at a token: a name is not cut, nor a word joined by a hyphen."""
    tree, text = sentence.tree, sentence.text
    extent = tree.phrase(index)
    if len(tree.indices_in(extent)) > _LONG:
        cut = [one for one in tree.dependants(index, "nmod") if not _is_part(tree, one)]
        rest = tree.subtree(index, without=(*cut, *tree.dependants(index, *_BESIDE)))
        extent = tree.extent(tree.run_around(index, rest))
    for one in sentence.entities:
        if one.start < extent.end and extent.start < one.end:
            extent = Extent(min(extent.start, one.start), max(extent.end, one.end))
    start, end = extent.start, extent.end
    while start > sentence.extent.start and _joins(text, start):
        start -= 1
    while end < sentence.extent.end and _joins(text, end):
        end += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)$€£%"):
        end -= 1
    return Extent(start, end)


def _is_part(tree: Tree, at: int) -> bool:
    return any(tree.lemma(case) == "of" for case in tree.dependants(at, "case"))


def _joins(text: str, at: int) -> bool:
    """Say whether the signs on both sides of an offset belong to one word: "vice|-president"."""
    before, after = text[at - 1], text[at]
    hyphen = "-‐‑"
    return (before.isalnum() or before in hyphen) and (after.isalnum() or after in hyphen)
