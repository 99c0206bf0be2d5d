//===- MaxFlow.cpp - Minimum cuts -----------------------------------------===//
//
// Levels are distances to the sink, found by a breadth-first search against the
// edges; a depth-first walk with a cursor per node then fills the level graph.
// Cost O(nodes^2 * edges) at worst; on the networks here (unit-like paths) a
// few passes over the edges. Source: E. A. Dinic, "Algorithm for solution of a
// problem of maximum flow in networks with power estimation", 1970.
//
//===----------------------------------------------------------------------===//

#include "MaxFlow.h"

#include <algorithm>

using namespace memopt;

void MaxFlow::reset(Node count) {
  numNodes = count;
  edges.clear();
  flow = 0;
  built = false;
  maximum = false;
}

void MaxFlow::addEdge(Node from, Node to, int64_t capacity) {
  edges.push_back({to, capacity});
  edges.push_back({from, 0});
  built = false;
}

void MaxFlow::buildAdjacency() {
  begins.assign(numNodes + size_t(1), 0);
  for (size_t i = 0; i < edges.size(); ++i)
    ++begins[edges[i ^ 1].to + size_t(1)];
  for (Node node = 0; node < numNodes; ++node)
    begins[node + size_t(1)] += begins[node];
  cursor.assign(begins.begin(), begins.end() - 1);
  adjacency.resize(edges.size());
  for (size_t i = 0; i < edges.size(); ++i)
    adjacency[cursor[edges[i ^ 1].to]++] = static_cast<uint32_t>(i);
  built = true;
  workDone += edges.size() / 2;
}

/// Measures distances to the sink. Returns whether the source has one. Goes on
/// past the source's level so that onSourceSide is right after the last call.
bool MaxFlow::buildLevels() {
  level.assign(numNodes, kUnreached);
  queue.assign(1, kSink);
  level[kSink] = 0;
  if (otherSink != kNone) {
    queue.push_back(otherSink);
    level[otherSink] = 0;
  }
  for (size_t i = 0; i < queue.size(); ++i) {
    Node node = queue[i];
    for (uint32_t at = begins[node]; at < begins[node + 1]; ++at) {
      uint32_t edge = adjacency[at];
      Node previous = edges[edge].to;
      if (edges[edge ^ 1].capacity > 0 && level[previous] == kUnreached) {
        level[previous] = level[node] + 1;
        queue.push_back(previous);
      }
    }
    workDone += begins[node + 1] - begins[node];
  }
  return level[kSource] != kUnreached ||
         (otherSource != kNone && level[otherSource] != kUnreached);
}

/// Sends flow from a source along one path of the level graph. Returns its
/// amount, or 0 when there is none.
int64_t MaxFlow::augment(Node from) {
  path.clear();
  Node node = from;
  if (level[node] == kUnreached)
    return 0;
  while (node != kSink && node != otherSink) {
    bool advanced = false;
    while (cursor[node] < begins[node + 1]) {
      ++workDone;
      uint32_t edge = adjacency[cursor[node]];
      Node next = edges[edge].to;
      if (edges[edge].capacity > 0 && level[next] != kUnreached &&
          level[next] + 1 == level[node]) {
        path.push_back(edge);
        node = next;
        advanced = true;
        break;
      }
      ++cursor[node];
    }
    if (advanced)
      continue;
    if (path.empty())
      return 0;
    // A dead end: step back and skip the edge that led here.
    node = edges[path.back() ^ 1].to;
    path.pop_back();
    ++cursor[node];
  }
  int64_t amount = kUnbounded;
  for (uint32_t edge : path)
    amount = std::min(amount, edges[edge].capacity);
  for (uint32_t edge : path) {
    edges[edge].capacity -= amount;
    edges[edge ^ 1].capacity += amount;
  }
  return amount;
}

int64_t MaxFlow::fill(int64_t enough, uint64_t maxWork) {
  uint64_t stopAt = workDone + maxWork;
  maximum = false;
  while (flow <= enough && workDone < stopAt) {
    if (!buildLevels()) {
      maximum = true;
      break;
    }
    cursor.assign(begins.begin(), begins.end() - 1);
    while (flow <= enough && workDone < stopAt) {
      int64_t amount = augment(kSource);
      if (amount == 0 && otherSource != kNone)
        amount = augment(otherSource);
      if (amount == 0)
        break;
      flow += amount;
      workDone += path.size();
    }
  }
  return flow;
}

int64_t MaxFlow::run(int64_t enough, uint64_t maxWork) {
  if (!built)
    buildAdjacency();
  otherSource = otherSink = kNone;
  return fill(enough, maxWork);
}

void MaxFlow::keep() {
  keptEdges = edges;
  keptFlow = flow;
}

int64_t MaxFlow::runForced(Node source, Node sink, int64_t enough,
                           uint64_t maxWork) {
  constexpr uint64_t kCopiedPerLook = 16;
  edges = keptEdges;
  flow = keptFlow;
  workDone += edges.size() / kCopiedPerLook;
  otherSource = source;
  otherSink = sink;
  return fill(enough, maxWork);
}
