//===- GenerateTraining.cpp - Training steps ------------------------------===//

#include "memopt/Model/GenerateTraining.h"

#include "llvm/ADT/StringRef.h"

#include <initializer_list>

using namespace memopt;

namespace {

constexpr BufferId kNoValue = kNoOp;

/// A parameter, and its gradient once there is one.
struct Parameter {
  Bytes bytes = 0;
  BufferId gradient = kNoValue;
};

/// The result of a normalisation, with what its backward pass needs.
struct Norm {
  BufferId input = kNoValue;
  BufferId value = kNoValue;
  BufferId statistics = kNoValue;
};

/// The activations of a layer that its backward pass reads.
struct SavedLayer {
  Norm norm1, norm2;
  BufferId qkv = kNoValue, probabilities = kNoValue, context = kNoValue;
  BufferId hidden = kNoValue, activated = kNoValue;
};

/// The activations of a micro-batch.
struct SavedBatch {
  std::vector<SavedLayer> layers;
  Norm norm;
  BufferId logProbabilities = kNoValue;
};

/// Emits the ops of a step in the order of the trace.
class TrainingStep {
public:
  explicit TrainingStep(const TrainingOptions &options);

  Graph build();

private:
  /// The parameters of a layer, in the order in which it uses them.
  enum : unsigned {
    Norm1,
    Qkv = 2,
    Attended = 4,
    Norm2 = 6,
    Up = 8,
    Down = 10
  };
  static constexpr unsigned kLayerParameters = 12;
  unsigned parameter(unsigned layer, unsigned which) const {
    return layer * kLayerParameters + which;
  }

  BufferId emit(llvm::StringRef kind, std::initializer_list<BufferId> inputs,
                Bytes bytes, bool liveOut = false);
  void addParameters(Bytes weights, Bytes offsets);
  void addGradient(unsigned parameter, BufferId gradient);

  Norm norm(BufferId input);
  BufferId normBackward(const Norm &norm, BufferId gradient, unsigned which);
  BufferId linearBackward(BufferId input, BufferId gradient, unsigned which);

  BufferId forwardLayer(BufferId input, SavedLayer &saved);
  SavedBatch forward();
  BufferId backwardLayer(const SavedLayer &saved, BufferId gradient,
                         unsigned layer);
  void backward(const SavedBatch &saved);
  void update(const Parameter &parameter);

  const TrainingOptions &options;
  /// Sizes of a value for each token: of the model's width, of the hidden
  /// layer's, of the attention's, of the vocabulary's, and of one element.
  Bytes narrow, wide, square, words, column;
  std::vector<Parameter> parameters;
  unsigned finalNorm = 0, embedding = 0;
  Graph graph;
};

} // namespace

TrainingStep::TrainingStep(const TrainingOptions &options) : options(options) {
  constexpr Bytes kElement = 4;
  Bytes width = options.width;
  column = options.tokens * kElement;
  narrow = width * column;
  wide = 4 * narrow;
  square = Bytes(options.heads) * options.tokens * column;
  words = options.vocabulary * column;
  Bytes vector = width * kElement;
  Bytes matrix = width * vector;
  for (unsigned layer = 0; layer < options.layers; ++layer) {
    addParameters(vector, vector);
    addParameters(3 * matrix, 3 * vector);
    addParameters(matrix, vector);
    addParameters(vector, vector);
    addParameters(4 * matrix, 4 * vector);
    addParameters(4 * matrix, vector);
  }
  finalNorm = static_cast<unsigned>(parameters.size());
  addParameters(vector, vector);
  embedding = static_cast<unsigned>(parameters.size());
  parameters.push_back({options.vocabulary * vector});
}

void TrainingStep::addParameters(Bytes weights, Bytes offsets) {
  parameters.push_back({weights});
  parameters.push_back({offsets});
}

BufferId TrainingStep::emit(llvm::StringRef kind,
                            std::initializer_list<BufferId> inputs, Bytes bytes,
                            bool liveOut) {
  OpId op = graph.addOp();
  graph.opNames.push_back(kind.str());
  for (BufferId input : inputs)
    graph.addRead(op, input);
  return graph.addBuffer(bytes, op, liveOut);
}

void TrainingStep::addGradient(unsigned which, BufferId gradient) {
  Parameter &parameter = parameters[which];
  parameter.gradient =
      parameter.gradient == kNoValue
          ? gradient
          : emit("add", {parameter.gradient, gradient}, parameter.bytes);
}

//===----------------------------------------------------------------------===//
// Building blocks
//===----------------------------------------------------------------------===//

Norm TrainingStep::norm(BufferId input) {
  Norm norm;
  norm.input = input;
  norm.value = emit("norm", {input}, narrow);
  norm.statistics =
      graph.addBuffer(2 * column, graph.buffers[norm.value].producer);
  return norm;
}

BufferId TrainingStep::normBackward(const Norm &norm, BufferId gradient,
                                    unsigned which) {
  BufferId result =
      emit("norm_backward", {gradient, norm.input, norm.statistics}, narrow);
  OpId op = graph.buffers[result].producer;
  for (unsigned i : {which, which + 1})
    addGradient(i, graph.addBuffer(parameters[i].bytes, op));
  return result;
}

/// The gradient of a product's input, which has the input's size.
BufferId TrainingStep::linearBackward(BufferId input, BufferId gradient,
                                      unsigned which) {
  Bytes bytes = graph.buffers[input].bytes;
  BufferId result = emit("matmul", {gradient}, bytes);
  addGradient(which,
              emit("matmul", {gradient, input}, parameters[which].bytes));
  addGradient(which + 1, emit("sum", {gradient}, parameters[which + 1].bytes));
  return result;
}

//===----------------------------------------------------------------------===//
// Passes
//===----------------------------------------------------------------------===//

BufferId TrainingStep::forwardLayer(BufferId input, SavedLayer &saved) {
  saved.norm1 = norm(input);
  saved.qkv = emit("linear", {saved.norm1.value}, 3 * narrow);
  BufferId scores = emit("matmul", {saved.qkv}, square);
  BufferId masked = emit("mask", {scores}, square);
  saved.probabilities = emit("softmax", {masked}, square);
  saved.context = emit("matmul", {saved.probabilities, saved.qkv}, narrow);
  BufferId attended = emit("linear", {saved.context}, narrow);
  saved.norm2 = norm(emit("add", {input, attended}, narrow));
  saved.hidden = emit("linear", {saved.norm2.value}, wide);
  saved.activated = emit("gelu", {saved.hidden}, wide);
  BufferId down = emit("linear", {saved.activated}, narrow);
  return emit("add", {saved.norm2.input, down}, narrow);
}

SavedBatch TrainingStep::forward() {
  SavedBatch saved;
  saved.layers.resize(options.layers);
  BufferId value = emit("embedding", {}, narrow);
  for (SavedLayer &layer : saved.layers)
    value = forwardLayer(value, layer);
  saved.norm = norm(value);
  BufferId logits = emit("matmul", {saved.norm.value}, words);
  saved.logProbabilities = emit("log_softmax", {logits}, words);
  emit("loss", {saved.logProbabilities}, 4, /*liveOut=*/true);
  return saved;
}

BufferId TrainingStep::backwardLayer(const SavedLayer &saved, BufferId gradient,
                                     unsigned layer) {
  auto which = [&](unsigned i) { return parameter(layer, i); };
  BufferId activated = linearBackward(saved.activated, gradient, which(Down));
  BufferId hidden = emit("gelu_backward", {activated, saved.hidden}, wide);
  BufferId norm2 = linearBackward(saved.norm2.value, hidden, which(Up));
  BufferId middle =
      emit("add", {gradient, normBackward(saved.norm2, norm2, which(Norm2))},
           narrow);
  BufferId context = linearBackward(saved.context, middle, which(Attended));
  BufferId probabilities = emit("matmul", {context, saved.qkv}, square);
  BufferId v = emit("matmul", {context, saved.probabilities}, narrow);
  BufferId masked =
      emit("softmax_backward", {probabilities, saved.probabilities}, square);
  BufferId scores = emit("mask", {masked}, square);
  BufferId q = emit("matmul", {scores, saved.qkv}, narrow);
  BufferId k = emit("matmul", {scores, saved.qkv}, narrow);
  BufferId qkv = emit("concatenate", {q, k, v}, 3 * narrow);
  BufferId norm1 = linearBackward(saved.norm1.value, qkv, which(Qkv));
  return emit("add", {middle, normBackward(saved.norm1, norm1, which(Norm1))},
              narrow);
}

void TrainingStep::backward(const SavedBatch &saved) {
  Bytes bytes = parameters[embedding].bytes;
  BufferId logits =
      emit("log_softmax_backward", {saved.logProbabilities}, words);
  BufferId value = emit("matmul", {logits}, narrow);
  addGradient(embedding, emit("matmul", {logits, saved.norm.value}, bytes));
  value = normBackward(saved.norm, value, finalNorm);
  for (unsigned layer = options.layers; layer-- > 0;)
    value = backwardLayer(saved.layers[layer], value, layer);
  addGradient(embedding, emit("embedding_backward", {value}, bytes));
}

void TrainingStep::update(const Parameter &parameter) {
  BufferId gradient = parameter.gradient;
  Bytes bytes = parameter.bytes;
  if (options.optimizer == OptimizerKind::SgdInPlace) {
    // The new parameter is in the old one's storage, which is the caller's.
    emit("sgd", {gradient}, 0, /*liveOut=*/true);
    return;
  }
  BufferId oldMean = emit("mul", {}, bytes);
  BufferId newMean = emit("mul", {gradient}, bytes);
  BufferId mean = emit("add", {oldMean, newMean}, bytes, /*liveOut=*/true);
  BufferId oldSquares = emit("mul", {}, bytes);
  BufferId newSquares = emit("mul", {gradient, gradient}, bytes);
  BufferId squares =
      emit("add", {oldSquares, newSquares}, bytes, /*liveOut=*/true);
  BufferId root = emit("sqrt", {squares}, bytes);
  BufferId divisor = emit("add", {root}, bytes);
  BufferId direction = emit("div", {mean, divisor}, bytes);
  BufferId step = emit("mul", {direction}, bytes);
  emit("sub", {step}, bytes, /*liveOut=*/true);
}

Graph TrainingStep::build() {
  graph.name = "training";
  std::vector<SavedBatch> batches;
  batches.reserve(options.microBatches);
  for (unsigned i = 0; i < options.microBatches; ++i)
    batches.push_back(forward());
  // As the backward pass of a sum does, the last first.
  for (size_t i = batches.size(); i-- > 0;)
    backward(batches[i]);
  for (const Parameter &parameter : parameters)
    update(parameter);
  return std::move(graph);
}

Graph memopt::generateTraining(const TrainingOptions &options) {
  return TrainingStep(options).build();
}
