"""A page of the real server, as the console asks for it."""

import http.client
import json

from programs import PROGRAMME


class Console:
    """A person's page, by its API. Sign-ins do not survive a restore."""

    def __init__(self, server, name, role="coordinator"):
        self.server = server
        self.mine = {}
        answer, body = self.ask("POST", "/api/sign-in", {"name": name, "password": server.user(name, role)})
        self.mine = {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "X-Rapport-CSRF": body["csrf"]}

    def ask(self, method, path, body=None):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        line.request(method, path, json.dumps(body) if body is not None else None,
                     {"Content-Type": "application/json", **self.mine})
        answer = line.getresponse()
        text = answer.read()
        line.close()
        if answer.status >= 300:
            raise AssertionError(f"{method} {path}: {answer.status} {text}")
        return answer, json.loads(text)

    def record(self, record, rest=""):
        return self.ask("GET", f"/api/programmes/{PROGRAMME}/records/{record}{rest}")[1]

    def erase(self, record, confirm):
        return self.ask("POST", f"/api/programmes/{PROGRAMME}/records/{record}/erase", {"confirm": confirm})[1]

    def edit(self, record, **fields):
        return self.ask("POST", f"/api/programmes/{PROGRAMME}/records/{record}/edit",
                        {"seen": self.record(record)["number"], "fields": fields})[1]

    def undo(self, record, change, **rest):
        return self.ask("POST", f"/api/programmes/{PROGRAMME}/records/{record}/undo",
                        {"seen": self.record(record)["number"], "change": change, **rest})[1]
