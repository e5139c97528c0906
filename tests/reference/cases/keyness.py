"""Words that one group of comments uses more often than the rest."""

from collections import Counter

import numpy as np
import pandas as pd

from analytics.stats.keyness import keyness, log_likelihood
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import in_order, named, words
from tests.reference.methods.token_keyness import two_cells

TEXT = (
    r"(tokens?|texts?|words?|terms?|body|remarks?|answers?|content|comment_text|文本|词|评论|内容)"
)
GROUP = r"(groups?|class(es)?|sides?|segments?|labels?|kinds?|types?|who|part|组|组别|分组|类别)"


def recompute(case: Case) -> dict:
    table, target = case.table(), str(case.setting("target"))
    side = _side(table, target)
    written = table[named(table, TEXT, but=[side]) or _longest(table, side)]
    comments = [text.split() if isinstance(text, str) else [] for text in written]
    is_target = words(table[side]) == target
    groups = [
        [tokens for tokens, flag in zip(comments, is_target, strict=True) if flag == wanted_flag]
        for wanted_flag in (True, False)
    ]
    return _result(case, [[tokens for tokens in group if tokens] for group in groups])


def _side(table: pd.DataFrame, target: str) -> str:
    """The column with the group: by name, else the one in which the target's name stands."""
    by_name = named(table, GROUP)
    holding = [name for name in table if (words(table[name]) == target).any()]
    return by_name if by_name in holding or not holding else str(holding[0])


def _longest(table: pd.DataFrame, side: str) -> str:
    texts = [name for name in table if name != side and table[name].dtype.kind not in "iufb"]
    return max(texts, key=lambda name: table[name].astype(str).str.len().sum())


def _result(case: Case, groups: list[list[list[str]]]) -> dict:
    counts = [Counter(token for tokens in group for token in tokens) for group in groups]
    holding = [Counter(token for tokens in group for token in set(tokens)) for group in groups]
    names = in_order({*counts[0], *counts[1]}, [])
    order = in_order(names, [term.get("token") for term in case.result.get("terms", [])])
    comments, tokens = [len(group) for group in groups], [sum(count.values()) for count in counts]
    with_word = [_counts(count, order) for count in holding]
    of_all = [_counts(count, order) for count in counts]
    least, level = int(case.setting("min_comments", 1)), float(case.setting("level", 0.05))
    keys = keyness(*with_word, *comments, least)
    by_tokens = {
        "g2_tokens": log_likelihood(*of_all, *tokens),
        "g2_tokens_two_cell": two_cells(*of_all, *tokens),
    }
    terms = [
        {
            "token": token,
            "count_target": int(of_all[0][place]),
            "count_rest": int(of_all[1][place]),
            "comments_target": int(with_word[0][place]),
            "comments_rest": int(with_word[1][place]),
            "g2_comments": keys.g2[place],
            "sign": int(keys.sign[place]),
            "log_ratio": keys.log_ratio[place],
            "p": keys.p[place],
            "small": bool(keys.is_few[place]),
            "tested": bool(keys.is_tested[place]),
            "p_bh": keys.p_adjusted[place],
        }
        | {name: values[place] for name, values in by_tokens.items()}
        for place, token in enumerate(order)
    ]
    # Equal ones by the token: the order in which they are compared.
    placed = sorted(keys.key_words(level), key=lambda place: (-keys.g2[place], order[place]))
    return {
        "comments": comments,
        "tokens": tokens,
        "key_tokens": [order[place] for place in placed],
        "terms": terms,
    }


def _counts(counted: Counter, names: list[str]) -> np.ndarray:
    return np.array([counted[name] for name in names], dtype=float)


CHECKER = Checker(
    recompute,
    settings=frozenset({"target", "min_comments", "level"}),
    keys=(frozenset({"g2_comments"}), frozenset({"key_tokens"})),
    words=r"keyness|log.?likelihood",
)
