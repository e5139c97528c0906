"""The register people work in: who is in it, what is known of each, and what they write themselves.

fields           what a card holds, and the words for grades and ways of contact
exhibitor_list   search and pages of the list
exhibitor_card   one exhibitor: its fields, contacts, notes, and what was done to it by whom
grades           the rule of grades, and the grades it gives
writing          what people write, under the rights they have
"""
