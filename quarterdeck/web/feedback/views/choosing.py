"""Whom feedback is for: one of those near, or somebody found by name."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from quarterdeck.domains.feedback import queries
from quarterdeck.domains.people.queries import find_people
from quarterdeck.web.shell.http import Request

from ..about import About
from ..reading import people_to_choose

FOUND = 20


def choose(request: Request, wanted: About) -> HttpResponse:
    """List people; each link opens the form with what it is about kept."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    if text:
        today = request.now.date()
        able = queries.who_can_read(today).values("pk")
        rows = find_people(user=request.user, today=today, text=text)
        rows = rows.filter(pk__in=able).exclude(user_id=request.user.pk)
        people = list(rows[:FOUND])
    else:
        people = people_to_choose(request.user, request.now, wanted)
    if request.method == "POST":
        return redirect(f"{reverse('feedback:give')}?{wanted.query}")
    context = {"people": people, "text": text, "about": wanted}
    part = "#found" if request.htmx else ""
    return render(request, f"feedback/choose.html{part}", context)
