//===- JsonSlices.cpp - Cuts JSON text into elements ----------------------===//

#include "JsonSlices.h"

using namespace memopt;

static constexpr unsigned kMaxNesting = 100;
static constexpr llvm::StringLiteral kSpace = " \t\r\n";

static llvm::Error error(const llvm::Twine &message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), message);
}

/// Returns the length of the JSON value that `text` begins with, going by
/// strings and brackets only, or 0 if it does not end or nests too deep.
static size_t lengthOfValue(llvm::StringRef text) {
  unsigned depth = 0;
  size_t i = 0;
  while (i < text.size()) {
    char c = text[i];
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i)
        if (text[i] == '\\')
          ++i;
      if (i >= text.size())
        return 0;
      ++i;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxNesting)
        return 0;
      ++i;
      continue;
    } else if (c == ']' || c == '}') {
      if (depth == 0)
        return i;
      --depth;
      ++i;
    } else if (depth == 0 && (c == ',' || c == ':' || kSpace.contains(c))) {
      return i;
    } else {
      ++i;
      continue;
    }
    if (depth == 0)
      return i;
  }
  return depth == 0 ? i : 0;
}

llvm::Expected<std::vector<Slice>> memopt::cut(llvm::StringRef text, char open,
                                               const llvm::Twine &where) {
  bool isObject = open == '{';
  llvm::StringRef kind = isObject ? "an object" : "an array";
  text = text.trim(kSpace);
  if (text.empty() || text.front() != open)
    return error(where + " must be " + kind);
  llvm::StringRef rest = text.drop_front().ltrim(kSpace);
  char close = isObject ? '}' : ']';
  std::vector<Slice> slices;
  auto malformed = [&]() {
    return error(where + " is not well-formed JSON near byte " +
                 llvm::Twine(text.size() - rest.size()) +
                 " of it, or nests too deep");
  };
  if (rest.consume_front(llvm::StringRef(&close, 1))) {
    if (!rest.empty())
      return malformed();
    return slices;
  }
  while (true) {
    Slice slice;
    if (isObject) {
      size_t length = lengthOfValue(rest);
      if (length < 2 || rest.front() != '"')
        return malformed();
      slice.key = rest.take_front(length);
      rest = rest.drop_front(length).ltrim(kSpace);
      if (!rest.consume_front(":"))
        return malformed();
      rest = rest.ltrim(kSpace);
    }
    size_t length = lengthOfValue(rest);
    if (length == 0)
      return malformed();
    slice.value = rest.take_front(length);
    rest = rest.drop_front(length).ltrim(kSpace);
    slices.push_back(slice);
    if (rest.consume_front(",")) {
      rest = rest.ltrim(kSpace);
      continue;
    }
    if (!rest.consume_front(llvm::StringRef(&close, 1)) || !rest.empty())
      return malformed();
    return slices;
  }
}
