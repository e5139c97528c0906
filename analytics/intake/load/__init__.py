"""A draft on its way into the store: the queue, the inbox, the child that reads, the command line,
the demo fair.
"""
