"""What the reader needs from a language model that answers chats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a chat."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What the model answered.

    Attributes:
        text: The answer, whatever it is: nobody has checked it.
        cut_off: Whether it stopped because it grew too long, so that its end is missing.
    """

    text: str
    cut_off: bool = False


class ChatModel(Protocol):
    """Answers a chat within a budget. Two equal chats may be answered differently."""

    @property
    def name(self) -> str:
        """Name of the model, written into every record the reader makes with it."""
        ...

    def complete(self, messages: Sequence[Message], *, schema: Mapping[str, object]) -> Completion:
        """Return the answer to a chat.

        Args:
            messages: The chat so far; the last turn is the user's.
            schema: JSON Schema the answer should follow. A service that cannot be held to one is
                asked without it, so the answer may have any form.

        Raises:
            SourceError: no answer, or the budget is used up; `retryable` says whether it may help to
                ask again later.
        """
        ...
