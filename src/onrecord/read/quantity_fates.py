"""What happened to counted people: the unit `people_killed` and its kin, from the governing words.

The tree is asked first: the counted noun itself, the words that modify it, then its governors. Where
it says nothing, the words next to the number within the clause decide.
"""

from __future__ import annotations

import re

from onrecord.read.quantity_words import Words
from onrecord.read.units import (
    FATE_OF,
    FATE_VERBS,
    FATE_WORDS,
    HARM_VERBS,
    LIFE_TAKERS,
    NOT_PEOPLE,
    PEOPLE,
    TOLLS,
)

_MAX_HOPS = 4


def fate_of(words: Words, *, head: int, start: int, end: int) -> str:
    """Return `killed`, `injured`, `missing`, … for a counted noun, or an empty text.

    Args:
        head: Index of the counted noun; -1 for a bare number.
        start: Where the number starts.
        end: Where the number with its noun ends.
    """
    noun = words.tokens[head].text.lower() if head >= 0 else ""
    if noun in NOT_PEOPLE or _is_of_things(words, head):
        return ""
    if noun in ("life", "lives"):
        return "killed" if _life_is_taken(words, head, start) else ""
    beside = _right_beside(words, end)
    if beside:
        return beside
    place = head if head >= 0 else _number_token(words, start, end)
    by_tree = _by_tree(words, place) if words.tagged and place >= 0 else ""
    own = FATE_WORDS.get(noun, "")
    if own:
        died = by_tree == "killed" and _is_said_to_die(words, place)
        return "killed" if died or _after(words, end) == "killed" else own
    if by_tree:
        return by_tree
    if head >= 0 and not _may_be_person(words, head):
        return ""
    return _by_neighbours(words, start, end)


def _is_of_things(words: Words, head: int) -> bool:
    """Say whether the deaths counted are those of animals: "270 cattle deaths"."""
    if head < 1 or not words.tagged:
        return False
    before = words.tokens[head - 1]
    return before.head == head and before.text.lower() in NOT_PEOPLE


_HARMED = (
    r"dead|died|killed|slain|injured|wounded|hurt|missing|displaced|arrested|detained|unaccounted"
)
_COUNTED_WORDS = (
    r"(?:(?:at|more|fewer|less|up|no|as|least|than|to|about|some|an?|estimated|nearly|almost|over|around|"
    r"approximately|many|another|roughly|total|of|the|all|other|dozens)\s)*"
)


def joined_fates(words: Words, start: int, ends: tuple[int, int]) -> str:
    """Return `killed_or_injured` and the like where one number counts both; else an empty text.

    "Killed or wounded 30 people" and "thousands dead or missing" do not say how many died.

    Args:
        start: Where the number starts.
        ends: Where the number ends, and where it ends with its noun.
    """
    before = words.text[max(words.start, start - 90) : start]
    behind = (_BOTH_AFTER.match(words.text, end, words.end) for end in ends)
    match = next((one for one in (_BOTH_BEFORE.search(before), *behind) if one), None)
    if match is None:
        return ""
    found = {_stem_fate(match["one"]), _stem_fate(match["other"])}
    return "_or_".join(fate for fate in _FATE_ORDER if fate in found) if len(found) > 1 else ""


_FATE_ORDER = ("killed", "injured", "missing", "detained", "displaced")


def _stem_fate(word: str) -> str:
    stems = (*_AFTER_STEMS, *_BEFORE_STEMS)
    return next((fate for stem, fate in stems if word.lower().startswith(stem)), "")


def _right_beside(words: Words, end: int) -> str:
    """Read "12 missing", "30 people injured": the word behind the number says it, whatever governs."""
    match = _BESIDE.match(words.text, end, words.end)
    return FATE_WORDS.get(match["word"].lower(), "") if match else ""


def _is_said_to_die(words: Words, place: int) -> bool:
    """Say whether the counted themselves are the subject of dying: "two of the wounded died"."""
    governor = words.tokens[place].head
    lemma = words.tokens[governor].lemma.lower() if governor >= 0 else ""
    return words.relation(place).startswith("nsubj") and lemma in FATE_VERBS


def _number_token(words: Words, start: int, end: int) -> int:
    inside = words.covering(start, end)
    return inside[-1] if inside else -1


def _may_be_person(words: Words, head: int) -> bool:
    """Say whether a noun names people: by list, by a proper name of a people, by its ending."""
    word = words.tokens[head].text.lower()
    if word in PEOPLE:
        return True
    return word.endswith(("men", "women", "ists", "ians", "ees")) or (
        words.tokens[head].upos == "PROPN" and word.endswith(("s", "ese", "ish"))
    )


def _life_is_taken(words: Words, head: int, start: int) -> bool:
    lemma = words.tokens[words.tokens[head].head].lemma if words.tokens[head].head >= 0 else ""
    before = words.text[max(words.start, start - 40) : start].lower()
    return lemma in LIFE_TAKERS or bool(
        re.search(r"\b(?:claim|took|tak|cost|los[et]|loss of)\w*\b[^,;]*$", before)
    )


def _by_tree(words: Words, place: int) -> str:
    own = _by_modifiers(words, place) or _by_toll(words, place)
    if own:
        return own
    at = place
    for _ in range(_MAX_HOPS):
        governor = words.tokens[at].head
        if governor < 0:
            return ""
        fate = _by_governor(words, at, governor)
        if fate:
            return fate
        if words.relation(at) not in ("conj", "nummod", "appos", "nmod", "compound", "advmod"):
            return ""
        if words.relation(at) == "nmod" and not _is_quantifier(words, governor):
            return ""
        at = governor
    return ""


def _is_quantifier(words: Words, index: int) -> bool:
    return words.tokens[index].upos == "NUM" or words.tokens[index].lemma in (
        "dozen",
        "hundred",
        "thousand",
        "score",
        "total",
        "number",
        "group",
        "ten",
        "million",
    )


def _by_modifiers(words: Words, place: int) -> str:
    """Read "83 people killed", "30 wounded soldiers", "12 people who died", "four were dead"."""
    for child in words.children(place):
        relation, token = words.tokens[child].deprel, words.tokens[child]
        if relation in ("acl", "amod", "acl:relcl", "xcomp"):
            lemma = token.lemma.lower()
            fate = FATE_WORDS.get(token.text.lower(), "")
            if fate and relation != "acl:relcl":
                return fate
            if relation == "acl:relcl" and not _is_passive(words, child):
                return FATE_VERBS.get(lemma, "") or ("" if _has_subject(words, child) else fate)
            if token.xpos == "VBN" and HARM_VERBS.get(lemma):
                return HARM_VERBS[lemma]
    return ""


def _has_subject(words: Words, verb: int) -> bool:
    return any(words.relation(child) == "nsubj" for child in words.children(verb))


def _is_passive(words: Words, verb: int) -> bool:
    return any(
        words.tokens[child].deprel in ("aux:pass", "nsubj:pass") for child in words.children(verb)
    )


def _by_governor(words: Words, at: int, governor: int) -> str:
    relation, token = words.tokens[at].deprel, words.tokens[governor]
    lemma, word = token.lemma.lower(), token.text.lower()
    if relation in ("obj", "nsubj:pass") and lemma in HARM_VERBS:
        return HARM_VERBS[lemma]
    if relation == "obj":
        return _by_result(words, governor, after=at)
    if relation in ("nsubj", "nsubj:pass"):
        if lemma in _HELD:
            return _by_complement(words, governor)
        if lemma in FATE_VERBS:
            return FATE_VERBS[lemma]
        if token.upos in ("ADJ", "VERB") and word in FATE_WORDS:
            return FATE_WORDS[word] if not _has_object(words, governor) else ""
        return ""
    if relation == "nmod" and lemma in FATE_OF and _preposition(words, at) in ("of", "to"):
        return FATE_OF[lemma]
    if words.is_noun(at) and not _may_be_person(words, at):
        return ""  # "the deaths were confirmed, with dozens of cases under review"
    if relation in _LEVEL or token.upos in ("VERB", "NUM"):
        return _by_toll(words, governor)
    return ""


#: How a level hangs from what its toll is the subject of: "is higher — more than 3,000".
_LEVEL = frozenset({"obl", "obj", "xcomp", "root", "parataxis", "appos"})
#: "Are feared to have died", "were confirmed killed": who holds it so, not what happened.
_HELD = frozenset(
    "fear believe think presume estimate report say know expect suspect confirm appear seem".split()
)


def _by_complement(words: Words, verb: int) -> str:
    """Read "are feared to have died", "is believed to have been killed", "presumed dead"."""
    for child in words.children(verb):
        if words.relation(child) not in ("xcomp", "ccomp"):
            continue
        lemma = words.tokens[child].lemma.lower()
        if lemma in FATE_VERBS:
            return FATE_VERBS[lemma]
        if lemma in HARM_VERBS:
            active = any(words.relation(one) == "aux" for one in words.children(child))
            return HARM_VERBS[lemma] if _is_passive(words, child) or not active else ""
        return FATE_WORDS.get(words.tokens[child].text.lower(), "")
    return ""


def _by_result(words: Words, verb: int, *, after: int) -> str:
    """Read "left 12 people dead"."""
    for child in words.children(verb):
        if any(words.tokens[mark].text.lower() == "with" for mark in words.children(child)):
            continue
        if child > after and words.relation(child) in ("xcomp", "amod", "advcl", "ccomp"):
            fate = FATE_WORDS.get(words.tokens[child].text.lower(), "")
            if fate:
                return fate
    return _by_toll(words, verb)


def _has_object(words: Words, verb: int) -> bool:
    return any(words.relation(child) == "obj" for child in words.children(verb))


def _preposition(words: Words, at: int) -> str:
    return next(
        (
            words.tokens[child].text.lower()
            for child in words.children(at)
            if words.relation(child) == "case"
        ),
        "",
    )


def _by_toll(words: Words, verb: int) -> str:
    """Read "the death toll rose to 83": the subject names what the number counts."""
    for child in _subjects(words, verb):
        first = min([child, *words.children(child)])
        last = max([child, *words.children(child)])
        subject = words.text[words.tokens[first].start : words.tokens[last].end].lower()
        for toll, fate in TOLLS.items():
            if re.search(rf"\b{toll}\b", subject):
                return fate
    return ""


def _antecedent(words: Words, verb: int, subject: int) -> int:
    """Return the noun that a relative pronoun stands for: "the toll, which stood at 83"."""
    noun = words.tokens[verb].head
    related = words.tokens[verb].deprel == "acl:relcl" and noun >= 0
    return noun if related and words.tokens[subject].xpos in ("WDT", "WP") else subject


def _subjects(words: Words, verb: int) -> tuple[int, ...]:
    """Return the subjects of a verb, or of those it is joined to: "rose to 83 and may reach 90"."""
    at = verb
    for _ in range(_MAX_HOPS):
        subjects = tuple(
            _antecedent(words, at, child)
            for child in words.children(at)
            if words.relation(child) == "nsubj"
        )
        if subjects or words.relation(at) not in ("conj", "xcomp") or words.tokens[at].head < 0:
            return subjects
        at = words.tokens[at].head
    return ()


_AUX = (
    r"(?:was|were|is|are|be|been|being|has|have|had|may|might|reportedly|also|all|now|remain"
    r"(?:s|ed)?|"
    r"still|went|got|left|feared|believed|thought|presumed|estimated|said|reported|confirmed|listed"
    r"|declared|known|expected|officially|to)"
)
_ADVERB = r"(?:\w+ly|later|since|already|then|instantly)"
_DEADLY = (
    "shot dead|shot and killed|found dead|(?:beaten|hacked|burned|crushed) to death|gunned down"
)
_CAPTIVE = "taken (?:hostage|captive|prisoner)"
_AFTER = re.compile(
    rf"[,\s]*(?:(?:people|civilians|others|more)\s)?(?:who\s)?(?P<aux>(?:(?:{_AUX}|{_ADVERB})\s)*)"
    rf"(?P<word>{_DEADLY}|{_CAPTIVE}|dead|died|dying|killed|slain|injured|wounded|hurt|missing"
    rf"|unaccounted|"
    r"arrested|detained|displaced|evacuated|homeless|rescued|fled|perished|drowned)\b",
    re.IGNORECASE,
)
_AFTER_STEMS = (
    ("dead", "killed"), ("died", "killed"), ("dying", "killed"), ("killed", "killed"), ("slain", "killed"),
    ("perished", "killed"), ("drowned", "killed"), ("death", "killed"), ("gunned", "killed"),
    ("injured", "injured"), ("wounded", "injured"), ("hurt", "injured"),
    ("missing", "missing"), ("unaccounted", "missing"),
    ("arrested", "detained"), ("detained", "detained"), ("taken", "detained"),
    ("displaced", "displaced"), ("evacuated", "displaced"), ("homeless", "displaced"),
    ("fled", "displaced"), ("rescued", "rescued"),
)  # fmt: skip
#: Past forms that are active when an object follows: "five gunmen killed 12 people".
_BESIDE = re.compile(
    r"\s(?:people\s|others\s)?(?P<word>missing|injured|wounded|displaced|homeless|unaccounted|dead)\b"
    r"(?!\s(?:people|persons|soldiers|civilians|men|women|children|bodies|later|died))",
    re.IGNORECASE,
)
_TWO_VOICED = re.compile(
    r"killed|injured|wounded|hurt|arrested|detained|evacuated|rescued|displaced"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|got)\b", re.IGNORECASE)
_NO_OBJECT = re.compile(
    r"\s*(?:$|[.,;:)”\"–—]|(?:in|by|on|and|or|when|after|before|during|since|across|as|at|near"
    r"|over|so|to|"
    r"from|while|including|this|last|with|for|inside|outside|along|around|yesterday|today"
    r"|overnight|"
    r"[A-Z]\w+day)\b)"
)
_BEFORE = re.compile(
    r"\b(?P<word>kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurting|arrest(?:s|ed|ing)|"
    r"detain(?:s|ed|ing)|displac(?:es|ed|ing)|evacuat(?:es|ed|ing)|rescu(?:es|ed|ing)|"
    r"(?:killing|deaths?|murder|bodies) of|claimed)\s(?:the (?:deaths|lives) of\s)?"
    r"(?:(?:at|more|fewer|less|up|no|as|least|than|to|about|some|an?|estimated|nearly|almost|over|"
    r"around|approximately|many|another|roughly|total|of|the|all|other|between|dozens)\s)*$",
    re.IGNORECASE,
)
_BEFORE_STEMS = (
    ("kill", "killed"), ("death", "killed"), ("murder", "killed"), ("bod", "killed"),
    ("claim", "killed"), ("wound", "injured"), ("injur", "injured"), ("hurt", "injured"),
    ("arrest", "detained"), ("detain", "detained"), ("displac", "displaced"),
    ("evacuat", "displaced"), ("rescu", "rescued"),
)  # fmt: skip
_TOLL_BEFORE = re.compile(
    r"\b(?:(?P<toll>death toll|toll|deaths|fatalities|number of (?:dead|deaths|people killed)|"
    r"body count)|(?P<injured>number of (?:injured|wounded)|injuries))\b[^.;,\d]{0,60}"
    r"\b(?:to|at|of|reach(?:es|ed)|hits?|was|is|stands at|top(?:s|ped)?|pass(?:es|ed)?|surpass(?:es|ed)?"
    r"|exceed(?:s|ed)?|nears?|past|above|by)\s"
    r"(?:(?:at|more|least|than|about|some|nearly|almost|over|around|approximately|an?)\s)*$",
    re.IGNORECASE,
)


_BOTH_BEFORE = re.compile(
    r"\b(?P<one>kill|wound|injur|hurt|arrest|detain|displac)(?:e?s|ed|ing)?\s(?:and|or|and/or)\s"
    rf"(?P<other>kill|wound|injur|hurt|arrest|detain|displac)(?:e?s|ed|ing)?\s{_COUNTED_WORDS}$",
    re.IGNORECASE,
)
_BOTH_AFTER = re.compile(
    rf"\s(?:people\s)?(?:who\s)?(?:(?:{_AUX}|{_ADVERB})\s)*(?P<one>{_HARMED})\s(?:and|or|and/or)\s"
    rf"(?:(?:{_AUX}|{_ADVERB})\s)*(?P<other>{_HARMED})\b(?!\s{_COUNTED_WORDS}[\d])",
    re.IGNORECASE,
)


def _after(words: Words, end: int) -> str:
    """Read what the words behind the number with its noun say happened."""
    match = _AFTER.match(words.text, end, words.end)
    if match is None or re.match(r"\s?,\s(?!who)", words.text[end : end + 6]):
        return ""
    word = match["word"].lower()
    perfect = _PERFECT.search(match["aux"]) and not _PASSIVE.search(match["aux"])
    active = _TWO_VOICED.fullmatch(word) and (not match["aux"] or perfect)
    if active and _NO_OBJECT.match(words.text[match.end() : words.end]) is None:
        return ""
    return next(fate for stem, fate in _AFTER_STEMS if stem in word)


def _by_neighbours(words: Words, start: int, end: int) -> str:
    """Read the words right beside the number with its noun, within the clause."""
    happened = _after(words, end)
    if happened:
        return happened
    before = words.text[max(words.start, start - 90) : start]
    toll = _TOLL_BEFORE.search(before)
    if toll is not None:
        return "killed" if toll["toll"] else "injured"
    cue = _BEFORE.search(before)
    if cue is not None:
        word = cue["word"].lower()
        return next(fate for stem, fate in _BEFORE_STEMS if word.startswith(stem))
    return ""
