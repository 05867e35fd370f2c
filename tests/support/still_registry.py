#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registries on ports of 127.0.0.1 for pictures of states that a real one seldom shows.

    still_registry.py empty [N]     N (1) that answer, and have no image
    still_registry.py silent [N]    N that accept, and never answer

Prints a URL a line, then serves until it is killed. Standard library only.
"""
import http.server
import json
import sys
import threading


class Empty(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers = {"/v2/": {}, "/v2/_catalog": {"repositories": []}}

    def do_GET(self):
        known = self.answers.get(self.path.split("?")[0])
        body = json.dumps(known if known is not None else {"errors": []}).encode()
        self.send_response(404 if known is None else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Docker-Distribution-Api-Version", "registry/2.0")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class Silent(http.server.BaseHTTPRequestHandler):
    def handle(self):
        threading.Event().wait()


def main():
    handler = {"empty": Empty, "silent": Silent}[sys.argv[1]]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(count)]
    for server in servers[1:]:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print("".join(f"http://127.0.0.1:{server.server_port}\n" for server in servers), end="", flush=True)
    servers[0].serve_forever()


if __name__ == "__main__":
    main()
