//===- GenerateWiring.h - Randomly wired networks ---------------*- C++ -*-===//
//
// Problems in the shape of one stage of a randomly wired network: an undirected
// random graph, made acyclic by directing each edge from the lower to the
// higher node (Xie, Kirillov, Girshick and He, "Exploring Randomly Wired Neural
// Networks for Image Recognition", ICCV 2019). They are hard for schedulers:
// all values are of one size, and the bounds are far from the optimum.
//
// Each node of the random graph is one op, which stands for its sum, ReLU,
// convolution and normalisation. A node without predecessors reads the graph
// input, which costs nothing, and one last op takes the mean of what the nodes
// without successors make.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GENERATEWIRING_H
#define MEMOPT_MODEL_GENERATEWIRING_H

#include "memopt/Model/Graph.h"

#include <cstdint>

namespace memopt {

/// The random graph that a wiring is made from.
enum class WiringKind : uint8_t {
  /// A ring in which each node knows its nearest neighbours, with edges moved
  /// to random ends (Watts and Strogatz, Nature 393, 1998).
  WattsStrogatz,
  /// Each pair is joined by chance (Erdos and Renyi, 1959).
  ErdosRenyi,
  /// Each new node is joined to nodes picked in proportion to their degree
  /// (Barabasi and Albert, Science 286, 1999).
  BarabasiAlbert,
};

/// The random graph and the size of its values; the defaults are those that Xie
/// et al. report on, for a stage of 28 x 28 with 78 channels of f32.
struct WiringOptions {
  WiringKind kind = WiringKind::WattsStrogatz;
  /// Nodes of the random graph; the problem has one op more.
  unsigned numNodes = 32;
  /// Watts-Strogatz: nearest neighbours of a node, an even number (K).
  unsigned neighbours = 4;
  /// Watts-Strogatz: chance in percent that an edge is moved (P); 75 there.
  unsigned rewire = 75;
  /// Erdos-Renyi: chance in percent that a pair is joined (P).
  unsigned join = 20;
  /// Barabasi-Albert: edges that a new node brings (M).
  unsigned attach = 5;
  /// Size of each node's value.
  Bytes bytes = Bytes(78) * 28 * 28 * 4;
};

/// A random wiring. The random graph is drawn anew, up to 100 times, until it
/// is connected. Takes time linear in its edges (Erdos-Renyi: in its pairs).
Graph generateWiring(uint64_t seed, const WiringOptions &options);

} // namespace memopt

#endif // MEMOPT_MODEL_GENERATEWIRING_H
