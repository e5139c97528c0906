"""Into the meeting: figures in an order, as slides people can edit, a page people can click, a
print, a workbook.

`saved_decks` keeps what was pinned, `ready_made` chooses figures nobody had to pin, `outline` turns
either into a deck: pure data (`slides`), worded once. What is drawn from it (`pptx_*`, `html`,
`pdf`, `workbook`) is drawn in a child process (`deck_file`), which gets the deck as JSON and Arrow
files (`deck_json`) and knows neither the screen nor the engine.
"""
