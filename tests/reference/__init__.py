"""Cases worked out with R: what the product computes is compared with what R computed, number by
number.
"""
