# Runs each GoogleTest program found below the build folder, test by test.

import lit.formats

config.name = "memopt-unit"
config.suffixes = []
config.test_source_root = config.unittests_dir
config.test_exec_root = config.unittests_dir
config.test_format = lit.formats.GoogleTest(".", "Tests")
