"""`python -m analytics due`: which complaints are due, for a scheduler to send on. While the app
runs, from its last backup.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from analytics import clock
from analytics.complaints.due import as_record, calendar_file, due_cases, title
from analytics.wording import Say


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and what it takes."""
    command = commands.add_parser("due", help="open complaints with a day they are due")
    command.add_argument("--fair")
    command.add_argument(
        "--within", type=int, metavar="DAYS", help="due in so many days, or overdue"
    )
    command.add_argument("--owner", default="", help="of this person alone")
    command.add_argument("--json", action="store_true", help="for another program")
    command.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar file as well")
    command.set_defaults(run=_run)


def _run(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.headless_answer import filters, open_to_read

    today = clock.today()
    with open_to_read(say) as (store, dated):
        fair = filters(store, chosen.fair, [], "exhibitor", (), ()).fair
        cases = due_cases(store, fair, today, chosen.within, chosen.owner)
    if chosen.ics:
        chosen.ics.write_bytes(calendar_file(cases, clock.now(), say))
    if chosen.json:
        records = [as_record(case, say) for case in cases]
        answer = {"fair": fair, "today": today.isoformat(), "as_of": dated, "due": records}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return 0
    if dated:
        print(dated)
    for case in cases:
        day = say.day(case.due_on) if case.due_on else ""
        mark = say("overdue") if case.is_overdue else say("due")
        line = say(
            "{day} ({mark}) · {title} · {owner}",
            title=title(case, say),
            mark=mark,
            day=day,
            owner=case.owner or say("nobody"),
        )
        print(line)
    if not cases:
        print(say("No complaint is due."))
    return 0
