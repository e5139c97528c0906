"""What people wrote: comments and the texts of complaints, by theme.

contact_details  e-mail addresses and telephone numbers, known by their form
masks            a text without the names, numbers and places that lead to a person or a firm
units            a text as clauses of words that can be compared: Chinese characters, English stems
themes.toml      what people write about at trade fairs, in both languages
dictionary       those themes, with what people of this fair changed about them
reading          one text -> the themes it names, and whether it praises or complains
reading_child    many texts, read in a child process
written          the comments and complaints of a slice, each with its themes
theme_edits      themes renamed, widened, merged and dropped by people: who, when, undo
"""
