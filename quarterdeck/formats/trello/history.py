"""What the history in the file tells about cards."""

from datetime import UTC, datetime

from ..dates import parse_sure_moment
from ..json_text import flat
from ..limits import Limits
from ..records import CommentRow
from ..words import status_of
from .objects import Json, objects, part

READ_ACTIONS = frozenset({"createCard", "commentCard", "copyCommentCard"})


class History:
    """When cards were created, begun and done, and what was said about them."""

    def __init__(self, board: Json, limits: Limits) -> None:
        self._limits = limits
        self.created: dict[str, datetime] = {}
        self.started: dict[str, datetime] = {}
        self.done: dict[str, datetime] = {}
        self.moves = 0
        self._actions = objects(board, "actions")
        # Trello lists the latest action first.
        for action in reversed(self._actions):
            self._take(action)

    def _take(self, action: Json) -> None:
        content = part(action, "data")
        moment = self._moment(action)
        card = flat(part(content, "card").get("id"))
        if not card or moment is None:
            return
        if action.get("type") == "createCard":
            self.created.setdefault(card, moment)
        status = status_of(flat(part(content, "listAfter").get("name")))
        if status == "doing":
            self.started.setdefault(card, moment)
        elif status == "done":
            self.done[card] = moment

    def _moment(self, action: Json) -> datetime | None:
        return parse_sure_moment(flat(action.get("date")), self._limits)

    def born(self, card: str) -> datetime | None:
        """When a card was created, at worst by the time within its id."""
        return self.created.get(card) or _within(card)

    def comments(self, tasks: set[str]) -> tuple[CommentRow, ...]:
        """The comments on cards that were taken over."""
        found = []
        for number, action in enumerate(self._actions, start=1):
            content = part(action, "data")
            task, text = (
                flat(part(content, "card").get("id")),
                flat(content.get("text")),
            )
            if "omment" in flat(action.get("type")) and task in tasks and text:
                found.append(
                    CommentRow(
                        task=task,
                        text=text,
                        author=flat(part(action, "memberCreator").get("fullName")),
                        written_at=self._moment(action),
                        row=number,
                    )
                )
        return tuple(found)

    def unread(self) -> dict[str, int]:
        """How many actions of each kind nothing was taken from."""
        counts: dict[str, int] = {}
        for action in self._actions:
            kind = flat(action.get("type")) or "without a type"
            if kind in READ_ACTIONS or part(part(action, "data"), "listAfter"):
                continue
            counts[kind] = counts.get(kind, 0) + 1
        return counts


def _within(card: str) -> datetime | None:
    """Ids begin with the second of their creation, in hexadecimal."""
    if len(card) != 24:
        return None
    try:
        return datetime.fromtimestamp(int(card[:8], 16), tz=UTC)
    except ValueError:
        return None
