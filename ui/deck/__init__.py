"""A deck put together, taken along and shown."""
