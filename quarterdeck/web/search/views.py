"""Search: one field over people, goals, projects and tasks; the palette asks here too."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.web.shell.http import Request

from .commands import commands_for
from .finding import find


@require_GET
def page(request: Request) -> HttpResponse:
    text = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    context = {"q": text, "groups": find(request.user, text)}
    if request.htmx:
        context["commands"] = commands_for(request.user, text)
        return render(request, "search/options.html", context)
    return render(request, "search/page.html", context)
