"""Trello boards: lists become statuses, checklist items become subtasks."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from .dates import parse_moment
from .json_text import flat
from .ledger import Ledger
from .mentions import Mentions
from .records import CommentRow, PersonRow, Reading, TaskRow
from .refusals import Refused
from .sources import Source
from .words import status_of

Json = dict[str, Any]

_READ = frozenset(
    "id name cards lists members checklists labels actions customFields desc url".split()
)
_READ_OF_CARD = frozenset(
    "id name desc idList idMembers labels due start dueComplete closed url shortUrl "
    "idLabels idChecklists customFieldItems id_board type".split()
)
_READ_ACTIONS = frozenset(
    "commentCard createCard updateCard:idList copyCommentCard".split()
)
_DONE, _DEFAULT = "done", "todo"


def is_board(value: Json) -> bool:
    """Whether an object is an exported board."""
    cards, lists = value.get("cards"), value.get("lists")
    return isinstance(cards, list) and isinstance(lists, list)


def board_from_lines(items: list[Json]) -> Json | None:
    """A board from lines that each hold a board, list or card; else None."""
    kinds = {item.get("type") for item in items}
    if not kinds <= {"board", "list", "card"} or "card" not in kinds:
        return None
    board: Json = {"cards": [], "lists": [], "members": [], "lines": 0}
    for item in items:
        camel = {_camel(key): value for key, value in item.items()}
        if item["type"] == "card":
            board["cards"].append(camel)
        elif item["type"] == "list":
            board["lists"].append(camel)
        else:
            board = {**camel, **board}
            board["lines"] += 1
    return board


def _camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(word.capitalize() for word in rest)


def read_board(board: Json, source: Source, ledger: Ledger) -> Reading:
    """Read cards, checklist items and members of one board.

    Refused when the board has no cards.
    """
    return _Board(board, source, ledger).read()


class _Board:
    def __init__(self, board: Json, source: Source, ledger: Ledger) -> None:
        self._board = board
        self._source = source
        self._ledger = ledger
        self._mentions = Mentions()
        self._lists = {str(part.get("id")): part for part in _objects(board, "lists")}
        self._names = {
            str(part.get("id")): flat(part.get("fullName") or part.get("username"))
            for part in _objects(board, "members")
        }
        self._unknown: Counter[str] = Counter()
        self._moves = _Moves(_objects(board, "actions"), self._lists)
        self._seen: set[str] = set()
        self._number = 0

    def read(self) -> Reading:
        cards = _objects(self._board, "cards")
        if not cards:
            raise Refused("The Trello board has no cards.")
        title = flat(self._board.get("name")) or self._source.title
        key = flat(self._board.get("id")) or title
        project = self._mentions.project(title, key=key)
        members = self._members()
        tasks: list[TaskRow] = []
        for card in cards:
            tasks.extend(self._card(card, project))
        tasks.extend(self._checklist_items({task.external_id: task for task in tasks}))
        self._account(cards)
        return Reading(
            format="trello",
            source=title,
            projects=self._mentions.projects,
            people=(*members, *self._mentions.people),
            tasks=tuple(tasks),
            comments=tuple(self._comments({task.external_id for task in tasks})),
            dropped_columns=self._ledger.dropped_columns,
            dropped_rows=self._ledger.dropped_rows,
            remarks=self._ledger.remarks,
            notes=self._ledger.notes,
        )

    def _next(self) -> int:
        self._number += 1
        if self._number > self._ledger.limits.rows:
            raise Refused(f"The board has more than {self._number - 1:,} parts.")
        return self._number

    def _members(self) -> list[PersonRow]:
        people = []
        for part in _objects(self._board, "members"):
            number, key = self._next(), flat(part.get("id"))
            if not key or not self._names[key] or key in {p.external_id for p in people}:
                self._ledger.drop_row(number, key, "the member has no name or is twice")
                continue
            people.append(PersonRow(external_id=key, row=number, name=self._names[key]))
        return people

    def _card(self, card: Json, project: str) -> list[TaskRow]:
        number = self._next()
        key, title = flat(card.get("id")), " ".join(flat(card.get("name")).split())
        column = self._lists.get(flat(card.get("idList")), {})
        raw_status = flat(column.get("name"))
        status = self._status(card, raw_status)
        gone = bool(card.get("closed") or column.get("closed"))
        if not title or not key:
            self._ledger.drop_row(number, title or key, "the card has no title")
        elif key in self._seen:
            self._ledger.drop_row(number, title, "its id is already that of a card")
        elif gone and status != _DONE:
            self._ledger.drop_row(number, title, "it was archived before it was done")
        else:
            self._seen.add(key)
            return [self._task(card, number, title, project, status, raw_status)]
        return []

    def _task(
        self,
        card: Json,
        number: int,
        title: str,
        project: str,
        status: str,
        raw_status: str,
    ) -> TaskRow:
        key = flat(card.get("id"))
        return TaskRow(
            external_id=key,
            row=number,
            title=title,
            project=project,
            description=flat(card.get("desc")),
            status=status,
            raw_status=raw_status,
            deadline=self._day(number, "due", card.get("due")),
            planned_start=self._day(number, "start", card.get("start")),
            created_at=self._moves.created.get(key) or _born(key),
            started_at=self._moves.started.get(key),
            done_at=self._moves.done.get(key) if status == _DONE else None,
            assignees=self._assignees(card),
            labels=self._labels(card),
            url=flat(card.get("url") or card.get("shortUrl")),
        )

    def _status(self, card: Json, raw_status: str) -> str:
        known = status_of(raw_status)
        if card.get("dueComplete"):
            return _DONE
        if known is None and raw_status:
            self._unknown[raw_status] += 1
        return known or _DEFAULT

    def _assignees(self, card: Json) -> tuple[str, ...]:
        ids = [flat(part) for part in card.get("idMembers") or ()]
        if not ids and isinstance(card.get("member"), str):
            ids = [flat(card["member"])]
        known = (i if i in self._names else self._mentions.person(i) for i in ids if i)
        return tuple(dict.fromkeys(known))

    def _labels(self, card: Json) -> tuple[str, ...]:
        labels = [part for part in card.get("labels") or () if isinstance(part, dict)]
        names = [flat(part.get("name")) or flat(part.get("color")) for part in labels]
        return tuple(dict.fromkeys([*filter(None, names), *self._custom(card)]))

    def _custom(self, card: Json) -> list[str]:
        """Custom fields as labels "name: value"."""
        fields = {part.get("id"): part for part in _objects(self._board, "customFields")}
        labels = []
        for item in card.get("customFieldItems") or ():
            field = fields.get(item.get("idCustomField"), {})
            value = _custom_value(item, field)
            if value:
                labels.append(f"{flat(field.get('name')) or 'field'}: {value}")
        return labels

    def _checklist_items(self, tasks: dict[str, TaskRow]) -> list[TaskRow]:
        items = []
        for checklist in _objects(self._board, "checklists"):
            parent = tasks.get(flat(checklist.get("idCard")))
            for item in _objects(checklist, "checkItems"):
                number, title = self._next(), flat(item.get("name"))
                if parent is None or not title:
                    reason = "its card was not taken over" if title else "it is empty"
                    self._ledger.drop_row(number, title, reason)
                    continue
                items.append(self._item(item, number, title, parent))
        if items:
            self._ledger.note(f"{len(items):,} checklist items became subtasks.")
        return items

    def _item(self, item: Json, number: int, title: str, parent: TaskRow) -> TaskRow:
        state = flat(item.get("state"))
        member = flat(item.get("idMember"))
        if member and member not in self._names:
            member = self._mentions.person(member)
        return TaskRow(
            external_id=flat(item.get("id")) or f"item {number}",
            row=number,
            title=" ".join(title.split()),
            project=parent.project,
            parent=parent.external_id,
            status=_DONE if state == "complete" else _DEFAULT,
            raw_status=state,
            deadline=self._day(number, "due", item.get("due")),
            assignees=(member,) if member else (),
        )

    def _day(self, number: int, column: str, value: Any) -> date | None:
        text = flat(value)
        moment = parse_moment(text) if text else None
        limits = self._ledger.limits
        if moment and limits.first_year <= moment.year <= limits.last_year:
            return moment.date()
        if text:
            reason = "it is no date between the years that are read"
            self._ledger.remark(number, column, text, reason)
        return None

    def _comments(self, tasks: set[str]) -> list[CommentRow]:
        comments = []
        for number, action in enumerate(_objects(self._board, "actions"), start=1):
            content = action.get("data") or {}
            task = flat((content.get("card") or {}).get("id"))
            text = flat(content.get("text"))
            if "omment" in flat(action.get("type")) and task in tasks and text:
                comments.append(
                    CommentRow(
                        task=task,
                        text=text,
                        author=flat((action.get("memberCreator") or {}).get("fullName")),
                        written_at=parse_moment(flat(action.get("date"))),
                        row=number,
                    )
                )
        return comments

    def _account(self, cards: list[Json]) -> None:
        """Report what of the board and its cards was not read."""
        for name, count in self._unknown.most_common(50):
            self._ledger.note(
                f"List “{name[:60]}” ({count:,} cards) is not known as a status "
                f"and was taken as “{_DEFAULT}”."
            )
        for _ in range(self._board.get("lines", 0)):
            title = flat(self._board.get("name"))
            self._ledger.drop_row(self._next(), title, "it is the board, the project")
        for key, value in self._board.items():
            if key not in _READ and key != "lines" and flat(value):
                self._drop(f"board/{key}", 1)
        for card in cards:
            for key, value in card.items():
                if key not in _READ_OF_CARD and flat(value) not in ("", "no", "0"):
                    self._drop(f"card/{key}", 1)
        for action in _objects(self._board, "actions"):
            kind = flat(action.get("type"))
            if kind not in _READ_ACTIONS:
                self._drop(f"action/{kind}", 1)

    def _drop(self, name: str, filled: int) -> None:
        self._ledger.drop_column(name, "there is no place for it", filled)


class _Moves:
    """When cards were created, begun and done, from the history in the file."""

    def __init__(self, actions: list[Json], lists: dict[str, Json]) -> None:
        self.created: dict[str, datetime] = {}
        self.started: dict[str, datetime] = {}
        self.done: dict[str, datetime] = {}
        for action in reversed(actions):
            content = action.get("data") or {}
            moment = parse_moment(flat(action.get("date")))
            card = flat((content.get("card") or {}).get("id"))
            if not card or moment is None:
                continue
            if action.get("type") == "createCard":
                self.created.setdefault(card, moment)
            status = status_of(flat((content.get("listAfter") or {}).get("name")))
            if status == "doing":
                self.started.setdefault(card, moment)
            elif status == _DONE:
                self.done[card] = moment


def _objects(value: Json, key: str) -> list[Json]:
    parts = value.get(key)
    if not isinstance(parts, list):
        return []
    return [part for part in parts if isinstance(part, dict)]


def _custom_value(item: Json, field: Json) -> str:
    value = item.get("value")
    if isinstance(value, dict):
        return next((flat(part) for part in value.values() if part is not None), "")
    options = {o.get("id"): o for o in field.get("options") or () if isinstance(o, dict)}
    chosen = options.get(item.get("idValue"), {}).get("value")
    return _custom_value({"value": chosen}, {}) if isinstance(chosen, dict) else ""


def _born(key: str) -> datetime | None:
    """Trello ids begin with the second of their creation, in hexadecimal."""
    if len(key) != 24:
        return None
    try:
        return datetime.fromtimestamp(int(key[:8], 16), tz=UTC)
    except ValueError:
        return None
