"""What one cell says: a number, a day, an amount, a rating, choices; and the words it is in."""
