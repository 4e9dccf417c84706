"""Threats: harm that a speaker's side says it will do, or warns of."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from onrecord.domain.statement import StatementKind
from onrecord.read.acts import ACTS, HARMFUL
from onrecord.read.certainty_conditions import conditions_of
from onrecord.read.cues import FORESEEING
from onrecord.read.facts import Facts
from onrecord.read.vocabulary import CARRYING, CRUSHING, HARMING_PHRASES, PAYING

#: Nouns and verbs of what is done in return.
_ANSWERING = frozenset(
    """retaliate retaliation consequence respond response action price regret target revenge retribution
    punish punishment""".split()
)
_SELF = frozenset("it he she they we i country nation government".split())
#: Of these a word alone does not tell whether they hurt: "search for survivors", "cut taxes".
_HARMLESS = frozenset({"search", "cut", "fine", "intercept", "gun"})
_HARMFUL_NOUNS = frozenset({"operation", "offensive", "retaliation", "force", "revenge"})
#: What one side does when another does what it warned of.
_STEPPING_IN = frozenset({"act", "intervene", "respond"})
#: These befall: whoever says that people will be killed need not mean to kill them.
_BEFALLING = frozenset("kill wound injure displace die".split())


def warning(facts: Facts) -> StatementKind | None:
    """Return a threat for a warning of harm by the one who warns.

    "Warned it would strike back" and "warned of more strikes" threaten; "warned that prices could
    triple" only foresees, and "warned them not to strike" asks for something.
    """
    own = facts.head == "warn"
    governs = facts.cue is not None and facts.certainty.aux and facts.subject in _SELF
    if not own and not (governs and facts.cue_word == "warn"):
        return None
    if own and _warns_off(facts):
        return "say.demand"
    words = _complements(facts) if own else {facts.head, *facts.lemmas}
    if _harms(words):
        return "say.threat"
    return "say.report" if own else None


def _warns_off(facts: Facts) -> bool:
    tree, head = facts.tree, facts.clause.head
    off = any(
        tree.lemma(word) == "against"
        and (tree.tokens[at].xpos == "VBG" or _harms({tree.lemma(at)}))
        for at in tree.dependants(head, "obl", "advcl", "xcomp")
        for word in tree.dependants(at, "case", "mark")
    )
    return off or any(
        tree.lemma(word) in ("not", "never")
        for at in tree.dependants(head, "xcomp")
        for word in tree.dependants(at, "advmod")
    )


def vow(facts: Facts) -> StatementKind | None:
    """Return a threat or a pledge for what is vowed, by what it is: revenge, or help."""
    if facts.head == "vow" and facts.tree.tokens[facts.clause.head].upos == "VERB":
        hostile = _harms(_complements(facts)) or does_harm(facts)
        return "say.threat" if hostile else "say.pledge"
    if facts.cue_word == "vow" and facts.cue is not None:
        hostile = _harms({facts.head, *facts.lemmas}) or does_harm(facts)
        return "say.threat" if hostile else None
    return None


def _complements(facts: Facts) -> set[str]:
    tree = facts.tree
    named = tree.dependants(facts.clause.head, "obl", "xcomp", "obj", "advcl", "ccomp")
    return {tree.lemma(at) for child in named for at in tree.subtree(child)}


def _harms(words: AbstractSet[str]) -> bool:
    harmful = any(lemma in ACTS and ACTS[lemma].code in HARMFUL for lemma in words - _HARMLESS)
    return harmful or bool(words & (_ANSWERING | CRUSHING))


def conditional_threat(facts: Facts) -> StatementKind | None:
    """Return a threat for what a speaker says will be done to somebody if they do not give way."""
    if not facts.spoken or "hypothetical" not in facts.certainty.aux or facts.certainty.negated:
        return None
    if facts.cue_word in FORESEEING:
        return None
    tree, head = facts.tree, facts.clause.head
    conditions = conditions_of(tree, head)
    if not conditions or not facts.auxiliaries & {"will", "would", "shall"}:
        return None
    said = {tree.lemma(at) for at in tree.subtree(head, without=conditions)}
    by_whom = [tree.tokens[at] for at in tree.dependants(head, "nsubj", "nsubj:pass")]
    acting = any(one.upos == "PROPN" or one.lemma.lower() in _SELF for one in by_whom)
    if _steps_in(facts) and (acting or is_own_side(facts) or facts.subject in _THEIRS):
        return "say.threat"
    if makes_pay(facts):
        return "say.threat"
    hostile = _harms(said) or does_harm(facts)
    return "say.threat" if hostile and (acting or "target" in said) else None


def _steps_in(facts: Facts) -> bool:
    objects = {facts.tree.lemma(at) for at in facts.tree.dependants(facts.clause.head, "obj")}
    return facts.head in _STEPPING_IN or (facts.head == "take" and bool(objects & {"action"}))


def is_hostile(facts: Facts) -> bool:
    """Say whether what is said will be done threatens: by the speaker's side, or as a price to pay."""
    if facts.certainty.negated:
        return False
    if makes_pay(facts):
        return True
    return does_harm(facts) and (is_own_side(facts) or _is_done_to_them(facts))


def _is_done_to_them(facts: Facts) -> bool:
    """Say whether a passive names no agent: "they will be hit very hard"."""
    tree, head = facts.tree, facts.clause.head
    verbs = (head, *tree.dependants(head, "xcomp"))
    passive = any(tree.dependants(verb, "aux:pass") for verb in verbs)
    by = any(
        tree.lemma(case) == "by"
        for verb in verbs
        for at in tree.dependants(verb, "obl")
        for case in tree.dependants(at, "case")
    )
    befalls = bool({tree.lemma(verb) for verb in verbs} & _BEFALLING)
    return passive and not by and not befalls and not facts.quantities


def makes_pay(facts: Facts) -> bool:
    """Say whether somebody is told to expect a price: "will pay dearly", "there will be hell to pay"."""
    tree, head = facts.tree, facts.clause.head
    if facts.head in ("regret", "pay", "face", "suffer", "bear"):
        named = tree.dependants(head, "obj", "advmod", "obl", "ccomp")
        return facts.head == "regret" or any(tree.lemma(at) in PAYING for at in named)
    if facts.head == "be" or tree.dependants(head, "expl"):
        there = tree.dependants(head, "expl")
        return bool(there) and any(
            tree.lemma(at) in PAYING for at in (head, *tree.dependants(head, "nsubj"))
        )
    return False


def does_harm(facts: Facts) -> bool:
    """Say whether the predicate, what it goes on to do or what it carries out is an act of harm."""
    tree, head = facts.tree, facts.clause.head
    verbs = [head]
    for verb in tree.dependants(head, "xcomp"):
        verbs += [verb, *tree.dependants(verb, "xcomp")]
    if tree.lemma(head) in ("stop", "cease", "refuse", "avoid", "halt", "end", "help"):
        verbs = [head]
    return any(_is_harm(facts, verb) for verb in verbs)


def _is_harm(facts: Facts, verb: int) -> bool:
    tree, lemma = facts.tree, facts.tree.lemma(verb)
    if tree.tokens[verb].upos == "VERB" and lemma not in _HARMLESS:
        if lemma in CRUSHING or lemma == "retaliate":
            return True
        if lemma in ACTS and ACTS[lemma].code in HARMFUL:
            return True
    objects = {tree.lemma(at) for at in tree.dependants(verb, "obj", "nsubj:pass", "xcomp")}
    if lemma in CARRYING and any(
        one in _HARMFUL_NOUNS or (one in ACTS and ACTS[one].code in HARMFUL) for one in objects
    ):
        return True
    near = tree.dependants(verb, "compound:prt", "advmod", "obj", "obl", "case")
    return any(tree.lemma(at) in HARMING_PHRASES.get(lemma, ()) for at in near)


_OURS = frozenset({"we", "i"})
_OWN = frozenset({"our", "my", "we", "i"})
#: Who speaks for a state or an armed side, and what they speak of as theirs.
_OFFICIALS = frozenset(
    """official minister ministry president premier chancellor general admiral commander chief colonel
    spokesman spokeswoman spokesperson leader secretary king emir prince army navy military government
    command office headquarters commission authority cabinet parliament council""".split()
)
_THEIRS = frozenset(
    """army navy military force troop soldier fleet government country nation state administration ministry
    police command office air-force guard authority cabinet""".split()
)
_ARMED = frozenset({"army", "navy", "military", "force", "troop", "soldier", "fleet"})
_OPPOSED = frozenset("enemy foreign hostile rebel rival occupying opposing opposition".split())
_MANY = frozenset({"NNS", "NNPS"})
_MIN_STEM = 4


def is_own_side(facts: Facts) -> bool:
    """Say whether the predicate's subject is whoever speaks, or a side they speak for.

    That is "I" and "we", "our army", in reported speech a pronoun that can stand for the speaker, "the
    army" in the mouth of a general, and a name the speaker bears: "Norrast's minister said Norrast …".
    """
    subject = facts.actor
    if subject is None:
        return False
    tree = facts.tree
    lemma = tree.lemma(subject)
    if lemma in _OURS:
        return True
    if any(tree.lemma(at) in _OWN for at in tree.dependants(subject, "nmod:poss")):
        return True
    speaker = facts.speaker
    if speaker is None:
        return False
    if tree.tokens[subject].upos == "PRON":
        return not facts.is_quoted and _can_stand_for(facts, lemma, speaker)
    if _shares_name(facts, subject, speaker):
        return True
    modifiers = {tree.lemma(at) for at in tree.dependants(subject, "amod", "compound", "nmod")}
    phrase = tree.subtree(speaker, without=tree.dependants(speaker, "acl", "appos"))
    official = any(tree.lemma(at) in _OFFICIALS for at in phrase)
    if lemma in _ARMED:
        return official and not modifiers & _OPPOSED
    return lemma in _THEIRS and official and not modifiers


def _can_stand_for(facts: Facts, pronoun: str, speaker: int) -> bool:
    tree = facts.tree
    many = tree.tokens[speaker].xpos in _MANY or tree.lemma(speaker) == "they"
    if tree.tokens[speaker].upos == "PRON":
        return tree.lemma(speaker) == pronoun
    if pronoun == "they":
        return many
    return pronoun in ("he", "she", "it") and not many


def _shares_name(facts: Facts, subject: int, speaker: int) -> bool:
    """Say whether the subject and the speaker bear one name: "Norrast", "the Norrastian minister"."""
    tree = facts.tree
    without = tree.dependants(speaker, "acl", "appos")
    names = {
        tree.tokens[at].text[:_MIN_STEM]
        for at in tree.subtree(speaker, without=without)
        if tree.tokens[at].text[:1].isupper() and len(tree.tokens[at].text) >= _MIN_STEM
    }
    own = (subject, *tree.dependants(subject, "compound", "amod"))
    return any(
        tree.tokens[at].text[:1].isupper() and tree.tokens[at].text[:_MIN_STEM] in names
        for at in own
    )
