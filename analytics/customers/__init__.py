"""What the studies of customers share: one fact per exhibitor and edition, and classes of it.

measures     what is known of every exhibitor at an edition and the one before
classing     a rule that puts each exhibitor in one class, and what is counted by class
stages       the stages of a customer's life, from coming and skipping alone
chances      of exhibitors that came alike: to come next, to grow
worth        present value, potential, and the class of both
rfm          scores and classes of recency, frequency and money
risk         who is about to leave
figures      five figures that every study of classes has
methods      how these are computed, in phrases
"""
