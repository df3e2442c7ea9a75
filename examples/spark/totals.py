"""Sums up a survey, or the lines of an audit, from standard input: what audit.py does without Spark.

    crpd-check survey FOLDER --format json | python3 examples/spark/totals.py
    crpd-check audit FOLDER --format ndjson | python3 examples/spark/totals.py
"""

import itertools
import json
import sys
from collections import Counter, defaultdict


def main():
    plans = unreadable = 0
    fields = defaultdict(Counter)
    criteria = Counter()
    for told in told_by(sys.stdin):
        if told["schema"] == "crpd-check/unreadable/1":
            unreadable += 1
            continue
        plans += 1
        for field in told["fields"]:
            fields[field["id"]].update(covered=field["covered"], binding=field["binding"], **field["score"])
        for criterion in told["criteria"]:
            criteria[criterion["id"]] += criterion["level"] in ("planned", "binding")
    totals = {"plans": plans, "unreadable": unreadable, "fields": fields, "criteria": criteria}
    print(json.dumps(totals, indent=2, sort_keys=True))


def told_by(lines):
    """What lines tell one by one; a survey is one value on many lines."""
    first = next(lines, "")
    if first.strip() != "{":
        yield from map(json.loads, itertools.chain([first] if first else [], lines))
        return
    survey = json.loads(first + lines.read())
    yield from ({"schema": "crpd-check/plan/1", **plan} for plan in survey["plans"])
    yield from ({"schema": "crpd-check/unreadable/1", **file} for file in survey["unreadable"])


if __name__ == "__main__":
    main()
