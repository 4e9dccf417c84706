"""Stage 5: records in; briefs, charts and their verification out."""
