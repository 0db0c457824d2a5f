"""The demonstration's year comes in through seven tablets, two of them late, and all of them agree in the end."""

import json
import os
import sys

from programs import CLI, PROGRAMME, SERVER, Field, Server, run

LOAD = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, os.pardir, "scripts", "lib", "demo", "load.py")
PROMISED = {"partner": 12, "event": 60, "listening_session": 40, "feedback": 900, "commitment": 250, "survey_wave": 3}


class DemonstrationServer(Server):
    """One whose programme begins as the built-in demonstration."""

    def __init__(self, folder):
        super().__init__(folder, programme=[PROGRAMME, "--title", "Quillan County", "--demo"])


def main():
    with Field(DemonstrationServer) as field:
        told = json.loads(run([sys.executable, LOAD, "--server", SERVER, "--cli", CLI, "--data", field.server.data, "--console", f"127.0.0.1:{field.server.port}", "--tablets",
                               os.path.join(field.folder, "tablets"), "--today", "2026-11-26"]))
        assert {kind: told[kind] for kind in PROMISED} == PROMISED, told
        assert told["survey_response"] >= 250 and told["answers_waiting"] == 0, told
        assert told["conflicts"] >= 4 and len(told["state_hash"]) == 1, told
        assert 100 <= told["reviewed"] < 600 and told["tablets_that_show_reviews"] == 4, told
        assert told["tablets_at_one_hash"] == {"coordinator": 1, "volunteer": 3, "worker": 3}, told
        field.server.check()


main()
