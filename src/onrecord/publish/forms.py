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
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish import unknowns
from onrecord.publish.accounts import is_imagined, is_spoken
from onrecord.publish.claims import (
    field_follows,
    no_alteration,
    no_disagreement,
    no_edit,
    no_step,
)
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.evidence import Evidence, datings, plain_origin
from onrecord.publish.parts import (
    PRONOUNS,
    Part,
    certainty,
    counted_of,
    dated,
    figure,
    fixed,
    is_generic,
    mark,
    origin_words,
    origins,
    outlet,
    quoted,
    remark,
    speakers,
    statement_of,
    unit_label,
)
from onrecord.publish.wording import DOMAIN_WORDS, count_words, difference_words, edtf_words

_NO_REASON = "the report does not say"


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
        *unit_label(now), *_scope_words(desk), fixed(": "), *figure(desk.source(0), was), fixed(" "),
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
    """Return what a fall is: a revision within one origin, a disagreement between two (rule 4)."""
    if isinstance(change, Unknown) or change.high is None or change.high >= 0:
        return []
    issuers = {plain_origin(_issuer(desk, place)) for place in (at, at + 1)}
    if desk.source(at).origin == desk.source(at + 1).origin or (
        len(issuers) == 1 and issuers != {""}
    ):
        return [fixed(", a revision by the same source")]
    return [fixed(", a disagreement between two sources")]


def _issuer(desk: Desk, at: int) -> str:
    chain = speakers(desk.source(at), statement_of(desk.citation(at)))
    return chain[-1] if chain else desk.source(at).card.publisher or ""


def _scope(desk: Desk) -> list[Part]:
    cited = [counted_of(desk.citation(at)) for at in range(len(desk.sentence.support))]
    units = {counted.quantity.unit for counted in cited}
    hold("the figures do not count the same" if len(units) > 1 else "")
    return [*unit_label(counted_of(desk.citation(0))), *_scope_words(desk)]


def _scope_words(desk: Desk) -> list[Part]:
    """Write the fields of a scope that `given` names, each checked against the support."""
    found: list[Part] = []
    for given in desk.sentence.given:
        name, _, value = given.partition(":")
        if not scope_follows(desk, name, value):
            raise CompileError(f"the scope {given!r} stands in none of the cited passages")
        if name == "window":
            found += [fixed(", since "), Part(edtf_words(value), "date")]
        elif name == "domain":
            found.append(fixed(f", {DOMAIN_WORDS[value]}"))
        else:
            found += [fixed(_SCOPE_LEADS[name]), Part(value, "name")]
    return found


_SCOPE_LEADS = {"actor": ", by ", "area": ", ", "group": ", only "}


def scope_follows(desk: Desk, name: str, value: str, *, among: range | None = None) -> bool:
    """Say whether one field of a scope follows from a cited statement or the passage it stands in.

    `among` are the places in the support that may give it; all of them when it is `None`.
    """
    places_in_support = range(len(desk.sentence.support)) if among is None else among
    citations = [desk.citation(at) for at in places_in_support]
    if name in _SCOPE_LEADS:
        return any(
            field_follows(
                name, value, statement=statement_of(one), near=desk.evidence.source_of(one).near
            )
            for one in citations
        )
    if name == "domain":
        places = [statement_of(citation).where for citation in citations]
        return value in DOMAIN_WORDS and any(
            place is not None and DOMAIN_WORDS.get(place.domain, "") in _SAME_DOMAIN[value]
            for place in places
        )
    return name == "window" and any(
        value == (when.edtf or "").partition("/")[0]
        for citation in citations
        for when in datings(citation, desk.evidence.source_of(citation).card)
    )


_SAME_DOMAIN = {
    code: frozenset(
        {words, *({"in territorial waters", "on the high seas"} if code == "sea" else ())}
    )
    for code, words in DOMAIN_WORDS.items()
}


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
    when = citation.dated
    if isinstance(when, When) and when.edtf is not None:
        head = [dated(when, kind="when")]
        if when.basis == "document":
            head = [Part(f"Reported {edtf_words(when.edtf.rpartition('/')[2])}", "when")]
    else:
        why = when.reason if isinstance(when, (When, Unknown)) else ""
        head = [Part("Undated", "when"), fixed(" ("), remark(why, source, otherwise=_NO_REASON)]
        head.append(fixed(")"))
    return [*head, fixed(": "), *mark(statement), *quoted(citation.span.exact), *_tail(desk)]


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


def _altered_quote(desk: Desk) -> list[Part]:
    hold(no_alteration(*_two(desk)))
    return [fixed("Quoted in different words: "), *_both(desk, " and ")]


def _disagreement(desk: Desk) -> list[Part]:
    hold(no_disagreement(*_two(desk)))
    return [fixed("Reports disagree: "), *_both(desk, " against ")]


def _two(desk: Desk) -> tuple[Statement, Statement]:
    return statement_of(desk.citation(0)), statement_of(desk.citation(1))


def _both(desk: Desk, between: str) -> list[Part]:
    return [
        *quoted(desk.citation(0).span.exact), fixed(" ("), *outlet(desk.source(0)), fixed(")"),
        fixed(between), *quoted(desk.citation(1).span.exact), fixed(" ("), *outlet(desk.source(1)),
        fixed(")."),
    ]  # fmt: skip


def _sources(desk: Desk) -> list[Part]:
    return [origins(desk.sources(), "article"), fixed(".")]


def _on_record(desk: Desk) -> list[Part]:
    return [origins(desk.sources(), "article"), fixed(" on record; no count has changed.")]


def _left_out(desk: Desk) -> list[Part]:
    """Write how many entries a list leaves out; `given` is the command and the ids left out."""
    command, *ids = desk.sentence.given or ("",)
    if command not in ("statements", "tallies", "timeline") or len(set(ids)) != len(ids) or not ids:
        raise CompileError("a list that leaves entries out names them and how to get them")
    noun = "is" if len(ids) == 1 else "are"
    entries = count_words(len(ids), "more entry" if len(ids) == 1 else "more entrie")
    return [fixed(f"{entries} {noun} left out here: onrecord {command} lists every one.")]


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
    "altered_quote": (_altered_quote, "quoted"),
    "disagreement": (_disagreement, "quoted"),
    "conflict": (unknowns.conflict, "paraphrased"),
    "document_conflict": (unknowns.document_conflict, "paraphrased"),
    "undated": (unknowns.undated, "paraphrased"),
    "unpublished": (unknowns.unpublished, "paraphrased"),
    "undated_figure": (unknowns.undated_figure, "paraphrased"),
    "gap": (unknowns.gap, "quoted"),
    "sources": (_sources, "computed"),
    "on_record": (_on_record, "computed"),
    "left_out": (_left_out, "computed"),
}

#: Forms that speak about the brief itself and rest on no words of a report.
UNSUPPORTED = frozenset({"left_out"})
