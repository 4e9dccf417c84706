"""Words for violence, as data: what kind of act a verb or noun names, and who and what it concerns.

Lemmas in lower case. Nothing here knows a country, a group or a case.
"""

from __future__ import annotations

from onrecord.domain.incident import IncidentKind, Standing


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(rows: tuple[tuple[IncidentKind, str], ...]) -> dict[str, IncidentKind]:
    return {word: kind for kind, words in rows for word in words.split()}


#: Verbs that name the act itself.
VERBS = _table(
    (
        ("killing", "kill murder assassinate slay massacre slaughter butcher decapitate lynch "
                    "stab strangle hack exterminate gun"),
        ("execution", "execute behead"),
        ("shooting", "shoot riddle machine-gun machinegun"),
        ("attack", "attack assault ambush raid storm wound maim torture beat assail harass rape sabotage"),
        ("bombing", "bomb dynamite dynamit detonate explode blast"),
        ("shelling", "shell mortar"),
        ("airstrike", "bombard strafe"),
        ("abduction", "kidnap abduct"),
        ("arson", "torch burn firebomb"),
        ("robbery", "rob loot steal ransack"),
        ("clash", "clash skirmish"),
        ("arrest", "arrest detain apprehend"),
    )
)  # fmt: skip
NOUNS = _table(
    (
        ("killing", "killing murder assassination slaying massacre slaughter lynching "
                    "homicide genocide bloodbath"),
        ("execution", "execution beheading hanging"),
        ("shooting", "shooting gunfire machinegunning shootout"),
        ("attack", "attack assault ambush raid sabotage destruction"),
        ("bombing", "bombing bomb car-bomb dynamiting detonation"),
        ("explosion", "explosion blast"),
        ("shelling", "shelling"),
        ("airstrike", "airstrike air-strike bombardment strafing"),
        ("abduction", "kidnapping abduction kidnaping hostage-taking"),
        ("arson", "arson firebombing burning"),
        ("robbery", "robbery heist hold-up holdup looting"),
        ("clash", "clash skirmish firefight combat battle"),
        ("arrest", "arrest detention"),
    )
)  # fmt: skip
#: Nouns that only refer back to an act told before.
BACK_REFERENCES = _words("crime incident atrocity act outrage deed tragedy event action attempt")

EXPLOSIVES = _words(
    "bomb explosive dynamite grenade charge mine device firebomb landmine car-bomb blast explosion tnt "
    "c-4 detonator rocket projectile mortar shell missile molotov artifact"
)
BOMBS = _words("bomb explosive dynamite charge mine device firebomb landmine car-bomb tnt c-4")
SHOTS = _words("fire shot bullet burst gunfire machinegun rifle gun pistol")
VEHICLES_OF_ATTACK = _words("drone warplane helicopter jet aircraft plane bomber")

#: Those who fight or rule by force and are no state's: perpetrators by their very name.
IRREGULARS = _words(
    """guerrilla guerilla rebel terrorist extremist subversive insurgent gunman assailant attacker
    assassin murderer killer kidnapper hitman bomber militant militiaman criminal trafficker
    narcotrafficker paramilitary commando commandoe saboteur sapper bandit gangster thug mercenary
    jihadist separatist sniper hijacker captor abductor delinquent aggressor perpetrator robber thief
    fighter militia squad hooligan arsonist cartel mafia outlaw vigilante contra cell gang"""
)
#: Those who fight for a state.
SOLDIERS = _words(
    """soldier troop army military battalion brigade marine sergeant lieutenant corporal patrol unit
    infantryman paratrooper force forces airman conscript garrison regiment company squadron platoon
    cadet detachment barracks navy sailor guardsman"""
)
POLICE = _words(
    "police policeman policemen officer agent carabinero patrolman constable guard trooper"
)
#: Words for people who may be victims; with proper names and peoples, all who may be.
PEOPLE = _words(
    """person people man woman child civilian peasant priest nun clergyman jesuit bishop monk pastor
    mayor governor minister president leader official judge magistrate prosecutor lawyer attorney
    journalist reporter cameraman photographer editor student professor teacher rector worker employee
    businessman industrialist rancher farmer landowner driver passenger passerby bystander pedestrian
    tourist citizen national resident inhabitant villager family relative wife husband son daughter
    brother sister father mother girl boy baby infant youth teenager minor adult maid cook housekeeper
    watchman bodyguard escort diplomat ambassador consul envoy adviser advisor engineer technician doctor
    physician nurse patient prisoner inmate detainee hostage refugee migrant indian native candidate
    senator deputy congressman councilman councilwoman politician activist member militant unionist
    unionizt trade-unionist labourer laborer miner fisherman merchant trader shopkeeper vendor guard
    witness informant neighbor neighbour crowd demonstrator protester worshipper congregation population
    personnel staff crew other victim dead corpse body casualty director manager executive secretary
    commander colonel general major captain economist peacekeeper volunteer humanitarian missionary
    american foreigner settler commuter cleric imam rabbi musician athlete player shopper servant
    justice ex-president ex-minister vice-president lady gentleman individual kid schoolchild pupil
    spokesman aide deputy functionary dean chief head founder delegate representative councillor
    poet writer intellectual academic pilgrim orphan widow couple elder"""
)
#: Things that are attacked: buildings, works, vehicles, land.
THINGS = _words(
    """building house home residence office headquarters embassy consulate mission bank store shop
    supermarket market restaurant hotel school university church cathedral temple mosque synagogue
    hospital clinic ambulance station substation powerplant plant factory warehouse pipeline refinery well
    bridge road highway railway train bus car truck vehicle taxi jeep van motorcycle bicycle minibus
    airplane aircraft plane airliner helicopter boat ship vessel tanker port dock airport airstrip runway
    pylon tower pole post line cable grid transformer antenna transmitter newspaper radio facility
    installation barracks base camp checkpoint garrison precinct prison jail courthouse palace city
    town village neighborhood neighbourhood farm ranch estate plantation crop field business firm company
    enterprise agency institute institution center centre club theater theatre cinema museum library
    monument statue stadium booth stand box structure property complex compound apartment block outpost
    convoy branch dealership kiosk garage workshop mine dam reservoir tank depot silo mill laboratory
    studio printing-press press offices network system infrastructure equipment machinery tractor
    dumptruck trailer wagon establishment court courthouse premises drugstore kitchen newsstand animal
    cattle livestock seat ministry chancery quarter position redoubt hall
    polling-station synagogue shrine tent shelter playground park square mall cafe bar discotheque
    nightclub tunnel locomotive car-park subway metro"""
)
#: Nouns of military things: attacks on them alone are war.
MILITARY_THINGS = _words(
    "barracks base camp checkpoint garrison outpost position redoubt stronghold battalion brigade "
    "detachment convoy post trench column airbase warship patrol"
)

#: Verbs that only carry the noun of an act: the subject does it.
LIGHT_DOING = _words(
    "carry conduct launch make mount stage perform undertake commit perpetrate execute unleash wage "
    "direct begin start continue plan order organize organise mastermind attempt try deliver execute"
)
#: Verbs and adjectives that hold somebody responsible for an act in their complement.
BLAMING: dict[str, Standing] = {
    "accuse": "accused", "blame": "accused", "charge": "accused", "attribute": "accused",
    "implicate": "accused", "suspect": "possible", "link": "possible", "responsible": "accused",
    "allege": "accused", "indict": "accused", "convict": "fact", "sentence": "fact",
    "connect": "possible", "involved": "accused", "implicated": "accused", "guilty": "accused",
    "credit": "accused", "ascribe": "accused",
    "participate": "fact", "involve": "accused", "confess": "claimed", "admit": "claimed",
    "claim": "claimed", "acknowledge": "claimed",
}  # fmt: skip
AUTHORITIES = _words(
    """police army military government authority official minister ministry president prosecutor judge
    court attorney general colonel commander spokesman intelligence troop command brigade battalion copress
    committee investigator mayor governor secretary chief director source garrison"""
)
HEDGES = _words(
    "apparently allegedly presumably reportedly possibly probably supposedly alleged suspected presumed "
    "possible probable supposed believed"
)
