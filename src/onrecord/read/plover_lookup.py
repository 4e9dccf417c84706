"""Which sense a word has where it stands: with its particles, objects, modifiers and company."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.span import Extent
from onrecord.read.plover_idioms import IDIOMS, SETS
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_senses import Sense
from onrecord.read.plover_verbs import ADJECTIVES, VERBS
from onrecord.read.tree import Tree
from onrecord.read.vocabulary import BLAME

#: A sense and the tokens that bear it out.
Found = tuple[Sense, tuple[int, ...]]

#: Who strikes by not working.
_WORKERS = frozenset(
    """worker union employee teacher driver nurse doctor staff miner unionist striker student farmer trucker
    prisoner inmate musician lawyer judge pilot docker guard lecturer detainee dentist actor writer
    crew seeker asylum-seeker civil-servant professor postman cleaner porter fireman firefighter""".split()
)
#: Words of a sentence that speaks of such a strike.
_LABOUR = frozenset(
    "wage pay salary union unionist striker walkout employer overtime pension".split()
)
_STRIKES = frozenset(
    """hunger general rail transport bus sit-down indefinite nationwide wildcat labour labor teacher
    truck pay solidarity sympathy""".split()
)
#: Words of a sentence in which a strike is an attack after all.
_WARLIKE = frozenset("missile drone air military target airstrike bomb kill army navy boat".split())
_SCATHING = frozenset(
    "scathing verbal blistering stinging withering personal veiled vitriolic rhetorical".split()
)
_SHORTEST = 2
#: Verbs that say what they do in the phrase beside their object: "put the mayor on trial".
_TWO_PLACED = frozenset(
    "put place hold take bring set drag haul refer add provide supply sentence back".split()
)
#: Verbs by which forces mass themselves.
_GATHERING = frozenset(
    "fly gather mass assemble converge advance move deploy arrive roll patrol".split()
)
_REFUGEES = frozenset({"refugee", "asylum", "displaced", "migrant", "asylum-seeker"})
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december week month year day morning night evening
    occasion""".split()
)
_MEASURES = frozenset(
    """dozen hundred thousand million billion number group round series member batch shipment ton tonne
    lot piece amount score package type kind couple pair wave volley hail form dollar euro all some
    half most few end part unit""".split()
)
_PARTICLES = frozenset({"over", "back", "out", "off", "up", "down", "in", "away"})
#: Where what is fired in a test comes down.
_RANGES = frozenset({"sea", "ocean", "test", "water", "waters", "gulf"})
#: What those are told whom an order confines or shuts down.
_CONFINED = frozenset("stay remain wait evacuate shut close dissolve disband suspend cease".split())
#: What one is called by those who think ill of one, besides the words of blame.
_SLURS = frozenset(
    """killer liar thug coward racist fascist dictator tyrant puppet disgrace mistake failure nutter idiot
    monster danger threat enemy charade joke insult scandal violation attack war shame abuse racist
    wrong reckless cruel brutal stupid weak false absurd dangerous hostile bad terrible
    counterproductive regrettable hypocritical ridiculous""".split()
)
#: Words that only look like those of blame.
_NEUTRAL = frozenset(
    """unprecedented unique unusual unclear unlikely united universal under understandable uncle
    unity union unknown unexpected unforgettable unanimous district discussion display""".split()
)
_COMPOUNDED = frozenset({"ceasefire", "cease-fire", "truce", "embargo"})
#: What forces own and are not: a police car is no police.
_BELONGINGS = frozenset(
    """car station van vehicle post building headquarters officer chief source record report statement
    spokesman spokesperson leader badge uniform depot""".split()
)
_NAMED = frozenset({"PER", "ORG", "LOC", "GPE", "FAC"})


def sense_of_predicate(tree: Tree, at: int) -> Found | None:
    """Return the sense of a verb or a predicative adjective, and the tokens that bear it out."""
    token = tree.tokens[at]
    sense = ADJECTIVES.get(tree.lemma(at)) if token.upos == "ADJ" else None
    if sense is not None:
        return sense, (at,)
    participle = token.upos == "ADJ" and token.xpos.startswith("VB")
    return sense_of_verb(tree, at) if participle or token.upos in ("VERB", "AUX") else None


def sense_of_verb(tree: Tree, at: int) -> Found | None:
    """Return the sense that a verb has with its particles, prepositions and objects, and its words."""
    keys = _keys(tree, at)
    special = _special(tree, at, keys)
    if special is not None:
        return special, (at,)
    idiom = _idiom(tree, at, keys)
    if idiom is not None:
        return idiom
    listed = next((key for key in keys if key in VERBS), None)
    if listed is None:
        return None
    sense = VERBS[listed]
    if "_" not in listed and tree.dependants(at, "compound:prt") and sense.operator != "light":
        return None  # another verb: "break" says nothing of "break out"
    return sense, (at,)


def _idiom(tree: Tree, at: int, keys: tuple[str, ...]) -> Found | None:
    if tree.dependants(at, "compound:prt"):
        keys = tuple(key for key in keys if "_" in key)  # "take up" is not "take"
    names = [(one, name) for one in _objects(tree, at) for name in _names(tree, one)]
    for key in keys:
        for one, name in names:
            sense = IDIOMS.get((key, name))
            if sense is not None:
                return _in_company(tree, at, sense), (at, one)
    return None


def _in_company(tree: Tree, at: int, sense: Sense) -> Sense:
    """Return an idiom's sense after what else the sentence says of it.

    A border opened to refugees is help; those who stop work together strike; a missile fired into the
    sea is a show of force; a rally in support of somebody supports.
    """
    if (
        sense.code == "CONCEDE"
        and tree.lemma(at) in ("open", "reopen")
        and _mentions(tree, _REFUGEES)
    ):
        return Sense("AID")
    beside = {tree.lemma(one) for one in tree.dependants(at, "obl")}
    beside |= {
        tree.lemma(more) for one in _objects(tree, at) for more in tree.dependants(one, "nmod")
    }
    if sense.code == "COERCE" and "protest" in beside:
        return Sense("PROTEST")
    if sense.code == "PROTEST" and beside & {"support", "solidarity"}:
        return Sense("SUPPORT")
    landed = {tree.lemma(one) for one in tree.dependants(at, "obl", "nmod")}
    if sense.mode == "heavy-weapons" and landed & _RANGES:
        return Sense("MOBILIZE", "weapons")
    if sense.code == "COERCE" and tree.lemma(at) == "stop" and _stops_work(tree, at):
        return Sense("PROTEST", "strike")
    return sense


def _mentions(tree: Tree, lemmas: frozenset[str]) -> bool:
    return any(
        _singular(tree.lemma(at)) in lemmas
        for at, token in enumerate(tree.tokens)
        if token.upos in ("NOUN", "ADJ")
    )


def _special(tree: Tree, at: int, keys: tuple[str, ...]) -> Sense | None:
    """Return the sense of the few verbs whose frame decides: "call", "order", "find"."""
    lemma = tree.lemma(at)
    if lemma == "call":
        return _of_call(tree, at, keys)
    if lemma in ("find", "hold", "deem"):
        return _of_finding(tree, at)
    if lemma == "take" and "take_over" in keys:
        named = any(_in_name(tree, one) for one in tree.dependants(at, "obj"))
        return Sense("ASSAULT") if named else None
    if lemma in ("describe", "portray", "denounce") and _calls_names(tree, at):
        return Sense("ACCUSE", "disapprove")
    if lemma == "burn" and not tree.dependants(at, "obj", "nsubj:pass", "aux:pass"):
        return Sense(operator="say")  # it is on fire
    if lemma == "demonstrate" and tree.dependants(at, "obj", "ccomp"):
        return Sense(operator="say")  # it shows something
    if lemma == "want":
        asks = tree.dependants(at, "obj", "iobj") and _has_infinitive(tree, at)
        return Sense("REQUEST", operator="ask") if asks else None
    if lemma in ("order", "tell", "instruct") and tree.dependants(at, "obj", "iobj"):
        return _of_order(tree, at)
    return _of_doubtful(tree, at)


def _of_doubtful(tree: Tree, at: int) -> Sense | None:
    """Return what "strike" and "receive" do where workers strike and people are received."""
    lemma = tree.lemma(at)
    objects = tree.dependants(at, "obj", "nsubj:pass")
    if lemma == "strike" and not objects and _stops_work(tree, at):
        return Sense("PROTEST", "strike")
    charged = [
        tree.lemma(case)
        for one in tree.dependants(at, "obl")
        for case in tree.dependants(one, "case")
    ]
    if lemma == "try" and objects and "for" in charged:
        return Sense("ACCUSE", "allege")
    if lemma == "receive" and any(_in_name(tree, one, frozenset({"PER"})) for one in objects):
        return Sense("CONSULT", "visit")
    return None


def _of_order(tree: Tree, at: int) -> Sense | None:
    """Return what an order to somebody does: keeping people in or out is more than asking."""
    told = {
        tree.lemma(one) for one in tree.dependants(at, "xcomp") if tree.tokens[one].xpos == "VB"
    }
    if told & _CONFINED:
        return Sense("COERCE", "restrict")
    if told & {"leave", "depart"}:
        return Sense("SANCTION", "expel")
    return Sense("REQUEST", operator="ask") if _has_infinitive(tree, at) else None


def _of_call(tree: Tree, at: int, keys: tuple[str, ...]) -> Sense | None:
    """Return what "call" does: "called Osric", "called it a lie", "called on Osric" (to leave)."""
    if "call_on" in keys and not _has_infinitive(tree, at) and not _asks_in(tree, at):
        return Sense("CONSULT", "visit")
    if any(key in VERBS for key in keys if key != "call"):
        return None
    named = [
        one for one in tree.dependants(at, "xcomp") if tree.tokens[one].upos in ("ADJ", "NOUN")
    ]
    if named:
        blamed = any(_disparages(tree.lemma(word)) for one in named for word in tree.subtree(one))
        return Sense("ACCUSE", "disapprove") if blamed else Sense(operator="say")
    if any(tree.tokens[one].upos == "PRON" for one in tree.dependants(at, "obj")):
        return Sense(operator="say")  # "what it called an outrage"
    return Sense("CONSULT", "phone", operator="phone")


def _calls_names(tree: Tree, at: int) -> bool:
    """Say whether something is described by a word of blame: "described the raid as a crime"."""
    return any(_disparages(tree.lemma(one)) for one in tree.dependants(at, "xcomp", "obl"))


def _disparages(word: str) -> bool:
    if word in _NEUTRAL:
        return False
    return word in BLAME or word in _SLURS or word.startswith(("un", "il", "anti", "dis", "irr"))


def _of_finding(tree: Tree, at: int) -> Sense | None:
    found = {tree.lemma(one) for one in tree.dependants(at, "xcomp", "ccomp")}
    if found & {"responsible", "accountable"}:
        return Sense("ACCUSE", "allege")
    return Sense("SANCTION", "convict") if found & {"guilty", "liable"} else None


def _has_infinitive(tree: Tree, at: int) -> bool:
    """Say whether somebody is told what to do: "told them to leave", not "… they would leave"."""
    return any(
        tree.tokens[one].xpos == "VB"
        and not any(tree.lemma(aux) != "to" for aux in tree.dependants(one, "aux"))
        for one in tree.dependants(at, "xcomp", "ccomp")
    )


def _asks_in(tree: Tree, at: int) -> bool:
    """Say whether "call on" asks for something: "called on Norrast to leave", not "… to discuss"."""
    for one in tree.dependants(at, "advcl"):
        listed = VERBS.get(tree.lemma(one))
        if is_purpose(tree, one) and not (listed and listed.code in ("CONSULT", "SUPPORT")):
            return True
    return False


def _keys(tree: Tree, at: int) -> tuple[str, ...]:
    """Return the keys a verb may be listed under, the longest first.

    A preposition joins a verb only where the verb has no object: "pull out of the pact" leaves it,
    "pull troops out of the town" does not.
    """
    lemma = _base(tree, at)
    particles = [tree.lemma(one) for one in tree.dependants(at, "compound:prt")]
    adverbs = [
        tree.lemma(one)
        for one in tree.dependants(at, "advmod")
        if one == at + 1 or (one > at and tree.lemma(one) in _PARTICLES)
    ]
    bare = not tree.dependants(at, "obj")
    if not bare and _goes_out(tree, at):
        adverbs.append("out")
    below = tree.dependants(at, "obl", "xcomp", "ccomp", "advcl") if bare else ()
    cases = [
        tree.lemma(case)
        for one in below
        if tree.lemma(one) not in _DAYS
        for case in tree.dependants(one, "case", "mark")[:1]
        if case > at and not (tree.lemma(case) == "to" and tree.relation(case) == "mark")
    ]
    before = [tree.lemma(one) for one in tree.dependants(at, "compound", "advmod") if one < at]
    loose = tree.dependants(at, "obj", "xcomp", "ccomp")
    adjectives = [tree.lemma(one) for one in loose if tree.tokens[one].upos == "ADJ"]
    both = [f"{lemma}_{part}_{case}" for part in (*particles, *adverbs) for case in cases]
    single = [f"{lemma}_{part}" for part in (*particles, *adverbs, *cases, *adjectives)]
    return (*both, *single, *(f"{word}-{lemma}" for word in before), lemma)


def _goes_out(tree: Tree, at: int) -> bool:
    """Say whether what a verb acts on is moved "out of" something."""
    return any(
        tree.lemma(case) == "out"
        for one in tree.dependants(at, "obl")
        for case in tree.dependants(one, "case")
    )


def _base(tree: Tree, at: int) -> str:
    """Return the lemma; where it is listed nowhere, what its form can come from that is."""
    lemma, form = tree.lemma(at), tree.tokens[at].text.lower()
    if lemma in VERBS:
        return lemma
    stems = [
        form[: -len(ending)] for ending in ("d", "ed", "ing", "es", "s") if form.endswith(ending)
    ]
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]  # "airdropped"
    return next((stem for stem in stems if len(stem) > _SHORTEST and stem in VERBS), lemma)


def _objects(tree: Tree, at: int) -> tuple[int, ...]:
    """Return what a verb acts on, with conjuncts and with what a number or a part of it is of."""
    direct = tree.dependants(at, "obj", "nsubj:pass")
    governor = tree.tokens[at].head
    if tree.relation(at) == "acl" and tree.tokens[at].xpos == "VBN" and governor >= 0:
        direct = (*direct, governor)
    far = ("xcomp", "obl") if not direct or tree.lemma(at) in _TWO_PLACED else ("xcomp",)
    loose = [one for one in tree.dependants(at, *far) if tree.tokens[one].upos != "VERB"]
    if not direct and tree.lemma(at) in _GATHERING:
        loose += tree.dependants(at, "nsubj")
    found: list[int] = []
    for one in direct:
        found += [one, *counted(tree, one), *tree.dependants(one, "conj")]
    for one in loose:
        found += [one, *counted(tree, one)]
    return tuple(found)


def counted(tree: Tree, at: int) -> tuple[int, ...]:
    """Return what a number, a part or a set is of: "dozens of prisoners", "$5 million in aid"."""
    if tree.lemma(at) not in _MEASURES and tree.tokens[at].upos not in ("NUM", "SYM"):
        return ()
    return tree.dependants(at, "nmod")


def _names(tree: Tree, at: int) -> Iterator[str]:
    """Yield the names a noun may be listed under, with its modifiers first: `hunger_strike`."""
    lemma = tree.lemma(at)
    if tree.tokens[at].upos == "PROPN" and lemma in _DAYS:
        return
    lemma = _singular(lemma)
    for one in tree.dependants(at, "compound", "amod", "nmod:poss", "nmod:desc"):
        modifier = tree.lemma(one)
        yield f"{modifier}_{lemma}"
        yield f"{modifier}-{lemma}"
        if modifier in _COMPOUNDED:
            yield modifier
    yield lemma
    for one in tree.dependants(at, "compound", "nmod:desc"):
        if tree.tokens[at].upos == "PROPN":
            yield tree.lemma(one)  # "President Varga" is a president
        sense = NOUNS.get(_singular(tree.lemma(one)))
        forces = sense is not None and sense.bound and sense.code == "MOBILIZE"
        if forces and lemma not in _BELONGINGS:
            yield _singular(tree.lemma(one))  # a carrier group is a carrier


def sense_of_noun(tree: Tree, at: int) -> Sense | None:
    """Return the sense of a noun with its modifiers; `None` where it names no act."""
    lemma = _singular(tree.lemma(at))
    if tree.tokens[at].upos == "PROPN":
        return None if _in_name(tree, at) or lemma in _DAYS else NOUNS.get(lemma)
    if lemma in ("attack", "assault") and _is_verbal(tree, at):
        return Sense("ACCUSE", "disapprove")
    if lemma == "strike" and _stops_work(tree, at):
        return NOUNS.get("hunger_strike" if _has(tree, at, "hunger") else "general_strike")
    if lemma in ("withdrawal", "exit", "departure") and _leaves_bloc(tree, at):
        return Sense("SANCTION", "withdraw")
    for one in tree.dependants(at, "nmod"):
        sense = NOUNS.get(f"{lemma}_of_{tree.lemma(one)}")
        if sense is not None:
            return sense
    return next((NOUNS[name] for name in _names(tree, at) if name in NOUNS), None)


def _leaves_bloc(tree: Tree, at: int) -> bool:
    return any(tree.lemma(one) in SETS["bloc"] for one in tree.dependants(at, "nmod"))


def _in_name(tree: Tree, at: int, labels: frozenset[str] = _NAMED) -> bool:
    """Say whether a token is part of what names somebody or a place: "Liberation Front"."""
    token = tree.tokens[at]
    here = Extent(token.start, token.end)
    return any(
        one.label in labels and here.overlaps(Extent(one.start, one.end))
        for one in tree.parse.entities
    )


def _stops_work(tree: Tree, at: int) -> bool:
    """Say whether a strike is one of workers: by its kind, by who is on it, or by what it is about."""
    words = {
        _singular(tree.lemma(one)) for one in tree.dependants(at, "compound", "amod", "nmod:poss")
    }
    if words & (_STRIKES | _WORKERS):
        return True
    if any(_is_on_strike(tree, one) for one in range(len(tree.tokens))):
        return True
    hosts = (at, *tree.ancestors(at)[:2])
    doers = [one for host in hosts for one in tree.dependants(host, "nsubj")]
    doers += [more for one in doers for more in tree.dependants(one, "compound", "nmod", "conj")]
    if {_singular(tree.lemma(one)) for one in doers} & _WORKERS:
        return True
    return _mentions(tree, _LABOUR) and not _mentions(tree, _WARLIKE)


def _is_on_strike(tree: Tree, at: int) -> bool:
    cases = {tree.lemma(case) for case in tree.dependants(at, "case")}
    return tree.lemma(at) == "strike" and "on" in cases and not tree.dependants(at, "det")


def _is_verbal(tree: Tree, at: int) -> bool:
    """Say whether an attack is one in words: "a scathing attack on the minister, calling him …"."""
    if any(tree.lemma(one) in _SCATHING for one in tree.dependants(at, "amod")):
        return True
    governor = tree.tokens[at].head
    return governor >= 0 and any(
        tree.lemma(one) in ("call", "brand", "accuse", "label")
        for one in tree.dependants(governor, "advcl", "conj")
    )


def _has(tree: Tree, at: int, modifier: str) -> bool:
    return any(tree.lemma(one) == modifier for one in tree.dependants(at, "compound", "amod"))


def _singular(lemma: str) -> str:
    """Return a noun's lemma without the plural that the analyser left on it: "troops"."""
    if lemma in NOUNS or not lemma.endswith("s"):
        return lemma
    if lemma.endswith("ies"):
        stem = lemma[:-3] + "y"
    else:
        stem = lemma[:-2] if lemma.endswith(("ses", "xes", "ches", "shes")) else lemma[:-1]
    return stem if stem in NOUNS else lemma


def is_purpose(tree: Tree, at: int) -> bool:
    """Say whether a clause says what something is done for: "to detain", "for the editor to go"."""
    return any(tree.lemma(mark) in ("to", "for") for mark in tree.dependants(at, "mark", "case"))
