"""One file a format, for values and for reports alike; each with the same trio: FORMAT, dumps, loads or None."""
