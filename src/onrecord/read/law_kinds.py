"""Which kind of statement about law a clause makes, decided by its own words in a fixed order."""

from __future__ import annotations

from onrecord.domain.class_words import ACTIONS
from onrecord.domain.statement import StatementKind
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_bases import base_kind
from onrecord.read.law_bodies import body_named, body_of
from onrecord.read.law_facts import (
    below,
    is_object,
    is_subject,
    must,
    names_code,
    not_held,
    own_instruments,
    predicates,
    words_of,
)
from onrecord.read.law_measures import decides, grants, is_forceful, is_kept
from onrecord.read.law_words import (
    ACTS_ON,
    ASSERTING,
    CHECKING,
    CONFERRING,
    FORBIDDING,
    FORCE_WORDS,
    GRANTED,
    LIMITING,
    LISTED_AS,
    LISTING,
    MEASURES,
    POWERS,
    STATUSES,
)
from onrecord.read.vocabulary import LEGISLATURES

LISTINGS = frozenset({"LISTING_FTO", "LISTING_SDGT"})
_DEFENDING = frozenset({"defend", "defence", "defense", "self-defence", "self-defense", "respond"})
_INHERENT = frozenset({"EXEC_INHERENT"})
#: What gives a power to act to whoever acts "under" it.
_BASES = frozenset(
    {"ART51_NOTICE", "EXEC_INHERENT", "STATUTE_AUMF", "UNSC_RES", "LEG_MANDATE", "EXEC_ORDER"}
)
_LIMITS = frozenset({"LEG_LIMIT", "COURT_ORDER", "JUDICIAL"})
#: What an instrument is cited as or for, where it is cited to cover an act.
_COVERING = frozenset("basis justification justify ground cover authorise authorize permit".split())
_AGAINST = frozenset("no against lack violation breach violate".split())
_CRITICS = frozenset(
    """critic opponent opposition lawmaker congressman congresswoman congressmember lawyer attorney jurist
    expert scholar professor activist campaigner group ngo watchdog rapporteur dissident protester""".split()
)
_LAWFUL = frozenset(
    "lawful legal legitimate justified justify permitted allowed authorised authorized".split()
)
_UNLAWFUL = frozenset("unlawful illegal illegitimate unjustified".split())
#: How somebody who speaks of a use of force under an instrument says that it is done.
_DOING = frozenset("order carry conduct launch undertake authorise authorize take".split())
_TALK = frozenset(
    "claim report accusation allegation suggestion notion idea criticism rumour rumor".split()
)
#: What an executive must do before a legislature.
_TELLING = frozenset("inform notify consult ask seek obtain".split())
#: Uses of force that an alliance decides on; its talk of weapons and trade is no such decision.
_JOINT = frozenset(
    """mission deployment deploy force forces troop troops strike operation intervention blockade no-fly war
    peacekeeper peacekeepers""".split()
)


def legal_kind(facts: Facts) -> StatementKind | None:
    """Return the kind of a clause that claims something about law, else `None`."""
    for rule in _RULES:
        kind = rule(facts)
        if kind is not None:
            return kind
    return None


def _designates(facts: Facts) -> StatementKind | None:
    """Say whether a listing is made or takes effect; merely naming one does not count."""
    words = words_of(facts)
    if facts.auxiliaries & {"must", "should", "ought"}:
        return None  # a demand for one
    if facts.head in LISTING and (words & LISTED_AS or names_code(facts, LISTINGS)):
        return "law.designation"
    takes_effect = "effect" in facts.lemmas or ("force" in facts.lemmas and "enter" in facts.lemmas)
    return "law.designation" if takes_effect and names_code(facts, LISTINGS) else None


def _limits_scope(facts: Facts) -> StatementKind | None:
    """Return a limit where no power is given, or only some, or only by somebody's leave."""
    named = own_instruments(facts)
    if facts.certainty.negated:
        return "law.scope_limit" if _is_not_given(facts) else None
    words = facts.lemmas | words_of(facts)
    if not_held(facts) and predicates(facts) and words & (FORCE_WORDS | frozenset(ACTIONS)):
        return "law.scope_limit"
    if is_subject(facts, named) and facts.head in LIMITING | FORBIDDING:
        return "law.scope_limit"
    if must(facts) and (_must_authorise(facts) or _must_be_told(facts)):
        return "law.scope_limit"
    only = "only" in facts.lemmas and facts.head in CONFERRING and is_subject(facts, named)
    return "law.scope_limit" if only else None


def _is_not_given(facts: Facts) -> bool:
    """Say whether a negated clause says that a power is not given, not settled or not held."""
    if is_kept(facts):
        return False
    named, words = own_instruments(facts), facts.lemmas | words_of(facts)
    if named and facts.lemmas & (CONFERRING | GRANTED):
        return True
    unsettled = facts.head in ("resolve", "settle", "answer", "clarify", "address")
    if unsettled and ("legal" in words or named):
        return True
    if not_held(facts) and predicates(facts) and words & (FORCE_WORDS | frozenset(ACTIONS)):
        return True
    if must(facts) and _must_authorise(facts):
        return True
    if _is_under(facts) and facts.lemmas & _LAWFUL:
        return True
    war = facts.head == "declare" and "war" in words
    by_body = body_of(facts) in ("legislature", "security_council")
    return by_body and (war or (grants(facts) and is_forceful(facts)))


def _must_authorise(facts: Facts) -> bool:
    """Say whether a body must let it: "parliament must authorise any use of force"."""
    return facts.subject in LEGISLATURES and facts.head in CONFERRING | CHECKING


def _must_be_told(facts: Facts) -> bool:
    """Say whether a legislature must be told or asked of a use of force."""
    tree, head = facts.tree, facts.clause.head
    if facts.head not in _TELLING or not words_of(facts) & FORCE_WORDS:
        return False
    told = (*tree.dependants(head, "obj", "obl", "iobj"),)
    return any(
        body_named([tree.tokens[one].text for one in tree.subtree(at)]) == "legislature"
        for at in told
    )


def _asserts_power(facts: Facts) -> StatementKind | None:
    """Return an assertion where somebody claims the power to act; "the authorities" are people."""
    if not facts.certainty.negated and (_claims_power(facts) or _claims_basis(facts)):
        return "law.authority_assertion"
    tree = facts.tree
    words = {tree.tokens[at].text.lower() for at in tree.subtree(facts.clause.head)}
    approval = words & {"authorization", "authorisation", "approval", "mandate", "permission"}
    if not facts.spoken or not approval:
        return None
    free = {"can", "may"} & words and "without" in words and not facts.certainty.negated
    needless = facts.head in ("need", "require") and facts.certainty.negated
    return "law.authority_assertion" if free or needless else None


def _claims_power(facts: Facts) -> bool:
    tree, head = facts.tree, facts.clause.head
    if facts.head not in ("have", "hold", "claim", "assert", "possess", "enjoy", "retain"):
        return False
    held = [
        at
        for at in tree.dependants(head, "obj", "obl", "nsubj:pass", "nmod")
        if tree.lemma(at) in POWERS and tree.tokens[at].upos == "NOUN"
    ]
    return names_code(facts, _INHERENT) or any(
        below(facts, at) & (FORCE_WORDS | frozenset(ACTIONS) | _DEFENDING) for at in held
    )


def _claims_basis(facts: Facts) -> bool:
    """Say whether somebody invokes an instrument, or says that what is done is lawful under one."""
    if facts.head in ASSERTING and own_instruments(facts):
        return _cites_as_cover(facts)
    if not _is_under(facts) or facts.lemmas & _UNLAWFUL:
        return False
    acts = {"self-defence", "self-defense", "defence", "defense", "right"}
    acting = facts.lemmas & acts or (facts.head in _DOING and is_forceful(facts))
    return bool(facts.lemmas & _LAWFUL or (facts.spoken and acting))


def _cites_as_cover(facts: Facts) -> bool:
    """Say whether who cites an instrument does so to cover an act: it may be held against one.

    Critics, lawmakers and lawyers cite what limits others, and a limit is cited against those it binds;
    where the words say what for ("as the basis", "to justify") they decide.
    """
    words = facts.lemmas | words_of(facts)
    if words & _COVERING:
        return not words & _AGAINST
    tree = facts.tree
    subjects = tree.dependants(facts.clause.head, "nsubj", "obl:agent")
    said = {tree.lemma(at) for one in subjects for at in tree.subtree(one)}
    citing = said | {word.removesuffix("s") for word in said}  # a headline's "Lawmakers" is a name
    return not citing & (_CRITICS | LEGISLATURES) and not names_code(facts, _LIMITS)


def is_held_against(facts: Facts, instrument: Instrument) -> bool:
    """Say whether an instrument is cited for what it asks of others: "cited the act: he may only …"."""
    cited = facts.head == "cite" and not _cites_as_cover(facts) and instrument.code == "LEG_LIMIT"
    said = {facts.tree.lemma(at) for at in facts.tree.subtree(facts.clause.head)}
    return cited and bool(said & {"only", "must", "require", "without"})


def _is_under(facts: Facts) -> bool:
    """Say whether the clause tells of something under an instrument: "lawful under Article 51"."""
    tree = facts.tree
    return any(
        one.code in _BASES
        and any(
            tree.lemma(case) in ("under", "pursuant", "per")
            for at in tree.indices_in(one.extent)
            for case in tree.dependants(at, "case")
        )
        for one in own_instruments(facts)
    )


def _oversees(facts: Facts) -> StatementKind | None:
    """Return oversight where a legislature or a court acts on a measure, or a measure passes or fails."""
    if _is_talked_down(facts):
        return None
    named = own_instruments(facts)
    on = is_forceful(facts) or words_of(facts) & MEASURES
    body = body_of(facts)
    checks = facts.head in CHECKING or (body != "court" and decides(facts))
    acting = facts.subject in LEGISLATURES or body in ("legislature", "court", "security_council")
    if acting and body not in ("executive", "alliance") and checks and (on or named):
        return "law.oversight"
    adopted = facts.head in STATUSES and STATUSES[facts.head] in ("in_force", "failed")
    by_house = any(one.code in ("LEG_LIMIT", "LEG_MANDATE", "STATUTE_FUNDS") for one in named)
    subject = is_subject(facts, named) or facts.head in CHECKING
    return "law.oversight" if by_house and subject and (adopted or facts.head in CHECKING) else None


def _is_talked_down(facts: Facts) -> bool:
    """Say whether what is rejected is only talk: "rejected reports that it had blocked the mandate"."""
    objects = {facts.tree.lemma(at) for at in facts.tree.dependants(facts.clause.head, "obj")}
    return bool(objects & _TALK)


def _authorises(facts: Facts) -> StatementKind | None:
    """Return an authorisation by an instrument, by whoever may give one, by an alliance or by consent."""
    if facts.certainty.negated:
        return None
    if is_subject(facts, own_instruments(facts)) and facts.head in CONFERRING:
        return "law.instrument"
    words = words_of(facts)
    if body_of(facts) == "alliance":
        return "law.authorization" if decides(facts) and words & _JOINT else None
    if facts.head == "consent" and words & FORCE_WORDS:
        return "law.authorization"
    granting = facts.head in (
        "authorize", "authorise", "approve", "greenlight", "empower", "mandate",
    )  # fmt: skip
    given = facts.head in ("give", "grant", "sanction") and grants(facts)
    person = bool(facts.tree.dependants(facts.clause.head, "nsubj", "nsubj:pass", "obl:agent"))
    forceful = words & FORCE_WORDS or is_forceful(facts)
    return "law.authorization" if (granting or given) and person and forceful else None


def _is_made(facts: Facts) -> StatementKind | None:
    """Return an instrument that is signed, issued, revoked …, or said to stand on firm ground."""
    named = own_instruments(facts)
    if not named:
        return None
    made = [
        one for one in named if one.code != "CONSENT"
    ]  # nobody sends an invitation they come by
    touched = is_subject(facts, made) or is_object(facts, made)
    if touched and facts.head in ACTS_ON | {"cite", "invoke"}:
        return "law.instrument"
    lawful = facts.lemmas & {"legal", "lawful", "illegal", "unlawful", "valid", "void", "binding"}
    return "law.instrument" if lawful and is_subject(facts, named) else None


_RULES = (
    _asserts_power, _limits_scope, _designates, _oversees, _authorises, base_kind, _is_made,
)  # fmt: skip
