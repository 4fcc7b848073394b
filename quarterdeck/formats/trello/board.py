"""One board to one reading."""

from ..json_text import flat
from ..ledger import Ledger
from ..mentions import Mentions
from ..records import PersonRow, Reading, TaskRow
from ..refusals import Refused
from ..sources import Source
from .cards import Cards
from .objects import Json, objects

_READ = frozenset(
    {
        *("id", "name", "cards", "lists", "members", "checklists", "actions"),
        *("customFields", "desc", "url", "lines", "labels"),
    }
)


def read_board(board: Json, source: Source, ledger: Ledger) -> Reading:
    """Read cards, checklist items and members of one board.

    Refused when the board has no cards.
    """
    return _Board(board, source, ledger).read()


class _Board:
    def __init__(self, board: Json, source: Source, ledger: Ledger) -> None:
        self._board = board
        self._ledger = ledger
        self._mentions = Mentions()
        self._title = flat(board.get("name")) or source.title
        key = flat(board.get("id")) or self._title
        project = self._mentions.project(self._title, key=key)
        self._cards = Cards(board, project, self._mentions, ledger)
        self._number = 0

    def read(self) -> Reading:
        cards = objects(self._board, "cards")
        if not cards:
            raise Refused("The Trello board has no cards.")
        if len(cards) > self._ledger.limits.rows:
            raise Refused(f"The Trello board has {len(cards):,} cards, too many.")
        members = self._members()
        tasks = [
            task for card in cards if (task := self._cards.card(card, self._next()))
        ]
        tasks += self._items({task.external_id: task for task in tasks})
        self._report(cards)
        ledger = self._ledger
        return Reading(
            format="trello",
            source=self._title,
            projects=self._mentions.projects,
            people=(*members, *self._mentions.people),
            tasks=tuple(tasks),
            comments=self._cards.history.comments({task.external_id for task in tasks}),
            dropped_columns=ledger.dropped_columns,
            dropped_rows=ledger.dropped_rows,
            remarks=ledger.remarks,
            notes=ledger.notes,
        )

    def _next(self) -> int:
        self._number += 1
        if self._number > self._ledger.limits.rows:
            raise Refused(f"The board has more than {self._number - 1:,} parts.")
        return self._number

    def _members(self) -> list[PersonRow]:
        people: dict[str, PersonRow] = {}
        for member in objects(self._board, "members"):
            number, key = self._next(), flat(member.get("id"))
            name = self._cards.members.get(key, "")
            if not key or not name or key in people:
                reason = "the member has no name, no id or the id of another"
                self._ledger.drop_row(number, name or key, reason)
                continue
            people[key] = PersonRow(external_id=key, row=number, name=name)
        return list(people.values())

    def _items(self, tasks: dict[str, TaskRow]) -> list[TaskRow]:
        items = []
        for checklist in objects(self._board, "checklists"):
            parent = tasks.get(flat(checklist.get("idCard")))
            for item in objects(checklist, "checkItems"):
                number = self._next()
                if parent is None:
                    name, reason = flat(item.get("name")), "its card was not taken over"
                    self._ledger.drop_row(number, name, reason)
                elif task := self._cards.item(item, number, parent):
                    items.append(task)
        if items:
            self._ledger.note(f"Checklist items that became subtasks: {len(items):,}.")
        return items

    def _report(self, cards: list[Json]) -> None:
        self._cards.report(cards)
        for _ in range(self._board.get("lines") or 0):
            reason = "it is the board itself and was kept as the project"
            self._ledger.drop_row(self._next(), self._title, reason)
        for key, value in self._board.items():
            if key not in _READ and flat(value) not in ("", "no", "0"):
                reason = "there is no place for it"
                self._ledger.drop_column(f"board/{key}", reason, 1)
