"""What the baselines know: a few words for each task. Kept small on purpose; nothing is tuned."""

from __future__ import annotations

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        name[:3]: number
        for number, name in enumerate(
            "january february march april may june july august september october november "
            "december".split(),
            start=1,
        )
    }
)
WEEKDAYS = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            "monday tuesday wednesday thursday friday saturday sunday".split()
        )
    }
)
NEAR_DAYS = MappingProxyType({"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1})

MAGNITUDES = MappingProxyType(
    {
        "hundred": 1e2,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
    }
)

#: Type of incident by the beginning of a word, the most telling first.
INCIDENTS = (
    ("KIDNAPPING", ("kidnap", "abduct", "hostage")),
    ("BOMBING", ("bomb", "explo", "dynamit", "detonat")),
    ("ARSON", ("arson", "set fire", "burned")),
    ("ROBBERY", ("robber", "robbed", "stole")),
    ("ATTACK", ("murder", "assassin", "killed", "attack", "ambush", "massacre", "shot")),
)

#: PLOVER root by the beginning of a word, the most telling first.
ROOTS = (
    ("ASSAULT", ("attack", "kill", "bomb", "shell", "shot", "strike", "assault", "fought")),
    ("PROTEST", ("protest", "demonstrat", "rally", "rallied", "march", "riot", "boycott")),
    ("SANCTION", ("sanction", "embargo", "expel", "ban", "cut off", "withdrew")),
    ("COERCE", ("arrest", "detain", "seiz", "jail", "deport", "raid")),
    ("MOBILIZE", ("deploy", "mobiliz", "mobilis", "troops", "on alert")),
    ("THREATEN", ("threat", "warn", "ultimatum")),
    ("REJECT", ("reject", "refus", "den", "veto")),
    ("REQUEST", ("ask", "urg", "appeal", "call", "demand", "request")),
    ("AID", ("aid", "donat", "provid", "humanitarian", "assist")),
    ("YIELD", ("resign", "releas", "ceasefire", "surrender", "retreat", "conced")),
    ("AGREE", ("agree", "promis", "pledg", "accept", "vow")),
    ("SUPPORT", ("prais", "support", "thank", "welcom", "endors")),
    ("COOPERATE", ("cooperat", "joint", "exercise", "signed", "trade")),
    ("CONSULT", ("met", "visit", "talk", "meet", "discuss", "summit")),
)
ANY_ROOT = "ACCUSE"

#: Latitude and longitude of rough middles and of large cities, to a degree or so.
_PLACES = """
Afghanistan 34 66; Argentina -35 -65; Australia -25 134; Austria 47.5 14; Bangladesh 24 90; Belgium
50.6 4.6; Bolivia -17 -65; Brazil -10 -53; Britain 53 -2; Bulgaria 42.7 25.5; Cambodia 12.5 105;
Canada 60 -96; Chile -33 -71; China 35 103; Colombia 4 -73; Cuba 22 -79; Denmark 56 10; Egypt 27 30;
England 52.5 -1.5; Ethiopia 9 40; Finland 64 26; France 46.5 2.5; Germany 51 10; Greece 39 22;
Guatemala 15.5 -90.2; Haiti 19 -72.4; Honduras 15 -86.5; Hungary 47 19.5; India 22 79; Indonesia -2
118; Iran 32.5 54; Iraq 33 44; Ireland 53 -8; Israel 31.5 35; Italy 42.8 12.8; Japan 36 138; Jordan
31 36; Kenya 0.5 38; Lebanon 33.9 35.9; Libya 27 17; Malaysia 4 102; Mexico 23 -102; Morocco 32 -6;
Netherlands 52.2 5.5; Nicaragua 13 -85; Nigeria 9.5 8; Norway 62 10; Pakistan 30 70; Panama 8.5 -80;
Peru -10 -76; Philippines 13 122; Poland 52 19; Portugal 39.5 -8; Romania 46 25; Russia 60 95;
Scotland 57 -4; Serbia 44 21; Somalia 6 46; Spain 40 -4; Sudan 15 30; Sweden 62 15; Switzerland 47
8; Syria 35 38; Thailand 15 101; Turkey 39 35; Uganda 1 32; Ukraine 49 32; Venezuela 7 -66; Vietnam
16 107; Yemen 15.5 48; Zimbabwe -19 30; Alabama 32.8 -86.8; Arizona 34.3 -111.7; Arkansas 34.8
-92.4; California 37 -120; Colorado 39 -105.5; Connecticut 41.6 -72.7; Florida 28 -82; Georgia 32.6
-83.4; Illinois 40 -89; Indiana 40 -86; Iowa 42 -93.5; Kansas 38.5 -98; Kentucky 37.5 -85; Louisiana
31 -92; Maryland 39 -76.8; Massachusetts 42.3 -71.8; Michigan 44 -85; Minnesota 46 -94; Mississippi
32.7 -89.7; Missouri 38.4 -92.5; Nevada 39 -117; New Jersey 40.2 -74.7; New York 40.7 -74; North
Carolina 35.5 -79.4; Ohio 40.4 -82.8; Oklahoma 35.6 -97.5; Oregon 44 -120.5; Pennsylvania 41 -77.6;
South Carolina 34 -81; Tennessee 35.9 -86.4; Texas 31.5 -99.3; Utah 39.3 -111.7; Virginia 37.5
-78.8; Washington 38.9 -77; Wisconsin 44.6 -89.7; Baghdad 33.3 44.4; Beijing 39.9 116.4; Berlin 52.5
13.4; Bogota 4.7 -74.1; Boston 42.4 -71.1; Brussels 50.8 4.4; Cairo 30 31.2; Chicago 41.9 -87.6;
Damascus 33.5 36.3; Gaza 31.5 34.5; Geneva 46.2 6.1; Havana 23.1 -82.4; Istanbul 41 29; Jerusalem
31.8 35.2; Kabul 34.5 69.2; Kiev 50.5 30.5; London 51.5 -0.1; Los Angeles 34.1 -118.2; Madrid 40.4
-3.7; Moscow 55.8 37.6; Paris 48.9 2.3; Rome 41.9 12.5; Tehran 35.7 51.4; Tel Aviv 32.1 34.8; Tokyo
35.7 139.7; Tripoli 32.9 13.2
"""


def _places() -> dict[str, tuple[float, float]]:
    found = {}
    for entry in _PLACES.replace("\n", " ").split(";"):
        name, north, east = entry.strip().rsplit(maxsplit=2)
        found[name] = (float(north), float(east))
    return found


PLACES = MappingProxyType(_places())
#: Those of one region, which the texts on incidents are about.
COUNTRIES = tuple(
    "ARGENTINA;BOLIVIA;BRAZIL;CHILE;COLOMBIA;COSTA RICA;CUBA;DOMINICAN REPUBLIC;ECUADOR;EL SALVADOR;"
    "GUATEMALA;HAITI;HONDURAS;MEXICO;NICARAGUA;PANAMA;PARAGUAY;PERU;URUGUAY;VENEZUELA".split(";")
)
