"""Who can act and what an act can fall on: people, bodies and states, not storms, plans or records.

Decided by the head of a phrase alone. What is not known is taken for somebody or something: only
nature, abstractions, texts, times and happenings are turned away.
"""

from __future__ import annotations

from onrecord.read.plover_idioms import SETS
from onrecord.read.plover_nouns import NOUNS
from onrecord.read.tree import Tree
from onrecord.read.units import NOT_PEOPLE, PEOPLE

#: What harms without meaning to: weather, illness, accidents, machines that fail.
DISASTERS = frozenset(
    """earthquake quake aftershock flood flooding floodwater flash-flood deluge inundation storm
    thunderstorm hurricane typhoon cyclone tornado tsunami landslide mudslide rockslide avalanche
    wildfire bushfire blizzard snowstorm heatwave drought famine lightning volcano eruption rain
    rainfall downpour gale sandstorm derailment shipwreck capsizing pandemic epidemic outbreak
    virus cholera malaria measles influenza flu coronavirus covid covid-19 ebola disaster
    catastrophe calamity inferno blaze crash accident collision""".split()
)
#: What else moves and harms by itself, and can be hit too.
_ELEMENTS = frozenset(
    """snow hail ice wind gust wave surge tide monsoon weather climate disease illness cancer heat
    cold hunger starvation malnutrition tragedy leak malfunction collapse outage power-cut smoke
    mud debris torrent river dam water waters sea ocean""".split()
)
#: Abstractions that no ending gives away.
_ABSTRACT = frozenset(
    """inflation price economy market currency cost rate growth crisis blackout report announcement
    news footage video clip image photo photograph picture film data figure statistic number toll
    record balance deal bargain plan proposal idea notion policy law bill rule budget change cause
    freedom right justice peace war truth hope fear anger concern doubt rumour rumor rhetoric word
    comment remark speech statement letter message slogan chant story article book song debate issue
    problem question answer point matter topic subject thing fact case example way means role part
    place time life living ground pressure tension risk danger threat hardship havoc chaos panic
    damage loss harm death effect impact result outcome consequence response action step measure
    move effort attempt work job business trade chance opportunity power control influence lead
    support help aid access attention interest trust faith belief view opinion stance position line
    tie link relation bond sanction tariff tax fine talk visit trip path road-map process progress
    track course goal target aim end start beginning return rise fall drop increase decrease
    decline surge wave series string spate spree level standard limit bar mark stage scene moment
    past future history tradition culture system regime-change logic reason motive purpose sense
    mind heart note sign signal hint warning call demand offer promise pledge vow agreement accord
    pact treaty ceasefire truce justification explanation excuse apology praise tribute dream
    scenario prospect possibility potential thinking thought feeling mood trend shift turn twist
    option choice hypocrisy corruption crime poverty violence unrest protest legitimacy confidence
    dialogue diplomacy discourse campaign project programme program strategy tactic approach
    grievance slogan anti-government fire fires light capital-flight silence sovereignty dignity
    injury wound hell flow estimate version detail alert development dependence partnership
    revolution uprising use everything something nothing anything""".split()
)
#: Endings of abstractions, and the words with such endings that name somebody or something solid.
_ABSTRACT_ENDINGS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "dom", "ology",
    "cracy", "acy", "ation", "ture", "ing",
)  # fmt: skip
_SOLID = frozenset(
    """government parliament regiment department detachment administration organisation organization
    opposition delegation coalition institution population nation federation commission association
    corporation foundation battalion community authority city university facility municipality
    minority majority faction division legion mission garrison station apartment settlement
    encampment basement monument congregation militia ship battleship warship kingdom audience
    building dwelling crossing being king sibling fledgling offspring hireling embassy agency
    conservancy equipment ammunition installation infrastructure structure plantation intersection
    generation section premises ambulance embankment vehicle chancellor presidency leadership
    judiciary legislature constabulary membership security relation-giver resistance intelligence
    alliance congress procession establishment contingent section utility penitentiary entity
    celebrity dignitary personality emirate principality electricity gathering""".split()
)
#: Weapons and what carries them; they strike although nobody is named.
_ARMS = frozenset(
    """missile rocket drone uav bomb shell mortar torpedo bullet grenade mine landmine artillery gunfire
    shelling fire shot airstrike air-strike strike raid bombardment bombing barrage salvo attack
    blast explosion explosive shrapnel gun sniper jet warplane plane aircraft bomber helicopter gunship
    tank warship gunboat destroyer frigate submarine vessel ship boat projectile munition ied
    crossfire ambush shooting assault offensive incursion onslaught""".split()
)
#: Those who act and suffer whom neither an ending nor another list gives away.
_PEOPLE = frozenset(
    """president premier king queen prince princess chief head spy elite public crowd mob gang group
    family relative couple team party union cabinet council committee court jury bank firm company
    country state nation neighbour neighbor ally rival enemy opponent side camp clan tribe cleric
    priest imam monk bishop ayatollah sheikh judge youth graduate guest host aide deputy delegate
    immigrant merchant recruit deserter corpse body dead wounded injured regime junta
    ministry embassy headquarters media press outlet network website""".split()
)
#: Abstractions that are solid where shells fall on them: "bombed rebel positions".
_IN_THE_FIELD = frozenset({"target", "position"})
_SHELLING = frozenset(
    "bomb bombard shell strafe pound strike attack raid hit destroy pummel target".split()
)
#: Of these verbs a business may be the subject: "hit its targets".
_ALSO_OF_GOALS = frozenset({"hit", "strike", "attack"})
_GUNS = frozenset(
    """direct live heavy enemy friendly artillery tank mortar sniper rocket machine-gun small-arms
    anti-aircraft automatic rifle gun cross naval hostile""".split()
)
_NAMED = frozenset({"PER", "ORG", "LOC", "GPE", "FAC", "MISC"})
_UNSAID = frozenset({"there", "here", "this", "what", "which", "how", "when", "where", "why"})
_NOTHING = frozenset("everything something nothing anything all this that these none both".split())
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    second minute hour day week weekend month year decade century morning noon afternoon evening
    night midnight dawn dusk today tomorrow yesterday tonight spring summer autumn winter season
    occasion date anniversary while period term deadline ramadan christmas""".split()
)


def can_act(tree: Tree, at: int) -> bool:
    """Say whether the word heads the name of one who can act on purpose."""
    element = singular(tree, at) in _ELEMENTS and tree.tokens[at].upos != "PROPN"
    solid = can_bear(tree, at) and not is_happening(tree, at)
    return solid and not element and not is_arm(tree, at)


def can_bear(tree: Tree, at: int) -> bool:
    """Say whether an act can fall on what the word heads: neither a time nor an abstraction."""
    token = tree.tokens[at]
    lemma = singular(tree, at)
    if token.upos in ("PRON", "DET"):
        return lemma not in _UNSAID and lemma not in _NOTHING and token.deprel != "expl"
    if token.upos not in ("NOUN", "PROPN", "NUM", "ADJ", "SYM") or not any(
        sign.isalnum() for sign in token.text
    ):
        return False
    return not (_is_natural(tree, at) or is_time(tree, at) or is_abstract(tree, at))


def is_party(tree: Tree, at: int) -> bool:
    """Say whether a word is known to head somebody, a body or a solid thing that acts fall on."""
    token = tree.tokens[at]
    if token.upos in ("PROPN", "PRON", "DET"):
        return can_bear(tree, at)
    lemma = singular(tree, at)
    solid = any(lemma in SETS[name] for name in ("forces", "place", "captive", "envoy"))
    known = solid or lemma in _PEOPLE or lemma in PEOPLE or lemma in NOT_PEOPLE or lemma in _SOLID
    person = lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee")) or known
    return token.upos == "NOUN" and person and can_bear(tree, at) and not is_happening(tree, at)


def is_arm(tree: Tree, at: int) -> bool:
    """Say whether a word is a weapon, a blow struck with one, or what carries them."""
    lemma = singular(tree, at)
    if lemma == "fire":  # of guns only where the words say so; else it is a blaze
        return any(tree.lemma(one) in _GUNS for one in tree.dependants(at, "amod", "compound"))
    return tree.tokens[at].upos != "PRON" and lemma in _ARMS


def is_happening(tree: Tree, at: int) -> bool:
    """Say whether a common noun is an act or an event and not somebody: "protests", "the raid"."""
    if tree.tokens[at].upos != "NOUN":
        return False
    lemma = singular(tree, at)
    sense = NOUNS.get(lemma)
    person = lemma in PEOPLE or lemma in _SOLID or lemma.endswith(("er", "or", "ist", "ian"))
    return sense is not None and not sense.bound and not person


def is_time(tree: Tree, at: int) -> bool:
    """Say whether a word is a day, a month or a stretch of time, or a number beside one."""
    if singular(tree, at).rstrip(".") in _TIMES:
        return True
    beside = tree.dependants(at, "nmod", "compound", "nummod", "flat", "dep")
    return tree.tokens[at].upos == "NUM" and any(
        tree.lemma(one).rstrip(".") in _TIMES for one in beside
    )


def is_abstract(tree: Tree, at: int) -> bool:
    """Say whether a common noun, or a word of a headline in capitals, names nothing solid."""
    token = tree.tokens[at]
    lemma = singular(tree, at)
    if token.upos == "PROPN" and _in_name(tree, at):
        return False
    if lemma in _ABSTRACT:
        return not _is_in_the_field(tree, at)
    ended = lemma.endswith(_ABSTRACT_ENDINGS) and lemma not in _SOLID and lemma not in PEOPLE
    return ended and token.upos == "NOUN" and lemma not in _ARMS


def _is_in_the_field(tree: Tree, at: int) -> bool:
    """Say whether "targets" or "positions" are what shells fall on, and not goals or opinions.

    A goal that is hit is somebody's own: "the firm hit its targets". One in a place, or of somebody
    named, is a target of arms: "hit targets in Ilvane".
    """
    verb = tree.tokens[at].head
    if singular(tree, at) not in _IN_THE_FIELD or verb < 0 or tree.lemma(verb) not in _SHELLING:
        return False
    own = any(tree.tokens[one].upos == "PRON" for one in tree.dependants(at, "nmod:poss"))
    if own or tree.lemma(verb) not in _ALSO_OF_GOALS:
        return not own
    placed = (*tree.dependants(at, "nmod", "compound"), *tree.dependants(verb, "obl"))
    return any(tree.tokens[one].upos == "PROPN" for one in placed)


def _in_name(tree: Tree, at: int) -> bool:
    """Say whether a name covers a word; headlines write common nouns like names."""
    token = tree.tokens[at]
    return not token.text.isupper() and any(
        one.label in _NAMED and one.start < token.end and token.start < one.end
        for one in tree.parse.entities
    )


def _is_natural(tree: Tree, at: int) -> bool:
    """Say whether a word is nature or an accident, or bears the name of one: "Storm Osric"."""
    named = (at, *tree.dependants(at, "compound", "flat", "nmod:desc", "appos"))
    if tree.tokens[at].upos != "PROPN":
        named = (at,)
    return any(singular(tree, one) in DISASTERS for one in named)


def singular(tree: Tree, at: int) -> str:
    """Return a noun's lemma; of a headline's capitals, which analysers leave as they are, too."""
    lemma = tree.lemma(at)
    plain = lemma.endswith("s") and not lemma.endswith(("ss", "us", "is", "ws"))
    if not plain or lemma in _SOLID or lemma in DISASTERS or lemma in _ABSTRACT:
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
