"""The page behind a record that an act or a card names."""

from typing import Any

from django.urls import NoReverseMatch, reverse

PAGES = {
    "goals.Goal": "goals:show",
    "projects.Project": "projects:project",
    "projects.Task": "projects:task",
    "people.Person": "people:show",
    "mentoring.LeadershipProject": "mentoring:practice",
    "mentoring.Mentorship": "mentoring:pair",
    "mentoring.Shadowing": "mentoring:shadow",
    "one_on_ones.Pair": "one_on_ones:space",
    "feedback.Recognition": "feedback:recognition",
    "training.Programme": "training:programme",
    "training.Comparison": "training:comparison",
    "erasure.Erasure": "erasure:wish",
    "hiring.OpenRole": "hiring:role",
    "hiring.OnboardingTemplate": "hiring:template",
    "occasions.Occasion": "occasions:show",
}


def address(kind: str, record_id: int | None, details: dict[str, Any]) -> str:
    """Return where to look at it, or nothing where it has no page of its own."""
    if kind == "strategy.Vision" and details.get("number"):
        return reverse("strategy:version", args=[details["number"]])
    if kind == "strategy.Value":
        return reverse("strategy:vision")
    if kind == "organization.Team" and record_id is not None:
        return page("people:team", query=f"team={record_id}")
    if kind not in PAGES or record_id is None:
        return ""
    return page(PAGES[kind], record_id)


def page(url_name: str, *arguments: Any, query: str = "") -> str:
    """Return the address of a page, or nothing where this instance has no such page."""
    try:
        found = reverse(url_name, args=arguments)
    except NoReverseMatch:
        return ""
    return f"{found}?{query}" if query else found
