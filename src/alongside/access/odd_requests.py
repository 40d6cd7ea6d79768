"""What no browser sends and a database refuses is taken out of a request before anything reads it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]


def without_zero_bytes(get_response: View) -> View:
    """Pass over cookies with a zero byte in them: a quoted cookie may spell one, and no session is called so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return get_response(request)

    return middleware
