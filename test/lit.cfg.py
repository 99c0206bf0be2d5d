# Configuration of the lit tests: what the suite is called, which files are
# tests, and the tools and substitutions they use.

import os
import sys

import lit.formats
from lit.llvm import llvm_config
from lit.llvm.subst import ToolSubst

config.name = "memopt"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["models", "generators", "Inputs"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.memopt_binary_dir, "test")

integration = os.path.join(config.test_source_root, "Integration")
config.substitutions += [
    ("%python", '"' + sys.executable + '"'),
    ("%memopt_plugin", config.memopt_plugin),
    ("%memopt_source_dir", config.memopt_source_dir),
    ("%memopt_tools_dir", config.memopt_tools_dir),
    ("%integration_dir", integration),
    ("%models_dir", os.path.join(config.test_source_root, "models")),
    ("%alloc_tracker", os.path.join(
        config.memopt_binary_dir, "lib", "libmemopt_alloc_tracker.so")),
    ("%mlir_lib_dir", config.mlir_lib_dir),
    ("%llvm_tools_dir", config.llvm_tools_dir),
    ("%llvm_include_dir", config.llvm_include_dir),
]

if os.path.exists(os.path.join(config.mlir_lib_dir, "libomp.so")):
    config.available_features.add("openmp-runtime")
# Iterations that wait for each other need as many threads.
if len(os.sched_getaffinity(0)) > 1:
    config.available_features.add("several-threads")

llvm_config.with_environment("PATH", config.llvm_tools_dir, append_path=True)
llvm_config.with_environment("PATH", config.memopt_tools_dir, append_path=True)
# The plugin and the allocation tracker bring the sanitizers into tools that are
# built without, in which leaks cannot be told. libMLIR is built without as well,
# so that its containers look overflown. Tests that limit the address space
# cannot run.
if config.memopt_sanitize:
    config.available_features.add("sanitizers")
    config.environment["ASAN_OPTIONS"] = ":".join(
        ["verify_asan_link_order=0", "detect_container_overflow=0",
         "detect_leaks=0", os.environ.get("ASAN_OPTIONS", "")])
    config.environment["UBSAN_OPTIONS"] = ":".join(
        ["print_stacktrace=1", os.environ.get("UBSAN_OPTIONS", "")])

llvm_config.add_tool_substitutions(
    [
        ToolSubst("memopt-opt", unresolved="fatal"),
        ToolSubst("memopt-solve", unresolved="fatal"),
        ToolSubst("memopt-bench", unresolved="ignore"),
        ToolSubst("memopt-compile-time", unresolved="fatal"),
        ToolSubst("mlir-opt", unresolved="fatal"),
        ToolSubst("mlir-runner", unresolved="fatal"),
        ToolSubst("FileCheck", unresolved="fatal"),
        ToolSubst("split-file", unresolved="fatal"),
        ToolSubst("not", unresolved="fatal"),
    ],
    [config.memopt_tools_dir, config.llvm_tools_dir],
)
