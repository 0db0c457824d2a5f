import unittest

from check_test import CheckTest


class Links(CheckTest):
    check = "links"

    def test_links_to_files_that_exist_and_to_other_places_pass(self):
        self.assertClean({"README.md": "[a](docs/a.md#part) [b](https://example.org/) [c](#here)\n", "docs/a.md": "[r](../README.md)\n"})

    def test_a_link_to_nothing_is_found(self):
        self.assertProblem("docs/b.md does not exist", {"README.md": "[b](docs/b.md)\n"})


if __name__ == "__main__":
    unittest.main()
