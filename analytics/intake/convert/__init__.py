"""A table and its mapping -> the rows that the store keeps."""
