"""Show a form that was not filled in well, with what is wrong."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from quarterdeck.web.shell.http import Request


def again(request: Request, person: Any, form: Any, title: str) -> HttpResponse:
    context = {"person": person, "form": form, "title": title}
    return render(request, "people/again.html", context, status=422)
