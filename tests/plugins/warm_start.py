"""Stands for a program that a warm host runs: `python warm_start.py SOCKET ARGUMENT...`.

Its three standard streams become the program's, it ends with the program's exit code, and the
program is killed when it is killed.
"""

import json
import os
import signal
import socket
import sys

CRASHED = 70


def main() -> int:
    """Hand everything to the host and wait for the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    request = {"arguments": sys.argv[2:], "environment": dict(os.environ)}
    with socket.socket(socket.AF_UNIX) as host:
        host.connect(sys.argv[1])
        socket.send_fds(host, [b"\0"], [0, 1, 2, os.open(".", os.O_RDONLY)])
        host.sendall(json.dumps(request).encode() + b"\n")
        # The program is now the only one that holds them: its end is what the other side sees.
        os.closerange(0, 3)
        code = host.recv(1)
    return code[0] if code else CRASHED


if __name__ == "__main__":
    sys.exit(main())
