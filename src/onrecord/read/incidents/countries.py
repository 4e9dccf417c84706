"""States of the world by ISO 3166-1 code: usual English name, what their people are called, capital.

One state a line: code, name with other names after "/", words for its people, capitals. Used to tell
in which state something happened when a text names the state, its people or its capital; a gazetteer
knows the other places.
"""

from __future__ import annotations

_TABLE = """
AF|Afghanistan|Afghan|Kabul
AL|Albania|Albanian|Tirana
DZ|Algeria|Algerian|Algiers
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine,Argentinian|Buenos Aires
AM|Armenia|Armenian|Yerevan
AU|Australia|Australian|Canberra
AT|Austria|Austrian|Vienna
AZ|Azerbaijan|Azerbaijani,Azeri|Baku
BS|Bahamas|Bahamian|Nassau
BH|Bahrain|Bahraini|Manama
BD|Bangladesh|Bangladeshi|Dhaka,Dacca
BB|Barbados|Barbadian|Bridgetown
BY|Belarus/Byelorussia|Belarusian|Minsk
BE|Belgium|Belgian|Brussels
BZ|Belize|Belizean|Belmopan
BJ|Benin|Beninese|Porto-Novo,Cotonou
BT|Bhutan|Bhutanese|Thimphu
BO|Bolivia|Bolivian|La Paz,Sucre
BA|Bosnia and Herzegovina/Bosnia|Bosnian|Sarajevo
BW|Botswana|Botswanan|Gaborone
BR|Brazil|Brazilian|Brasilia
BN|Brunei|Bruneian|Bandar Seri Begawan
BG|Bulgaria|Bulgarian|Sofia
BF|Burkina Faso|Burkinabe|Ouagadougou
BI|Burundi|Burundian|Bujumbura,Gitega
KH|Cambodia|Cambodian|Phnom Penh
CM|Cameroon|Cameroonian|Yaounde
CA|Canada|Canadian|Ottawa
CV|Cape Verde|Cape Verdean|Praia
CF|Central African Republic||Bangui
TD|Chad|Chadian|N'Djamena
CL|Chile|Chilean|Santiago
CN|China/People's Republic of China/PRC|Chinese|Beijing,Peking
CO|Colombia|Colombian|Bogota,Santa Fe de Bogota
KM|Comoros|Comorian|Moroni
CG|Congo/Republic of the Congo|Congolese|Brazzaville
CD|Democratic Republic of the Congo/DR Congo/DRC/Zaire|Zairian|Kinshasa
CR|Costa Rica|Costa Rican|San Jose
HR|Croatia|Croatian|Zagreb
CU|Cuba|Cuban|Havana
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic/Czechia/Czechoslovakia|Czech|Prague
DK|Denmark|Danish|Copenhagen
DJ|Djibouti|Djiboutian|
DO|Dominican Republic|Dominican|Santo Domingo
EC|Ecuador|Ecuadoran,Ecuadorian|Quito
EG|Egypt|Egyptian|Cairo
SV|El Salvador|Salvadoran,Salvadorean,Salvadorian|San Salvador
GQ|Equatorial Guinea|Equatoguinean|Malabo
ER|Eritrea|Eritrean|Asmara
EE|Estonia|Estonian|Tallinn
SZ|Eswatini/Swaziland|Swazi|Mbabane
ET|Ethiopia|Ethiopian|Addis Ababa
FJ|Fiji|Fijian|Suva
FI|Finland|Finnish|Helsinki
FR|France|French|Paris
GA|Gabon|Gabonese|Libreville
GM|Gambia|Gambian|Banjul
GE|Georgia|Georgian|Tbilisi
DE|Germany|German|Berlin,Bonn
GH|Ghana|Ghanaian|Accra
GR|Greece|Greek|Athens
GD|Grenada|Grenadian|
GT|Guatemala|Guatemalan|Guatemala City
GN|Guinea|Guinean|Conakry
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|Georgetown
HT|Haiti|Haitian|Port-au-Prince
HN|Honduras|Honduran|Tegucigalpa
HU|Hungary|Hungarian|Budapest
IS|Iceland|Icelandic|Reykjavik
IN|India|Indian|New Delhi,Delhi
ID|Indonesia|Indonesian|Jakarta
IR|Iran|Iranian|Tehran,Teheran
IQ|Iraq|Iraqi|Baghdad
IE|Ireland|Irish|Dublin
IL|Israel|Israeli|Jerusalem,Tel Aviv
IT|Italy|Italian|Rome
CI|Ivory Coast/Cote d'Ivoire|Ivorian|Abidjan,Yamoussoukro
JM|Jamaica|Jamaican|Kingston
JP|Japan|Japanese|Tokyo
JO|Jordan|Jordanian|Amman
KZ|Kazakhstan|Kazakh|Astana
KE|Kenya|Kenyan|Nairobi
KP|North Korea|North Korean|Pyongyang
KR|South Korea/Republic of Korea/ROK|South Korean|Seoul
XK|Kosovo|Kosovar|Pristina
KW|Kuwait|Kuwaiti|Kuwait City
KG|Kyrgyzstan|Kyrgyz|Bishkek
LA|Laos|Laotian|Vientiane
LV|Latvia|Latvian|Riga
LB|Lebanon|Lebanese|Beirut
LS|Lesotho|Basotho|Maseru
LR|Liberia|Liberian|Monrovia
LY|Libya|Libyan|Tripoli
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish|
MG|Madagascar|Malagasy|Antananarivo
MW|Malawi|Malawian|Lilongwe
MY|Malaysia|Malaysian|Kuala Lumpur
MV|Maldives|Maldivian|Male
ML|Mali|Malian|Bamako
MT|Malta|Maltese|Valletta
MR|Mauritania|Mauritanian|Nouakchott
MU|Mauritius|Mauritian|Port Louis
MX|Mexico|Mexican|Mexico City
MD|Moldova|Moldovan|Chisinau
MN|Mongolia|Mongolian|Ulaanbaatar
ME|Montenegro|Montenegrin|Podgorica
MA|Morocco|Moroccan|Rabat
MZ|Mozambique|Mozambican|Maputo
MM|Myanmar/Burma|Burmese|Naypyidaw,Yangon,Rangoon
NA|Namibia|Namibian|Windhoek
NP|Nepal|Nepalese,Nepali|Kathmandu
NL|Netherlands/Holland|Dutch|Amsterdam,The Hague
NZ|New Zealand||Wellington
NI|Nicaragua|Nicaraguan|Managua
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja,Lagos
MK|North Macedonia/Macedonia|Macedonian|Skopje
NO|Norway|Norwegian|Oslo
OM|Oman|Omani|Muscat
PK|Pakistan|Pakistani|Islamabad,Karachi
PS|Palestine|Palestinian|Ramallah,Gaza City,Gaza
PA|Panama|Panamanian|Panama City
PG|Papua New Guinea||Port Moresby
PY|Paraguay|Paraguayan|Asuncion
PE|Peru|Peruvian|Lima
PH|Philippines|Filipino,Philippine|Manila
PL|Poland|Polish|Warsaw
PT|Portugal|Portuguese|Lisbon
PR|Puerto Rico|Puerto Rican|San Juan
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RU|Russia/Soviet Union/USSR/U.S.S.R.|Russian,Soviet|Moscow
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Saudi|Riyadh
SN|Senegal|Senegalese|Dakar
RS|Serbia/Yugoslavia|Serbian,Yugoslav|Belgrade
SL|Sierra Leone|Sierra Leonean|Freetown
SG|Singapore|Singaporean|
SK|Slovakia|Slovak|Bratislava
SI|Slovenia|Slovenian,Slovene|Ljubljana
SO|Somalia|Somali|Mogadishu
ZA|South Africa|South African|Pretoria,Johannesburg,Cape Town
SS|South Sudan|South Sudanese|Juba
ES|Spain|Spanish|Madrid
LK|Sri Lanka|Sri Lankan|Colombo
SD|Sudan|Sudanese|Khartoum
SR|Suriname|Surinamese|Paramaribo
SE|Sweden|Swedish|Stockholm
CH|Switzerland|Swiss|Bern,Geneva
SY|Syria|Syrian|Damascus
TW|Taiwan|Taiwanese|Taipei
TJ|Tajikistan|Tajik|Dushanbe
TZ|Tanzania|Tanzanian|Dodoma,Dar es Salaam
TH|Thailand|Thai|Bangkok
TL|East Timor/Timor-Leste|Timorese|Dili
TG|Togo|Togolese|Lome
TT|Trinidad and Tobago|Trinidadian|Port of Spain
TN|Tunisia|Tunisian|Tunis
TR|Turkey|Turkish|Ankara,Istanbul
TM|Turkmenistan|Turkmen|Ashgabat
UG|Uganda|Ugandan|Kampala
UA|Ukraine|Ukrainian|Kyiv,Kiev
AE|United Arab Emirates/UAE|Emirati|Abu Dhabi,Dubai
GB|United Kingdom/UK/U.K./U.K/Britain/Great Britain/England/Scotland/Wales/Northern Ireland|British,English,Scottish,Welsh|London,Belfast
US|United States/U.S./U.S/US/USA/United States of America|American|Washington,New York
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek|Tashkent
VE|Venezuela|Venezuelan|Caracas
VN|Vietnam|Vietnamese|Hanoi
YE|Yemen|Yemeni|Sanaa,Sana'a,Aden
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare
"""  # noqa: E501 - one state a line


def _rows() -> list[tuple[str, list[str], list[str], list[str]]]:
    rows = [line.split("|") for line in _TABLE.strip().splitlines()]
    return [
        (code, names.split("/"), peoples.split(","), capitals.split(","))
        for code, names, peoples, capitals in rows
    ]


#: Usual English name by ISO code.
NAME_OF: dict[str, str] = {code: names[0] for code, names, _, _ in _rows()}
#: ISO code by name of the state, folded.
_STATES = {name.casefold(): code for code, names, _, _ in _rows() for name in names}
_CAPITALS = {name.casefold(): code for code, _, _, capitals in _rows() for name in capitals if name}
_PEOPLES = {name.casefold(): code for code, _, peoples, _ in _rows() for name in peoples if name}


def state_named(name: str) -> str:
    """Return the code of the state a name is the name of; empty when it is none.

    Example:
        >>> state_named("EL SALVADOR"), state_named("Lima")
        ('SV', '')
    """
    return _STATES.get(_folded(name), "")


def state_of_capital(name: str) -> str:
    """Return the code of the state whose capital, or seat known abroad, has this name."""
    return _CAPITALS.get(_folded(name), "")


def state_of_people(word: str) -> str:
    """Return the code of the state whose people or things are called so; plural or not.

    Example:
        >>> state_of_people("Peruvian"), state_of_people("COLOMBIANS"), state_of_people("rebels")
        ('PE', 'CO', '')
    """
    folded = _folded(word)
    return _PEOPLES.get(folded) or _PEOPLES.get(folded.removesuffix("s"), "")


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
