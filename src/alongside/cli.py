"""The command `alongside`. It reads arguments and hands on; each command's work stands with what it works on."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from typing import Any

from alongside.arguments import UNREADABLE, Run, parser_of

DONE, OWED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0: everything is met; 1: something is owed; 2: the input could not be read."""
    from alongside.config.commands import CannotRun
    from alongside.exchange.problems import Refused

    for stream in (sys.stdout, sys.stderr):
        # A name with an accent must not end the run on a terminal that cannot show it.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    given = parser_of(RUNS).parse_args(arguments)
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


def _check(given: argparse.Namespace) -> int:
    from alongside.exchange import check

    on = given.on or _this_day()
    with check.progress_bar() as stage, check.saving_mapping(given.save_mapping, given.mapping) as saved:
        checked = check.check(
            given.file, on, pack=given.pack, engine=given.engine, mapping=given.mapping, corrected=given.corrected,
            stage=stage,
        )  # fmt: skip
        saved.extend(checked.reading.unknown)
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
    from alongside.exchange.mapping_file import load

    mapping = load(given.mapping) if given.mapping else None
    program = commands.program_named(given.program)
    from alongside.exchange.importing import command

    with (
        check.progress_bar() as stage,
        check.saving_mapping(given.save_mapping, given.mapping) as saved,
        commands.database_errors(),
    ):
        plan = command.bring_in(
            given.file,
            program,
            given.on or _this_day(),
            mapping=mapping,
            is_dry_run=given.dry_run,
            progress=stage("Reading"),
        )
        saved.extend(plan.reading.unknown)
    print(*command.said(plan, is_dry_run=given.dry_run), sep="\n")
    if given.rejected:
        command.write_rejected(plan, given.rejected)
    return OWED if plan.rejected_rows else DONE


def _demo(given: argparse.Namespace) -> int:
    from alongside.config import commands

    commands.demo(host=given.host, port=given.port, announce=_announce)
    return DONE


def _announce(county: Any) -> None:
    print("Sign in with the password", county.password)
    for person in county.sign_ins:
        print(f"  {person.email:<32} {person.role.label:<16} {person.name}: {person.sees}")
    print("Mail goes nowhere: it is written to the folder mail, beside the demo's database.")
    print("Press Control-C to stop.", flush=True)


def _administrator(given: argparse.Namespace) -> int:
    from alongside.access.clock import today
    from alongside.config import administrator, commands

    commands.ready()
    is_asked = sys.stdin.isatty() and not administrator.known(given.email)
    name = given.name or (input("Name, as others will see it: ") if is_asked else "")
    made = administrator.make(
        program=given.program, email=given.email, name=name, password=_new_password() if is_asked else None,
        pack=given.pack, is_tribal=given.tribal, may_make_program=given.new, on=today(),
        address=given.address or administrator.own_address(),
    )  # fmt: skip
    print(*made.said(), sep="\n")
    return DONE


def _new_password() -> str | None:
    """A password typed twice alike; none for a link that sets one."""
    from getpass import getpass

    while True:
        first = getpass("Password (empty: a link to set one): ")
        if not first or first == getpass("The same again: "):
            return first or None
        print("The two differ. Once more:")


def _migrate(given: argparse.Namespace) -> int:
    from alongside.config import commands

    commands.migrate()
    return DONE


def _serve(given: argparse.Namespace) -> int:
    from alongside.config import commands

    print(f"http://{given.host}:{given.port}/", flush=True)
    commands.serve(host=given.host, port=given.port)
    return DONE


def _verify(given: argparse.Namespace) -> int:
    if given.packet:
        from alongside.exchange.packets.verifying import verify_packet

        found = verify_packet(given.packet, given.receipt)
        print(*found.lines(), sep="\n")
        return OWED if found.flaws else DONE
    from alongside.config import commands

    report = commands.verify(given.checkpoint)
    print(*report.lines(), sep="\n")
    return DONE if report.is_good else OWED


def _checkpoint(given: argparse.Namespace) -> int:
    from alongside.config import commands

    print(commands.checkpoint(), end="")
    return DONE


def _impact(given: argparse.Namespace) -> int:
    from alongside.exchange.impact import impact

    found = impact(given.file, given.rule, dict(given.set), given.since or _this_day())
    print(found.as_json() if given.json else "\n".join(found.lines()))
    return OWED if found.flips else DONE


def _draw(given: argparse.Namespace) -> int:
    from alongside.exchange.draw_again import draw_again

    drawn = draw_again(given.file)
    print(*drawn.lines(), sep="\n")
    if given.out:
        given.out.write_text(drawn.text, "utf-8")
    return OWED if drawn.differences else DONE


def _backup_key(given: argparse.Namespace) -> int:
    from alongside.config.commands import CannotRun
    from alongside.config.sealed_files import new_key

    try:
        public = new_key(given.file)
    except OSError as error:
        raise CannotRun(f"{given.file} cannot be written: {error.strerror}.") from None
    print(f"The public half, for the server: {public}")
    print(f"The private half is in {given.file}. Keep it off the server, twice. Without it no backup can be opened.")
    return DONE


def _backup(given: argparse.Namespace) -> int:
    from alongside.config.backing_up import back_up

    made = back_up(given.folder, to=given.to or os.environ.get("ALONGSIDE_BACKUP_TO", ""), only_log=given.log)
    print(*made.said(), sep="\n")
    return DONE


def _restore(given: argparse.Namespace) -> int:
    from alongside.config.restoring import restore

    restored = restore(given.backup, given.into, key=given.key, checkpoint=given.checkpoint, until=given.until)
    print(*restored.said(), sep="\n")
    return OWED if restored.flaws else DONE


def _rotate_key(given: argparse.Namespace) -> int:
    from alongside.config.rotating import rotate

    print(*rotate(given.which), sep="\n")
    return DONE


RUNS: dict[str, Run] = {
    "check": _check, "rules": _rules, "ask": _ask, "import": _import, "demo": _demo,
    "administrator": _administrator, "migrate": _migrate, "serve": _serve, "verify": _verify, "checkpoint": _checkpoint,
    "draw": _draw, "impact": _impact, "backup-key": _backup_key, "backup": _backup, "restore": _restore,
    "rotate-key": _rotate_key,
}  # fmt: skip


def _this_day() -> datetime.date:
    from alongside.exchange.clock import this_day

    return this_day()


if __name__ == "__main__":
    raise SystemExit(main())
