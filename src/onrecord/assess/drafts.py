"""What reports foretell, threaten, pledge and ask, as drafts of questions: `drafts_of`.

A draft is nobody's forecast. It keeps the words, who says them and what they depend on; it has a horizon
only where the words state one, and says what a person must give before it can be scored (domain model,
section 10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.assess.foresight import (
    asks_ahead,
    clause_of_time,
    condition_of,
    denies,
    gives_odds,
    goes_on,
    is_ahead,
    is_complete,
    is_conditional,
    is_firm,
    is_in_passing,
    is_negated,
    is_possible,
    is_resolved,
    is_routine,
    is_wish,
    leaves_open,
    sentence_end,
    span_given,
    supposed_in,
    ultimatum_in,
)
from onrecord.assess.horizons import due_after, due_in, is_not_before, names_time
from onrecord.domain.assessment import LikelihoodReading, likelihood_in
from onrecord.domain.case import Case
from onrecord.domain.document import Document, Passage
from onrecord.domain.question import QuestionDraft
from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

LACKS_HORIZON = "a day by which it is to be answered"
LACKS_CRITERIA = "criteria: what would count as an answer"
LACKS_RESOLVERS = "resolvers: where the answer is looked up"

#: Kinds that may look ahead, by their beginning.
_KINDS = (
    "fut.prediction", "fut.pathway", "occ.", "say.", "jdg.assessment", "jdg.inference",
    "law.oversight", "law.authorization",
)  # fmt: skip
_PROMISED = frozenset({"say.threat", "say.pledge"})
#: Of two drafts of one speaker in one report that share this part of their words, one is the other again.
_SAME = 0.6
#: Shorter words say little of what a sentence is about.
_TELLING_WORD = 4
#: Characters before words in which a hope or a fear may stand.
_LEAD = 40

_Key = tuple[str, ...]


def drafts_of(case: Case) -> tuple[QuestionDraft, ...]:
    """Return what may be asked, in order of the day of the report and of its text.

    A draft is a prediction, a threat, pledge or announcement of what will be done, a demand with a day, a
    likelihood of what may come, or a question about it. What is hoped or feared, what could have been,
    rhetorical questions and questions of headlines that ask for more than yes or no are none. The same
    words of one origin, or of one speaker for one day, are one draft, and so is what one speaker says
    again in one report in nearly the same words.
    """
    found: list[QuestionDraft] = []
    seen: dict[_Key, int] = {}
    for draft in sorted(_all_of(case), key=lambda one: _order(case, one)):
        keys = _keys(case, draft)
        again = (at for at, one in enumerate(found) if _says_again(case, draft, one))
        at = next((seen[key] for key in keys if key in seen), next(again, len(found)))
        if at == len(found):
            found.append(draft)
        else:
            known = found[at]
            found[at] = replace(known, repeats=(*known.repeats, draft.statement))
        seen.update(dict.fromkeys(keys, at))
    return tuple(found)


def _all_of(case: Case) -> Iterator[QuestionDraft]:
    """Yield the drafts of every document; of two that lie in one another, the longer."""
    for reading in case.readings:
        # Of several statements in one question, the one that says most stands for it.
        longest = sorted(reading.statements, key=lambda one: (len(one.content.exact), one.id))
        drafts = {
            (draft.span.start, draft.span.end): draft
            for statement in longest
            if (draft := _draft_of(case, statement)) is not None and draft.span is not None
        }
        for (start, end), draft in drafts.items():
            if not any(
                first <= start and end <= last and last - first > end - start
                for first, last in drafts
            ):
                yield draft


def _draft_of(case: Case, statement: Statement) -> QuestionDraft | None:
    if _is_question(statement):
        return _asked(case, statement)
    if not statement.kind.startswith(_KINDS) or _is_over(case, statement):
        return None
    if ultimatum_in(statement.content.exact):
        return _ultimatum(case, statement)
    if not _looks_ahead(case, statement):
        return None
    draft = _draft(case, statement, _foretold_span(case, statement))
    return draft if _says_what(statement, draft) else None


def _is_over(case: Case, statement: Statement) -> bool:
    """Say whether a step of a legislature or court is told of a day before the report's: it is no draft."""
    when, day = statement.when, _day_of(case.documents[statement.document])
    if not statement.kind.startswith("law.") or isinstance(when, Unknown) or not when.text:
        return False
    return day is not None and when.latest is not None and when.latest < day


def _ultimatum(case: Case, statement: Statement) -> QuestionDraft | None:
    """Return the draft of an ultimatum: its whole sentence, with the day it names itself.

    A time to meet it ("a week") is counted from the day it was set, which a report of it need not be of.
    """
    passage = _passage(case, statement)
    if passage is None or "counterfactual" in statement.off_line:
        return None
    text = case.texts[statement.document]
    sentence = _sentence(text, passage.extent, statement.content.start)
    words = ultimatum_in(sentence.of(text))
    if not words:
        return None
    draft = _draft(case, statement, span_at(text, sentence, document=statement.document))
    day = _day_of(case.documents[statement.document])
    due = due_in(words, day)
    counted = isinstance(due, Unknown) or due.text.lower().startswith(("within", "in "))
    if counted and statement.kind != "say.demand":
        before = sentence.of(text).partition(words)[0]
        due = due_after(span_given(words), before + words, day)
    if isinstance(due, When) and day and due.latest and due.latest < day:
        return None
    open_ended = isinstance(due, Unknown) or due.edtf is None
    return replace(
        draft,
        due=due,
        lacks=(*([LACKS_HORIZON] if open_ended else []), LACKS_CRITERIA, LACKS_RESOLVERS),
    )


def _is_question(statement: Statement) -> bool:
    return statement.kind == "fut.question" or leaves_open(statement.content.exact)


def _order(case: Case, draft: QuestionDraft) -> tuple[date, str, int, int]:
    statement = case.statements[draft.statement]
    day = _day_of(case.documents[statement.document])
    span = statement.content
    return day or date.max, statement.document, span.start, span.end


def _keys(case: Case, draft: QuestionDraft) -> tuple[_Key, ...]:
    """Return what makes two drafts one: the words with their origin, or with who says them and the day."""
    words = " ".join(
        "".join(one if one.isalnum() else " " for one in draft.text.casefold()).split()
    )
    document = case.statements[draft.statement].document
    due = draft.due.edtf or "" if isinstance(draft.due, When) else ""
    keys: list[_Key] = [("origin", case.lineages.get(document, document), words)]
    if draft.speaker:
        keys.append(("speaker", draft.speaker.casefold(), words, due))
    return tuple(keys)


def _says_again(case: Case, draft: QuestionDraft, known: QuestionDraft) -> bool:
    """Say whether a draft tells what one speaker said before in the same report, in nearly the same words.

    Not where the two name different days, or only one of them asks.
    """
    first, second = (case.statements[one.statement] for one in (draft, known))
    if first.document != second.document or not _same_speaker(draft.speaker, known.speaker):
        return False
    if _is_question(first) != _is_question(second) or is_negated(draft.text) != is_negated(
        known.text
    ):
        return False
    if _has_day(draft) and _has_day(known) and draft.due != known.due:
        return False
    mine, theirs = _stems(draft.text), _stems(known.text)
    return bool(mine and theirs) and len(mine & theirs) / len(mine | theirs) >= _SAME


def _same_speaker(one: str, other: str) -> bool:
    """Say whether two labels are one or the end of one another: "President Harlow", "Harlow"."""
    first, second = f" {one.casefold()}", f" {other.casefold()}"
    return first == second or bool(
        one and other and (first.endswith(second) or second.endswith(first))
    )


def _stems(text: str) -> frozenset[str]:
    words = "".join(one if one.isalnum() else " " for one in text.casefold()).split()
    return frozenset(one[:6] for one in words if len(one) >= _TELLING_WORD or one.isdigit())


def _asked(case: Case, statement: Statement) -> QuestionDraft | None:
    """Return the draft of a question: its whole sentence, however reading split it.

    After a "what if" the question that follows from it belongs to it. An indirect question ("it is unclear
    whether the truce will hold") is its own words.
    """
    span, passage = statement.content, _passage(case, statement)
    if passage is None:
        return None
    if not leaves_open(span.exact):
        text = case.texts[statement.document]
        sentence = _sentence(text, passage.extent, span.start)
        if not sentence.of(text).rstrip('”"’)').endswith("?"):
            return None
        following = _sentence(text, passage.extent, sentence.end)
        end = following.end if goes_on(sentence.of(text), following.of(text)) else sentence.end
        span = span_at(text, Extent(sentence.start, end), document=statement.document)
    if not asks_ahead(span.exact, in_heading=_is_heading(case, statement, passage)):
        return None
    return _draft(case, statement, span)


def _looks_ahead(case: Case, statement: Statement) -> bool:
    if {"counterfactual", "question"} & set(statement.off_line):
        return False
    in_passing = statement.kind in _PROMISED and is_in_passing(statement.content.exact)
    if not in_passing and not is_complete(statement.content.exact):
        return False
    start = statement.content.start
    before = case.texts[statement.document][max(0, start - _LEAD) : start]
    return not is_wish(before) and not (statement.cue and is_wish(statement.cue.exact))


def _foretold_span(case: Case, statement: Statement) -> Span:
    """Return the words foretold, with the "until …" behind them that reading may have cut off.

    Where only their cue denies them ("doubt that …"), or they lack their subject ("vowing to retaliate"),
    that is the whole sentence.
    """
    words, passage = statement.content, _passage(case, statement)
    if passage is None:
        return words
    text = case.texts[statement.document]
    whole = (statement.cue is not None and denies(statement.cue.exact)) or (
        statement.kind in _PROMISED and is_in_passing(words.exact)
    )
    if not whole:
        until = clause_of_time(text[words.end : passage.extent.end])
        extent = Extent(words.start, words.end + len(until))
        return span_at(text, extent, document=statement.document) if until else words
    return span_at(text, _sentence(text, passage.extent, words.start), document=statement.document)


def _says_what(statement: Statement, draft: QuestionDraft) -> bool:
    """Say whether the words tell what may come: firmly, on a condition, with a likelihood or with a time."""
    words = statement.content.exact
    if statement.kind == "say.demand":
        return isinstance(draft.due, When)
    if is_routine(words) and not draft.condition and not _has_day(draft):
        return False
    if is_resolved(words) and not statement.kind.startswith("occ."):
        return True
    if "future" in statement.off_line and is_ahead(words):
        return True
    if draft.condition and (is_firm(words) or is_possible(words)):
        return True
    if draft.condition and statement.kind.startswith("say.") and is_conditional(words):
        return True
    if draft.likelihood is not None:
        return gives_odds(words)
    if isinstance(draft.due, When) and draft.due.edtf and is_firm(words):
        return True
    return is_possible(words) and names_time(draft.due)


def _has_day(draft: QuestionDraft) -> bool:
    return isinstance(draft.due, When) and draft.due.edtf is not None


def _draft(case: Case, statement: Statement, span: Span) -> QuestionDraft:
    sentence = _around(case, statement, span)
    condition = condition_of(span.exact, before=sentence[0], after=sentence[1])
    asked = _is_question(statement)
    kept = condition and not (asked and supposed_in(span.exact))
    due = _due(case, statement, span.exact.replace(condition, " ") if kept else span.exact)
    likelihood = None if asked else _likelihood(statement)
    open_ended = isinstance(due, Unknown) or due.edtf is None
    return QuestionDraft(
        statement=statement.id,
        text=span.exact,
        kind=statement.kind,
        speaker=statement.voices[-1].label if statement.voices else "",
        due=due,
        band=likelihood.band if likelihood else None,
        band_words=likelihood.words if likelihood else "",
        condition=condition,
        lacks=(*([LACKS_HORIZON] if open_ended else []), LACKS_CRITERIA, LACKS_RESOLVERS),
        likelihood=likelihood,
        span=span,
    )


def _likelihood(statement: Statement) -> LikelihoodReading | None:
    """Return how likely the speaker calls it: by the words, else by the cue that carries them."""
    read = likelihood_in(statement.content.exact)
    if read is None and statement.cue is not None and not is_negated(statement.content.exact):
        return likelihood_in(statement.cue.exact)
    return read


def _due(case: Case, statement: Statement, words: str) -> When | Unknown:
    """Return by when the words say: a deadline in them, else the time that reading found in them.

    Only words after those that look ahead say so ("On Monday he vowed …" is the day of the vow), and a
    demand has a day only with a word of a deadline. What ends before the day of the report is of something
    else.
    """
    day = _day_of(case.documents[statement.document])
    due = due_in(words, day)
    asked = _is_question(statement)
    if isinstance(due, When):
        pointed = due.text.lower().startswith("on ")
        demanded = statement.kind == "say.demand"
        early = not asked and not is_ahead(words.partition(due.text)[0])
        if pointed and (demanded or early or _is_past(statement, due.text, day)):
            return Unknown(f"“{due.text}” may be the day of something else")
        return due
    when = statement.when
    if isinstance(when, Unknown) or not when.text or when.text not in words or is_not_before(words):
        return due
    if not asked and is_ahead(words.partition(when.text)[2]):
        return due
    if when.edtf is None:
        return when
    return when if day and when.latest and when.latest > day else due


def _is_past(statement: Statement, words: str, day: date | None) -> bool:
    """Say whether reading takes the same words for a day before the report's."""
    when = statement.when
    if isinstance(when, Unknown) or not when.text or when.latest is None or day is None:
        return False
    return when.text in words and when.latest < day


def _around(case: Case, statement: Statement, span: Span) -> tuple[str, str]:
    """Return the rest of the sentence before and after a span."""
    passage = _passage(case, statement)
    if passage is None:
        return "", ""
    text = case.texts[statement.document]
    sentence = _sentence(text, passage.extent, span.start)
    return text[sentence.start : span.start], text[span.end : max(span.end, sentence.end)]


def _sentence(text: str, passage: Extent, at: int) -> Extent:
    """Return the sentence of a passage that holds `at`, or begins after it."""
    start = passage.start
    end = sentence_end(text, start, passage.end)
    while end <= at and end < passage.end:
        start, end = end, sentence_end(text, end, passage.end)
    while start < end and text[start].isspace():
        start += 1
    return Extent(start, end)


def _passage(case: Case, statement: Statement) -> Passage | None:
    at = statement.content.start
    for one in case.documents[statement.document].passages:
        if one.extent.start <= at < one.extent.end:
            return one
    return None


def _is_heading(case: Case, statement: Statement, passage: Passage) -> bool:
    """Say whether a passage is a heading, or the headline again."""
    title = (case.documents[statement.document].title or "").strip()
    words = passage.extent.of(case.texts[statement.document]).strip()
    return passage.role == "heading" or words == title


def _day_of(document: Document) -> date | None:
    when = document.doc_date
    return None if isinstance(when, Unknown) or when.precision != 1 else when.latest
