"""How many requests each page answered, how, and how long they took: by the page's name, never by an address or a key.

Every process of the server counts in a file of its own in the folder PROMETHEUS_MULTIPROC_DIR, which `serve` makes; who
asks any of them is told of all. Without the folder a process tells of itself.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector

View = Callable[[HttpRequest], HttpResponse]
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
NO_PAGE = "none"
METHODS = frozenset({"GET", "HEAD", "POST"})
LIMITS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

ANSWERED = Counter("alongside_requests", "Requests answered.", ["page", "method", "status"])
TOOK = Histogram("alongside_request_seconds", "How long requests took.", ["page"], buckets=LIMITS)


def count_requests(get_response: View) -> View:
    """Count each request and its time."""

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = get_response(request)
        page = _page(request)
        method = request.method if request.method in METHODS else "other"
        ANSWERED.labels(page, method, str(response.status_code)).inc()
        TOOK.labels(page).observe(time.perf_counter() - began)
        return response

    return middleware


def _page(request: HttpRequest) -> str:
    """The name of the page asked for; one word for everything that is none, so that nobody can make up names."""
    try:
        return resolve(request.path_info).view_name or NO_PAGE
    except Resolver404:
        return NO_PAGE


def counted() -> Iterable[Metric]:
    """The figures of all processes, or of this one where they do not share a folder."""
    if not os.environ.get(FOLDER):
        return [found for found in REGISTRY.collect() if found.name.startswith("alongside_")]
    return list(MultiProcessCollector(CollectorRegistry()).collect())


def share_figures(data: Path) -> None:
    """Have the processes that are started from here count in one place, from nothing. Before the first of them."""
    place = data / "figures"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    os.environ[FOLDER] = str(place)
