"""Who fights in a document: the armed people it names, and the organisations it ties them to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.read.incidents.mention import PartyMention
from onrecord.read.incidents.parties import organisations_of, party_at
from onrecord.read.incidents.party_roles import is_plural, singular
from onrecord.read.incidents.words import IRREGULARS
from onrecord.read.sentence import SentenceReading

#: Words for people by what they have just done.
_DOERS = frozenset(
    "gunman assailant attacker assassin murderer killer kidnapper hitman bomber sniper captor hijacker "
    "abductor aggressor perpetrator saboteur sapper robber arsonist hooligan".split()
)
_NEXT_SENTENCES = 2


def fighters_of(sentence: SentenceReading) -> Iterator[tuple[int, str]]:
    """Yield the tokens that head phrases for irregular fighters, with the noun in singular."""
    tree = sentence.tree
    for at, token in enumerate(tree.tokens):
        if token.upos not in ("NOUN", "PROPN"):
            continue
        word = singular(tree, at)
        if word in IRREGULARS and tree.relation(at) not in ("compound", "amod", "flat"):
            yield at, word


def bodies_of_fighters(sentences: Sequence[SentenceReading]) -> tuple[PartyMention, ...]:
    """Return the organisations whose fighters a document speaks of, each once, the first naming first.

    "Guerrillas of the Free Front" and "Free Front guerrillas" both tie the Front to its fighters.
    """
    found: list[PartyMention] = []
    for sentence in sentences:
        for at, _ in fighters_of(sentence):
            for body in organisations_of(sentence, at):
                if body.proper and not any(body.heads & known.heads for known in found):
                    found.append(body)
    return tuple(found)


def doers_near(sentences: Sequence[SentenceReading], first: int) -> tuple[PartyMention, ...]:
    """Return those whom the next words call by the deed: "the gunmen fled", "two of the kidnappers".

    Args:
        sentences: The document's sentences.
        first: Index of the sentence that first tells of the act.
    """
    for sentence in sentences[first : first + _NEXT_SENTENCES + 1]:
        for at, word in fighters_of(sentence):
            if word in _DOERS:
                party = party_at(sentence, at)
                if party is not None and party.names:
                    return (party,)
    return ()


def full_names(sentences: Sequence[SentenceReading]) -> dict[str, PartyMention]:
    """Return the first plural phrase for each kind of fighters: whom "a rebel attack" is by."""
    found: dict[str, PartyMention] = {}
    for sentence in sentences:
        for at, noun in fighters_of(sentence):
            party = party_at(sentence, at) if is_plural(sentence.tree, at) else None
            if party is not None and party.names:
                found.setdefault(noun, party)
    return found
