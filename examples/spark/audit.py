"""Audits a folder of plans on a Spark cluster and sums up what `crpd-check survey` shows.

    spark-submit examples/spark/audit.py FOLDER

Each part of the list of plans goes through one `crpd-check audit --paths - --format ndjson`, which answers every name with
a line and keeps nothing. The program and the folder must be on every machine, the folder under the same path.
"""

import argparse
import json
import shlex
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

# The columns that the sums need; docs/schema/plan.json has all of them.
LINE = """
    schema string,
    fields array<struct<id: string, covered: int, binding: int, score: struct<earned: int, possible: int>>>,
    criteria array<struct<id: string, level: string>>
"""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--program", default="crpd-check")
    arguments.add_argument("--parts", type=int, default=8)
    arguments = arguments.parse_args()
    folder = arguments.folder.absolute()
    names = sorted(str(path.relative_to(folder.parent)) for path in folder.rglob("*.md"))

    spark = SparkSession.builder.appName("crpd-check").getOrCreate()
    audit = shlex.join([arguments.program, "audit", "--paths", "-", "--format", "ndjson", "--isolated"])
    there = f"cd {shlex.quote(str(folder.parent))} && exec {audit}"
    lines = spark.sparkContext.parallelize(names, arguments.parts).pipe(shlex.join(["sh", "-c", there]))
    told = spark.read.json(lines, schema=LINE).cache()
    plans = told.where(f.col("schema") == "crpd-check/plan/1")
    unreadable = told.where(f.col("schema") == "crpd-check/unreadable/1").count()

    # A file that cannot be read ends the program with code 2 after all other lines. A program that died ends early.
    if plans.count() + unreadable != len(names):
        raise SystemExit(f"{len(names)} plans, but {told.count()} lines")

    field = plans.select(f.explode("fields").alias("field")).select("field.*")
    fields = field.groupBy("id").agg(
        f.sum("covered").alias("covered"),
        f.sum("binding").alias("binding"),
        f.sum("score.earned").alias("earned"),
        f.sum("score.possible").alias("possible"),
    )
    criterion = plans.select(f.explode("criteria").alias("criterion")).select("criterion.*")
    covered = f.sum(f.col("level").isin("planned", "binding").cast("int"))
    criteria = criterion.groupBy("id").agg(covered.alias("covered"))
    totals = {
        "plans": plans.count(),
        "unreadable": unreadable,
        "fields": {row["id"]: {key: row[key] for key in ("covered", "binding", "earned", "possible")} for row in fields.collect()},
        "criteria": {row["id"]: row["covered"] for row in criteria.collect()},
    }
    print(json.dumps(totals, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()
