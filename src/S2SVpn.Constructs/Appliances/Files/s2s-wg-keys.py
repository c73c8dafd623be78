#!/usr/bin/python3
"""Fetches the keys of the tunnels and hands them to WireGuard. They lie in memory only."""
import base64
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, "/usr/local/lib/s2s")
import s2s_cloud  # noqa: E402

MACHINE = os.environ.get("S2S_MACHINE", "/etc/s2s/machine.json")
TEMPLATES = os.environ.get("S2S_TEMPLATES", "/etc/s2s/wireguard")
RUN = os.environ.get("S2S_RUN", "/run/s2s")
ATTEMPTS = 12


def key(text):
    """A key as WireGuard writes it: 32 bytes in base64."""
    if len(base64.b64decode(text, validate=True)) != 32:
        raise ValueError("a key is not 32 bytes long")
    return text


def render(template, pair):
    """The configuration of an interface, with this end's private key and the public key of its peer."""
    lines = []
    for line in template.splitlines():
        lines.append(line)
        if line == "[Interface]":
            lines.append("PrivateKey = " + key(pair["private"]))
        elif line == "[Peer]":
            lines.append("PublicKey = " + key(pair["peer"]))
    return "\n".join(lines) + "\n"


def load(machine, tunnel):
    """WireGuard changes what is new and leaves the rest: with the same keys nothing is interrupted."""
    name = tunnel["name"]
    with open(os.path.join(TEMPLATES, name + ".conf"), encoding="utf-8") as file:
        text = render(file.read(), json.loads(s2s_cloud.secret(machine, tunnel["secret"])))
    path = os.path.join(RUN, name + ".conf")
    with open(os.open(path + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(path + ".new", path)
    subprocess.run(["wg", "syncconf", name, path], check=True)


def main():
    with open(MACHINE, encoding="utf-8") as file:
        machine = json.load(file)
    waiting = list(machine["tunnels"])
    for attempt in range(ATTEMPTS, 0, -1):
        for tunnel in list(waiting):
            try:
                load(machine, tunnel)
                waiting.remove(tunnel)
            except (OSError, KeyError, TypeError, ValueError, subprocess.SubprocessError) as error:
                # What is wrong with a secret is told by its kind: an error of the parser may quote it.
                told = error if isinstance(error, (OSError, subprocess.SubprocessError)) else type(error).__name__
                print("no key yet for %s: %s" % (tunnel["name"], told), file=sys.stderr)
        if not waiting:
            return
        if attempt > 1:
            time.sleep(10)
    sys.exit(1)


if __name__ == "__main__":
    main()
