"""1:1s of the demo, through the real services, on the days when they happened."""

from datetime import datetime, timedelta
from typing import Any

from quarterdeck.domains.one_on_ones import services as rooms
from quarterdeck.domains.one_on_ones.models import Pair

from .cast import Cast
from .story.pairs import ASKS, MOTIVES, SPACES, Space


def meet_one_by_one(cast: Cast) -> None:
    for space in SPACES:
        _meet(cast, space)
    asker, asked, weeks = ASKS
    rooms.start_pair(
        person=cast.people[asked], by=cast.user(asker), at=_ago(cast, 2), weeks=weeks
    )
    for who, audience, text in MOTIVES:
        rooms.write_motivation(
            text=text, audience=audience, by=cast.user(who), at=_ago(cast, 15)
        )


def _meet(cast: Cast, space: Space) -> None:
    """Begin, hold each meeting, and leave what is open for the next one."""
    by, began = cast.user(space.one), _ago(cast, space.met[0] + 7)
    pair = rooms.start_pair(
        person=cast.people[space.other], by=by, at=began, weeks=space.weeks
    )
    for number, days in enumerate(space.met):
        _hold(cast, space, pair, _ago(cast, days), last=number == len(space.met) - 1)
    for who, text in space.open:
        at = _ago(cast, min(space.met[-1], 3))
        rooms.add_topic(pair=pair, text=text, by=cast.user(who), at=at)
    _set_next(cast, space, pair, by)


def _hold(cast: Cast, space: Space, pair: Pair, at: datetime, *, last: bool) -> None:
    by = cast.user(space.one)
    meeting = rooms.open_meeting(pair=pair, by=by, at=at)
    if last:
        for who, text in space.talked:
            one = rooms.add_topic(pair=pair, text=text, by=cast.user(who), at=at)
            rooms.close_topic(topic=one, by=by, at=at)
        _write(cast, space, meeting, at)
        for who, text, due, state in space.promises:
            _promise(cast, pair, (who, text, due, state), at)
    rooms.close_meeting(pair=pair, by=by, at=at + timedelta(minutes=40))


def _write(cast: Cast, space: Space, meeting: Any, at: datetime) -> None:
    if space.notes:
        rooms.write_note(
            meeting=meeting,
            readers="pair",
            part="notes",
            text=space.notes,
            by=cast.user(space.one),
            at=at,
        )
    for who, text in space.own:
        rooms.write_note(
            meeting=meeting,
            readers="writer",
            part="notes",
            text=text,
            by=cast.user(who),
            at=at,
        )


def _promise(
    cast: Cast, pair: Pair, told: tuple[str, str, int, str], at: datetime
) -> None:
    who, text, due, state = told
    due_on, by = cast.today + timedelta(days=due), cast.user(who)
    promise = rooms.make_promise(
        pair=pair, promiser=cast.people[who], text=text, due_on=due_on, by=by, at=at
    )
    if state == "kept":
        kept = cast.at + timedelta(days=due - 1)
        rooms.keep_promise(promise=promise, on=kept.date(), by=by, at=kept)


def _set_next(cast: Cast, space: Space, pair: Pair, by: Any) -> None:
    day = None if space.next_in is None else cast.today + timedelta(days=space.next_in)
    at = _ago(cast, min(space.met[-1], 1))
    rooms.move_meeting(pair=pair, next_on=day, next_time=None, by=by, at=at)


def _ago(cast: Cast, days: int) -> datetime:
    return cast.at - timedelta(days=days)
