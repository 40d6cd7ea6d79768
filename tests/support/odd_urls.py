"""The site map with a URL that has no name, and a view that writes and is then refused by a policy."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from alongside.access.models import Program
from alongside.access.policies import NotAllowed


def nameless(request: HttpRequest) -> HttpResponse:
    """Would show something to anyone, if it opened."""
    return HttpResponse("open")


def refused(request: HttpRequest) -> HttpResponse:
    """Writes first and asks afterwards."""
    Program.objects.update(name="Renamed by a view that was refused")
    raise NotAllowed("Not on a Sunday.")


urlpatterns = [
    path("nameless/", nameless),
    path("help/", refused, name="help"),
    path("", include("alongside.web.urls")),
]
