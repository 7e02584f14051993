"""Strategies for Hypothesis (extra `testing`)."""
