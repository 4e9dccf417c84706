"""A chat-completions service on this machine that answers from a script and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Scripted:
    """One reply of the service.

    Attributes:
        stall_s: Seconds before it is sent.
        drip_s: Where it is not 0, what is sent is a header without end, a byte every so many seconds.
    """

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    stall_s: float = 0.0
    drip_s: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def answer_format(self) -> str:
        return str(self.body.get("response_format", {}).get("type", "text"))

    @property
    def last_turn(self) -> str:
        return str(self.body["messages"][-1]["content"])


@dataclass
class ChatServer:
    """The service while it runs. The last reply of the script is given for good."""

    script: Sequence[Scripted]
    base_url: str = ""
    asked: list[Asked] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def next(self) -> Scripted:
        return self.script[min(len(self.asked), len(self.script)) - 1]


def completion(
    text: str | None, *, finish: str = "stop", usage: tuple[int, int] | None = (100, 10)
) -> Scripted:
    """Return the reply that holds `text` as an answer."""
    plain: dict[str, object] = {
        "model": "stub-1",
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}],
    }
    if usage is not None:
        plain["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return Scripted(body=json.dumps(plain).encode())


def refusal(status: int, message: str, *, headers: tuple[tuple[str, str], ...] = ()) -> Scripted:
    """Return the reply of a service that does not answer."""
    return Scripted(status, json.dumps({"error": {"message": message}}).encode(), headers)


@contextmanager
def serving(*script: Scripted) -> Iterator[ChatServer]:
    """Run the service on a port of its own."""
    chat = ChatServer(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            chat.asked.append(Asked(self.path, headers, json.loads(content)))
            reply = chat.next()
            if chat.stop.wait(reply.stall_s):
                return
            if reply.drip_s:
                self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
                while not chat.stop.wait(reply.drip_s):
                    try:
                        self.wfile.write(b"x")
                    except OSError:  # the client has gone
                        return
                return
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            try:
                self.wfile.write(reply.body)
            except OSError:  # the client has gone
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    chat.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield chat
    finally:
        chat.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()
