"""`ChatClient`: the `ChatModel` port over an OpenAI-compatible chat-completions service."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

import httpx

from onrecord.adapters.llm.budget import Budget, Spent, estimated_tokens, estimated_tokens_of
from onrecord.adapters.llm.dialect import Dialect
from onrecord.adapters.llm.endpoint import Endpoint
from onrecord.adapters.llm.replies import Reply, Usage, completion_of
from onrecord.adapters.llm.waiting import (
    ATTEMPTS,
    LONGEST_S,
    RETRYABLE,
    asked_pause_s,
    pause_s,
)
from onrecord.domain.errors import SourceError
from onrecord.ports.model import Completion, Message

_OK = 200
_REDIRECTS = range(300, 400)
#: Said of the key or of the address: the next request would end the same way.
_FINAL = {
    401: "it does not accept the key (llm_key)",
    403: "it does not accept the key (llm_key)",
    404: "it knows no such model or address (llm_model, llm_base_url)",
    405: "it is no chat-completions service (llm_base_url)",
}
#: Refusals of something in the request, after which a plainer request may be taken.
_REFUSED = frozenset({400, 415, 422, 501})


@dataclass(frozen=True, slots=True)
class ChatLimits:
    """What one answer may cost.

    Attributes:
        timeout_s: Seconds one request may take.
        max_answer_tokens: Tokens one answer may have.
        max_bytes: The most bytes of a reply.
    """

    timeout_s: float = 120.0
    max_answer_tokens: int = 6000
    max_bytes: int = 4_000_000


@dataclass(frozen=True, slots=True)
class Time:
    """The clock, the wait and the chance that asking again depends on."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random


@dataclass(slots=True)
class _Outcome:
    """What became of a request that runs in a thread."""

    reply: Reply | None = None
    error: SourceError | None = None
    client: httpx.Client | None = None


class ChatClient:
    """Asks one service for one model, within a budget for its whole life.

    Failures that may pass are asked again, each wait longer than the one before or as long as the
    service asks for. Redirects are not followed and proxies of the environment are not used: the key
    goes to the address the user wrote down and nowhere else.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        budget: Budget | None = None,
        limits: ChatLimits | None = None,
        timing: Time | None = None,
    ) -> None:
        self.endpoint = endpoint
        self.limits = limits or ChatLimits()
        self._time = timing or Time()
        self.spent = Spent(budget or Budget(), self._time.monotonic)
        self._dialect = Dialect()
        self._final: SourceError | None = None

    @property
    def name(self) -> str:
        """Return the model's name as configured."""
        return self.endpoint.model

    def complete(self, messages: Sequence[Message], *, schema: Mapping[str, object]) -> Completion:
        """Return the answer to a chat; see `onrecord.ports.model.ChatModel`.

        What a service refuses (a schema, a seed) is given up and not tried again once a request
        without it was answered.
        """
        if self._final is not None:
            raise self._final
        dialect: Dialect | None = self._dialect
        refused: Reply | None = None
        while dialect is not None:
            reply = self._answered(messages, dialect, schema)
            if reply.status == _OK:
                self._dialect = dialect
                return self._completion(messages, reply)
            if reply.status not in _REFUSED:
                raise self._refusal(reply)
            refused = refused or reply
            dialect = dialect.conceding(reply.refusal())
        assert refused is not None
        raise self._refusal(refused)

    def _answered(
        self, messages: Sequence[Message], dialect: Dialect, schema: Mapping[str, object]
    ) -> Reply:
        """Return the first reply that asking again would not change."""
        for attempt in count():
            self._check_budget(messages)
            body = dialect.body(
                self.endpoint.model,
                messages,
                schema=schema,
                max_tokens=min(self.limits.max_answer_tokens, self.spent.output_left()),
            )
            try:
                reply = self._post(body)
                if reply.status not in RETRYABLE:
                    return reply
                failure = self._failure(f"it answers with status {reply.status}", retryable=True)
                asked = asked_pause_s(reply.retry_after, datetime.now(UTC))
            except SourceError as error:
                failure, asked = error, None
            if not failure.retryable or attempt == ATTEMPTS - 1:
                raise failure
            self._wait(attempt, asked, failure)
        raise AssertionError  # counting never ends

    def _check_budget(self, messages: Sequence[Message]) -> None:
        why = self.spent.used_up(estimated_tokens(messages))
        if why:
            raise self._failure(why, retryable=False)

    def _wait(self, attempt: int, asked: float | None, failure: SourceError) -> None:
        """Wait before the next request, or raise where that would take too long."""
        seconds = pause_s(attempt, jitter=self._time.jitter()) if asked is None else asked
        if seconds > LONGEST_S:
            raise self._failure(
                f"{failure.why} and asks to wait {seconds:.0f} seconds", retryable=True
            )
        if seconds >= self.spent.seconds_left():
            raise self._failure(
                f"{failure.why}, and the budget of {self.spent.budget.max_s:g} seconds (llm_max_s) "
                "leaves no time to ask again",
                retryable=True,
            )
        self._time.sleep(seconds)

    def _post(self, body: dict[str, object]) -> Reply:
        """Send one request and return the whole reply.

        The work runs in a thread of its own, because a service that sends one byte at a time would
        otherwise keep to no time at all.
        """
        self.spent.count_request()
        seconds = max(0.1, min(self.limits.timeout_s, self.spent.seconds_left()))
        content = json.dumps(body).encode("ascii")  # a text may hold half a surrogate pair
        outcome = _Outcome()
        worker = threading.Thread(target=self._run, args=(content, seconds, outcome), daemon=True)
        worker.start()
        worker.join(seconds)
        if outcome.reply is not None:
            return outcome.reply
        if outcome.error is not None:
            raise outcome.error
        if outcome.client is not None:
            outcome.client.close()
        raise self._too_slow(seconds)

    def _run(self, content: bytes, seconds: float, outcome: _Outcome) -> None:
        try:
            with httpx.Client(trust_env=False, follow_redirects=False, timeout=seconds) as client:
                outcome.client = client
                headers = self.endpoint.headers()
                with client.stream(
                    "POST", self.endpoint.url, content=content, headers=headers
                ) as response:
                    body = self._body(response)
                    wait = response.headers.get("retry-after", "")
                    outcome.reply = Reply(response.status_code, wait, body)
        except SourceError as error:
            outcome.error = error
        except httpx.TimeoutException:
            outcome.error = self._too_slow(seconds)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            why = f"the connection failed ({type(error).__name__})"
            outcome.error = self._failure(why, retryable=True)
        except RuntimeError:
            # httpx says this of a client that was closed under it: the time was up.
            outcome.error = self._too_slow(seconds)

    def _too_slow(self, seconds: float) -> SourceError:
        return self._failure(f"it took more than {seconds:g} seconds", retryable=True)

    def _body(self, response: httpx.Response) -> bytes:
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise self._failure("it answers in an encoding nobody asked for", retryable=False)
        parts: list[bytes] = []
        size = 0
        for part in response.iter_raw():
            parts.append(part)
            size += len(part)
            if size > self.limits.max_bytes:
                why = f"the answer is larger than {self.limits.max_bytes // 1_000_000} MB"
                raise self._failure(why, retryable=False)
        return b"".join(parts)

    def _completion(self, messages: Sequence[Message], reply: Reply) -> Completion:
        found = completion_of(reply)
        if found is None:
            self.spent.count_tokens(estimated_tokens(messages), 0)
            raise self._failure("the answer is no chat completion", retryable=False)
        completion, usage = found
        self._spend(messages, completion, usage)
        return completion

    def _spend(self, messages: Sequence[Message], completion: Completion, usage: Usage) -> None:
        self.spent.count_tokens(
            estimated_tokens(messages) if usage.sent is None else usage.sent,
            estimated_tokens_of(completion.text) if usage.received is None else usage.received,
        )

    def _refusal(self, reply: Reply) -> SourceError:
        """Return the error for a reply that no other request would better."""
        if reply.status in _FINAL:
            self._final = self._failure(_FINAL[reply.status], retryable=False)
            return self._final
        if reply.status in _REDIRECTS:
            return self._failure("it redirects, and redirects are not followed", retryable=False)
        said = self.endpoint.without_key(reply.refusal())
        why = f"it answers with status {reply.status}" + (f": {said}" if said else "")
        return self._failure(why, retryable=False)

    def _failure(self, why: str, *, retryable: bool) -> SourceError:
        return SourceError(
            f"an answer of the language model from {self.endpoint.url}", why, retryable=retryable
        )
