import json

import pytest

from quarterdeck.formats import Refused, read

ISSUE = {
    "html_url": "https://github.com/o/r/issues/5",
    "repository_url": "https://api.github.com/repos/o/r",
    "number": 5,
    "title": "Broken",
    "user": {"login": "zoe"},
    "labels": [{"name": "bug, odd"}, {"name": "p1"}],
    "state": "closed",
    "state_reason": "not_planned",
    "assignees": [{"login": "ann"}],
    "created_at": "2019-09-03T00:23:39Z",
    "body": "text",
}
PULL = {**ISSUE, "number": 6, "state": "open", "state_reason": None,
        "pull_request": {"url": "x"}}  # fmt: skip


@pytest.mark.parametrize("lines", [True, False])
def test_issues_and_pull_requests_are_told_apart(reading, lines):
    both = [ISSUE, PULL]
    text = "\n".join(map(json.dumps, both)) if lines else json.dumps(both)
    got = reading("a.json", text)
    one, two = got.tasks
    assert (got.format, one.external_id, one.project) == ("github", "o/r#5", "o/r")
    assert (one.status, two.status) == ("cancelled", "todo")
    assert one.assignees == ("ann",)
    assert "pull request" in two.labels
    assert got.notes[0].startswith(
        "Pull requests, which GitHub lists as issues: 1 of 2"
    )
    assert "user" in {column.name for column in got.dropped_columns}


def test_comments_without_issues_are_refused(put):
    comment = {"issue_url": "x", "body": "y", "user": {"login": "z"}}
    with pytest.raises(Refused, match="comments without their issues"):
        read(put("a.json", json.dumps([comment])))
