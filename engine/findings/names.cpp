// SPDX-License-Identifier: MIT
#include "findings/finding.hpp"

namespace merestone {

std::string_view verdictName(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::fail:
        return "fail";
    case Verdict::borderline:
        return "borderline";
    case Verdict::cannotTell:
        return "cannot_tell";
    case Verdict::needsJudgement:
        return "needs_judgement";
    case Verdict::notRun:
        return "not_run";
    case Verdict::pass:
        return "pass";
    case Verdict::notApplicable:
        return "not_applicable";
    }
    return "not_run";
}

std::string_view severityName(Severity severity) noexcept {
    switch (severity) {
    case Severity::must:
        return "must";
    case Severity::should:
        return "should";
    case Severity::note:
        return "note";
    }
    return "must";
}

} // namespace merestone
