"""Forms for what changed between two states of the record.

The earlier time stands in `given` as `COMPARED:TIME`, and the check holds it against the brief's own.
A report is new when it came on record after that time or, where reports are compared by their dates,
when it is dated after that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.domain.brief import Citation, Sentence, SentenceMode
from onrecord.domain.decision import DecisionKind
from onrecord.domain.errors import CompileError
from onrecord.domain.when import When
from onrecord.publish.claims import HARM_WORDS, no_retraction
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.event_forms import event, figures_listed, harm_range, require_accounts
from onrecord.publish.evidence import Source
from onrecord.publish.parts import (
    Part,
    counted_of,
    dated,
    figure,
    fixed,
    given_by,
    heading_time,
    independent,
    outlet,
    quoted,
    statement_of,
    unit_label,
)
from onrecord.publish.scope_words import scope_words
from onrecord.publish.wording import PART_WORDS, count_words, moment_words, sentence_case

_LAST_KINDS = ("evt-", "tal-")


def is_new(source: Source, since: str) -> bool:
    """Say whether a report is new since `COMPARED:TIME`."""
    compared, _, time = since.partition(":")
    if compared == "record":
        return source.cited.recorded_at > time
    day = source.card.doc_date
    latest = day.latest if isinstance(day, When) else None
    return compared == "reports" and latest is not None and latest.isoformat() > time[:10]


def arrivals(desk: Desk) -> list[Part]:
    """Write how many reports of how many origins are new."""
    sources = desk.sources()
    hold("" if sources else "no report is named")
    _require_new(desk, range(len(desk.sentence.support)))
    came = "came on record" if _since(desk).startswith("record:") else "bear a later date"
    number = len({source.origin for source in sources})
    told = f"{count_words(len(sources), 'report')} of {count_words(number, 'origin')}"
    return [Part(told, "figure"), fixed(f" {came if len(sources) > 1 else _ONE[came]}.")]


_ONE = {"came on record": "came on record", "bear a later date": "bears a later date"}


def nothing_new(desk: Desk) -> list[Part]:
    """Write that no report is new, which no report of the brief may gainsay."""
    since = _since(desk)
    found = any(is_new(source, since) for source in desk.evidence.sources.values())
    hold("a report of the brief is new" if found else "")
    return [fixed("No report came on record." if since.startswith("record:") else
                  "No report bears a later date.")]  # fmt: skip


def new_event(desk: Desk) -> list[Part]:
    """Write an event that only new reports tell of."""
    _require_new(desk, range(len(desk.sentence.support)))
    return [Part("New", "mark"), fixed(": "), *event(desk)]


def event_again(desk: Desk) -> list[Part]:
    """Write an event with its origins now and before.

    Reports told it before (`was`), are new (`now`), or are older and were not held to tell it (`older`).
    """
    require_accounts(desk)
    citation, source = desk.citation(0), desk.source(0)
    was = [at for at, one in enumerate(desk.sentence.support) if one.role == "was"]
    now = [at for at, one in enumerate(desk.sentence.support) if one.role == "now"]
    roles = {one.role for one in desk.sentence.support}
    hold("" if was and roles <= {"was", "now", "older"} else "roles are missing")
    _require_new(desk, now)
    for at in was:
        hold("" if _was_held(desk, at) else "an account held before is new")
    return [
        Part("More reports" if now else "Told otherwise", "mark"), fixed(": "),
        *heading_time(citation, source), fixed(": "), *quoted(citation.span.exact), fixed(" ("),
        *outlet(source), fixed("); "), independent(desk.sources()), fixed(", before: "),
        independent([desk.source(at) for at in was], short=True),
    ]  # fmt: skip


def _was_held(desk: Desk, at: int) -> bool:
    """Say whether a report, or the version it replaces, is not new."""
    since, card = _since(desk), desk.source(at).card
    before = desk.evidence.by_document.get(card.version_of or "")
    held = (desk.source(at), before)
    return any(one is not None and not is_new(one, since) for one in held)


def day_moved(desk: Desk) -> list[Part]:
    """Write that the day of an event is told otherwise."""
    was, now = desk.citation(0), desk.citation(1)
    same = isinstance(was.dated, When) and isinstance(now.dated, When)
    same = same and was.dated.edtf == now.dated.edtf  # type: ignore[union-attr]
    hold("the day is the same" if same else "")
    return _moved(desk, "Day", [dated(was.dated)], [dated(now.dated)])


def place_moved(desk: Desk) -> list[Part]:
    """Write that the place of an event is told otherwise, in the words of both reports."""
    names = [_place(desk.citation(0)), _place(desk.citation(1))]
    hold("the place is the same" if names[0] == names[1] else "")
    for at, name in enumerate(names):
        hold("" if desk.source(at).holds(name) else "the report does not print the place")
    return _moved(desk, "Place", [Part(names[0], "name")], [Part(names[1], "name")])


def _place(citation: Citation) -> str:
    where = statement_of(citation).where
    if where is None or not where.text:
        raise CompileError("the statement states no place")
    return where.text


def _moved(desk: Desk, what: str, was: list[Part], now: list[Part]) -> list[Part]:
    return [
        fixed(f"{what}: before "), *was, fixed(" ("), *quoted(desk.citation(0).span.exact),
        fixed(", "), *outlet(desk.source(0)), fixed("), now "), *now, fixed(" ("),
        *quoted(desk.citation(1).span.exact), fixed(", "), *outlet(desk.source(1)), fixed(")"),
    ]  # fmt: skip


def harm_moved(desk: Desk) -> list[Part]:
    """Write the harm before and now, each from its lowest to its highest cited figure."""
    effect = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    sides: dict[str, list[int]] = {"was": [], "now": []}
    for at, support in enumerate(desk.sentence.support):
        side = support.role.partition(" ")[0]
        if side not in sides:
            raise CompileError("a figure is of the harm before or of the harm now")
        sides[side].append(at)
    hold("" if effect in HARM_WORDS and all(sides.values()) else "it is no kind of harm")
    return [
        fixed(f"{HARM_WORDS[effect]}: before "), harm_range(desk, effect, sides["was"]),
        fixed(" ("), *figures_listed(desk, sides["was"]), fixed("), now "),
        harm_range(desk, effect, sides["now"]), fixed(" ("), *figures_listed(desk, sides["now"]),
        fixed(")"),
    ]  # fmt: skip


def event_gone(desk: Desk) -> list[Part]:
    """Write that an event is no longer told, because its report was edited."""
    card = desk.source(0).card
    replaced = any(one.card.version_of == card.id for one in desk.evidence.sources.values())
    hold("" if replaced else "no document of the brief replaces its report")
    return [
        fixed("No longer in the report, which was edited: "), *quoted(desk.citation(0).span.exact),
        fixed(" ("), *outlet(desk.source(0)), fixed(")."),
    ]  # fmt: skip


def regrouped(desk: Desk) -> list[Part]:
    """Write that accounts are now held to be of one event, or of several; `given` says which."""
    told = {"one": "Now held to be one event", "several": "Now held to be several events"}
    words = told.get(desk.sentence.given[0] if len(desk.sentence.given) == 1 else "")
    if words is None or len(desk.sentence.support) < _FEWEST:
        raise CompileError("accounts become one event or several")
    require_accounts(desk)
    found: list[Part] = [Part(words, "mark"), fixed(": ")]
    for at in range(len(desk.sentence.support)):
        found += [fixed("; " if at else ""), *quoted(desk.citation(at).span.exact), fixed(" (")]
        found += [*outlet(desk.source(at)), fixed(")")]
    return [*found, fixed(".")]


_FEWEST = 2


def first_figure(desk: Desk) -> list[Part]:
    """Write the first figure of a count, from a new report."""
    _require_new(desk, [0])
    citation = desk.citation(0)
    counted = counted_of(citation)
    fields = tuple(one for one in desk.sentence.given if one != _since(desk))
    return [
        Part("First figure", "mark"), fixed(": "), *unit_label(counted, capital=False),
        *scope_words(desk, fields), fixed(": "), *figure(desk.source(0), counted), fixed(" "),
        dated(citation.dated, lead="as of "), fixed(" ("), *given_by(desk.source(0), citation),
        fixed(")."),
    ]  # fmt: skip


def decided(desk: Desk) -> list[Part]:
    """Write what a person decided, about which words, and the reason they gave."""
    hold("" if desk.sentence.support else "no decision is named")
    taken = desk.evidence.decision(desk.sentence.support[0].id)
    decision = taken.decision
    named = {*decision.subjects, *decision.others}
    hold("" if taken.at > _since(desk).partition(":")[2] else "the decision is not new")
    found: list[Part] = [
        Part(sentence_case(_VERBS[decision.kind]), "remark"),
    ]  # fmt: skip
    if decision.field:
        found += [fixed(" ("), *quoted(decision.field), fixed(" is to read "),
                  *quoted(decision.value), fixed(")")]  # fmt: skip
    for at in range(1, len(desk.sentence.support)):
        hold("" if desk.citation(at).statement_id in named else "the decision is not about this")
        found += [fixed("; " if at > 1 else ": "), *quoted(desk.citation(at).span.exact)]
        found += [fixed(" ("), *outlet(desk.source(at)), fixed(")")]
    return [
        *found, fixed(". By "), Part(decision.by, "name"), fixed(", "),
        Part(moment_words(taken.at), "date"), fixed(", for this reason: "), *quoted(decision.why),
    ]  # fmt: skip


_VERBS: Mapping[DecisionKind, str] = MappingProxyType(
    {
        "accept": "looked at and held to be right", "correct": "to read otherwise",
        "merge": "held to be of one event", "split": "held to be of different events",
        "dismiss": "to support nothing", "undo": "an earlier decision no longer holds",
    }
)  # fmt: skip


def suspended(desk: Desk) -> list[Part]:
    """Write that words were edited or taken back, and how much rests on them.

    `given` names what rests on them. A second citation holds the words that take the first back.
    """
    citation, source = desk.citation(0), desk.source(0)
    ids = desk.sentence.given
    counted = [(noun, sum(one.startswith(kind) for one in ids)) for kind, noun in _RESTING]
    if len(set(ids)) != len(ids) or not ids or sum(number for _, number in counted) != len(ids):
        raise CompileError("what rests on the words is named, once each")
    why = [fixed("its report was edited")]
    if len(desk.sentence.support) > 1:
        hold(no_retraction(desk.source(1).near(desk.citation(1).span)))
        why = [
            *quoted(desk.citation(1).span.exact),
            fixed(" ("),
            *outlet(desk.source(1)),
            fixed(")"),
        ]
    else:
        hold("" if source.card.version_of is not None else "the report is a first version")
    resting = " and ".join(count_words(number, noun) for noun, number in counted if number)
    return [
        *quoted(citation.span.exact), fixed(" ("), *outlet(source),
        fixed("), because of this: "), *why, fixed("; resting on it: "),
        Part(resting, "figure"), fixed("."),
    ]  # fmt: skip


#: What may rest on words, by the beginning of its id.
_RESTING = (
    ("evt-", "event"), ("tal-", "count"), ("tie-", "link"), ("dec-", "decision"),
    ("stm-", "statement"),
)  # fmt: skip


def part(desk: Desk) -> list[Part]:
    """Write the heading of a part of what changed; `given` names it."""
    words = PART_WORDS.get(desk.sentence.given[0] if len(desk.sentence.given) == 1 else "")
    if words is None or desk.sentence.support:
        raise CompileError("no part of what changed is called so")
    return [fixed(words)]


def unchanged(desk: Desk) -> list[Part]:
    """Write how much stands as it did; `given` names every event and count."""
    ids = desk.sentence.given
    sorts = {kind: [one for one in ids if one.startswith(kind)] for kind in _LAST_KINDS}
    if len(set(ids)) != len(ids) or not ids or sum(map(len, sorts.values())) != len(ids):
        raise CompileError("what stands as it did is named, once each")
    words = [
        count_words(len(found), noun)
        for found, noun in zip(sorts.values(), ("event", "count"), strict=True)
        if found
    ]
    return [fixed("As before: "), fixed(" and ".join(words)), fixed(".")]


def since_given(sentence: Sentence) -> tuple[str, ...]:
    """Return the earlier times that the arguments of a sentence name: one, or none."""
    return tuple(one for one in sentence.given if one.startswith(("record:", "reports:")))


def _since(desk: Desk) -> str:
    found = since_given(desk.sentence)
    if len(found) != 1:
        raise CompileError("the earlier time is not named")
    return found[0]


def _require_new(desk: Desk, places: range | list[int]) -> None:
    since = _since(desk)
    for at in places:
        hold("" if is_new(desk.source(at), since) else "the report is not new")


FORMS: Mapping[str, tuple[Form, SentenceMode]] = MappingProxyType(
    {
        "arrivals": (arrivals, "computed"),
        "nothing_new": (nothing_new, "computed"),
        "new_event": (new_event, "quoted"),
        "event_again": (event_again, "computed"),
        "day_moved": (day_moved, "computed"),
        "place_moved": (place_moved, "computed"),
        "harm_moved": (harm_moved, "computed"),
        "event_gone": (event_gone, "quoted"),
        "regrouped": (regrouped, "computed"),
        "first_figure": (first_figure, "computed"),
        "decided": (decided, "quoted"),
        "suspended": (suspended, "computed"),
        "part": (part, "paraphrased"),
        "unchanged": (unchanged, "computed"),
    }
)
