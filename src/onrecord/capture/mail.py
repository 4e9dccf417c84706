"""Mail: one message, or a mailbox of them."""

from __future__ import annotations

import email
import email.policy
import re
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from onrecord.capture.cut import Cut, Findings
from onrecord.capture.decode import decode
from onrecord.capture.html_scan import scan
from onrecord.capture.html_text import cut_fragment
from onrecord.capture.plain import split_passages
from onrecord.domain.errors import ContentError

_MAILBOX_LINE = re.compile(rb"(?m)^From \S+ .{10,60}\d{4}\r?\n(?=[A-Za-z-]+:)")

_MAX_BYTES = 50_000_000
#: A message of more parts was made to stop whoever takes it apart.
_MAX_PARTS = 5000


def split_mailbox(content: bytes) -> tuple[bytes, ...]:
    """Return the messages of a mailbox file, without the lines that part them."""
    parts = _MAILBOX_LINE.split(content)
    return tuple(part.rstrip(b"\r\n") + b"\n" for part in parts if part.strip())


def cut_mail(content: bytes, *, name: str) -> tuple[Cut, Findings]:
    """Return the text of a message, its plain part preferred, and what its headers say.

    Transfer encodings stand between the text and the bytes, so there are no offsets.

    Raises:
        ContentError: no message, or one without a text part.
    """
    if len(content) > _MAX_BYTES or content.count(b"\n--") > _MAX_PARTS:
        raise ContentError(name, "is a message too large to read; save its text and add that")
    message = email.message_from_bytes(content, policy=email.policy.default)
    part = _body(message)
    if part is None:
        raise ContentError(
            name, "is a message without a text part; save its attachment and add that"
        )
    try:
        payload = part.get_payload(decode=True)
    except (MessageError, ValueError, LookupError) as error:
        raise ContentError(name, "is a damaged message; save it again and add it") from error
    raw = payload if isinstance(payload, bytes) else b""
    text = decode(raw, name=name, media_type=str(part.get("Content-Type", ""))).text
    if part.get_content_type() == "text/html":
        fragment = cut_fragment(scan(text, name=name))
        if not fragment.text:
            raise ContentError(name, "is a message without words; nothing was added")
        return Cut(fragment.text, fragment.passages), _findings(message)
    plain = text.replace("\r\n", "\n")
    return Cut(plain, split_passages(plain)), _findings(message)


def _body(message: EmailMessage) -> EmailMessage | None:
    try:
        part = message.get_body(("plain", "html"))
    except (AttributeError, KeyError, ValueError):
        return None
    return part if isinstance(part, EmailMessage) else None


def _findings(message: EmailMessage) -> Findings:
    display, address = parseaddr(_header(message, "From"))
    date = _header(message, "Date")
    return Findings(
        dates=(("mail Date header", date),) if date else (),
        title=_header(message, "Subject") or None,
        publisher=display or address.partition("@")[2] or None,
        author=display or address or None,
        genre="message",
        language=_header(message, "Content-Language"),
        message_id=_header(message, "Message-ID").strip("<> ") or None,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text; empty where it is missing or cannot be read."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, KeyError):
        return ""
