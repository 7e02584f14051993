"""Questions to a catalog: select, walk, search and concordance."""
