"""Count models, scores and isotonic regression, with SciPy."""
