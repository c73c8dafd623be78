using S2SVpn.Design.Planning;

namespace S2SVpn.Constructs;

/// <summary>
/// The program that measures a path on one probe, and answers it on the other. It needs nothing but the Python that
/// cloud-init itself runs on, so that a machine without a way out has it too.
/// </summary>
internal static class ProbeSpeed
{
    public const string Name = "vpn-speed";

    public const string Path = $"/usr/local/bin/{Name}";

    /// <summary>Where iperf3 listens on the probe itself: the listener passes its clients on.</summary>
    public const int IperfPort = 5202;

    /// <summary>The program. No text in it is a template of Terraform's: none may have a brace behind a dollar or a percent sign.</summary>
    public static string Program { get; } = $$""""
        #!/usr/bin/python3
        """
        Measures a path across the VPN, both ways: vpn-speed ADDRESS PORT [SECONDS]

        With --listen [PORT [IPERF]] it is the other end. It takes every connection, also of those who only look whether
        there is one, and passes on to this machine's iperf3 whatever it doesn't understand.
        """
        import socket
        import socketserver
        import sys
        import threading
        import time

        BLOCK = bytes(1 << 18)
        # SEND or TAKE, and for how many seconds.
        ORDER = 8


        def send(peer, seconds):
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                peer.sendall(BLOCK)
            peer.shutdown(socket.SHUT_WR)


        def take(peer):
            total = 0
            while data := peer.recv(len(BLOCK)):
                total += len(data)
            return total


        def copy(source, target):
            try:
                while data := source.recv(len(BLOCK)):
                    target.sendall(data)
                target.shutdown(socket.SHUT_WR)
            except OSError:
                pass


        class Answer(socketserver.BaseRequestHandler):
            iperf = {{IperfPort}}

            def handle(self):
                peer = self.request
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
                word = peer.recv(4, socket.MSG_PEEK | socket.MSG_WAITALL)
                if word in (b"SEND", b"TAKE"):
                    seconds = int(peer.recv(ORDER, socket.MSG_WAITALL)[4:])
                    if word == b"SEND":
                        send(peer, seconds)
                    else:
                        peer.sendall(b"%d" % take(peer))
                elif word:
                    with socket.create_connection(("127.0.0.1", self.iperf)) as iperf:
                        threading.Thread(target=copy, args=(iperf, peer), daemon=True).start()
                        copy(peer, iperf)


        class Listener(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, request, client_address):
                pass  # Who only looks is gone again at once.


        def megabits(address, port, order, seconds):
            with socket.create_connection((address, port), 10) as peer:
                peer.settimeout(seconds + 30)
                start = time.monotonic()
                peer.sendall(b"%s%04d" % (order, seconds))
                if order == b"SEND":
                    total = take(peer)
                else:
                    send(peer, seconds)
                    total = int(peer.recv(32))
                if total == 0:
                    raise OSError("connected, and nothing came")
                return total * 8 / 1e6 / (time.monotonic() - start)


        def main(arguments):
            if arguments[:1] == ["--listen"]:
                port, Answer.iperf = [int(port) for port in arguments[1:]] + [{{ProbePath.AnswerPort}}, Answer.iperf][len(arguments) - 1:]
                with Listener(("0.0.0.0", port), Answer) as listener:
                    listener.serve_forever()
            address, port, seconds = arguments[0], int(arguments[1]), int((arguments + ["5"])[2])
            try:
                here = megabits(address, port, b"SEND", seconds)
                there = megabits(address, port, b"TAKE", seconds)
            except (OSError, ValueError) as error:
                sys.exit(f"vpn-speed: {address} port {port}: {error}")
            print(f"{address} port {port}: {here:.0f} Mbit/s from there, {there:.0f} Mbit/s to there")


        if __name__ == "__main__":
            if len(sys.argv) < 3 and sys.argv[1:2] != ["--listen"]:
                sys.exit(__doc__)
            main(sys.argv[1:])
        """".ReplaceLineEndings("\n") + "\n";
}
