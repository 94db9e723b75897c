"""Sends one callback again and again: `python sending_process.py PORT TIMES REQUEST`.

Prints the status of every answer. A process of its own, as a provider's workers are.
"""

import socket
import sys


def main() -> None:
    port, times, request = int(sys.argv[1]), int(sys.argv[2]), bytes.fromhex(sys.argv[3])
    for _ in range(times):
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(request)
            answer = b"".join(iter(lambda: connection.recv(4096), b""))
        sys.stdout.write(answer.split(b" ", 2)[1].decode() + "\n")


if __name__ == "__main__":
    main()
