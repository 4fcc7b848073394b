"""A body that is larger than any file we take is refused before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from .middleware import say

Next = Callable[[HttpRequest], HttpResponse]
SPARE = 100_000  # bytes of a form around its file


class Bounded:
    """Looks at the announced length only, so nothing of a huge upload is stored."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.headers.get("Content-Length") or "0"
        length = int(announced) if announced.isdecimal() else 0
        if length <= settings.IMPORT_MAX_BYTES + SPARE:
            return self.get_response(request)
        told = f"The file is larger than {settings.IMPORT_MAX_BYTES // 1_000_000} MB."
        if request.path.startswith("/api/"):
            problem = {
                "type": "about:blank",
                "title": "Too large",
                "status": 413,
                "detail": told,
                "errors": [],
            }
            kind = "application/problem+json"
            return JsonResponse(problem, status=413, content_type=kind)
        return say(request, 413, told)
