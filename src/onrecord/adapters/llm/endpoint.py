"""Which service is asked, for which model, with which key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import httpx

from onrecord.domain.errors import UsageError

_PATH = "/chat/completions"
#: What a header may carry. Anything else would come back inside an exception of the HTTP library.
_KEY = re.compile(r"[!-~]+")
_PORTS = 65536
_NAME = re.compile(r"[ -~]{1,200}")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A chat-completions service.

    Attributes:
        base_url: Address before `/chat/completions`; private and loopback hosts are as good as others,
            because a user wrote it down.
        model: What the service calls the model.
        key: Secret sent as a bearer token; empty for none. It is never shown.

    Raises:
        UsageError: the address is no plain http(s) one, or the model or the key cannot be sent. The
            message never holds the key.
    """

    base_url: str
    model: str
    key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        try:
            address = httpx.URL(self.base_url)
        except (httpx.InvalidURL, ValueError) as error:
            raise UsageError("llm_base_url is no valid address") from error
        if address.scheme not in ("http", "https") or not address.host:
            raise UsageError("llm_base_url is no http or https address")
        if address.port is not None and not 0 < address.port < _PORTS:
            raise UsageError("llm_base_url has a port that does not exist")
        if address.userinfo or address.query or address.fragment:
            raise UsageError(
                "llm_base_url has a user, a query or a fragment; a secret goes into llm_key"
            )
        if not _NAME.fullmatch(self.model):
            raise UsageError("llm_model is no name of a model: printable ASCII, at most 200 long")
        if self.key and not _KEY.fullmatch(self.key):
            raise UsageError(
                "llm_key has characters that no header can carry, such as a line break"
            )

    @property
    def url(self) -> str:
        """Return the address that is posted to; it holds no secret."""
        return self.base_url.rstrip("/") + _PATH

    def headers(self) -> dict[str, str]:
        """Return the headers of a request, with the key where there is one."""
        plain = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        return {**plain, "Authorization": f"Bearer {self.key}"} if self.key else plain

    def without_key(self, text: str) -> str:
        """Return `text`, which somebody else wrote, with the key blotted out."""
        return text.replace(self.key, "***") if self.key else text
