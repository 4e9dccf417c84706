"""The same words of one speaker in several reports: kept, trimmed or altered (domain rule 18).

Only direct quotations of a speaker who is named or holds a named office are compared. A difference
is reported, never resolved: the record cannot know which report heard right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.domain.link import Link, LinkKind, LinkSubtype
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.reconcile.lineage import group_lineages, independence
from onrecord.reconcile.parties import PRONOUNS, name_in, plain_name
from onrecord.reconcile.words import quoted, shingles, word_set, words_of

#: From this share of equal words on, two wordings are taken for one utterance.
SAME_UTTERANCE = 0.75
#: Shorter quotations agree by chance ("No comment").
MIN_WORDS = 5
#: So many words must each quotation have when the speaker of one is not told.
MIN_WORDS_UNTOLD = 10
#: The wordings that share most shingles are compared; the rest share too little to be one.
_CANDIDATES = 8
#: Of a shingle that stands everywhere only the first wordings are looked up.
_COMMON_SHINGLE = 200

_IDENTIFIED = frozenset({"named_person", "named_office", "organisation", "document"})
_MARKS = " \t\n\"'“”‘’«».,;:"
#: What an editor puts into a quotation is no word of it.
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_NEGATIONS = word_set("not no never none nothing nobody neither nor cannot without hardly barely")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One direct quotation.

    Attributes:
        statement: Id of the statement.
        document: Id of its document.
        speaker: Folded name of the speaker; empty when nobody could tell.
        exact: The words without outer quotation marks and closing punctuation.
        words: The same, folded.
        when: When it was said, where the words tell.
        at: Document date, id and offset: the order quotations are compared in.
    """

    statement: str
    document: str
    speaker: str
    exact: str
    words: tuple[str, ...]
    when: When | None
    at: tuple[str, str, int]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return its shingles: wordings that share none are not one utterance."""
        return tuple(f"quotes|{shingle}" for shingle in sorted(shingles(self.words)))

    @property
    def asks(self) -> bool:
        """Say that links are looked for from here."""
        return True


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a later wording stands to an earlier one."""

    kind: LinkKind
    subtype: LinkSubtype
    says: str


def compare_quotations(
    readings: Iterable[Reading], lineages: Mapping[str, str] | None = None
) -> tuple[Link, ...]:
    """Return a link from each quotation to the earlier one of the same words in another document.

    A wording links to the first report that has it; a new wording links to the most similar earlier
    one of the same speaker, if one is similar enough. A speaker nobody could tell may be any, but
    then more words must agree. No link says that words differ by accident.
    """
    held = list(readings)
    origins = group_lineages(held) if lineages is None else lineages
    found = [one for each in held for one in quotations_in(each)]
    return tuple(link_quotations(found, found, origins))


def quotations_in(reading: Reading) -> tuple[Quotation, ...]:
    """Return the direct quotations of one document that are long enough to be compared."""
    return tuple(
        one
        for statement in reading.statements
        if statement.mode == "direct" and statement.voices
        for one in (_quotation(reading, statement),)
        if len(one.words) >= MIN_WORDS
    )


def link_quotations(
    asked: Iterable[Quotation], held: Iterable[Quotation], lineages: Mapping[str, str]
) -> list[Link]:
    """Return the links of `compare_quotations` from those asked for to earlier ones among all held."""
    wanted = frozenset(one.statement for one in asked)
    found = {one.statement: one for one in held}
    ordered = sorted(found.values(), key=lambda one: (one.at, one.statement))
    return _links_of(ordered, wanted, lineages)


def compare_wordings(earlier: str, later: str) -> Comparison | None:
    """Return how `later` stands to `earlier`; `None` where they are not one utterance.

    Example:
        >>> compare_wordings("We will not stop at the border", "We will stop at the border").subtype
        'quotation_altered'
    """
    a, b = _words(earlier), _words(later)
    if earlier.strip(_MARKS) == later.strip(_MARKS):
        return Comparison("repeats", "", "the words are the same")
    if a == b:
        return Comparison(
            "repeats", "quotation_punctuation", "the words are the same, marks or capitals are not"
        )
    dropped = _dropped(a, b)
    if dropped is not None and min(len(a), len(b)) >= MIN_WORDS:
        return _elision(dropped, a=a, b=b, marked=_is_marked(earlier, later))
    if SequenceMatcher(a=a, b=b, autojunk=False).ratio() >= SAME_UTTERANCE:
        return Comparison("tension", "quotation_altered", "the words are not the same")
    return None


def _elision(
    dropped: Sequence[str], *, a: Sequence[str], b: Sequence[str], marked: bool
) -> Comparison:
    """Return what leaving words out amounts to; a lost negation is an alteration.

    A part in one piece loses one only when it starts right behind it.
    """
    piece = _is_run(a, b)
    lost = _word_before(a, b) if piece else dropped
    if any(word in _NEGATIONS or word.endswith("n't") for word in lost):
        return Comparison("tension", "quotation_altered", "a negation stands in one only")
    if marked or piece:
        return Comparison("repeats", "quotation_elided", "one is a part of the other")
    return Comparison(
        "tension", "quotation_elided", "words inside one are left out of the other without a mark"
    )


def _words(text: str) -> tuple[str, ...]:
    return words_of(_SIC.sub(" ", text))


def _speaker(statement: Statement) -> str:
    """Return whose words a statement quotes; empty unless the speaker is told."""
    voice = statement.voices[-1]
    # The words of an office tell more than a name resolved from them ("Norrast" for its minister).
    name = plain_name(voice.label if plain_name(voice.text) in PRONOUNS else voice.text)
    if name in PRONOUNS or (voice.identity not in _IDENTIFIED and not voice.name):
        return ""
    return name


def _quotation(reading: Reading, statement: Statement) -> Quotation:
    exact = statement.content.exact.strip(_MARKS)
    when = statement.when
    return Quotation(
        statement=statement.id,
        document=statement.document,
        speaker=_speaker(statement),
        exact=exact,
        words=_words(exact),
        when=when if isinstance(when, When) and when.edtf and when.text else None,
        at=(reading.document.date_edtf or "~", statement.document, statement.content.start),
    )


def _links_of(
    quotations: Sequence[Quotation], wanted: frozenset[str], lineages: Mapping[str, str]
) -> list[Link]:
    """Return the links from the wanted among quotations, given in order of report.

    Wordings are found again through the shingles they share, so cost grows with what is shared.
    """
    first: dict[tuple[str, str], Quotation] = {}
    index: dict[str, list[tuple[str, str]]] = defaultdict(list)
    links: list[Link] = []
    for one in quotations:
        key = one.speaker, one.exact
        if key in first:
            links += _link(one, first[key], lineages) if one.statement in wanted else []
            continue
        cut = sorted(shingles(one.words))
        first[key] = one
        if one.statement in wanted:
            links += _nearest_link(one, cut, index, first=first, lineages=lineages)
        for shingle in cut:
            index[shingle].append(key)
    return links


def _nearest_link(
    one: Quotation,
    cut: Iterable[str],
    index: Mapping[str, Sequence[tuple[str, str]]],
    *,
    first: Mapping[tuple[str, str], Quotation],
    lineages: Mapping[str, str],
) -> list[Link]:
    shared = Counter(name for shingle in cut for name in index.get(shingle, ())[:_COMMON_SHINGLE])
    closest = _closest(one, [first[name] for name, _ in shared.most_common(_CANDIDATES)])
    return _link(one, closest, lineages) if closest is not None else []


def _closest(one: Quotation, others: Iterable[Quotation]) -> Quotation | None:
    rated = [
        (SequenceMatcher(a=other.words, b=one.words, autojunk=False).ratio(), other)
        for other in others
        if other.document != one.document
        and _may_be_one_speaker(one, other)
        and compare_wordings(other.exact, one.exact)
    ]
    best = min(rated, key=lambda pair: (-pair[0], pair[1].at), default=None)
    return best[1] if best else None


def _may_be_one_speaker(a: Quotation, b: Quotation) -> bool:
    if a.speaker and b.speaker:
        return a.speaker == b.speaker or name_in(a.speaker, b.speaker)
    return min(len(a.words), len(b.words)) >= MIN_WORDS_UNTOLD


def _link(later: Quotation, earlier: Quotation, lineages: Mapping[str, str]) -> list[Link]:
    comparison = compare_wordings(earlier.exact, later.exact)
    if comparison is None or later.document == earlier.document:
        return []
    if comparison.subtype == "quotation_altered" and _said_apart(later, earlier):
        return []
    told = later.speaker and earlier.speaker
    says = comparison.says if told else f"{comparison.says}, and one report names no speaker"
    return [
        Link(
            from_id=later.statement,
            to_id=earlier.statement,
            kind=comparison.kind,
            subtype=comparison.subtype,
            independence=independence(lineages[later.document], lineages[earlier.document]),
            reason=f"{says}: {quoted((earlier.exact, later.exact))}",
        )
    ]


def _said_apart(a: Quotation, b: Quotation) -> bool:
    """Say whether the words give two different days, so that two utterances may be meant."""
    if a.when is None or b.when is None:
        return False
    ends = (a.when.earliest, a.when.latest, b.when.earliest, b.when.latest)
    first, last, other_first, other_last = ends
    if first is None or last is None or other_first is None or other_last is None:
        return False
    return last < other_first or other_last < first


def _dropped(a: Sequence[str], b: Sequence[str]) -> list[str] | None:
    """Return the words of the longer that the shorter leaves out; `None` if it has others."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    opcodes = SequenceMatcher(a=longer, b=shorter, autojunk=False).get_opcodes()
    if any(tag in ("insert", "replace") for tag, *_ in opcodes):
        return None
    return [word for tag, i, j, *_ in opcodes if tag == "delete" for word in longer[i:j]]


def _is_run(a: Sequence[str], b: Sequence[str]) -> bool:
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _word_before(a: Sequence[str], b: Sequence[str]) -> Sequence[str]:
    """Return the word of the longer that stands before the shorter, if any."""
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    size = len(shorter)
    at = next(at for at in range(len(longer)) if longer[at : at + size] == shorter)
    return longer[max(0, at - 1) : at]


def _is_marked(a: str, b: str) -> bool:
    shorter = a if len(a) <= len(b) else b
    return _ELLIPSIS.search(shorter) is not None
