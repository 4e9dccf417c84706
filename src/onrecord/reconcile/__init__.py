"""Stage 3: statements of many documents in, tallies, timeline and links out."""
