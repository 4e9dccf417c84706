"""Forecast distributions and scores by scipy: `ScipyStatistics`."""
