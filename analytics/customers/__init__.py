"""What the studies of customers share: one fact per exhibitor and edition, and classes of it.

measures     what is known of every exhibitor at an edition and the one before
classing     a rule that puts each exhibitor in one class, and what is counted by class
stages       the stages of a customer's life, from coming and skipping alone
figures      five figures that every study of classes has
methods      how these are computed, in phrases
"""
