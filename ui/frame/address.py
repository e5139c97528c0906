"""What a reader wishes to see, to and from the words of an address: ids only, so that a link means
the same in any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from analytics.filters import Audience
from analytics.study import Study
from analytics.wording import LANGUAGES
from ui.frame.reader_choice import Wish

Words = dict[str, tuple[str, ...]]
PROFILE = "profile."
YES = "yes"


def wish_of(words: Mapping[str, tuple[str, ...]], before: Wish) -> Wish:
    """The wish an address speaks of. What an address never holds (another study's dials) stays as
    it was before.
    """
    language, audience = _first(words, "lang"), _first(words, "audience")
    dials = {
        name: values[0]
        for name, values in words.items()
        if "." in name and not name.startswith(PROFILE) and values
    }
    return Wish(
        language=language if language in LANGUAGES else before.language,
        fair=_first(words, "fair") or before.fair,
        editions=words.get("edition", ()),
        audience=cast(Audience, audience) if audience in get_args(Audience) else "exhibitor",
        industries=words.get("industry", ()),
        regions=words.get("region", ()),
        profile=tuple(
            (name.removeprefix(PROFILE), words[name]) for name in words if name.startswith(PROFILE)
        ),
        segment=_first(words, "segment"),
        weighted=_first(words, "weighted") == YES,
        unweighted=_first(words, "unweighted") == YES,
        options=tuple((dict(before.options) | dials).items()),
        deck=_first(words, "deck") or before.deck,
        study=_first(words, "study") or before.study,
    )


def words_of(
    wish: Wish, study: Study | None = None, *, has_deck: bool = False, is_trust: bool = False
) -> Words:
    """The words of the address that reopens this view; the page of trust also names its study."""
    words: Words = {
        "study": (study.key,) if study and is_trust else (),
        "lang": (wish.language,) if wish.language else (),
        "fair": (wish.fair,) if wish.fair else (),
        "edition": wish.editions,
        "audience": (wish.audience,) if wish.audience != "exhibitor" else (),
        "industry": wish.industries,
        "region": wish.regions,
        **{f"{PROFILE}{field}": answers for field, answers in wish.profile},
        "segment": (wish.segment,) if wish.segment else (),
        "weighted": (YES,) if wish.weighted else (),
        "unweighted": (YES,) if wish.unweighted else (),
        "deck": (wish.deck,) if wish.deck and has_deck else (),
        **(_moved_dials(wish, study) if study else {}),
    }
    return {name: values for name, values in words.items() if values}


def _moved_dials(wish: Wish, study: Study) -> Words:
    chosen = study.chosen(wish.options_of(study))
    return {
        f"{study.key}.{o.key}": (chosen[o.key],)
        for o in study.options
        if chosen[o.key] != o.value(None)
    }


def _first(words: Mapping[str, tuple[str, ...]], name: str) -> str | None:
    return next(iter(words.get(name, ())), None)
