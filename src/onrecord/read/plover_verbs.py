"""What verbs do: lemmas to PLOVER types and modes, or to what they make of the act they govern.

A lemma may be joined to a particle or a preposition: `pull_out`, `call_for`. The longest key that the
sentence bears out decides. A sense that opens with `+` is an operator on the act named by the verb's
complement: `+stop` turns an end of hostility into giving way and an end of cooperation into a
sanction. The type and mode names are PLOVER's; the lists are ours.
"""

from __future__ import annotations

from onrecord.read.plover_senses import read_table

VERBS = read_table("""
ASSAULT: push_into capture defeat infiltrate ram mug beat_back fire-bomb attack_from overwhelm
  recapture retake reconquer conquer occupy overran attack assault hit strike storm ambush invade
  clash battle fight combat skirmish maim wound injure kill slay murder savage brutalise
  annihilate eradicate overrun overpower besiege repel counterattack counter-attack
  retaliate_against wage harm decimate devastate target turn_on crush outgun trample victimise
  strike_at hit_back strike_back fight_back fire_back battle_with clash_with fight_with
  battle_against fight_against war_with kill_off wipe_out take_out pick_off finish_off neutralise
  mow_down displace uproot depopulate rout vanquish thrash_out push_out drive_out
ASSAULT aerial: bomb airstrike air-strike strafe dive-bomb carpet-bomb firebomb
ASSAULT heavy-weapons: shell bombard rocket mortar cannonade pound pummel hammer blitz pepper
  barrage torpedo launch_at lob_at fire_into fire_toward rain_down
ASSAULT firearms: shoot gun_down shoot_down shoot_dead shoot_at fire_at fire_on fire_upon
  machine-gun snipe open_up_on spray riddle
ASSAULT explosives: detonate blow_up explode mine booby-trap dynamite bomb_out
ASSAULT abduct: kidnap abduct hijack skyjack carjack snatch shanghai
ASSAULT beat: beat beat_up club batter punch kick slap manhandle flog whip lash cane cudgel
  pistol-whip bludgeon pelt mob rough_up knock_down bash trounce thump
ASSAULT torture: torture waterboard electrocute mutilate maltreat mistreat abuse
ASSAULT sexual: rape gang-rape molest sodomise ravish grope
ASSAULT targeted: assassinate execute behead decapitate hang lynch massacre slaughter butcher
  exterminate liquidate crucify garrotte guillotine cleanse
ASSAULT destroy: destroy demolish raze bulldoze flatten wreck level dynamite obliterate sabotage
  pulverise gut ransack pillage plunder loot ravage tear_down knock_out sink scuttle cripple
  damage
ASSAULT primitive: stab knife hack axe machete spear stone burn torch set_alight set_ablaze
  immolate burn_down incinerate slash arson
ASSAULT unconventional: gas poison irradiate contaminate nuke
ASSAULT crowd-control: tear-gas teargas pepper-spray water-cannon baton-charge
COERCE arrest: drag arrest detain imprison jail apprehend incarcerate intern round_up nab lock_up
  remand collar haul_in pick_up rearrest re-arrest handcuff bust
COERCE seize: seize confiscate impound requisition expropriate nationalise search raid frisk
  intercept commandeer sequester sequestrate freeze swoop_on board break_into forfeit distrain
COERCE restrict: break_up restrict block prevent trap exclude stop_from keep_from disperse_by
  keep_out lock_out strip strip_of ban outlaw prohibit forbid bar proscribe cordon cordon_off
  seal_off quarantine confine lock_down barricade disenfranchise criminalise dissolve disband
  close shut shut_down close_down close_off repress suppress oppress persecute crack_down
  crack_down_on clamp_down clamp_down_on intimidate coerce harass force compel subjugate segregate
  disqualify suspend_from house-arrest disperse evict dispossess ghettoise limit curb impose_on
  bully restrain encircle surround isolate annex turn_back
COERCE restrict/191: blockade
COERCE censor: censor muzzle gag silence jam
COERCE deport: deport banish exile
COERCE withhold: cut_off ration deprive starve
COERCE misinformation: disinform propagandise
COERCE cyber: hack_into hack ddos phish cyberattack cyber-attack doxx spy_on wiretap bug
  eavesdrop_on
MOBILIZE troops: mobilise patrol sail scramble muster_for encamp fortify entrench dig_in amass
  reinforce muster redeploy regroup remilitarise militarise garrison station mass call_up deploy
  conscript draft remobilise gear_up
MOBILIZE weapons: test-fire rearm flex stockpile
PROTEST demo: protest demonstrate march rally picket protest_against demonstrate_against
  rally_against march_against march_on sit_in mobilise_against
PROTEST riot: riot rampage revolt rebel rise_up mutiny overthrow topple oust
PROTEST obstruct: chain obstruct
PROTEST boycott: boycott shun
PROTEST strike: walk_out walk_off
PROTEST vandalize: vandalise deface spray-paint
SANCTION discontinue: suspend sack dismiss_from cut_off_from divest_from withhold_from disinvite
  defrock decertify derecognise delegitimise fire_from break_from default_on sanction embargo
  blacklist sever curtail discontinue defund divest downgrade break_off break_with delist penalise
  penalize punish
SANCTION expel: expel oust_from throw_out kick_out eject boot_out banish_from
SANCTION convict: convict sentence fine condemn_to find_guilty convict_of
SANCTION withdraw: pull_out_of secede secede_from
THREATEN: threaten menace blackmail warn
+threat: threaten warn caution forewarn
REQUEST: push call_on demand persuade counsel convince coax cajole badger beseech_to remind
  order_to request_from invite_to summon request ask urge implore exhort beseech beg plead
  petition entreat solicit call_for call_upon ask_for appeal_for appeal_to plead_for plead_with
  push_for lobby lobby_for press_for pressure press prod pressurise insist_on clamour_for
  clamor_for urge_on instruct command invoke seek require enjoin nudge encourage advise advocate
  recommend exact apply_for sue_for campaign_for bid_for look_for pray petition_for prevail_on
  seek_from summon_for subpoena prompt
ACCUSE allege: accuse allege blame indict sue charge prosecute impeach implicate incriminate
  arraign charge_with try_for hold_responsible finger complain_about
ACCUSE disapprove: protest_to lash_out_at condemn disapprove doubt liken reprove demean lecture
  undermine disrespect attack_as blame_for scoff scoff_at boo jeer heckle regret tear_into
  blast_for protest_at vent bristle_at fume rail spurn_as denigrate smear slander admit_to
  denounce criticise deplore decry slam lambast lambaste rebuke reprimand castigate censure chide
  berate admonish revile vilify rap assail deride mock ridicule scold lament complain rail_against
  excoriate disparage blast rip scorn reproach upbraid hit_out_at lash_out hit_out object_to fault
  repudiate refute rebut challenge dispute contest question discredit bemoan deprecate grill brand
  label slate pan malign insult defame blast_as disagree_with frown_on speak_out_against chastise
~ASSAULT: retaliate respond
~ACCUSE allege: betray rig steal cheat lie waste plot bribe falsify fabricate mislead deceive
  conspire collude cover_up embezzle misuse exploit
ACCUSE investigate: investigate question_over quiz cross-examine monitor summon_over probe
  inquire_into look_into inspect_for audit scrutinise examine enquire_into interrogate inquire
REJECT: turn_away refuse override outvote disapprove_of filibuster hold_out hold_up hold_off
  back_away dodge sidestep duck stymie foil balk reject rebuff veto spurn decline deny oppose defy
  dismiss turn_down vote_down vote_against rule_out strike_down overrule snub disregard flout
  ignore disobey contravene resist knock_back balk_at baulk_at back_out_of renege_on renege
  walk_away shrug_off brush_off brush_aside shelve stonewall evade stall thwart disallow
  contradict nullify invalidate annul quash
+refuse: refuse decline reject oppose deny resist balk rule_out abstain_from hesitate
+fail: fail neglect stop_short fall_short fail_in collapse founder break_down fall_through
  fall_apart flounder
AGREE: agree assure reaffirm_to acquiesce_in concur shake_on promise pledge vow commit guarantee
  undertake volunteer consent offer invite agree_on agree_to commit_to promise_to pledge_to
  accede_to sign_up_to acquiesce assent swear propose pencil
CONSULT: shuttle_between meet contact email reconvene meet_up sit_down intercede convene reunite
  summit confer_on chat_with correspond call_in negotiate_for speak_at discuss negotiate consult
  talk confer parley deliberate mediate meet_with talk_to talk_with speak_with speak_to
  consult_with confer_with negotiate_with arbitrate sit_down_with debate_with liaise hobnob
  call_in_on chat dialogue brief engage_with huddle dine_with reconcile_with mediate_between
  mediate_in broker facilitate brief_on converse
CONSULT visit: visit land_in land_at touch_down travel arrive fly_out call_into drop_in swing_by
  depart_for head_to head_for return_from accompany host tour travel_to fly_to arrive_in call_at
  attend drop_by fly_into fly_in go_to
CONSULT phone: phone telephone ring
SUPPORT: swear_in respect embrace favour favor appreciate promote co-sponsor cosponsor speak_for
  lobby_for reward nominate re-elect elect join_in reassure tout praise endorse back support
  recognise ratify sign welcome hail applaud laud commend congratulate salute defend champion
  uphold thank honour honor sympathise salute_as side_with stand_by stand_with vouch_for
  rally_behind rally_round rally_around condole commiserate justify extol compliment acclaim cheer
  approve_of vote_for back_up speak_up_for bless legitimise ally_with ally approve initial
  reaffirm bolster stick_up_for sign_on forge ink affirm celebrate commemorate admire
CONCEDE: forgave clear say_sorry apologise reconcile clear_of exempt_from decontrol unfreeze
  pardon concede relent back_down climb_down back_off amnesty absolve exonerate acquit forgive
  commute bow_to yield_to yield cave_in give_in give_in_to recant repent capitulate acquiesce_to
  accede cave concede_to exculpate vindicate regret atone_for compromise repeal decriminalise
  legalise unban derestrict deregulate reinstate rehabilitate reappoint re-appoint naturalise
  compensate indemnify reopen unblock unseal de-escalate grant accept
~COOPERATE: fly
COOPERATE: work_together tip_off train unite_with merge pact_with interconnect co-produce
  co-develop intermediate twin co-finance cooperate co-operate collaborate trade partner team_up
  work_with cooperate_with collaborate_with train_with swap share_with extradite cross-train
  exchange coordinate_with buy purchase sell import export drill_with coordinate
AID: repair rebuild pay_for save loan teach educate transport escort guard repair_for resupply
  vaccinate screen feed_to ferry medevac aid_in nurse heal cure operate_on welcome_in admit_as
  airdrop airlift evacuate aid donate assist help rescue fund finance subsidise bankroll
  evacuate_from feed treat shelter supply help_out bail_out airlift_in relieve lend contribute
  feed_with donate_to contribute_to rebuild_for reconstruct accommodate house harbour harbor equip
  arm sponsor support_with protect safeguard deliver_to supply_to grant invest_in shore_up
  underwrite provide_for disburse allocate earmark ship_to hand_out distribute nurture earmark_for
  endow empower rehouse care_for aid_with
RETREAT: turn_in surrender disengage lay_down step_aside give_up
RETREAT withdraw: withdraw retreat pull_out pull_back draw_down demobilise vacate pull_back_from
  stand_down disembark fall_back move_back hand_back
RETREAT release: release unchain ransom free liberate parole let_go let_free set_free bail
  bail_from ransom_out emancipate unhand
RETREAT disarm: disarm denuclearise demilitarise decommission dismantle
RETREAT resign: quit resign abdicate step_down stand_aside bow_out
RETREAT return: return restitute repatriate give_back hand_back_to restore_to
RETREAT access: readmit allow permit let authorise
+cancel: cancel postpone delay call_off defer abort abandon put_off walk_out_of walk_out storm_out
  skip scrap snub
+stop: turn_off end halt lift cease terminate revoke abolish scrap remove ease relax loosen waive
  repeal abandon drop discontinue suspend stop rescind reverse undo dismantle renounce forgo
  foreswear forswear roll_back rollback call_off give_up lay_off wind_down phase_out slash reduce
  cut cut_back cut_back_on scale_back scale_down pare withhold stall freeze pause interrupt
  curtail break_off break withdraw pull do_away lower shelve axe dial_back desist_from
  refrain_from refrain desist stop_from quit lessen soften unwind void annul overturn retract
  mothball halve trim diminish downscale sever dissolve repudiate disavow exempt
+allow: allow permit let authorise enable greenlight green-light clear okay facilitate license
  allow_in admit accept grant
+appeal: call_for appeal_for push_for press_for campaign_for
+ask: call_on urge ask demand appeal request beg call implore exhort press push want tell insist
  need require pressure instruct suggest recommend seek advise wish
+offer: agree offer propose volunteer consent willing
+agree: sign_up pledge promise vow commit undertake volunteer consent guarantee swear consent_to
  agree_to agree_on commit_to stand_ready accede_to opt invite
+plan: hint hint_at plan intend prepare aim consider mull contemplate hope want expect seek
  propose mean set schedule weigh eye wish resolve ready slate gear_up
+announce: announce declare proclaim unveil pronounce
+say: conclude say tell state add note claim report reveal confirm indicate stress reiterate
  insist explain suggest repeat emphasise write tweet inform reaffirm maintain remark argue
  believe think acknowledge admit signal find assert show
+light: convey break_out erupt flare occur resound carry_out conduct launch make mount stage
  perform undertake begin start continue resume commit hold impose issue give take pay express
  voice file open initiate enforce order convene organise provide deliver extend do lodge have
  keep put use bring engage_in participate_in raise step_up intensify escalate ramp_up expand
  increase boost enter reach strike sign lead head join attend set_up establish form renew restore
  announce deploy send launch_into press unleash wage pursue implement lay slap enact introduce
  pass adopt tighten strengthen stiffen toughen reimpose re-impose plan schedule receive_from get
  show declare levy inflict place maintain double prolong exert host chair co-host co-chair
  commence kick_off trigger prompt cause attempt try plot spearhead oversee sponsor commission
  supply pour lavish dispatch register reject_with agree reintroduce complete wrap_up finish
  proceed ink forge broker clinch secure hammer_out work_out finalise move repeat dedicate direct
  back_with reignite spark stoke harbour sustain perpetrate visit_upon mark observe
+help: help assist
+pass: begin start continue resume try attempt manage proceed move go come seek work strive
  struggle rush vote act dare choose get elect succeed_in keep keep_on go_on return set_about
  go_ahead endeavour endeavor happen use order join cause lead decide
+receive: receive get obtain secure suffer sustain accept_from win gain face experience come_under
  undergo draw earn face_from enjoy benefit_from see
""")

#: Who is who after these: the subject bears what the other party does.
RECEIVING = frozenset(
    """receive get obtain secure suffer sustain win gain face experience come undergo draw earn enjoy
    benefit""".split()
)

#: Adjectives that govern an act or name one: "is willing to", "guilty of".
ADJECTIVES = read_table("""
AGREE: willing ready prepared committed
+agree: about willing ready prepared eager keen open set glad happy committed able likely poised
  due
+refuse: unwilling reluctant unable loath hesitant opposed unprepared
+fail: unable
+light: responsible guilty capable
SUPPORT: supportive grateful thankful sympathetic proud
ACCUSE disapprove: critical outraged concerned angry dismayed furious unhappy disappointed guilty
  wrong unacceptable illegal unconstitutional responsible dissatisfied
REJECT: unwelcome
REQUEST: necessary
""")
