// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeerId.h"

#include "app/demo/DemoRandom.h"

#include <algorithm>
#include <vector>

namespace stowage {

namespace {

QByteArray base58(const QByteArray& bytes)
{
    static constexpr char alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    std::vector<int> digits; // least significant first
    for (const char byte : bytes) {
        int carry = static_cast<unsigned char>(byte);
        for (int& digit : digits) {
            carry += digit * 256;
            digit = carry % 58;
            carry /= 58;
        }
        for (; carry > 0; carry /= 58) {
            digits.push_back(carry % 58);
        }
    }
    const qsizetype zeros = std::ranges::find_if(bytes, [](char c) { return c != 0; }) - bytes.begin();
    QByteArray text(zeros, alphabet[0]);
    std::for_each(digits.rbegin(), digits.rend(), [&text](int digit) { text += alphabet[digit]; });
    return text;
}

} // namespace

QByteArray demoPeerId(DemoRandom& random)
{
    QByteArray id =
        QByteArray::fromHex("002408011220"); // identity hash, 36 bytes: key type Ed25519, 32 bytes of key
    for (int i = 0; i < 32; ++i) {
        id += static_cast<char>(random.below(256));
    }
    return base58(id);
}

} // namespace stowage
