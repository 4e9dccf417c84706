"""Words that tell what a name beside them is: a kind of place, a person, a body, a road."""

from __future__ import annotations

from typing import Final

from onrecord.ports.gazetteer import EntryKind

#: Nouns that end the name of a place, or stand before `of` and a name, and the kinds they allow.
KIND_NOUNS: Final[dict[str, frozenset[EntryKind]]] = {
    **dict.fromkeys(("county", "parish", "counties", "parishes", "borough"), frozenset({"county"})),
    **dict.fromkeys(
        (
            "province", "state", "oblast", "governorate", "prefecture", "canton", "krai", "emirate",
            "department", "provinces", "voivodeship", "territory",
        ),
        frozenset({"region", "county", "area"}),
    ),
    "region": frozenset({"region", "county", "area"}),
    "district": frozenset({"county", "region", "city", "area"}),
    **dict.fromkeys(
        ("city", "town", "village", "township", "municipality", "suburb", "hamlet", "capital", "port"),
        frozenset({"city"}),
    ),
    **dict.fromkeys(("river", "rivers", "creek", "basin"), frozenset({"river"})),
    **dict.fromkeys(("lake", "loch", "reservoir"), frozenset({"lake"})),
    **dict.fromkeys(("sea", "ocean", "gulf", "bay", "sound"), frozenset({"sea", "lake"})),
    **dict.fromkeys(("strait", "straits", "channel", "canal"), frozenset({"strait"})),
    **dict.fromkeys(("island", "islands", "isle", "archipelago"), frozenset({"island", "country"})),
    **dict.fromkeys(("mountain", "mountains", "mount", "hills"), frozenset({"mountain"})),
}  # fmt: skip

#: Such nouns that belong to the body named, not to the place, where the name of the body goes on.
OF_BODIES: Final = frozenset(
    "town district township borough village port region department state".split()
)

#: Words before a name that say which part of the place, or which side of it.
DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest northeastern northwestern southeastern southwestern upper lower greater mainland metro "
    "metropolitan downtown".split()
)

#: Nouns that make a landmark of the names before them: a place, but one no list of towns has.
LANDMARKS: Final = frozenset(
    "river creek lake island islands valley mountain mountains park forest bay harbor harbour peninsula "
    "beach township canyon desert delta falls springs heights coast reservoir basin county parish "
    "district province island hills plateau refuge".split()
)

#: Words that end the name of a road.
ROADS: Final = frozenset(
    "street st road rd avenue ave drive dr lane boulevard blvd highway hwy route parkway pkwy freeway "
    "turnpike interstate terrace crescent bypass expressway trail pike square circle ln loop alley".split()
)

#: Words that make a road or a room of the number beside them.
ROAD_SIGNS: Final = frozenset("highway interstate route exit room".split())

#: Words before a name of a person.
TITLES: Final = frozenset(
    "mr mrs ms miss dr sir lord lady dame rep sen gov gen lt col sgt capt maj cpl pvt cmdr adm officer "
    "president chancellor senator governor mayor minister king queen prince princess pope "
    "judge justice coach professor prof rev reverend sheriff chief detective spokesman spokeswoman "
    "attorney actor actress director secretary bishop father sister brother".split()
)

#: Prepositions that a place follows; `of` and `to` do not say enough.
LOCATIVE: Final = frozenset(
    "in at near from around outside inside toward towards throughout across into via between".split()
)

#: Prepositions that a large town may follow where nothing else speaks for it.
TOWARDS: Final = frozenset("to for of on over".split())

#: Nouns that the name of a town stands before: "Torvale police", "a Torvale woman".
CIVIC: Final = frozenset(
    "police mayor council resident residents officials authorities area city county courthouse airport "
    "school schools district residents man woman native hospital firefighters sheriff municipal public "
    "downtown metro teenager teen couple family suburb border office offices embassy consulate high "
    "university college department fire regional general community commission court health parliament "
    "government army navy ministry legislature supreme international unified board chamber township "
    "hotel jail port stadium market peninsula zoo port library elementary medical middle state water "
    "-based -born -area city's based born".split()
)

#: Words in the name of a body of a town or county, right after the name of that.
GOVERNING: Final = frozenset(
    "police fire city county council superior circuit municipal mayor town township sheriff airport "
    "housing chamber regional international public board municipality unified independent district "
    "probate sessions borough metropolitan central transit planning zoning common high school schools "
    "university college hospital medical community area downtown chapter branch office water".split()
)

#: Words in the name of a body of a state.
STATE_BODIES: Final = frozenset(
    "army navy force forces military guard parliament congress senate assembly ministry minister "
    "government police embassy consulate department court council president presidency cabinet "
    "republic federation foreign defence defense interior police intelligence state national "
    "border coast officials authorities".split()
)

#: Words that end the name of a building or body of the town that is named first in it.
INSTITUTIONS: Final = frozenset(
    "court courthouse hall library libraries museum fairgrounds commissioners commission council "
    "department office offices center centre airport hospital school schools university college "
    "jail prison station stadium arena church cathedral zoo marina speedway raceway auditorium plant "
    "market mall club association authority agency academy district board committee society theatre "
    "theater police hotel embassy consulate barracks base camp checkpoint clinic laboratory mosque "
    "harbor harbour bridge stadium terminal garden gardens cemetery power refinery depot".split()
)

#: Words in the name of a body that is not in, or of, the place it is named after.
TITLES_OF_PAPERS: Final = frozenset(
    "times post herald tribune daily news journal gazette chronicle globe star observer press mirror "
    "telegraph examiner sun record magazine review inquirer dispatch ledger courier sentinel mail "
    "bulletin register weekly united rovers fc".split()
)

#: Names of towns that are common words first, or of months, days and the like: never by themselves.
COMMON: Final = frozenset(
    "of the a an and or in on at to by for as is are was be it he she we you i me my our your his her "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december spring summer autumn winter north south east "
    "west northern southern eastern western central northeast northwest southeast southwest upper lower "
    "church court center centre college hospital school house hall street road park lake river bridge "
    "city town village county state district council police university market hill hills field wood "
    "castle union republic central police home office bank energy america general grand green red "
    "white black brown blue gray grey gold silver young king queen prince lord mission liberty "
    "independence victory justice hope faith grace love peace eden best smart early price sale reform "
    "battle media energy reading deal sandwich bath ripley nice orange mobile surprise hurricane "
    "marine normal buffalo welcome why accord advance commerce enterprise industry cooperative "
    "congress senate constitution eclipse pope bush obama many sandy santa earth moon sun mars venus "
    "christian catholic islam muslim bible gospel english jersey hotel lot bar son can man men mine "
    "most much more less less date time era day night moral beer drug gas oil coal water fire ice "
    "tour tower rose lily ivy holly jewel pearl ruby crystal star eagle wolf fox bear lion deer elk "
    "jay robin crow falcon duck swan goose ham guide page lane post light dale glen gap bay "
    "delta beach port harbor harbour island airport station summit valley forest mountain ridge "
    "mount point rock rocks springs falls creek canyon prairie plains oak pine cedar maple elm ash "
    "birch cherry apple peach plum lemon olive sea ocean gulf coast shore cape cove mill mills "
    "federal human section law marina country story still heritage gateway triangle resort strip "
    "village backs court sec net polling region capitol statewide avenue terminal library museum "
    "magistrate sheriff attorney commission commissioner authority justice public board senate "
    "works company co corp inc ltd group band club team club league society association foundation".split()
)

#: Names that are a place's as well as a person's first name or surname; the bare name is no evidence.
RATHER_PERSONS: Final = frozenset(
    "charlotte jackson houston lincoln madison clinton washington jefferson austin tyler jordan chad "
    "israel florence victoria adelaide sydney jack paris dallas troy carter taylor kelly lee scott "
    "marshall grant logan hamilton franklin georgia virginia dakota carolina".split()
)

#: Parties before the state of a member: `(D-Ky.)`.
PARTIES: Final = frozenset("r d i ind dfl gop rep dem lab con".split())

#: Shortened states that may open a headline; the others are common words too.
UNMISTAKABLE: Final = frozenset(
    "ala ariz calif colo conn fla kan kans ky mich minn mont neb nebr nev okla ore penn phila tenn tex "
    "wis wisc wyo ont alta sask nj ny nm nh nc nd sc sd wva mo pa ga md mass".split()
)

#: Shortened states that are common words or names in other dress: only after a comma.
AFTER_COMMA: Final = frozenset(
    "ala ark ariz calif cal colo conn del fla ga ill ind kan kans ky la mass md me mich minn miss mo mont "
    "neb nebr nev nd nh nj nm ny nc oh ok okla ore or pa penn "
    "ri sc sd tenn tn tex tx ut va vt wa wash wis wisc "
    "wv wy wyo al ak ar az ca co ct de fl hi id il in ia ks mt ms mn mi ma ne nv ont alta man que sask bc ab "
    "on qc mb nb ns sk pei wva nfld dc nsw qld".split()
)
