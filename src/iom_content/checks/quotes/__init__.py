"""The check of quotations: a rule, a place and a mend, never a similarity."""
