"""Into the meeting: figures in an order, as slides people can edit, a page people can click, a
print, a workbook.

`board` keeps what was pinned, `ready_made` chooses figures nobody had to pin, `outline` turns
either into a deck: pure data, worded once. What is drawn from it (`pptx_*`, `html`, `pdf`,
`workbook`) is drawn in a child process, which gets the deck as JSON and Arrow files (`travel`) and
knows neither the screen nor the engine.
"""
