"""Words of what is done, where and against what, by the classes of the law ledger.

Lemmas in lower case, general English, of no one country. Reading uses them for what is said of law,
assessing for what is said to be done, so that both mean the same by a class.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from onrecord.domain.authority import ActionClass, CoverageDomain
from onrecord.domain.target import TargetClass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Word to class of action; the first that stands decides.
ACTIONS: dict[str, ActionClass] = {
    **dict.fromkeys("board boarding".split(), "board"),
    **dict.fromkeys("seize seizure interdict interdiction confiscate".split(), "seize"),
    **dict.fromkeys("capture arrest abduct detain".split(), "capture"),
    **dict.fromkeys("overflight overfly".split(), "overflight"),
    **dict.fromkeys("blockade quarantine".split(), "blockade"),
    **dict.fromkeys(
        """strike attack bomb bombing airstrike kill killing force war hostility invasion
        invade raid shoot""".split(),
        "lethal_strike",
    ),
    **dict.fromkeys("covert".split(), "covert"),
    **dict.fromkeys("deploy deployment send station troop".split(), "deploy"),
    **dict.fromkeys("sanction freeze embargo asset".split(), "sanction"),
    **dict.fromkeys("assist aid arm supply train sale".split(), "assist"),
}  # fmt: skip
DOMAINS: tuple[tuple[CoverageDomain, frozenset[str]], ...] = (
    ("territorial_sea", _words("territorial")),
    ("land", _words("land soil territory ground dock port onshore overland mainland")),
    ("high_seas", _words("maritime sea vessel boat ship naval water offshore")),
    ("national_airspace", _words("airspace overflight")),
    ("cyber", _words("cyber cyberattack hacking")),
    ("financial", _words("financial asset bank property transaction trade")),
    ("immigration", _words("immigration visa entry deportation asylum")),
    ("criminal", _words("criminal prosecution prosecute indictment extradition")),
    ("intelligence", _words("intelligence covert espionage")),
)

_CLASSES: tuple[tuple[TargetClass, frozenset[str]], ...] = (
    (
        "state_leadership",
        _words("leader leadership president premier minister palace residence regime ayatollah"),
    ),
    (
        "state_forces",
        _words(
            """military army navy naval troop soldier base barracks garrison warship destroyer frigate
            submarine battery missile launcher radar headquarters command brigade airbase silo arsenal
            depot defence defense centrifuge"""
        ),
    ),
    (
        "dual_use",
        _words(
            """port harbour harbor airport airfield airstrip runway bridge refinery pipeline plant grid
            electricity infrastructure terminal depot railway station dam factory energy oil gas
            telecommunication satellite substation"""
        ),
    ),
    (
        "non_state_facility",
        _words(
            """camp compound hideout lab laboratory dock warehouse safehouse cache tunnel workshop facility
            cartel trafficker smuggler insurgent rebel militant guerrilla gang"""
        ),
    ),
    ("non_state_vessel", _words("boat speedboat vessel dinghy skiff dhow trawler craft")),
)
_NON_STATE = _words(
    "cartel trafficker smuggler trafficking smuggling drug insurgent rebel militant guerrilla gang pirate"
)


def classes_in(lemmas: AbstractSet[str]) -> tuple[TargetClass, ...]:
    """Return the classes that lemmas speak of, in the order of the vocabulary.

    A port or an airfield stays of dual use whoever is said to use it; a boat is a vessel of nobody's
    state unless the words name a force.
    """
    found = {name for name, words in _CLASSES if lemmas & words}
    if lemmas & _NON_STATE and not lemmas & {"military", "army", "navy", "naval"}:
        found -= {"state_forces"}
    order = (
        "non_state_vessel",
        "non_state_facility",
        "dual_use",
        "state_forces",
        "state_leadership",
    )
    return tuple(name for name in order if name in found)


def class_in(lemmas: AbstractSet[str]) -> TargetClass | None:
    """Return the class that lemmas speak of when there is exactly one."""
    found = classes_in(lemmas)
    return found[0] if len(found) == 1 else None
