"""PLOVER's 37 contexts of a paragraph: what its acts are about.

A context needs one strong word or two different weak ones, so that a passing mention gives none. Its
names are PLOVER's; the words are ours. A context belongs to the paragraph, not to an act in it: an
assault beside the context "election" does not mean electoral violence.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

#: How many different weak words make a context.
_WEAK_NEEDED = 2

#: Context: strong words, weak words. `_` joins two neighbouring lemmas.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("military",
     "airstrike artillery battalion brigade warship frigate infantry paratrooper garrison howitzer "
     "air_force armed_force defence_ministry defense_ministry military_base general_staff",
     "army military soldier troop navy tank missile offensive regiment fighter barracks shelling front"),
    ("intelligence",
     "espionage spymaster counterintelligence intelligence_agency intelligence_service spy_agency "
     "secret_service secret_agent wiretap",
     "spy intelligence spying surveillance informant defector agent covert eavesdrop mole"),
    ("executive",
     "executive_order presidential_decree cabinet_reshuffle prime_minister head_of_state",
     "president cabinet minister premier decree chancellor presidency administration ministry governor"),
    ("legislative",
     "legislature parliamentarian filibuster lawmaker upper_house lower_house national_assembly "
     "parliamentary_vote",
     "parliament senate congress senator bill amendment committee deputy assembly vote chamber motion"),
    ("election",
     "ballot electorate runoff run-off electoral polling_station by-election election_commission "
     "presidential_election referendum exit_poll vote_count",
     "election vote voter candidate campaign poll incumbent turnout recount constituency"),
    ("political_institutions",
     "coup putsch impeachment constitutional_crisis coalition_talk power-sharing transitional_government "
     "interim_government caretaker_government no-confidence constituent_assembly",
     "impeach oust coalition party constitution dissolve resignation transition junta interim"),
    ("pro_democracy",
     "pro-democracy democratisation democratization democracy_activist free_election democratic_reform",
     "democracy democratic reform liberty liberalisation liberalization pluralism"),
    ("pro_autocracy",
     "autocracy autocratic authoritarian dictatorship one-party martial_law pro-monarchy term_limit",
     "dictator autocrat junta strongman loyalist monarchy crackdown monarchist"),
    ("economic",
     "gdp inflation tariff recession stock_market central_bank trade_deal trade_war budget_deficit "
     "interest_rate free_trade economic_growth unemployment",
     "economy economic trade export import investment market bank currency tax budget debt price wage "
     "business company loan finance investor"),
    ("legal",
     "lawsuit indictment supreme_court appeals_court high_court war_crime_tribunal plaintiff defendant "
     "prosecutor courtroom arraignment verdict international_criminal_court subpoena",
     "court judge trial law lawyer charge sentence appeal ruling tribunal sue convict bail jury justice "
     "legal attorney"),
    ("reparations",
     "reparation restitution compensation_fund war_reparation looted_art",
     "compensation compensate redress apology victim restitute"),
    ("human_rights",
     "human_right rights_group amnesty_international rights_watchdog crime_against_humanity "
     "rights_abuse rights_violation",
     "abuse violation torture dignity rights genocide atrocity"),
    ("rights_freedoms",
     "free_speech press_freedom freedom_of civil_liberty civil_right freedom_of_expression "
     "political_prisoner right_to press_freedom censorship",
     "freedom censor liberty right assembly journalist newspaper speech activist dissident"),
    ("repression",
     "crackdown riot_police tear_gas water_cannon police_brutality rubber_bullet mass_arrest "
     "extrajudicial_killing",
     "repression disperse beat protester demonstrator baton repress suppress detain"),
    ("human_security",
     "famine food_insecurity malnutrition food_shortage water_shortage power_cut drinking_water "
     "food_aid starvation blackout homelessness electricity_supply eviction",
     "hunger water food housing electricity shelter energy shortage land harvest drought"),
    ("gender",
     "gender feminist femicide women's_right woman_right domestic_violence sexual_harassment abortion "
     "girl_education maternal misogyny",
     "woman girl rape female equality harassment hijab"),
    ("lgbt", "lgbt lgbtq lgbtq+ gay lesbian transgender same-sex homosexuality homophobia bisexual "
     "gay_marriage pride_parade", "queer pride"),
    ("religion_ethnicity",
     "sectarian ethnic_minority ethnic_cleansing islamophobia antisemitism anti-semitism blasphemy "
     "religious_minority interfaith hate_crime racism ethnic_group",
     "ethnic church mosque temple imam bishop religious tribe tribal minority faith synagogue priest "
     "muslim christian jewish hindu buddhist racial sunni shiite pope"),
    ("inequality",
     "inequality income_gap wealth_gap caste redistribution living_wage minimum_wage",
     "poverty poor discrimination marginalised marginalized unequal slum"),
    ("diplomatic",
     "ambassador embassy diplomat diplomatic envoy foreign_minister foreign_ministry consulate summit "
     "bilateral_tie secretary_of",
     "treaty talk visit relation tie negotiation bilateral communique delegation counterpart"),
    ("territory",
     "annexation annex sovereignty border_dispute territorial secession separatist self-determination "
     "disputed_territory maritime_border buffer_zone territorial_waters",
     "border territory enclave island claim demarcation autonomy occupation frontier settlement"),
    ("peacekeeping",
     "peacekeeper peacekeeping blue_helmet peace_mission stabilisation_force stabilization_force "
     "ceasefire_monitor",
     "ceasefire mandate observer truce un_force disarmament"),
    ("health",
     "pandemic epidemic vaccine coronavirus covid-19 covid ebola cholera measles polio malaria hiv "
     "public_health vaccination world_health",
     "hospital virus disease doctor patient infection clinic health medicine nurse outbreak quarantine"),
    ("asylum", "asylum asylum-seeker asylum_seeker refugee refugee_camp refoulement political_asylum",
     "resettle shelter flee camp displaced deport"),
    ("migration",
     "migrant immigrant immigration migration visa_ban human_smuggling deportation border_patrol",
     "visa smuggler border citizenship deport caravan undocumented resettlement"),
    ("disasters",
     "earthquake tsunami hurricane typhoon cyclone wildfire landslide mudslide avalanche volcano "
     "plane_crash train_derailment shipwreck flash_flood flood tornado natural_disaster oil_spill",
     "disaster storm collapse explosion accident crash drought rescue rubble survivor quake flooding"),
    ("natural_resource",
     "oil_field gas_field mining_company logging copper_mine gold_mine oil_pipeline diamond_mine "
     "natural_gas rare_earth fishery oil_well crude_oil natural_resource",
     "oil gas mine mineral timber fishing pipeline crude drilling ore petroleum quarry dam"),
    ("environment",
     "climate_change global_warming deforestation carbon_emission greenhouse_gas pollution biodiversity "
     "endangered_specie paris_agreement conservation",
     "climate emission environment environmental wildlife rainforest ecosystem carbon renewable"),
    ("technology",
     "artificial_intelligence semiconductor satellite 5g social_media_platform spacecraft software "
     "startup space_agency microchip",
     "technology digital chip internet tech app telecom platform data algorithm"),
    ("terrorism",
     "terrorism terrorist suicide_bomber jihadist al-qaeda al-qaida islamic_state isis isil "
     "boko_haram counterterrorism counter-terrorism suicide_bombing car_bomb al-shabab terror_attack",
     "extremist militant bomber terror bombing jihad"),
    ("cbrn",
     "chemical_weapon nuclear_weapon biological_weapon sarin novichok nerve_agent uranium "
     "nuclear_test nuclear_programme nuclear_program radioactive enrichment anthrax warhead "
     "mustard_gas plutonium",
     "nuclear chemical centrifuge reactor chlorine missile atomic radiation denuclearisation"),
    ("cyber",
     "cyberattack cyber-attack cyber_attack hacker ransomware malware hacking phishing cybersecurity "
     "cyberspace data_breach denial-of-service cyber_warfare",
     "hack cyber breach password network server"),
    ("misinformation",
     "disinformation misinformation fake_news deepfake propaganda conspiracy_theory troll_farm hoax "
     "false_claim",
     "rumour rumor falsehood troll fabricate mislead"),
    ("crime",
     "gangster mafia robbery homicide burglary kidnapper extortion organised_crime organized_crime "
     "money_laundering counterfeit fraudster carjacking murder_charge",
     "crime criminal gang murder theft fraud police thief smuggle suspect ransom kidnap"),
    ("corruption",
     "corruption bribery bribe embezzlement graft kickback nepotism anti-corruption slush_fund",
     "embezzle corrupt launder misappropriate offshore scandal"),
    ("illegal_drugs",
     "cocaine heroin narcotic drug_trafficking drug_cartel methamphetamine fentanyl opium drug_lord "
     "drug_trafficker cannabis drug_smuggler marijuana drug_smuggling",
     "drug cartel narco trafficker opioid coca seizure smuggler"),
    ("trafficking",
     "human_trafficking sex_trafficking trafficking_ring arms_trafficking people_smuggling forced_labour "
     "forced_labor modern_slavery human_trafficker arms_smuggling wildlife_trafficking",
     "trafficking trafficker slavery smuggle victim ring"),
)  # fmt: skip

CONTEXTS: tuple[str, ...] = tuple(name for name, _, _ in _TABLE)


def _index() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    strong: dict[str, tuple[str, ...]] = {}
    weak: dict[str, tuple[str, ...]] = {}
    for name, strong_words, weak_words in _TABLE:
        for words, index in ((strong_words, strong), (weak_words, weak)):
            for word in dict.fromkeys(words.split()):
                index[word] = (*index.get(word, ()), name)
    return strong, weak


_STRONG, _WEAK = _index()


def contexts_of(lemmas: Sequence[str]) -> tuple[str, ...]:
    """Return the contexts of a paragraph, in PLOVER's order; empty where its words tell none.

    Args:
        lemmas: Lemmas of the paragraph in lower case and in order.

    Example:
        >>> contexts_of("the electoral commission count the ballot".split())
        ('election',)
    """
    words = dict.fromkeys((*lemmas, *(f"{one}_{two}" for one, two in pairwise(lemmas))))
    told = {name for word in words for name in _STRONG.get(word, ())}
    hits: dict[str, int] = {}
    for word in words:
        for name in _WEAK.get(word, ()):
            hits[name] = hits.get(name, 0) + 1
    told |= {name for name, count in hits.items() if count >= _WEAK_NEEDED}
    return tuple(name for name in CONTEXTS if name in told)
