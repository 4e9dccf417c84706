"""What words of one report mean by themselves: a state, its people, a body of it, a person, an organisation.

Precision goes first: two bare names may be a private person's, and are nobody here unless the report
shows more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.domain.source import ActorKind
from onrecord.ports.gazetteer import Gazetteer
from onrecord.reconcile.actors_mentions import POSSESSIVE, Context, Mention, bare_body, body_named
from onrecord.reconcile.actors_states import (
    Land,
    is_listed,
    is_people,
    land_of_capital,
    lands_called,
    lands_named,
    unlisted,
)
from onrecord.reconcile.actors_words import (
    FIELDS,
    GROUP_NOUNS,
    KNOWN_SHORT,
    NAMED_ORGANS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    OTHER_NAMES,
    SURNAME_WORDS,
)
from onrecord.reconcile.aliases import SMALL, bare_words, folded, organisation_key

ACRONYM = re.compile(r"[A-Z][A-Za-z]?(?:\.?[A-Z]){1,5}\.?")
#: Letters that stand for a body though the text does not say for which; two may be somebody's initials.
_LETTERS = re.compile(r"[A-Z]{3,6}")
_ARMED_BEFORE = re.compile(r"\b(?:militant|armed|rebel|insurgent) group,? $|\bmilitia,? $")
_ARMED_AFTER = re.compile(r" (?:fighters|militants|militia|gunmen|insurgents|rebels|guerrillas)\b")
_BODY_BEFORE = re.compile(
    r"\b(?:agency|organi[sz]ation|outlet|charity|watchdog|website|broadcaster),? $"
)
_BODY_AFTER = re.compile(
    r"(?:-(?:run|led|backed)\b| (?:group|movement|party|agency|organi[sz]ation)\b)"
)
_BESIDE = 16
#: Words of a name that may be somebody's though one of them is a state's: "Chad Roake".
_SHORT_NAME = 2
_LONGEST_STATE = 4
_LONGEST_NAME = 8
#: Words a name keeps after an adjective of a state so that it is one without it.
_LONG_BODY = 4
Meaning = tuple[str, ActorKind, str]


def meaning_of(mention: Mention, context: Context) -> tuple[str, ActorKind, str]:
    """Return what words mean, of what kind, and by which name.

    Without an identity the name is the body that a bare noun asks for ("the ministry"), or empty.
    """
    words = mention.words
    plain = folded(words)
    if not plain or len(plain.split()) > _LONGEST_NAME:
        return "", "organisation", ""
    for look in (_as_state, _as_named_organ, _as_person, _as_organ, _as_body, _as_unlisted):
        found = look(mention, context)
        if found is not None:
            return found
    return "", "organisation", bare_body(plain)


def _as_state(mention: Mention, context: Context) -> Meaning | None:
    words, gazetteer = mention.words, context.gazetteer
    plain = mention.plain
    if mention.slot == "name":
        return None  # a place, as far as anybody can tell
    lands = [one for one in lands_named(words, gazetteer) if one.key in context.lands]
    if len(lands) == 1:
        return f"state:{lands[0].key}", "state", lands[0].name
    other = OTHER_NAMES.get(plain)
    if other is not None and other in context.lands.values():
        key = next(key for key, name in context.lands.items() if name == other)
        return f"state:{key}", "state", words
    people = _people(words, gazetteer)
    if people is not None:
        return f"people:{people.key}", "population", words
    capital = land_of_capital(words, gazetteer) if mention.slot in ("actor", "voice") else ""
    if capital in context.lands:
        return f"organ:{capital}:government", "organ", words
    return None


def _people(words: str, gazetteer: Gazetteer) -> Land | None:
    parts = [word for word in words.split() if word.casefold() not in ("the", "people", "nation")]
    if len(parts) != 1:
        return None
    called = lands_called(parts[0], gazetteer)
    plural = is_people(parts[0], gazetteer) or words.casefold().endswith((" people", " nation"))
    return called[0] if plural and len(called) == 1 else None


def _as_named_organ(mention: Mention, context: Context) -> Meaning | None:
    plain = mention.plain
    found = NAMED_ORGANS.get(plain) or NAMED_ORGANS.get(folded(context.shorts.get(plain, "")))
    if found is None:
        return None
    key = next(iter(lands_named(found[0], context.gazetteer)), None)
    if key is None or key.key not in context.lands:
        return None
    return f"organ:{key.key}:{found[2]}", "organ", found[1]


def _as_person(mention: Mention, context: Context) -> Meaning | None:
    person = context.people.meant(mention.plain)
    return None if person is None else (f"person:{person.key}", "person", person.name)


def _as_organ(mention: Mention, context: Context) -> Meaning | None:
    words = [POSSESSIVE.sub("", word) for word in mention.words.split()]
    if words[0].casefold() in ("a", "an"):
        return None
    for start, end, key in _owners(words, context.gazetteer):
        body = body_named(" ".join([*words[:start], *words[end:]]))
        known = _is_owner(words, start, end) if key.startswith("~") else key in context.lands
        if body == "police" and key not in context.located:
            continue  # "Mexico police" are those of a town of that name, for all its report tells
        if body and known:
            return f"organ:{key}:{body}", "organ", mention.words
    return None


def _owners(words: list[str], gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a phrase that may name a state, and its key; listed ones first."""
    runs = [
        (start, start + size)
        for size in range(min(_LONGEST_STATE, len(words) - 1), 0, -1)
        for start in range(len(words) - size + 1)
    ]
    for start, end in runs:
        words_ = " ".join(words[start:end])
        lands = lands_named(words_, gazetteer) if words_[:1].isupper() else ()
        lands = lands or (lands_called(words_, gazetteer) if end - start == 1 else ())
        if len(lands) == 1:
            yield start, end, lands[0].key
    for at, word in enumerate(words):
        key = "" if is_listed(word, gazetteer) else unlisted(word)
        if key:
            yield at, at + 1, key


def _is_owner(words: list[str], start: int, end: int) -> bool:
    """Say whether an unlisted name stands where a state's would: first, or last after "of"."""
    first = all(word.casefold() in ("the", "a") for word in words[:start])
    return first or (end == len(words) and words[start - 1].casefold() in ("of", "the"))


def _as_body(mention: Mention, context: Context) -> Meaning | None:
    words, plain = mention.words, mention.plain
    known = context.shorts.get(plain) or KNOWN_SHORT.get(plain)
    if known is None and plain in context.longs:
        known = words
    if known:
        return f"body:{organisation_key(known)}", _body_kind(known), known
    if not _may_be_body(mention, context):
        return None
    if _is_named_body(mention, context):
        return f"body:{organisation_key(_homeless(words, context))}", _body_kind(words), words
    if mention.slot in ("actor", "voice") and _LETTERS.fullmatch(words):
        sure = mention.identity == "organisation" or _shown_kind(words, context.text)
        return f"body{'' if sure else '?'}:{plain}", "organisation", words
    return None


def _may_be_body(mention: Mention, context: Context) -> bool:
    """Say whether words can name an organisation: no place, no people, no office, no headline."""
    words, plain = mention.words.split(), mention.plain
    return not (
        bare_body(plain)
        or plain in context.people.several
        or is_listed(mention.words, context.gazetteer)
        or is_headline(mention.words)
        or set(plain.split()) & OFFICE_WORDS
        or _is_group(mention.words)
        or words[0].casefold() in ("a", "an", "some", "many", "one")
        or any(is_people(word, context.gazetteer) for word in words)
        or (len(plain.split()) == 1 and not _is_name_in(words[-1], context.text))
    )


def _is_named_body(mention: Mention, context: Context) -> bool:
    """Say whether several words with capitals name a body; two bare names may be a private person's."""
    parts = mention.plain.split()
    if len(parts) == 1 or "/" in mention.words or not _is_name(mention.words):
        return False
    if _may_be_surname(parts) and not _is_called_the(mention.words, context.text):
        return False
    known = [word in ORGANISATION_WORDS or word in FIELDS for word in parts]
    if all(known) or mention.identity != "organisation":
        return not all(known) and _head_of(parts) in ORGANISATION_WORDS
    homes = any(
        lands_called(word, context.gazetteer)
        or (len(parts) > _SHORT_NAME and lands_named(word, context.gazetteer))
        for word in mention.words.split()
    )
    return any(known) or homes or mention.words.startswith(("the ", "The "))


def _may_be_surname(parts: list[str]) -> bool:
    """Say whether the word a folded name is a kind of is a family name too, and no other shows a body."""
    others = {word for word in parts[:-1] if word in FIELDS or word in KNOWN_SHORT}
    return not others and bool({parts[-1], _head_of(parts)} & SURNAME_WORDS)


def _is_called_the(words: str, text: str) -> bool:
    """Say whether the text sets "the" or an owner before a name, as for bodies and not for people."""
    name = re.escape(words.removeprefix("the ").removeprefix("The "))
    return re.search(rf"(?:\b[Tt]he|['’]s) {name}\b", text) is not None


def _head_of(parts: list[str]) -> str:
    """Return the word a folded name is a kind of, in English: "front" for "Frente de Liberación"."""
    at = next((at for at, word in enumerate(parts) if at and word in SMALL), len(parts))
    last = parts[at - 1]
    return last if last in ORGANISATION_WORDS else (bare_words(last) or ("",))[0]


def _homeless(words: str, context: Context) -> str:
    """Return a long name without the adjective of a state before it; a short one would say too little."""
    parts = words.removeprefix("the ").removeprefix("The ").split()
    first = POSSESSIVE.sub("", parts[0])
    own = lands_called(first, context.gazetteer) or first != parts[0]
    return " ".join(parts[1:]) if own and len(bare_words(words)) > _LONG_BODY else words


def _is_name_in(word: str, text: str) -> bool:
    """Say whether a word opens with a capital within a sentence of the text, beside small letters."""
    sign = re.escape(word)
    inside = re.search(rf"[a-z,] (?:the )?[\"“]?{sign}\b", text)
    if word.isupper():
        return inside is not None or re.search(rf"\b{sign}(?:['’]s)? [a-z]", text) is not None
    return inside is not None


def _as_unlisted(mention: Mention, context: Context) -> Meaning | None:
    """Return a single name that no list has: perhaps a state, by what other words show."""
    word, plain = mention.words.removeprefix("the ").removeprefix("The "), mention.plain
    if mention.slot == "name" or " " in plain or word.isupper() or bare_body(plain):
        return None
    if not _may_be_body(mention, context):
        return None
    shown = _shown_kind(word, context.text)
    if plain in ORGANISATION_WORDS:
        return None
    if shown is not None:
        return f"body:{organisation_key(word)}", shown, word
    key = unlisted(word)
    return (f"state:{key}", "state", word) if key else None


def _shown_kind(word: str, text: str) -> ActorKind | None:
    """Return what words beside a single name show it to be: "the militia Kestrel", "Kestrel fighters"."""
    kinds: set[ActorKind] = set()
    at = text.find(word) if word[:1].isupper() else -1
    while at >= 0:
        end = at + len(word)
        before, after = text[max(0, at - _BESIDE) : at], text[end : end + _BESIDE]
        if _ARMED_BEFORE.search(before) or _ARMED_AFTER.match(after):
            kinds.add("armed_group")
        elif _BODY_BEFORE.search(before) or (
            before.lower().endswith("the ") and _BODY_AFTER.match(after)
        ):
            kinds.add("organisation")
        at = text.find(word, end)
    return min(kinds) if kinds else None


def _is_group(words: str) -> bool:
    """Say whether words are for a group of people or a part of a country, and not for a body."""
    plain = folded(words).split()
    return not plain or plain[0] in GROUP_NOUNS or plain[-1] in GROUP_NOUNS


def _is_name(words: str) -> bool:
    """Say whether all words but the small ones open with a capital."""
    parts = words.removeprefix("the ").removeprefix("The ").split()
    return all(word[:1].isupper() or word.casefold() in SMALL for word in parts)


def is_headline(words: str) -> bool:
    """Say whether words stand in capitals as headlines do, and not as letters of a short form."""
    return words.isupper() and (" " in words or len(words) > _LONGEST_STATE + 1)


def _body_kind(words: str) -> ActorKind:
    plain = folded(words).split()
    for word in (plain[-1], *plain):
        if ORGANISATION_WORDS.get(word) == "armed_group":
            return "armed_group"
    return "organisation"
