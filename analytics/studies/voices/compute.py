"""What did they write, more or less often than before, and how satisfied are those who wrote it?

Method: themes by `analytics.comments`; shares of texts with Wilson's interval, changes by
Newcombe's with Holm's p over the themes shown; the overall rating of writers against all others by
Welch; words by keyness. Assumption: texts are independent; no weights. Source: as in the estimators
of `analytics.stats`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analytics.comments.question_themes import names_of_dimensions, read_asked
from analytics.comments.written import Written, read_written
from analytics.errors import NotEnough, NothingChosen
from analytics.ratings.editions import Edition, chosen, compared, read_editions
from analytics.ratings.questions import read_questions
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.voices.compute_course import Course, course_of
from analytics.studies.voices.compute_quotes import Quotes, read_quotes
from analytics.studies.voices.compute_satisfaction import Writers, read_writers
from analytics.studies.voices.compute_shares import Counted, Pair, count_dimensions, count_themes
from analytics.studies.voices.compute_words import Words, key_words

if TYPE_CHECKING:
    from analytics.comments.dictionary import Dictionary
    from analytics.filters import Audience, Filters
    from analytics.store import Reader
    from analytics.wording import Name


@dataclass(frozen=True, eq=False)
class Voices:
    """`source`: 'comment', or 'complaint' where nobody commented: what `themes`, `dimensions`,
    `course` and `words` count. `complaints`: themes of the log, where there is one beside comments.
    """

    audience: Audience
    source: str
    dictionary: Dictionary
    focus: Edition
    before: Edition | None
    themes: Counted
    dimensions: Counted
    complaints: Counted | None
    writers: Writers
    course: Course
    words: Words
    quotes: Quotes
    scale: Scale
    names: dict[str, Name]


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Voices:
    """Raises NothingChosen where nobody wrote, NotEnough below five texts at the edition looked at,
    UnknownChoice, ChildStopped.
    """
    written = read_written(reader, replace(filters, editions=()))
    source = "comment" if (written.texts["source"] == "comment").any() else "complaint"
    editions = _with_texts(read_editions(reader, filters), written, source)
    if not any(edition.has_answers for edition in chosen(editions, filters)):
        raise NothingChosen("comments")
    focus, before = compared(editions, filters, options.get("compare_with", ""))
    if focus.responses < NEVER_BELOW:
        raise NotEnough("comments", NEVER_BELOW, focus.responses)
    pair = Pair(focus.key, before.key if before else None)
    themes = count_themes(written, source, pair)
    names = names_of_dimensions(read_asked(reader, filters.fair, filters.audience))
    in_view = [edition for edition in chosen(editions, filters) if edition.has_answers]
    return Voices(
        filters.audience,
        source,
        written.dictionary,
        focus,
        before,
        themes,
        count_dimensions(written, source, pair, names),
        _of_log(written, source, pair),
        read_writers(reader, filters, written, themes, focus.key),
        course_of(written, source, in_view, themes),
        key_words(written, source, focus.key, options.get("words", "unthemed"), reader, filters),
        read_quotes(reader, filters, written, themes, (focus, tuple(in_view)), options),
        _scale(reader, filters, focus.key),
        names,
    )


def _with_texts(
    editions: tuple[Edition, ...], written: Written, source: str
) -> tuple[Edition, ...]:
    """Every edition, its responses those that wrote."""
    texts = written.texts
    counts = texts.loc[texts["source"] == source, "edition_id"].value_counts()
    return tuple(
        replace(edition, responses=int(counts.get(edition.key, 0))) for edition in editions
    )


def _of_log(written: Written, source: str, pair: Pair) -> Counted | None:
    """Themes of the complaint log beside comments; None with fewer than five complaints."""
    if source == "complaint":
        return None
    counted = count_themes(written, "complaint", pair)
    return counted if counted.texts >= NEVER_BELOW and counted.lines else None


def _scale(reader: Reader, filters: Filters, edition: str) -> Scale:
    questions = read_questions(reader, filters).of((edition,))
    scales = questions.measure_scales("overall")
    return common(scales) if scales else HUNDRED
