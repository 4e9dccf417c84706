"""Instruments of law across documents: which there are, whose, and what became of each: `Authority`.

Words that speak of an instrument are one mention. Mentions are of one instrument where kind, system, number
and the party listed agree; a mention that leaves one of them out joins the only one in its document that
fits. Every status is an entry with the statement that says so; nothing is overwritten.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.assess.systems import INTERNATIONAL, bodies_in, owners_in, system_of
from onrecord.domain.authority import (
    Authority,
    AuthorityCode,
    AuthorityStatus,
    StatusChange,
)
from onrecord.domain.case import Case
from onrecord.domain.statement import Coding, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Instruments that are of no one state's law.
_BETWEEN_STATES = frozenset(
    {"UNSC_RES", "ART51_NOTICE", "ALLIANCE_DECISION", "BILATERAL", "CONSENT"}
)
_LISTINGS = frozenset({"LISTING_FTO", "LISTING_SDGT"})
#: What is only asked, supposed or imagined says nothing of an instrument.
_HELD_BACK = frozenset({"question", "hypothetical", "counterfactual"})
_UNISSUED = Unknown("the words do not name who issued it")
_NUMBER = re.compile(r"\d{2,4}(?:\s*\(\d{4}\))?")
#: Who or what is listed, beside the words that list it.
_LISTED = re.compile(
    r"(?:designat\w+|list(?:s|ed|ing)?|proscrib\w+|blacklist\w*|label\w+|designation of)\s+(?:of\s+)?"
    r"(?P<party>[^.;:]{2,90}?)\s+(?:as\s+(?:a|an)\b|under\b|on\s+(?:its|the)\b|$)",
    re.IGNORECASE,
)
_OF_PARTY = re.compile(
    r"(?:designation|listing|proscription)\s+of\s+(?P<party>(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:de|of|the|"
    r"los|al|el|"
    r"[A-Z][\w’'-]*))*)"
)
_NAME = re.compile(r"[A-Z][\w’-]+(?:\s+(?:(?:de|of|los|las|el|al|the)\s+)*[A-Z][\w’-]+)*")
_SECRET = re.compile(r"\b(?:classified|secret|unpublished)\b", re.IGNORECASE)
_LACKING = re.compile(r"\b(no(?:\s+new)?|without(?:\s+an?y?)?|neither)\s+$", re.IGNORECASE)
_NONE = re.compile(r"(?:no|without|neither)\b", re.IGNORECASE)
_ISSUERS = re.compile(
    r"(?:(?:u\.?n\.?|united nations)\s+)?security council|general assembly|north atlantic council|"
    r"office of legal counsel|justice department|attorney[- ]general|state department|"
    r"treasury(?: department)?|"
    r"federation council|house of commons|house of lords|national people[’']s congress|lok sabha|knesset|"
    r"state duma|duma|majlis|bundestag|verkhovna rada|senate|congress|parliament|supreme court|"
    r"constitutional court|international court of justice|international criminal court",
    re.IGNORECASE,
)
_MAKING = frozenset(
    {
        "law.designation", "law.oversight", "law.authorization", "law.authority_assertion",
        "law.instrument", "say.announce",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One instrument as one statement speaks of it.

    Attributes:
        statement: The statement.
        coding: What its words claim.
        code: Which kind of instrument.
        system: Whose law, as far as the words or the document tell; empty where they do not.
        title: The words that name it; empty where none do.
        number: Its number, where the title has one.
        party: Who is listed, for a listing; empty where not named.
    """

    statement: Statement
    coding: Coding
    code: AuthorityCode
    system: str
    title: str = ""
    number: str = ""
    party: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """Return what tells one instrument from another, as far as the words say."""
        return (self.code, self.system, self.number, self.party)


def authorities_of(case: Case) -> tuple[Authority, ...]:
    """Return every instrument that words on record speak of, in order of code, system and title."""
    return tuple(authority for authority, _ in instruments_of(case))


def instruments_of(case: Case) -> tuple[tuple[Authority, tuple[Mention, ...]], ...]:
    """Return every instrument with the mentions it rests on, in order of code, system and title."""
    groups: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for document, mentions in _by_document(case).items():
        for one in _completed(_in_one_system(mentions)):
            # Where nobody said whose it is, another document may speak of another one.
            groups[one.key if one.system else (*one.key, document)].append(one)
    found = [(_authority(group, case), tuple(group)) for group in groups.values()]
    return tuple(
        sorted(found, key=lambda one: (one[0].code, one[0].system, one[0].title, one[0].id))
    )


def held_back(statement: Statement) -> bool:
    """Say whether somebody only asks, supposes or imagines it, or does not commit to it."""
    off = _HELD_BACK & frozenset(statement.off_line)
    return bool(off) or statement.innermost.value in ("Uu", "CTu", "PS+", "PS-")


def status_on(authority: Authority, day: date | None) -> AuthorityStatus | Unknown:
    """Return the status an instrument had on `day` as far as dated words say; the latest for no day."""
    if day is None:
        return authority.status
    before = [
        one.status
        for one in authority.history
        if isinstance(one.when, When) and one.when.latest is not None and one.when.latest <= day
    ]
    return before[-1] if before else Unknown("no status is on record by that day")


# -- mentions ----------------------------------------------------------------------------------------


def _by_document(case: Case) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for statement in case.statements.values():
        for coding in statement.authority:
            if coding.instrument is not None and not held_back(statement):
                found[statement.document].append(
                    _mention(statement, coding, coding.instrument, case)
                )
    return found


def _mention(statement: Statement, coding: Coding, code: AuthorityCode, case: Case) -> Mention:
    title = _title(coding, case)
    party = _party(statement, case) if code in _LISTINGS else ""
    number = _NUMBER.search(title)
    return Mention(
        statement=statement,
        coding=coding,
        code=code,
        system=_system(statement, coding, title, case),
        title=title,
        number=" ".join(number.group().split()) if number else "",
        party=party,
    )


def _title(coding: Coding, case: Case) -> str:
    """Return the words that name an instrument, with the word that says there is none."""
    if coding.span is None:
        return ""
    before = case.texts[coding.span.document][: coding.span.start]
    lacking = _LACKING.search(before)
    return f"{lacking.group(1)} {coding.span.exact}" if lacking else coding.span.exact


def _system(statement: Statement, coding: Coding, title: str, case: Case) -> str:
    """Return whose law it is by its own name, who makes it, what the words beside it say, who speaks."""
    if coding.instrument in _BETWEEN_STATES:
        return INTERNATIONAL
    sentence = case.sentence_of(statement)
    speakers = [voice.label for voice in statement.voices]
    made = [statement.actor] if statement.kind in _MAKING and statement.actor else []
    for words in (title, *made):
        named = system_of(words, case.countries)
        if named:
            return named
    if owner := _owner(coding, case):
        return owner
    beside = bodies_in(statement.content.exact) | owners_in(statement.content.exact, case.countries)
    beside = beside or bodies_in(_clause_of(statement, sentence))
    if beside:
        national = beside - {INTERNATIONAL}
        return next(iter(national or beside)) if len(national or beside) == 1 else ""
    spoken = {system_of(words, case.countries) for words in speakers} - {"", INTERNATIONAL}
    return spoken.pop() if len(spoken) == 1 else ""


def _owner(coding: Coding, case: Case) -> str:
    """Return the state named right before an instrument as its own: "Velmara's emergency decree"."""
    if coding.span is None:
        return ""
    before = case.texts[coding.span.document][: coding.span.start]
    found = {
        code
        for name, code in case.countries.items()
        if re.search(rf"\b{re.escape(name)}(?:['’]s?\s+(?:\w+\s+)?|\s+)$", before)
    }
    return found.pop() if len(found) == 1 else ""


def _clause_of(statement: Statement, sentence: str) -> str:
    """Return the sentence where the statement is nearly all of it: a subject left out may stand before."""
    return sentence if len(statement.content.exact) * 2 > len(sentence) else ""


def _party(statement: Statement, case: Case) -> str:
    words = statement.content.exact
    match = _OF_PARTY.search(words) or _LISTED.search(words)
    if match is None:
        return ""
    names = [
        name
        for name in _NAME.findall(re.sub(r"['’]s\b", " |", match.group("party")))
        if name not in case.countries
    ]
    return names[-1].lower() if names else ""


def _in_one_system(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions with the system that all others of the document name, where they name no other.

    "The designation" in a report that names instruments of one state alone is that state's.
    """
    held = list(mentions)
    told = {one.system for one in held} - {"", INTERNATIONAL}
    if len(told) != 1:
        return held
    only = told.pop()
    return [
        one if one.system or _of_another(one, only) else replace(one, system=only) for one in held
    ]


def _of_another(mention: Mention, system: str) -> bool:
    """Say whether the words name a kind of body that the state does not have."""
    return system == "US" and "parliament" in mention.statement.content.exact.lower()


def _completed(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions with the number and the party that the only fuller one of the document names."""
    return [_complete(one, mentions) for one in mentions]


def _complete(mention: Mention, mentions: Iterable[Mention]) -> Mention:
    same = [
        one
        for one in mentions
        if (one.code, one.system) == (mention.code, mention.system)
    ]  # fmt: skip
    numbers = {one.number for one in same if one.number}
    parties = {one.party for one in same if one.party}
    return replace(
        mention,
        number=mention.number or (numbers.pop() if len(numbers) == 1 else ""),
        party=mention.party or (parties.pop() if len(parties) == 1 else ""),
    )


# -- instruments -------------------------------------------------------------------------------------


def _authority(mentions: Sequence[Mention], case: Case) -> Authority:
    ordered = sorted(mentions, key=lambda one: _place_in_time(one.statement, case))
    history = _history(ordered, case)
    return Authority(
        code=ordered[0].code,
        system=ordered[0].system,
        issuer=_issuer(ordered),
        title=_best_title(ordered),
        statements=tuple(dict.fromkeys(one.statement.id for one in ordered)),
        date=_date(history),
        history=history,
        text_available=_text_available(ordered),
        asserted_by=tuple(
            dict.fromkeys(voice.label for one in ordered for voice in one.statement.voices)
        ),
    )


def _best_title(mentions: Iterable[Mention]) -> str:
    """Return the words that name it most fully: with names, then the longest, then the first.

    Words that say there is none ("no opinion") name it only where no others do.
    """
    titles = [one.title for one in mentions if one.title]
    titles = [one for one in titles if not _NONE.match(one)] or titles
    return max(titles, key=lambda one: (len(_NAME.findall(one)), len(one)), default="")


def _issuer(mentions: Iterable[Mention]) -> str | Unknown:
    """Return who issued it: as its name says, else who is said to make it."""
    made = ""
    for one in mentions:
        named = _ISSUERS.search(one.title)
        if named:
            return named.group()
        if not made and one.statement.kind in _MAKING and one.coding.status is not None:
            made = one.statement.actor
    return made or _UNISSUED


def _history(mentions: Iterable[Mention], case: Case) -> tuple[StatusChange, ...]:
    """Return the statuses in order of time; the same again is no change."""
    entries: list[StatusChange] = []
    for one in sorted(mentions, key=lambda one: _place_of_status(one.statement, case)):
        status = one.coding.status
        if status is not None and (not entries or entries[-1].status != status):
            entries.append(StatusChange(status, one.statement.when, one.statement.id))
    return tuple(entries)


def _place_of_status(statement: Statement, case: Case) -> tuple[str, ...]:
    when = statement.when
    day = when.latest.isoformat() if isinstance(when, When) and when.latest else "~"
    return (day, *_place_in_time(statement, case))


def _place_in_time(statement: Statement, case: Case) -> tuple[str, ...]:
    """Return what orders statements: day of the document, document, place in it."""
    document = case.documents[statement.document]
    return (document.date_edtf or "~", document.id, f"{statement.content.start:09}", statement.id)


def _date(history: Iterable[StatusChange]) -> When | Unknown:
    """Return the day it came into force, or was asserted, where the words give a day."""
    for one in history:
        dated = isinstance(one.when, When) and one.when.basis != "document"
        if one.status in ("in_force", "asserted", "notified") and dated:
            return one.when
    return Unknown("the words give no day on which it came into force")


def _text_available(mentions: Iterable[Mention]) -> bool | Unknown:
    """Return that its text is not public where words call it secret; else nobody is cited."""
    secret = any(
        one.coding.status == "classified_reported" or _SECRET.search(one.title) for one in mentions
    )
    return False if secret else Unknown("nobody is cited on whether its text is public")
