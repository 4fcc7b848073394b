import json
from datetime import UTC, date, datetime

import pytest

from quarterdeck.formats import Refused, read

BOARD = {
    "id": "b1",
    "name": "Board",
    "lists": [
        {"id": "l1", "name": "Doing"},
        {"id": "l2", "name": "Done"},
        {"id": "l3", "name": "Odd"},
    ],
    "members": [{"id": "m1", "fullName": "Ann"}],
    "customFields": [
        {"id": "f1", "name": "Size", "options": [{"id": "o1", "value": {"text": "XL"}}]}
    ],
    "cards": [
        {
            "id": "54b4a4200000000000000000",
            "name": "One",
            "idList": "l1",
            "idMembers": ["m1", "m9"],
            "due": "2026-01-30T03:00:00.000Z",
            "labels": [{"name": "red one"}, {"name": "", "color": "blue"}],
            "customFieldItems": [{"idCustomField": "f1", "idValue": "o1"}],
            "pos": 5,
        },
        {"id": "c2", "name": "Two", "idList": "l2", "closed": True},
        {"id": "c3", "name": "Three", "idList": "l1", "closed": True},
        {"id": "c4", "name": "Four", "idList": "l3", "dueComplete": True},
        {"id": "c5", "name": "Five", "idList": "l3"},
    ],
    "checklists": [
        {
            "idCard": "54b4a4200000000000000000",
            "checkItems": [{"id": "i1", "name": "step", "state": "complete"}],
        },
        {"idCard": "c3", "checkItems": [{"id": "i2", "name": "lost"}]},
    ],
    "actions": [
        {
            "type": "commentCard",
            "date": "2026-01-02T03:00:00.000Z",
            "memberCreator": {"fullName": "Ann"},
            "data": {"card": {"id": "c2"}, "text": "well done"},
        },
        {
            "type": "updateCard",
            "date": "2026-01-01T03:00:00.000Z",
            "data": {"card": {"id": "c2"}, "listAfter": {"name": "Done"}},
        },
        {"type": "updateBoard", "date": "2026-01-01T03:00:00.000Z", "data": {}},
    ],
}


@pytest.fixture
def board(reading):
    return reading("a.json", json.dumps(BOARD))


def test_lists_are_statuses(board):
    statuses = {task.title: task.status for task in board.tasks}
    assert statuses == {
        "One": "doing",
        "Two": "done",
        "Four": "done",
        "Five": "todo",
        "step": "done",
    }
    assert any("Odd" in note for note in board.notes)


def test_a_card_keeps_its_people_labels_and_dates(board):
    one = board.tasks[0]
    assert one.assignees == ("m1", "m9")
    assert one.labels == ("red one", "blue", "Size: XL")
    assert one.deadline == date(2026, 1, 30)
    assert one.created_at == datetime.fromtimestamp(0x54B4A420, tz=UTC)
    assert [person.name for person in board.people] == ["Ann", "m9"]


def test_the_history_tells_when_a_card_was_done(board):
    two = board.tasks[1]
    assert two.done_at == datetime(2026, 1, 1, 3, tzinfo=UTC)
    assert [(c.task, c.text) for c in board.comments] == [("c2", "well done")]


def test_checklist_items_are_subtasks(board):
    step = board.tasks[-1]
    assert (step.title, step.parent) == ("step", board.tasks[0].external_id)


def test_nothing_is_lost_silently(board):
    reasons = {row.name: row.reason for row in board.dropped_rows}
    assert reasons == {
        "Three": "it was archived before it was done",
        "lost": "its card was not taken over",
    }
    own = sum(person.row is not None for person in board.people)
    assert len(board.tasks) + own + len(board.dropped_rows) == 5 + 2 + 1
    names = {column.name for column in board.dropped_columns}
    assert names == {"card/pos", "action/updateBoard"}


def test_lines_of_cards_are_read(reading):
    lines = [
        {"type": "board", "id": 0, "name": "B"},
        {"type": "card", "id": 1, "name": "x", "due_complete": True, "member": "ann"},
    ]
    got = reading("a.json", "\n".join(map(json.dumps, lines)))
    assert [(t.title, t.status, t.assignees) for t in got.tasks] == [
        ("x", "done", ("ann",))
    ]
    assert len(got.dropped_rows) == 1


def test_a_board_of_nonsense_is_survived(reading):
    nonsense = {
        "cards": [
            {"id": 1, "name": {"a": 1}, "labels": "x", "idMembers": {}, "due": 5}
        ],
        "lists": [3],
        "actions": [{"data": 3}],
        "members": [{"id": []}],
        "checklists": [{"checkItems": 5}],
    }
    assert len(reading("a.json", json.dumps(nonsense)).tasks) <= 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"cards": [], "lists": []}, "no cards"),
        ({"_format": "wekan-board-1.0.0"}, "WeKan"),
        ({"item": {}, "included": {}}, "Planka"),
        ({"tasks": [{"dur": 1, "pred": []}]}, "benchmark"),
    ],
)
def test_other_boards_are_refused(put, value, words):
    with pytest.raises(Refused, match=words):
        read(put("a.json", json.dumps(value)))
