"""Reading a document with a language model: asked window by window, checked item by item.

A document is read whole or not at all: where a window cannot be read, an error says which sentences were
read and which were not, and nothing of the document is returned.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from onrecord.domain.document import Document
from onrecord.domain.errors import ContentError, InvariantError, SourceError
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.ports.linguist import Linguist
from onrecord.ports.model import ChatModel, Completion, Message
from onrecord.read.llm.answers import ANSWER_SCHEMA, AnswerError, Item, parse_answer
from onrecord.read.llm.prompt import corrected, messages_for
from onrecord.read.llm.quotes import UnpinnedError, pin
from onrecord.read.llm.report import Dropped, ReadingReport, Unread
from onrecord.read.llm.statements import Maker
from onrecord.read.llm.windows import Window, cut_windows
from onrecord.read.people import Names
from onrecord.read.reader import read_sentences

#: Name and version of this reader, before those of the model and the linguist.
LLM_READER = "onrecord-read-llm 1"
#: Characters of a window, where nothing else is set.
WINDOW_CHARS = 2400
#: How often one window is asked about.
_ASKED = 2
#: The most statements of a sentence; a model that runs on in circles gives more.
_MOST_ITEMS = 15
_ECHO = "its quotes are those of the example, not of the sentences given"

#: Told once about every document that was read whole.
Tell = Callable[[ReadingReport], None]


def read_with_model(
    document: Document,
    text: str,
    *,
    linguist: Linguist,
    model: ChatModel,
    tell: Tell,
    window_chars: int = WINDOW_CHARS,
) -> tuple[Statement, ...]:
    """Return what a document says, as far as a model points at it and its words stand in the text.

    Args:
        document: The capture; its passages say what is read.
        text: The text all offsets count in.
        linguist: What analyses sentences, for our own grammars of times, numbers and names.
        model: What is asked.
        tell: Told what became of the answers.
        window_chars: The most characters a model is shown at a time.

    Returns:
        Statements in order of the text. Every span stands in it. A second reading may differ, because
        the model may.

    Raises:
        SourceError: the model did not answer, or the budget is used up.
        ContentError: its answers could not be used.
        InvariantError: a span does not stand in the text: a bug.
    """
    sentences = tuple(read_sentences(document, text, linguist))
    windows = cut_windows(sentences, max_chars=window_chars)
    reading = _Reading(document, model)
    for window in windows:
        try:
            reading.read(window)
        except SourceError as error:
            why = f"{error.why}; {reading.so_far(len(sentences))}"
            raise SourceError(error.source, why, retryable=error.retryable) from error
        except AnswerError as error:
            why = f"the model {model.name} gave no answer that can be used: {error}"
            named = document.url or document.title or document.id
            raise ContentError(named, f"{why}; {reading.so_far(len(sentences))}") from error
    statements = tuple(dict.fromkeys(reading.statements))
    _check(statements, text)
    tell(
        ReadingReport(
            document=document.id,
            sentences=len(sentences),
            windows=len(windows),
            answers=reading.answers,
            kept=len(statements),
            dropped=tuple(reading.dropped),
            unread=tuple(dict.fromkeys(reading.unread)),
        )
    )
    return statements


@dataclass(slots=True)
class _Reading:
    """What has been read of a document so far."""

    document: Document
    model: ChatModel
    statements: list[Statement] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    answers: int = 0
    done: int = 0

    def read(self, window: Window) -> None:
        """Read one window; one whose answer grows too long is read in halves.

        Raises:
            SourceError: the model did not answer.
            AnswerError: neither of two answers could be used.
        """
        chat = messages_for(window, self.document.doc_date)
        complaint = AnswerError("it was never asked")
        for _ in range(_ASKED):
            completion = self._ask(chat)
            if completion.cut_off and len(window.sentences) > 1:
                for half in window.halves():
                    self.read(half)
                return
            try:
                pinned, dropped = _pinned(window, completion)
            except AnswerError as error:
                complaint = error
                chat = corrected(chat, completion.text, str(error))
                continue
            self._keep(window, pinned, dropped)
            return
        raise complaint

    def so_far(self, sentences: int) -> str:
        """Say what was read and what was not."""
        if not self.done:
            return f"nothing was read of its {sentences} sentences"
        return (
            f"sentences 1 to {self.done} of {sentences} were read, the rest not, and nothing of the "
            "document is kept"
        )

    def _ask(self, chat: Sequence[Message]) -> Completion:
        self.answers += 1
        return self.model.complete(chat, schema=ANSWER_SCHEMA)

    def _keep(
        self, window: Window, pinned: Sequence[tuple[Extent, Item]], dropped: Sequence[Dropped]
    ) -> None:
        """Make the statements of a window, sentence by sentence, with the people named before each."""
        self.dropped.extend(dropped)
        maker = Maker(window, self.document.doc_date, self.names)
        waiting = deque(sorted(pinned, key=lambda one: (one[0].start, one[0].end)))
        for sentence in window.sentences:
            while waiting and waiting[0][0].end <= sentence.extent.end:
                content, item = waiting.popleft()
                try:
                    self.statements.append(maker.statement(item, content))
                except UnpinnedError as error:
                    self.dropped.append(error.dropped)
            self.names.remember(sentence)
        self.unread.extend(maker.unread)
        self.done = window.last


def _pinned(
    window: Window, completion: Completion
) -> tuple[list[tuple[Extent, Item]], list[Dropped]]:
    """Return the items of an answer with the places of their contents, and what was dropped.

    Raises:
        AnswerError: the answer is cut off, no JSON, has no item of the right shape although it has
            items, or has none whose content is not that of the example.
    """
    if completion.cut_off:
        raise AnswerError("it is too long")
    answer = parse_answer(completion.text)
    if len(answer.items) > _MOST_ITEMS * len(window.sentences):
        raise AnswerError("it has more statements than these sentences can hold")
    if answer.malformed and not answer.items:
        raise AnswerError(f"no statement has the fields described: {answer.malformed[0].words}")
    dropped = list(answer.malformed)
    pinned: list[tuple[Extent, Item]] = []
    lost: list[Dropped] = []
    for item in answer.items:
        try:
            pinned.append((pin(window, item.content, item.sentence), item))
        except UnpinnedError as error:
            lost.append(error.dropped)
    if lost and not pinned and all(one.reason == "echo" for one in lost):
        raise AnswerError(_ECHO)
    return pinned, [*dropped, *lost]


def _check(statements: Sequence[Statement], text: str) -> None:
    for statement in statements:
        for span in statement.spans:
            if not span.stands_in(text):
                raise InvariantError(f"{span.exact!r} does not stand at {span.start}")
