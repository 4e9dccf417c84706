"""Classes of what is struck or threatened. There are classes only: a target has no name, rank or place."""

from __future__ import annotations

from typing import Literal

TargetClass = Literal[
    "non_state_vessel", "non_state_facility", "dual_use", "state_forces", "state_leadership"
]
