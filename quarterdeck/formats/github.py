"""GitHub issues and pull requests as its interface lists them."""

import re
from typing import Any

from .profiles import Profile, each
from .refusals import Refused

_REPOSITORY = re.compile(r"github\.com/(?:repos/)?([^/]+/[^/]+)")

GITHUB = Profile(
    format="github",
    title="GitHub issues",
    fields=each(
        {
            "external_id": "number",
            "title": "title",
            "description": "body",
            "status": "state",
            "resolution": "state reason",
            "project": "repository url",
            "assignees": "assignees|assignee",
            "labels": "labels|milestone|pull request",
            "created_at": "created at",
            "done_at": "closed at",
            "url": "html url",
        }
    ),
    reasons=each(
        {
            "it is an address for programs": "url|labels url|comments url|events url|"
            "diff url|patch url|issue url|commits url|review comments url|statuses url|"
            "review comment url|timeline url| links",
            "it is what GitHub needs itself": "id|node id|author association|locked|"
            "active lock reason|performed via github app|merge commit sha|reactions",
            "only who works on an issue is taken over": "user|closed by|"
            "requested reviewers|requested teams",
            "only the number of comments is in the file": "comments",
            "the branches are not taken over": "head|base",
            "the last change is not taken over": "updated at",
        }
    ),
    only_own=True,
)


def is_github(items: list[dict[str, Any]]) -> bool:
    """Whether objects are GitHub issues; Refused when they are only comments."""
    first = items[0]
    if {"number", "title", "state"} <= first.keys() and "html_url" in first:
        return True
    if {"issue_url", "body", "user"} <= first.keys() and "title" not in first:
        raise Refused(
            "These are GitHub comments without their issues; export the issues."
        )
    return False


def settle_issue(item: dict[str, Any]) -> dict[str, Any]:
    """The issue with its repository in its id and pull requests marked."""
    address = str(item.get("html_url") or item.get("repository_url") or "")
    found = _REPOSITORY.search(address)
    repository = found[1] if found else ""
    settled = dict(item)
    settled["number"] = f"{repository}#{item.get('number')}"
    settled["repository_url"] = repository
    is_pull = item.get("pull_request") or "diff_url" in item
    settled["pull_request"] = "pull request" if is_pull else ""
    return settled
