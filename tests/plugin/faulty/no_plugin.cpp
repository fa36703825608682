// SPDX-License-Identifier: MIT
/// A shared object like any other.
extern "C" int somethingElse() {
    return 1;
}
