"""Cards and checklist items to tasks."""

from collections import Counter
from datetime import date
from typing import Any

from ..dates import parse_sure_moment
from ..json_text import flat
from ..ledger import Ledger
from ..mentions import Mentions
from ..records import TaskRow
from ..words import status_of
from .history import History
from .objects import Json, objects, part

_READ = frozenset(
    {
        *("id", "name", "desc", "idList", "idMembers", "labels", "due", "start"),
        *("dueComplete", "closed", "url", "shortUrl", "idLabels", "idChecklists"),
        *("customFieldItems", "idBoard", "type", "title", "body"),
        "member",
    }
)


class Cards:
    """Turns the cards of one board into tasks."""

    def __init__(
        self, board: Json, project: str, mentions: Mentions, ledger: Ledger
    ) -> None:
        self.history = History(board, ledger.limits)
        self.members = {
            flat(member.get("id")): flat(
                member.get("fullName") or member.get("username")
            )
            for member in objects(board, "members")
        }
        self._lists = {flat(item.get("id")): item for item in objects(board, "lists")}
        self._fields = {
            flat(item.get("id")): item for item in objects(board, "customFields")
        }
        self._project = project
        self._mentions = mentions
        self._ledger = ledger
        self._unknown: Counter[str] = Counter()
        self._seen: set[str] = set()

    def card(self, card: Json, number: int) -> TaskRow | None:
        """The task of a card, or None when it became a dropped row."""
        key, title = flat(card.get("id")), " ".join(flat(card.get("name")).split())
        column = self._lists.get(flat(card.get("idList")), {})
        status = self._status(card, flat(column.get("name")))
        gone = bool(card.get("closed") or column.get("closed"))
        reason = ""
        if not title or not key:
            reason = "the card has no title" if key else "the card has no id"
        elif key in self._seen:
            reason = f"its id “{key}” is already that of another card"
        elif gone and status != "done":
            reason = "it was archived before it was done"
        if reason:
            self._ledger.drop_row(number, title or key, reason)
            return None
        self._seen.add(key)
        return TaskRow(
            external_id=key,
            row=number,
            title=title,
            project=self._project,
            description=flat(card.get("desc")),
            status=status,
            raw_status=flat(column.get("name")),
            deadline=self._day(number, "due", card.get("due")),
            planned_start=self._day(number, "start", card.get("start")),
            created_at=self.history.born(key),
            started_at=self.history.started.get(key),
            done_at=self.history.done.get(key) if status == "done" else None,
            assignees=self._assignees(card),
            labels=self._labels(card),
            url=flat(card.get("url") or card.get("shortUrl")),
        )

    def item(self, item: Json, number: int, parent: TaskRow) -> TaskRow | None:
        """The task of a checklist item, or None when it became a dropped row."""
        title = " ".join(flat(item.get("name")).split())
        key = flat(item.get("id")) or f"item {number}"
        if not title or key in self._seen:
            reason = "its id is already taken" if title else "the item has no text"
            self._ledger.drop_row(number, title, reason)
            return None
        self._seen.add(key)
        state = flat(item.get("state"))
        return TaskRow(
            external_id=key,
            row=number,
            title=title,
            project=self._project,
            parent=parent.external_id,
            status="done" if state == "complete" else "todo",
            raw_status=state,
            deadline=self._day(number, "due", item.get("due")),
            assignees=self._people([flat(item.get("idMember"))]),
        )

    def _status(self, card: Json, raw_status: str) -> str:
        if card.get("dueComplete") is True:
            return "done"
        known = status_of(raw_status)
        if known is None and raw_status:
            self._unknown[raw_status] += 1
        return known or "todo"

    def _assignees(self, card: Json) -> tuple[str, ...]:
        ids = card.get("idMembers")
        if isinstance(ids, list) and ids:
            return self._people([flat(part) for part in ids])
        return self._people([flat(card.get("member"))])

    def _people(self, ids: list[str]) -> tuple[str, ...]:
        known = (
            key if self.members.get(key) else self._mentions.person(key)
            for key in ids
            if key
        )
        return tuple(dict.fromkeys(known))

    def _labels(self, card: Json) -> tuple[str, ...]:
        labels = objects(card, "labels")
        names = [flat(label.get("name") or label.get("color")) for label in labels]
        return tuple(dict.fromkeys([*filter(None, names), *self._custom(card)]))

    def _custom(self, card: Json) -> list[str]:
        """Custom fields as "name: value"."""
        labels = []
        for item in objects(card, "customFieldItems"):
            field = self._fields.get(flat(item.get("idCustomField")), {})
            value = _chosen(item, field)
            if value:
                labels.append(f"{flat(field.get('name')) or 'field'}: {value}")
        return labels

    def _day(self, number: int, column: str, value: Any) -> date | None:
        text = flat(value)
        moment = parse_sure_moment(text, self._ledger.limits) if text else None
        if moment:
            return moment.date()
        if text:
            reason = "it is no date between the years that are read"
            self._ledger.remark(number, column, text, reason)
        return None

    def report(self, cards: list[Json]) -> None:
        """Say which lists were not known and what of the cards was not read."""
        for name, count in self._unknown.most_common(50):
            self._ledger.note(
                f"List “{name[:60]}” ({count:,} cards) is not known as a status "
                "and was taken as “todo”."
            )
        reason = "there is no place for it"
        for card in cards:
            for key, value in card.items():
                if key not in _READ and flat(value) not in ("", "no", "0"):
                    self._ledger.drop_column(f"card/{key}", reason, 1)
        for kind, count in self.history.unread().items():
            self._ledger.drop_column(f"action/{kind}", "it is only history", count)


def _chosen(item: Json, field: Json) -> str:
    value = part(item, "value")
    if not value:
        options = {flat(o.get("id")): o for o in objects(field, "options")}
        value = part(options.get(flat(item.get("idValue")), {}), "value")
    return next((flat(text) for text in value.values() if text is not None), "")
