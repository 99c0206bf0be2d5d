//===- TextTest.cpp - Problems as JSON ------------------------------------===//

#include "memopt/Model/Text.h"

#include "memopt/Model/Check.h"
#include "memopt/Model/Generate.h"

#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

std::string write(const Graph &graph) {
  std::string text;
  llvm::raw_string_ostream os(text);
  writeGraph(graph, os);
  return os.str();
}

std::string errorOf(llvm::StringRef json, bool countInputs = false) {
  ReadOptions options;
  options.countInputs = countInputs;
  llvm::Expected<Graph> graph = readGraph(json, options);
  if (graph)
    return "";
  return llvm::toString(graph.takeError());
}

TEST(Text, WhatIsWrittenIsReadBack) {
  for (uint64_t seed = 0; seed < 500; ++seed) {
    RandomGraphOptions options;
    options.numOps = 1 + static_cast<unsigned>(seed % 30);
    options.inPlace = 40;
    Graph graph = generateRandomGraph(seed, options);
    std::string text = write(graph);
    ReadOptions counted;
    counted.countInputs = true;
    llvm::Expected<Graph> again = readGraph(text, counted);
    ASSERT_TRUE(bool(again)) << llvm::toString(again.takeError());
    // Names are optional, in the graph only.
    if (graph.opNames.empty())
      again->opNames.clear();
    EXPECT_EQ(write(*again), text) << "seed " << seed;
  }
}

TEST(Text, GraphInputsCostNothingUnlessCounted) {
  llvm::StringRef json =
      R"({"nodes":[{"id":0,"inputs":[7],"outputs":[{"id":8,"bytes":4}],
          "inplace":[[8,7]]}],
          "graph_inputs":[{"id":7,"bytes":4}],"graph_outputs":[8]})";
  llvm::Expected<Graph> plain = readGraph(json);
  ASSERT_TRUE(bool(plain));
  EXPECT_EQ(plain->buffers[0].bytes, 0);
  EXPECT_TRUE(plain->ops[0].inPlace.empty());
  ReadOptions options;
  options.countInputs = true;
  llvm::Expected<Graph> counted = readGraph(json, options);
  ASSERT_TRUE(bool(counted));
  EXPECT_EQ(counted->buffers[0].bytes, 4);
  EXPECT_EQ(counted->ops[0].inPlace.size(), 1u);
}

TEST(Text, TolerableInput) {
  // Whitespace, unknown fields, repeated inputs, an input that is an output, an
  // op without outputs, ids of any size, escapes in keys.
  EXPECT_EQ(
      errorOf(R"( {"n\u006fdes" : [ {"id":-5,"inputs":[1,1,2],"x":{"y":[]}},
      {"id":9223372036854775807,"op":"f","after":[-5]} ],"comment":null,
      "graph_inputs":[1,{"id":2,"bytes":0}],"graph_outputs":[1,1]} )"),
      "");
  EXPECT_EQ(errorOf(R"({"nodes":[]})"), "");
}

TEST(Text, NestingIsBounded) {
  std::string deep = R"({"nodes":[],"x":)" + std::string(1000000, '[');
  EXPECT_NE(errorOf(deep), "");
  deep += std::string(1000000, ']') + "}";
  EXPECT_NE(errorOf(deep), "");
}

// Every prefix of a problem, and every change of one character, is read or
// refused, never a crash.
TEST(Text, DamagedInputIsReadOrRefused) {
  RandomGraphOptions options;
  options.numOps = 4;
  options.inPlace = options.afterEdges = options.workspace = 50;
  std::string text = write(generateRandomGraph(3, options));
  unsigned refused = 0;
  for (size_t length = 0; length + 1 < text.size(); ++length)
    refused += !errorOf(llvm::StringRef(text).take_front(length)).empty();
  EXPECT_EQ(refused, text.size() - 1);
  for (size_t i = 0; i < text.size(); ++i)
    for (char c : {'0', '9', '-', '"', '[', ']', '{', '}', ',', ':', 'x', '\\',
                   '\0', '\xff'}) {
      std::string damaged = text;
      damaged[i] = c;
      ReadOptions counted;
      counted.countInputs = true;
      llvm::Expected<Graph> graph = readGraph(damaged, counted);
      if (graph)
        EXPECT_FALSE(checkGraph(*graph));
      else
        EXPECT_FALSE(llvm::toString(graph.takeError()).empty());
    }
}

} // namespace
