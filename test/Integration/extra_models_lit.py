"""The lit format that makes one test of each file in MEMOPT_EXTRA_MODELS.

Used by ExtraModels/lit.local.cfg. It is a module, not part of that file, so
that lit can hand its tests to worker processes. Each test runs
extra_models.py on its file; pass --param all_extra_models=1 to lit for the
models that run for minutes. Cost: that of extra_models.py.
"""

import pathlib
import subprocess
import sys

import lit.formats
import lit.Test


class ExtraModelFormat(lit.formats.TestFormat):
    def __init__(self, folder, arguments):
        self.folder = pathlib.Path(folder) if folder else None
        self.arguments = arguments

    def getTestsInDirectory(self, suite, path_in_suite, lit_config, config):
        """One test per .mlir file below the folder; none without a folder."""
        if self.folder is None:
            return
        files = sorted(self.folder.rglob("*.mlir"))
        if not files:
            lit_config.fatal(f"MEMOPT_EXTRA_MODELS: no .mlir file in "
                             f"{self.folder}")
        for path in files:
            name = path.relative_to(self.folder).parts
            yield lit.Test.Test(suite, path_in_suite + name, config,
                                file_path=str(path))

    def execute(self, test, lit_config):
        script = pathlib.Path(__file__).with_name("extra_models.py")
        done = subprocess.run(
            [sys.executable, str(script), test.getFilePath(),
             *self.arguments], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=False,
            env=test.config.environment)
        code = lit.Test.FAIL if done.returncode else lit.Test.PASS
        return lit.Test.Result(code, done.stdout)
