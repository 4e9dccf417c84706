"""Forms for what is assessed: what is said to permit an act, forces as reported, steps and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.domain.brief import SentenceMode
from onrecord.publish.authority_forms import AUTHORITY_FORMS
from onrecord.publish.desk import Form
from onrecord.publish.escalation_forms import ESCALATION_FORMS
from onrecord.publish.posture_forms import POSTURE_FORMS

#: Name of each form, what writes it, and how it stands to its support.
ASSESSED_FORMS: Mapping[str, tuple[Form, SentenceMode]] = MappingProxyType(
    {
        **{name: (form, "computed") for name, form in AUTHORITY_FORMS.items()},
        **{name: (form, "computed") for name, form in POSTURE_FORMS.items()},
        **{name: (form, "computed") for name, form in ESCALATION_FORMS.items()},
    }
)
