"""What is done: verbs and nouns to PLOVER types and modes, and CAMEO codes for talk PLOVER drops.

Type and mode names are PLOVER's; the word lists are ours.
"""

from __future__ import annotations

from onrecord.domain.statement import Act

_ACTS: tuple[tuple[str, str, str], ...] = (
    ("ASSAULT", "", "attack kill strike assault hit ambush massacre murder wound injure slay storm "
     "raid clash fight invade destroy sink torpedo demolish assassination killing attack strike"),
    ("ASSAULT", "aerial", "bomb bombard airstrike air-strike airstrikes"),
    ("ASSAULT", "heavy-weapons", "shell shelling rocket"),
    ("ASSAULT", "firearms", "shoot gun"),
    ("ASSAULT", "explosives", "detonate explode blast explosion bombing"),
    ("ASSAULT", "abduct", "kidnap abduct hostage-taking kidnapping"),
    ("ASSAULT", "torture", "torture"),
    ("ASSAULT", "targeted", "assassinate execute execution"),
    ("COERCE", "arrest", "arrest detain imprison jail apprehend capture arrest detention"),
    ("COERCE", "seize", "seize confiscate impound search intercept board seizure interception"),
    ("COERCE", "restrict", "restrict ban blockade cordon blockade"),
    ("COERCE", "censor", "censor"),
    ("COERCE", "deport", "deport deportation"),
    ("COERCE", "curfew", "curfew"),
    ("COERCE", "withhold", "cut"),
    ("MOBILIZE", "troops", "deploy mobilise mobilize station amass reinforce muster mobilisation "
     "mobilization deployment build-up buildup"),
    ("MOBILIZE", "weapons", "position dispatch sail steam launch-exercise"),
    ("PROTEST", "demo", "protest demonstrate march rally demonstration"),
    ("PROTEST", "riot", "riot"),
    ("PROTEST", "boycott", "boycott"),
    ("SANCTION", "discontinue", "sanction designate blacklist suspend embargo designation"),
    ("SANCTION", "expel", "expel"),
    ("SANCTION", "convict", "convict sentence fine"),
    ("SANCTION", "withdraw", "withdraw-from recall"),
    ("THREATEN", "", "threaten warn"),
    ("REQUEST", "", "demand request ask urge appeal call_on call_for order"),
    ("ACCUSE", "allege", "accuse allege blame indict sue charge"),
    ("ACCUSE", "disapprove", "condemn denounce criticise criticize deplore decry"),
    ("ACCUSE", "investigate", "investigate probe"),
    ("REJECT", "", "reject refuse dismiss rebuff veto oppose"),
    ("AGREE", "", "agree promise pledge offer commit"),
    ("CONSULT", "", "meet visit discuss negotiate consult talk host confer"),
    ("SUPPORT", "", "praise endorse back support recognise recognize ratify sign welcome approve"),
    ("CONCEDE", "", "apologise apologize pardon concede"),
    ("COOPERATE", "", "cooperate co-operate trade"),
    ("AID", "", "aid donate evacuate rescue supply assist provide deliver"),
    ("RETREAT", "withdraw", "withdraw retreat pull_out"),
    ("RETREAT", "release", "release free"),
    ("RETREAT", "ceasefire", "ceasefire"),
    ("RETREAT", "resign", "resign"),
)  # fmt: skip

ACTS: dict[str, Act] = {
    lemma: Act("PLOVER", code, mode) for code, mode, lemmas in _ACTS for lemma in lemmas.split()
}
#: Speech-only acts (CAMEO 01x).
TALK: dict[str, Act] = {
    "say.decline": Act("CAMEO", "011"),
    "say.deny": Act("CAMEO", "016"),
    "say.confirm": Act("CAMEO", "015"),
    "say.reject": Act("PLOVER", "REJECT"),
    "say.accuse": Act("PLOVER", "ACCUSE", "allege"),
    "say.threat": Act("PLOVER", "THREATEN", "violence"),
    "say.demand": Act("PLOVER", "REQUEST", "change"),
    "say.pledge": Act("PLOVER", "AGREE"),
}


#: Acts that can hurt or coerce: their future is a threat.
HARMFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
