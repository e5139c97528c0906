"""What this product promises about data, tried many times: `make promises`; a short form in the
suite (`test_short_form.py`).
"""
