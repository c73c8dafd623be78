#!/usr/bin/python3
"""Tells CloudWatch of each tunnel whether it carries traffic, for the alarms that rest on it."""
import json
import os
import sys
import time

sys.path.insert(0, "/usr/local/lib/s2s")

MACHINE = os.environ.get("S2S_MACHINE", "/etc/s2s/machine.json")
STATES = os.environ.get("S2S_STATES", "/run/s2s/states")
PAUSE = float(os.environ.get("S2S_PAUSE", "60"))
OLD = 180  # seconds


def states():
    """The tunnels and whether they carry traffic; none where s2s-watch has not looked for a while: no data is an alarm too."""
    try:
        if time.time() - os.stat(STATES).st_mtime > OLD:
            return {}
        with open(STATES, encoding="utf-8") as file:
            return {name: int(state) for name, state in (line.split() for line in file)}
    except FileNotFoundError:
        return {}


def data(machine, found):
    """The arguments of PutMetricData."""
    values = {"Namespace": machine["metrics"]}
    for number, (name, state) in enumerate(sorted(found.items()), start=1):
        entry = "MetricData.member.%d." % number
        values[entry + "MetricName"] = "TunnelState"
        values[entry + "Value"] = state
        values[entry + "Dimensions.member.1.Name"] = "Machine"
        values[entry + "Dimensions.member.1.Value"] = machine["name"]
        values[entry + "Dimensions.member.2.Name"] = "Tunnel"
        values[entry + "Dimensions.member.2.Value"] = name
    return values


def main():
    import s2s_cloud
    with open(MACHINE, encoding="utf-8") as file:
        machine = json.load(file)
    while True:
        try:
            found = states()
            if found:
                s2s_cloud.query(machine, "PutMetricData", service="monitoring", version="2010-08-01", **data(machine, found))
        except (OSError, KeyError, ValueError) as error:
            print("the metrics can't be told: %s" % error, file=sys.stderr, flush=True)
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
