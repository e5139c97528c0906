"""Cases worked out with R: what the product computes is compared with them number by number."""
