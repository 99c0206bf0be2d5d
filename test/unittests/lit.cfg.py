# Runs each GoogleTest program found below the build folder, test by test.

import os

import lit.formats

config.name = "memopt-unit"
config.suffixes = []
config.test_source_root = config.unittests_dir
config.test_exec_root = config.unittests_dir
config.test_format = lit.formats.GoogleTest(".", "Tests")

# One test asks for more memory than there is.
if config.memopt_sanitize:
    config.environment["ASAN_OPTIONS"] = ":".join(
        ["allocator_may_return_null=1", "detect_container_overflow=0",
         "detect_leaks=0", os.environ.get("ASAN_OPTIONS", "")])
