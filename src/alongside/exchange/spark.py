"""The same rules on Apache Spark, for facts that outgrow one machine. Needs the extra `spark` and Java."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.facts.contract import FactTable
from alongside.facts.moments import in_utc, told
from alongside.facts.tables import TABLES
from alongside.law import Answer, Rule, explain, sql

from .problems import Refused

_TYPES = {
    "string": "string", "date": "date", "boolean": "boolean", "int32": "int", "decimal(6, 2)": "decimal(6,2)",
    "decimal(10, 2)": "decimal(10,2)", "timestamp": "timestamp_ntz",
}  # fmt: skip


def ask_on_spark(
    rules: Sequence[Rule], tables: Mapping[str, Sequence[Mapping[str, Any]]], on: datetime.date
) -> list[Answer]:
    """Every answer of these rules, in their order. Raises `Refused` where Spark or Java is missing."""
    spark = _session()
    try:
        for table in TABLES.values():
            rows = [tuple(_reckoned(row.get(name)) for name in table.columns) for row in tables.get(table.name, ())]
            spark.createDataFrame(rows, _schema(table)).createOrReplaceTempView(table.name)
        return [
            explain(version, told(row.asDict()), on)
            for rule in rules
            for version, until in rule.versions()
            for row in spark.sql(sql(version, until, "pyspark"), args={"on": on}).toLocalIterator()
        ]
    finally:
        spark.stop()


def _reckoned(value: Any) -> Any:
    return in_utc(value) if isinstance(value, datetime.datetime) else value


def _schema(table: FactTable) -> str:
    return ", ".join(f"`{name}` {_TYPES[column.type]}" for name, column in table.columns.items())


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        fix = "Install it with “pip install 'alongside[spark]'”, or leave --engine out to use DuckDB."
        raise Refused("--engine spark", "PySpark is not installed", "PySpark and Java", fix) from error
    if shutil.which("java") is None:
        fix = "Install Java 17 or later, or leave --engine out to use DuckDB."
        raise Refused("--engine spark", "Java is not installed, and Spark runs on it", "PySpark and Java", fix)
    quiet = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",
    }  # fmt: skip
    builder = SparkSession.builder.appName("alongside")
    for name, value in quiet.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # Spark raises many kinds, its own and Java's
        fix = "Check that Java is version 17 or later, or leave --engine out to use DuckDB."
        reason = str(error).strip().splitlines()[0]
        raise Refused("--engine spark", f"Spark did not start ({reason})", "PySpark and Java", fix) from error
    session.sparkContext.setLogLevel("ERROR")
    return session
