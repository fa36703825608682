// SPDX-License-Identifier: MIT
#pragma once

#include "findings/finding.hpp"

#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace merestone::tests {

/// Little-endian WKB made by hand, so that the tests do not lean on the code that they test.
class WkbBytes {
public:
    explicit WkbBytes(std::uint32_t type) {
        m_bytes += '\x01';
        count(type);
    }
    WkbBytes& count(std::uint32_t number) { return append(&number, sizeof number); }
    WkbBytes& point(double x, double y) {
        append(&x, sizeof x);
        return append(&y, sizeof y);
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    WkbBytes& append(const void* from, std::size_t size) {
        m_bytes.append(static_cast<const char*>(from), size);
        return *this;
    }
    std::string m_bytes;
};

inline std::string squareWkb(double x, double y, double side) {
    WkbBytes wkb(3);
    wkb.count(1).count(5).point(x, y).point(x + side, y).point(x + side, y + side).point(x, y + side).point(x, y);
    return wkb.bytes();
}
inline std::string lineWkb(double x1, double y1, double x2, double y2) {
    return WkbBytes(2).count(2).point(x1, y1).point(x2, y2).bytes();
}
inline std::string pointWkb(double x, double y) {
    return WkbBytes(1).point(x, y).bytes();
}

inline Finding densityFinding() {
    Finding finding;
    finding.key = "H1.density|sites:S4";
    finding.rule = "H1.density";
    finding.policy = "H1";
    finding.severity = Severity::must;
    finding.verdict = Verdict::fail;
    finding.subject = {"sites", "S4", "Corner site"};
    finding.measured = 24.0;
    finding.limit = 40.0;
    finding.comparator = ">=";
    finding.unit = "dwellings/ha";
    finding.margin = -16.0;
    finding.method = "planar grid";
    finding.message = "Corner site holds 12 homes on 0.50 ha";
    finding.evidenceWkb = squareWkb(407800.0, 284200.0, 70.0);
    return finding;
}

inline Finding distanceFinding() {
    Finding finding;
    finding.key = "G1.access|homes:12|parks:P1";
    finding.rule = "G1.access";
    finding.policy = "G1";
    finding.severity = Severity::should;
    finding.verdict = Verdict::borderline;
    finding.subject = {"homes", "12", ""};
    finding.other = FeatureRef{"parks", "P1", "Calthorpe Park"};
    finding.measured = 401.25;
    finding.limit = 400.0;
    finding.comparator = "<=";
    finding.unit = "m";
    finding.uncertainty = 2.5;
    finding.margin = -1.25;
    finding.message = "12 is 401.25 m from the nearest open space";
    finding.reason = "within the accuracy of the layers";
    finding.evidenceWkb = lineWkb(407000.0, 284000.0, 407000.0, 284401.25);
    return finding;
}

/// A small run with a conflict, a waived one, something borderline, something without a place, and quiet rules.
inline RunResult sampleRun() {
    RunResult run;
    run.plan = {"Test Neighbourhood Plan",
                "some/where/plan.yaml",
                "drafting",
                "Test Forum",
                "Test Council",
                "2026",
                "2031",
                "",
                "EPSG:27700",
                ""};
    run.inputs.push_back({"sites", "plan.gpkg", "sites", 12, 1, "EPSG:27700", "", 0.5, "", {"2 ids are used twice"}});
    run.versions = {{"GDAL", "3.6.2"}};
    run.seconds = 0.25;
    run.peakMebibytes = 40.0;
    run.policies = {{"H1", "Homes on allocated land"}, {"G1", "Access to green space"}};

    RuleResult density;
    density.id = "H1.density";
    density.policy = "H1";
    density.title = "Homes per hectare";
    density.verdict = Verdict::fail;
    density.source = {"Development Plan 2017", "TP30", "", false};
    density.counts = {{Verdict::fail, 2}, {Verdict::pass, 9}, {Verdict::notApplicable, 1}};
    density.waived = 1;
    density.statistics.push_back({"measured", "", "dwellings/ha", 11, 500.0, 24.0, 60.0});
    RuleResult access;
    access.id = "G1.access";
    access.policy = "G1";
    access.title = "Homes lie within reach of open space";
    access.severity = Severity::should;
    access.verdict = Verdict::borderline;
    access.counts = {{Verdict::borderline, 1}, {Verdict::cannotTell, 1}, {Verdict::pass, 98}};
    RuleResult quiet;
    quiet.id = "G1.designated";
    quiet.policy = "G1";
    quiet.title = "Spaces are inside the area";
    quiet.verdict = Verdict::pass;
    quiet.counts = {{Verdict::pass, 7}};
    run.rules = {density, access, quiet};

    Finding waived = densityFinding();
    waived.key = "H1.density|sites:S5";
    waived.subject = {"sites", "S5", "Mill"};
    waived.message = "Mill holds 10 homes on 0.40 ha";
    waived.waived = WaiverNote{"agreed with the highways officer", "Plan steering group", "2027-03-31"};
    waived.evidenceWkb = pointWkb(407900.0, 284300.0);
    Finding unknown = distanceFinding();
    unknown.key = "G1.access|homes:13";
    unknown.verdict = Verdict::cannotTell;
    unknown.subject = {"homes", "13", "The Lodge"};
    unknown.other.reset();
    unknown.measured.reset();
    unknown.margin.reset();
    unknown.evidenceWkb.clear();
    unknown.message = "The Lodge has no known distance";
    unknown.reason = "parks is not declared complete";
    run.findings = {distanceFinding(), unknown, densityFinding(), waived};
    return run;
}

} // namespace merestone::tests
