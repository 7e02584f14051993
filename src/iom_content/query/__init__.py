"""Questions to a catalog: select and walk."""
