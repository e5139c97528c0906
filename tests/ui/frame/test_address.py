"""A link reopens the view it was taken from."""

from hypothesis import given
from hypothesis import strategies as st

from analytics.filters import Option
from analytics.study import Study
from ui.frame.address import wish_of, words_of
from ui.frame.reader_choice import Wish

text = st.text(min_size=1, max_size=12)
some = st.lists(text, unique=True, max_size=4).map(tuple)
DIALS = (
    Option("k", "Groups", ("auto", "2", "3"), ("", "", "")),
    Option("by", "By", ("all", "size"), ("", "")),
)
STUDY = Study(
    "segments", "know", "", "", "", lambda *_: None, lambda *_: (), (), reads=(), options=DIALS
)
wishes = st.builds(
    Wish,
    language=st.sampled_from(["zh", "en"]),
    fair=text,
    editions=some,
    audience=st.sampled_from(["exhibitor", "visitor"]),
    industries=some,
    regions=some,
    segment=st.none() | text,
    weighted=st.booleans(),
    profile=st.dictionaries(
        text, st.lists(text, min_size=1, max_size=3, unique=True).map(tuple), max_size=3
    ).map(lambda asked: tuple(asked.items())),
)


@given(wishes)
def test_what_is_written_is_what_is_read(wish: Wish) -> None:
    assert wish_of(words_of(wish), Wish()) == wish


@given(st.dictionaries(text, some, max_size=6))
def test_no_address_is_too_strange_to_read(words: dict[str, tuple[str, ...]]) -> None:
    wish_of(words, Wish())


def test_a_link_holds_the_dials_that_were_moved_and_no_others() -> None:
    wish = Wish().with_option(STUDY, "k", "3").with_option(STUDY, "by", "all")
    assert words_of(wish, STUDY) == {"segments.k": ("3",)}


def test_a_dial_that_does_not_exist_is_not_written_back() -> None:
    assert words_of(Wish(options=(("segments.k", "99"),)), STUDY) == {}


def test_a_link_without_a_language_keeps_the_one_spoken() -> None:
    assert wish_of({"edition": ("e8",)}, Wish(language="zh")).language == "zh"


def test_a_link_keeps_the_dials_of_other_studies() -> None:
    before = Wish(options=(("trends.view", "same"),))
    assert dict(wish_of({"segments.k": ("3",)}, before).options) == {
        "trends.view": "same",
        "segments.k": "3",
    }


def test_an_unknown_audience_or_language_is_ignored() -> None:
    assert wish_of({"audience": ("martian",), "lang": ("xx",)}, Wish(language="en")) == Wish(
        language="en"
    )
