"""Fetching over http(s), guarded."""
