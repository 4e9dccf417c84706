"""Word lists that decide what kind of statement a clause makes. Lemmas in lower case.

Every list is general English for political and military reporting; none names a party, a place or a
case. A word belongs here only if it decides in any crisis.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGISLATURES = _words(
    """senate congress house parliament duma knesset bundestag assembly lawmaker senator committee
    council legislature chamber deputies deputy mps mp representative diet majlis court tribunal rada
    judge justice sejm cabinet"""
)

FORCES = _words(
    """warship destroyer frigate carrier submarine ship vessel fleet flotilla squadron personnel troop
    soldier marine sailor bomber fighter jet aircraft plane drone helicopter battalion brigade division
    regiment battery missile tank howitzer convoy garrison militia force contingent peacekeeper radar
    guard patrol corvette cruiser interceptor artillery reservist paratrooper army navy unit"""
)
EVALUATING_NOUNS = _words(
    """escalation risk danger threat concern crisis gap problem failure success sign step shift question
    challenge opportunity mistake turning-point setback victory equilibrium momentum pressure ground
    effort strategy rationale logic provocation signal message test blow move game line condition
    ambiguity contradiction tension uncertainty instability significance latitude environment mission
    campaign mechanism posture intention sense fear will pressure approach calculation gamble"""
)
EVALUATING_ADJECTIVES = _words(
    """sharp significant symbolic dangerous unstable fragile cautious clear unclear vulnerable coercive
    disproportionate unprecedented remarkable serious grave difficult easy strong weak likely unlikely
    contradictory awkward permissive calibrated robust crucial critical important worrying risky
    provocative deliberate inevitable powerful punitive patient willing hesitant responsible great
    terrible horrible disastrous tragic alarming dire reckless irresponsible legitimate illegitimate
    unacceptable shameful"""
)
INFERRING = _words(
    "suggest signal indicate imply appear seem point mean hint demonstrate underline show tell reveal "
    "reinforce underscore reflect"
)
INTENDING = _words(
    "want hope seek aim intend wish desire persuade design mean strive try attempt purpose"
)
COMPARING = _words(
    "match rival dwarf outnumber exceed compare disproportionate superior inferior equal"
)
BLAMING = _words("blame responsible responsibility culpable attribute culprit behind")
#: What a thing is called when naming it is an accusation.
BLAME = _words(
    """fabrication lie aggression aggressor terrorism terrorist murder murderer crime criminal violation
    provocation massacre genocide propaganda illegal unlawful false fake invasion piracy blackmail sham
    farce pretext coup conspiracy plot cowardly barbaric brutal inhumane shameful disgrace traitor
    corrupt outrage outrageous unacceptable unjustified"""
)
TARGETS = _words("target")

#: Nouns for a danger that has not happened.
DANGERS = _words(
    "risk danger miscalculation miscommunication accident escalation incident scenario possibility "
    "prospect pathway spiral"
)
#: Verbs of wishing: who wants something says nothing of what will be.
WANTING = _words("want wish desire")
#: Adverbs of hope: what "hopefully" comes is possible, and not foretold.
HOPED = _words("hopefully")

#: Verbs that carry an act named by their object: "carry out a raid", "open fire".
CARRYING = _words(
    """carry conduct launch mount stage impose order begin start resume continue open take do make deliver
    use step expand intensify send deploy keep increase see witness"""
)
#: Verbs that hurt whoever they are said of, though no standard for events codes them.
CRUSHING = _words(
    "crush annihilate obliterate exterminate eradicate flatten smash avenge pulverise pulverize"
)
#: What somebody is made to pay, bear or face.
PAYING = _words(
    """price dearly hell consequence consequences retribution reckoning vengeance revenge wrath retaliation
    punishment heavily"""
)
#: Verbs that threaten with the particle or the object beside them: "wipe them out", "set fire to".
HARMING_PHRASES: dict[str, frozenset[str]] = {
    "set": _words("fire ablaze alight"),
    "blow": _words("up away apart"),
    "pull": _words("down"),
    "wipe": _words("out off"),
    "tear": _words("down apart"),
    "burn": _words("down"),
    "finish": _words("off"),
    "cut": _words("off down hand arm head throat tongue"),
    "chop": _words("off hand arm head"),
    "hit": _words("back"),
    "strike": _words("back down"),
    "shoot": _words("down back"),
    "knock": _words("out down hell"),
    "take": _words("out revenge"),
    "rain": _words("down fire"),
    "bring": _words("hell"),
    "hunt": _words("down"),
    "break": _words("neck back bone"),
}
