"""All values and the one declaration each derives from; nothing here knows JSON, files or pages."""
