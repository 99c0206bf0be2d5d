//===- Passes.td - memopt's passes -------------------------*- tablegen -*-===//

#ifndef MEMOPT_PASSES_PASSES
#define MEMOPT_PASSES_PASSES

include "mlir/Pass/PassBase.td"

def PeakMemory : Pass<"peak-memory"> {
  let summary = "Report the peak memory of functions, and what it consists of";
  let description = [{
    Computes, for each function, how many bytes its tensors and memrefs need at
    the worst moment, and reports where that is, which buffers are alive then,
    and how the live bytes change over the function. Changes nothing.

    The storage model is that of docs/memory-model.md: views and casts cost
    nothing, a `tensor.empty` costs nothing until something is written to it,
    an op's inputs and outputs are alive together unless it writes over a dying
    input, regions and calls add their own peak. Arguments and constants are not
    part of the peak; results are.

    Run on a module, it follows calls from the callees up. Run on a single
    function, it cannot look at others, and takes every call as unknown.

    ```
    memopt-opt --peak-memory model.mlir -o /dev/null
    ```
  }];
  let options = [
    Option<"format", "format", "std::string", /*default=*/"\"text\"",
           "Form of the report: `text` for people (the default), `json` for "
           "programs">,
    Option<"output", "output", "std::string", /*default=*/"\"\"",
           "File to write to; `-` is standard output. Default: standard error "
           "for text, standard output for JSON">,
    Option<"top", "top", "unsigned", /*default=*/"20",
           "The most buffers to list for each function. Default: 20">,
    Option<"minBytes", "min-bytes", "int64_t", /*default=*/"1024",
           "Leave buffers below this many bytes out of the list. Default: 1024">,
    Option<"dynamicSize", "dynamic-size", "int64_t", /*default=*/"-1",
           "Elements to assume for each dynamic dimension; negative (the "
           "default) leaves the sizes of such values unknown">,
    ListOption<"assumePure", "assume-pure", "std::string",
               "Dialects, by namespace, whose ops have no side effects, always "
               "return, and may be executed at any time. Default: none">,
    ListOption<"assumeNoCapture", "assume-nocapture", "std::string",
               "Dialects, by namespace, whose ops without results may read and "
               "write the memrefs they are given, but keep no pointer to them, "
               "free none, and are done with them when they return. Default: "
               "none">,
  ];
}

def MinPeakSchedule : Pass<"min-peak-schedule"> {
  let summary = "Reorder the ops of each block so that the peak memory is least";
  let description = [{
    Finds, for each block of each function, innermost blocks first, an order of
    the ops whose peak memory is the least of all valid orders, by branch and
    bound, and puts the ops into that order. An order is valid if it respects
    SSA values, memory effects, and ops that may not return. The result is never
    worse than the input order, and is the input order itself if no order is
    better. An independent checker passes every order before it is applied; on
    any failure the IR stays as it was.

    A `tensor.empty` moves down to its user, one for each destination, so that
    storage begins where it is first written.

    Prints the peak of each function and block now, before, and the lower bound,
    with a status: `optimal` (no order is better), `limit-reached` (the best
    order found within the limits), `feasible`, or `unchanged` (nothing in it
    may move).

    ```
    memopt-opt --min-peak-schedule model.mlir
    ```
  }];
  let options = [
    Option<"maxSteps", "max-steps", "uint64_t",
           /*default=*/"memopt::ScheduleOptions().maxSteps",
           "Search steps for each block before the best order so far is taken. "
           "The default is 100 million, about ten seconds' worth">,
    Option<"timeLimitMs", "time-limit-ms", "uint64_t", /*default=*/"0",
           "Wall-clock limit for each block in milliseconds, 0 (the default) for "
           "none. With a limit, results depend on the machine">,
    Option<"maxMemory", "max-memory", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize(memopt::ScheduleOptions().maxMemoBytes)",
           "Bytes for the search's memory of states that failed, with a unit (k, "
           "M, G, Ki, Mi, Gi) or without. When it is full the search forgets "
           "and repeats work; it never fails. Default: 1Gi">,
    Option<"reportFile", "report", "std::string", /*default=*/"\"\"",
           "File for the JSON report; `-` is standard output. Default: none">,
    Option<"quiet", "quiet", "bool", /*default=*/"false",
           "Do not print the comparison to standard error. Default: false">,
    Option<"dumpProblem", "dump-problem", "std::string", /*default=*/"\"\"",
           "Folder to write each block's scheduling problem to, in the form "
           "that memopt-solve reads. Default: none">,
    Option<"top", "top", "unsigned", /*default=*/"20",
           "The most buffers to list for each function in the JSON report. "
           "Default: 20">,
    Option<"minBytes", "min-bytes", "int64_t", /*default=*/"1024",
           "Leave buffers below this many bytes out of that list. Default: 1024">,
    Option<"dynamicSize", "dynamic-size", "int64_t", /*default=*/"-1",
           "Elements to assume for each dynamic dimension; negative (the "
           "default) leaves the sizes of such values unknown">,
    ListOption<"assumePure", "assume-pure", "std::string",
               "Dialects, by namespace, whose ops have no side effects, always "
               "return, and may be executed at any time. Default: none">,
  ];
}

def PrintLifetimes : Pass<"print-lifetimes"> {
  let summary = "Print when the content of each allocation is needed";
  let description = [{
    For each `memref.alloc` and `memref.alloca` of each function: its size, the
    ops between which its content may be needed, its aliases, what frees it, and
    how its lifetime ends: with its last use; with its dealloc, if something may
    reach the content unseen before that; or unknown, if it cannot be followed.
    In the last two cases the op that is the reason is named. Changes nothing.

    Steps number the ops of the function in the order of the text, an op before
    those inside it. See docs/sharing.md.

    ```
    memopt-opt --print-lifetimes=output=- model.mlir -o /dev/null
    ```
  }];
  let options = [
    Option<"output", "output", "std::string", /*default=*/"\"\"",
           "File to write to; `-` is standard output. Default: standard error">,
    ListOption<"assumeNoCapture", "assume-nocapture", "std::string",
               "Dialects, by namespace, whose ops without results may read and "
               "write the memrefs they are given, but keep no pointer to them, "
               "free none, and are done with them when they return. Default: "
               "none">,
  ];
}

def ShareBuffers : Pass<"share-buffers"> {
  let summary = "Make one allocation of those whose content is never needed at "
                "the same time";
  let description = [{
    Takes bufferized functions, with deallocs or without any. Allocations of the
    same type whose lifetimes are disjoint become one; an elementwise op writes
    over an input that dies there; each alloc moves down to the first use and
    each dealloc up to the last one. What cannot be followed is left alone, and
    a remark names the op that is the reason.

    Never raises the peak: with deallocs, a buffer is kept from one use to the
    next only if its bytes in between fit below the peak. Without deallocs the
    number of buffers is the least possible.

    See docs/sharing.md for the rules. An independent checker passes every plan
    before it is applied; on any failure the IR stays as it was.

    ```
    memopt-opt --share-buffers model.mlir
    ```
  }];
  let dependentDialects = ["mlir::arith::ArithDialect",
                           "mlir::memref::MemRefDialect"];
  let options = [
    Option<"inPlace", "in-place", "bool", /*default=*/"true",
           "Let an elementwise op write its result over an input that it reads "
           "last. Default: true">,
    Option<"moveDeallocs", "move-deallocs", "bool", /*default=*/"true",
           "Move each alloc down to the first use and each dealloc up to the "
           "last. Default: true">,
    Option<"classes", "classes", "std::string", /*default=*/"\"type\"",
           "Which buffers may share: those of the same `type` (the default), or "
           "of the same `bytes`, through views of a buffer of i8">,
    Option<"maxBytes", "max-bytes", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize()",
           "Bytes that a function may take at its peak, with a unit (k, M, G, "
           "Ki, Mi, Gi) or without. Up to there, buffers are kept allocated "
           "from one use to the next to save allocations, even if that raises "
           "the peak; a function that needs more is reported with a warning. "
           "Default: 0, no more than is needed, and no warning">,
    Option<"reportFile", "report", "std::string", /*default=*/"\"\"",
           "File for the JSON report; `-` is standard output. Default: none">,
    Option<"quiet", "quiet", "bool", /*default=*/"false",
           "Do not print the comparison to standard error. Default: false">,
    Option<"top", "top", "unsigned", /*default=*/"20",
           "The most buffers to list for each function in the JSON report. "
           "Default: 20">,
    Option<"minBytes", "min-bytes", "int64_t", /*default=*/"1024",
           "Leave buffers below this many bytes out of that list. Default: 1024">,
    Option<"dynamicSize", "dynamic-size", "int64_t", /*default=*/"-1",
           "Elements to assume for each dynamic dimension when bytes are "
           "weighed; negative (the default) leaves such sizes unknown">,
    ListOption<"assumeNoCapture", "assume-nocapture", "std::string",
               "Dialects, by namespace, whose ops without results may read and "
               "write the memrefs they are given, but keep no pointer to them, "
               "free none, and are done with them when they return. Default: "
               "none">,
  ];
}

def PlanArena : Pass<"plan-arena"> {
  let summary = "Put every buffer at an offset of one allocation, as small as it "
                "can be";
  let description = [{
    Takes bufferized functions, with deallocs or without any. Each allocation
    whose lifetime can be followed and whose size is known, or has a bound that
    is known, becomes a view of one allocation of bytes for each memory space, at
    a constant offset; buffers that are never needed at the same time may have
    the same bytes. What cannot be followed is left as it is, and a remark says
    why.

    The offsets come from the packers: the height is the least if the status is
    `optimal`; otherwise the lower bound says how much may be left to gain.

    With `mode=argument` the arena is a `memref<?xi8>` that callers provide, and
    `@NAME_arena_size` returns how many bytes it takes; calls within the module
    get slices of their callers' arenas. With `mode=global` it is a static
    buffer; then the function must not run twice at a time.

    See docs/arena.md for the rules. Independent checkers pass every plan before
    it is applied; on any failure the IR stays as it was.

    ```
    memopt-opt --plan-arena bufferized.mlir
    ```
  }];
  let dependentDialects = ["mlir::arith::ArithDialect",
                           "mlir::cf::ControlFlowDialect",
                           "mlir::func::FuncDialect",
                           "mlir::linalg::LinalgDialect",
                           "mlir::memref::MemRefDialect"];
  let options = [
    Option<"mode", "mode", "std::string", /*default=*/"\"allocate\"",
           "Where the arena comes from: `allocate` (the default), one allocation "
           "at the entry that is freed at every return; `argument`, an argument "
           "of the function; `global`, a static buffer">,
    Option<"alignment", "alignment", "int64_t", /*default=*/"1",
           "The least alignment of each buffer in bytes, a power of 2. Default: "
           "1, what the allocs ask for and the elements need">,
    ListOption<"memorySpaces", "memory-spaces", "std::string",
               "The memory spaces to plan: `default`, a number, or the attribute "
               "as printed. Default: all">,
    Option<"maxBytes", "max-bytes", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize()",
           "Bytes that an arena of a function may take, with a unit (k, M, G, "
           "Ki, Mi, Gi) or without; if one cannot, the pass fails. Default: 0, "
           "no limit">,
    Option<"inPlace", "in-place", "bool", /*default=*/"true",
           "Let an elementwise op write its result over an input that it reads "
           "last. Default: true">,
    Option<"includeAllocas", "include-allocas", "bool", /*default=*/"false",
           "Also place what is on the stack. Default: false">,
    Option<"maxWorkers", "max-workers", "int64_t", /*default=*/"64",
           "A parallel loop with buffers of its own gets a slice of the arena for "
           "each iteration if these are static and no more than this; otherwise "
           "its allocations stay. Default: 64">,
    Option<"checkArguments", "check-arguments", "bool", /*default=*/"true",
           "With mode=argument, let public functions abort if the arena is too "
           "small or not aligned. Default: true">,
    Option<"maxSteps", "max-steps", "uint64_t",
           /*default=*/"memopt::PackOptions().maxSteps",
           "Search steps for each arena before the best offsets so far are taken. "
           "Default: 100 million">,
    Option<"timeLimitMs", "time-limit-ms", "uint64_t", /*default=*/"0",
           "Wall-clock limit for each arena in milliseconds, 0 (the default) for "
           "none. With a limit, results depend on the machine">,
    Option<"maxMemory", "max-memory", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize(memopt::PackOptions().maxMemoBytes)",
           "Bytes for what the search remembers, with a unit or without. Default: "
           "1Gi">,
    Option<"reportFile", "report", "std::string", /*default=*/"\"\"",
           "File for the JSON report; `-` is standard output. Default: none">,
    Option<"quiet", "quiet", "bool", /*default=*/"false",
           "Do not print the summary to standard error. Default: false">,
    Option<"top", "top", "unsigned", /*default=*/"20",
           "The most buffers alive at the peak to list for each function in the "
           "JSON report. Default: 20">,
    Option<"minBytes", "min-bytes", "int64_t", /*default=*/"1024",
           "Leave buffers below this many bytes out of that list. Default: 1024">,
    ListOption<"assumeNoCapture", "assume-nocapture", "std::string",
               "Dialects, by namespace, whose ops without results may read and "
               "write the memrefs they are given, but keep no pointer to them, "
               "free none, and are done with them when they return. Default: "
               "none">,
    Option<"plotFile", "plot", "std::string", /*default=*/"\"\"",
           "File for a drawing of the arena as SVG, lifetime against offset. If "
           "there are several arenas, their function, memory space and number "
           "come before the file's extension. Default: none">,
    Option<"mapRows", "map", "unsigned", /*default=*/"0",
           "Draw each arena as text in this many rows below the summary. "
           "Default: 0, not at all">,
    Option<"poisonDead", "poison-dead", "bool", /*default=*/"false",
           "For tests: fill the bytes of each buffer before and after its "
           "lifetime. Default: false">,
  ];
}

def SplitFills : Pass<"split-fills"> {
  let summary = "Give each op that writes over a filled tensor its own fill";
  let description = [{
    Where several destination-passing ops have the same `linalg.fill` of a
    `tensor.empty` as their init, as accumulations have after CSE, gives each a
    fill of its own right before it. Bufferization would keep the filled buffer
    as a template and copy it for each.
  }];
}

def SplitDeallocs : Pass<"split-deallocs"> {
  let summary = "Free by themselves what are no other memrefs of a dealloc";
  let description = [{
    Upstream's ownership-based deallocation frees all that a block owns with one
    `bufferization.dealloc`, and its simplification looks at one function at a
    time: what comes out of a call is compared with everything else by address
    when the program runs. Compared memrefs cannot share, and are freed late.

    Gives each memref a dealloc of its own if two analyses, which share no code,
    find it in no storage that another memref of the dealloc, or one that it
    retains, may be in. Run on a module, both look into callees. Run before
    `buffer-deallocation-simplification`:

    ```
    memopt-opt --pass-pipeline='builtin.module(
      func.func(ownership-based-buffer-deallocation,canonicalize),split-deallocs,
      func.func(buffer-deallocation-simplification),bufferization-lower-deallocations,
      func.func(cse,canonicalize))' bufferized.mlir
    ```
  }];
}

def SafeYields : Pass<"safe-yields"> {
  let summary = "Rewrite yields whose aliases one-shot bufferization misses";
  let description = [{
    The analysis of one-shot bufferization in MLIR 22.1.8 does not see that the
    results of an `scf.index_switch` share storage with what its regions yield,
    nor that the result of a loop does with a tensor from outside that the loop
    yields, if that is a view that becomes a copy. It may then let an op write
    over storage that is still read. Nor do callers see that two results of a
    function are one tensor. Run before bufferization: a switch of tensors becomes
    a chain of `scf.if`, the loop copies such a view into its iter_arg, and a
    function that others call returns copies of what it returns already.
  }];
  let dependentDialects = ["mlir::arith::ArithDialect",
                           "mlir::bufferization::BufferizationDialect",
                           "mlir::linalg::LinalgDialect",
                           "mlir::scf::SCFDialect"];
}

def BufferizeLeast : Pass<"bufferize-least", "mlir::ModuleOp"> {
  let summary = "Schedule, bufferize, free and share, in the way that takes the "
                "fewest bytes";
  let description = [{
    The last step of the pipeline `memopt`. Runs safe-yields, split-fills, min-peak-schedule,
    empty-tensor elimination, one-shot bufferization with function boundaries,
    deallocation with split-deallocs, and share-buffers.

    What a program takes once it is bufferized is an estimate before that: an
    order that is best for tensors, or an elimination of empty tensors that
    allocates a large buffer early, may take more in the end. So the program is
    bufferized scheduled, in its own order, and as it is without split-fills,
    each with and without the elimination, and what takes the fewest bytes at the
    peak is kept; on a tie the first. Functions that are not connected by calls are
    each bufferized in the way that is best for them.

    A module without tensors is not freed if it frees its memrefs itself, or if
    upstream's deallocation does not take it (with a warning): its ops are
    reordered, and its allocations shared. With plan-arena they are not shared if
    nothing frees them, and there is no report of sharing: allocations that become
    one are needed for longer, and the arena would be higher.
  }];
  let options = [
    Option<"schedule", "schedule", "bool", /*default=*/"true",
           "Reorder ops with min-peak-schedule. Default: true">,
    Option<"eliminate", "eliminate-empty-tensors", "bool", /*default=*/"true",
           "Let ops write straight into the slices that their results are "
           "inserted into. Default: true">,
    Option<"compare", "compare", "bool", /*default=*/"true",
           "Also try without, and keep what is best. Default: true">,
    Option<"maxSteps", "max-steps", "uint64_t",
           /*default=*/"memopt::ScheduleOptions().maxSteps",
           "As of min-peak-schedule">,
    Option<"timeLimitMs", "time-limit-ms", "uint64_t", /*default=*/"0",
           "As of min-peak-schedule">,
    Option<"maxMemory", "max-memory", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize(memopt::ScheduleOptions().maxMemoBytes)",
           "As of min-peak-schedule">,
    Option<"dumpProblem", "dump-problem", "std::string", /*default=*/"\"\"",
           "As of min-peak-schedule">,
    ListOption<"assumePure", "assume-pure", "std::string",
               "As of min-peak-schedule">,
    Option<"dynamicSize", "dynamic-size", "int64_t", /*default=*/"-1",
           "Elements to assume for each dynamic dimension; negative (the "
           "default) leaves such sizes unknown">,
    Option<"bufferAlignment", "buffer-alignment", "uint64_t", /*default=*/"64",
           "Alignment of the allocations in bytes; 0 for none beyond the "
           "element's. Default: 64">,
    Option<"dynamicOwnership", "private-function-dynamic-ownership", "bool",
           /*default=*/"false",
           "Let private functions return who owns their results. Default: "
           "false">,
    Option<"inPlace", "in-place", "bool", /*default=*/"true",
           "As of share-buffers">,
    Option<"moveDeallocs", "move-deallocs", "bool", /*default=*/"true",
           "As of share-buffers">,
    Option<"classes", "classes", "std::string", /*default=*/"\"type\"",
           "As of share-buffers">,
    Option<"maxBytes", "max-bytes", "memopt::ByteSize",
           /*default=*/"memopt::ByteSize()", "As of share-buffers">,
    ListOption<"assumeNoCapture", "assume-nocapture", "std::string",
               "As of share-buffers">,
    Option<"planArena", "plan-arena", "bool", /*default=*/"false",
           "The pass plan-arena comes next. Default: false">,
    Option<"scheduleReport", "schedule-report", "std::string",
           /*default=*/"\"\"",
           "File for the JSON report of min-peak-schedule. Default: none">,
    Option<"reportFile", "report", "std::string", /*default=*/"\"\"",
           "File for the JSON report of share-buffers. Default: none">,
    Option<"quiet", "quiet", "bool", /*default=*/"false",
           "Do not print the comparisons to standard error. Default: false">,
    Option<"top", "top", "unsigned", /*default=*/"20",
           "The most buffers to list for each function in the JSON reports. "
           "Default: 20">,
    Option<"minBytes", "min-bytes", "int64_t", /*default=*/"1024",
           "Leave buffers below this many bytes out of these lists. Default: "
           "1024">,
  ];
}

#endif // MEMOPT_PASSES_PASSES
