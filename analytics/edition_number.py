"""An edition's number: which edition of its fair it is, or the year in which it was held."""

FIRST_YEAR = 1850
LAST_NUMBER = 9999


def is_edition(number: int) -> bool:
    """Can an edition have this number, which may be a year."""
    return 1 <= number <= LAST_NUMBER
