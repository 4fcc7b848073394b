"""Coverage both ways: goals without work, work without a goal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number

from ..gaps import find_gap, read_gaps


@require_GET
def coverage(request: Request) -> HttpResponse:
    return render(request, "goals/coverage.html", {"gaps": read_gaps(request.user)})


@require_GET
def gap(request: Request, gap: str) -> HttpResponse:
    found = find_gap(gap)
    page = page_of(found.rows(request.user), page_number(request))
    context = {"gap": found, "page": page, "lines": found.lines(page.items)}
    return render(request, "goals/gap.html", context)
