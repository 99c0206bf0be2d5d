"""Prints a big function as MLIR.

Usage: big.py FAMILY N

chain     N ops, each reads the one before
loose     N ops that read an argument, and no other op reads them
operands  N ops and one op that reads them all
uses      one op and N ops that read it
results   a call with N results, each of them read
returns   N ops whose results are returned
memref    N allocations, each written, read and freed
views     a chain of N views of one buffer, each of them written
nested    N loops, each in the one before
blocks    N blocks, each branches to the next
carried   a loop that carries N values
outs      an op with N destinations
shared    N ops with one empty tensor as destination, each reads the one before
branches  N branches over one op, and all their values read at the end
linalg    N ops of a layered network of linalg and tensor ops
"""

import random
import sys

T = "tensor<256xf32>"


def chain(n):
    yield f"func.func @chain(%v0: {T}) -> {T} {{"
    for i in range(n):
        yield f"  %v{i + 1} = math.exp %v{i} : {T}"
    yield f"  return %v{n} : {T}"


def loose(n):
    yield f"func.func @loose(%a: {T}) {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
    yield "  return"


def operands(n):
    yield f"func.func @operands(%a: {T}) -> tensor<{256 * n}xf32> {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
    names = ", ".join(f"%v{i}" for i in range(n))
    types = ", ".join([T] * n)
    yield (f"  %all = tensor.concat dim(0) {names} : ({types}) -> "
           f"tensor<{256 * n}xf32>")
    yield f"  return %all : tensor<{256 * n}xf32>"


def uses(n):
    yield f"func.func @uses(%a: {T}, %i: index) -> f32 {{"
    yield f"  %v = math.exp %a : {T}"
    yield "  %s0 = arith.constant 0.0 : f32"
    for i in range(n):
        yield f"  %w{i} = math.cos %v : {T}"
        yield f"  %x{i} = tensor.extract %w{i}[%i] : {T}"
        yield f"  %s{i + 1} = arith.addf %s{i}, %x{i} : f32"
    yield f"  return %s{n} : f32"


def results(n):
    types = ", ".join([T] * n)
    names = ", ".join([f"%v#{i}" for i in range(n)])
    yield f"func.func private @many() -> ({types})"
    yield f"func.func @results() -> tensor<{256 * n}xf32> {{"
    yield f"  %v:{n} = call @many() : () -> ({types})"
    yield (f"  %all = tensor.concat dim(0) {names} : ({types}) -> "
           f"tensor<{256 * n}xf32>")
    yield f"  return %all : tensor<{256 * n}xf32>"


def returns(n):
    types = ", ".join([T] * n)
    yield f"func.func @returns(%a: {T}) -> ({types}) {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
    yield f"  return {', '.join(f'%v{i}' for i in range(n))} : {types}"


def memref(n):
    yield "func.func @memref(%i: index, %f: f32, %out: memref<256xf32>) {"
    for i in range(n):
        yield f"  %m{i} = memref.alloc() : memref<256xf32>"
        yield f"  memref.store %f, %m{i}[%i] : memref<256xf32>"
    for i in range(n):
        yield f"  %x{i} = memref.load %m{i}[%i] : memref<256xf32>"
        yield f"  memref.store %x{i}, %out[%i] : memref<256xf32>"
        yield f"  memref.dealloc %m{i} : memref<256xf32>"
    yield "  return"


def views(n):
    dynamic = "memref<?xf32, strided<[1], offset: ?>>"
    yield "func.func @views(%i: index, %f: f32) {"
    yield "  %m = memref.alloc() : memref<256xf32>"
    yield f"  %v0 = memref.cast %m : memref<256xf32> to {dynamic}"
    for i in range(n):
        yield (f"  %v{i + 1} = memref.subview %v{i}[%i] [%i] [1] : {dynamic} to "
               f"{dynamic}")
        yield f"  memref.store %f, %v{i + 1}[%i] : {dynamic}"
    yield "  memref.dealloc %m : memref<256xf32>"
    yield "  return"


def nested(n):
    yield f"func.func @nested(%i: index, %v0: {T}) -> {T} {{"
    for i in range(n):
        yield (f"%r{i} = scf.for %k{i} = %i to %i step %i "
               f"iter_args(%w{i} = %v{i}) -> {T} {{")
        yield f"%v{i + 1} = math.exp %w{i} : {T}"
    yield f"%x{n} = math.exp %v{n} : {T}"
    for i in reversed(range(n)):
        yield f"scf.yield %{'r' if i + 1 < n else 'x'}{i + 1} : {T}"
        yield "}"
    yield f"  return %r0 : {T}"


def blocks(n):
    yield f"func.func @blocks(%v0: {T}) -> {T} {{"
    for i in range(n):
        yield f"  %w{i} = math.exp %v{i} : {T}"
        yield f"  cf.br ^b{i + 1}(%w{i} : {T})"
        yield f"^b{i + 1}(%v{i + 1}: {T}):"
    yield f"  return %v{n} : {T}"


def carried(n):
    types = ", ".join([T] * n)
    inits = ", ".join(f"%w{i} = %v{i}" for i in range(n))
    yield f"func.func @carried(%i: index, %a: {T}) -> tensor<{256 * n}xf32> {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
    yield (f"  %r:{n} = scf.for %k = %i to %i step %i iter_args({inits}) -> "
           f"({types}) {{")
    for i in range(n):
        yield f"    %x{i} = math.exp %w{i} : {T}"
    yield f"    scf.yield {', '.join(f'%x{i}' for i in range(n))} : {types}"
    yield "  }"
    names = ", ".join(f"%r#{i}" for i in range(n))
    yield (f"  %all = tensor.concat dim(0) {names} : ({types}) -> "
           f"tensor<{256 * n}xf32>")
    yield f"  return %all : tensor<{256 * n}xf32>"


def outs(n):
    types = ", ".join([T] * n)
    yield "#map = affine_map<(i) -> (i)>"
    yield f"func.func @outs(%a: {T}) -> tensor<{256 * n}xf32> {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
    maps = ", ".join(["#map"] * (n + 1))
    yield (f"  %r:{n} = linalg.generic {{indexing_maps = [{maps}], "
           f'iterator_types = ["parallel"]}} ins(%a : {T}) outs('
           f"{', '.join(f'%v{i}' for i in range(n))} : {types}) {{")
    yield f"  ^bb0(%x: f32, {', '.join(f'%y{i}: f32' for i in range(n))}):"
    yield (f"    linalg.yield {', '.join(f'%y{i}' for i in range(n))} : "
           f"{', '.join(['f32'] * n)}")
    yield f"  }} -> ({types})"
    names = ", ".join(f"%r#{i}" for i in range(n))
    yield (f"  %all = tensor.concat dim(0) {names} : ({types}) -> "
           f"tensor<{256 * n}xf32>")
    yield f"  return %all : tensor<{256 * n}xf32>"


def shared(n):
    yield f"func.func @shared(%v0: {T}) -> {T} {{"
    yield f"  %e = tensor.empty() : {T}"
    for i in range(n):
        yield (f"  %v{i + 1} = linalg.add ins(%v{i}, %v{i} : {T}, {T}) "
               f"outs(%e : {T}) -> {T}")
    yield f"  return %v{n} : {T}"


def branches(n):
    yield f"func.func @branches(%a: {T}, %c: i1) -> tensor<{256 * n}xf32> {{"
    for i in range(n):
        yield f"  %v{i} = math.exp %a : {T}"
        yield f"  cf.cond_br %c, ^x{i}, ^y{i}"
        yield f"^x{i}:"
        yield f"  %w{i} = math.cos %v{i} : {T}"
        yield f"  cf.br ^y{i}"
        yield f"^y{i}:"
    types = ", ".join([T] * n)
    names = ", ".join(f"%v{i}" for i in range(n))
    yield (f"  %all = tensor.concat dim(0) {names} : ({types}) -> "
           f"tensor<{256 * n}xf32>")
    yield f"  return %all : tensor<{256 * n}xf32>"


def linalg(n):
    chance = random.Random(0)
    m = "tensor<64x64xf32>"
    yield f"func.func @linalg(%v0: {m}, %v1: {m}) -> {m} {{"
    yield "  %zero = arith.constant 0.0 : f32"
    values = ["%v0", "%v1"]
    count = 0
    while count < n:
        a, b = (values[-1 - chance.randrange(min(len(values), 12))]
                for _ in range(2))
        k = len(values)
        if chance.random() < 0.4:
            yield f"  %e{k} = tensor.empty() : {m}"
            yield (f"  %f{k} = linalg.fill ins(%zero : f32) outs(%e{k} : {m}) "
                   f"-> {m}")
            yield (f"  %v{k} = linalg.matmul ins({a}, {b} : {m}, {m}) "
                   f"outs(%f{k} : {m}) -> {m}")
            count += 3
        elif chance.random() < 0.5:
            yield f"  %e{k} = tensor.empty() : {m}"
            yield (f"  %v{k} = linalg.add ins({a}, {b} : {m}, {m}) "
                   f"outs(%e{k} : {m}) -> {m}")
            count += 2
        else:
            yield (f"  %e{k} = tensor.extract_slice {a}[0, 0] [32, 64] [1, 1] : "
                   f"{m} to tensor<32x64xf32>")
            yield (f"  %v{k} = tensor.insert_slice %e{k} into {b}[0, 0] "
                   f"[32, 64] [1, 1] : tensor<32x64xf32> into {m}")
            count += 2
        values.append(f"%v{k}")
    yield f"  return {values[-1]} : {m}"


FAMILIES = {family.__name__: family for family in (
    chain, loose, operands, uses, results, returns, memref, views, nested,
    blocks, carried, outs, shared, branches, linalg)}

if sys.argv[1] not in FAMILIES:
    sys.exit(f"big.py: no family '{sys.argv[1]}'")
for line in FAMILIES[sys.argv[1]](int(sys.argv[2])):
    print(line)
print("}")
