"""Whether words say that an act is of a class: what a brief checks of the classes it prints."""

from __future__ import annotations

import re

from onrecord.domain.authority import ActionClass, CoverageDomain
from onrecord.domain.class_words import ACTIONS, DOMAINS, classes_in
from onrecord.domain.target import TargetClass

_WORD = re.compile(r"[^\W\d_]+")
#: English endings that a lemma may bear, with what stands in their place.
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("d", ""), ("ing", ""),
    ("ing", "e"),
)  # fmt: skip
_SHORTEST = 3


def says_action(action: ActionClass, text: str) -> bool:
    """Say whether a word of `text` names an action of this class.

    Example:
        >>> says_action("lethal_strike", "two air strikes"), says_action("board", "two strikes")
        (True, False)
    """
    return any(ACTIONS.get(word) == action for word in lemmas_in(text))


def says_domain(domain: CoverageDomain, text: str) -> bool:
    """Say whether a word of `text` places something in this domain."""
    words = lemmas_in(text)
    return any(name == domain and words & listed for name, listed in DOMAINS)


def says_target(target: TargetClass, text: str) -> bool:
    """Say whether a word of `text` names a target of this class."""
    return target in classes_in(lemmas_in(text))


def lemmas_in(text: str) -> frozenset[str]:
    """Return the words of `text` in lower case, each also without the endings of English.

    Forms that are no words do no harm: they are only looked up in lists of lemmas.
    """
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        found.add(word)
        for ending, instead in _ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST:
                found.add(stem + instead)
                if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
                    found.add(stem[:-1])
    return frozenset(found)
