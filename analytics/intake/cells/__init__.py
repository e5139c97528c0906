"""What one cell says: a number, a day, an amount, a rating, several choices; and the words that
cells are written in.
"""
