"""Captured text to documents; no network."""
