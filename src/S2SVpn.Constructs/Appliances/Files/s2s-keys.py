#!/usr/bin/python3
"""Fetches the keys of the tunnels and hands them to charon. They lie in memory only."""
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, "/usr/local/lib/s2s")
import s2s_cloud  # noqa: E402

MACHINE = os.environ.get("S2S_MACHINE", "/etc/s2s/machine.json")
ATTEMPTS = 12
KEYS = os.environ.get("S2S_KEYS", "/run/s2s/keys.conf")


def render(machine):
    """The section of swanctl's configuration. A key in hexadecimal needs no quoting."""
    known = {}
    lines = ["secrets {"]
    for tunnel in machine["tunnels"]:
        if tunnel["secret"] not in known:
            known[tunnel["secret"]] = s2s_cloud.secret(machine, tunnel["secret"]).encode().hex()
        lines += [
            "  ike-%s {" % tunnel["name"],
            "    id-local = %s" % machine["public"],
            "    id-remote = %s" % tunnel["peer"],
            "    secret = 0x%s" % known[tunnel["secret"]],
            "  }",
        ]
    return "\n".join(lines + ["}", ""])


def write(text):
    """Whether it is another text than before."""
    try:
        with open(KEYS, encoding="utf-8") as file:
            if file.read() == text:
                return False
    except FileNotFoundError:
        pass
    with open(os.open(KEYS + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(KEYS + ".new", KEYS)
    return True


def main():
    with open(MACHINE, encoding="utf-8") as file:
        machine = json.load(file)
    # charon waits for these; without a key it starts all the same, and systemd tries again.
    for attempt in range(ATTEMPTS, 0, -1):
        try:
            changed = write(render(machine))
            break
        except (OSError, KeyError, ValueError) as error:
            print("no key yet: %s" % error, file=sys.stderr)
            if attempt == 1:
                sys.exit(1)
            time.sleep(10)
    if changed and subprocess.run(["systemctl", "is-active", "--quiet", "strongswan.service"]).returncode == 0:
        subprocess.run(["swanctl", "--load-creds", "--noprompt"], check=True)


if __name__ == "__main__":
    main()
