"""The check of prose: what readers see, with its place in the source, held to the official text by a registry of rules."""
