import unittest

from check_test import CheckTest

kStyle = {".clang-format": "BasedOnStyle: Google\nColumnLimit: 100\n"}


class Layout(CheckTest):
    check = "layout"

    def test_formatted_code_passes(self):
        self.assertClean(kStyle | {"a.cpp": "int main() { return 0; }\n"})

    def test_unformatted_code_is_found_once_a_file(self):
        self.assertProblem("a.cpp: run scripts/format", kStyle | {"a.cpp": "int  main( ){return 0 ;}\nint  b ;\n",
                                                                  "b.cpp": "int b;\n"})


if __name__ == "__main__":
    unittest.main()
