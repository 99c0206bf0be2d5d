//===- Text.cpp - Scheduling problems as JSON -----------------------------===//

#include "memopt/Model/Text.h"

#include "JsonSlices.h"

#include "memopt/Model/Check.h"

#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace memopt;

static llvm::Error error(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

/// Parses one element. The error gives the position within it.
static llvm::Expected<llvm::json::Value> parse(llvm::StringRef text,
                                               const llvm::Twine &where) {
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(text);
  if (!value)
    return error(where + ": " + llvm::toString(value.takeError()));
  return value;
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

namespace {

/// Builds a graph from the elements of the file. Nodes are read twice: first
/// what they make, then what they read, since a file may be out of order and
/// deserves an error that says so.
class Reader {
public:
  Reader(llvm::StringRef json, const ReadOptions &options)
      : json(json), options(options) {}

  llvm::Expected<Graph> read();

private:
  llvm::Error readTop();
  llvm::Error readGraphInput(llvm::StringRef text, const std::string &where);
  llvm::Error declareNode(const llvm::json::Object &node, size_t index);
  llvm::Error declareOutput(const llvm::json::Value &value, OpId op,
                            const std::string &where);
  llvm::Error connectNode(const llvm::json::Object &node, OpId op);
  llvm::Error readInPlace(const llvm::json::Value &pair, OpId op,
                          const std::string &where);
  llvm::Error readGraphOutput(const llvm::json::Value &value,
                              const llvm::Twine &where);
  template <typename Visitor> llvm::Error forEachNode(Visitor visit);

  /// Gives `array` the array at `key`, or null if there is none.
  static llvm::Error getArray(const llvm::json::Object &object,
                              llvm::StringRef key, const std::string &where,
                              const llvm::json::Array *&array);
  static llvm::Expected<Bytes> getBytes(const llvm::json::Value &value,
                                        const llvm::Twine &where);
  static llvm::Expected<int64_t> getId(const llvm::json::Value *value,
                                       const llvm::Twine &where);
  llvm::Expected<BufferId> getValue(const llvm::json::Value &value,
                                    const std::string &where) const;

  llvm::StringRef json;
  ReadOptions options;
  Graph graph;
  std::vector<Slice> nodes, inputs, outputs;
  /// By external id, which may be any 64-bit number.
  std::map<int64_t, OpId> opOf;
  std::map<int64_t, BufferId> bufferOf;
};

} // namespace

llvm::Error Reader::getArray(const llvm::json::Object &object,
                             llvm::StringRef key, const std::string &where,
                             const llvm::json::Array *&array) {
  array = object.getArray(key);
  if (!array && object.get(key))
    return error(where + ": '" + key + "' must be an array");
  return llvm::Error::success();
}

llvm::Expected<Bytes> Reader::getBytes(const llvm::json::Value &value,
                                       const llvm::Twine &where) {
  std::optional<int64_t> bytes = value.getAsInteger();
  if (!bytes)
    return error(where + " must be an integer below 2^63");
  if (*bytes < 0)
    return error(where + " is negative: " + llvm::Twine(*bytes));
  return *bytes;
}

llvm::Expected<int64_t> Reader::getId(const llvm::json::Value *value,
                                      const llvm::Twine &where) {
  std::optional<int64_t> id;
  if (value)
    id = value->getAsInteger();
  if (!id)
    return error(where + " must have an integer id");
  return *id;
}

llvm::Expected<BufferId> Reader::getValue(const llvm::json::Value &value,
                                          const std::string &where) const {
  std::optional<int64_t> id = value.getAsInteger();
  if (!id)
    return error(where + " must name values by integer ids");
  auto found = bufferOf.find(*id);
  if (found == bufferOf.end())
    return error(where + " names value " + llvm::Twine(*id) +
                 ", which no node makes and no graph input declares");
  return found->second;
}

llvm::Error Reader::readGraphInput(llvm::StringRef text,
                                   const std::string &where) {
  llvm::Expected<llvm::json::Value> value = parse(text, where);
  if (!value)
    return value.takeError();
  const llvm::json::Object *object = value->getAsObject();
  llvm::Expected<int64_t> id =
      getId(object ? object->get("id") : &*value, where);
  if (!id)
    return id.takeError();
  std::string name = "graph input " + std::to_string(*id);
  Bytes bytes = 0;
  const llvm::json::Value *stated = object ? object->get("bytes") : nullptr;
  if (stated) {
    llvm::Expected<Bytes> size = getBytes(*stated, name + ": 'bytes'");
    if (!size)
      return size.takeError();
    bytes = *size;
  } else if (options.countInputs) {
    return error(name + " has no 'bytes', so it cannot be counted");
  }
  if (!bufferOf.emplace(*id, graph.numBuffers()).second)
    return error("value " + llvm::Twine(*id) +
                 " is declared twice as a graph input");
  BufferId buffer = graph.addBuffer(options.countInputs ? bytes : 0, kNoOp);
  graph.buffers[buffer].externalId = *id;
  return llvm::Error::success();
}

llvm::Error Reader::declareOutput(const llvm::json::Value &value, OpId op,
                                  const std::string &where) {
  const llvm::json::Object *object = value.getAsObject();
  if (!object)
    return error(where + ": each output must be an object");
  llvm::Expected<int64_t> id =
      getId(object->get("id"), where + ": each output");
  if (!id)
    return id.takeError();
  std::string name = where + ": value " + std::to_string(*id);
  const llvm::json::Value *stated = object->get("bytes");
  if (!stated)
    return error(name + " has no 'bytes'");
  llvm::Expected<Bytes> bytes = getBytes(*stated, name + ": 'bytes'");
  if (!bytes)
    return bytes.takeError();
  auto [place, isNew] = bufferOf.emplace(*id, graph.numBuffers());
  if (!isNew) {
    OpId other = graph.buffers[place->second].producer;
    std::string maker =
        other == kNoOp
            ? "a graph input"
            : "made by node " + std::to_string(graph.ops[other].externalId);
    return error(name + " is already " + maker);
  }
  BufferId buffer = graph.addBuffer(*bytes, op);
  graph.buffers[buffer].externalId = *id;
  return llvm::Error::success();
}

llvm::Error Reader::declareNode(const llvm::json::Object &node, size_t index) {
  llvm::Expected<int64_t> id =
      getId(node.get("id"), "node at position " + llvm::Twine(index));
  if (!id)
    return id.takeError();
  std::string where = "node " + std::to_string(*id);
  if (!opOf.emplace(*id, graph.numOps()).second)
    return error(where + " is listed twice");
  OpId op = graph.addOp();
  graph.ops[op].externalId = *id;

  std::optional<llvm::StringRef> kind = node.getString("op");
  if (!kind && node.get("op"))
    return error(where + ": 'op' must be a string");
  graph.opNames.push_back(kind.value_or("").str());

  if (const llvm::json::Value *stated = node.get("workspace")) {
    llvm::Expected<Bytes> bytes = getBytes(*stated, where + ": 'workspace'");
    if (!bytes)
      return bytes.takeError();
    graph.ops[op].workspace = *bytes;
  }
  const llvm::json::Array *made;
  if (llvm::Error failure = getArray(node, "outputs", where, made))
    return failure;
  if (made)
    for (const llvm::json::Value &output : *made)
      if (llvm::Error failure = declareOutput(output, op, where))
        return failure;
  return llvm::Error::success();
}

llvm::Error Reader::readInPlace(const llvm::json::Value &pair, OpId op,
                                const std::string &where) {
  const llvm::json::Array *both = pair.getAsArray();
  if (!both || both->size() != 2)
    return error(where + ": each entry of 'inplace' must be "
                         "[output id, input id]");
  llvm::Expected<BufferId> output = getValue((*both)[0], where);
  if (!output)
    return output.takeError();
  llvm::Expected<BufferId> input = getValue((*both)[1], where);
  if (!input)
    return input.takeError();
  // The storage of an input that is not counted cannot save counted bytes.
  if (!options.countInputs && graph.buffers[*input].producer == kNoOp)
    return llvm::Error::success();
  graph.ops[op].inPlace.push_back({*output, *input});
  return llvm::Error::success();
}

llvm::Error Reader::connectNode(const llvm::json::Object &node, OpId op) {
  std::string where = "node " + std::to_string(graph.ops[op].externalId);
  const llvm::json::Array *list;
  if (llvm::Error failure = getArray(node, "inputs", where, list))
    return failure;
  if (list)
    for (const llvm::json::Value &input : *list) {
      llvm::Expected<BufferId> buffer = getValue(input, where);
      if (!buffer)
        return buffer.takeError();
      if (graph.buffers[*buffer].producer == op)
        return error(where + " reads value " +
                     llvm::Twine(graph.buffers[*buffer].externalId) +
                     ", which it makes itself");
      graph.addRead(op, *buffer);
    }

  if (llvm::Error failure = getArray(node, "after", where, list))
    return failure;
  if (list)
    for (const llvm::json::Value &before : *list) {
      std::optional<int64_t> id = before.getAsInteger();
      if (!id)
        return error(where + ": 'after' must name nodes by integer ids");
      auto found = opOf.find(*id);
      if (found == opOf.end())
        return error(where + " comes after node " + llvm::Twine(*id) +
                     ", which does not exist");
      graph.addAfter(op, found->second);
    }

  if (llvm::Error failure = getArray(node, "inplace", where, list))
    return failure;
  if (list)
    for (const llvm::json::Value &pair : *list)
      if (llvm::Error failure = readInPlace(pair, op, where))
        return failure;
  return llvm::Error::success();
}

llvm::Error Reader::readGraphOutput(const llvm::json::Value &value,
                                    const llvm::Twine &where) {
  llvm::Expected<BufferId> buffer = getValue(value, where.str());
  if (!buffer)
    return buffer.takeError();
  graph.buffers[*buffer].liveOut = true;
  return llvm::Error::success();
}

llvm::Error Reader::readTop() {
  llvm::Expected<std::vector<Slice>> fields = cut(json, '{', "the problem");
  if (!fields)
    return fields.takeError();
  bool hasNodes = false;
  for (const Slice &field : *fields) {
    llvm::Expected<llvm::json::Value> key = parse(field.key, "a key");
    if (!key)
      return key.takeError();
    llvm::StringRef name = key->getAsString().value_or("");
    std::vector<Slice> *list = nullptr;
    if (name == "nodes")
      list = &nodes;
    else if (name == "graph_inputs")
      list = &inputs;
    else if (name == "graph_outputs")
      list = &outputs;
    hasNodes |= name == "nodes";
    if (list) {
      llvm::Expected<std::vector<Slice>> elements =
          cut(field.value, '[', "'" + name + "'");
      if (!elements)
        return elements.takeError();
      *list = std::move(*elements);
      continue;
    }
    llvm::Expected<llvm::json::Value> value =
        parse(field.value, "'" + name + "'");
    if (!value)
      return value.takeError();
    if (name != "name")
      continue;
    std::optional<llvm::StringRef> text = value->getAsString();
    if (!text)
      return error("'name' must be a string");
    graph.name = text->str();
  }
  if (!hasNodes)
    return error("the problem has no 'nodes'");
  return llvm::Error::success();
}

template <typename Visitor> llvm::Error Reader::forEachNode(Visitor visit) {
  for (size_t index = 0; index < nodes.size(); ++index) {
    std::string where = "node at position " + std::to_string(index);
    llvm::Expected<llvm::json::Value> value = parse(nodes[index].value, where);
    if (!value)
      return value.takeError();
    const llvm::json::Object *node = value->getAsObject();
    if (!node)
      return error(where + " must be an object");
    if (llvm::Error failure = visit(*node, index))
      return failure;
  }
  return llvm::Error::success();
}

llvm::Expected<Graph> Reader::read() {
  if (llvm::Error failure = readTop())
    return failure;
  for (size_t index = 0; index < inputs.size(); ++index)
    if (llvm::Error failure =
            readGraphInput(inputs[index].value,
                           "graph input at position " + std::to_string(index)))
      return failure;
  if (llvm::Error failure =
          forEachNode([&](const llvm::json::Object &node, size_t index) {
            return declareNode(node, index);
          }))
    return failure;
  if (llvm::Error failure =
          forEachNode([&](const llvm::json::Object &node, size_t index) {
            return connectNode(node, static_cast<OpId>(index));
          }))
    return failure;
  for (const Slice &output : outputs) {
    llvm::Expected<llvm::json::Value> value =
        parse(output.value, "'graph_outputs'");
    if (!value)
      return value.takeError();
    if (llvm::Error failure = readGraphOutput(*value, "'graph_outputs'"))
      return failure;
  }
  if (std::optional<Violation> violation = checkGraph(graph))
    return error(violation->message);
  return std::move(graph);
}

llvm::Expected<Graph> memopt::readGraph(llvm::StringRef json,
                                        const ReadOptions &options) {
  return Reader(json, options).read();
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

static void writeBuffer(const Buffer &buffer, llvm::json::OStream &json) {
  json.object([&] {
    json.attribute("id", buffer.externalId);
    json.attribute("bytes", buffer.bytes);
  });
}

static void writeNode(const Graph &graph, OpId id, llvm::json::OStream &json) {
  const Op &op = graph.ops[id];
  json.object([&] {
    json.attribute("id", op.externalId);
    if (!graph.opNames.empty())
      json.attribute("op", graph.opNames[id]);
    json.attributeArray("inputs", [&] {
      for (BufferId input : op.inputs)
        json.value(graph.buffers[input].externalId);
    });
    json.attributeArray("outputs", [&] {
      for (BufferId output : op.outputs)
        writeBuffer(graph.buffers[output], json);
    });
    if (op.workspace != 0)
      json.attribute("workspace", op.workspace);
    if (!op.after.empty())
      json.attributeArray("after", [&] {
        for (OpId before : op.after)
          json.value(graph.ops[before].externalId);
      });
    if (!op.inPlace.empty())
      json.attributeArray("inplace", [&] {
        for (InPlacePair pair : op.inPlace)
          json.array([&] {
            json.value(graph.buffers[pair.output].externalId);
            json.value(graph.buffers[pair.input].externalId);
          });
      });
  });
}

void memopt::writeGraph(const Graph &graph, llvm::raw_ostream &os) {
  llvm::json::OStream json(os);
  json.object([&] {
    // Names are free text; JSON is UTF-8.
    json.attribute("name", llvm::json::fixUTF8(graph.name));
    json.attributeArray("nodes", [&] {
      for (OpId id = 0; id < graph.numOps(); ++id)
        writeNode(graph, id, json);
    });
    json.attributeArray("graph_inputs", [&] {
      for (const Buffer &buffer : graph.buffers)
        if (buffer.producer == kNoOp)
          writeBuffer(buffer, json);
    });
    json.attributeArray("graph_outputs", [&] {
      for (const Buffer &buffer : graph.buffers)
        if (buffer.liveOut)
          json.value(buffer.externalId);
    });
  });
  os << '\n';
}
