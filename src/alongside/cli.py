"""The command `alongside`. It reads arguments and hands on; each command's work stands with what it works on."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

DONE, OWED, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: everything is met; 1: something is owed; 2: the input could not be read."""
    from alongside.config.commands import CannotRun
    from alongside.exchange.problems import Refused

    for stream in (sys.stdout, sys.stderr):
        # A name with an accent must not end the run on a terminal that cannot show it.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except (Refused, CannotRun) as refused:
        print(f"alongside: {refused}", file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        print("alongside: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read the output has read enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(UNREADABLE, f"{self.prog}: {message}. “{self.prog} --help” explains.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="alongside", description="What a program's rules ask, of whom, by when, and why.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Any, sentence: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=sentence, description=sentence)
        made.set_defaults(run=run)
        return made

    check = command("check", _check, "Hold a tracker against the rules. Needs no server.")
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

    rules = command("rules", _rules, "The rule book, or one rule as the page a program manager signs.")
    rules.add_argument("rule", nargs="?", metavar="RULE", help="a rule id such as TRN-1")
    rules.add_argument("--json", action="store_true", help="print it as JSON")

    ask = command("ask", _ask, "Ask any rule about invented facts.")
    ask.add_argument("rule", metavar="RULE", help="a rule id such as TRN-1")
    ask.add_argument("--world", type=Path, required=True, metavar="W.json", help='{"table": [{column: value}, …], …}')
    _on(ask)
    ask.add_argument("--json", action="store_true", help="print the answers as JSON")

    bring = command("import", _import, "Take a tracker into the database, whole or not at all.")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--program", required=True, metavar="NAME", help="the program the records belong to")
    bring.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    bring.add_argument(
        "--rejected", type=Path, metavar="OUT.xlsx", help="write the rejected rows to a workbook to correct"
    )
    _on(bring)
    _mapping(bring)

    for name, run, sentence in (
        ("demo", _demo, "Show an invented county: embedded database, pages on this machine, sign-ins printed."),
        ("serve", _serve, "Serve the pages; settings come from the environment."),
    ):
        made = command(name, run, sentence)
        made.add_argument("--host", default="127.0.0.1", help="(default: %(default)s)")
        made.add_argument("--port", type=int, default=8000, help="(default: %(default)s)")

    verify = command("verify", _verify, "Prove that nothing in the ledger was altered, removed or reordered.")
    verify.add_argument("--checkpoint", type=Path, metavar="FILE", help="a checkpoint kept outside")
    command("checkpoint", _checkpoint, "Print the ledger's latest checkpoint, to be kept outside.")
    return parser


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
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2026-11-20") from None


def _report(text: str) -> Path:
    if Path(text).suffix.lower() not in (".html", ".xlsx", ".pdf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no kind of report; its name must end in .html, .xlsx or .pdf")
    return Path(text)


def _check(given: argparse.Namespace) -> int:
    from alongside.exchange import check

    on = given.on or _this_day()
    with check.progress_bar("Reading") as progress:
        checked = check.check(
            given.file, on, pack=given.pack, engine=given.engine, mapping=given.mapping, corrected=given.corrected,
            progress=progress,
        )  # fmt: skip
    if given.save_mapping:
        check.save_mapping(given.save_mapping, given.mapping, checked.reading)
    for report in given.report:
        check.write_report(checked, report)
    if given.json:
        print(check.as_json(checked))
    else:
        from alongside.exchange.terminal import console, print_report

        print_report(checked, console(sys.stdout), show_all=given.all)
    return checked.status


def _rules(given: argparse.Namespace) -> int:
    from alongside.exchange import rulebook
    from alongside.exchange.terminal import console

    if given.json:
        print(rulebook.rules_json(given.rule))
    else:
        print(rulebook.page(given.rule, min(100, console(sys.stdout).width)) if given.rule else rulebook.overview())
    return DONE


def _ask(given: argparse.Namespace) -> int:
    from alongside.exchange import rulebook
    from alongside.exchange.checked import OWED as OWED_ANSWERS

    answers = rulebook.ask_world(given.rule, given.world, given.on or _this_day())
    if given.json:
        print(rulebook.answers_json(answers))
    else:
        from alongside.exchange.terminal import console, print_answers

        print_answers(answers, console(sys.stdout))
    return OWED if any(a.answer in OWED_ANSWERS for a in answers) else DONE


def _import(given: argparse.Namespace) -> int:
    from alongside.config import commands
    from alongside.exchange import check

    mapping = check.load(given.mapping) if given.mapping else None
    program = commands.program_named(given.program)
    from alongside.exchange.importing import command

    with check.progress_bar("Reading") as progress:
        plan = command.bring_in(
            given.file, program, given.on or _this_day(), mapping=mapping, is_dry_run=given.dry_run, progress=progress
        )
    print(*command.said(plan, is_dry_run=given.dry_run), sep="\n")
    if given.rejected:
        command.write_rejected(plan, given.rejected)
    if given.save_mapping:
        check.save_mapping(given.save_mapping, given.mapping, plan.reading)
    return OWED if plan.rejected_rows else DONE


def _demo(given: argparse.Namespace) -> int:
    from alongside.config import commands

    commands.demo(host=given.host, port=given.port, announce=_announce)
    return DONE


def _announce(county: Any) -> None:
    print("Sign in with the password", county.password)
    for person in county.sign_ins:
        print(f"  {person.email:<32} {person.role.label:<16} {person.name}: {person.sees}")
    print("Press Control-C to stop.", flush=True)


def _serve(given: argparse.Namespace) -> int:
    from alongside.config import commands

    print(f"http://{given.host}:{given.port}/", flush=True)
    commands.serve(host=given.host, port=given.port)
    return DONE


def _verify(given: argparse.Namespace) -> int:
    from alongside.config import commands

    report = commands.verify(given.checkpoint)
    print(*report.lines(), sep="\n")
    return DONE if report.is_good else OWED


def _checkpoint(given: argparse.Namespace) -> int:
    from alongside.config import commands

    print(commands.checkpoint(), end="")
    return DONE


def _this_day() -> datetime.date:
    from alongside.exchange.clock import this_day

    return this_day()


if __name__ == "__main__":
    raise SystemExit(main())
