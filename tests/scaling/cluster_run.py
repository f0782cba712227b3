"""A run on a local cluster of separate processes, one of which is killed on the way: by hand, and in a test.

    python tests/scaling/cluster_run.py WORKSPACE [--workers N] [--kill]

Prints the report as JSON on standard output, and on standard error what it took and which worker was killed.
"""

import argparse
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from factsuite.clock import today_of
from factsuite.engine import asked_of, check_in_parts
from factsuite.reports.json_report import render_json
from factsuite.scaling.cluster import Cluster
from factsuite.scaling.whole_runs import Means


def kill_one(client: Any) -> None:
    """Kill a worker that has begun on a task."""
    for _ in range(600):
        busy = {worker: tasks for worker, tasks in client.processing().items() if tasks}
        if busy:
            worker = sorted(busy)[0]
            pid = client.run(os.getpid, workers=[worker])[worker]
            os.kill(pid, signal.SIGKILL)
            print(f"killed worker {pid} with {len(busy[worker])} tasks", file=sys.stderr)
            return
        time.sleep(0.05)
    raise RuntimeError("no worker had begun on a task")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kill", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    watch = kill_one if options.kill else None
    means = Means(cached=False, hire=lambda bench, divided: Cluster(bench, divided, None, options.workers, watch))
    today = today_of(None, root=options.workspace)
    run = check_in_parts(options.workspace, asked_of(options.workspace, today=today, json=True), means)
    sys.stdout.buffer.write(render_json(run))
    print(f"{run.counts.facts} facts in {time.perf_counter() - started:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
