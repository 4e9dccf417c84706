"""Words for what is assessed: classes of acts, instruments, verdicts, forces, levels.

Nothing here says that an act is legal or illegal.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from onrecord.domain.authority import ActionClass, AuthorityCode, CoverageDomain, CoverageEffect
from onrecord.domain.gap import GapVerdict
from onrecord.domain.posture import ElementKind, PostureStatus, Staleness
from onrecord.domain.target import TargetClass

ACTION_WORDS: Mapping[ActionClass, str] = MappingProxyType(
    {
        "board": "boarding", "seize": "seizure", "lethal_strike": "use of lethal force",
        "capture": "capture or arrest", "overflight": "overflight", "blockade": "blockade",
        "deploy": "deployment of forces", "covert": "covert action", "sanction": "sanction",
        "assist": "assistance",
    }
)  # fmt: skip
PLACE_WORDS: Mapping[CoverageDomain, str] = MappingProxyType(
    {
        "high_seas": "at sea", "territorial_sea": "in territorial waters",
        "international_airspace": "in international airspace",
        "national_airspace": "in national airspace", "land": "on land", "cyber": "in networks",
        "financial": "in finance", "criminal": "in criminal law", "immigration": "at the border",
        "intelligence": "in intelligence",
    }
)  # fmt: skip
TARGET_WORDS: Mapping[TargetClass, str] = MappingProxyType(
    {
        "non_state_vessel": "non-state vessels", "non_state_facility": "non-state facilities or people",
        "dual_use": "what serves civilians too", "state_forces": "forces of a state",
        "state_leadership": "the leadership of a state",
    }
)  # fmt: skip
INSTRUMENT_WORDS: Mapping[AuthorityCode | Literal["ALLIANCE_DECISION"], str] = MappingProxyType(
    {
        "STATUTE_AUMF": "statute", "EXEC_INHERENT": "executive power",
        "WPR_REPORT": "report to the legislature", "LEG_LIMIT": "limit by a legislature",
        "EXEC_OPINION": "legal opinion of the executive", "EXEC_ORDER": "executive order",
        "LISTING_FTO": "terrorist listing", "LISTING_SDGT": "sanctions listing",
        "COVERT_AUTH": "covert-action authority", "COVERT_FINDING": "covert-action finding",
        "LE_MARITIME": "law enforcement at sea", "JUDICIAL": "warrant or indictment",
        "STATUTE_FUNDS": "appropriation", "LEG_MANDATE": "mandate of a legislature",
        "EMERGENCY": "state of emergency", "UNSC_RES": "UN resolution",
        "ART51_NOTICE": "notice of self-defence", "CONSENT": "consent of the territorial state",
        "BILATERAL": "agreement between states", "COURT_ORDER": "court order",
        "ALLIANCE_DECISION": "decision of an alliance",
    }
)  # fmt: skip
EFFECT_WORDS: Mapping[CoverageEffect, str] = MappingProxyType(
    {
        "confers": "is said to cover it", "does_not_confer": "is said not to cover it",
        "forbids": "is said to forbid it", "limits": "is said to limit it",
        "conditions": "is said to set conditions", "contested": "is disputed",
        "silent": "is named, and no words say what it does",
        "procedural_only": "is said to be of procedure only",
    }
)  # fmt: skip
VERDICT_WORDS: Mapping[GapVerdict, str] = MappingProxyType(
    {
        "claimed_covered": "claimed to be covered", "contested": "cover is contested",
        "explicitly_not_covered": "said not to be covered",
        "no_cited_basis": "no basis is cited", "unknown": "what covers it is not known",
    }
)  # fmt: skip

ELEMENT_WORDS: Mapping[ElementKind, str] = MappingProxyType(
    {
        "formation": "formation", "ship": "ships", "aircraft_type": "aircraft",
        "personnel": "personnel", "air_defence": "air defence",
        "ground_equipment": "ground equipment", "militia": "militia",
    }
)  # fmt: skip
STATUS_WORDS: Mapping[PostureStatus, str] = MappingProxyType(
    {
        "in_port": "in port", "underway": "underway", "transiting": "in transit",
        "operating": "operating", "departed": "departed", "returned": "returned",
    }
)  # fmt: skip
STALENESS_WORDS: Mapping[Staleness, str] = MappingProxyType(
    {
        "fresh": "fresh", "ageing": "ageing", "stale": "stale", "lapsed": "lapsed",
        "undated": "undated",
    }
)  # fmt: skip
DIMENSION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "act": "act", "domain": "where", "target_class": "target", "overtness": "overtness",
        "lethality": "lethality", "posture": "posture", "authority_state": "authority",
        "tempo": "tempo",
    }
)  # fmt: skip
_BY_TARGET: dict[str, str] = {str(name): words for name, words in TARGET_WORDS.items()}
_BY_VERDICT: dict[str, str] = {str(name): words for name, words in VERDICT_WORDS.items()}
LEVEL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "verbal": "words", "display": "display of force", "non_lethal_force": "non-lethal force",
        "lethal_force": "lethal force", "sustained_hostilities": "sustained hostilities",
        "high_seas": "at sea", "territorial_sea": "territorial waters", "airspace": "airspace",
        "land": "on land", **_BY_TARGET, "unacknowledged": "not acknowledged",
        "reported_by_unnamed_sources": "reported by unnamed sources",
        "acknowledged": "acknowledged", "formally_declared": "formally declared",
        "none": "no harm reported", "property": "damage reported",
        "deaths_reported": "deaths reported", "routine": "routine", "reinforced": "reinforced",
        "assault_capable_as_described": "able to assault, as described", **_BY_VERDICT,
    }
)  # fmt: skip
THRESHOLD_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "crossed": "Reported crossed", "not_crossed": "Said not to be crossed",
        "threatened": "Threatened", "held_unlikely": "Not reported crossed, held unlikely",
        "supposed": "Only supposed",
    }
)  # fmt: skip
