"""Stage 6: reconciled records in, briefs that compile or fail out; and the check of a published brief."""
