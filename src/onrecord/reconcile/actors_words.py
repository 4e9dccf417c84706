"""Words for bodies of a state and for organisations, and names of a few that everybody shortens.

Facts about the world and about English, not about any crisis. Keys are folded (`aliases.folded`).
"""

from __future__ import annotations

from onrecord.domain.source import ActorKind
from onrecord.reconcile.words import word_set

#: What a body of a state is called here, by the words used for it.
ORGANS = {
    words: name
    for name, several in {
        "government": "government, authorities, regime, administration, ruling regime",
        "presidency": "presidency, presidential palace, presidential office, president office",
        "armed forces": "military, armed forces, forces, troops, soldiers, defence forces, defense forces",
        "army": "army, ground forces, land forces",
        "navy": "navy, naval forces, naval force",
        "air force": "air force, airforce, warplanes, air forces",
        "coast guard": "coast guard, coastguard, coastguards",
        "border guard": "border guard, border guards, border police",
        "security forces": "security forces, security force, security services",
        "police": "police, police force, police forces",
        "intelligence service": "intelligence service, intelligence services, intelligence agency",
        "parliament": "parliament, legislature, parliamentary assembly, assembly, national assembly",
        "congress": "congress",
        "senate": "senate",
        "house of representatives": "house of representatives",
        "supreme court": "supreme court",
        "judiciary": "judiciary",
        "revolutionary guard": "revolutionary guard, revolutionary guards, revolutionary guard corps, "
        "revolutionary guards corps, islamic revolutionary guard corps, "
        "islamic revolutionary guards corps",
        "central bank": "central bank",
        "foreign ministry": "foreign office, ministry of foreign affairs, foreign affairs ministry, "
        "foreign ministry, ministry of external affairs, external affairs ministry",
        "defence ministry": "ministry of defence, ministry of defense, defence ministry, "
        "defense ministry, department of defense, defense department, defence department",
    }.items()
    for words in several.split(", ")
}  # fmt: skip
#: Bodies that only a state, or who claims to be one, has: two of them show that an unlisted name is one.
SOVEREIGN = frozenset(
    {
        "presidency", "armed forces", "army", "navy", "air force", "coast guard", "foreign ministry",
        "defence ministry", "government", "parliament", "president", "prime minister",
        "foreign minister", "defence minister", "ambassador",
    }
)  # fmt: skip
#: Fields of ministries, so that "the health ministry" and "the ministry of health" are one.
FIELDS = word_set(
    """health defence defense foreign interior home finance justice education energy oil transport
    labour labor agriculture information communications trade commerce economy culture environment
    water intelligence security war planning development industry housing immigration treasury state
    homeland"""
)
#: Words before a body's name that do not make it another body.
IGNORED = word_set("federal royal own entire whole")
#: Bodies of states that have a name of their own: whose, what it is called, which body it is.
NAMED_ORGANS: dict[str, tuple[str, str, str]] = {
    "pentagon": ("United States", "Pentagon", "defence ministry"),
    "state department": ("United States", "State Department", "foreign ministry"),
    "white house": ("United States", "White House", "presidency"),
    "capitol hill": ("United States", "Congress", "congress"),
    "treasury department": ("United States", "Treasury Department", "treasury ministry"),
    "department of justice": ("United States", "Justice Department", "justice ministry"),
    "justice department": ("United States", "Justice Department", "justice ministry"),
    "department of homeland security": ("United States", "Homeland Security", "homeland security"),
    "fbi": ("United States", "FBI", "federal bureau of investigation"),
    "federal bureau of investigation": ("United States", "FBI", "federal bureau of investigation"),
    "cia": ("United States", "CIA", "central intelligence agency"),
    "central intelligence agency": ("United States", "CIA", "central intelligence agency"),
    "kremlin": ("Russia", "Kremlin", "presidency"),
    "state duma": ("Russia", "State Duma", "parliament"),
    "downing street": ("United Kingdom", "Downing Street", "government"),
    "whitehall": ("United Kingdom", "Whitehall", "government"),
    "house of commons": ("United Kingdom", "House of Commons", "house of commons"),
    "elysee": ("France", "Élysée", "presidency"),
    "elysee palace": ("France", "Élysée", "presidency"),
    "quai d orsay": ("France", "Quai d’Orsay", "foreign ministry"),
    "bundestag": ("Germany", "Bundestag", "parliament"),
    "bundeswehr": ("Germany", "Bundeswehr", "armed forces"),
    "knesset": ("Israel", "Knesset", "parliament"),
    "idf": ("Israel", "Israel Defense Forces", "armed forces"),
    "israel defense forces": ("Israel", "Israel Defense Forces", "armed forces"),
    "majlis": ("Iran", "Majlis", "parliament"),
    "irgc": ("Iran", "Islamic Revolutionary Guard Corps", "revolutionary guard"),
    "islamic revolutionary guard corps": (
        "Iran", "Islamic Revolutionary Guard Corps", "revolutionary guard"
    ),
    "islamic revolutionary guards corps": (
        "Iran", "Islamic Revolutionary Guard Corps", "revolutionary guard"
    ),
    "revolutionary guard": ("Iran", "Islamic Revolutionary Guard Corps", "revolutionary guard"),
    "revolutionary guards": ("Iran", "Islamic Revolutionary Guard Corps", "revolutionary guard"),
    "verkhovna rada": ("Ukraine", "Verkhovna Rada", "parliament"),
    "lok sabha": ("India", "Lok Sabha", "lok sabha"),
    "blue house": ("South Korea", "Blue House", "presidency"),
    "zhongnanhai": ("China", "Zhongnanhai", "government"),
    "people s liberation army": ("China", "People’s Liberation Army", "armed forces"),
    "peoples liberation army": ("China", "People’s Liberation Army", "armed forces"),
}  # fmt: skip
#: Other names of states, beside those a gazetteer lists; each counts only where the text also uses one
#: of its listed names.
OTHER_NAMES = {
    "islamic republic": "Iran",
    "kingdom": "Saudi Arabia",
    "people s republic": "China",
    "hermit kingdom": "North Korea",
    "jewish state": "Israel",
    "zionist regime": "Israel",
}
#: Bodies of many states, and organisations known by their letters all over the world.
KNOWN_SHORT = {
    "un": "United Nations",
    "u n": "United Nations",
    "eu": "European Union",
    "nato": "North Atlantic Treaty Organization",
    "who": "World Health Organization",
    "imf": "International Monetary Fund",
    "icc": "International Criminal Court",
    "icrc": "International Committee of the Red Cross",
    "unicef": "United Nations Children’s Fund",
    "unhcr": "United Nations High Commissioner for Refugees",
    "iaea": "International Atomic Energy Agency",
    "opec": "Organization of the Petroleum Exporting Countries",
    "unsc": "United Nations Security Council",
    "unga": "United Nations General Assembly",
    "oas": "Organization of American States",
    "asean": "Association of Southeast Asian Nations",
    "ap": "Associated Press",
    "afp": "Agence France-Presse",
    "bbc": "BBC",
    "reuters": "Reuters",
    "hamas": "Hamas",
    "hezbollah": "Hezbollah",
    "taliban": "Taliban",
    "al qaeda": "al-Qaeda",
}
#: Words of names of organisations that are also places or what people read there.
SITE_WORDS = word_set(
    """court centre center university institute institution post news times press bank fund mission
    programme program congress company group crossing watch network college museum street avenue
    hospital clinic school foundation cooperative corporation international"""
)
#: Words of names of organisations that are family names as well: such a name is one of a body only
#: where the report says "the" before it.
SURNAME_WORDS = word_set(
    """cross bank banks post front guard guards press hall court watch league union church crossing
    council price"""
)
#: Groups of people: words for them name nobody, however they are written.
GROUP_NOUNS = word_set(
    """residents people families survivors officials authorities members supporters leaders workers teams
    experts analysts activists witnesses protesters demonstrators opponents critics lawmakers
    rescuers victims relatives doctors medics journalists scientists researchers sources fighters
    eastern western northern southern east west north south officers deputies detectives
    investigators firefighters paramedics neighbors neighbours students teachers prosecutors young
    prosecutor family mother father brother sister son daughter wife husband widow friends friend
    employees employee resident member supporter worker owner owners lawyer lawyers eyewitness
    eyewitnesses footage video images"""
)
#: Words for offices, and days: a phrase that holds one is for whoever holds it, or for a time.
OFFICE_WORDS = word_set(
    """leader leaders fm minister president secretary governor mayor chief commander ambassador general
    spokesman spokeswoman spokesperson prosecutor premier pm king prince ayatollah chairman director
    sheriff coroner examiner attorney judge councilman councilwoman councilmember alderman trooper
    deputy sergeant captain lieutenant detective officer pastor rev principal coach monday tuesday
    wednesday thursday friday saturday sunday"""
)
#: Last words that make a name one of an organisation.
ORGANISATION_WORDS: dict[str, ActorKind] = {
    **dict.fromkeys(
        """party union organisation organization agency association committee council commission federation
    foundation institute league alliance coalition movement society group company corporation
    network bank court tribunal centre center monitor observatory crescent cross watch international
    initiative front faction resistance forces army corps guard guards brotherhood congress
    institution university fund programme program mission press news times post cooperative
    confederation syndicate authority""".split(),
        "organisation",
    ),
    **dict.fromkeys(
        """brigade brigades militia militias cartel guerrillas battalion battalions rebels insurgents
    paramilitaries jihad gang clan mafia""".split(),
        "armed_group",
    ),
}
