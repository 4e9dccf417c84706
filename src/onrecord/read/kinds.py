"""What kind of statement a clause makes, decided by its own words in a fixed order.

The order matters and is the rule: refusals and explicit speech acts first, then law, questions and
hypotheses, counts, targets and forces, then judgement, and only what is left is an event or context.
Each test looks at lemmas and dependencies only; none knows a party or a place.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import StatementKind
from onrecord.read.acts import ACTS, HARMFUL
from onrecord.read.clauses import completes_noun, is_condition
from onrecord.read.cues import (
    CLAIMS,
    CUES,
    DENYING,
    FORESEEING,
    NEED_COMPLEMENT,
    REFUSALS,
    REFUSED_TALK,
    Cue,
    can_speak,
)
from onrecord.read.facts import Facts
from onrecord.read.forces import is_stationed
from onrecord.read.law import legal_kind
from onrecord.read.law_words import CHECKING
from onrecord.read.targets import classes_in
from onrecord.read.vocabulary import (
    BLAME,
    BLAMING,
    COMPARING,
    EVALUATING_ADJECTIVES,
    EVALUATING_NOUNS,
    FORCES,
    INFERRING,
    INTENDING,
    LEGISLATURES,
    TARGETS,
)


def kind_of(facts: Facts) -> StatementKind:
    """Return the kind of statement a clause makes."""
    for rule in _RULES:
        kind = rule(facts)
        if kind is not None:
            return kind
    return _plain(facts)


def _refusal(facts: Facts) -> StatementKind | None:
    refused = facts.head in REFUSALS and facts.lemmas & REFUSED_TALK
    silent = facts.head in ("comment", "deny") and facts.certainty.negated
    neither = facts.head == "confirm" and "neither" in facts.lemmas
    return "say.decline" if refused or silent or neither else None


def _speech_act(facts: Facts) -> StatementKind | None:
    """Return the act that the clause's own verb performs ("rejected the plan")."""
    own = _own_cue(facts)
    if own is None or own.kind is None or facts.clause.nominal:
        return None
    if facts.subject in LEGISLATURES and facts.head in CHECKING and legal_kind(facts):
        return "law.oversight"
    complement = facts.tree.dependants(facts.clause.head, "xcomp", "ccomp", "obl")
    objects = {facts.tree.lemma(at) for at in facts.tree.dependants(facts.clause.head, "obj")}
    if facts.head in DENYING and objects & CLAIMS:
        return "say.deny"
    if facts.head in NEED_COMPLEMENT and not complement:
        return None
    if facts.tree.tokens[facts.clause.head].upos != "VERB":
        return None
    return own.kind


def _own_cue(facts: Facts) -> Cue | None:
    """Return the cue of the predicate, with its preposition where that makes it one: "call on"."""
    tree, head = facts.tree, facts.clause.head
    particles = [
        tree.lemma(case)
        for at in (head, *tree.dependants(head, "obl"))
        for case in tree.dependants(at, "case", "compound:prt")
    ]
    joined = (CUES.get(f"{facts.head}_{particle}") for particle in particles)
    found = next((cue for cue in joined if cue is not None), None)
    if found is not None and any(can_speak(tree, at) for at in tree.dependants(head, "nsubj")):
        return found
    return CUES.get(facts.head)


def _governed(facts: Facts) -> StatementKind | None:
    """Return the act of the cue that governs the clause ("warned that …")."""
    if facts.cue is None or facts.cue.kind is None:
        return None
    return facts.cue.kind


def _warning(facts: Facts) -> StatementKind | None:
    """Return a threat for a warning of harm by the one who warns.

    "Warned it would strike back" and "warned of more strikes" threaten; "warned that prices could
    triple" only foresees.
    """
    own = facts.head == "warn"
    governed = facts.cue is not None and facts.certainty.aux and facts.subject in _SELF
    if not own and not (governed and facts.cue_word == "warn"):
        return None
    if own:
        named = facts.tree.dependants(facts.clause.head, "obl", "xcomp", "obj", "advcl")
        words = {facts.tree.lemma(at) for child in named for at in facts.tree.subtree(child)}
    else:
        words = {facts.head, *facts.lemmas}
    if _harms(words):
        return "say.threat"
    return "say.report" if own else None


def _harms(words: AbstractSet[str]) -> bool:
    harmful = any(lemma in ACTS and ACTS[lemma].code in HARMFUL for lemma in words)
    return harmful or bool(words & _ANSWERING)


def _conditional_threat(facts: Facts) -> StatementKind | None:
    """Return a threat for what a speaker says will be done to somebody if they do not give way."""
    if not facts.spoken or "hypothetical" not in facts.certainty.aux or facts.certainty.negated:
        return None
    if facts.cue_word in FORESEEING:
        return None
    tree, head = facts.tree, facts.clause.head
    auxiliaries = {tree.lemma(at) for at in tree.dependants(head, "aux")}
    conditions = [at for at in tree.dependants(head, "advcl") if is_condition(tree, at)]
    if not conditions or not auxiliaries & {"will", "would", "shall"}:
        return None
    said = {tree.lemma(at) for at in tree.subtree(head, without=conditions)}
    by_whom = [tree.tokens[at] for at in tree.dependants(head, "nsubj", "nsubj:pass")]
    acting = any(one.upos == "PROPN" or one.lemma.lower() in _SELF for one in by_whom)
    return "say.threat" if _harms(said) and (acting or "target" in said) else None


def _calling(facts: Facts) -> StatementKind | None:
    """Return an accusation for "called the vote a fabrication": naming with a noun of blame."""
    named = ("call", "brand", "label", "term")
    as_this = facts.head == "describe" and "as" in facts.lemmas
    if facts.head not in named and not as_this:
        return None
    named_so = facts.tree.dependants(facts.clause.head, "xcomp", "obj", "obl", "ccomp")
    return "say.accuse" if named_so and facts.lemmas & BLAME else None


def _gap(facts: Facts) -> StatementKind | None:
    """Return a gap for what the words say is not known."""
    near = {facts.clause.head, *facts.tree.dependants(facts.clause.head, "xcomp", "advcl", "conj")}
    words = {facts.tree.lemma(at) for at in near} & _NOT_KNOWN
    not_known = facts.certainty.negated and facts.head in ("clear", "known", "know", "certain")
    impersonal = not facts.tree.dependants(facts.clause.head, "nsubj") or facts.subject in (
        "it", "identity", "cause", "number", "extent", "scale", "reason", "motive", "toll",
    )  # fmt: skip
    unchecked = facts.certainty.negated and facts.head in ("verify", "confirm", "corroborate")
    unable = {
        facts.tree.lemma(at)
        for at in facts.tree.dependants(facts.clause.head, "aux", "aux:pass", "advmod")
    } & {"can", "could", "be", "independently", "immediately", "yet"}
    if unchecked and unable and "neither" not in facts.lemmas:
        return "meta.gap"
    return "meta.gap" if words or (not_known and impersonal) else None


def _question(facts: Facts) -> StatementKind | None:
    return "fut.question" if "question" in facts.certainty.aux else None


def _counterfactual(facts: Facts) -> StatementKind | None:
    return "fut.counterfactual" if "counterfactual" in facts.certainty.aux else None


def _pathway(facts: Facts) -> StatementKind | None:
    if "hypothetical" in facts.certainty.aux and not facts.spoken:
        return "fut.pathway"
    return None


def _prediction(facts: Facts) -> StatementKind | None:
    likely = bool(facts.lemmas & {"likely", "unlikely", "inevitable", "bound"})
    if likely and (facts.head in ("likely", "unlikely") or "appear" in facts.lemmas):
        return "fut.prediction"
    if "future" not in facts.certainty.aux:
        return None
    if facts.spoken:
        return None
    return None if _is_intention(facts) else "fut.prediction"


def _is_intention(facts: Facts) -> bool:
    return facts.head in INTENDING


def _spoken_future(facts: Facts) -> StatementKind | None:
    """Return a threat or pledge for what a speaker says will be done."""
    if not facts.spoken or "future" not in facts.certainty.aux:
        return None
    if facts.cue_word in FORESEEING:
        return "fut.prediction"
    done = {facts.head} | {
        facts.tree.lemma(at)
        for at in facts.tree.dependants(facts.clause.head, "obj", "xcomp", "ccomp")
    }
    acts = {ACTS[lemma].code for lemma in done if lemma in ACTS}
    harm = acts & HARMFUL or done & {"operation", "offensive", "retaliation", "force"}
    if harm and not facts.certainty.negated:
        return "say.threat"
    subject = facts.subject
    if subject in ("he", "she", "we", "i", "they", "government", "president", "minister"):
        return "say.pledge"
    return "fut.prediction"


def _imperative(facts: Facts) -> StatementKind | None:
    head = facts.tree.tokens[facts.clause.head]
    bare = head.xpos == "VB" and "Mood=Imp" in head.feats
    subject = facts.tree.dependants(facts.clause.head, "nsubj", "aux", "mark")
    demanded = facts.spoken and bare and not subject
    must = (
        facts.spoken
        and head.upos == "VERB"
        and facts.head not in _KNOWING
        and facts.subject not in ("i", "we")
        and any(
            facts.tree.lemma(at) in ("must", "should")
            for at in facts.tree.dependants(facts.clause.head, "aux")
        )
    )
    return "say.demand" if demanded or must else None


def _tally(facts: Facts) -> StatementKind | None:
    if _only_weighed(facts):
        return None
    people = [one for one in facts.quantities if one.unit.startswith("people_") and _is_count(one)]
    counts = [one for one in facts.quantities if _is_count(one)]
    if not counts or ("toll" in facts.lemmas and not people):
        return None
    running = facts.lemmas & {"since", "total", "toll", "so", "far", "tally", "across", "overall"}
    perfect = any(
        facts.tree.lemma(at) == "have" for at in facts.tree.dependants(facts.clause.head, "aux")
    )
    if (
        people
        or running
        or (perfect and ACTS.get(facts.head) is not None)
        or (
            perfect and facts.lemmas & {"carry", "conduct", "launch", "record", "document", "count"}
        )
    ):
        return "occ.tally"
    return None


def _only_weighed(facts: Facts) -> bool:
    """Say whether the clause weighs another one instead of stating it: "checking whether …"."""
    tree, clause = facts.tree, facts.clause
    return any(
        completes_noun(tree, at)
        or (tree.relation(at) == "ccomp" and bool(tree.dependants(at, "nsubj")))
        for at in clause.members
        if at != clause.head and tree.relation(at) in ("acl", "ccomp")
    )


def _is_count(quantity: Quantity) -> bool:
    return (
        bool(quantity.unit)
        and quantity.bound != "ordinal"
        and not quantity.unit.isupper()
        and quantity.unit not in _MEASURES
        and quantity.unit.removeprefix("people_").removesuffix("s") not in FORCES
    )


def _target(facts: Facts) -> StatementKind | None:
    if not facts.lemmas & TARGETS or not classes_in(facts.lemmas):
        return None
    chosen = facts.lemmas & {
        "identify", "select", "outline", "list", "include", "choose", "name", "designate", "draw",
        "potential", "possible", "review", "consider", "weigh", "prepare",
    }  # fmt: skip
    counted = any(one.unit.isupper() or one.unit == "percent" for one in facts.quantities)
    return "tgt.reported" if chosen and not counted else None


def _posture(facts: Facts) -> StatementKind | None:
    if "hypothetical" in facts.certainty.aux:
        return None
    harmful = ACTS.get(facts.head) is not None and ACTS[facts.head].code in ("ASSAULT", "COERCE")
    placed = is_stationed(facts.tree, facts.clause, facts.forces)
    return "occ.posture" if placed and not harmful else None


def _judgement(facts: Facts) -> StatementKind | None:
    if (
        facts.spoken
        and facts.cue is not None
        and facts.cue.stance == "neutral"
        and not facts.lemmas & (BLAMING)
    ):
        return None
    if _holds_responsible(facts):
        return "jdg.responsibility"
    if facts.head in INTENDING or "design" in facts.lemmas or _in_order_to(facts):
        return "jdg.intent"
    if facts.head in COMPARING or _compares(facts):
        return "jdg.comparison"
    if _infers(facts):
        return "jdg.inference"
    if facts.headline and facts.tree.tokens[facts.clause.head].upos == "VERB":
        return None  # "City buries its dead": the present of headlines tells what happened
    return "jdg.assessment" if _evaluates(facts) else None


def _infers(facts: Facts) -> bool:
    """Say whether something is taken as a sign of something: "demonstrated against" is none."""
    if facts.lemmas & {"appear", "seem"}:
        return True
    signs = facts.tree.dependants(facts.clause.head, "ccomp", "xcomp", "obj", "advcl")
    return facts.head in INFERRING and bool(signs or facts.clause.nominal or facts.head == "point")


def _holds_responsible(facts: Facts) -> bool:
    """Say whether somebody is held to have done something; a duty is a responsibility too, but none."""
    if facts.head == "blame" or "culpable" in facts.lemmas:
        return True
    tree = facts.tree
    words = [
        at for at in facts.clause.members if tree.lemma(at) in ("responsible", "responsibility")
    ]
    claimed = facts.head in ("claim", "hold", "deny", "bear", "take", "admit", "accept", "assume")
    return bool(words) and (
        claimed
        or any(
            tree.lemma(case) == "for"
            for at in words
            for below in tree.dependants(at, "obl", "nmod", "advcl", "acl")
            for case in tree.dependants(below, "case", "mark")
        )
    )


def _in_order_to(facts: Facts) -> bool:
    return {"in", "order", "to"} <= facts.lemmas and facts.head != "order"


def _compares(facts: Facts) -> bool:
    return ("than" in facts.lemmas and not facts.quantities) or bool(facts.lemmas & {"match"})


def _evaluates(facts: Facts) -> bool:
    head = facts.tree.tokens[facts.clause.head]
    present = head.xpos in ("VBZ", "VBP", "VBG") or bool(
        facts.tree.dependants(facts.clause.head, "cop")
    )
    placed = facts.tree.dependants(facts.clause.head, "case", "expl")  # "it is in the port"
    if head.upos in ("ADJ", "NOUN") and facts.tree.dependants(facts.clause.head, "cop"):
        return not placed
    valued = facts.lemmas & (EVALUATING_NOUNS | EVALUATING_ADJECTIVES)
    return present and bool(valued)


def _plain(facts: Facts) -> StatementKind:
    head = facts.tree.tokens[facts.clause.head]
    if facts.spoken:
        acted = ACTS.get(facts.head) is not None and head.xpos in ("VBD", "VBN")
        return "occ.event" if acted and "future" not in facts.certainty.aux else "say.report"
    if _advises(facts):
        return "jdg.assessment"
    told = (head.upos == "VERB" and head.xpos in ("VBD", "VBN")) or _perfect(facts)
    if told and facts.head != "be":  # "there was a risk" tells of nothing done
        return "occ.event"
    if head.xpos == "VBG" and ACTS.get(facts.head) is not None:
        return "occ.event"
    if facts.headline and head.upos == "VERB" and head.xpos in ("VBZ", "VBP"):
        return "occ.event"
    return "jdg.assessment" if _holds_forth(facts) else "occ.context"


def _advises(facts: Facts) -> bool:
    """Say whether an author says what should be: "this should be seen as a warning"."""
    auxiliaries = facts.tree.dependants(facts.clause.head, "aux")
    return any(facts.tree.lemma(at) in ("should", "must", "ought") for at in auxiliaries)


def _holds_forth(facts: Facts) -> bool:
    """Say whether an author writes in the present about something that is no name: a judgement."""
    head = facts.tree.tokens[facts.clause.head]
    subjects = facts.tree.dependants(facts.clause.head, "nsubj", "csubj")
    named = any(facts.tree.tokens[at].upos == "PROPN" for at in subjects)
    return head.xpos in ("VBZ", "VBP") and bool(subjects) and not named and not facts.quantities


def _perfect(facts: Facts) -> bool:
    auxiliaries = facts.tree.dependants(facts.clause.head, "aux")
    return facts.tree.tokens[facts.clause.head].upos == "VERB" and any(
        facts.tree.lemma(at) == "have" for at in auxiliaries
    )


_NOT_KNOWN = frozenset("unclear unknown unresolved undisclosed unspecified".split())
_KNOWING = frozenset(
    "know note remember understand recall realise realize think feel come expect".split()
)
#: Nouns and verbs of what is done in return.
_ANSWERING = frozenset(
    """retaliate retaliation consequence respond response action price regret target revenge retribution
    punish punishment""".split()
)
_SELF = frozenset("it he she they we i country nation government".split())

_MEASURES = frozenset(
    """days day weeks week months month years year hours hour minutes seconds percent kilometres
    kilometers km miles metres meters feet tonnes tons barrels knots degrees square_miles times""".split()
)

_RULES: tuple[Callable[[Facts], StatementKind | None], ...] = (
    _refusal,
    _gap,
    _question,
    _counterfactual,
    _conditional_threat,
    _warning,
    _governed,
    _calling,
    _speech_act,
    legal_kind,
    _imperative,
    _spoken_future,
    _pathway,
    _prediction,
    _target,
    _tally,
    _posture,
    _judgement,
)
