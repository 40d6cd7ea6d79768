"""Keeping what somebody types, while they type it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from ..kept import forget, is_open, keep


def keep_typed(request: HttpRequest) -> HttpResponse:
    """Keep the fields of a page; answers when they were kept."""
    if request.method != "POST":
        return HttpResponse(status=405)
    try:
        saved_at = keep(request, request.POST.get("page", ""), request.POST)
    except ValueError as refused:
        return JsonResponse({"problem": str(refused)}, status=422)
    return JsonResponse({"saved_at": saved_at.isoformat()})


def forget_typed(request: HttpRequest) -> HttpResponse:
    """Start a page over."""
    page = request.POST.get("page", "")
    if not is_open(request.membership, page):
        return redirect("home")
    forget(request, page)
    return redirect(page)
