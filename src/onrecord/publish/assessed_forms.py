"""Forms for what is assessed: what is said to permit an act, forces as reported, steps and thresholds."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.domain.brief import SentenceMode
from onrecord.publish.desk import Form

#: Name of each form, what writes it, and how it stands to its support.
ASSESSED_FORMS: Mapping[str, tuple[Form, SentenceMode]] = {}
