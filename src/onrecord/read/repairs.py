"""Mending a parse where parsers regularly lose who says what.

English drops "that", puts the reporting verb last and turns verb and speaker round; parsers then hang
the speaker, or what is said, from the wrong verb. Each repair needs the evidence of the word order and
of a clause that would otherwise have two subjects; where that is missing the parse stays as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.read.rehang import (
    Tokens,
    below,
    governors,
    hung,
    is_subject,
    subjects_of,
    subtree,
)
from onrecord.read.repairs_conditions import with_inversion, with_reported_condition, with_what_if
from onrecord.read.repairs_relatives import with_named_thing
from onrecord.read.repairs_sources import with_explained_source

#: Verbs that need to be told what is said; English drops the "that" after their object.
_TELLING = frozenset("tell inform assure remind notify warn".split())
#: Reporting verbs that follow or precede what they report without any conjunction.
_REPORTING = frozenset(
    """say tell add report warn announce claim confirm state write insist note ask reply explain argue
    declare estimate fear believe show suggest find""".split()
)
#: What ends the reported words before a speaker who follows them.
_SET_OFF = frozenset({",", '"', "”", "’", "'", "''", "»"})
#: What opens an entry of a live report: "12:15", "09.42".
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")
_BEFORE_NOUNS = frozenset({"compound", "amod", "det", "nummod"})
_NO_PHRASE_START = frozenset({"ADP", "SCONJ", "CCONJ", "VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
#: How many words from its verb the head of a speaker's phrase may stand.
_REACH = 12


def repaired(tokens: Tokens) -> Tokens:
    """Return the tokens with speakers and reported clauses hung from their reporting verbs."""
    tokens = _with_clause_after_colon(_with_own_marks(_with_titles(tokens)))
    tokens = with_named_thing(with_what_if(with_reported_condition(tokens)))
    tokens = with_inversion(
        _with_predicate(_with_near_nouns(with_explained_source(_with_according(tokens))))
    )
    for verb, token in enumerate(tokens):
        if token.upos != "VERB":
            continue
        tokens = _with_next_clause(tokens, verb)
        tokens = _with_adding(_with_one_subject(tokens, verb), verb)
        lemma = token.lemma.lower()
        if lemma in _TELLING:
            tokens = _with_hearer(_with_complement(tokens, verb), verb)
        if lemma in _REPORTING:
            tokens = _with_content(_with_speaker(tokens, verb), verb)
    return tokens


def _with_titles(tokens: Tokens) -> Tokens:
    """Make a title part of the name it stands before: "General Osei"."""
    return tuple(
        replace(token, deprel="compound")
        if token.deprel == "nmod:desc" and token.upos == "PROPN" and token.head == at + 1
        else token
        for at, token in enumerate(tokens)
    )


def _with_own_marks(tokens: Tokens) -> Tokens:
    """Hang "that" from the clause it opens behind a noun: "The report that they left spread"."""
    for mark, token in enumerate(tokens):
        if token.deprel != "mark" or token.text.lower() != "that" or mark == 0:
            continue
        clauses = [
            at
            for at in below(tokens, mark - 1)
            if tokens[at].deprel.startswith("acl") and mark < at < token.head
        ]
        if clauses:
            tokens = hung(tokens, mark, clauses[0], "mark")
    return tokens


def _with_clause_after_colon(tokens: Tokens) -> Tokens:
    """Make a clause behind a colon a clause of its own, not another name for the noun before it."""
    for at, token in enumerate(tokens):
        if token.deprel == "appos" and subjects_of(tokens, at):
            first = next(one for one in subtree(tokens, at) if tokens[one].upos != "PUNCT")
            before = [one.text for one in tokens[token.head + 1 : first] if one.upos == "PUNCT"]
            if ":" in before:
                root = next(one for one, other in enumerate(tokens) if other.head < 0)
                tokens = hung(tokens, at, root, "parataxis")
    return tokens


def _with_according(tokens: Tokens) -> Tokens:
    """Hang "according to" from the head of the phrase it opens: "… to the group Monitors of Lisk"."""
    for at in range(len(tokens) - 2):
        if tokens[at].text.lower() != "according" or tokens[at + 1].text.lower() != "to":
            continue
        noun = next(
            (
                one
                for one in range(at + 2, min(at + 2 + _REACH, len(tokens)))
                if tokens[one].upos in _NOMINAL
            ),
            None,
        )
        while (
            noun is not None and tokens[noun].deprel in _BEFORE_NOUNS and tokens[noun].head > noun
        ):
            noun = tokens[noun].head
        if noun is None or at in (noun, tokens[noun].head):
            continue
        if tokens[noun].head == tokens[at].head:  # "according to CNN reporting"
            continue
        tokens = hung(tokens, at, noun, "case")
        for clause, token in enumerate(tokens):
            if token.deprel.startswith("acl") and at < token.head < noun < clause:
                tokens = hung(tokens, clause, noun, token.deprel)
        if tokens[noun].deprel == "obl:agent":
            tokens = hung(tokens, noun, tokens[noun].head, "obl")
    return tokens


def _with_near_nouns(tokens: Tokens) -> Tokens:
    """Hang what belongs before a noun from the noun after it, where it hung from one across a verb.

    In "the Journal reported that U.S. officials left" nothing of the officials is the Journal's.
    """
    for at in range(1, len(tokens) - 1):
        token, following = tokens[at], tokens[at + 1]
        if token.deprel not in _BEFORE_NOUNS or not 0 <= token.head < at:
            continue
        crossed = any(one.upos == "VERB" for one in tokens[token.head + 1 : at])
        if crossed and following.upos in ("NOUN", "PROPN"):
            tokens = hung(tokens, at, at + 1, token.deprel)
    return tokens


def _with_predicate(tokens: Tokens) -> Tokens:
    """Make the clause after a clock time the root: "12:15 The army has left"."""
    if len(tokens) > 1 and tokens[0].head >= 0 and _CLOCK.fullmatch(tokens[0].text):
        opens = tokens[1].text[:1].isupper() and tokens[1].start > tokens[0].end
        return (replace(tokens[0], deprel="discourse"), *tokens[1:]) if opens else tokens
    if not tokens or tokens[0].upos != "NUM" or tokens[0].head >= 0:
        return tokens
    clause = next((at for at in below(tokens, 0) if tokens[at].deprel == "parataxis"), None)
    if clause is None or not subjects_of(tokens, clause):
        return tokens
    led = [replace(one, head=clause) if one.head == 0 else one for one in tokens]
    led[clause] = replace(tokens[clause], head=-1, deprel="root")
    led[0] = replace(tokens[0], head=clause, deprel="discourse")
    return tuple(led)


def _with_one_subject(tokens: Tokens, verb: int) -> Tokens:
    """Find another place for the second subject of a verb that has two.

    Right behind the verb it is the object; behind the first one and a comma it is another name for
    it ("said the mayor, Ona Petrel"); right before another noun it belongs to that ("Colonel Reyes",
    "Valley flooding leaves").
    """
    subjects = subjects_of(tokens, verb)
    if len(subjects) != 2:  # noqa: PLR2004 - exactly one too many
        return tokens
    start = subtree(tokens, subjects[1])[0]
    if subjects[1] < verb:
        nouns = all(tokens[at].upos in ("NOUN", "PROPN") for at in subjects)
        titled = nouns and start == subjects[1] == subjects[0] + 1
        return hung(tokens, subjects[0], subjects[1], "compound") if titled else tokens
    if subjects[0] < verb and start == verb + 1:
        return hung(tokens, subjects[1], verb, "obj")
    if subjects[0] > verb and tokens[start].text == "," and tokens[start - 1].head != subjects[1]:
        return hung(tokens, subjects[1], subjects[0], "appos")
    return tokens


def _with_adding(tokens: Tokens, verb: int) -> Tokens:
    """Hang "adding that …" from the verb of saying it goes on from, not from what was said."""
    token = tokens[verb]
    if token.text.lower() != "adding" or token.deprel != "advcl" or token.head < 0:
        return tokens
    said = tokens[token.head]
    behind = said.deprel in ("ccomp", "parataxis") and 0 <= said.head < token.head < verb
    if not behind or tokens[said.head].lemma.lower() not in _REPORTING:
        return tokens
    return hung(tokens, verb, said.head, "advcl")


def _with_next_clause(tokens: Tokens, verb: int) -> Tokens:
    """Join a clause behind a semicolon to a verb that has its object: "declared war; parliament met"."""
    objects = [at for at in below(tokens, verb) if tokens[at].deprel == "obj" and at > verb]
    for at in below(tokens, verb):
        if not objects or at < objects[0] or tokens[at].deprel not in ("parataxis", "ccomp"):
            continue
        first = next(one for one in subtree(tokens, at) if tokens[one].upos != "PUNCT")
        if tokens[first - 1].text == ";":
            tokens = hung(tokens, at, verb, "conj")
    return tokens


def _with_complement(tokens: Tokens, verb: int) -> Tokens:
    """Hang the clause after "told lawmakers" from "told".

    The clause is moved only when it starts right after the verb's object, has a subject of its own,
    and hung from one of the verb's own governors.
    """
    hanging = below(tokens, verb)
    if any(tokens[at].deprel in ("ccomp", "xcomp") for at in hanging):
        return tokens
    objects = [at for at in hanging if tokens[at].deprel in ("obj", "iobj") and at > verb]
    clause = _clause_after(tokens, objects[-1], verb) if objects else None
    return tokens if clause is None else hung(tokens, clause, verb, "ccomp")


def _clause_after(tokens: Tokens, last: int, verb: int) -> int | None:
    over = governors(tokens, verb)
    for at in range(last + 1, len(tokens)):
        token = tokens[at]
        if token.head not in over or token.deprel not in (
            "advcl", "parataxis", "conj", "ccomp",
        ):  # fmt: skip
            continue
        inside = subtree(tokens, at)
        subjects = [one for one in inside if is_subject(tokens[one])]
        return at if inside[0] == last + 1 and subjects else None
    return None


def _with_hearer(tokens: Tokens, verb: int) -> Tokens:
    """Hang "lawmakers" from "told" in "told lawmakers the navy had left": one of two subjects."""
    for clause in below(tokens, verb):
        if tokens[clause].deprel != "ccomp":
            continue
        subjects = subjects_of(tokens, clause)
        if len(subjects) > 1 and subtree(tokens, subjects[0])[0] == verb + 1:
            return hung(tokens, subjects[0], verb, "iobj")
    return tokens


def _with_speaker(tokens: Tokens, verb: int) -> Tokens:
    """Hang the speaker from a reporting verb that has none: "…, said the mayor", "…, the group said".

    The noun must stand right beside the verb and hang as a subject from what the verb reports.
    """
    own = [at for at in below(tokens, verb) if is_subject(tokens[at])]
    if own:
        opening = subtree(tokens, verb)[0]
        set_off = tokens[opening].text == "," and _reaches(tokens, own[-1], verb)
        return _with_parenthesis(tokens, verb) if set_off else tokens
    for at in range(max(0, verb - _REACH), min(len(tokens), verb + _REACH)):
        token = tokens[at]
        if not is_subject(token) or token.upos not in _NOMINAL or token.head < 0:
            continue
        phrase = _without_marks(tokens, subtree(tokens, at))
        turned = phrase[0] == verb + 1 and token.head < verb
        doubled = (
            _reaches(tokens, phrase[-1], verb)
            and len(subjects_of(tokens, token.head)) > 1
            and tokens[phrase[0] - 1].text in _SET_OFF
        )
        if turned or doubled:
            return _with_parenthesis(hung(tokens, at, verb, "nsubj"), verb)
    return _with_closing_speaker(tokens, verb)


def _with_closing_speaker(tokens: Tokens, verb: int) -> Tokens:
    """Hang from a reporting verb the phrase that mark and verb set off, whatever that phrase hung from.

    It stands between the last mark and a verb that ends the sentence ("…, the think tank estimated."),
    or behind a verb that follows a mark ("…", said the mayor). Its head is the one noun of it that
    nothing else in it governs.
    """
    behind = tokens[verb + 1 :]
    closing = all(one.upos == "PUNCT" for one in behind)
    if closing:
        last = verb - 1
        while last > 0 and tokens[last].upos in ("AUX", "ADV"):
            last -= 1
        first = last
        while first > 0 and tokens[first - 1].text not in _SET_OFF and last - first < _REACH:
            first -= 1
        set_off = first > 1 and tokens[first - 1].text in _SET_OFF
    else:
        first = last = verb + 1
        while last + 1 < len(tokens) and tokens[last + 1].upos != "PUNCT":
            last += 1
        set_off = verb > 0 and tokens[verb - 1].text in _SET_OFF and last - first < _REACH
    heads = [at for at in range(first, last + 1) if not first <= tokens[at].head <= last]
    if not set_off or len(heads) != 1 or tokens[heads[0]].upos not in _NOMINAL:
        return tokens
    if tokens[first].upos in _NO_PHRASE_START:
        return tokens
    return _spoken_by(tokens, verb, heads[0])


def _spoken_by(tokens: Tokens, verb: int, speaker: int) -> Tokens:
    """Hang a speaker from its verb, and the verb from what governed the speaker if it was turned round."""
    root = next((at for at, token in enumerate(tokens) if token.head < 0), verb)
    if speaker in governors(tokens, verb):
        tokens = hung(tokens, verb, root, "parataxis")
    governor = tokens[speaker].head
    tokens = hung(tokens, speaker, verb, "nsubj")
    if governor > speaker and tokens[governor].upos == "PROPN":  # "the mayor, Ona Petrel"
        tokens = hung(tokens, governor, speaker, "appos")
    return tokens


def _with_parenthesis(tokens: Tokens, verb: int) -> Tokens:
    """Hang a reporting verb that ends the sentence from its root, not from a noun: "…, she has said"."""
    root = next((at for at, token in enumerate(tokens) if token.head < 0), verb)
    last = all(one.upos == "PUNCT" for one in tokens[verb + 1 :])
    if root >= verb or not last or not tokens[verb].deprel.startswith("acl"):
        return tokens
    return hung(tokens, verb, root, "parataxis")


def _without_marks(tokens: Tokens, phrase: list[int]) -> list[int]:
    """Return a phrase without the comma or quotation mark that opens it."""
    first = next((at for at in phrase if tokens[at].upos != "PUNCT"), phrase[0])
    return [at for at in phrase if at >= first]


def _reaches(tokens: Tokens, last: int, verb: int) -> bool:
    """Say whether only the verb's own auxiliaries and adverbs stand between a phrase and the verb."""
    return last < verb and all(
        tokens[at].head == verb and tokens[at].upos in ("AUX", "ADV")
        for at in range(last + 1, verb)
    )


def _with_content(tokens: Tokens, verb: int) -> Tokens:
    """Hang what a headline reports from its verb: "Crowds driven back by floods, activists say"."""
    subjects = subjects_of(tokens, verb)
    if len(subjects) != 2:  # noqa: PLR2004 - what is reported and who reports it
        return tokens
    first, speaker = subjects
    start = subtree(tokens, speaker)[0]
    if tokens[start - 1].text != "," or speaker > verb:
        return tokens
    participles = [at for at in below(tokens, first) if tokens[at].deprel == "acl"]
    if participles and tokens[participles[0]].xpos in ("VBN", "VBD"):
        tokens = hung(tokens, participles[0], verb, "ccomp")
        return hung(tokens, first, participles[0], "nsubj:pass")
    return hung(tokens, first, verb, "ccomp")
