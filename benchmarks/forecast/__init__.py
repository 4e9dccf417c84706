"""How well the next month of a crisis is forecast, on real counts of events."""
