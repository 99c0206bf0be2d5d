//===- GenerateWiring.cpp - Randomly wired networks -----------------------===//

#include "memopt/Model/GenerateWiring.h"

#include "memopt/Model/Generate.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace memopt;

namespace {

using Node = uint32_t;

/// An undirected graph without loops or double edges.
class RandomNetwork {
public:
  explicit RandomNetwork(unsigned numNodes) : adjacent(numNodes) {}

  void drawWattsStrogatz(Random &random, const WiringOptions &options);
  void drawErdosRenyi(Random &random, const WiringOptions &options);
  void drawBarabasiAlbert(Random &random, const WiringOptions &options);

  bool isConnected() const;
  llvm::ArrayRef<Node> neighbours(Node node) const { return adjacent[node]; }

private:
  Node numNodes() const { return static_cast<Node>(adjacent.size()); }
  bool hasEdge(Node a, Node b) const {
    return llvm::is_contained(adjacent[a], b);
  }
  void addEdge(Node a, Node b);
  void moveEdge(Node from, Node oldEnd, Node newEnd);

  std::vector<llvm::SmallVector<Node, 8>> adjacent;
};

} // namespace

void RandomNetwork::addEdge(Node a, Node b) {
  if (a == b || hasEdge(a, b))
    return;
  adjacent[a].push_back(b);
  adjacent[b].push_back(a);
}

void RandomNetwork::moveEdge(Node from, Node oldEnd, Node newEnd) {
  llvm::erase(adjacent[from], oldEnd);
  llvm::erase(adjacent[oldEnd], from);
  addEdge(from, newEnd);
}

void RandomNetwork::drawWattsStrogatz(Random &random,
                                      const WiringOptions &options) {
  Node count = numNodes();
  auto nthNeighbour = [&](Node node, unsigned distance) {
    return static_cast<Node>((uint64_t(node) + distance) % count);
  };
  for (unsigned distance = 1; distance <= options.neighbours / 2; ++distance)
    for (Node node = 0; node < count; ++node)
      addEdge(node, nthNeighbour(node, distance));
  for (unsigned distance = 1; distance <= options.neighbours / 2; ++distance)
    for (Node node = 0; node < count; ++node) {
      Node end = nthNeighbour(node, distance);
      // A node that knows all others has no new end to offer. A ring too small
      // for `neighbours` may have lost the edge already.
      if (!random.chance(options.rewire) ||
          adjacent[node].size() + 1 >= count || !hasEdge(node, end))
        continue;
      Node newEnd = node;
      while (newEnd == node || hasEdge(node, newEnd))
        newEnd = static_cast<Node>(random.below(count));
      moveEdge(node, end, newEnd);
    }
}

void RandomNetwork::drawErdosRenyi(Random &random,
                                   const WiringOptions &options) {
  for (Node high = 1; high < numNodes(); ++high)
    for (Node low = 0; low < high; ++low)
      if (random.chance(options.join)) {
        adjacent[low].push_back(high);
        adjacent[high].push_back(low);
      }
}

void RandomNetwork::drawBarabasiAlbert(Random &random,
                                       const WiringOptions &options) {
  // The first `attach` nodes have no edges and are all joined to the next node.
  // From then on each node is listed once for each end of an edge it has, so
  // that a pick from the list is a pick by degree.
  std::vector<Node> byDegree;
  for (Node node = std::min(options.attach, numNodes()); node < numNodes();
       ++node) {
    bool first = node == options.attach;
    for (unsigned i = 0; i < options.attach; ++i) {
      Node end = i;
      while (!first && (end = byDegree[random.below(byDegree.size())],
                        hasEdge(node, end))) {
      }
      addEdge(node, end);
    }
    for (Node end : adjacent[node])
      byDegree.push_back(end);
    byDegree.insert(byDegree.end(), options.attach, node);
  }
}

bool RandomNetwork::isConnected() const {
  std::vector<bool> reached(numNodes());
  std::vector<Node> open;
  size_t count = 0;
  auto reach = [&](Node node) {
    if (reached[node])
      return;
    reached[node] = true;
    open.push_back(node);
    ++count;
  };
  if (numNodes() != 0)
    reach(0);
  while (!open.empty()) {
    Node node = open.back();
    open.pop_back();
    for (Node next : adjacent[node])
      reach(next);
  }
  return count == numNodes();
}

static RandomNetwork drawConnected(Random &random,
                                   const WiringOptions &options) {
  constexpr int kTries = 100;
  for (int i = 1;; ++i) {
    RandomNetwork network(options.numNodes);
    switch (options.kind) {
    case WiringKind::WattsStrogatz:
      network.drawWattsStrogatz(random, options);
      break;
    case WiringKind::ErdosRenyi:
      network.drawErdosRenyi(random, options);
      break;
    case WiringKind::BarabasiAlbert:
      network.drawBarabasiAlbert(random, options);
      break;
    }
    // Without a connected one among them, a wiring of several parts is valid
    // too.
    if (i == kTries || network.isConnected())
      return network;
  }
}

Graph memopt::generateWiring(uint64_t seed, const WiringOptions &options) {
  Random random(seed);
  RandomNetwork network = drawConnected(random, options);
  Graph graph;
  graph.name = "wiring";
  BufferId input = graph.addBuffer(0, kNoOp);
  std::vector<BufferId> values;
  std::vector<bool> isRead(options.numNodes);
  for (Node node = 0; node < options.numNodes; ++node) {
    OpId op = graph.addOp();
    graph.opNames.emplace_back("node");
    llvm::SmallVector<Node, 8> before;
    llvm::copy_if(network.neighbours(node), std::back_inserter(before),
                  [&](Node other) { return other < node; });
    llvm::sort(before);
    for (Node other : before) {
      graph.addRead(op, values[other]);
      isRead[other] = true;
    }
    if (before.empty())
      graph.addRead(op, input);
    values.push_back(graph.addBuffer(options.bytes, op));
  }
  OpId mean = graph.addOp();
  graph.opNames.emplace_back("mean");
  for (Node node = 0; node < options.numNodes; ++node)
    if (!isRead[node])
      graph.addRead(mean, values[node]);
  graph.addBuffer(options.bytes, mean, /*liveOut=*/true);
  return graph;
}
