//===- MaxFlow.h - Minimum cuts ---------------------------------*- C++ -*-===//

#ifndef MEMOPT_LIB_SOLVER_MAXFLOW_H
#define MEMOPT_LIB_SOLVER_MAXFLOW_H

#include <cstddef>
#include <cstdint>
#include <vector>

namespace memopt {

/// A flow network and its maximum flow (Dinic 1970: shortest augmenting paths
/// in level graphs; iterative). One object serves many networks in turn.
class MaxFlow {
public:
  using Node = uint32_t;
  static constexpr Node kSource = 0;
  static constexpr Node kSink = 1;
  /// The capacity of an edge that no minimum cut may use.
  static constexpr int64_t kUnbounded = INT64_MAX / 4;

  /// Starts a network of `numNodes` nodes, the source and the sink among them.
  void reset(Node numNodes);
  void addEdge(Node from, Node to, int64_t capacity);
  /// Adds flow until it is maximum, passes `enough`, or `maxWork` is spent.
  /// Returns the total flow, which is at most the minimum cut.
  int64_t run(int64_t enough, uint64_t maxWork);
  /// Remembers the flow of a maximum run, to start from in runForced().
  void keep();
  /// From the flow kept, adds flow as run() does, with one more source and one
  /// more sink; either can be kNone.
  static constexpr Node kNone = ~Node(0);
  int64_t runForced(Node source, Node sink, int64_t enough, uint64_t maxWork);
  /// Whether the last run ended because no path was left, so that the flow is
  /// the minimum cut.
  bool isMaximum() const { return maximum; }
  /// After a maximum run: whether `node` is on the source side of the minimum
  /// cut with the largest source side (it cannot reach the sink).
  bool onSourceSide(Node node) const { return level[node] == kUnreached; }
  /// Edges looked at since the object was made.
  uint64_t work() const { return workDone; }

private:
  static constexpr uint32_t kUnreached = ~uint32_t(0);

  struct Edge {
    Node to;
    int64_t capacity;
  };

  void buildAdjacency();
  bool buildLevels();
  int64_t augment(Node from);
  int64_t fill(int64_t enough, uint64_t maxWork);

  Node numNodes = 0;
  /// Edges 2k and 2k+1 are opposite.
  std::vector<Edge> edges;
  std::vector<uint32_t> begins, adjacency, cursor, level;
  std::vector<Node> queue;
  std::vector<uint32_t> path;
  int64_t flow = 0;
  Node otherSource = kNone, otherSink = kNone;
  std::vector<Edge> keptEdges;
  int64_t keptFlow = 0;
  bool built = false;
  bool maximum = false;
  uint64_t workDone = 0;
};

} // namespace memopt

#endif // MEMOPT_LIB_SOLVER_MAXFLOW_H
