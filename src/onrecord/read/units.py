"""What counts are counted in: money, measures, people and what happened to them, as data.

Units are snake case and plural, as counted (`strikes`, `days`, `people_killed`); money is its ISO
4217 code. Words are in lower case unless a symbol.

What a count of harmed people is worth shows in its unit, so that none of these is added to a toll:

- `people_killed`, `people_injured`, …: told as so, whoever tells it.
- `people_killed_unconfirmed`, `cases_unconfirmed`, …: under review or investigation, pending
  verification, alleged, unconfirmed.
- `people_feared_dead`, `people_feared_missing`, …: feared, presumed or believed to be so, or what "may
  have died".
- `people_killed_expected`, …: what has not come yet: a toll that "could reach" a number or is
  "expected to rise" to it, people that "would be killed".
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(lines: str) -> dict[str, str]:
    """Read `unit: word, word` lines into word -> unit."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        unit, _, words = line.partition(":")
        table |= {word.strip(): unit.strip() for word in words.split(",")}
    return table


#: Symbols and codes written before or after a figure.
CURRENCY_SIGNS = _table(
    """
    USD: $, US$, USD, US $, U.S. $, $US
    EUR: €, EUR
    GBP: £, GBP, PS
    JPY: ¥, JPY
    INR: ₹, INR, Rs
    CAD: C$, CA$, CAD
    AUD: A$, AU$, AUD
    NZD: NZ$, NZD
    HKD: HK$, HKD, HK $
    SGD: S$, SGD
    BRL: R$, BRL
    MYR: RM, MYR
    CNY: CNY, RMB
    RUB: ₽, RUB
    UAH: ₴, UAH
    TRY: ₺, TRY
    ILS: ₪, ILS
    KRW: ₩, KRW
    CHF: CHF
    SEK: SEK
    NOK: NOK
    PLN: PLN
    MXN: MXN
    ZAR: ZAR
    NGN: ₦, NGN
    """
)
CURRENCY_WORDS = _table(
    """
    USD: dollar, dollars, us dollars, u.s. dollars, bucks
    USD_cents: cent, cents
    EUR: euro, euros
    GBP: pounds sterling, sterling
    JPY: yen
    CNY: yuan, renminbi, chinese yuan
    INR: rupee, rupees, indian rupees
    RUB: rouble, roubles, ruble, rubles
    UAH: hryvnia, hryvnias
    ILS: shekel, shekels
    TRY: lira, liras, turkish lira
    CHF: swiss francs, swiss franc
    MXN: mexican pesos
    SAR: riyal, riyals
    IRR: rial, rials
    PLN: zloty, zlotys
    BRL: reais
    ZAR: rand
    NGN: naira
    """
)
PERCENT = frozenset({"%", "percent", "per cent", "pct", "pc"})

#: Measures of space, weight, time and power.
MEASURES = _table(
    """
    kilometres: km, kms, kilometre, kilometres, kilometer, kilometers
    metres: m, metre, metres, meter, meters
    centimetres: cm, centimetre, centimetres, centimeter, centimeters
    millimetres: mm, millimetre, millimetres, millimeter, millimeters
    miles: mile, miles, mi
    nautical_miles: nm, nautical miles, nautical mile
    feet: foot, feet, ft
    inches: inch, inches
    yards: yard, yards, yd
    hectares: hectare, hectares, ha
    acres: acre, acres
    square_kilometres: square kilometres, square kilometers, sq km, square kilometre, km2
    square_miles: square miles, square mile, sq miles
    square_feet: square feet, sq ft
    tonnes: tonne, tonnes, metric tons, metric ton
    tons: ton, tons
    kilograms: kg, kgs, kilogram, kilograms, kilo, kilos
    grams: g, gram, grams
    pounds: lb, lbs, pound, pounds
    barrels: barrel, barrels, bbl
    litres: litre, litres, liter, liters
    gallons: gallon, gallons
    watts: w, watt, watts
    megawatt_hours: mwh
    gigawatt_hours: gwh
    kilowatt_hours: kwh
    kilovolts: kv
    gigabytes: gb
    megabytes: mb
    hertz: hz
    horsepower: hp, bhp, horsepower
    milligrams: mg, milligram, milligrams
    megawatts: mw, megawatt, megawatts
    gigawatts: gw, gigawatt, gigawatts
    kilowatts: kw, kilowatt, kilowatts
    degrees: degree, degrees
    kilometres_per_hour: km/h, kph, kmh, kilometres per hour, kilometers per hour
    miles_per_hour: mph, miles per hour
    knots: knot, knots
    seconds: second, seconds
    minutes: minute, minutes, min, mins
    hours: hour, hours
    days: day, days
    nights: night, nights
    weeks: week, weeks
    months: month, months
    years: year, years
    decades: decade, decades
    centuries: century, centuries
    percentage_points: percentage point, percentage points
    basis_points: basis point, basis points
    times: times
    """
)
TIME_UNITS = _words(
    """
    seconds minutes hours days nights weeks months years decades centuries
    """
)

#: Plural forms the rules of spelling do not give, and words that are their own plural.
PLURALS = {
    "person": "people",
    "people": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "life": "lives",
    "foot": "feet",
    "body": "bodies",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "hovercraft": "hovercraft",
    "personnel": "personnel",
    "police": "police",
    "staff": "staff",
    "crew": "crew",
    "cattle": "cattle",
    "series": "series",
    "means": "means",
    "species": "species",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
}
_MEN = frozenset({"human", "german", "roman", "ottoman", "norman", "shaman", "talisman"})


def plural(lemma: str) -> str:
    """Return the plural of an English noun in lower case.

    Example:
        >>> plural("strike"), plural("fisherman"), plural("convoy"), plural("city")
        ('strikes', 'fishermen', 'convoys', 'cities')
    """
    if lemma in PLURALS or lemma in PLURALS.values():
        return PLURALS.get(lemma, lemma)
    if lemma.endswith(("men", "women")):
        return lemma
    if lemma.endswith("man") and lemma not in _MEN:
        return f"{lemma[:-3]}men"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return f"{lemma}es"
    return f"{lemma}s"


#: What happened to people: the suffix of their unit, by lemma.
HARM_VERBS = _table(
    """
    killed: kill, slay, murder, massacre, assassinate, behead, lynch, gun, exterminate
    executed: execute, hang
    injured: wound, injure, hurt, maim, hospitalize, hospitalise
    detained: arrest, detain, imprison, jail, capture, abduct, kidnap, hold, apprehend, seize
    displaced: displace, evacuate, uproot, dislodge
    rescued: rescue, save
    missing: unaccounted
    """
)
#: Verbs whose subject it happens to.
FATE_VERBS = _table(
    """
    killed: die, perish, drown, succumb, suffocate
    displaced: flee, evacuate
    missing: vanish, disappear
    """
)
#: Nouns and adjectives that name it themselves ("12 dead", "61 fatalities").
FATE_WORDS = _table(
    """
    killed: dead, death, deaths, fatality, fatalities, body, bodies, corpse, corpses, killed, slain
    injured: injured, wounded, injury, injuries, hurt
    missing: missing, unaccounted
    detained: arrest, arrests, arrested, detained, detainee, detainees, detention, detentions
    displaced: displaced, homeless, evacuated, refugee, refugees, evacuee, evacuees
    rescued: rescued
    """
)
#: Nouns whose "of" names the people it happened to ("the deaths of 14 people").
FATE_OF = _table(
    """
    killed: death, deaths, killing, killings, murder, murders, body, bodies, massacre
    executed: execution, executions
    injured: wounding, injuring
    detained: arrest, arrests, detention, detentions, kidnapping, abduction, capture
    displaced: displacement, evacuation
    rescued: rescue
    """
)
#: Subjects, as regular expressions, whose number is a count of people ("the death toll rose to 83").
TOLLS = _table(
    """
    killed: death toll, toll, deaths, fatalities, body count, number of (?:the )?dead, number of killed
    killed: number of deaths, number of (?:people|those) killed
    injured: number of injured, number of wounded, injured, injuries
    missing: number of missing
    detained: arrests, detentions, detainees, number of arrested, number of detained
    displaced: number of displaced, number of refugees
    """
)
#: How a count is held that is no toll (see above): the ending or the beginning of its unit.
UNCONFIRMED = "_unconfirmed"
EXPECTED = "_expected"
FEARED = "people_feared_"
#: Nouns that count what happened and not to whom: what may turn out never to have been.
HAPPENINGS = _words(
    """
    death deaths fatality fatalities casualty casualties case cases killing killings report reports
    execution executions arrest arrests detention detentions disappearance disappearances dead
    """
)
#: Verbs that take lives.
LIFE_TAKERS = frozenset({"claim", "take", "cost", "lose", "end"})

PEOPLE = _words(
    """
    people person persons individual individuals man men woman women child children civilian civilians soldier
    soldiers troop troops personnel officer officers policeman policemen police passenger
    passengers victim victims resident residents worker workers protester protesters
    protestor protestors demonstrator demonstrators migrant migrants refugee refugees
    student students pupil pupils villager villagers fisherman fishermen sailor sailors crew
    member members militant militants fighter fighters rebel rebels insurgent insurgents
    gunman gunmen hostage hostages prisoner prisoners journalist journalists tourist
    tourists patient patients pilgrim pilgrims boy boys girl girls baby babies adult adults
    infant infants teenager teenagers pedestrian pedestrians aid doctor doctors nurse nurses
    medic medics teacher teachers miner miners firefighter firefighters citizen citizens
    national nationals foreigner foreigners peacekeeper peacekeepers guard guards guardsman
    guardsmen marine marines pilot pilots conscript conscripts commander commanders official
    officials leader leaders suspect suspects trafficker traffickers smuggler smugglers
    terrorist terrorists attacker attackers bystander bystanders worshipper worshippers
    farmer farmers driver drivers rescuer rescuers employee employees staff inmate inmates
    detainee detainees activist activists dissident dissidents others other relative
    relatives survivor survivors evacuee evacuees mourner mourners shopper shoppers
    spectator spectators reservist reservists trooper troopers agent agents servicemen
    serviceman peasant peasants trader traders paramedic paramedics lawmaker lawmakers
    Palestinian
    """
)
#: Counted things that are no people, whatever happens to them.
NOT_PEOPLE = _words(
    """
    boat boats vessel vessels ship ships animal animals dog dogs cow cows cattle sheep goat
    goats horse horses bird birds fish pig pigs swine poultry livestock chicken
    chickens duck ducks camel camels buffalo hen hens house houses home homes building buildings family
    families household households car cars vehicle vehicles truck trucks tank tanks aircraft
    plane planes helicopter helicopters drone drones missile missiles strike strikes attack
    attacks day days town towns village villages city cities country countries weapon
    weapons job jobs seat seats raid raids bill bills tree trees time times
    """
)
