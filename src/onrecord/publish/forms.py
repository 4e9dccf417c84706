"""The rules that write sentences: each makes its text of support alone (law 7).

Compiling writes a sentence with `write`; verifying writes it again from the embedded evidence and
compares. A sentence therefore holds nothing but fixed words of a form, words quoted from a cited
passage or card, and words that a rule of `wording` derives from cited values.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.domain.brief import Citation, Sentence, SentenceMode
from onrecord.domain.errors import CompileError
from onrecord.domain.quantity import Difference, difference
from onrecord.domain.statement import Counted
from onrecord.domain.unknown import Unknown
from onrecord.publish import event_forms, link_forms, news_forms, unknowns
from onrecord.publish.accounts import is_imagined, is_spoken
from onrecord.publish.asked_forms import ASKED_FORMS
from onrecord.publish.assessed_forms import ASSESSED_FORMS
from onrecord.publish.claims import no_edit, no_retraction, no_step
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.evidence import Evidence, plain_origin
from onrecord.publish.judged_forms import JUDGED_FORMS
from onrecord.publish.parts import (
    PRONOUNS,
    Part,
    certainty,
    counted_of,
    dated,
    figure,
    fixed,
    heading_time,
    is_generic,
    mark,
    origin_words,
    origins,
    outlet,
    quoted,
    speakers,
    statement_of,
    unit_label,
)
from onrecord.publish.scope_words import scope_follows, scope_words
from onrecord.publish.score_forms import SCORE_FORMS
from onrecord.publish.wording import count_words, difference_words


def parts_of(sentence: Sentence, evidence: Evidence) -> tuple[Part, ...]:
    """Return the parts that the sentence's form makes of its support.

    Raises:
        CompileError: there is no such form, or the support does not carry it.
    """
    rule = FORMS.get(sentence.form)
    if rule is None:
        raise CompileError(f"no form is called {sentence.form!r}")
    return tuple(rule[0](Desk(evidence, sentence)))


def text_of(parts: tuple[Part, ...]) -> str:
    """Return the text of parts; table cells are parted by ` | `."""
    return "".join(" | " if part.kind == "cell" else part.words for part in parts)


def write(sentence: Sentence, evidence: Evidence) -> Sentence:
    """Return the sentence with the text and mode its form gives it."""
    text = text_of(parts_of(sentence, evidence))
    return replace(sentence, text=text, mode=FORMS[sentence.form][1])


def _step(desk: Desk) -> list[Part]:
    early, late, was, now = _move(desk, at=0)
    change = difference(was.quantity, now.quantity)
    undetermined = isinstance(change, Unknown)
    return [
        *unit_label(now), *scope_words(desk, desk.sentence.given), fixed(": "),
        *figure(desk.source(0), was), fixed(" "),
        dated(early.dated, lead="as of "), fixed(", "), *figure(desk.source(1), now), fixed(" "),
        dated(late.dated, lead="as of "), fixed("; " if undetermined else ": "),
        Part(difference_words(change), "figure"), *_fall(desk, change, at=0), fixed("."),
    ]  # fmt: skip


def _move(desk: Desk, *, at: int) -> tuple[Citation, Citation, Counted, Counted]:
    """Return the two citations at `at` and their figures, which must be a step of one count."""
    early, late = desk.citation(at), desk.citation(at + 1)
    was, now = counted_of(early), counted_of(late)
    hold(no_step(was, now, days=(early.dated, late.dated)))
    return early, late, was, now


def _lead(desk: Desk) -> list[Part]:
    """Write the latest moves of several counts in one line; support comes in pairs."""
    pairs = len(desk.sentence.support) // 2
    if len(desk.sentence.given) != pairs or len(desk.sentence.support) != 2 * pairs:
        raise CompileError("each move of the lead names its area, if only as empty")
    days = {str(desk.citation(2 * at + 1).dated) for at in range(pairs)}
    found = [dated(desk.citation(1).dated, lead="By "), fixed(": ")] if len(days) == 1 else []
    for at in range(pairs):
        _, _, was, now = _move(desk, at=2 * at)
        change = difference(was.quantity, now.quantity)
        told = difference_words(change)
        found += [
            fixed("; " if at else ""), *unit_label(now, capital=not found), *_area(desk, at),
            *figure(desk.source(2 * at), was), fixed(", then "),
            *figure(desk.source(2 * at + 1), now), fixed(" ("),
            Part("difference not determined" if "cannot be" in told else told, "figure"),
            *_fall(desk, change, at=2 * at), fixed(")"),
        ]  # fmt: skip
    return [*found, fixed(".")]


def _area(desk: Desk, at: int) -> list[Part]:
    area = desk.sentence.given[at]
    if not area:
        return [fixed(" ")]
    if not scope_follows(desk, "area", area, among=range(2 * at, 2 * at + 2)):
        raise CompileError(f"the area {area!r} stands in none of the cited passages")
    return [fixed(", "), Part(area, "name"), fixed(": ")]


def _fall(desk: Desk, change: Difference | Unknown, *, at: int) -> list[Part]:
    """Return what a fall is (rule 4): a disagreement between two sources, or a fall within one.

    Within one it is a revision where cited words say that the figure was put right.
    """
    if isinstance(change, Unknown) or change.high is None or change.high >= 0:
        return []
    issuers = {plain_origin(_issuer(desk, place)) for place in (at, at + 1)}
    same = len(issuers) == 1 and issuers != {""}
    if desk.source(at).origin != desk.source(at + 1).origin and not same:
        return [fixed(", a disagreement between two sources")]
    revised = [place for place, one in enumerate(desk.sentence.support) if one.role == "revised"]
    if not revised:
        return [fixed(", a fall within one source")]
    says = desk.citation(revised[0])
    hold(no_retraction(desk.source(revised[0]).near(says.span)))
    return [
        fixed(", a revision by the same source: "), *quoted(says.span.exact), fixed(" ("),
        *outlet(desk.source(revised[0])), fixed(")"),
    ]  # fmt: skip


def _issuer(desk: Desk, at: int) -> str:
    chain = speakers(desk.source(at), statement_of(desk.citation(at)))
    return chain[-1] if chain else desk.source(at).card.publisher or ""


def _scope(desk: Desk) -> list[Part]:
    cited = [counted_of(desk.citation(at)) for at in range(len(desk.sentence.support))]
    units = {counted.quantity.unit for counted in cited}
    hold("the figures do not count the same" if len(units) > 1 else "")
    return [*unit_label(counted_of(desk.citation(0))), *scope_words(desk, desk.sentence.given)]


def _origins(desk: Desk) -> list[Part]:
    return [origins(desk.sources()), fixed(".")]


def _observation(desk: Desk) -> list[Part]:
    citation, source = desk.citation(0), desk.source(0)
    chain = speakers(source, statement_of(citation))
    paper = source.card.publisher
    cell = Part("", "cell")
    return [
        dated(citation.dated), cell, *figure(source, counted_of(citation)), cell,
        _name(chain[-1] if chain else paper), cell, _name(paper), cell, *origin_words(source),
    ]  # fmt: skip


def _name(words: str | None) -> Part:
    return Part(words, "name") if words else fixed("not known")


def _timeline(desk: Desk) -> list[Part]:
    citation, source = desk.citation(0), desk.source(0)
    statement = statement_of(citation)
    if not statement.supports_event() and not statement.kind.startswith(("say.", "law.")):
        raise CompileError("the statement is held back, so it is no occurrence (law 5)")
    return [
        *heading_time(citation, source), fixed(": "), *mark(statement),
        *quoted(citation.span.exact), *_tail(desk),
    ]  # fmt: skip


def _said(desk: Desk) -> list[Part]:
    citation = desk.citation(0)
    statement = statement_of(citation)
    hold("" if is_spoken(statement) else "nobody is reported to have said this")
    found = [*mark(statement), *quoted(citation.span.exact), fixed(" — ")]
    found.append(fixed(_SPEECH.get(statement.mode, "reported speech")))
    if statement.cue is not None:
        found += [fixed(", "), *quoted(statement.cue.exact)]
    return [*found, *_tail(desk, dash=False)]


_SPEECH = {"direct": "direct quotation", "mixed": "partly quoted", "indirect": "reported speech"}


def _imagined(desk: Desk) -> list[Part]:
    citation = desk.citation(0)
    hold("" if is_imagined(statement_of(citation)) else "the report means this as more")
    return [*mark(statement_of(citation)), *quoted(citation.span.exact), *_tail(desk)]


def _tail(desk: Desk, *, dash: bool = True) -> list[Part]:
    source = desk.source(0)
    found = [fixed(" — " if dash else "; "), *certainty(source, statement_of(desk.citation(0)))]
    found += [fixed(" ("), *outlet(source)]
    others = desk.sources()
    if len(others) > 1:
        found += [fixed("; "), origins(others)]
    return [*found, fixed(")")]


def _speaker(desk: Desk) -> list[Part]:
    chain = speakers(desk.source(0), statement_of(desk.citation(0)))
    if not chain or chain[-1].casefold() in PRONOUNS:
        return [fixed("Speakers not named")]
    if is_generic(chain[-1]):
        return [Part(chain[-1], "name"), fixed(" ("), *outlet(desk.source(0)), fixed(")")]
    return [Part(chain[-1], "name")]


def _edited(desk: Desk) -> list[Part]:
    """Write what an edit changed; roles `was` and `now` say which words stand before and after.

    A `was` alone is borne out by the document of the evidence that replaces it.
    """
    roles = {support.role: at for at, support in enumerate(desk.sentence.support)}
    if len(roles) != len(desk.sentence.support) or not set(roles) <= {"was", "now"}:
        raise CompileError("an edit has words before, words after, or both")
    before = desk.source(roles["was"]).card if "was" in roles else None
    after = desk.source(roles["now"]).card if "now" in roles else None
    if before is not None and after is None:
        after = next(
            (
                one.card
                for one in desk.evidence.sources.values()
                if one.card.version_of == before.id
            ),
            None,
        )
    hold(no_edit(before, after))
    found = [fixed("Edited after publication ("), *outlet(desk.source(0)), fixed("): ")]
    if "was" in roles and "now" in roles:
        found += [*quoted(desk.citation(roles["was"]).span.exact), fixed(" became ")]
        return [*found, *quoted(desk.citation(roles["now"]).span.exact)]
    verb = " was removed" if "was" in roles else " was added"
    return [*found, *quoted(desk.citation(0).span.exact), fixed(verb)]


def _sources(desk: Desk) -> list[Part]:
    return [origins(desk.sources(), "article"), fixed(".")]


def _on_record(desk: Desk) -> list[Part]:
    return [origins(desk.sources(), "article"), fixed(" on record; no count has changed.")]


def _left_out(desk: Desk) -> list[Part]:
    """Write how many entries a list leaves out; `given` is the command and the ids left out."""
    command, *ids = desk.sentence.given or ("",)
    if command not in _COMMANDS or len(set(ids)) != len(ids) or not ids:
        raise CompileError("a list that leaves entries out names them and how to get them")
    noun = "is" if len(ids) == 1 else "are"
    entries = count_words(len(ids), "more entry" if len(ids) == 1 else "more entrie")
    return [fixed(f"{entries} {noun} left out here: onrecord {command} lists every one.")]


#: Commands that list every entry of a section.
_COMMANDS = frozenset(
    {
        "statements", "tallies", "timeline", "authority gap", "posture", "escalation", "hypotheses",
        "questions",
    }
)  # fmt: skip

FORMS: dict[str, tuple[Form, SentenceMode]] = {
    "lead": (_lead, "computed"),
    "step": (_step, "computed"),
    "scope": (_scope, "computed"),
    "origins": (_origins, "computed"),
    "observation": (_observation, "computed"),
    "timeline": (_timeline, "quoted"),
    "said": (_said, "quoted"),
    "imagined": (_imagined, "quoted"),
    "speaker": (_speaker, "paraphrased"),
    "edited": (_edited, "quoted"),
    "event": (event_forms.event, "quoted"),
    "harm": (event_forms.harm, "computed"),
    "responsibility": (event_forms.responsibility, "quoted"),
    "joined": (event_forms.joined, "computed"),
    **{name: (form, "quoted") for name, form in link_forms.FORMS.items()},
    **news_forms.FORMS,
    **ASSESSED_FORMS,
    **JUDGED_FORMS,
    **ASKED_FORMS,
    **SCORE_FORMS,
    "conflict": (unknowns.conflict, "paraphrased"),
    "document_conflict": (unknowns.document_conflict, "paraphrased"),
    "undated": (unknowns.undated, "paraphrased"),
    "unpublished": (unknowns.unpublished, "paraphrased"),
    "undated_figure": (unknowns.undated_figure, "paraphrased"),
    "not_told": (unknowns.gap, "quoted"),
    "sources": (_sources, "computed"),
    "on_record": (_on_record, "computed"),
    "left_out": (_left_out, "computed"),
}

#: Forms that speak about the brief itself and rest on no words of a report.
UNSUPPORTED = frozenset({"how_scored", "left_out", "nothing_new", "part", "unchanged"})
