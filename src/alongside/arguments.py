"""The arguments of the command `alongside`."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

UNREADABLE = 2
Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(UNREADABLE, f"{self.prog}: {message}. “{self.prog} --help” explains.\n")


def parser_of(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The parser; `runs` has what each command does. Parsed arguments carry theirs as `run`."""
    parser = _Parser(prog="alongside", description="What a program's rules ask, of whom, by when, and why.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(name: str, sentence: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=sentence, description=sentence)
        made.set_defaults(run=runs[name])
        return made

    check = command("check", "Hold a tracker against the rules. Needs no server.")
    check.add_argument(
        "file", type=Path, metavar="TRACKER.xlsx|FOLDER", help="a spreadsheet, or a folder of CSV or Parquet files"
    )
    check.add_argument("--pack", default="wisconsin_crs", help="whose rules (default: %(default)s)")
    _on(check)
    check.add_argument(
        "--engine", choices=("duckdb", "spark"), default="duckdb", help="what computes (default: %(default)s)"
    )
    check.add_argument("--json", action="store_true", help="print the answers as JSON")
    check.add_argument(
        "--report", type=_report, metavar="OUT.html|.xlsx|.pdf", action="append", default=[], help="write a report"
    )
    check.add_argument("--all", action="store_true", help="print every line of long lists")
    check.add_argument("--corrected", type=Path, metavar="ROWS.xlsx", help="rejected rows of this tracker, corrected")
    _mapping(check)

    rules = command("rules", "The rule book, or one rule as the page a program manager signs.")
    rules.add_argument("rule", nargs="?", metavar="RULE", help="a rule id such as TRN-1")
    rules.add_argument("--json", action="store_true", help="print it as JSON")

    ask = command("ask", "Ask any rule about invented facts.")
    ask.add_argument("rule", metavar="RULE", help="a rule id such as TRN-1")
    ask.add_argument("--world", type=Path, required=True, metavar="W.json", help='{"table": [{column: value}, …], …}')
    _on(ask)
    ask.add_argument("--json", action="store_true", help="print the answers as JSON")

    bring = command("import", "Take a tracker into the database, whole or not at all.")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--program", required=True, metavar="NAME", help="the program the records belong to")
    bring.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    bring.add_argument(
        "--rejected", type=Path, metavar="OUT.xlsx", help="write the rejected rows to a workbook to correct"
    )
    _on(bring)
    _mapping(bring)

    for name, sentence in (
        ("demo", "Show an invented county: embedded database, pages on this machine, sign-ins printed."),
        ("serve", "Serve the pages; settings come from the environment."),
    ):
        made = command(name, sentence)
        made.add_argument("--host", default="127.0.0.1", help="(default: %(default)s)")
        made.add_argument("--port", type=int, default=8000, help="(default: %(default)s)")

    first = command("administrator", "Make a program's first administrator, and the program where there is none yet.")
    first.add_argument("--program", required=True, metavar="NAME", help="the program's name, as pages show it")
    first.add_argument("--email", required=True, help="whom the administrator signs in as")
    first.add_argument("--name", default="", help="the administrator's name (asked for on a terminal)")
    first.add_argument(
        "--pack", default="wisconsin_crs", help="whose rules a new program is under (default: %(default)s)"
    )
    first.add_argument("--tribal", action="store_true", help="a new program is a Tribal nation's, not a county's")
    first.add_argument("--new", action="store_true", help="make a further program beside those there are")
    first.add_argument(
        "--address", default="", metavar="URL", help="where the pages are served, such as https://crs.example.gov"
    )

    drawn = command(
        "draw", "Draw the sample of a documentation oversight again, and say what differs. Needs no database."
    )
    drawn.add_argument("file", type=Path, metavar="DRAW.json", help="the file the draw was exported as")
    drawn.add_argument("--out", type=Path, metavar="FILE", help="write the file anew, as drawing again gives it")

    impact = command("impact", "Whose answer would be another if a figure of a rule changed. Needs no server.")
    impact.add_argument(
        "file", type=Path, metavar="TRACKER.xlsx|FOLDER|W.json", help="a tracker, a folder, or a world of facts"
    )
    impact.add_argument("--rule", required=True, metavar="RULE", help="a rule id such as TRN-1")
    impact.add_argument(
        "--set", type=_figure, metavar="NAME=NUMBER", action="append", default=[], help="a figure, such as HOURS=12"
    )
    impact.add_argument("--since", type=_day, metavar="DATE", help="the day the change begins (default: today)")
    impact.add_argument("--json", action="store_true", help="print it as JSON")

    command("migrate", "Bring the database up to this version, as its owner. Safe at any time.")
    verify = command(
        "verify",
        "Prove that nothing in the ledger was altered, removed or reordered; or that a packet is as it was sent.",
    )
    verify.add_argument(
        "packet", nargs="?", type=Path, metavar="PACKET.zip", help="check this packet; needs no database"
    )
    verify.add_argument("--receipt", default="", metavar="SHA-256", help="the manifest the packet's receipt names")
    verify.add_argument("--checkpoint", type=Path, metavar="FILE", help="a checkpoint kept outside")
    command("checkpoint", "Print the ledger's latest checkpoint, to be kept outside.")
    _backups(command)
    _keys(command)
    return parser


def _backups(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    key = command("backup-key", "Make the pair of keys backups are sealed with. Run it on another machine.")
    key.add_argument("file", type=Path, metavar="KEY.txt", help="the private half is written here, and nowhere else")

    backup = command("backup", "Back up everything, sealed, while the pages are served.")
    backup.add_argument("folder", type=Path, metavar="DIR", help="where backups are kept, each in a folder of its own")
    backup.add_argument(
        "--to", default="", metavar="age1…", help="the public half to seal to (default: ALONGSIDE_BACKUP_TO)"
    )
    backup.add_argument("--log", action="store_true", help="add what happened since the newest backup to it")

    restore = command("restore", "Restore a backup into an empty place, start it, and prove that it is whole.")
    restore.add_argument("backup", type=Path, metavar="DIR", help="the folder of one backup")
    restore.add_argument("into", type=Path, metavar="INTO", help="the data folder to be, empty or not there yet")
    restore.add_argument("--key", type=Path, required=True, metavar="KEY.txt", help="the private half")
    restore.add_argument("--checkpoint", type=Path, metavar="FILE", help="a checkpoint kept outside")
    restore.add_argument(
        "--until", type=_moment, metavar="MOMENT", help="leave out what was committed later, such as 2026-11-20T14:30Z"
    )


def _keys(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    rotate = command("rotate-key", "Put another key in place of one; what the former one sealed stays readable.")
    rotate.add_argument("which", choices=("secret", "ledger", "database"), help="which one")


def _on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--on", type=_day, metavar="DATE", help="the day asked about, such as 2026-11-20 (default: today)"
    )


def _mapping(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="how the spreadsheet is read")
    parser.add_argument(
        "--save-mapping", type=Path, metavar="FILE", help="write the mapping used, with what it did not know"
    )


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-11-20") from None
    if not 2000 <= day.year < 2100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day from 2000 to 2099")
    return day


def _moment(text: str) -> datetime.datetime:
    moment = None
    with suppress(ValueError):
        moment = datetime.datetime.fromisoformat(text)
    if moment is None or moment.tzinfo is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no moment; write it with its zone, as 2026-11-20T14:30:00Z or 2026-11-20T08:30:00-06:00"
        )
    return moment


def _figure(text: str) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if not number.strip().isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a figure; write it as HOURS=12")
    return name.strip().upper(), int(number)


def _report(text: str) -> Path:
    if Path(text).suffix.lower() not in (".html", ".xlsx", ".pdf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no kind of report; its name must end in .html, .xlsx or .pdf")
    return Path(text)
