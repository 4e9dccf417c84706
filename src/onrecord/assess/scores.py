"""Published scores of acts, as secondary columns: they never make a step and are never added up.

Every table is keyed on type and mode together: mode names repeat across types with other meanings. A score
is shown with its table and version; tables that disagree stay side by side.

The numbers of `PLOVER` are the conflict/cooperation scale of the PLOVER ontology manual 2021-24 (Open Event
Data Alliance), shared under CC BY-SA 4.0; so is this table. Those under `GOLDSTEIN` are Goldstein's scale
(1992) as two public tables give it for CAMEO codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.domain.escalation import PublishedScore
from onrecord.domain.quantity import Number
from onrecord.domain.statement import Act

_Key = tuple[str, str]

PLOVER_TABLE, PLOVER_VERSION = "PLOVER", "manual 2021-24, commit 5e0c24f"
GDELT_TABLE, ICEWS_TABLE = "Goldstein via CAMEO (GDELT)", "Goldstein via CAMEO (ICEWS)"
GOLDSTEIN_VERSION = "as published 2026-11"

#: Type and mode to score; the empty mode is the type as a whole. The manual prints ACCUSE as +3, against
#: all its own modes: read as -3.
PLOVER: Mapping[_Key, Number] = MappingProxyType(
    {
        ("AGREE", ""): 2.5, ("SUPPORT", ""): 5, ("CONCEDE", ""): 4.5, ("COOPERATE", ""): 9.5, ("AID", ""): 10,
        ("CONSULT", ""): 2.5, ("CONSULT", "visit"): 4, ("CONSULT", "third-party"): 1,
        ("CONSULT", "multilateral"): 4, ("CONSULT", "phone"): 1.5,
        ("RETREAT", ""): 6.5, ("RETREAT", "withdraw"): 8, ("RETREAT", "release"): 6.5,
        ("RETREAT", "disarm"): 10,
        ("RETREAT", "ceasefire"): 7.5, ("RETREAT", "access"): 6.5, ("RETREAT", "resign"): 4.5,
        ("REQUEST", ""): 0, ("REQUEST", "assist"): 0.5, ("REQUEST", "change"): -1, ("REQUEST", "yield"): -1,
        ("REQUEST", "meet"): 0,
        ("REJECT", ""): -2, ("REJECT", "assist"): -1.5, ("REJECT", "change"): -2, ("REJECT", "yield"): -2,
        ("REJECT", "meet"): -2,
        ("ACCUSE", ""): -3, ("ACCUSE", "disapprove"): -2, ("ACCUSE", "investigate"): -3.5,
        ("ACCUSE", "allege"): -3.5,
        ("THREATEN", ""): -3.5, ("THREATEN", "restrict"): -3, ("THREATEN", "arrest"): -3.5,
        ("THREATEN", "relations"): -3.5, ("THREATEN", "expel"): -3.5, ("THREATEN", "territory"): -4,
        ("THREATEN", "violence"): -3.5,
        ("PROTEST", ""): -5, ("PROTEST", "demo"): -5, ("PROTEST", "riot"): -7, ("PROTEST", "strike"): -5,
        ("PROTEST", "hunger"): -4.5, ("PROTEST", "boycott"): -4.5, ("PROTEST", "obstruct"): -4.5,
        ("SANCTION", ""): -6, ("SANCTION", "convict"): -6, ("SANCTION", "expel"): -5.5,
        ("SANCTION", "withdraw"): -6, ("SANCTION", "discontinue"): -6,
        ("MOBILIZE", ""): -5.5, ("MOBILIZE", "troops"): -6.5, ("MOBILIZE", "weapons"): -6.5,
        ("MOBILIZE", "police"): -5.5, ("MOBILIZE", "militia"): -6,
        ("COERCE", ""): -7, ("COERCE", "seize"): -7, ("COERCE", "restrict"): -7, ("COERCE", "censor"): -6.5,
        ("COERCE", "curfew"): -6.5, ("COERCE", "martial-law"): -7.5, ("COERCE", "arrest"): -7,
        ("COERCE", "deport"): -7, ("COERCE", "withhold"): -7, ("COERCE", "misinformation"): -6.5,
        ("COERCE", "cyber"): -7,
        ("ASSAULT", ""): -9, ("ASSAULT", "abduct"): -8.5, ("ASSAULT", "beat"): -7.5,
        ("ASSAULT", "torture"): -8.5,
        ("ASSAULT", "sexual"): -8.5, ("ASSAULT", "targeted"): -9.5, ("ASSAULT", "destroy"): -8.5,
        ("ASSAULT", "primitive"): -8, ("ASSAULT", "firearms"): -9, ("ASSAULT", "explosives"): -9,
        ("ASSAULT", "suicide-attack"): -9.5, ("ASSAULT", "aerial"): -9.5, ("ASSAULT", "drone"): -9.5,
        ("ASSAULT", "heavy-weapons"): -9.5, ("ASSAULT", "crowd-control"): -7.5,
        ("ASSAULT", "unconventional"): -10,
    }
)  # fmt: skip

#: What both tables give, for the pairs that one CAMEO code stands for without doubt.
_GOLDSTEIN: Mapping[_Key, Number] = MappingProxyType(
    {
        ("ACCUSE", "disapprove"): -2.0,  # 111
        ("ACCUSE", "allege"): -2.0,  # 112
        ("REJECT", ""): -4.0,  # 12
        ("THREATEN", "violence"): -7.0,  # 138
        ("MOBILIZE", ""): -7.2,  # 150
        ("MOBILIZE", "police"): -7.2,  # 151
        ("MOBILIZE", "troops"): -7.2,  # 152, 154
        ("ASSAULT", "aerial"): -10.0,  # 195
    }
)
#: CAMEO codes that statements carry themselves, by table: the tables differ on 016.
_CAMEO: Mapping[str, tuple[tuple[str, Number], ...]] = MappingProxyType(
    {
        "011": ((GDELT_TABLE, -0.1), (ICEWS_TABLE, -0.1)),
        "016": ((GDELT_TABLE, -2.0), (ICEWS_TABLE, -5.0)),
    }
)


def scores_of(act: Act | None) -> tuple[PublishedScore, ...]:
    """Return what published tables give for an act; empty where none is coded or no table lists it.

    A mode that a PLOVER table does not score falls back to its type, and the version says so.
    """
    if act is None:
        return ()
    if act.scheme == "CAMEO":
        return tuple(
            PublishedScore(table, GOLDSTEIN_VERSION, value)
            for table, value in _CAMEO.get(act.code, ())
        )
    found: list[PublishedScore] = []
    if (act.code, act.mode) in PLOVER:
        found.append(PublishedScore(PLOVER_TABLE, PLOVER_VERSION, PLOVER[act.code, act.mode]))
    elif (act.code, "") in PLOVER:
        version = f"{PLOVER_VERSION}, type without mode"
        found.append(PublishedScore(PLOVER_TABLE, version, PLOVER[act.code, ""]))
    if (value := _GOLDSTEIN.get((act.code, act.mode))) is not None:
        found += [
            PublishedScore(table, GOLDSTEIN_VERSION, value) for table in (GDELT_TABLE, ICEWS_TABLE)
        ]
    return tuple(found)
