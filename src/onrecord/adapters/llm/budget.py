"""What asking may cost, and what has been spent: requests, tokens and seconds of one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.ports.model import Message

#: English runs at about four letters a token; three keeps an estimate on the safe side.
_LETTERS_PER_TOKEN = 3


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one run may cost.

    Attributes:
        max_requests: Requests sent, retries among them.
        max_input_tokens: Tokens of all chats sent.
        max_output_tokens: Tokens of all answers.
        max_s: Seconds from the first request on, waiting included.
    """

    max_requests: int = 200
    max_input_tokens: int = 1_000_000
    max_output_tokens: int = 500_000
    max_s: float = 3600.0


class Spent:
    """What has been spent of a budget. Tokens are those the service reports, else an estimate."""

    def __init__(self, budget: Budget, clock: Callable[[], float]) -> None:
        self.budget = budget
        self.requests = 0
        self.input_tokens = 0
        self.output_tokens = 0
        self._clock = clock
        self._started: float | None = None

    def used_up(self, input_tokens: int) -> str:
        """Say which limit forbids one more request of about `input_tokens`; empty when none does."""
        budget = self.budget
        if self.requests >= budget.max_requests:
            return f"the budget of {budget.max_requests} requests (llm_max_requests) is used up"
        if self.input_tokens + input_tokens > budget.max_input_tokens:
            return f"the budget of {budget.max_input_tokens} tokens sent (llm_max_input_tokens) is used up"
        if self.output_tokens >= budget.max_output_tokens:
            return (
                f"the budget of {budget.max_output_tokens} tokens received (llm_max_output_tokens) is "
                "used up"
            )
        if self.seconds_left() <= 0:
            return f"the budget of {budget.max_s:g} seconds (llm_max_s) is used up"
        return ""

    def seconds_left(self) -> float:
        """Return the seconds left of the budget; they run from the first request on."""
        if self._started is None:
            return self.budget.max_s
        return self.budget.max_s - (self._clock() - self._started)

    def output_left(self) -> int:
        """Return the tokens that answers may still have."""
        return self.budget.max_output_tokens - self.output_tokens

    def count_request(self) -> None:
        """Count a request that is about to be sent."""
        if self._started is None:
            self._started = self._clock()
        self.requests += 1

    def count_tokens(self, sent: int, received: int) -> None:
        """Count the tokens of one answered request."""
        self.input_tokens += sent
        self.output_tokens += received


def estimated_tokens(messages: Sequence[Message]) -> int:
    """Return about how many tokens a chat has, rather too many than too few."""
    return sum(len(one.content) // _LETTERS_PER_TOKEN + 1 for one in messages)


def estimated_tokens_of(text: str) -> int:
    """Return about how many tokens an answer has."""
    return len(text) // _LETTERS_PER_TOKEN + 1
