"""Words that name an act by themselves, and the acts of talk that PLOVER leaves out.

What a whole clause says is done is put together in `plover_meaning`, from many more words; the rules
for clauses and kinds only ask whether one word names an act in any company. Type and mode names are
PLOVER's; the word lists are ours.
"""

from __future__ import annotations

from onrecord.domain.statement import Act
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_verbs import VERBS

#: Verbs and nouns that name an act whoever does it and to whom; their type is the lexicon's.
_BY_THEMSELVES = """
attack kill strike assault hit ambush massacre murder wound injure slay storm raid clash fight invade
destroy sink torpedo demolish assassination killing bomb bombard airstrike air-strike airstrikes shell
shelling rocket shoot detonate explode explosion bombing kidnap abduct hostage-taking kidnapping
torture assassinate execute execution arrest detain imprison jail apprehend capture detention seize
confiscate impound intercept board seizure interception restrict ban blockade cordon censor
deport deportation curfew deploy mobilise mobilize station amass reinforce muster mobilisation
mobilization deployment build-up buildup protest demonstrate march rally demonstration riot boycott
sanction blacklist suspend embargo expel convict sentence fine threaten warn demand request ask urge
appeal accuse allege blame indict sue charge condemn denounce criticise criticize deplore decry
investigate probe reject refuse dismiss rebuff veto oppose agree promise pledge offer commit meet visit
discuss negotiate consult talk host confer praise endorse back support recognise recognize ratify sign
welcome approve apologise apologize pardon concede cooperate co-operate trade aid donate rescue supply
assist withdraw retreat release free ceasefire resign
behead decapitate lynch slaughter butcher hijack maim mutilate rape stab torch raze bulldoze firebomb
strafe recapture retake overrun skirmish besiege sabotage shooting beheading stabbing slaying airlift
gunfight firefight onslaught offensive incursion invasion bombardment counterattack
rearrest incarcerate intern outlaw proscribe evict expropriate nationalise nationalize extradite
redeploy conscript picket mutiny overthrow topple oust vandalise vandalize walkout
impeach prosecute acquit amnesty surrender disarm demobilise demobilize liberate repatriate abdicate
mediate evacuate withdrawal pullout expulsion
"""
#: Words that the lexicon of whole clauses takes only in company.
_IN_COMPANY: tuple[tuple[str, str, str], ...] = (
    ("ASSAULT", "firearms", "gun"),
    ("ASSAULT", "explosives", "blast"),
    ("COERCE", "withhold", "cut"),
    ("MOBILIZE", "weapons", "position dispatch sail steam"),
    ("SANCTION", "discontinue", "designate designation"),
    ("COERCE", "seize", "search"),
    ("REQUEST", "", "order"),
    ("AID", "", "provide deliver"),
)


def _read() -> dict[str, Act]:
    acts = {
        lemma: Act("PLOVER", code, mode)
        for code, mode, lemmas in _IN_COMPANY
        for lemma in lemmas.split()
    }
    for lemma in _BY_THEMSELVES.split():
        known = VERBS.get(lemma) or NOUNS[lemma]
        sense = known if known.code else NOUNS[lemma]
        acts[lemma] = Act("PLOVER", sense.code, sense.mode)
    return acts


#: Lemmas that name an act by themselves.
ACTS: dict[str, Act] = _read()
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
