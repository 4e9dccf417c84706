"""Puts a copy of the reader's weights and of the sample crisis into a built wheel.

An editable install has both in the checkout, so only a standard wheel gets the copies:
docs/decisions/0002-weights-as-their-own-distribution.md.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface):  # type: ignore[type-arg, misc]  # hatchling ships no types
    """Adds the folders a wheel carries beside its own package."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to copy; called by the build backend before it packs."""
        if version == "standard":
            build_data["force_include"]["models/en/src/onrecord_model_en"] = "onrecord_model_en"
            for name in ("LICENSE", "LICENSE.Apache-2.0", "NOTICE", "MODEL_CARD.md"):
                build_data["force_include"][f"models/en/{name}"] = f"onrecord_model_en/{name}"
            build_data["force_include"]["examples"] = "onrecord/examples"
