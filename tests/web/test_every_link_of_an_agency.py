"""Everything offered to somebody at an invented agency in Illinois opens, and speaks of no other state's program."""

import random
import re
from collections import Counter, deque
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

import pytest
from django.urls import resolve

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.exchange.demo_county.prairie.agency import fill
from alongside.exchange.demo_county.shelf import Shelf
from alongside.records.models import StaffMember

pytestmark = pytest.mark.django_db

MOST_OF_A_KIND = 2
OTHERS = re.compile(
    r"\b(CRS|DHS|DCTS|ForwardHealth|Wisconsin|Division of Care|F-00\d{3}|1915\(i\)|county|Tribal"
    r"|[Qq]uarterly meetings?)\b"
)
LEFT_OUT = {"account_logout", "serve_static"}


class Links(HTMLParser):
    """The addresses a page leads to, and its words."""

    def __init__(self, page):
        super().__init__()
        self.found, self.words, self._within = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style"):
            self._within.append(tag)
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag):
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data):
        if not self._within:
            self.words.append(data)


@pytest.fixture
def bluestem(program_a, coordinator_a):
    """Program A, filled as the invented agency is."""
    from alongside.access.models import Program

    with acting(program=program_a, actor=coordinator_a.user):
        Program.objects.filter(pk=program_a.pk).update(pack="illinois_peer", kind="agency", name="Bluestem")
        shelf = Shelf(program_id=program_a.pk, on=today(), chance=random.Random(1))
        fill(shelf)
        shelf.store()
        program_a.refresh_from_db()
    return program_a


@pytest.mark.parametrize(
    "role", [Role.COORDINATOR, Role.SUPERVISOR, Role.BILLER, Role.DIRECT_STAFF, Role.ADMINISTRATOR]
)
def test_every_link_opens_and_names_no_other_program(client, as_user, member, bluestem, role):
    with acting(program=bluestem):
        posy = StaffMember.objects.get(person__given_name="Posy")
    as_user(client, member(bluestem, role, **({"staff_id": posy.pk} if role == Role.DIRECT_STAFF else {})))
    wrong, met, waiting, seen = [], Counter(), deque([("/", "typed")]), {"/"}

    while waiting:
        address, source = waiting.popleft()
        response = client.get(address)
        if response.status_code not in (200, 302):
            wrong.append(f"{response.status_code} {address} from {source}")
            continue
        if response.status_code == 302 or not response["Content-Type"].startswith("text/html"):
            continue
        links = Links(response.content.decode())
        # Pages of one's own sign-in belong to no program.
        if not address.startswith("/account/") and (others := set(OTHERS.findall(" ".join(links.words)))):
            wrong.append(f"{sorted(others)} on {address} from {source}")
        for link in links.found:
            link = urldefrag(link).url
            if not link or urlsplit(link).netloc or link.startswith(("mailto:", "tel:")):
                continue
            link = link if link.startswith("/") else address.partition("?")[0] + link
            name = resolve(urlsplit(link).path).view_name
            if link in seen or name in LEFT_OUT or met[name] >= MOST_OF_A_KIND:
                continue
            seen.add(link)
            met[name] += 1
            waiting.append((link, address))

    assert not wrong, "\n".join(wrong)
    assert len(met) > 8
