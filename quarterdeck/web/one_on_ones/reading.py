"""What stands in a space: one read for each part of the page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.one_on_ones import queries
from quarterdeck.domains.one_on_ones.rules import is_overdue, weeks_without
from quarterdeck.domains.people.permissions import standing_of

from .forms import MakePromise, Move, Rhythm

if TYPE_CHECKING:
    from quarterdeck.domains.one_on_ones.models import Meeting, Note, Pair

PARTS = {
    "goal": ("Goal", "What do you want to reach, and by when?"),
    "reality": ("Reality", "Where do you stand today? What have you tried?"),
    "options": ("Options", "What could you do? What else?"),
    "will": ("Will", "What will you do, when, and who helps?"),
}
COMMON = ("pair", "notes", "Our notes", "Both of you read and write this.")
OWN = ("writer", "notes", "My notes", "Only you read this. Nobody can be let in later.")


@dataclass(frozen=True)
class Text:
    """One field to write in, and what stands in it."""

    readers: str
    part: str
    label: str
    hint: str
    note: "Note | None"

    @property
    def version(self) -> int:
        return self.note.version if self.note else 0


def space_of(user: Any, pair: "Pair", today: date) -> dict[str, Any]:
    """The whole page of one space."""
    mine = standing_of(user).person_id
    other = pair.other_than(mine)
    me = pair.first if other == pair.second else pair.second
    meeting = queries.next_meeting(pair) if pair.began_at else None
    last = queries.last_met(pair)
    late = bool(pair.is_running and last and is_overdue(last, pair.weeks, today))
    return {
        "pair": pair,
        "other": other,
        "me": me,
        "meeting": meeting,
        "last": last,
        "overdue": late,
        "weeks_without": weeks_without(last, today) if last else 0,
        "may_write": pair.is_running,
        "may_answer": pair.began_at is None and pair.asked_by_id != mine,
        "rhythm": Rhythm(initial={"weeks": pair.weeks, "version": pair.version}),
        "move": Move(
            initial={
                "next_on": pair.next_on,
                "next_time": pair.next_time,
                "version": pair.version,
            }
        ),
        "material": [
            (who, queries.material_of(user=user, person=who, since=last, today=today))
            for who in (other, me)
        ],
        "motivation": queries.motivation_of(user=user, person=other),
        "own_motivation": queries.own_motivation(user),
        "past": list(queries.past_meetings(user=user, pair=pair)[:5]),
        "texts": texts_of(user, meeting) if meeting else [],
        **agenda_of(user, pair),
        **promises_of(user, pair, today),
    }


def agenda_of(user: Any, pair: "Pair") -> dict[str, Any]:
    """The agenda, what was talked about in this meeting, and what was taken off."""
    rows = queries.topics_visible_to(user).filter(pair=pair)
    return {
        "pair": pair,
        "may_write": pair.is_running,
        "topics": queries.open_topics(user=user, pair=pair),
        "talked": list(
            rows.filter(closed_in__closed_at=None, closed_at__isnull=False)[:50]
        ),
        "taken_off": list(rows.filter(removed_at__isnull=False, closed_at=None)[:50]),
    }


def promises_of(user: Any, pair: "Pair", today: date) -> dict[str, Any]:
    mine = standing_of(user).person_id
    other = pair.other_than(mine)
    me = pair.first if other == pair.second else pair.second
    due = today + timedelta(weeks=1)
    return {
        "pair": pair,
        "other": other,
        "me": me,
        "today": today,
        "may_write": pair.is_running,
        "ledgers": [
            queries.ledger_of(user=user, pair=pair, person=who) for who in (me, other)
        ],
        "promise_form": MakePromise(initial={"due_on": due}, auto_id="promise_%s"),
    }


def texts_of(user: Any, meeting: "Meeting") -> list[Text]:
    """The fields of a meeting: the frame if it is used, what both read, what I read."""
    found = queries.texts_of(user=user, meeting=meeting)
    wanted = [COMMON, OWN]
    if meeting.coaching:
        wanted = [("pair", part, *words) for part, words in PARTS.items()] + wanted
    return [
        Text(readers, part, label, hint, found.get((readers, part)))
        for readers, part, label, hint in wanted
    ]
