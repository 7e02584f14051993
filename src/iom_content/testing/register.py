"""Registration of our strategies with Hypothesis."""


def register() -> None:
    """Do nothing yet."""
