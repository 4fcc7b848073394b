"""The `quarterdeck` command: a thin door; each act loads no more than it needs."""

import argparse
import os
import sys
from collections.abc import Sequence

USAGE = """\
Quarterdeck helps one person lead and manage a team.

usage: quarterdeck COMMAND [options]     (each command answers --help)

  run               start the server and a worker; --demo fills an empty instance
  worker            do background jobs, beside a server elsewhere
  migrate           bring the database up to date
  import FILE       read a project or people from a file; --dry-run only tells
  plan              propose a plan for the whole organization
  demo              fill an empty instance with a demo organization
  backup [FILE]     write a verified copy of everything; the server may run
  restore FILE      go back to a copy; what is there now is set aside
  forget PERSON     forget somebody after a week; --dry-run only tells what goes
  confirm-account   say on the server that somebody who came in by a link is really them
  verify-activity   tell whether the record of acts is whole
  doctor            look at the database and the jobs, and name what is wrong
"""
# Commands that Django finds in jobs/management/commands, by their name there.
MANAGED = {
    "worker": "worker",
    "migrate": "migrate",
    "import": "import_file",
    "plan": "plan",
    "demo": "demo",
    "backup": "backup",
    "restore": "restore",
    "confirm-account": "confirm_account",
    "forget": "forget",
    "verify-activity": "verify_activity",
    "doctor": "doctor",
}
OPTIONS_OF_DJANGO = {
    "--version",
    "--verbosity",
    "--settings",
    "--pythonpath",
    "--traceback",
    "--no-color",
    "--force-color",
    "--skip-checks",
}
# These look at the database themselves, or must work when it is damaged.
WITHOUT_ITS_CHECKS = {"backup", "restore", "doctor", "verify-activity"}

# What somebody may call first of all, before there are any tables.
BRINGS_TABLES = {"import", "plan", "demo"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; an expected error is one sentence and exit 2, never a trace."""
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _sorry(f"{where}{error.strerror or error}.")
    except Exception as error:
        if type(error).__name__ != "ImproperlyConfigured":
            raise
        return _sorry(str(error))  # by its name: Django may not be loaded


def _dispatch(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    name, *rest = given or ["help"]
    if name in ("help", "-h", "--help"):
        print(USAGE, end="")
        return 0
    if name == "--version":
        return _version()
    if name == "run":
        return _run(rest)
    if name not in MANAGED:
        print(f"There is no command {name!r}; see quarterdeck --help.", file=sys.stderr)
        return 2
    if name == "import" and "--dry-run" in rest and not {"-h", "--help"} & set(rest):
        return _dry_run(rest)
    return _managed(name, rest)


def _version() -> int:
    from importlib.metadata import version

    print(f"quarterdeck {version('quarterdeck')}")
    return 0


def _run(rest: list[str]) -> int:
    from . import server

    parser = argparse.ArgumentParser(
        prog="quarterdeck run", description="Start the server and a worker."
    )
    server.add_arguments(parser)
    return server.run(parser.parse_args(rest))


def _dry_run(rest: list[str]) -> int:
    """Only reads a file, so neither Django nor a database is needed."""
    from .dry_run import main as read_only

    return read_only(rest)


def _managed(name: str, rest: list[str]) -> int:
    """Call a command of Django's kind."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quarterdeck.project.settings")
    import django
    from django.core.exceptions import PermissionDenied
    from django.core.management import CommandError
    from django.db import Error

    from quarterdeck.shared.errors import RuleBroken

    try:
        django.setup()
        _execute(name, rest)
    except PermissionDenied:
        return _sorry("That is not allowed.")
    except (CommandError, RuleBroken) as error:
        return _sorry(str(error))
    except Error as error:
        return _sorry(f"The database does not answer as it should: {error}")
    return 0


def _execute(name: str, rest: list[str]) -> None:
    from django.core.management import CommandError, get_commands, load_command_class

    from .startup import refuse_unsafe_database
    from .tables import bring_up_to_date, make_tables_if_there_are_none

    managed = MANAGED[name]
    if managed not in (there := get_commands()):
        raise CommandError(f"This version has no command {name!r}.")
    command = load_command_class(there[managed], managed)
    # A wrong option is answered with the usage; Django's own options are not shown.
    command._called_from_command_line = True  # type: ignore[attr-defined]
    command.suppressed_base_arguments = OPTIONS_OF_DJANGO
    parser = command.create_parser("quarterdeck", name)
    if name == "import":  # answered before this; named here for the help
        parser.add_argument("--dry-run", action="store_true", help="only tell")
    options = {**vars(parser.parse_args(rest)), "skip_checks": True}
    if name not in WITHOUT_ITS_CHECKS:
        refuse_unsafe_database()
    if name in BRINGS_TABLES:
        bring_up_to_date()
    elif name == "migrate":  # which then tells what it does
        make_tables_if_there_are_none()
    command.execute(*options.pop("args", ()), **options)


def _sorry(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
