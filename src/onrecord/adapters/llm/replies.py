"""What a service sent back: its status, its completion, or why it refused."""

from __future__ import annotations

import json
from dataclasses import dataclass

from onrecord.ports.model import Completion

_SHOWN = 200
_CUT_OFF = frozenset({"length", "max_tokens"})


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer over HTTP.

    Attributes:
        status: The status code.
        retry_after: The header `Retry-After`, as sent; empty when absent.
        body: The body, whole.
    """

    status: int
    retry_after: str
    body: bytes

    def loaded(self) -> object:
        """Return the body as JSON, or `None` where it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def refusal(self) -> str:
        """Return what the service says is wrong, in one line of at most 200 characters."""
        loaded = self.loaded()
        error = loaded.get("error", loaded.get("detail")) if isinstance(loaded, dict) else None
        said = error.get("message") if isinstance(error, dict) else error
        return " ".join(said.split())[:_SHOWN] if isinstance(said, str) else ""


@dataclass(frozen=True, slots=True)
class Usage:
    """The tokens a service says it counted; `None` where it does not say."""

    sent: int | None
    received: int | None


def completion_of(reply: Reply) -> tuple[Completion, Usage] | None:
    """Return the first choice of a chat completion and its usage, or `None` where it is none."""
    loaded = reply.loaded()
    choices = loaded.get("choices") if isinstance(loaded, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(loaded, dict) or not isinstance(first, dict) or not isinstance(message, dict):
        return None
    content = message.get("content")
    text = content if isinstance(content, str) else ""
    return Completion(text, cut_off=first.get("finish_reason") in _CUT_OFF), _usage(loaded)


def _usage(loaded: dict[object, object]) -> Usage:
    usage = loaded.get("usage")
    counted = usage if isinstance(usage, dict) else {}
    return Usage(_count(counted.get("prompt_tokens")), _count(counted.get("completion_tokens")))


def _count(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None
