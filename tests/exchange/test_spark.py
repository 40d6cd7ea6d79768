"""Spark gives the answers DuckDB gives. Runs where PySpark and Java are installed."""

import shutil

import pytest

from alongside.exchange.check import check

from .tracker import ON, member, person, session, workbook

pytest.importorskip("pyspark", reason="PySpark is an extra")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark runs on Java")


def told(checked):
    return sorted(
        (a.rule, a.key, a.answer, str(a.due), str(a.changes_on), *((c.sentence, c.holds) for c in a.criteria))
        for a in checked.answers
    )


def test_spark_agrees_with_duckdb(tmp_path):
    path = tmp_path / "t.xlsx"
    people = [person(), person(ma_id="2222222222", coverage="", lives_in="Jail", dob="2012-01-01")]
    path.write_bytes(workbook(people, [member()], [session(), session(topic="Patient rights", hours="90 min")]))

    spark, duckdb = (check(path, ON, pack="wisconsin_crs", engine=engine) for engine in ("spark", "duckdb"))

    assert told(spark) == told(duckdb)
