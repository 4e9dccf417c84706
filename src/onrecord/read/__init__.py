"""Stage 2: text in, `Statement`s with exact spans out."""
