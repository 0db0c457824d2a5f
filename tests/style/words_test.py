import unittest

from check_test import CheckTest


class Words(CheckTest):
    check = "words"

    def test_unfinished_work_is_found(self):
        for word in ("TO" + "DO", "FIX" + "ME"):
            self.assertProblem(word, {"shared/base/a.h": f"int a;\n// {word}: later\n"})

    def test_the_line_is_named(self):
        self.assertProblem("a.h:2:", {"a.h": "int a;\n// TO" + "DO\n"})

    def test_words_that_only_contain_them_pass(self):
        self.assertClean({"a.h": "int to" "dos; // methodology, hackney\n"})

    def test_hosts_of_registries_are_found(self):
        self.assertProblem("registry", {"scripts/a": "curl https://registry.np" + "mjs.org/x\n"})
        self.assertProblem("package-lock.json", {"package-lock.json": '{"resolved": "https://mirror.example/a.tgz"}\n'})

    def test_paths_of_one_machine_are_found(self):
        self.assertProblem("/wor" + "k/", {"scripts/a": "cd /wor" + "k/main\n"})
        self.assertProblem("/hom" + "e/", {"a.md": "see /hom" + "e/ada/notes\n"})
        self.assertClean({"a.h": '#include "server/net/wor' + 'k/a.h"\n'})

    def test_numbers_of_tickets_are_found(self):
        self.assertProblem("number of a ticket", {"a.md": "as issue #" + "12 says\n"})

    def test_files_that_are_not_text_and_golden_files_are_passed_over(self):
        self.assertClean({"tests/golden/a.txt": "TO" + "DO\n"})


if __name__ == "__main__":
    unittest.main()
