import unittest

from check_test import CheckTest


def including(path: str, header: str) -> dict[str, str]:
    return {path: f"#pragma once\n#include {header}\n"}


class Includes(CheckTest):
    check = "includes"

    def test_every_folder_uses_itself_and_the_standard_library(self):
        for folder in ("shared/merge", "server/review", "mobile/viewmodels"):
            self.assertClean(including(f"{folder}/a.h", "<vector>"))
            self.assertClean(including(f"{folder}/a.h", f'"{folder}/b.h"'))

    def test_arrows_point_one_way(self):
        self.assertClean(including("shared/merge/a.cpp", '"shared/model/b.h"'))
        self.assertProblem("shared/model may not use shared/merge", including("shared/model/a.cpp", '"shared/merge/b.h"'))
        self.assertProblem("may not use server/net", including("server/app/a.cpp", '"server/net/b.h"'))
        self.assertProblem("may not use server/storage", including("server/net/a.cpp", '"server/storage/b.h"'))
        self.assertProblem("may not use mobile/sync", including("mobile/storage/a.cpp", '"mobile/sync/b.h"'))

    def test_the_core_knows_no_qt_network_database_thread_file_or_system_call(self):
        for header in ("<QString>", "<boost/asio.hpp>", "<boost/beast/core.hpp>", "<sqlite3.h>", '"sqlite3.h"', "<thread>",
                       "<mutex>", "<fstream>", "<unistd.h>", "<openssl/sha.h>", "<spdlog/spdlog.h>"):
            for folder in ("shared/model", "shared/merge", "shared/protocol", "shared/sync"):
                self.assertProblem(f"{folder} may not use", including(f"{folder}/a.cpp", header))

    def test_only_the_server_s_net_and_the_tablet_s_sync_speak_beast(self):
        header = "<boost/beast/websocket.hpp>"
        self.assertClean(including("server/net/a.cpp", header))
        self.assertClean(including("mobile/sync/a.cpp", header))
        for folder in ("server/app", "server/storage", "server/review", "server/blobs", "mobile/storage", "mobile/viewmodels"):
            self.assertProblem("may not use asio", including(f"{folder}/a.cpp", header))

    def test_some_libraries_are_for_sources_only(self):
        for folder, header in (("shared/sqlite", "<sqlite3.h>"), ("shared/crypto", "<sodium.h>"), ("shared/sync", "<zstd.h>"),
                               ("shared/protocol", "<nlohmann/json.hpp>"), ("server/net", "<nlohmann/json.hpp>")):
            self.assertClean(including(f"{folder}/a.cpp", header))
            self.assertProblem("belongs into a .cpp", including(f"{folder}/a.h", header))

    def test_only_the_reader_of_declarations_knows_json(self):
        self.assertClean(including("shared/model/bounded_json.cpp", "<nlohmann/json.hpp>"))
        self.assertProblem("may not use json", including("shared/model/value.cpp", "<nlohmann/json.hpp>"))

    def test_view_models_know_qt_but_no_screen_and_no_socket(self):
        self.assertClean(including("mobile/viewmodels/a.h", "<QAbstractListModel>"))
        self.assertClean(including("mobile/viewmodels/a.h", "<QtQml/qqmlregistration.h>"))
        for header in ("<QQuickItem>", "<QPainter>", "<QSqlDatabase>", "<QWebSocket>", "<QtQuick/QQuickItem>"):
            self.assertProblem("may not use qtscreen", including("mobile/viewmodels/a.h", header))

    def test_the_headless_tablet_and_the_server_know_no_qt(self):
        self.assertProblem("may not use qt", including("mobile/cli/main.cpp", "<QCoreApplication>"))
        self.assertProblem("may not use qt", including("server/main.cpp", "<QCoreApplication>"))
        self.assertProblem("may not use mobile/viewmodels", including("mobile/cli/main.cpp", '"mobile/viewmodels/a.h"'))

    def test_includes_are_rooted_at_the_repository(self):
        self.assertProblem("begin at the repository's root", including("shared/base/a.cpp", '"a.h"'))
        self.assertProblem("begin at the repository's root", including("server/net/a.cpp", '"../app/a.h"'))

    def test_a_library_that_nobody_chose_is_refused(self):
        self.assertProblem("no library of ours", including("server/net/a.cpp", "<curl/curl.h>"))

    def test_a_folder_without_a_rule_is_refused(self):
        self.assertProblem("no rule", including("misc/a.cpp", "<vector>"))

    def test_indented_directives_count(self):
        self.assertProblem("may not use asio", {"shared/sync/a.cpp": "#if 1\n  #  include <boost/asio.hpp>\n#endif\n"})


if __name__ == "__main__":
    unittest.main()
