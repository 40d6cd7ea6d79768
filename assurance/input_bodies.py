"""Methods, cookies, headers, ends of addresses and bodies as no browser sends them."""

from __future__ import annotations

import json

METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW")
COOKIES = (
    r'sessionid="\000\000\000\000\000\000\000\000\000"', "sessionid=" + "a" * 900, "=;=;=", 'csrftoken="\\377"',
    "; ".join(f"c{nth}={nth}" for nth in range(2_000)), "sessionid=\u00e9",
    "messages=[[\"__json_message\",0,25,\"a\"]]",
)  # fmt: skip
HEADERS = (
    {"Accept-Language": ",".join(["de;q=0.5"] * 400)}, {"Accept-Language": "\u00e9;q=a"}, {"Accept": "*/*;" * 500},
    {"HX-Request": "true", "HX-Current-URL": "%%%"}, {"HX-Request": "true", "HX-Current-URL": "javascript:alert(1)"},
    {"HX-Request": "true", "HX-Target": "a" * 5_000, "HX-Trigger-Name": "\u0000"}, {"X-Forwarded-For": "1.1.1.1, ::1"},
    {"X-HTTP-Method-Override": "DELETE"}, {"Range": "bytes=9-1"}, {"If-None-Match": '"' * 99}, {"Host": "evil.example"},
    {"If-Modified-Since": "Mon, 99 Feb 9999"}, {"Referer": "//evil"}, {"X-Forwarded-Host": "evil.example"},
    {"User-Agent": "a" * 9_000}, {f"X-Flood-{nth}": "1" for nth in range(800)}, {"Content-Encoding": "gzip"},
    {"Authorization": "Basic \u00ff"}, {"Origin": "null"}, {"X-Request-ID": "a\\nb"},
)  # fmt: skip
ENDINGS = (
    "%00", "%ff", "..%2f..%2fetc", "a" * 3_000, "%0d%0aX-A:%20b", "'", "{{7*7}}", "a.css", "%2e%2e/", ";a=b", "?", "%",
    "\u0661/", "-1/", "99999999999999999999/", "00000000-0000-0000-0000-000000000000/",
)  # fmt: skip
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="a%d"; filename="a"\r\n\r\na\r\n'
BODIES: tuple[tuple[str, bytes], ...] = (
    ("application/json", b'{"a": "\\ud800"}'), ("application/json", b"[" * 10_000), ("multipart/form-data", b"--x"),
    ("application/json", json.dumps({"address": "/", "fields": {"a": [1]}, "token": {}}).encode()),
    ("application/json", b'{"address": 1, "fields": "a"}'), ("application/json", b"null"), ("application/json", b"NaN"),
    ("application/json", b'[{"address": "\\u0000", "fields": {"\\u0000": "\\u0000"}}]'), ("application/json", b"\xff"),
    ("application/json", b"1" * 5_000), ("application/json", b'{"a": 1, "a": 2}'), ("application/json", b""),
    (PARTS, b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"), (PARTS, b""), (PARTS, b"--x--\r\n"),
    (PARTS, b"".join(PART % nth for nth in range(200)) + b"--x--\r\n"),
    (PARTS, b'--x\r\nContent-Disposition: form-data; name="a"; filename="\xff\x00"\r\n\r\na\r\n--x--\r\n'),
    (PARTS, b'--x\r\nContent-Disposition: form-data\r\nContent-Transfer-Encoding: base64\r\n\r\n!!\r\n--x--\r\n'),
    (PARTS, b'--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n=\r\n--x--'),
    ("multipart/form-data; boundary=" + "x" * 300, b"--x"), ("multipart/form-data; boundary=\u00e9", b"--x"),
    (FORM, b"a=%ff%fe&b=%00&%=1&&=="), ("text/xml", b"<!DOCTYPE a><a/>"), ("", b"a=1"), ("\u00e9/;;", b"a=1"),
    (FORM, b"&".join(b"f%d=1" % nth for nth in range(1_001))), (FORM, b"a=" + b"a" * 3_000_000),
    (FORM, b"&".join(b"f=1" for _ in range(10_000))), (f"{FORM}; charset=utf-16", b"a=1"), (f"{FORM}; charset=no", b""),
    (FORM, b"token=%00&version=1e309&redraw=1"), (FORM, b"token=x&version=99999999999999999999"),
    (FORM, b"rows=-1&rows=1000000&form-TOTAL_FORMS=1e9"), ("application/gzip", b"\x1f\x8b\x08\x00"),
)  # fmt: skip
