"""What a citation says, and one file a format."""
