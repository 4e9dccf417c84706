"""What a service understands: how it is asked, and what is given up when it refuses.

Services that call themselves compatible differ in four points: whether an answer can be held to a JSON
Schema, to JSON, or to nothing; what the limit of an answer is called; and whether a temperature and a
seed may be set.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.ports.model import Message

AnswerFormat = Literal["json_schema", "json_object", "text"]
_WEAKER: dict[AnswerFormat, AnswerFormat] = {"json_schema": "json_object", "json_object": "text"}
_SCHEMA_NAME = "statements"
_SEED = 0


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a service is asked.

    Attributes:
        answer_format: What the answer is held to.
        limit: What the limit of an answer's tokens is called.
        temperature: Whether temperature 0 is asked for.
        seed: Whether a fixed seed is sent.
    """

    answer_format: AnswerFormat = "json_schema"
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True
    seed: bool = True

    def body(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, object],
        max_tokens: int,
    ) -> dict[str, object]:
        """Return the request for one answer of at most `max_tokens` tokens."""
        body: dict[str, object] = {
            "model": model,
            "messages": [{"role": one.role, "content": one.content} for one in messages],
            self.limit: max_tokens,
        }
        if self.temperature:
            body["temperature"] = 0
        if self.seed:
            body["seed"] = _SEED
        if self.answer_format == "json_object":
            body["response_format"] = {"type": "json_object"}
        if self.answer_format == "json_schema":
            named = {"name": _SCHEMA_NAME, "strict": True, "schema": dict(schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        return body

    def conceding(self, refusal: str) -> Dialect | None:
        """Return the dialect to try after a refusal, or `None` when nothing is left to give up.

        What the refusal names is given up first, then the format of the answer, step by step.

        Example:
            >>> Dialect().conceding("unknown field: seed").seed
            False
        """
        said = refusal.lower()
        if self.limit == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, limit="max_completion_tokens")
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        if self.seed and "seed" in said:
            return replace(self, seed=False)
        if self.answer_format != "text":
            return replace(self, answer_format=_WEAKER[self.answer_format])
        return None
