"""What is said to answer what: `responses_of`.

Only words make a response. Two acts in a row are two acts in a row, and what would be answered if
something happened is answered by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.assess.acting import Cast, cast_of, partners_of, party_of, state_called
from onrecord.assess.reached import latest_of, told_of
from onrecord.domain.case import Case
from onrecord.domain.escalation import Response, ResponseState, is_told_as_done
from onrecord.domain.force_levels import uses_force
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

#: What is answered was reported within so many days before.
SPAN_DAYS = 62

_TO = r"(?P<what>[^,;.:—()]+)"
_NAMING = re.compile(
    r"\b(?:in (?:direct |swift |apparent |immediate )?"
    r"(?:response|retaliation|reaction|reprisal|reply|revenge) (?:to|for|against)"
    r"|retaliatory (?:\w+ ){0,3}(?:following|after|for|against)|retaliated (?:for"
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
    r"\b(?:decisions? to|weigh\w*|consider\w*|whether|mull\w*|debat\w+|inability)\b", re.IGNORECASE
)
#: What follows the words for what is answered, and the measure words before them.
_WITH = re.compile(
    r"\s(?:with|by|since|late|earlier|last|this|over the)\s.*$"
    r"|^(?:an? |the )?(?:spate|series|wave|string|number|surge|flurry) of ",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z-]{2,}")
_SMALL = frozenset(
    """the and for with that this these those its their his her from into over was were has have had
    after before what which who said says""".split()
)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ed", "es", "s", "n")
_STEM = 4
_SILENT = ("jdg", "fut", "meta", "tgt")
#: What can be answered: what took place, and what was ordered or announced.
_ANSWERABLE = ("occ", "law")
_ALSO_ANSWERABLE = frozenset({"say.confirm", "say.announce"})
#: Words that reports use for one another where they name what is answered.
_ALIKE = (
    (
        "attack",
        r"attacks?|attacked|attacking|strikes?|struck|striking|hits?|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ings)?"
        r"|fired|raids?|raided|airstrikes?|bombardments?|barrages?",
    ),
    ("ship", r"ships?|shipping|vessels?|tankers?|freighters?|merchantm[ae]n|boats?"),
)
_ALIKE_WORDS = tuple((stem, re.compile(rf"(?:{words})$")) for stem, words in _ALIKE)
#: Whose act is named: "the Velmaran strikes", "Ilvane's shelling".
_HOLDER = re.compile(
    r"\b(?P<who>[A-Z][\w-]+)(?:['’]s?)? (?:[a-z-]+ )?"
    r"(?:attacks?|strikes?|shelling|bombings?|raids?|airstrikes?|barrages?|aggression|drills|exercises"
    r"|decision|move|sanctions|invasion|incursion)\b"
)


def responses_of(case: Case) -> tuple[Response, ...]:
    """Return each statement whose words make it an answer, by day, with what it answers.

    What it answers is a statement that a link on record gives, or the one whose words the answer names;
    where none matches, `answers` says so. The order of documents does not matter.
    """
    cast = cast_of(case)
    linked = dict(_linked(case, cast))
    worded = {one.statement: one for one in _worded(case, cast) if one.statement not in linked}
    return tuple(sorted((linked | worded).values(), key=lambda one: _order(case, one)))


def _linked(case: Case, cast: Cast) -> Iterator[tuple[str, Response]]:
    """Yield what links of the record hold to answer something: answers to incidents, and denials.

    A party does not answer itself, nor does an event the reports that tell of it.
    """
    for link in sorted(case.links, key=lambda one: one.id):
        if link.kind not in ("followed_by", "denies") or link.from_id == link.to_id:
            continue
        statement = case.statements.get(link.from_id)
        answered = case.statements.get(link.to_id)
        if statement is None or answered is None:
            continue
        if link.kind == "followed_by" and not _is_answered(case, cast, answered, statement):
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


def _is_answered(case: Case, cast: Cast, one: Statement, answer: Statement) -> bool:
    """Say whether what a link holds to be answered is another's act, and of the one whom words name."""
    named = _NAMING.search(answer.content.exact)
    who = _holder(named["what"]) if named else ""
    return not _answering(one) and _is_of_others(case, cast, one, answer) and _is_by(who, one, cast)


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
    who = _holder(what)
    fits = [
        (overlap, one)
        for one in case.statements.values()
        if (overlap := _overlap(what, one, held=bool(who)))
        and _may_be(case, cast, one, statement)
        and _is_by(who, one, cast)
        and ("attack" not in _stems(what) or uses_force(told_of(case, one, cast)))
        and (len(_stems(what)) > 1 or set(one.names) & set(statement.names))
    ]
    if not fits or not (who or party_of(statement, cast)):
        return Unknown(f"it names: {what}; no report of that by another party is on record")
    return min(fits, key=lambda fit: _rank(case, fit, statement))[1].id


def _overlap(what: str, one: Statement, *, held: bool) -> int:
    """Return how many words of what is named stand in a statement; 0 where too few do.

    Half of them are enough where the words also name whose act it is.
    """
    named, told = _stems(what), _stems(one.content.exact)
    shared = len(named & told)
    enough = 2 * shared >= len(named) if held else 2 * shared > len(named)
    return shared if named and shared >= min(2, len(named)) and enough else 0


def _may_be(case: Case, cast: Cast, one: Statement, answer: Statement) -> bool:
    """Say whether a statement tells of something done earlier, by another party."""
    if one.id == answer.id or not is_told_as_done(one) or _answering(one):
        return False
    if one.document == answer.document and one.content.exact in answer.content.exact:
        return False
    kind = one.kind.partition(".")[0]
    if kind not in _ANSWERABLE and one.kind not in _ALSO_ANSWERABLE:
        return False
    if not party_of(one, cast) or not _is_of_others(case, cast, one, answer):
        return False
    then, now = _day(case, one), _day(case, answer)
    return then is None or now is None or 0 <= (now - then).days <= SPAN_DAYS


def _holder(what: str) -> str:
    """Return the word for whose act is named; empty where none is."""
    found = _HOLDER.search(what)
    return found["who"] if found else ""


def _is_of_others(case: Case, cast: Cast, one: Statement, answer: Statement) -> bool:
    """Say whether a statement is of nobody who gives the answer, and of another event.

    Where both name who acts, that decides: reports of blow and answer may be held for one event.
    """
    mine = {party_of(answer, cast), *partners_of(answer, cast)} - {""}
    theirs = {party_of(one, cast), *partners_of(one, cast)} - {""}
    if mine and theirs:
        return not mine & theirs
    return not any({one.id, answer.id} <= set(group.event.statements) for group in case.events)


def _is_by(who: str, one: Statement, cast: Cast) -> bool:
    """Say whether a statement tells of an act of the one whom the words name; true where they name none."""
    if not who:
        return True
    called = state_called(who, cast)
    return (called != "" and called == party_of(one, cast)) or bool(_stems(who) & _stems(one.actor))


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
    for stem, words in _ALIKE_WORDS:
        if words.match(word):
            return stem
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word
