"""What nouns name: acts that a verb carries, and things whose sending, cutting or opening is an act.

A key may join a modifier to its noun: `hunger_strike`. Senses are written as in `plover_senses`.
"""

from __future__ import annotations

from onrecord.read.plover_senses import read_table

NOUNS = read_table("""
ASSAULT: duel attack assault ambush clash battle fight fighting combat invasion incursion
  offensive hostility violence killing slaying murder bloodshed onslaught warfare war aggression
  strike counterattack counteroffensive counter-offensive reprisal firefight gunbattle shootout
  skirmish carnage atrocity crossfire brutality human_shield gunfight infiltration blitz
  lethal_force
ASSAULT aerial: airstrike air-strike air_strike airstrikes bombing_raid air_raid airraid
  aerial_attack air_attack bombing_campaign air_campaign bombing_run sortie aerial_bombardment
  air_bombardment
ASSAULT drone: drone_strike drone_attack drone-strike
ASSAULT heavy-weapons: shelling bombardment rocket barrage rocket_attack missile_strike
  missile_attack mortar_attack artillery_fire mortar_fire rocket_fire artillery_strike tank_fire
  salvo cannonade mortar_round artillery_shell missile mortar shellfire
ASSAULT firearms: shooting gunfire gun_attack sniper_attack sniper_fire machine-gun_fire live_fire
  drive-by shot
ASSAULT explosives: bombing bomb_attack car_bomb car_bombing truck_bomb roadside_bomb blast
  explosion ied bomb grenade grenade_attack landmine mine_attack bomb_blast nail_bomb parcel_bomb
  letter_bomb
ASSAULT suicide-attack: suicide_bombing suicide_attack suicide_bomber suicide_blast
  suicide_mission
ASSAULT abduct: kidnapping abduction hijacking hostage-taking kidnap hostage_taking captivity
  hostage
ASSAULT beat: beating flogging whipping caning
ASSAULT torture: torture mutilation maltreatment mistreatment
ASSAULT sexual: rape gang-rape sexual_violence sexual_assault sexual_abuse
ASSAULT targeted: assassination execution massacre beheading lynching genocide slaughter pogrom
  ethnic_cleansing mass_killing targeted_killing extermination
ASSAULT destroy: destruction demolition sabotage looting pillage arson_attack
ASSAULT primitive: stabbing knife_attack stoning arson machete_attack
ASSAULT unconventional: chemical_attack gas_attack poisoning nerve_agent chemical_weapon sarin
  chlorine mustard_gas poison_gas
ASSAULT crowd-control: teargas tear_gas water_cannon rubber_bullet baton_charge pepper_spray
  stun_grenade warning_shot
~ASSAULT: retaliation revenge consequence intervention action response retribution
COERCE arrest: arrest detention imprisonment custody roundup incarceration internment jailing
  house_arrest dragnet manhunt arrest_warrant detention_order
COERCE seize: seizure raid confiscation crackdown_raid interception expropriation nationalisation
  asset_freeze
COERCE restrict: ban restriction crackdown clampdown curb lockdown cordon prohibition repression
  suppression travel_ban roadblock checkpoint persecution intimidation oppression coercion
  limitation quarantine eviction disqualification closure dissolution annexation harassment
  shutdown purge house_demolition surveillance emergency_law limit
COERCE restrict/191: blockade siege
SANCTION discontinue/172: sanction economic_sanction financial_sanction trade_sanction
COERCE censor: censorship gag_order blackout media_ban
COERCE deport: deportation banishment
COERCE curfew: curfew
COERCE martial-law: martial_law emergency state_of_emergency state_of_siege emergency_rule
  emergency_power
COERCE withhold: power_cut blackout internet_shutdown
COERCE misinformation: disinformation misinformation propaganda fake_news
COERCE cyber: cyberattack cyber-attack cyber_attack hacking hack cyber_warfare cyberwarfare
  cyberwar cyber_war ransomware cyber_operation ddos malware
MOBILIZE troops: drill naval_drill mobilisation deployment buildup build-up military_exercise
  military_drill war_game wargame manoeuvre maneuver military_maneuver military_buildup
  redeployment military_presence alert high_alert combat_readiness naval_exercise war_games
  troop_movement reinforcement military_preparation
MOBILIZE weapons: missile_test nuclear_test weapons_test test-firing ballistic_test rocket_test
  missile_launch
~MOBILIZE troops: troop soldier force army military marine tank battalion brigade warship fleet
  carrier platoon navy squadron jet fighter warplane warplanes bomber submarine destroyer frigate
  artillery paratrooper regiment garrison division reservist gunboat armour armor infantry
  militant special_force commando helicopter aircraft base contingent legion
~MOBILIZE police: police riot_police policeman officer guard
~MOBILIZE militia: militia fighter mercenary militiaman paramilitary
PROTEST demo: protest demonstration rally march picket vigil sit-in sitdown sit-down procession
  protest_march mass_protest street_protest encampment counter-protest counterprotest
PROTEST riot: riot unrest uprising revolt rampage mutiny insurrection rebellion rioting
  violent_protest
PROTEST strike: general_strike walkout industrial_action work_stoppage hartal stoppage go-slow
  labour_strike labor_strike teacher_strike transport_strike nationwide_strike workers_strike
  rail_strike shutdown_strike strike_action
PROTEST hunger: hunger_strike hunger-strike fast
PROTEST boycott: boycott
PROTEST obstruct: barricade obstruction occupation_protest
PROTEST vandalize: vandalism graffiti
SANCTION discontinue: designation embargo arms_embargo trade_embargo suspension_of_tie trade_war
  boycott_of_good blacklist blacklisting reprisal_tariff
COERCE restrict/163: tariff duty
SANCTION expel: expulsion
SANCTION convict: conviction sentence guilty_verdict fine penalty prison_sentence death_sentence
  jail_term jail_sentence life_sentence
THREATEN: threat ultimatum warning menace threatening intimidation_letter saber-rattling blackmail
REQUEST: request demand appeal call plea petition bid entreaty pressure ultimatum_request
  requisition summons urging asylum_application subpoena invocation call_to_action
REQUEST assist: refuge asylum help_request
ACCUSE allege: accusation allegation charge lawsuit suit indictment complaint prosecution
  legal_action legal_proceeding proceeding court_case criminal_charge legal_challenge impeachment
  class-action trial class_action criminal_complaint defamation_case legal_case court_action
  libel_case claim
ACCUSE disapprove: criticism condemnation denunciation rebuke censure outrage dissatisfaction
  anger concern displeasure disapproval protest_note criticisms dismay disappointment indignation
  regret disgust reprimand objection reservation rhetoric opprobrium diatribe tirade verbal_attack
  attack_ad war_of_word grievance dissent misgiving alarm contempt fury scepticism skepticism
ACCUSE investigate: investigation probe inquiry enquiry inquest audit interrogation fact-finding
  criminal_investigation hearing fraud_investigation
REJECT: rejection refusal veto rebuff denial defiance dismissal disobedience noncompliance
  resistance
+refuse: rejection refusal denial opposition reluctance unwillingness objection
AGREE: promise pledge offer commitment assurance willingness vow intention intent readiness
  proposal invitation guarantee undertaking plan proposition preparedness
+agree: promise pledge offer commitment assurance willingness vow intention intent readiness
  guarantee plan decision agreement preparedness
CONSULT: meeting talk negotiation discussion consultation dialogue summit conversation conference
  mediation meet conferral parley exchange_of_view peace_talk peace_process mediation_effort
  interview teleconference debate ceasefire_talk bilateral_meeting round_table roundtable
  telephone_call audience video-conference videoconference peace_negotiation peace_effort
  press_conference session briefing mediator diplomacy negotiating rapprochement diplomatic_effort
  one-on-one symposium forum
CONSULT visit: visit trip tour state_visit stopover pilgrimage delegation
CONSULT phone: phone_call telephone_conversation phone_conversation call_by_phone
SUPPORT: praise endorsement backing approval recognition solidarity agreement deal accord pact
  treaty mou ratification congratulation sympathy condolence gratitude thanks applause
  memorandum_of_understanding alliance admiration appreciation support peace_deal peace_agreement
  trade_agreement peace_treaty trade_deal joint_declaration vote_of_confidence
~SUPPORT: charter compromise confidence consensus contract convention friendship memorandum
  protocol respect salute settlement_agreement tribute understanding vouching welcome relation tie
  relationship diplomatic_relation diplomatic_tie link contact partnership diplomatic_link
~CONSULT: ambassador envoy diplomat representative consul
CONCEDE: apology concession pardon amnesty clemency capitulation compensation reparation reprieve
  leniency relaxation exemption commutation waiver pardoning reinstatement immunity ceasefire
  cease-fire truce armistice cessation peace_pact ceasefire_agreement cease-fire_agreement
  cessation_of_hostility detente de-escalation moratorium
~CONCEDE: citizenship permission licence license visa right autonomy permit residency
COOPERATE: cooperation collaboration trade exchange joint_exercise joint_drill joint_patrol
  sharing intelligence_sharing joint_operation joint_venture extradition joint_military_exercise
  joint_training information-sharing prisoner_swap joint_maneuver joint_manoeuvre teamwork
  joint_project joint_effort joint_force data-sharing coordination trade_exchange
~COOPERATE: information intelligence evidence data technology know-how export import commerce
  flight shipment service
AID: credit_line aid assistance relief donation grant loan funding bailout rescue fund help
  subsidy aid_package humanitarian_aid military_aid relief_supply humanitarian_assistance airlift
  contribution scholarship debt_relief financial_support military_support military_assistance
  lifeline economic_assistance economic_aid protection evacuation vaccination logistics_support
  material_support medical_care technical_assistance donor handout reconstruction
  financial_assistance mine-clearance food_distribution
~AID: truck lorry ton tonne lending payment food medicine supply vaccine equipment ventilator
  peacekeeper peacekeeping observer medic doctor tent blanket instructor trainer weapon ammunition
  arm arms money million billion dollar euro credit convoy vehicle ambulance fuel funds refugee
  asylum_seeker migrant asylum-seeker peacekeeping_force team monitor adviser advisor expert nurse
  engineer teacher worker humanitarian_worker dose mask test_kit medication nutrition care
  training water shelter election_observer rescuer firefighter specialist peacekeeping_mission
  resource gift investment inspector generator grain wheat cash
RETREAT: surrender retreat disengagement
RETREAT withdraw: withdrawal pullout pull-out pullback pull-back troop_withdrawal drawdown
  evacuation_of_base demobilisation
RETREAT release: release freeing liberation parole bail prisoner_release emancipation
RETREAT disarm: disarmament denuclearisation demilitarisation decommissioning dismantlement
RETREAT resign: resignation abdication
RETREAT return: repatriation restitution handover return
RETREAT access: access humanitarian_access humanitarian_corridor entry
+stop: end halt suspension lifting removal termination cessation stop reduction cut easing pause
  revocation abolition cancellation withdrawal freeze cutoff cut-off cutback curtailment rollback
  discontinuation relaxation ending repeal abandonment interruption decrease
+ask: call demand request appeal plea petition
+threat: threat warning ultimatum prospect spectre specter
+light: campaign operation series wave round plan effort mission start launch programme program
  measure order act use expansion extension increase resumption continuation package bid attempt
  step spate set lot decree decision escalation imposition possibility provision delivery renewal
  policy resolution letter statement law bill motion report message note speech article tweet
  comment video signal ruling
""")
