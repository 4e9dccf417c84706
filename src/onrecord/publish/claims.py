"""What a comparison of two reports claims, beyond their words, and whether the evidence bears it out.

Each function returns why a claim does not hold, or nothing when it does. Compiling asks before it
drafts a sentence and every form asks again when it writes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from onrecord.domain.document import Document
from onrecord.domain.quantity import Quantity, compatible
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset({"the", "a", "an", "of", "for", "and", "s"})
_NAMED = 4
#: How much of the shorter quotation the other must share to be another wording of it.
_SAME_UTTERANCE = 0.5


#: What each kind of harm is called, by effect.
HARM_WORDS = {
    "killed": "Killed", "injured": "Injured", "missing": "Missing", "detained": "Detained",
    "displaced": "Displaced",
}  # fmt: skip
_EFFECT_UNITS = {
    "killed": frozenset({"killed", "dead", "died"}),
    "injured": frozenset({"injured", "wounded", "hurt"}),
    "missing": frozenset({"missing"}),
    "detained": frozenset({"detained", "arrested"}),
    "displaced": frozenset({"displaced", "evacuated"}),
}
_ENDS = frozenset({"low", "high", "both", "figure"})
#: What a statement may do that is told as a stance on who did it.
_STANCE_KINDS = {
    "accepts": frozenset({"say.confirm", "say.announce", "say.report", "occ.event"}),
    "attributes": frozenset({"say.accuse", "jdg.responsibility", "say.report", "jdg.assessment"}),
    "denies": frozenset({"say.deny", "say.reject"}),
    "declines_to_comment": frozenset({"say.decline"}),
}


def stands_whole(words: str, text: str) -> bool:
    """Say whether `words` stand in `text` as whole words.

    Example:
        >>> stands_whole("Oman", "a Roman road"), stands_whole("Oman", "in Oman, he said")
        (False, True)
    """
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def field_follows(
    name: str, value: str, *, statement: Statement, near: Callable[[Span], str]
) -> bool:
    """Say whether a statement gives the actor, the area or the group of a count.

    An actor must be the statement's own, an area its place or a name in the passage it stands in, a
    group a word of that passage; `near` returns the passage of a span.
    """
    if not value:
        return False
    if name == "actor":
        return value == statement.actor
    named = name == "area" and statement.where is not None and value == statement.where.name
    return named or stands_whole(value, near(statement.content))


def no_step(earlier: Counted, later: Counted, *, days: tuple[object, object]) -> str:
    """Return why `later` is no later figure of the same count; `days` are their dates."""
    if earlier.quantity.unit != later.quantity.unit:
        return "the two figures do not count the same"
    first, last = days
    if not isinstance(first, When) or not isinstance(last, When):
        return "a figure without a day is no step of a count"
    if first.latest is None or last.latest is None:
        return "a figure without a day is no step of a count"
    return "the later figure is of an earlier day" if last.latest < first.latest else ""


def counts_harm(effect: str, unit: str) -> bool:
    """Say whether a unit counts people to whom `effect` is reported to have happened.

    Example:
        >>> counts_harm("killed", "people_killed"), counts_harm("killed", "people_feared_killed")
        (True, False)
    """
    group, _, state = unit.partition("_")
    return group == "people" and state in _EFFECT_UNITS.get(effect, ())


def no_harm(effect: str, figures: Sequence[Quantity], *, roles: Sequence[str]) -> str:
    """Return why figures with these roles are not the harm of one kind with its two ends."""
    if effect not in HARM_WORDS:
        return "it is no kind of harm"
    if not all(counts_harm(effect, one.unit) for one in figures):
        return "a figure does not count this harm"
    ends = sorted(role for role in roles if role != "figure")
    if ends not in (["both"], ["high", "low"]) or not set(roles) <= _ENDS:
        return "the harm has one figure for each of its ends"
    low, high = harm_ends(figures, roles)
    if low.low is not None and high.high is not None and low.low > high.high:
        return "the lowest figure lies above the highest"
    return ""


def harm_ends(figures: Sequence[Quantity], roles: Sequence[str]) -> tuple[Quantity, Quantity]:
    """Return the figures that state the lower and the upper end, by their roles."""
    by_role = dict(zip(roles, figures, strict=True))
    both = by_role.get("both", figures[0])
    return by_role.get("low", both), by_role.get("high", both)


def unlike_figures(figures: Sequence[Quantity]) -> bool:
    """Say whether two of the figures allow no common number."""
    return any(not compatible(a, b) for at, a in enumerate(figures) for b in figures[at + 1 :])


def no_claim(stance: str, statement: Statement) -> str:
    """Return why a statement does not take this stance on who did it."""
    held = statement.kind in _STANCE_KINDS.get(stance, ())
    return "" if held else "the statement does not take this stance on who did it"


def no_alteration(earlier: Statement, later: Statement) -> str:
    """Return why the two are not one utterance quoted in different words."""
    if earlier.mode != "direct" or later.mode != "direct":
        return "one of the two is no direct quotation"
    if not _one_speaker(earlier, later):
        return "the two quotations are not of one speaker"
    a, b = _words(earlier.content.exact), _words(later.content.exact)
    if a == b:
        return "the two quotations do not differ in words"
    blocks = SequenceMatcher(a=a, b=b, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    if shared < _SAME_UTTERANCE * min(len(a), len(b)):
        return "the two quotations are not of one utterance"
    return ""


def no_disagreement(earlier: Statement, later: Statement) -> str:
    """Return why the two do not disagree: by figure, by denial or by wording."""
    if _one_voice(earlier, later):
        return "one voice in one report does not disagree with itself"
    if not no_alteration(earlier, later) or _figures_differ(earlier, later):
        return ""
    if later.kind == "say.deny" and _names(_voice(later) or later.actor) & _names(earlier.actor):
        return ""
    return "the two do not disagree: no figures, no denial and no wording that differ"


def no_denial(earlier: Statement, later: Statement) -> str:
    """Return why `later` does not deny `earlier`: it is no denial, or both are one voice."""
    if _one_voice(earlier, later):
        return "one voice in one report does not deny itself"
    denied = later.kind in ("say.deny", "say.reject") or later.innermost.value.endswith("-")
    return "" if denied else "the later statement denies nothing"


def no_contradiction(earlier: Statement, later: Statement, *, subtype: str) -> str:
    """Return why the two cannot be said to exclude one another in what `subtype` names."""
    if _one_voice(earlier, later):
        return "one voice in one report does not contradict itself"
    if subtype not in _SHOWN:
        return "no rule tells a contradiction of this sort"
    return "" if _SHOWN[subtype](earlier, later) else "the two do not differ in this"


def no_tension(earlier: Statement, later: Statement, *, subtype: str = "") -> str:
    """Return why the two do not stand in tension in what `subtype` names.

    Where no rule tells whether they do ("evaluation"), a reader sees it in the words of both.
    """
    if _one_voice(earlier, later):
        return "one voice in one report is in no tension with itself"
    shown = _SHOWN.get(subtype)
    return "" if shown is None or shown(earlier, later) else "the two do not differ in this"


def no_sequel(earlier: Document, later: Document) -> str:
    """Return why one report does not come after the other: a day is missing, or they are reversed."""
    first, last = earlier.doc_date, later.doc_date
    if not isinstance(first, When) or not isinstance(last, When):
        return "a report without a date comes neither before nor after"
    if first.earliest is None or last.latest is None:
        return "a report without a date comes neither before nor after"
    return "the later report is the earlier one" if last.latest < first.earliest else ""


def no_fulfilment(earlier: Statement, later: Statement) -> str:
    """Return why `later` is nothing that `earlier` announced: no plan, or nothing that happened."""
    ahead = earlier.kind.startswith("fut.") or earlier.kind in _AHEAD_KINDS
    if not ahead and "future" not in earlier.off_line:
        return "the earlier statement announces nothing"
    return "" if later.supports_event() else "the later statement reports nothing that happened"


_AHEAD_KINDS = frozenset({"say.threat", "say.pledge", "say.announce", "say.demand"})


def doubts(earlier: Statement, later: Statement) -> tuple[str, ...]:
    """Return what is uncertain in holding `later` to be what `earlier` announced, in plain words."""
    here, there = earlier.where, later.where
    found = [
        ("the later report does not say who did it", not later.actor),
        (
            "the two name the party differently",
            bool(later.actor) and not _names(later.actor) & _names(_party(earlier)),
        ),
        ("a place is missing from one of the two", here is None or there is None),
        ("the places are not the same", _places_differ(here, there)),
        ("the later report is not certain", later.innermost.value != "CT+"),
    ]
    soon = _SOON.search(earlier.content.exact)
    if soon is not None:
        found.append((f"how soon “{soon.group()}” meant is open", True))
    return tuple(words for words, holds in found if holds)


#: Words that promise something soon and set no day.
_SOON = re.compile(
    r"\b(?:very soon|soon|shortly|in the coming (?:days|weeks)|any day now|before long)\b",
    re.IGNORECASE,
)


def _places_differ(here: Where | None, there: Where | None) -> bool:
    if here is None or there is None:
        return False
    return not _names(here.name or here.text) & _names(there.name or there.text)


def _party(statement: Statement) -> str:
    return f"{statement.actor} {_voice(statement)}"


def no_retraction(passage: str) -> str:
    """Return why the passage around a later statement takes nothing back."""
    return "" if _TAKEN_BACK.search(passage) else "no word of the later report takes anything back"


_TAKEN_BACK = re.compile(
    r"\b(?:correct(?:ion|ed|s)|retract\w*|withdr[ae]w\w*|took back|taken back|revis\w+|erron\w+|"
    r"in error|mistak\w+|incorrect\w*|apologi[sz]\w+|clarif\w+|denie[ds]|removed|deleted)\b",
    re.IGNORECASE,
)


def _sides_differ(a: Statement, b: Statement) -> bool:
    return ("negation" in a.off_line or a.innermost.value.endswith("-")) != (
        "negation" in b.off_line or b.innermost.value.endswith("-")
    )


def _actors_differ(a: Statement, b: Statement) -> bool:
    return bool(a.actor and b.actor) and a.actor != b.actor


def _one_voice(earlier: Statement, later: Statement) -> bool:
    return earlier.document == later.document and _voice(earlier) == _voice(later)


def no_edit(was: Document | None, now: Document | None) -> str:
    """Return why words of `was` were not edited into words of `now`; either may be missing."""
    if now is None:
        return "no document of the brief replaces it"
    if now.version_of is None:
        return "the document replaces no other version"
    if was is not None and now.version_of != was.id:
        return "the two documents are not versions of one another"
    return ""


def no_gap_in_date(card: Document) -> str:
    """Return why a document cannot be called undated."""
    day = card.doc_date
    dated = not isinstance(day, Unknown) and day.edtf is not None
    return "the document bears a date" if dated else ""


def _figures_differ(earlier: Statement, later: Statement) -> bool:
    return any(
        a.quantity.unit == b.quantity.unit and not compatible(a.quantity, b.quantity)
        for a in earlier.quantities
        for b in later.quantities
    )


def _one_speaker(a: Statement, b: Statement) -> bool:
    return any(
        one == other or stands_whole(one, other) or stands_whole(other, one)
        for one in _labels(a)
        for other in _labels(b)
    )


def _labels(statement: Statement) -> set[str]:
    """Return what the last source is called, without articles; pronouns name nobody."""
    if not statement.voices:
        return set()
    voice = statement.voices[-1]
    plain = {" ".join(_words(words)) for words in (voice.name, voice.text)}
    return {words for words in plain if len(words) >= _NAMED and words not in _PRONOUNS}


_PRONOUNS = frozenset({"they", "them", "their", "which", "that", "these", "those", "this"})


def _voice(statement: Statement) -> str:
    return statement.voices[-1].label if statement.voices else ""


def _names(label: str) -> set[str]:
    """Return the beginnings of the words of a name, so that Iran meets Iranian."""
    return {word[:_NAMED] for word in _words(label) if len(word) >= _NAMED} - {"said", "mini"}


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _LITTLE]


#: What can be seen in the coded values of two statements, by subtype of a link.
_SHOWN: Mapping[str, Callable[[Statement, Statement], bool]] = {
    "numeric": _figures_differ,
    "negation": _sides_differ,
    "attribution": _actors_differ,
}
