"""What columns are taken to mean."""
