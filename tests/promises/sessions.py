"""Many readers at once, while files are loaded: does each see the texts of its own pages?

Two fairs that differ in every number, two languages, every study. What a lone reader is sent of
each page is the reference. A slow study that says how far it is, since a file was just loaded, is
asked again; a session that is sent a text of another view, or at last anything else than its own,
breaks the promise.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from analytics.catalogue import STUDIES
from analytics.intake.load import inbox
from tests.e2e.browser import Server
from tests.intake.files import csv_text
from tests.promises.raw_session import RawSession
from tests.promises.two_fairs import FAIRS

LANGUAGES = ("en", "zh")
PAGES = ("", *(study.key for study in STUDIES))
SETTLED_WITHIN_S, THINK_S, AT_ONCE, IMPORT_EVERY_S, AGAIN_S = 600, (2.5, 7.5), 20, 30, 2
Texts = tuple[str, ...]


@dataclass(frozen=True, order=True)
class View:
    """One page of one fair in one language."""

    page: str
    fair: str
    language: str

    async def of(self, session: RawSession) -> Texts:
        """Its texts, as this session is sent them."""
        return await session.view(self.page, fair=self.fair, lang=self.language)


VIEWS = [View(page, fair, language) for page in PAGES for fair in FAIRS for language in LANGUAGES]


@dataclass
class Watch:
    """What came of all views; `lines` say which texts were others."""

    reference: dict[View, Texts]
    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    async def look(self, view: View, session: RawSession) -> None:
        """Hold what a session is sent against what a lone reader was sent."""
        end = time.monotonic() + SETTLED_WITHIN_S
        while (texts := await view.of(session)) != self.reference[view]:
            if self._are_foreign(texts, view) or time.monotonic() > end:
                others = sorted(set(texts) ^ set(self.reference[view]))[:4]
                self.lines.append(f"{view}: {others}")
                self.counts["other texts"] += 1
                return
            await asyncio.sleep(AGAIN_S)
        self.counts["own texts"] += 1

    def _are_foreign(self, texts: Texts, view: View) -> bool:
        """Whether one of them stands in the same page of the other fair or language, and not in
        this one.
        """
        others = {
            text
            for other, reference in self.reference.items()
            if other.page == view.page and other != view
            for text in reference
        }
        return bool((set(texts) - set(self.reference[view])) & others)


def outcomes(data: Path, sessions: int, minutes: float, visitors: int) -> Counter[str]:
    """`sessions` readers for so long, then `visitors` who come, look at a page and go."""
    if sessions == 0 and visitors == 0:
        return Counter()
    with Server(data=data) as server:
        watch = Watch(asyncio.run(_reference(server.port)))
        memory = _memory_mb(server)
        asyncio.run(_read_at_once(server.port, data, sessions, minutes, watch))
        asyncio.run(_come_and_go(server.port, visitors, watch))
        print(f"memory of the server: {memory:.0f} MB before, {_memory_mb(server):.0f} MB after")
        if server.process.poll() is not None:
            watch.counts["the app ended"] += 1
        if "Traceback" in (log := server.log()):
            watch.counts["a trace in the log"] += 1
            print(log[-2_000:])
    print("\n".join(watch.lines[:20]))
    return watch.counts


async def _reference(port: int) -> dict[View, Texts]:
    """Each view once two runs in succession agree: slow studies show first how far they are."""
    texts: dict[View, Texts] = {}
    waiting, end = VIEWS, time.monotonic() + SETTLED_WITHIN_S
    async with RawSession(port) as session:
        while waiting and time.monotonic() < end:
            fresh = {view: await view.of(session) for view in waiting}
            waiting = [view for view in waiting if fresh[view] != texts.get(view)]
            texts |= fresh
            await asyncio.sleep(AGAIN_S)
    if waiting:
        raise TimeoutError(f"no two runs agree: {waiting}")
    if len(set(texts.values())) < len(VIEWS):
        raise ValueError("two views are alike, so that a mix-up would not show")
    return texts


async def _read_at_once(port: int, data: Path, sessions: int, minutes: float, watch: Watch) -> None:
    end = time.monotonic() + 60 * minutes
    readers = [_read(port, number, end, watch) for number in range(sessions)]
    await asyncio.gather(*readers, _load_files(data, end if readers else 0, watch))


async def _read(port: int, number: int, end: float, watch: Watch) -> None:
    rng = random.Random(number)
    mine = VIEWS[number % len(VIEWS) :] + VIEWS[: number % len(VIEWS)]
    await asyncio.sleep(rng.uniform(0, THINK_S[1]))
    try:
        async with RawSession(port) as session:
            while time.monotonic() < end:
                view = mine.pop(0)
                mine.append(view)
                await watch.look(view, session)
                await asyncio.sleep(rng.uniform(*THINK_S))
    except Exception as error:
        watch.counts[f"session ended: {type(error).__name__}"] += 1


async def _load_files(data: Path, end: float, watch: Watch) -> None:
    """A file for a third fair now and then, by the inbox of the running app."""
    number = 0
    while time.monotonic() < end:
        path = data.parent / f"visitors{(number := number + 1)}.csv"
        path.write_text(
            csv_text("届次,日期,观众类别,人数", f"8,2006-10-12,专业观众,{number}"), "utf-8"
        )
        order_id = inbox.leave(path, "busy", None, "", "anna")
        answer = await asyncio.to_thread(inbox.answer_to, order_id, 120)
        is_in = answer is not None and answer["state"] == "done"
        watch.counts["file loaded meanwhile" if is_in else "file not loaded"] += 1
        await asyncio.sleep(IMPORT_EVERY_S)


async def _come_and_go(port: int, visitors: int, watch: Watch) -> None:
    """So many at a time; every other one goes in the middle of the run."""
    for first in range(0, visitors, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, visitors))
        await asyncio.gather(*(_visit(port, number, watch) for number in numbers))


async def _visit(port: int, number: int, watch: Watch) -> None:
    view = VIEWS[number * 7 % len(VIEWS)]
    try:
        async with RawSession(port) as session:
            if number % 2:
                await session.ask(view.page, fair=view.fair, lang=view.language)
                watch.counts["went in the middle"] += 1
            else:
                await watch.look(view, session)
    except Exception as error:
        watch.counts[f"session ended: {type(error).__name__}"] += 1


def _memory_mb(server: Server) -> float:
    return float(psutil.Process(server.process.pid).memory_info().rss / 2**20)
