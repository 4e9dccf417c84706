"""A language model that says what a test wrote down, and helps to write it down."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.domain.errors import SourceError
from onrecord.ports.model import Completion, Message


class ScriptedModel:
    """A `ChatModel` that gives its answers in turn and remembers the chats."""

    def __init__(self, *answers: str | Completion) -> None:
        self._answers = list(answers)
        self.chats: list[tuple[Message, ...]] = []

    @property
    def name(self) -> str:
        return "scripted-1"

    def complete(self, messages: Sequence[Message], *, schema: Mapping[str, object]) -> Completion:
        """Return the next answer.

        Raises:
            SourceError: all have been given.
        """
        assert schema["type"] == "object"
        self.chats.append(tuple(messages))
        if not self._answers:
            raise SourceError("the scripted model", "it has nothing more to say", retryable=False)
        answer = self._answers.pop(0)
        return answer if isinstance(answer, Completion) else Completion(answer)

    def shown(self, chat: int = -1) -> list[dict[str, Any]]:
        """Return the sentences of a chat, with their numbers."""
        asked = [one for one in self.chats[chat] if one.role == "user"][1]
        sentences: list[dict[str, Any]] = json.loads(asked.content)["sentences"]
        return sentences


def item(sentence: int, content: str, **fields: object) -> dict[str, object]:
    """Return one statement of an answer, whole; what is not named says nothing."""
    return {
        "sentence": sentence,
        "content": content,
        "kind": "occ.event",
        "speakers": [],
        "cue": None,
        "factuality": "CT+",
        "aux": [],
        "time": None,
        "place": None,
        "quantities": [],
        "actor": None,
        "recipient": None,
    } | fields


def said_by(words: str, *, sentence: int, cue: str = "said") -> dict[str, object]:
    """Return the fields of a statement that somebody makes."""
    return {
        "speakers": [{"words": words, "sentence": sentence}],
        "cue": {"words": cue, "sentence": sentence},
    }


def answer(*items: object) -> str:
    """Return an answer with these items."""
    return json.dumps({"statements": list(items)})
