"""Asking a service: what it is sent, what it may refuse, how long we wait and when we stop."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from tests.fakes.chat_server import ChatServer, Scripted, completion, refusal, serving

from onrecord.adapters.llm.budget import Budget
from onrecord.adapters.llm.client import ChatClient, ChatLimits, Time
from onrecord.adapters.llm.endpoint import Endpoint
from onrecord.domain.errors import SourceError, UsageError
from onrecord.ports.model import Message

KEY = "sk-never-to-be-seen"
CHAT = (Message("system", "Point at words."), Message("user", "The mill burned."))
SCHEMA = {"type": "object"}
GOOD = completion("{}")


@dataclass
class Waits:
    """A clock that only the waits move, and what they were."""

    seconds: list[float] = field(default_factory=list)
    now: float = 1000.0

    def sleep(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.now += seconds

    def time(self) -> Time:
        return Time(monotonic=lambda: self.now, sleep=self.sleep, jitter=lambda: 0.0)


def client_of(
    server: ChatServer,
    waits: Waits | None = None,
    *,
    key: str = KEY,
    budget: Budget | None = None,
    limits: ChatLimits | None = None,
) -> ChatClient:
    return ChatClient(
        Endpoint(server.base_url, "stub", key),
        budget=budget,
        limits=limits,
        timing=(waits or Waits()).time(),
    )


def failing(client: ChatClient) -> SourceError:
    with pytest.raises(SourceError) as caught:
        client.complete(CHAT, schema=SCHEMA)
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


# What is sent


def test_a_request_asks_for_the_schema_with_the_key_and_without_chance() -> None:
    with serving(completion("[1]")) as server:
        answered = client_of(server).complete(CHAT, schema=SCHEMA)
    assert (answered.text, answered.cut_off) == ("[1]", False)
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body["model"] == "stub"
    assert asked.body["messages"][1] == {"role": "user", "content": "The mill burned."}
    assert asked.body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert asked.body["response_format"]["json_schema"]["strict"] is True
    assert (asked.body["temperature"], asked.body["seed"]) == (0, 0)
    assert asked.body["max_tokens"] == 6000


def test_without_a_key_no_key_is_sent() -> None:
    with serving(GOOD) as server:
        client_of(server, key="").complete(CHAT, schema=SCHEMA)
    assert "authorization" not in server.asked[0].headers


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serving(GOOD) as server:
        assert client_of(server).complete(CHAT, schema=SCHEMA).text == "{}"


def test_half_a_surrogate_pair_in_a_text_can_be_sent() -> None:
    with serving(GOOD) as server:
        client_of(server).complete((Message("user", "a \ud83d b"),), schema=SCHEMA)
    assert server.asked[0].last_turn == "a \ud83d b"


@pytest.mark.parametrize("finish", ["length", "max_tokens"])
def test_an_answer_that_grew_too_long_is_marked(finish: str) -> None:
    with serving(completion('{"statements": [', finish=finish)) as server:
        assert client_of(server).complete(CHAT, schema=SCHEMA).cut_off


def test_an_answer_without_words_is_an_empty_one() -> None:
    with serving(completion(None)) as server:
        assert client_of(server).complete(CHAT, schema=SCHEMA).text == ""


# What a service refuses


def test_a_service_without_schemas_is_asked_for_json_and_remembered() -> None:
    with serving(refusal(400, "json_schema is not supported"), GOOD) as server:
        client = client_of(server)
        client.complete(CHAT, schema=SCHEMA)
        client.complete(CHAT, schema=SCHEMA)
    formats = [one.answer_format for one in server.asked]
    assert formats == ["json_schema", "json_object", "json_object"]


def test_a_service_without_any_format_is_asked_in_words_alone() -> None:
    with serving(refusal(422, "no response_format"), refusal(400, "no"), GOOD) as server:
        client_of(server).complete(CHAT, schema=SCHEMA)
    assert [one.answer_format for one in server.asked] == ["json_schema", "json_object", "text"]


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("Unsupported parameter: use 'max_completion_tokens' instead", "max_tokens"),
        ("temperature does not support 0", "temperature"),
        ("unknown field seed", "seed"),
    ],
)
def test_what_a_service_names_is_given_up_first(message: str, gone: str) -> None:
    with serving(refusal(400, message), GOOD) as server:
        client_of(server).complete(CHAT, schema=SCHEMA)
    assert gone in server.asked[0].body
    assert gone not in server.asked[1].body
    assert server.asked[1].answer_format == "json_schema"


def test_a_refusal_that_nothing_mends_is_told_as_first_said_and_teaches_nothing() -> None:
    no = (refusal(400, "the chat is too long"), refusal(400, "no"), refusal(400, "no"))
    with serving(*no, GOOD) as server:
        client = client_of(server)
        error = failing(client)
        assert "status 400: the chat is too long" in str(error)
        assert not error.retryable
        client.complete(CHAT, schema=SCHEMA)
    assert server.asked[-1].answer_format == "json_schema"


def test_a_key_in_a_refusal_is_blotted_out() -> None:
    with serving(refusal(400, f"bad request with {KEY}")) as server:
        assert "bad request with ***" in str(failing(client_of(server)))


@pytest.mark.parametrize("status", [401, 403, 404])
def test_what_will_not_change_is_asked_once_for_all_documents(status: int) -> None:
    with serving(refusal(status, f"wrong key {KEY[:8]}")) as server:
        client = client_of(server)
        first, second = failing(client), failing(client)
    assert len(server.asked) == 1
    assert str(first) == str(second)
    assert "llm_" in str(first)
    assert KEY[:8] not in str(first)


# What may pass


def test_a_service_that_asks_to_wait_is_waited_for() -> None:
    waits = Waits()
    busy = (
        refusal(429, "slow down", headers=(("Retry-After", "0"),)),
        refusal(503, "still busy", headers=(("Retry-After", "7"),)),
    )
    with serving(*busy, GOOD) as server:
        assert client_of(server, waits).complete(CHAT, schema=SCHEMA).text == "{}"
    assert waits.seconds == [0.0, 7.0]


def test_each_wait_is_twice_the_one_before_and_the_end_is_an_error() -> None:
    waits = Waits()
    with serving(refusal(500, "broken")) as server:
        error = failing(client_of(server, waits))
    assert waits.seconds == [1.0, 2.0, 4.0, 8.0]
    assert len(server.asked) == 5
    assert error.retryable
    assert "status 500" in str(error)


def test_nobody_waits_for_an_hour() -> None:
    waits = Waits()
    with serving(refusal(429, "x", headers=(("Retry-After", "3600"),))) as server:
        error = failing(client_of(server, waits))
    assert (waits.seconds, len(server.asked)) == ([], 1)
    assert "asks to wait 3600 seconds" in str(error)


@pytest.mark.parametrize("slow", [Scripted(stall_s=5.0), Scripted(drip_s=0.1)])
def test_a_service_that_does_not_answer_in_time_is_asked_again(slow: Scripted) -> None:
    with serving(slow, GOOD) as server:
        client = ChatClient(
            Endpoint(server.base_url, "stub"),
            limits=ChatLimits(timeout_s=0.3),
            timing=Time(sleep=lambda _: None),
        )
        assert client.complete(CHAT, schema=SCHEMA).text == "{}"
    assert len(server.asked) == 2


def test_nobody_there_is_an_error_that_says_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    waits = Waits()
    client = ChatClient(Endpoint(f"http://127.0.0.1:{port}", "stub", KEY), timing=waits.time())
    error = failing(client)
    assert error.retryable
    assert "ConnectError" in str(error)
    assert len(waits.seconds) == 4


# What is no answer


def test_a_redirect_is_not_followed() -> None:
    with (
        serving(GOOD) as elsewhere,
        serving(Scripted(307, headers=(("Location", f"{elsewhere.base_url}/x"),))) as server,
    ):
        error = failing(client_of(server))
    assert "redirects" in str(error)
    assert elsewhere.asked == []


def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    with serving(Scripted(body=b"x" * 300_000)) as server:
        error = failing(client_of(server, limits=ChatLimits(max_bytes=100_000)))
    assert "larger than" in str(error)
    assert len(server.asked) == 1


def test_an_answer_in_an_encoding_nobody_asked_for_is_refused() -> None:
    packed = Scripted(body=gzip.compress(GOOD.body), headers=(("Content-Encoding", "gzip"),))
    with serving(packed) as server:
        assert "encoding" in str(failing(client_of(server)))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>hello</html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"text": "x"}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_completion_is_an_error(body: bytes) -> None:
    with serving(Scripted(body=body)) as server:
        assert "no chat completion" in str(failing(client_of(server)))


# What it may cost


def test_the_budget_of_requests_counts_those_that_failed() -> None:
    with serving(refusal(500, "x"), GOOD) as server:
        client = client_of(server, budget=Budget(max_requests=2))
        client.complete(CHAT, schema=SCHEMA)
        error = failing(client)
    assert len(server.asked) == 2
    assert "llm_max_requests" in str(error)


@pytest.mark.parametrize(
    ("budget", "named"),
    [
        (Budget(max_input_tokens=120), "llm_max_input_tokens"),
        (Budget(max_output_tokens=10), "llm_max_output_tokens"),
    ],
)
def test_the_budget_of_tokens_is_that_of_the_reported_usage(budget: Budget, named: str) -> None:
    with serving(completion("{}", usage=(110, 10))) as server:
        client = client_of(server, budget=budget)
        client.complete(CHAT, schema=SCHEMA)
        assert named in str(failing(client))
    assert len(server.asked) == 1


@pytest.mark.parametrize("usage", [None, (-5, -5)])
def test_tokens_are_estimated_where_no_usage_is_reported(usage: tuple[int, int] | None) -> None:
    with serving(completion("x" * 600, usage=usage)) as server:
        client = client_of(server)
        client.complete(CHAT, schema=SCHEMA)
    assert client.spent.output_tokens == 201
    assert client.spent.input_tokens == sum(len(one.content) // 3 + 1 for one in CHAT)


def test_an_answer_may_not_be_longer_than_what_is_left() -> None:
    with serving(completion("{}", usage=(1, 900))) as server:
        client = client_of(server, budget=Budget(max_output_tokens=1000))
        client.complete(CHAT, schema=SCHEMA)
        client.complete(CHAT, schema=SCHEMA)
    assert [one.body["max_tokens"] for one in server.asked] == [1000, 100]


def test_a_chat_that_would_go_over_the_budget_is_not_sent() -> None:
    with serving(GOOD) as server:
        assert "llm_max_input_tokens" in str(
            failing(client_of(server, budget=Budget(max_input_tokens=5)))
        )
    assert server.asked == []


def test_the_budget_of_seconds_ends_the_waiting() -> None:
    waits = Waits()
    with serving(refusal(500, "x")) as server:
        error = failing(client_of(server, waits, budget=Budget(max_s=6.0)))
    assert waits.seconds == [1.0, 2.0]
    assert "llm_max_s" in str(error)


def test_after_its_seconds_a_client_asks_nothing() -> None:
    waits = Waits()
    with serving(GOOD) as server:
        client = client_of(server, waits, budget=Budget(max_s=60.0))
        client.complete(CHAT, schema=SCHEMA)
        waits.now += 61
        assert "llm_max_s" in str(failing(client))
    assert len(server.asked) == 1


# Where the key goes

WRONG: dict[str, Callable[[], Endpoint]] = {
    "no address": lambda: Endpoint("models", "m"),
    "ftp": lambda: Endpoint("ftp://example.org", "m"),
    "user in the address": lambda: Endpoint(f"https://me:{KEY}@example.org", "m"),
    "key in the address": lambda: Endpoint(f"https://example.org?key={KEY}", "m"),
    "line break in the key": lambda: Endpoint("https://example.org", "m", f"{KEY}\n"),
    "letters no header holds": lambda: Endpoint("https://example.org", "m", f"{KEY}é"),
    "no model": lambda: Endpoint("https://example.org", ""),
    "line break in the model": lambda: Endpoint("https://example.org", "a\nb"),
    "port": lambda: Endpoint("http://example.org:99999999", "m"),
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_endpoint_is_refused_without_showing_the_key(
    make: Callable[[], Endpoint],
) -> None:
    with pytest.raises(UsageError) as caught:
        make()
    assert KEY not in str(caught.value)


def test_an_endpoint_does_not_show_its_key() -> None:
    endpoint = Endpoint("http://127.0.0.1:8000/v1/", "m", KEY)
    assert KEY not in repr(endpoint)
    assert endpoint.url == "http://127.0.0.1:8000/v1/chat/completions"
    assert json.dumps(endpoint.headers()).count(KEY) == 1
