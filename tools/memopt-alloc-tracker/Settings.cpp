//===- Settings.cpp - Reads the allocation tracker's settings -------------===//
//
// A loop over `key=value` pairs; each key names its field once, in apply().
//
//===----------------------------------------------------------------------===//

#include "Settings.h"

#include <cerrno>
#include <cstdlib>

using namespace memopt::tracker;

static bool readSwitch(const std::string &value, const char *on,
                       const char *off, bool &field) {
  if (value != on && value != off)
    return false;
  field = value == on;
  return true;
}

static bool readNumber(const std::string &value, int base, uint64_t largest,
                       uint64_t &number) {
  if (value.empty() || value[0] == '-' || value[0] == '+')
    return false;
  char *end = nullptr;
  errno = 0;
  unsigned long long read = std::strtoull(value.c_str(), &end, base);
  if (errno != 0 || *end != '\0' || read > largest)
    return false;
  number = read;
  return true;
}

template <typename Field>
static bool readField(const std::string &value, int base, uint64_t largest,
                      Field &field) {
  uint64_t number = 0;
  if (!readNumber(value, base, largest, number))
    return false;
  field = static_cast<Field>(number);
  return true;
}

/// False if the key is unknown or the value no value of it.
static bool apply(const std::string &key, const std::string &value,
                  Settings &settings) {
  if (key == "format")
    return readSwitch(value, "json", "text", settings.json);
  if (key == "at-exit")
    return readSwitch(value, "on", "off", settings.atExit);
  if (key == "poison")
    return readSwitch(value, "on", "off", settings.poison);
  if (key == "fresh")
    return readField(value, 16, UINT16_MAX, settings.fresh);
  if (key == "freed")
    return readField(value, 16, UINT16_MAX, settings.freed);
  if (key == "quarantine-bytes")
    return readField(value, 10, UINT64_MAX, settings.quarantineBytes);
  if (key == "error-exit-code")
    return readField(value, 10, 255, settings.errorExitCode);
  if (key != "output" || value.empty())
    return false;
  settings.output = value;
  return true;
}

Settings memopt::tracker::parseSettings(const std::string &text,
                                        std::vector<std::string> &messages) {
  Settings settings;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find(',', start);
    if (end == std::string::npos)
      end = text.size();
    std::string pair = text.substr(start, end - start);
    start = end + 1;
    size_t equals = pair.find('=');
    if (equals == std::string::npos ||
        !apply(pair.substr(0, equals), pair.substr(equals + 1), settings))
      messages.push_back(
          "MEMOPT_ALLOC_TRACKER: cannot read '" + pair +
          "'; known are format=text|json, at-exit=on|off, output=FILE, "
          "poison=on|off, fresh=HEX, freed=HEX, quarantine-bytes=N, "
          "error-exit-code=N");
  }
  return settings;
}
