"""Sending what waits to be mailed: counts, initials and a link, nothing of anybody's health. Each is sent once.

A notice is claimed and the claim committed before its mail goes out: two senders never send the same one. Where the
mail is refused the claim is given back and the next round tries again; where the sender dies in between, the notice
still stands in the application.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.core.mail import send_mail
from django.db import transaction
from django.db.models.functions import Now

from alongside.access.context import acting
from alongside.access.models import Program, User

from .initials import initials_of
from .models import Notice, NoticeKind

log = logging.getLogger("alongside.notices")
ORDER = (NoticeKind.SAFETY, NoticeKind.CLOCK, NoticeKind.DIGEST)


def send_waiting(programs: Iterable[Program], *, address: str) -> int:
    """Send one mail to each reader with notices that wait for it; how many went out. `address` begins every link."""
    sent = 0
    for program in programs:
        with acting(program=program, actor=None):
            with transaction.atomic():
                waiting = Notice.objects.filter(is_mail_wanted=True, claimed_at=None).order_by().values("reader")
                readers = list(User.objects.filter(pk__in=waiting, is_active=True).exclude(email=None))
            sent += sum(_send(program, reader, address) for reader in readers)
    return sent


def _send(program: Program, reader: User, address: str) -> bool:
    with transaction.atomic():
        rows = Notice.objects.filter(reader=reader, is_mail_wanted=True, claimed_at=None)
        claimed = list(rows.select_for_update(skip_locked=True))
        keys = [one.pk for one in claimed]
        Notice.objects.filter(pk__in=keys).update(claimed_at=Now())
        subject, text = mail_of(program, claimed, address)
    if not keys:
        return False
    try:
        send_mail(subject, text, None, [str(reader.email)])
    except Exception:
        log.exception("A mail was refused; it is tried again.")
        _settle(keys, claimed_at=None)
        return False
    _settle(keys, mailed_at=Now())
    return True


def mail_of(program: Program, notices: Sequence[Notice], address: str) -> tuple[str, str]:
    """The subject and the text of one mail about these notices."""
    kinds = Counter(NoticeKind(one.kind) for one in notices)
    count = len(notices)
    lines = [f"{program.name}: {count} notice{'' if count == 1 else 's'} in Alongside.", ""]
    for kind in ORDER:
        if kinds[kind]:
            about = [one for one in notices if one.kind == kind]
            lines.append(f"{kind.label}: {_said(kind, about)}")
    lines += ["", f"Reasons and next steps, after signing in: {address.rstrip('/')}/notices/", ""]
    lines += [f"How you are told can be changed there: {address.rstrip('/')}/notices/settings/"]
    return f"Alongside: {count} notice{'' if count == 1 else 's'}", "\n".join(lines)


def _said(kind: NoticeKind, notices: Sequence[Notice]) -> str:
    if kind == NoticeKind.DIGEST:
        return f"{sum(line['count'] for one in notices for line in one.lines)} open"
    roots = [(line["root_table"], UUID(str(line["root"]))) for one in notices for line in one.lines]
    names = initials_of(roots)
    return f"{len(notices)} ({', '.join(dict.fromkeys(names.get(root, 'somebody') for _, root in roots))})"


def _settle(keys: Sequence[UUID], **said: object) -> None:
    with transaction.atomic():
        Notice.objects.filter(pk__in=keys).update(**said)
