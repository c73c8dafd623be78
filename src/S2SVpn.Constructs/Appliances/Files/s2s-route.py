#!/usr/bin/python3
"""Moves the routes of the VPC or VNet to the machine that carries traffic.

Who has the routes is written in one place, the route tables: every machine looks there before it acts. A machine takes the
routes when it is well and the other is not. Of two that are well the first has them, but takes them back only after it has
been well for a while. Where neither hears the other, each takes them from a machine that may be gone; but once the first has
taken them back, the second knows that it lives, and leaves them there unless they lead to nothing that runs.
"""
import json
import os
import socketserver
import sys
import threading
import time
import urllib.request

sys.path.insert(0, "/usr/local/lib/s2s")

MACHINE = os.environ.get("S2S_MACHINE", "/etc/s2s/machine.json")
HEALTH = os.environ.get("S2S_HEALTH", "/run/s2s/health")
PORT = int(os.environ.get("S2S_PORT", "8179"))
PAUSE = float(os.environ.get("S2S_PAUSE", "5"))
RISE, FALL, BACK = 3, 3, 60  # passes: well, not well, and until the first takes the routes back


class Guard:
    """What a machine knows from one look to the next."""

    def __init__(self, index):
        self.index = index
        self.well = self.missing = 0
        self.took = self.yielded = False

    def decide(self, own, other, holders, mine, dead):
        """Whether to take the routes now.

        own: whether this machine is well; other: "up", "down", or None for no answer; holders: the interfaces that the
        routes lead to; mine: this machine's; dead: whether a route leads to nothing that runs.
        """
        self.well = self.well + 1 if own else 0
        self.missing = 0 if other == "up" else self.missing + 1
        if other is not None:
            self.yielded = False
        if holders == {mine}:
            return False
        if self.took and other is None and self.index == 1 and not dead:
            self.yielded = True
        self.took = False
        if self.well < RISE:
            return False
        if other == "up":
            # One of the two has to put routes together that lead to both.
            return self.index == 0 and (mine in holders or self.well >= BACK)
        if self.missing < FALL:
            return False
        return dead or not self.yielded


def health():
    try:
        with open(HEALTH, encoding="utf-8") as file:
            return file.read().strip()
    except FileNotFoundError:
        return "down"


def ask(address):
    try:
        with urllib.request.urlopen("http://%s:%d/" % (address, PORT), timeout=2) as answer:
            return answer.read(16).decode().strip()
    except OSError:
        return None


class Answer(socketserver.StreamRequestHandler):
    timeout = 2

    def handle(self):
        self.rfile.readline(256)
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + health().encode() + b"\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def main():
    import s2s_cloud
    with open(MACHINE, encoding="utf-8") as file:
        machine = json.load(file)
    twin = machine["twin"]
    server = Server((machine["private"], PORT), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    guard = Guard(machine["index"])
    while True:
        try:
            found = s2s_cloud.routes(machine)
            holders = {holder for _, _, holder, _ in found}
            dead = any(nowhere for _, _, _, nowhere in found)
            if guard.decide(health() == "up", ask(twin["address"]), holders, twin["own"], dead):
                print("taking the routes", flush=True)
                s2s_cloud.take(machine, found)
                guard.took = True
        except (OSError, KeyError, SyntaxError, ValueError, StopIteration) as error:
            print("the routes can't be looked at: %s" % error, file=sys.stderr, flush=True)
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
