"""The one page on which every form of this room is filled in."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from quarterdeck.web.shell.http import Request


def fill_in(
    request: Request,
    form: forms.Form,
    *,
    heading: str,
    act: str,
    back: str,
    **more: Any,
) -> HttpResponse:
    """Show a form; one that was sent and is not right is answered as such."""
    context = {"form": form, "heading": heading, "act": act, "back": back, **more}
    status = 422 if form.is_bound else 200
    return render(request, "mentoring/form.html", context, status=status)
