"""Which names are one firm: the questions, the answers, what was settled."""
