"""What is said to answer what: `responses_of`.

Only words make a response. Two acts in a row are two acts in a row, and what would be answered if
something happened is answered by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.assess.acting import Cast, cast_of, party_of
from onrecord.assess.reached import latest_of
from onrecord.domain.case import Case
from onrecord.domain.escalation import Response, ResponseState, is_told_as_done
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

#: What is answered was reported within so many days before.
SPAN_DAYS = 62

_TO = r"(?P<what>[^,;.:—()]+)"
_NAMING = re.compile(
    r"\b(?:in (?:direct |swift |apparent |immediate )?"
    r"(?:response|retaliation|reaction|reprisal|reply|revenge) (?:to|for)|retaliated (?:for"
    rf"|against)|(?:retaliation|reprisals?) for|to avenge|responded to) {_TO}",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b(?:responded (?:with|by)|retaliated|in (?:retaliation|reprisal)|retaliatory|(?:hit|struck"
    r"|fired) back"
    r"|returned fire|counter-?attacked|tit-for-tat)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:retaliate|respond (?:with|in kind|forcefully|to any)|hit back|strike back|take revenge"
    r"|(?:will|would) (?:be met|not go unanswered|answer))\b",
    re.IGNORECASE,
)
#: A reporter's question is answered, and a fire brigade responds; neither is a move of a crisis.
_OFF_TOPIC = re.compile(
    r"\b(?:requests?|questions?|quer(?:y|ies)|inquir(?:y|ies)|e-?mails?|comments?|the scene"
    r"|the call|calls"
    r"|emergenc(?:y|ies)|tweets?|posts?|reports?)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|consider\w*|whether|mull\w*|debat\w+|inability)\b", re.IGNORECASE
)
_WITH = re.compile(r"\s(?:with|by)\s.*$", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z-]{2,}")
_SMALL = frozenset(
    """the and for with that this these those its their his her from into over was were has have had
    after before what which who said says""".split()
)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ed", "es", "s", "n")
_STEM = 4
_SILENT = ("jdg", "fut", "meta", "tgt")


def responses_of(case: Case) -> tuple[Response, ...]:
    """Return each statement whose words make it an answer, by day, with what it answers.

    What it answers is a statement that a link on record gives, or the one whose words the answer names;
    where none matches, `answers` says so. The order of documents does not matter.
    """
    cast = cast_of(case)
    linked = dict(_linked(case))
    worded = {one.statement: one for one in _worded(case, cast) if one.statement not in linked}
    return tuple(sorted((linked | worded).values(), key=lambda one: _order(case, one)))


def _linked(case: Case) -> Iterator[tuple[str, Response]]:
    """Yield what links of the record hold to answer something: answers to incidents, and denials."""
    for link in sorted(case.links, key=lambda one: one.id):
        if link.kind not in ("followed_by", "denies") or link.from_id == link.to_id:
            continue
        statement = case.statements.get(link.from_id)
        if statement is None or link.to_id not in case.statements:
            continue
        yield (
            statement.id,
            Response(
                statement=statement.id,
                answers=link.to_id,
                words=_answering(statement) or statement.content.exact,
                reason=link.reason or f"a link on record: {link.kind.replace('_', ' ')}",
            ),
        )


def _worded(case: Case, cast: Cast) -> Iterator[Response]:
    for statement in case.statements.values():
        state = _state(statement)
        words = _answering(statement)
        if state is None or not words or _OFF_TOPIC.search(words):
            continue
        if _WEIGHED.search(statement.content.exact):
            continue
        answers = _answered(case, cast, statement, words)
        yield Response(statement.id, answers, words, _reason(answers), state)


def _state(statement: Statement) -> ResponseState | None:
    """Return whether an answer was given or announced; `None` where it is neither."""
    if statement.kind.partition(".")[0] in _SILENT:
        return None
    aux = set(statement.off_line)
    if statement.kind in ("say.threat", "say.pledge", "say.announce") and aux <= {"future"}:
        return "announced" if "future" in aux or statement.kind != "say.announce" else "given"
    return "given" if is_told_as_done(statement) else None


def _answering(statement: Statement) -> str:
    """Return the words that make a statement an answer, verbatim; empty where there are none."""
    text = statement.content.exact
    if statement.kind in ("say.threat", "say.pledge") and (found := _AHEAD.search(text)):
        return found.group()
    if found := _NAMING.search(text):
        return found.group().strip()
    return found.group() if (found := _PLAIN.search(text)) else ""


def _answered(case: Case, cast: Cast, statement: Statement, words: str) -> str | Unknown:
    named = _NAMING.search(words)
    if named is None:
        return Unknown("the words do not say what it answers")
    what = _WITH.sub("", named["what"]).strip()
    fits = [
        (overlap, one)
        for one in case.statements.values()
        if (overlap := _overlap(what, one)) and _may_be(case, cast, one, statement)
    ]
    if not fits:
        return Unknown(f"no report on record matches what the words name: {what}")
    return min(fits, key=lambda fit: _rank(case, fit, statement))[1].id


def _overlap(what: str, one: Statement) -> int:
    """Return how many words of what is named stand in a statement; 0 where too few do."""
    named, held = _stems(what), _stems(one.content.exact)
    shared = len(named & held)
    return shared if named and shared >= min(2, len(named)) and 2 * shared > len(named) else 0


def _may_be(case: Case, cast: Cast, one: Statement, answer: Statement) -> bool:
    """Say whether a statement tells of something done earlier, by another party."""
    if one.id == answer.id or not is_told_as_done(one) or _answering(one):
        return False
    if one.document == answer.document and one.content.exact in answer.content.exact:
        return False
    mine, theirs = party_of(answer, cast), party_of(one, cast)
    if mine and mine == theirs:
        return False
    then, now = _day(case, one), _day(case, answer)
    return then is None or now is None or 0 <= (now - then).days <= SPAN_DAYS


def _rank(case: Case, fit: tuple[int, Statement], answer: Statement) -> tuple[int, bool, int, str]:
    overlap, one = fit
    then, now = _day(case, one), _day(case, answer)
    apart = (now - then).days if then is not None and now is not None else SPAN_DAYS
    return -overlap, one.document != answer.document, apart, one.id


def _reason(answers: str | Unknown) -> str:
    if isinstance(answers, Unknown):
        return answers.reason
    return "the words name what it answers, and the report shares them"


def _day(case: Case, statement: Statement) -> date | None:
    return latest_of(statement.when) or latest_of(case.documents[statement.document].doc_date)


def _order(case: Case, response: Response) -> tuple[date, str]:
    return _day(case, case.statements[response.statement]) or date.max, response.statement


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word
