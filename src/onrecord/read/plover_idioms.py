"""Verbs whose objects decide what they do: "lay down arms", "fire rockets", "open the border".

A line is `SENSE: verbs > nouns`; a noun may be the verb's object, what it is said of in the passive, or
a noun joined by a preposition. `@` names a set of nouns. A line that opens with space goes on.
"""

from __future__ import annotations

from onrecord.read.plover_senses import Sense, lines_of, sense_named

SETS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "forces": "troop soldier force army military marine tank battalion brigade warship fleet carrier "
        "platoon navy squadron jet fighter warplane bomber submarine destroyer frigate artillery "
        "paratrooper regiment garrison unit reservist gunboat armor armour infantry militia "
        "commando contingent man personnel helicopter guard missile police security serviceman "
        "aircraft gunman militant vessel ship",
        "peace": "peacekeeper peacekeeping observer monitor medic doctor instructor trainer adviser advisor "
        "aid relief rescuer nurse engineer inspector firefighter",
        "goods": "aid assistance relief food medicine supply vaccine equipment ventilator money fund funds "
        "funding loan grant donation million billion dollar euro credit tent blanket shelter support "
        "help weapon arms ammunition dose mask training scholarship subsidy fuel care gift "
        "vehicle treatment kit service resource contribution package cash relief "
        "convoy shipment nutrition water protection helicopter medication grain wheat platoon "
        "$ € £ pound yen rupee refuge sanctuary asylum evacuation haven logistics expertise",
        "place": "town city village base airport bridge mosque area district province hill camp checkpoint "
        "headquarters territory region neighbourhood neighborhood position stronghold border outpost "
        "airbase port capital bastion enclave suburb island peninsula road highway junction "
        "building compound church school house barracks settlement crossing valley mountain "
        "airfield land front line control part ground post street plant facility dam "
        "palace parliament station university",
        "weapon": "rocket missile mortar shell artillery projectile torpedo barrage round salvo",
        "shot": "shot bullet gun gunshot rifle fire weapon machine-gun",
        "mild": "teargas gas cannon spray pellet baton canister",
        "suit": "lawsuit suit complaint charge case petition indictment action appeal claim accusation "
        "allegation motion",
        "accord": "agreement deal accord pact treaty memorandum mou contract protocol convention "
        "understanding consensus compromise declaration charter",
        "rule": "term law ban sanction order agreement embargo treaty resolution norm rule regulation "
        "obligation convention airspace decree restriction court ruling constitution curfew "
        "pact deal accord sovereignty border commitment promise",
        "truce": "ceasefire cease-fire truce armistice cessation",
        "envoy": "ambassador envoy diplomat consul charge representative attache minister official "
        "d'affaires mission",
        "labour": "strike walkout stoppage",
        "captive": "prisoner hostage detainee captive inmate activist journalist soldier civilian suspect "
        "crew national tanker ship vessel man woman people convict pow sailor protester "
        "dissident leader",
        "asset": "artifact artefact painting portrait manuscript remains body relic statue treasure "
        "property land pendant sculpture antiquity book coin wreckage loot bone fossil "
        "item piece asset cargo skull",
        "tie": "relation tie relationship link contact",
        "bloc": "treaty agreement accord pact organisation organization bloc union council alliance group "
        "deal convention coalition commission mission body party club",
        "request": "request demand appeal call petition bid plea proposal offer application invitation "
        "plan resolution bill motion amendment claim suggestion idea election peace-plan "
        "solution draft candidate nomination overture",
        "proposal": "offer invitation proposal plan formula mediation initiative truce deal agreement "
        "ceasefire roadmap compromise",
        "politics": "parliament government congress assembly cabinet legislature",
    }.items()
}

_TABLE = """
ASSAULT aerial: drop release rain > bomb munition payload barrel-bomb ordnance
+say: visit wreak inflict > havoc damage destruction
+say: set hit break strike > record example stage tone precedent low high bottom milestone
REQUEST: issue make send launch address > appeal plea
+say: issue send raise > alert notice advisory notam
THREATEN: exchange trade > threat
ACCUSE disapprove: exchange trade > barb insult accusation blame recrimination
COERCE withhold: cut cut_off sever shut_down > communication line network connection phone
+say: lay_down give risk sacrifice lose endanger > life
+say: play > role part
+say: hold stand keep > ground nerve breath
+say: take > place shape hold root
+say: enter > water waters day week month year phase stage airspace period era
+say: provide give offer > justification explanation reason detail pretext excuse insight answer
  toll count tally list proof example glimpse account update estimate figure opportunity chance way
ACCUSE allege: refer report > court tribunal prosecutor
ACCUSE allege: point > finger
SUPPORT: pledge swear > loyalty allegiance
COERCE restrict: add > list blacklist
RETREAT disarm: hand_in hand_over lay_down surrender > rifle gun
MOBILIZE troops: build_up > @forces presence
ACCUSE allege: name identify > suspect
SUPPORT: come rule decide vote > favour favor
CONSULT visit: end finish wrap_up complete > visit trip tour
COOPERATE: resume > delivery sale supply shipment export flight
COERCE withhold: cut cut_off restrict limit > access
SUPPORT: agree > deal agreement treaty pact accord
SUPPORT: confirm > nominee judge appointment nomination minister
SANCTION withdraw: end terminate > programme program project
COOPERATE: ship export sell > gas oil coal
RETREAT resign: quit leave > post job office
MOBILIZE troops: display show flex demonstrate > power muscle might strength
SANCTION withdraw: reduce cut > staff
+say: meet > requirement need goal target deadline standard expectation challenge criterion
+say: deliver give make > speech address remark statement interview lecture rein birth order
+say: take claim > credit responsibility
+say: fight combat > crime disease fire corruption poverty epidemic pandemic cancer
+say: share > border view story
SUPPORT: pledge promise express voice reiterate declare announce offer reaffirm affirm show lend
  throw state extend renew > support solidarity backing condolence congratulation sympathy
  commitment respect
ASSAULT: inflict > loss casualty damage toll blow defeat
ASSAULT primitive: cut slit > throat
MOBILIZE weapons: parade display showcase > missile weapon tank
SANCTION expel: order > ambassador envoy diplomat consul
SUPPORT: throw > weight
SUPPORT: speak argue > defence defense favour favor
RETREAT ceasefire: hold cease > fire
COERCE censor: take > air
COERCE deport: expel > worker migrant refugee foreigner immigrant citizen national student
CONCEDE: clear > charge
ACCUSE allege: seek > arrest prosecution indictment conviction
REJECT meet: pull_out pull_out_of quit leave walk_out exit abandon boycott > talk negotiation
  meeting summit
AID: pull > migrant survivor passenger victim
AID: give > refuge sanctuary shelter
COOPERATE: turn_over hand_over surrender deliver > suspect fugitive criminal
RETREAT ceasefire: observe honour honor respect implement hold > @truce
+stop: put > end stop halt hold pause ice
+stop: do > away
+light: take > part
+light: have > plan
COOPERATE: join > force hand
CONCEDE: make give > amend amends way ground
ASSAULT targeted: put > death
SUPPORT: express voice > gratitude appreciation thanks confidence admiration
REJECT: take > boycott
COERCE arrest: issue obtain serve execute seek > warrant arrest_warrant
COERCE restrict: strip revoke deny > citizenship nationality passport
COERCE restrict: order > evacuation quarantine lockdown closure
SUPPORT: lay > wreath
SUPPORT: join sign > alliance coalition union
SUPPORT: block veto prevent > sanction
REJECT: block obstruct stymie stall derail > resolution bill vote proposal nomination deal
  agreement bid plan appointment move effort inquiry investigation extradition entry aid convoy
REJECT: reject fail > compromise
ACCUSE disapprove: protest > decision move visit plan remark comment
ACCUSE investigate: send appoint name dispatch > investigator prosecutor fact-finding_mission
ACCUSE allege: level press bring face > charge accusation allegation
AID: open fly send deliver > shelter clinic camp hospital
AID: set_up establish build > hospital camp clinic shelter school
CONSULT: shake > hand
CONSULT: launch begin start open resume restart enter conclude > negotiation talk dialogue
  consultation mediation
CONSULT: play > role host
MOBILIZE troops: scramble > jet fighter warplane aircraft
MOBILIZE weapons: conduct carry_out > test
PROTEST demo: hold stage organise organize join lead > rally march protest demonstration vigil
  sit-in
PROTEST riot: throw hurl > egg tomato paint
THREATEN: step_up escalate > rhetoric
SANCTION withdraw: cancel end terminate scrap > contract treaty deal agreement accord partnership
  membership
SANCTION discontinue: close shut > market
SANCTION convict: issue impose > fine verdict
MOBILIZE weapons: test test-fire > missile weapon rocket bomb warhead icbm torpedo
MOBILIZE troops: raise heighten increase > alert readiness alert_level alertness
MOBILIZE troops: beef_up boost strengthen reinforce bolster tighten step_up increase > security
  garrison force defence defense patrol army presence
MOBILIZE troops: fly gather mass assemble converge advance move deploy arrive roll patrol take_up >
  @forces position
PROTEST demo: take pour spill > street
ASSAULT heavy-weapons: fire launch lob rain shoot hurl > @weapon
ASSAULT firearms: open fire exchange return trade unleash spray shoot > @shot
ASSAULT crowd-control: fire use deploy shoot spray lob turn hurl > @mild
ASSAULT explosives: plant detonate throw hurl set_off lay > bomb explosive grenade mine ied device
  landmine
ASSAULT drone: fly launch send > drone
ASSAULT: capture recapture retake overrun conquer occupy take_over storm seize reoccupy invade
  enter_by_force > @place
ASSAULT: take > town city village hill base capital airport stronghold bridge enclave
ASSAULT: take seize wrest gain assume > control
ASSAULT primitive: set > fire ablaze alight
ASSAULT primitive: throw hurl pelt > stone rock molotov cocktail bottle
ASSAULT: violate breach break infringe > @truce
ASSAULT: take > life toll
ASSAULT: use > force violence
ASSAULT: use hold > shield
ASSAULT: declare wage > war jihad
ASSAULT abduct: take hold seize > hostage
ASSAULT abduct: capture > soldier troop fighter militant crew
COERCE arrest: capture hold take > suspect fugitive leader criminal man woman prisoner custody
  detainee
COERCE restrict: close shut seal shut_down block close_down > border crossing airspace newspaper
  office station outlet school road airport broadcaster channel website access site mosque church
  organisation organization account bank
COERCE arrest: sentence place put hold confine > house_arrest custody detention
COERCE censor: suspend ban block censor seize jam > publication newspaper broadcast website
  magazine channel broadcaster book outlet platform medium media internet twitter facebook youtube
  film
COERCE restrict: suspend dissolve ban outlaw > constitution parliament party licence license
  permit assembly activity march rally protest demonstration election work operation
COERCE restrict: stop > work activity operation
COERCE restrict: freeze > asset account
COERCE withhold: cut cut_off shut_off switch_off disconnect restrict > water electricity power
  internet gas food supply
COERCE restrict: revoke strip cancel withdraw > citizenship licence license passport visa accreditation
  nationality residency permit
COERCE martial-law: declare impose extend proclaim > emergency siege law
SANCTION discontinue/172: impose slap levy tighten reimpose announce introduce place adopt > sanction
  freeze
SANCTION discontinue: impose slap levy > embargo
SANCTION discontinue: cut sever break suspend downgrade break_off cut_off end freeze reduce limit
  > @tie cooperation trade aid assistance funding collaboration partnership intelligence-sharing
SANCTION withdraw: recall withdraw call_back pull > @envoy
SANCTION withdraw: withdraw pull pull_out remove > @peace recognition citizen aid support funding
  investment mission staff diplomat backing membership delegation
SANCTION withdraw: walk_out quit leave exit abandon withdraw_from pull_out pull_out_of > @bloc talk
  negotiation coalition government
SANCTION expel: expel throw_out declare suspend > @envoy member membership persona
SANCTION withdraw: close shut shut_down evacuate > embassy consulate
SANCTION discontinue: suspend freeze halt terminate end stop ban > export import flight sale
  contract trade shipment talk negotiation mediation purchase service
SANCTION convict: find > guilty liable responsible
SANCTION convict: hand give hand_down impose uphold > sentence term penalty verdict conviction
  fine punishment
MOBILIZE troops: send fly deploy dispatch mobilise mobilize move mass position station rush order
  send_in bring_in gather increase intensify put place amass concentrate assemble ready redeploy
  raise reinforce > @forces presence
MOBILIZE troops: remain be put stay place go > alert standby readiness
MOBILIZE troops: hold conduct stage launch begin start carry_out > exercise drill manoeuvre
  maneuver wargame game
AID: send deploy provide dispatch second > @peace team convoy
COOPERATE: provide give supply > information intelligence evidence data
AID: deliver supply donate give provide transfer lend > tank jet helicopter submarine ship
  aircraft warplane missile drone frigate howitzer system
AID: send give provide donate deliver supply ship extend grant allocate contribute disburse
  receive lend hand hand_out spend pay distribute raise earmark funnel channel invest release
  bring transfer award inject fly airlift get obtain dispatch pump send_in approve announce accord
  authorise authorize fund support > @goods
AID: open throw_open reopen > door
AID: accept receive admit take_in take welcome host absorb house shelter resettle accommodate >
  refugee migrant seeker evacuee wounded people person
AID: cancel write_off forgive restructure waive > debt
AID: build rebuild > school hospital clinic shelter settlement
AID: rescue evacuate save > migrant hostage civilian people refugee sailor citizen national
  resident survivor passenger
CONCEDE: open reopen > border crossing airspace road blockade school office
SUPPORT: reopen open > embassy consulate
SUPPORT: sign reach conclude ratify strike seal clinch ink finalise finalize initial forge make
  broker approve adopt negotiate > @accord
SUPPORT: establish restore resume normalise normalize strengthen enhance renew upgrade deepen
  boost build improve forge cement > @tie alliance partnership
SUPPORT: approve adopt pass ratify back > resolution bill law constitution budget legislation
  motion
SUPPORT: pay > tribute homage respect
SUPPORT: form > alliance coalition
CONSULT: sponsor host organise organize attend convene chair > conference summit meeting talk
  forum event ceremony
CONSULT visit: make pay begin conclude start > visit trip tour
CONSULT: send dispatch receive lead > delegation envoy mission mediator
CONSULT: exchange > view
CONSULT: have hold share > lunch dinner breakfast meeting talk conversation discussion meal
CONSULT visit: receive welcome greet > president premier king minister envoy delegation leader
  ambassador chancellor queen prince guest pope
CONSULT phone: make place receive hold > call
AGREE: accept > @proposal
AGREE: offer propose extend > talk mediation negotiation dialogue asylum reward truce ceasefire
AGREE: set fix > date
AGREE: seek offer want > peace reconciliation
REJECT: turn turn_down decline reject refuse dismiss block veto oppose throw_out rule deny quash
  spurn ignore > @request
REJECT: deny refuse block bar > access entry permission visa asylum bail permit
REJECT: violate breach break defy flout ignore infringe disobey contravene disregard > @rule
REJECT meet: cancel postpone call_off skip delay scrap snub put_off > visit meeting summit talk
  trip conference negotiation tour
REJECT: reach make find strike > impasse deadlock
REJECT: drag > foot
REJECT: turn > back blind
REQUEST: seek request ask_for apply_for solicit > asylum refuge help aid assistance mediation
  support permission loan meeting ceasefire extradition explanation protection intervention
  compensation apology talk
REQUEST: put exert increase pile mount ratchet_up step_up > pressure
ACCUSE allege: file lodge bring initiate submit launch press level lay register issue take prefer
  open drop_bomb > @suit impeachment proceeding lawsuit protest
ACCUSE allege: call summon convoke > ambassador envoy diplomat consul charge attache d'affaires
ACCUSE allege: take drag haul > court
SUPPORT: come > defence defense help aid rescue
CONSULT visit: pay > call
ACCUSE allege: hold > responsible accountable
ACCUSE investigate: open launch order begin start head lead conduct join set_up initiate announce
  > investigation inquiry enquiry probe inquest audit
ACCUSE disapprove: express voice register > concern dismay anger outrage dissatisfaction
  displeasure disappointment regret opposition alarm objection indignation doubt criticism protest
ACCUSE disapprove: take > issue aim swipe
ACCUSE disapprove: challenge refute rebut dispute contest reject question > report claim comment
  remark assertion accusation allegation statement narrative finding suggestion
ACCUSE allege: put > trial
THREATEN: issue deliver give set send > ultimatum warning threat deadline
THREATEN: announce declare plan > strike boycott
PROTEST hunger: go start begin launch stage continue > fast
PROTEST strike: go begin start stage hold launch continue call join observe > walkout stoppage
  strike-action
PROTEST strike: stop down > tool
PROTEST demo: burn trample > flag effigy tyre
SUPPORT: rally march demonstrate > support solidarity
AID: hand_over hand > vehicle food medicine equipment cheque supply
AID: back support > weapon arm arms money
PROTEST demo: take pour spill > street
PROTEST obstruct: block barricade blockade occupy > road highway street entrance railway traffic
  bridge square campus office
CONCEDE: accept meet grant satisfy bow concede approve heed fulfil fulfill > demand request
  resignation appeal condition call
CONCEDE: declare announce proclaim observe renew begin extend implement honour honor order respect
  establish > @truce
CONCEDE: grant give award restore return > citizenship autonomy independence amnesty immunity
  permission right pardon clemency waiver reprieve
CONCEDE: drop withdraw dismiss retract > charge lawsuit complaint claim demand accusation case
  threat allegation suit resolution
CONCEDE: reduce lower commute overturn quash suspend shorten > sentence conviction tariff fine
CONCEDE: give grant > approval consent clearance go-ahead
REJECT meet: leave > meeting
CONCEDE: pay > compensation reparation ransom damage
CONCEDE: scrap abolish relax ease lift cut cancel suspend drop waive loosen remove > tax rule fee
  price levy decree quota visa
SANCTION withdraw: end terminate close > mission membership
CONCEDE: change reshuffle dissolve dismiss sack fire appoint name replace form reappoint
  re-appoint > cabinet minister leadership
CONCEDE: hold call announce schedule set > referendum
COOPERATE: hold stage conduct launch begin start carry_out > joint-exercise
COOPERATE: share exchange swap trade pass hand_over transfer > information intelligence evidence
  data technology expertise prisoner experience suspect fugitive criminal
COOPERATE: open > route corridor-trade
RETREAT disarm: lay lay_down hand_over surrender give_up hand_in turn_in destroy dismantle > arm
  arms weapon weaponry stockpile ammunition
RETREAT withdraw: withdraw pull pull_out pull_back remove move evacuate bring bring_home recall
  redeploy_from send_home > troop force soldier army tank military fighter artillery marine weapon
  warship police settler militia battalion
RETREAT release: release free hand_over liberate swap set let let_go return > @captive
RETREAT release: set > free
RETREAT return: return hand_over give_back restore repatriate hand_back > @asset
RETREAT access: allow permit let grant admit provide > access entry inspector observer worker
  convoy relief aid team journalist monitor passage corridor
RETREAT: end lift break suspend halt call_off stop abandon cease > siege blockade curfew emergency
  strike boycott offensive hostility bombing attack fighting restriction ban embargo sanction
  operation campaign war crackdown protest lockdown state shelling
RETREAT resign: tender submit offer hand_in announce > resignation
"""


def _nouns(listed: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in listed:
        found += sorted(SETS[name[1:]]) if name.startswith("@") else [name]
    return tuple(found)


def _read() -> dict[tuple[str, str], Sense]:
    idioms: dict[tuple[str, str], Sense] = {}
    for name, words in lines_of(_TABLE):
        sense = sense_named(name)
        border = words.index(">")
        for verb in words[:border]:
            for noun in _nouns(words[border + 1 :]):
                idioms.setdefault((verb, noun), sense)
    return idioms


#: Verb and noun to what the two do together; of two lines that fit the first counts.
IDIOMS: dict[tuple[str, str], Sense] = _read()
