"""Datasets on disk and in memory: released digests, load, collect, build, verify."""
