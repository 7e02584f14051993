"""Words of languages and how text is compared: folding, slugs, and one TOML file a language."""
