//===- ByteSizeTest.cpp - Bytes as options take them ----------------------===//

#include "memopt/Model/ByteSize.h"

#include "gtest/gtest.h"

using namespace memopt;

namespace {

uint64_t read(llvm::StringRef text) {
  std::optional<ByteSize> size = parseByteSize(text);
  EXPECT_TRUE(size) << text.str();
  return size ? size->bytes : ~uint64_t(0);
}

TEST(ByteSize, NumbersWithAndWithoutUnits) {
  EXPECT_EQ(read("0"), 0u);
  EXPECT_EQ(read("4096"), 4096u);
  EXPECT_EQ(read("3k"), 3000u);
  EXPECT_EQ(read("3Ki"), 3072u);
  EXPECT_EQ(read("2M"), 2'000'000u);
  EXPECT_EQ(read("2Mi"), 2u << 20);
  EXPECT_EQ(read("5G"), 5'000'000'000u);
  EXPECT_EQ(read("1Gi"), 1u << 30);
  EXPECT_EQ(read("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(read("17179869183Gi"), UINT64_MAX - ((uint64_t(1) << 30) - 1));
}

TEST(ByteSize, AllElseIsRefused) {
  for (const char *text :
       {"", "k", "-1", "1.5G", "1 G", "1g", "1T", "0x10", "1Gib", "Ki1",
        "18446744073709551616", "17179869184Gi", "18446744073709552k"})
    EXPECT_FALSE(parseByteSize(text)) << text;
}

} // namespace
