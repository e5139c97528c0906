"""Tests of what the studies of customers share."""
