//===- SettingsTest.cpp - The allocation tracker's settings ---------------===//
//
// Every key is read; what is wrong is said, and keeps its default.
//
//===----------------------------------------------------------------------===//

#include "Settings.h"

#include "gtest/gtest.h"

using namespace memopt::tracker;

TEST(Settings, readsEveryKey) {
  std::vector<std::string> messages;
  Settings settings = parseSettings(
      "format=json,at-exit=off,output=a/b,poison=off,fresh=CDCD,freed=0x1f,"
      "quarantine-bytes=12,error-exit-code=7",
      messages);
  EXPECT_TRUE(messages.empty());
  EXPECT_TRUE(settings.json);
  EXPECT_FALSE(settings.atExit);
  EXPECT_EQ(settings.output, "a/b");
  EXPECT_FALSE(settings.poison);
  EXPECT_EQ(settings.fresh, 0xCDCD);
  EXPECT_EQ(settings.freed, 0x1F);
  EXPECT_EQ(settings.quarantineBytes, 12u);
  EXPECT_EQ(settings.errorExitCode, 7);
}

TEST(Settings, laterWins) {
  std::vector<std::string> messages;
  Settings settings = parseSettings("format=json,format=text", messages);
  EXPECT_TRUE(messages.empty());
  EXPECT_FALSE(settings.json);
}

TEST(Settings, sayWhatIsWrong) {
  const Settings defaults;
  for (const char *wrong :
       {"format", "format=xml", "Format=json", "fresh=10000",
        "fresh=", "freed=-1", "freed=5g", "quarantine-bytes=1e6",
        "quarantine-bytes=+1", "quarantine-bytes=18446744073709551616",
        "error-exit-code=256", "output=", "=", "at-exit=yes"}) {
    std::vector<std::string> messages;
    Settings settings = parseSettings(wrong, messages);
    ASSERT_EQ(messages.size(), 1u) << wrong;
    EXPECT_NE(messages[0].find("'" + std::string(wrong) + "'"),
              std::string::npos);
    EXPECT_EQ(settings.json, defaults.json);
    EXPECT_EQ(settings.atExit, defaults.atExit);
    EXPECT_EQ(settings.output, defaults.output);
    EXPECT_EQ(settings.fresh, defaults.fresh);
    EXPECT_EQ(settings.freed, defaults.freed);
    EXPECT_EQ(settings.quarantineBytes, defaults.quarantineBytes);
    EXPECT_EQ(settings.errorExitCode, defaults.errorExitCode);
  }
}

TEST(Settings, goOnAfterAMistake) {
  std::vector<std::string> messages;
  Settings settings = parseSettings("nonsense,format=json", messages);
  EXPECT_EQ(messages.size(), 1u);
  EXPECT_TRUE(settings.json);
}
