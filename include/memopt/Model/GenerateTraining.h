//===- GenerateTraining.h - Training steps ----------------------*- C++ -*-===//
//
// One step of training a transformer (Vaswani et al., "Attention Is All You
// Need", 2017) as a traced program has it: the forward pass, the backward pass
// with the activations that it saved, and the update of each parameter. The
// input order is that of the trace: all updates come last, so that all
// gradients are live at once; a better order updates each parameter as soon as
// its gradient is complete.
//
// Parameters and data are graph inputs and cost nothing.
//
//===----------------------------------------------------------------------===//

#ifndef MEMOPT_MODEL_GENERATETRAINING_H
#define MEMOPT_MODEL_GENERATETRAINING_H

#include "memopt/Model/Graph.h"

namespace memopt {

/// How parameters are updated.
enum class OptimizerKind : uint8_t {
  /// One op that overwrites the parameter with gradient descent's next.
  SgdInPlace,
  /// Adam as a functional program: eleven ops, which leave the new parameter
  /// and the two new moments as results.
  AdamFunctional,
};

/// The step and its sizes.
struct TrainingOptions {
  unsigned layers = 12;
  OptimizerKind optimizer = OptimizerKind::SgdInPlace;
  /// Parts of the batch whose gradients are added up before the update. All
  /// forward passes come first, as when one loss is the sum of theirs.
  unsigned microBatches = 1;
  /// Tokens in each micro-batch, width of the model, attention heads, and size
  /// of the vocabulary.
  unsigned tokens = 128;
  unsigned width = 768;
  unsigned heads = 12;
  unsigned vocabulary = 50257;
};

/// A training step. Sizes are those of f32 tensors.
Graph generateTraining(const TrainingOptions &options);

} // namespace memopt

#endif // MEMOPT_MODEL_GENERATETRAINING_H
