import unittest

from check_test import CheckTest


class FileSizes(CheckTest):
    check = "file_sizes"

    def test_a_source_of_400_lines_passes_and_one_more_fails(self):
        self.assertClean({"shared/base/a.cpp": "x\n" * 400})
        self.assertProblem("401 lines, 400 are allowed", {"shared/base/a.cpp": "x\n" * 401})

    def test_a_test_may_have_600_lines(self):
        self.assertClean({"tests/shared/base/a_test.cpp": "x\n" * 600})
        self.assertProblem("601 lines", {"tests/shared/base/a_test.cpp": "x\n" * 601})

    def test_a_screen_may_have_250_lines(self):
        self.assertClean({"mobile/qml/Today.qml": "x\n" * 250})
        self.assertProblem("251 lines, 250 are allowed", {"mobile/qml/Today.qml": "x\n" * 251})

    def test_scripts_without_a_suffix_count(self):
        self.assertProblem("401 lines", {"scripts/run": "x\n" * 401})

    def test_the_last_line_counts_without_its_newline(self):
        self.assertProblem("401 lines", {"server/main.cpp": "x\n" * 400 + "x"})

    def test_data_sql_golden_and_generated_files_are_exempt(self):
        long = "x\n" * 5000
        self.assertClean({"assets/records/a.json": long, "server/storage/1.sql": long, "tests/golden/a.ts": long,
                          "server/console/src/generated/api.ts": long, "server/console/package-lock.json": long,
                          "README.md": long})

    def test_translations_are_data_and_typescript_beside_them_is_not(self):
        long = "x\n" * 5000
        self.assertClean({"assets/i18n/rapport_es.ts": long})
        self.assertProblem("5000 lines", {"assets/site.ts": long})


if __name__ == "__main__":
    unittest.main()
