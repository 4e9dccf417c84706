"""Modes: how an act was done. Every pair of type and mode that PLOVER has, and what tells a weapon.

Mode names repeat across types with other meanings, so a mode means nothing without its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.read.plover_operators import Meaning
from onrecord.read.plover_parties import antecedent
from onrecord.read.tree import Tree

#: Event type to its modes; types that are not here have none.
MODES: dict[str, frozenset[str]] = {
    code: frozenset(modes.split())
    for code, modes in {
        "CONSULT": "visit third-party multilateral phone",
        "RETREAT": "withdraw release disarm ceasefire access resign return",
        "REQUEST": "assist change yield meet",
        "REJECT": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "THREATEN": "restrict arrest relations expel territory violence ban",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
        "suicide-attack aerial drone heavy-weapons crowd-control unconventional execute assassinate "
        "massacre cleansing",
    }.items()
}

#: What an assault is done with, the most telling first.
_INSTRUMENTS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (mode, frozenset(words.split()))
    for mode, words in (
        ("suicide-attack", "suicide suicide_bomber"),
        ("unconventional", "sarin chlorine novichok chemical anthrax poison"),
        ("drone", "drone uav quadcopter"),
        ("aerial", "airstrike warplane jet aircraft bomber helicopter plane airforce gunship"),
        ("crowd-control", "teargas tear baton cannon pepper"),
        ("heavy-weapons", "artillery mortar rocket missile tank shell howitzer shelling gunboat"),
        ("explosives", "bomb grenade mine ied explosive landmine dynamite"),
        (
            "firearms",
            "gun gunman rifle pistol sniper gunfire bullet shot handgun shotgun machine-gun",
        ),
        ("primitive", "knife machete axe stone sword spear club fire petrol arson rock"),
    )
)
#: What kills and destroys without anybody's doing.
_MISFORTUNES = frozenset(
    """earthquake quake flood flooding storm hurricane typhoon cyclone tornado tsunami landslide mudslide
    avalanche wildfire blizzard heatwave drought famine lightning volcano eruption accident crash
    collision derailment shipwreck capsizing pandemic epidemic outbreak virus disease cholera malaria
    influenza flu coronavirus covid covid-19 cancer heat cold rain rainfall downpour snow wind wave
    gale surge floodwater monsoon weather disaster calamity leak aftershock""".split()
)
_MEANS = frozenset({"with", "by", "using", "from", "in", "through"})


def with_instrument(tree: Tree, act: Meaning) -> Meaning:
    """Return an assault with the mode that its weapon tells, where its own words tell none."""
    if act.code != "ASSAULT" or act.mode:
        return act
    near = {tree.lemma(at) for at in _beside(tree, act.words)}
    mode = next((mode for mode, words in _INSTRUMENTS if near & words), "")
    return replace(act, mode=mode) if mode else act


def is_misfortune(tree: Tree, act: Meaning) -> bool:
    """Say whether harm is laid to nature, illness or an accident: nobody assaulted anybody then."""
    if act.code != "ASSAULT":
        return False
    causes = (
        one
        for word in act.words
        for one in tree.dependants(word, "nsubj", "obl", "nmod", "compound")
    )
    return any(
        tree.lemma(more) in _MISFORTUNES
        for one in causes
        for more in (antecedent(tree, one), *tree.dependants(one, "compound", "nmod"))
    )


def _beside(tree: Tree, words: tuple[int, ...]) -> Iterator[int]:
    """Yield who or what did it and with what, with the words that describe them."""
    for word in words:
        means = tuple(
            one
            for one in tree.dependants(word, "obl", "nmod")
            if any(tree.lemma(case) in _MEANS for case in tree.dependants(one, "case"))
        )
        for one in (*tree.dependants(word, "nsubj", "compound", "amod"), *means):
            if tree.tokens[one].deprel != "nsubj:pass":
                yield one
                yield from tree.dependants(one, "compound", "amod", "nmod")
