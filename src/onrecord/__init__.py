"""Onrecord keeps the public record of an unfolding crisis, pinned to exact words."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__"]
