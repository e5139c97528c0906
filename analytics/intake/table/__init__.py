"""Records -> one table: its header, its width, what is no record, what its columns look like."""
