"""What watches the installation asks here: whether it lives, whether it is ready, and its figures.

Answered before sessions, pages and programs: it concerns no person, and has to be said when nothing else works.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from .condition import Condition, condition
from .request_figures import counted

View = Callable[[HttpRequest], HttpResponse]
LOOPBACK = ("127.0.0.1", "::1")
TOKEN = "ALONGSIDE_METRICS_TOKEN"


def answer_watchers(get_response: View) -> View:
    """/health/live: the process answers. /health/ready: it can serve, else 503 with the reasons. /metrics: figures,
    to this machine or with the token."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = ANSWERS.get(request.path_info)
        if answer is None:
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = answer(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


def _live(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"live": True})


def _ready(request: HttpRequest) -> HttpResponse:
    flaws = condition().flaws()
    return JsonResponse({"ready": not flaws, "flaws": flaws}, status=503 if flaws else 200)


def _metrics(request: HttpRequest) -> HttpResponse:
    if not may_watch(request):
        return HttpResponse(status=404)
    return HttpResponse(figures_of(condition()), content_type="text/plain; version=0.0.4; charset=utf-8")


def may_watch(request: HttpRequest) -> bool:
    """From this machine and not through a proxy, or with the token of the environment."""
    token = os.environ.get(TOKEN, "")
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    forwarded = request.headers.get("X-Forwarded-For") or request.headers.get("Forwarded")
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded


def figures_of(found: Condition) -> bytes:
    """The condition, and what was counted, as Prometheus reads it."""
    registry = CollectorRegistry()
    registry.register(_Figures(found))
    return generate_latest(registry)


class _Figures(Collector):
    def __init__(self, found: Condition) -> None:
        self.found = found

    def collect(self) -> Iterator[Metric]:
        """Each figure."""
        found = self.found
        told = (
            ("ready", "1 where it can serve.", not found.flaws()),
            ("database_answers", "1 where the database answers.", found.answers),
            ("database_behind", "1 where migrations were not run.", found.behind),
            ("keeper_age_seconds", "Since the keeper was last round.", found.beat),
            ("disk_free_ratio", "Free part of the data folder's disk.", found.free),
        )
        for name, words, value in told:
            if value is not None:
                yield GaugeMetricFamily(f"alongside_{name}", words, float(value))
        yield from counted()


ANSWERS: dict[str, View] = {"/health/live": _live, "/health/ready": _ready, "/metrics": _metrics}
