"""Words that decide how sure an event is, whether it is denied and whether it lies ahead.

A cue acts on what it governs: "plans to leave", "a threat of war", "refused to sign". `Effect` says what
it does to it; the tables say in which construction a word does so. After FactBank's events and sources
and the implicative verbs of Karttunen (1971): what one "manages to" do is done, what one "fails to" do
is not. Lemmas in lower case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: From what is committed to down to what nobody commits to.
Degree = Literal["CT", "PR", "PS", "Uu"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a cue does to what it governs.

    Attributes:
        degree: The most that is left of its certainty.
        turns: Whether it says the opposite of what it governs.
        ahead: Whether what it governs lies ahead of it.
    """

    degree: Degree = "CT"
    turns: bool = False
    ahead: bool = False


#: What is done with the cue is done: "managed to sink", "began to fire".
SAME = Effect()
UNDONE = Effect(turns=True)
AHEAD = Effect(ahead=True)
PUT_OFF = Effect(turns=True, ahead=True)
LIKELY = Effect("PR")
LIKELY_AHEAD = Effect("PR", ahead=True)
UNLIKELY = Effect("PR", turns=True)
POSSIBLE = Effect("PS")
POSSIBLE_AHEAD = Effect("PS", ahead=True)
OPEN = Effect("Uu")

Table = dict[str, Effect]


def _table(*rows: tuple[Effect, str]) -> Table:
    return {lemma: effect for effect, lemmas in rows for lemma in lemmas.split()}


#: With an infinitive: "plan to", "be able to". What is not listed lies ahead, as with "agree to".
WITH_INFINITIVE = _table(
    (SAME, """manage begin start continue proceed help get come go tend prove happen cause force compel
     oblige lead prompt use turn succeed dare bother deign stoop rush hasten serve combine conspire
     move act live work able say report know see hear show find make let claim profess discover reveal
     hard difficult easy wrong right wise sorry glad proud happy
     sad surprised shocked pleased unusual rare common"""),
    (UNDONE, """fail refuse decline neglect omit forget unable forbid prohibit unwilling reluctant
     impossible hesitate cease powerless"""),
    (LIKELY, "seem appear believe think suspect presume consider understand estimate assume"),
    (LIKELY_AHEAD, "expect anticipate predict forecast likely project bound certain sure"),
    (UNLIKELY, "unlikely"),
    (POSSIBLE, "allow permit enable possible capable free"),
    (POSSIBLE_AHEAD, "hope fear threaten"),
    (OPEN, "try attempt struggle pretend purport strive"),
)  # fmt: skip
#: With a preposition and an infinitive: "called on the council to act".
ASKING = frozenset("call appeal plead push press lobby campaign wait pray beg bid".split())
#: Nouns with an infinitive: "the failure to act". What is not listed lies ahead, as with "a plan to".
NOUNS_WITH_INFINITIVE = _table(
    (UNDONE, "failure refusal inability unwillingness reluctance"),
    (POSSIBLE, "ability capacity capability chance opportunity permission power authority freedom way"),
    (SAME, "first last second third one only"),
    (OPEN, "attempt effort bid struggle"),
)  # fmt: skip
#: With a gerund, with "from" or another preposition or without.
WITH_GERUND = _table(
    (UNDONE, """stop cease quit halt avoid prevent keep refrain abstain deny discontinue desist resist
     deter block bar ban prohibit discourage dissuade stopped"""),
    (POSSIBLE_AHEAD, "consider contemplate mull weigh envisage risk"),
    (AHEAD, "suggest propose recommend advocate plan discuss anticipate intend"),
    (PUT_OFF, "postpone delay defer"),
)  # fmt: skip
#: With a clause. What is not listed leaves it as it is; speech that did not happen leaves it open.
WITH_CLAUSE = _table(
    (LIKELY, """believe think suspect presume suppose feel assume reckon guess figure consider likely
     probable suggest indicate imply seem appear evidence suspicion belief assumption"""),
    (LIKELY_AHEAD, "expect anticipate predict forecast foresee expectation prediction"),
    (POSSIBLE, "fear worry speculate concern speculation possible possibility conceivable chance risk"),
    (POSSIBLE_AHEAD, "hope hopeful prospect danger threat"),
    (UNDONE, "deny rule impossible untrue false wrong refute"),
    (UNLIKELY, "doubt unlikely doubtful improbable"),
    (OPEN, "unclear uncertain unknown wonder ask question pretend"),
    (AHEAD, "demand insist urge propose recommend order require pledge promise vow wish"),
)  # fmt: skip
#: With a noun as object, or as subject of the passive.
WITH_OBJECT = _table(
    (AHEAD, """plan schedule propose negotiate seek demand request order require need want promise pledge
     offer prepare urge await agree authorise authorize slate promote advocate pursue invite solicit
     commission intend approve arrange"""),
    (LIKELY_AHEAD, "expect anticipate predict forecast foresee"),
    (POSSIBLE_AHEAD, "consider contemplate mull weigh threaten fear risk allow permit enable envisage"),
    (UNDONE, """cancel avert prevent avoid thwart foil abandon scrap shelve abort scuttle ban forbid
     prohibit preclude lack deny forestall pre-empt preempt disallow axe nix kill call_off rule_out
     refuse"""),
    (PUT_OFF, "postpone delay defer push_back put_off"),
    (POSSIBLE, "suspect allege speculate"),
)  # fmt: skip
#: With a noun behind one of these prepositions: "prepare for war", "due for delivery".
WITH_PREPOSITION = {
    "for": _table(
        (
            AHEAD,
            """plan schedule call ask prepare brace ready wait hope push apply due bid vie set slate
         need demand request proposal preparation plea bid appeal preparedness clamour deadline tender
         negotiate authorise authorize require press lobby campaign order schedule timetable""",
        ),
        (POSSIBLE, "potential allow provide opportunity chance scope"),
    ),
    "of": _table(
        (
            POSSIBLE_AHEAD,
            "threat risk danger prospect possibility likelihood chance fear hope warning"
            " potential probability eventuality",
        ),
        (LIKELY_AHEAD, "expectation anticipation prediction"),
        (
            UNDONE,
            """lack absence cancellation prevention denial avoidance abandonment ban prohibition
         dearth avoidance""",
        ),
        (PUT_OFF, "postponement delay"),
        (LIKELY, "evidence sign indication hint proof"),
        (POSSIBLE, "suspicion allegation accusation rumour rumor"),
    ),
    "on": _table((AHEAD, "plan bent insist")),
    "to": _table((AHEAD, "pledge commit commitment agree")),
    "against": _table((POSSIBLE_AHEAD, "threat warn warning"), (UNDONE, "ban decide")),
    "from": _table((UNDONE, "refrain abstain")),
    "in": _table((PUT_OFF, "delay")),
}
#: With an adjective said of it: "an attack is imminent".
WITH_PREDICATE = _table(
    (AHEAD, "imminent due pending ahead necessary upcoming inevitable needed"),
    (LIKELY_AHEAD, "likely probable certain"),
    (UNLIKELY, "unlikely improbable"),
    (POSSIBLE_AHEAD, "possible conceivable"),
    (UNDONE, "impossible absent off untrue"),
    (PUT_OFF, "overdue"),
)  # fmt: skip
#: Before a noun: "the planned sale", "a possible strike".
BEFORE_NOUN = _table(
    (AHEAD, """planned upcoming forthcoming future scheduled proposed prospective imminent pending
     impending intended looming promised pledged prospective anticipated envisaged requested demanded
     sought"""),
    (LIKELY_AHEAD, "expected projected forecast predicted"),
    (LIKELY, "suspected presumed apparent probable likely"),
    (POSSIBLE, "possible potential alleged conceivable purported supposed reported rumoured rumored"),
    (POSSIBLE_AHEAD, "threatened feared hypothetical"),
    (UNDONE, """cancelled canceled averted thwarted foiled aborted abandoned scrapped prevented nonexistent
     non-existent scuttled shelved"""),
    (PUT_OFF, "postponed delayed"),
)  # fmt: skip

#: Verbs that say of their noun only that it happens, or is done: what they are, it is.
SUPPORT = frozenset(
    """make take launch conduct carry hold have do perform undertake stage begin start continue resume
    undergo see cause trigger file sign release hit face mount wage deliver bring complete finish commit
    lead provoke spark produce receive give reach experience suffer fund finance extend include feature
    introduce implement create build develop present provide offer win gain get organise organize""".split()
)
#: Verbs whose subject happens by them: "a vote will take place".
OCCURRING = frozenset(
    """occur happen take begin start come follow ensue continue resume go proceed commence erupt arise
    result last end be""".split()
)
#: Modals by lemma: what they leave of what their verb says.
MODALS = {
    "will": AHEAD, "wo": AHEAD, "'ll": AHEAD, "’ll": AHEAD, "shall": AHEAD, "would": AHEAD, "'d": AHEAD,
    "’d": AHEAD, "could": POSSIBLE, "can": POSSIBLE, "ca": POSSIBLE, "may": POSSIBLE, "might": POSSIBLE,
    "should": AHEAD, "must": AHEAD, "ought": AHEAD,
}  # fmt: skip
#: Points of time that lie ahead of whoever names them.
LATER = frozenset("tomorrow tonight soon shortly later eventually".split())

#: Denied and with a condition, these hold the condition for probable: "would not be surprised if …".
SURPRISED = frozenset("surprised surprise surprising shocked shock amazed astonished".split())
