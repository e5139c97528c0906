"""What the columns of a table mean: guessed, remembered from earlier files, settled by a person."""
