"""Values to plain data and JSON text and back: strict, with the place of every fault."""
