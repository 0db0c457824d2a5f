import unittest

from check_test import CheckTest


class Shell(CheckTest):
    check = "shell"

    def test_a_careful_script_passes(self):
        self.assertClean({"scripts/a": '#!/usr/bin/env bash\nls "$1"\n', "b.txt": "ls $1\n"})

    def test_an_unquoted_word_is_found_with_and_without_a_suffix(self):
        self.assertProblem("scripts/a:2", {"scripts/a": "#!/usr/bin/env bash\nls $1\n"})
        self.assertProblem("lib.sh:2", {"lib.sh": "# shellcheck shell=bash\nls $1\n"})


if __name__ == "__main__":
    unittest.main()
