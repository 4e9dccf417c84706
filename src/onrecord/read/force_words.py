"""Words on forces: nouns of war, letters of types, prefixes of navies, verbs that place or own them."""

from __future__ import annotations

import re

from onrecord.domain.posture import ElementKind, PostureStatus


def _kinds(**named: str) -> dict[str, ElementKind]:
    table: dict[str, ElementKind] = {}
    kinds: tuple[ElementKind, ...] = (
        "formation", "ship", "aircraft_type", "personnel", "air_defence", "ground_equipment", "militia",
    )  # fmt: skip
    for kind in kinds:
        table |= dict.fromkeys(named.get(kind, "").split(), kind)
    return table


#: Nouns of war.
STRONG = _kinds(
    formation="fleet flotilla squadron battalion brigade regiment armada garrison peacekeeping "
    "battlegroup warfleet taskforce",
    ship="warship destroyer frigate corvette cruiser submarine battleship minesweeper gunboat flagship",
    aircraft_type="bomber warplane gunship fighter-jet",
    personnel="troop soldier marine sailor paratrooper reservist peacekeeper conscript serviceman "
    "airman commando guardsman",
    air_defence="patriot",
    ground_equipment="tank howitzer artillery",
    militia="militia militiaman paramilitary",
)
#: Nouns that need a military word beside them.
WEAK = _kinds(
    formation="force group unit division corps contingent convoy patrol company column",
    ship="ship vessel carrier boat cutter",
    aircraft_type="plane aircraft jet helicopter drone fighter uav",
    personnel="personnel adviser advisor officer guard crew",
    air_defence="missile battery interceptor radar system launcher defence defense",
    ground_equipment="vehicle gun truck",
)
MILITARY = frozenset(
    """military naval navy army air armed armoured armored combat defence defense missile strike carrier
    amphibious nuclear-powered guided-missile assault special marine airborne infantry mechanised
    mechanized ground surveillance reconnaissance attack fighter stealth anti-aircraft air-defence
    air-defense warship coast expeditionary rapid reserve allied coalition peacekeeping battle task
    aircraft ballistic cruise surface-to-air tank artillery patrol patriot""".split()
)
#: What makes a group of armed people no force of a state or militia in the field.
CIVIL = frozenset(
    "police security law-enforcement riot rescue fire market labour labor work sales".split()
)


def _designators(**named: str) -> dict[str, ElementKind]:
    return {one.lower(): kind for one, kind in _kinds(**named).items()}


#: Letters before the number of a type, by what is numbered so.
DESIGNATORS = _designators(
    aircraft_type="A AC AH An AV AW B C CH E EA EC F FA H HH HC Il J JF JH Ka KC KF KJ L M MC MH Mi MiG "
    "MQ MV NH P RC RQ SH SR Su TB Tu U UH V WC WZ Y Yak",
    air_defence="S SA HQ",
    ground_equipment="T BMP BTR BM",
)
#: A type: F-35, B-52H, S-400, MQ-9, Su-57, T-72; never a hull number or a disease.
TYPE = re.compile(
    rf"\b(?:{'|'.join(sorted(DESIGNATORS, key=lambda one: (-len(one), one)))})-\d{{1,3}}[A-Z]{{0,3}}s?\b",
    re.IGNORECASE,
)
#: Numbers of surface-to-air systems and of tanks; a shorter one after S or T names something else.
LONG = {"s": 3, "t": 2}
#: A ship by the prefix of its navy: USS Valiant.
SHIP = re.compile(
    r"\b(?:USS|HMS|INS|FS|JS|HMCS|HMAS|TCG|ROKS|BRP)\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*"
)
#: Places and doings that make a mention a posture.
#: ("patroll" is what analysers make of "patrolling".)
STATIONED = frozenset(
    """deploy station base position assemble amass mass operate patrol patroll sail arrive hover anchor remain
    gather reinforce send dispatch move dock transit escort fly steam enter leave depart withdraw
    return redeploy dispatch head build assign support conduct surge host house keep maintain hold
    concentrate muster field order mobilise mobilize stage rotate accompany""".split()
)
#: The same where the force is what does so, or whom others join.
STANDING = frozenset("stand line land join".split())
#: Verbs that only say how far along, or how sure, the one below them is: "began massing troops".
PHASES = frozenset(
    "begin start continue proceed resume believe think understand estimate report know appear seem".split()
)
#: Who does so with a force beside him has it around him: "surrounded by 20,000 troops".
AROUND = frozenset("surround ring flank".split())
#: Doing so is taking part, whatever it is taken part in.
TAKING_PART = frozenset("involve involved participate".split())
#: What a ship suffers, though it is the subject.
SUFFERED = frozenset("sink explode burn capsize suffer sustain receive collide crash".split())
#: Nouns that count what goes in them: "a convoy of about 40 trucks".
ROWS = frozenset("convoy column".split())
#: Nouns whose number of people may stand before "strong": "a 6,000-strong group".
MUSTERED = frozenset("group force contingent unit grouping garrison army mission".split())
#: Aircraft by the proper name of their type; other things bear some of these names, so that a number or
#: an owner must stand before them.
NAMED_AIRCRAFT = frozenset(
    """typhoon eurofighter rafale tornado gripen hornet raptor growler apache chinook hercules globemaster
    reaper predator bayraktar tejas mirage phantom viper osprey galaxy poseidon sentry hawkeye lancer
    stratofortress spirit warthog thunderbolt lightning flanker fulcrum""".split()
)
#: What moves is named before these: "bomber flights".
MOVEMENTS = frozenset(
    "flight sortie patrol deployment presence movement overflight transit".split()
)
#: What is done with a force is named so, and is an act: "militia mobilisations".
DISPLAYS = frozenset(
    "mobilization mobilisation demonstration drill exercise call-up parade".split()
)
#: Verbs whose subject is whose force the object is.
OWNING = frozenset(
    """deploy send move dispatch station position mass base mobilize mobilise order withdraw redeploy keep
    maintain assemble amass concentrate muster call return pull shift rush station surge respond hold stage
    conduct have build""".split()
)
PRESENCE = frozenset(
    """deployment presence build-up buildup arrival mobilisation mobilization movement surge flight sortie
    overflight""".split()
)
#: What is done to forces that are somewhere: "45 aircraft were detected".
SEEN = frozenset("detect spot sight track observe".split())
STATUSES: dict[str, PostureStatus] = {
    **dict.fromkeys("dock anchor berth moor".split(), "in_port"),
    **dict.fromkeys("sail steam head".split(), "underway"),
    **dict.fromkeys("transit cross pass".split(), "transiting"),
    **dict.fromkeys(
        "operate patrol patroll deploy station position base hover escort fly conduct".split(), "operating"
    ),
    **dict.fromkeys("leave depart withdraw".split(), "departed"),
    **dict.fromkeys("return".split(), "returned"),
}  # fmt: skip
#: What a group of forces is called by.
GROUPED = frozenset("carrier strike task battle amphibious battalion tactical".split())
#: What is written to forces is none.
TOLD_TO = frozenset("notice letter message warning advice benefit".split())
#: An adjective of a country or its short form: "Velmaran", "Turkish", "U.S.".
DEMONYM = re.compile(
    r"[A-Z][a-z]+(?:ese|ish|an|i|ench|utch|iss|eek|ech|ino)|(?:[A-Z]\.){2,}|U[SKN]|EU|UAE|NATO"
)
OWNERS = frozenset({"NORP", "LOC", "ORG", "GPE"})
#: The same said by a noun or adjective: "is underway", "are in port".
CONDITIONS: dict[str, PostureStatus] = {
    "underway": "underway", "way": "underway", "route": "underway", "port": "in_port",
    "anchor": "in_port", "transit": "transiting",
}  # fmt: skip
NOT_OWNERS = frozenset("many few several more some other new such additional".split())
