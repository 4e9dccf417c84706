"""Words that attribute: which verbs say that somebody says, how, and what that commits the author to.

Factive cues commit the author as well ("confirmed"), neutral ones leave the author uncommitted
("said"), distancing ones hold the content off ("claimed"): domain rule 10, after FactBank and the
annotation of attribution in PARC 3.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.statement import StatementKind
from onrecord.read.attribution_words import WRITTEN
from onrecord.read.tree import Tree

Stance = Literal["factive", "neutral", "distancing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word does: the speech act it names, if it names one, and the author's stance."""

    kind: StatementKind | None
    stance: Stance
    needs_content: bool = True


_TABLE: tuple[tuple[StatementKind | None, Stance, bool, str], ...] = (
    # kind, stance, whether a clause or quotation must follow for it to be talk at all, lemmas
    (None, "neutral", True,
     "say tell add state remark comment explain note|f observe|f recall|f report write tweet "
     "reply respond conclude announce describe believe think argue contend "
     "estimate reckon suggest hint indicate signal inform brief testify quip joke recount reveal|f "
     "disclose|f show|f find|f document|f fear hope expect feel know|f learn|f understand see read "
     "stress emphasise emphasize underline reiterate repeat warn maintain insist assert declare claim|d "
     "allege|d purport|d caution predict forecast speculate ask wonder question advise assess "
     "counter retort outline quote cite complain lament boast assure affirm attest posit opine "
     "contradict remind"),
    ("say.threat", "neutral", False, "threaten vow"),
    ("say.demand", "neutral", False, "demand urge order instruct call_on call_for appeal request "
     "implore exhort insist_on"),
    ("say.announce", "neutral", False, "announce proclaim unveil"),
    ("say.pledge", "neutral", False, "pledge promise commit swear undertake guarantee"),
    ("say.confirm", "factive", False, "confirm acknowledge admit concede verify corroborate"),
    ("say.deny", "neutral", False, "deny disavow refute rebut doubt dispute"),
    ("say.reject", "neutral", False, "reject dismiss rebuff spurn oppose repudiate"),
    ("say.accuse", "neutral", False, "accuse blame condemn denounce criticise criticize decry slam "
     "deplore allege fault rebuke castigate lambast lambaste assail censure"),
    ("say.decline", "neutral", False, "decline"),
)  # fmt: skip

_STANCES: dict[str, Stance] = {"f": "factive", "d": "distancing"}


def _read_table() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for kind, stance, needs_content, lemmas in _TABLE:
        for entry in lemmas.split():
            lemma, _, mark = entry.partition("|")
            own = _STANCES.get(mark, stance)
            cues[lemma] = Cue(kind, own, needs_content)
    return cues


#: Cue verbs by lemma. A two-word lemma is a verb with its particle or preposition.
CUES: dict[str, Cue] = _read_table()
CUES["announce"] = Cue("say.announce", "neutral", needs_content=False)
CUES["allege"] = Cue("say.accuse", "distancing", needs_content=False)
CUES["claim"] = Cue(None, "distancing")

#: Verbs after which a direct quotation is always talk, even without a clause.
TALK_BEFORE_QUOTE = frozenset(CUES) | frozenset(
    "shout cry interject read urge continue repeat post call chant yell scream sing".split()
)
#: Under these a clause is never what somebody says.
NEVER_CONTENT = frozenset(
    "though although while whereas because after before since until unless once despite".split()
)

#: Nouns that carry talk: "in a statement", "the report said".
UTTERANCE_NOUNS = frozenset(
    """statement report announcement claim allegation denial accusation warning threat pledge promise
    demand call declaration assertion remark comment suggestion rumour rumor""".split()
)

#: Verbs by which a claim is turned down, and the nouns for what is then denied.
DENYING = frozenset("deny reject dismiss refute rebut disavow dispute".split())
CLAIMS = frozenset(
    "claim allegation accusation report assertion suggestion rumour rumor charge insinuation".split()
)

#: Verbs that lay a deed to somebody: "accused Lisk of shelling the port".
ACCUSING = frozenset("accuse blame condemn denounce criticise criticize".split())

REFUSALS = frozenset({"decline", "refuse"})
REFUSED_TALK = frozenset({"comment", "say", "elaborate", "discuss", "answer", "respond", "confirm"})

#: Verbs that attribute only when somebody who can speak is their subject.
_SHOWING = frozenset(
    "suggest indicate signal show hint reveal find mean underscore underline reflect know read see "
    "feel learn show believe think hope expect fear note document estimate describe".split()
)
#: With a thing for object these say what somebody meets with, or what a record holds.
_PERCEIVING = frozenset("see find show feel know read understand learn face mean capture".split())
#: Heads of phrases that can speak without being a name.
_SPEAKERS = frozenset(
    """official source diplomat aide officer spokesman spokeswoman spokesperson president premier
    minister ministry secretary chancellor government governor mayor king queen prince emir army navy
    military police command commander chief general admiral ambassador department office
    administration authority parliament senate congress court envoy regulator prosecutor commission
    commissioner council report statement document memo letter assessment study survey communique
    data figure estimate record filing indictment analyst expert lawyer lawmaker witness resident group agency
    organization organisation union party leader deputy head director monitor survivor observer
    researcher reporter newspaper outlet paper broadcaster channel network committee guard force rebel
    critic opposition historian scholar doctor medic hospital rescuer watchdog charity centre center
    institute bank company firm people man woman family relative neighbour neighbor teacher student
    response reply message post tweet note readout bulletin notice communiqué caption headline
    protester activist campaigner journalist senator representative member coalition side team
    investigator judge poll tank who he she they some many others most few both""".split()
)
#: Speech verbs that do something else without an addressee or a complement.
NEED_COMPLEMENT = frozenset(
    "appeal order request instruct urge charge fault oppose dismiss".split()
)


def is_attributing(tree: Tree, index: int) -> bool:
    """Say whether a token is a verb by which somebody says, thinks or shows its complement.

    "I" and "we" outside quotation marks are the author, whose words need no attribution.
    """
    if index < 0 or tree.tokens[index].upos not in ("VERB", "AUX"):
        return False
    subjects = tree.dependants(index, "nsubj")
    if subjects and tree.lemma(subjects[0]) in ("we", "i"):
        return False
    return speaks(tree, index)


def speaks(tree: Tree, index: int) -> bool:
    """Say whether a verb is one of saying, or one of showing and thinking that somebody does."""
    if tree.lemma(index) not in CUES:
        return False
    if tree.lemma(index) not in _SHOWING:
        return True
    subjects = tree.dependants(index, "nsubj")
    if tree.lemma(index) == "show":  # who has "shown that they can" has not said so
        subjects = tuple(at for at in subjects if tree.tokens[at].upos != "PROPN")
    if not subjects and tree.tokens[index].xpos == "VBG" and tree.relation(index) == "advcl":
        subjects = tree.dependants(tree.tokens[index].head, "nsubj")  # "…, noting that …"
    return any(can_speak(tree, subject) for subject in subjects)


def can_speak(tree: Tree, index: int) -> bool:
    """Say whether a noun phrase's head names somebody, or something written, that can say things."""
    return tree.tokens[index].upos == "PROPN" or tree.lemma(index) in _SPEAKERS


def reports_thing(tree: Tree, index: int) -> bool:
    """Say whether a verb of talk has a noun for what is reported: "reported 12 deaths".

    Who sees, finds or feels a thing does not say so; what is written or filmed shows it.
    """
    subjects = tree.dependants(index, "nsubj")
    if not tree.dependants(index, "obj"):
        return False
    if tree.lemma(index) in _PERCEIVING:
        return any(tree.lemma(at) in WRITTEN for at in subjects)
    return any(can_speak(tree, at) for at in subjects) and is_attributing(tree, index)


_COUNTING = frozenset("count record tally register put estimate place".split())
_COUNTS = frozenset("number toll figure count total tally cost size casualty death".split())


def counts_thing(tree: Tree, index: int) -> bool:
    """Say whether a verb says that its subject gives a number: "put the toll at 43", "counted 12"."""
    if tree.lemma(index) not in _COUNTING or tree.tokens[index].upos != "VERB":
        return False
    if not any(can_speak(tree, at) for at in tree.dependants(index, "nsubj")):
        return False
    objects = tree.dependants(index, "obj")
    if tree.lemma(index) in ("put", "place", "estimate"):
        levels = [at for at in _number_after_at(tree, index) if at > index]
        return bool(levels) and any(tree.lemma(at) in _COUNTS for at in objects)
    return any(tree.dependants(at, "nummod") for at in objects)


def _number_after_at(tree: Tree, index: int) -> tuple[int, ...]:
    hosts = (index, *tree.dependants(index, "obj"))
    below = [at for host in hosts for at in tree.dependants(host, "obl", "nmod")]
    return tuple(
        at
        for at in below
        if any(tree.lemma(case) == "at" for case in tree.dependants(at, "case"))
        and any(tree.tokens[word].upos == "NUM" for word in tree.subtree(at))
    )


HEDGES: dict[str, str] = {
    # value the hedge leaves to certain content: PR probable, PS possible
    "may": "PS", "might": "PS", "could": "PS", "can": "", "perhaps": "PS", "possibly": "PS",
    "maybe": "PS", "potentially": "PS", "possible": "PS", "potential": "PS", "conceivably": "PS",
    "reportedly": "PR", "apparently": "PR", "probably": "PR", "likely": "PR", "presumably": "PR",
    "seemingly": "PR", "evidently": "PR", "supposedly": "PS", "purportedly": "PS",
    "allegedly": "Uu", "alleged": "Uu", "suspected": "PR", "presumed": "PR", "believed": "PR",
    "seem": "PR", "appear": "PR", "suggest": "PR", "indicate": "PR", "imply": "PR",
    "feared": "PS", "thought": "PR", "estimated": "PR", "expected": "PR", "should": "PR", "would": "PR",
    "signal": "PR", "unlikely": "PR-", "doubtful": "PR-", "unclear": "Uu", "uncertain": "Uu",
    "unconfirmed": "Uu", "unverified": "Uu", "disputed": "Uu",
}  # fmt: skip

NEGATIONS = frozenset(
    """not n't n’t no never neither nor none nobody nothing nowhere without hardly scarcely""".split()
)
FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll"})
FUTURE_VERBS = frozenset(
    "plan intend expect prepare schedule set aim want vow pledge promise threaten seek".split()
)
#: Verbs by which somebody is told to do something; denied, nobody was.
ORDERING = frozenset("order instruct demand urge request implore exhort".split())
#: Cues of what somebody expects, fears or thinks: nobody threatens or pledges by them.
FORESEEING = frozenset(
    "fear expect believe think predict forecast estimate hope speculate suggest feel know worry".split()
)
#: Under "not", these say that the content is held to be probably false, not that nobody says it.
BELIEVING = frozenset("believe think expect feel suspect estimate reckon predict forecast".split())
FEARING = frozenset("fear worry hope speculate".split())
#: Conjunctions under which a clause is a condition.
CONDITIONS = frozenset({"if", "unless", "should", "provided", "supposing", "lest", "whether"})

LOADED_LABELS = (
    "narco-terrorist", "narcoterrorist", "terrorist", "regime", "thug", "animal", "martyr",
    "so-called", "puppet", "bandit", "infidel", "zionist entity", "nazi",
    "aggressor", "mercenary", "extremist", "militant",
)  # fmt: skip
