"""Judgements of records and prose."""
