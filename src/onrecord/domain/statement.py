"""What one document says: `Statement`, pinned to exact words, with its voices and their certainty.

Sources are listed outermost first: "CNN reported that officials told lawmakers …" has the chain
CNN, officials. An empty chain is the author's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.domain.authority import (
    ActionClass,
    AuthorityCode,
    AuthorityStatus,
    CoverageDomain,
    CoverageEffect,
)
from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.posture import ElementKind, PostureStatus
from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Span
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where, named_area

StatementKind = Literal[
    "occ.event", "occ.tally", "occ.posture", "occ.context",
    "say.threat", "say.demand", "say.announce", "say.pledge", "say.confirm", "say.deny",
    "say.reject", "say.accuse", "say.decline", "say.report",
    "law.instrument", "law.designation", "law.scope_limit", "law.authority_assertion",
    "law.authorization", "law.oversight",
    "tgt.reported",
    "jdg.assessment", "jdg.intent", "jdg.responsibility", "jdg.inference", "jdg.comparison",
    "fut.pathway", "fut.prediction", "fut.counterfactual", "fut.question",
    "meta.gap", "meta.pledge", "meta.teaser", "meta.source_access",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(StatementKind)

#: FactBank: certain, probable, possible, with polarity; CTu and Uu where none is committed to.
FactualityValue = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"]
#: What takes a statement off the line of what happened (PLOVER auxiliary modes and questions).
Aux = Literal["negation", "future", "hypothetical", "counterfactual", "question", "historical"]

SourceIdentity = Literal[
    "named_person", "named_office", "organisation", "document", "unnamed_official", "unnamed",
    "unattributed", "author",
]  # fmt: skip
QuotationMode = Literal["direct", "indirect", "mixed", "none"]
ActScheme = Literal["PLOVER", "CAMEO"]

_NO_TIME = Unknown("no time is stated")


@dataclass(frozen=True, slots=True)
class Voice:
    """One source in a chain.

    Attributes:
        text: The words that name it, verbatim ("administration officials"); for a pronoun the
            pronoun.
        identity: How far it is identified.
        name: The name the words stand for once resolved ("Marco Rubio" for "he"); empty when the
            words are the name or nobody could be told.
        span: Where the words stand; `None` for an implied author or publisher.
    """

    text: str
    identity: SourceIdentity
    name: str = ""
    span: Span | None = None

    @property
    def label(self) -> str:
        """Return the resolved name, else the words."""
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class Factuality:
    """How far one source commits to the content (FactBank), and what takes it off the line."""

    source: str
    value: FactualityValue
    aux: tuple[Aux, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """What is done: a PLOVER type with mode, or a CAMEO code for talk PLOVER leaves out."""

    scheme: ActScheme
    code: str
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and the words that state it."""

    span: Span
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Coding:
    """What the words claim that one legal instrument does, or does not do.

    Attributes:
        instrument: Which kind of instrument; `None` where the words speak of any basis at all ("no legal
            basis").
        effect: What it is said to do; `silent` where the words do not say.
        status: What became of it, where the words say: adopted, failed, expired …
        domain: Where what it covers would happen.
        action: Which kind of action it speaks of.
        target: Against which class of target.
        span: The words that name it; `None` where a power is claimed without naming an instrument.
    """

    instrument: AuthorityCode | None
    effect: CoverageEffect = "silent"
    status: AuthorityStatus | None = None
    domain: CoverageDomain | None = None
    action: ActionClass | None = None
    target: TargetClass | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Force:
    """One element of a force as reported: a category with its public name and count, never a point.

    Attributes:
        span: The words that name it.
        kind: What it is.
        name: Its name or type as worded ("USS Valiant", "F-35"); empty when there is none.
        owner: Whose it is, as worded beside it ("Velmaran"); empty when not stated there.
        count: How many; `None` when not stated.
        status: What it is doing, normalised; `None` when the words do not say.
    """

    span: Span
    kind: ElementKind
    name: str = ""
    owner: str = ""
    count: Quantity | None = None
    status: PostureStatus | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one document says, in exact words.

    Attributes:
        document: Id of the document.
        content: The words that carry it.
        kind: What kind of thing it is.
        factuality: One value per source, the author first and the chain in order; never empty.
        cue: The words that attribute or signal it ("told", "according to").
        voices: Who says so, outermost first; empty for the author's own voice.
        mode: Whether the content is quoted.
        act: What is done, when an act could be coded.
        actor: Who does it, verbatim.
        recipient: To whom, verbatim.
        when: When; `Unknown` where neither the words nor the document say.
        where: Where; `None` when no place is stated.
        quantities: Numbers within the content or governing it.
        hedges: Words that lower certainty.
        authority: What it claims about legal instruments.
        forces: Elements of forces it reports.
        targets: Classes of what is to be struck, for `tgt.reported`; never names.
        loaded_labels: Words of one party that must not become ours ("narco-terrorist").
        names: Named mentions inside the content, verbatim.
        contexts: What its paragraph is about, in PLOVER's names of contexts.
        notes: Anything odd a person should see, such as a weekday that does not agree.
    """

    document: str
    content: Span
    kind: StatementKind
    factuality: tuple[Factuality, ...]
    cue: Span | None = None
    voices: tuple[Voice, ...] = ()
    mode: QuotationMode = "none"
    act: Act | None = None
    actor: str = ""
    recipient: str = ""
    when: When | Unknown = _NO_TIME
    where: Where | None = None
    quantities: tuple[Counted, ...] = ()
    hedges: tuple[Span, ...] = ()
    authority: tuple[Coding, ...] = ()
    forces: tuple[Force, ...] = ()
    targets: tuple[TargetClass, ...] = ()
    loaded_labels: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.factuality:
            raise InvariantError("a statement says how certain each source is")
        if self.where is not None and self.kind in ("tgt.reported", "occ.posture"):
            named_area(self.where.name)
            named_area(self.where.text)
        for force in self.forces:
            named_area(force.span.exact)

    @property
    def id(self) -> str:
        """Return the id: a hash of everything the statement says."""
        return content_id("stm", self)

    @property
    def innermost(self) -> Factuality:
        """Return the commitment of the last source, who is closest to the content."""
        return self.factuality[-1]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return every span the statement rests on, for checking against the archived text."""
        own = [self.content, *self.hedges, *self.loaded_labels]
        own += [counted.span for counted in self.quantities]
        own += [voice.span for voice in self.voices if voice.span is not None]
        own += [coding.span for coding in self.authority if coding.span is not None]
        own += [force.span for force in self.forces]
        return tuple([*own, self.cue] if self.cue is not None else own)

    @property
    def off_line(self) -> tuple[Aux, ...]:
        """Return what keeps the content from having happened; empty when nothing does."""
        found = dict.fromkeys(aux for held in self.factuality for aux in held.aux)
        return tuple(aux for aux in found if aux != "historical")

    def supports_event(self) -> bool:
        """Say whether the statement may support an Event (law 5, rules 5, 11 and 12).

        It must report an occurrence, and nobody may hold it back: no negation, future, hypothesis,
        counterfactual or question in any voice, no voice that denies it, and the innermost source
        certain or at least probable.
        """
        return (
            self.kind in ("occ.event", "say.confirm", "occ.tally")
            and not self.off_line
            and self.innermost.value in ("CT+", "PR+")
            and not any(held.value.endswith("-") for held in self.factuality)
        )
