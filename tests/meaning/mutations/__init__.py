"""Sound files with one fault put into them by a seed, and their clean twins."""
