// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Fault.h"

#include <array>

namespace stowage::test {
namespace {

constexpr std::array Names{
    "none",
    "refuses",
    "never answers",
    "drips",
    "resets in headers",
    "resets in body",
    "ends early",
    "length too long",
    "length too short",
    "never ends",
    "header flood",
    "HTML with 200",
    "invalid UTF-8",
    "deep JSON",
    "duplicate keys",
    "huge numbers",
    "gzip bomb",
    "redirect loop",
    "redirect to a stranger",
    "429",
    "503 burst",
    "date ten years off",
    "self-signed",
    "expired",
    "wrong host",
};
static_assert(Names.size() == static_cast<size_t>(Fault::WrongHost) + 1);

} // namespace

std::vector<Fault> allFaults()
{
    std::vector<Fault> faults;
    for (size_t i = 1; i < Names.size(); ++i) {
        faults.push_back(static_cast<Fault>(i));
    }
    return faults;
}

const char* faultName(Fault fault)
{
    return Names.at(static_cast<size_t>(fault));
}

bool needsTls(Fault fault)
{
    return fault == Fault::SelfSigned || fault == Fault::Expired || fault == Fault::WrongHost;
}

} // namespace stowage::test
