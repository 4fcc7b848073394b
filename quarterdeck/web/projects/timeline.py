"""The timeline: six weeks back, this week, six weeks ahead."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.queries import Bar, Timeline
from quarterdeck.web.shell.http import Request

from .narrowing import address_of, narrowed
from .timeline_svg import Window, draw
from .words import late_words, span_words

BACK, WEEKS, FEW, MANY = 6, 13, 150, 3_000


@dataclass(frozen=True)
class View:
    """How the timeline is looked at, as its address says."""

    by: str
    table: bool
    whole: bool
    shift: int  # in weeks, from where today is in the middle


@require_GET
def timeline(request: Request) -> HttpResponse:
    narrow, view = narrowed(request), _view(request)
    zone = timezone.get_current_timezone()
    window = _window(request.now.astimezone(zone).date(), view.shift)
    found = queries.timeline(
        user=request.user,
        which=narrow.which,
        first=window.first,
        last=window.first + timedelta(days=window.days - 1),
        by="person" if view.by == "person" else "project",
        most=MANY if view.whole else FEW,
        zone=zone,
    )
    context = {
        "narrow": narrow,
        "view": view,
        "window": window,
        "last": window.first + timedelta(days=window.days - 1),
        "found": found,
        "links": _links(request, view),
        "keep": _kept(view),
        **(_table(found, window) if view.table else _picture(found, window)),
    }
    return render(request, "projects/timeline.html", context)


def _view(request: Request) -> View:
    shift = str(request.GET.get("shift", ""))
    sign = -1 if shift.startswith("-") else 1
    digits = shift.removeprefix("-")
    weeks = int(digits) if digits.isascii() and digits.isdecimal() else 0
    return View(
        by="person" if request.GET.get("by") == "person" else "project",
        table=request.GET.get("view") == "table",
        whole=request.GET.get("all") == "1",
        shift=sign * min(weeks, 520),
    )


def _window(today: date, shift: int) -> Window:
    monday = today - timedelta(days=today.weekday())
    return Window(monday + timedelta(weeks=shift - BACK), WEEKS * 7, today)


def _links(request: Request, view: View) -> dict[str, str]:
    """Every other way to look at the same work, as an address."""
    base: dict[str, Any] = {
        "by": view.by if view.by == "person" else "",
        "view": "table" if view.table else "",
        "all": "1" if view.whole else "",
        "shift": view.shift or "",
    }

    def link(**other: Any) -> str:
        kept = {k: v for k, v in {**base, **other}.items() if v != ""}
        return f"?{address_of(request, **kept)}"

    return {
        "earlier": link(shift=view.shift - BACK),
        "later": link(shift=view.shift + BACK),
        "today": link(shift=""),
        "by_project": link(by=""),
        "by_person": link(by="person"),
        "picture": link(view=""),
        "table": link(view="table"),
        "whole": link(all="1"),
    }


def _kept(view: View) -> dict[str, str]:
    """What narrowing to something else leaves as it is."""
    by = {"by": "person"} if view.by == "person" else {}
    return {**by, "view": "table"} if view.table else by


def _picture(found: Timeline, window: Window) -> dict[str, Any]:
    picture = draw(
        found.bars,
        found.arrows,
        window,
        holidays=found.holidays,
        address=reverse("projects:task", args=[0]),
    )
    late = sum(bool(late_words(bar, window.today)) for bar in found.bars)
    return {"picture": picture, "late": late}


def _table(found: Timeline, window: Window) -> dict[str, Any]:
    titles = {bar.task_id: bar.title for bar in found.bars}
    waits: dict[int, list[str]] = {}
    for arrow in found.arrows:
        waits.setdefault(arrow.after, []).append(titles[arrow.before])
    rows = [_row(bar, window, waits.get(bar.task_id, [])) for bar in found.bars]
    return {"rows": rows, "late": sum(bool(row["late"]) for row in rows)}


def _row(bar: Bar, window: Window, waits: list[str]) -> dict[str, Any]:
    return {
        "bar": bar,
        "span": span_words(bar),
        "late": late_words(bar, window.today),
        "waits": waits,
    }
