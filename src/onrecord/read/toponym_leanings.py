"""Words that tell in which country a report is at home, whatever places it names.

A town report rarely names its country; its sheriff, its councillors or its gardaí do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

#: By country, words in lower case that are used of its own affairs far more than of others'.
_WORDS: Final[dict[str, str]] = {
    "US": "sheriff sheriffs county counties township interstate highway congressman congresswoman gop "
    "republican republicans democrat democrats statehouse superintendent sophomore freshman freshmen "
    "troopers trooper felony misdemeanor arraigned parole subpoena percent center program programs "
    "color defense labor neighbor neighbors neighborhood honor honored gasoline sidewalk downtown "
    "semester prosecutor prosecutors mph acres dorm commissioners alderman aldermen selectman selectmen "
    "kindergarten varsity touchdown baseball medicaid medicare fda usda fbi apartment mom moms "
    "traveled canceled dui dwi zip judgeship",
    "GB": "councillor councillors constable pcso mp mps nhs lorry tory tories labour centre colour "
    "solicitor barrister solicitors borough shire ofsted pence pounds bbc yob pensioner pensioners "
    "programme favourite neighbour neighbours neighbourhood organisation ward wards motorway "
    "carriageway pub pubs gcse primary mum",
    "IE": "garda gardaí gardai taoiseach tánaiste dáil dail seanad oireachtas fianna fáil fail gael "
    "sinn féin gaa hurling rté rte hse councillor councillors euro centre programme",
    "CA": "rcmp opp ndp mpp premier riding hydro cbc loonie centre colour toonie tories kilometres "
    "condo hockey",
    "AU": "aussie labor premier abc councillor councillors centre bushfire bushfires kilometres ute nsw "
    "footy afl nrl",
    "NZ": "maori māori iwi nzherald councillor centre kiwi waikato kilometres",
    "IN": "crore lakh rupees lok sabha panchayat bjp tehsil taluk rs",
}
_BY_WORD: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        word: tuple(code for code, words in _WORDS.items() if word in words.split())
        for words in _WORDS.values()
        for word in words.split()
    }
)
_MOST = 8


def leanings(words: Iterable[str]) -> dict[str, float]:
    """Return how many words of each country a text uses, each word once, `_MOST` at most.

    Args:
        words: The words of the text in lower case.
    """
    counts: dict[str, float] = {}
    for word in sorted(set(words) & _BY_WORD.keys()):
        codes = _BY_WORD[word]
        for code in codes:
            counts[code] = min(_MOST, counts.get(code, 0.0) + 1 / len(codes))
    return counts
