"""Who is about to leave: a model learnt on closed editions, and what it says of those here now.

terms      what a departure is explained by
periods    person-periods on disk
model      learning, testing and looking ahead, in a child process
ahead      those here now
leaving    the probabilities of a fair, read and solved
"""
