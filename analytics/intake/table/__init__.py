"""Records -> one table: its header, its width, what in it is no record, and what its columns look
like.
"""
