"""Forms for hypotheses and indicators: what people hold, computed and quoted from their records.

A sentence here prints the words of a person's record, the words of the reports they rated, and figures
worked out from the ratings. It never says which hypothesis is true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.domain.brief import SentenceMode
from onrecord.domain.errors import CompileError
from onrecord.domain.hypothesis import (
    EvidenceRating,
    Hypothesis,
    HypothesisKind,
    Indicator,
    IndicatorState,
    Sighting,
    is_judged,
    weight_of,
)
from onrecord.domain.unknown import Unknown
from onrecord.publish.desk import NO_LONGER, Desk, Form, hold, stands_now
from onrecord.publish.evidence import Evidence
from onrecord.publish.parts import Part, dated, fixed, given_by, outlet, quoted, statement_of
from onrecord.publish.people import Held
from onrecord.publish.wording import count_words, moment_words, sentence_case

RATING_WORDS: Mapping[EvidenceRating, str] = MappingProxyType(
    {
        "CC": "very consistent", "C": "consistent", "N": "neutral", "I": "inconsistent",
        "II": "very inconsistent", "NA": "does not apply",
    }
)  # fmt: skip
STATE_WORDS: Mapping[IndicatorState, str] = MappingProxyType(
    {"not_seen": "not seen", "partial": "partly seen", "seen": "seen", "withdrawn": "withdrawn"}
)
_KIND_WORDS: Mapping[HypothesisKind, str] = MappingProxyType(
    {"explanation": "explanation", "assumption": "assumption", "pathway": "possible course"}
)
_LOST = "words that were edited, taken back or dismissed: to be looked at again"


def competing(desk: Desk) -> list[Part]:
    """Write what several hypotheses compete to explain, in the words of their records."""
    questions = {hypothesis_at(desk, at)[1].question for at in range(len(desk.sentence.support))}
    hold("" if len(questions) == 1 else "they do not compete to explain one thing")
    question = questions.pop()
    return quoted(question) if question else [fixed("No question is named")]


def hypothesis(desk: Desk) -> list[Part]:
    """Write a hypothesis, who judged it, and what speaks against it by their ratings.

    Support is its record and each statement rated against it that can be cited; one whose words were taken
    back or dismissed has the role `aside`, and counts for nothing.
    """
    held, record = hypothesis_at(desk, 0)
    cited = range(1, len(desk.sentence.support))
    against = [_piece(desk, record, at) for at in cited]
    hold("" if all(map(weight_of, against)) else "the words are not rated against it")
    names = [desk.citation(at).statement_id for at in cited]
    hold("a statement is cited twice" if len(set(names)) != len(names) else "")
    counted = [at for at in cited if stands_now(desk, at)]
    total = record.inconsistency
    sound = sum(weight_of(_piece(desk, record, at)) for at in counted)
    return [
        *quoted(record.text), fixed(f" ({_KIND_WORDS[record.kind]}"),
        *_named(record.name), fixed("). Our judgement, by "), Part(held.cited.by, "name"),
        fixed(", "), Part(moment_words(held.cited.recorded_at), "date"), fixed(". "),
        *_against(record, total), *(_origins(desk, counted) if total else []),
        *([fixed(f"; of this, {total - sound} rests on {_LOST}")] if sound != total else []),
        fixed("."),
    ]  # fmt: skip


def _against(record: Hypothesis, total: int) -> list[Part]:
    judged = sum(is_judged(piece.rating) for piece in record.evidence)
    if not judged:
        return [fixed("Nobody has rated any statement for it")]
    rated = count_words(judged, "statement")
    if not total:
        return [fixed("Nothing rated speaks against it, of "), Part(rated, "figure")]
    number = sum(weight_of(piece.rating) > 0 for piece in record.evidence)
    return [
        fixed("Speaks against it: "), Part(f"{total}", "figure"), fixed(", from "),
        Part(f"{number} of {rated}", "figure"), fixed(" rated"),
    ]  # fmt: skip


def _origins(desk: Desk, counted: Sequence[int]) -> list[Part]:
    """Return how many origins stand behind what speaks against it (law 6)."""
    number = len({desk.source(at).origin for at in counted})
    return [fixed(", by "), Part(count_words(number, "origin"), "figure")] if number else []


def assumption(desk: Desk) -> list[Part]:
    """Write a key assumption of a hypothesis; `given` is its words."""
    _, record = hypothesis_at(desk, 0)
    return [fixed("Takes for granted: "), *quoted(_among(desk, record.assumptions))]


def would_change(desk: Desk) -> list[Part]:
    """Write what would change a hypothesis; `given` is its words."""
    _, record = hypothesis_at(desk, 0)
    return [fixed("Would change it: "), *quoted(_among(desk, record.would_change))]


def rating(desk: Desk) -> list[Part]:
    """Write one statement with how it sits with each hypothesis, as a row.

    Support is the statement and the records of the hypotheses in the order of the columns.
    """
    citation, source = desk.citation(0), desk.source(0)
    places = range(1, len(desk.sentence.support))
    pieces = [_rating_of(hypothesis_at(desk, at)[1], citation.statement_id) for at in places]
    hold("" if any(pieces) else "nobody rates the words")
    found = [*quoted(citation.span.exact), fixed(" ("), *given_by(source, citation), fixed(")")]
    told = {"" if one is None else one[0] for one in pieces}
    if len(pieces) > 1 and len(told) == 1:
        found.append(fixed(". Rated alike: it does not tell them apart"))
    if not stands_now(desk, 0):
        found.append(fixed(NO_LONGER))
    for one in pieces:
        found.append(Part("", "cell"))
        found += [fixed("not rated")] if one is None else _rated(*one)
    return found


def _rated(value: EvidenceRating, note: str) -> list[Part]:
    words: list[Part] = [Part(RATING_WORDS[value], "figure")]
    return [*words, fixed(": "), *quoted(note)] if note else words


def indicator(desk: Desk) -> list[Part]:
    """Write an indicator: what would be seen, how to tell, and how it stands by its record."""
    held, record = _indicator_at(desk)
    state = record.state
    told = state.reason if isinstance(state, Unknown) else STATE_WORDS[state]
    found = [
        fixed("Indicator: "), *quoted(record.observable), fixed("; how to tell: "),
        *quoted(record.test), fixed(". "), Part(sentence_case(told), "mark"),
    ]  # fmt: skip
    if record.hypothesis:
        found += [fixed(". Bears on "), *quoted(record.hypothesis)]
    return [
        *found, fixed(". Kept by "), Part(held.cited.by, "name"), fixed(", "),
        Part(moment_words(held.cited.recorded_at), "date"), fixed("."),
    ]  # fmt: skip


def sighting(desk: Desk) -> list[Part]:
    """Write one state of an indicator with the words it moved on.

    `given` is its place in the history, from 0; support is the record and the statement, where that can
    be cited.
    """
    _, record = _indicator_at(desk)
    one = record.history[_place(desk, len(record.history))]
    found = [Part(sentence_case(STATE_WORDS[one.state]), "mark"), fixed(", ")]
    found += [dated(one.when)]
    if len(desk.sentence.support) > 1:
        return [*found, fixed(": "), *_seen_in(desk, one)]
    return [*found, fixed(f": it rests on {_LOST}" if one.statement else "")]


def _seen_in(desk: Desk, one: Sighting) -> list[Part]:
    citation, source = desk.citation(1), desk.source(1)
    hold("" if citation.statement_id == one.statement else "the indicator did not move on this")
    found = [*quoted(citation.span.exact), fixed(" ("), *outlet(source), fixed(")")]
    if not stands_now(desk, 1):
        found.append(fixed(NO_LONGER))
    return found


def quality(desk: Desk) -> list[Part]:
    """Write the five questions an indicator is judged by, with the reasons given."""
    _, record = _indicator_at(desk)
    flags = {
        "observable": record.quality.observable, "valid": record.quality.valid,
        "reliable": record.quality.reliable, "stable": record.quality.stable,
        "unique": record.quality.unique,
    }  # fmt: skip
    found: list[Part] = []
    for name, flag in flags.items():
        if isinstance(flag, Unknown):
            continue
        found += [fixed("; " if found else "Judged as an indicator: ")]
        found += [fixed(f"{name} {'yes' if flag.holds else 'no'} ("), *quoted(flag.reason)]
        found += [fixed(")")]
    hold("" if found else "nobody has judged the indicator")
    return found


def hypothesis_at(desk: Desk, at: int) -> tuple[Held, Hypothesis]:
    """Return the record at place `at` of the support, or raise `CompileError`."""
    hold("" if at < len(desk.sentence.support) else "support is missing")
    held = desk.evidence.held(desk.sentence.support[at].id)
    if not isinstance(held.record, Hypothesis):
        raise CompileError(f"{held.cited.id} is no hypothesis")
    hold("the hypothesis was dropped" if held.record.dropped else "")
    return held, held.record


def columns_of_ratings(evidence: Evidence, names: Sequence[str]) -> tuple[str, ...]:
    """Return the headings of a table of ratings: the name of each hypothesis, else its words."""
    records = [held.record for name, held in evidence.people.records.items() if name in names]
    found = [one for one in records if isinstance(one, Hypothesis)]
    return ("Words", *(one.name or one.text for one in found))


def _indicator_at(desk: Desk) -> tuple[Held, Indicator]:
    hold("" if desk.sentence.support else "support is missing")
    held = desk.evidence.held(desk.sentence.support[0].id)
    if not isinstance(held.record, Indicator):
        raise CompileError(f"{held.cited.id} is no indicator")
    hold("the indicator was dropped" if held.record.dropped else "")
    return held, held.record


def _piece(desk: Desk, record: Hypothesis, at: int) -> EvidenceRating:
    """Return how a hypothesis rates the statement cited at `at`, or raise `CompileError`."""
    found = _rating_of(record, statement_of(desk.citation(at)).id)
    if found is None:
        raise CompileError("the record does not rate the words")
    return found[0]


def _rating_of(record: Hypothesis, statement: str) -> tuple[EvidenceRating, str] | None:
    for piece in record.evidence:
        if piece.statement == statement and statement:
            return piece.rating, piece.note
    return None


def _named(name: str) -> list[Part]:
    return [fixed(", "), Part(name, "name")] if name else []


def _among(desk: Desk, listed: Sequence[str]) -> str:
    words = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    hold("" if words in listed else "the record does not say so")
    return words


def _place(desk: Desk, length: int) -> int:
    text = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    hold("" if text.isascii() and text.isdigit() and len(text) < _DIGITS else "no place is named")
    hold("" if int(text) < length else "the record has no such entry")
    return int(text)


_DIGITS = 9

JUDGED_FORMS: Mapping[str, tuple[Form, SentenceMode]] = MappingProxyType(
    {
        "competing": (competing, "judged"),
        "hypothesis": (hypothesis, "judged"),
        "assumption": (assumption, "judged"),
        "would_change": (would_change, "judged"),
        "rating": (rating, "judged"),
        "indicator": (indicator, "judged"),
        "sighting": (sighting, "judged"),
        "quality": (quality, "judged"),
    }
)
