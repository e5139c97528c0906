"""Files on their way in, as a person meets them: drop, settle, load, read the receipt."""
