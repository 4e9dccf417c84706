"""One package per technology; each implements a port."""
