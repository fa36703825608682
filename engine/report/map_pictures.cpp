// SPDX-License-Identifier: MIT
#include "report/map_pictures.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/descriptor_stream.hpp"
#include "exchange/findings_json.hpp"
#include "submission/run_program.hpp"

#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>

namespace merestone {

namespace {

using Json = nlohmann::json;

constexpr unsigned kWholeWidth = 1100; ///< pixels of a screen
constexpr unsigned kWholeHeight = 760;
constexpr unsigned kFindingWidth = 440;
constexpr unsigned kFindingHeight = 300;
constexpr double kRatio = 1.5; ///< so that print is sharp and the file not too large
constexpr unsigned kWholeColours = 256;
constexpr unsigned kFindingColours = 64;
constexpr std::chrono::hours kLongest{6};

void writeText(const std::filesystem::path& file, const std::function<void(JsonWriter&)>& fill) {
    DescriptorStream out(file, file.filename().string());
    JsonWriter json(out);
    fill(json);
    json.finish();
    out.finish();
}

/// A name of our own: keys are no file names.
std::string fileName(std::size_t number) {
    return "p" + std::to_string(number) + ".png";
}

void writePicture(JsonWriter& json, std::size_t number, const std::string& key) {
    const bool whole = key.empty();
    json.onOneLine();
    json.beginObject();
    json.member("file", fileName(number));
    json.member("width", std::uint64_t{whole ? kWholeWidth : kFindingWidth});
    json.member("height", std::uint64_t{whole ? kWholeHeight : kFindingHeight});
    json.member("ratio", kRatio);
    json.member("colours", std::uint64_t{whole ? kWholeColours : kFindingColours});
    json.member("furniture", whole);
    if (!whole) {
        json.member("finding", key);
    }
    json.endObject();
}

void writeRequest(const std::filesystem::path& file, const std::vector<std::string>& keys) {
    writeText(file, [&keys](JsonWriter& json) {
        json.beginObject();
        json.member("run", "run.json");
        json.key("pictures");
        json.beginArray();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            writePicture(json, i, keys[i]);
        }
        json.endArray();
        json.endObject();
    });
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream || bytes.empty()) {
        throw Error(ErrorCode::output, "a map of the report was drawn and cannot be read; is there room on the disk?");
    }
    return bytes;
}

/// Four numbers; nothing when one of them is none, as for a plan with nothing to show.
std::optional<std::array<double, 4>> fourNumbers(const Json& list) {
    std::array<double, 4> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!list.at(i).is_number()) {
            return std::nullopt;
        }
        numbers[i] = list.at(i).get<double>();
    }
    return numbers;
}

std::vector<ReportPicture> readPictures(const std::filesystem::path& folder, const std::vector<std::string>& keys,
                                        const std::string& answer) {
    std::vector<ReportPicture> pictures;
    const Json told = Json::parse(answer).at("pictures");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto map = fourNumbers(told.at(i).at("map"));
        const auto land = fourNumbers(told.at(i).at("box"));
        if (!map || !land || (*land)[0] >= (*land)[2]) {
            continue;
        }
        ReportPicture picture;
        picture.key = keys[i];
        picture.png = contentOf(folder / fileName(i));
        picture.width = keys[i].empty() ? kWholeWidth : kFindingWidth;
        picture.height = keys[i].empty() ? kWholeHeight : kFindingHeight;
        picture.map = {(*map)[0], (*map)[1], (*map)[0] + (*map)[2], (*map)[1] + (*map)[3]};
        picture.land = {(*land)[0], (*land)[1], (*land)[2], (*land)[3]};
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

/// Why the program ended as it did, for people.
std::string whyNot(const ProgramOutcome& outcome) {
    constexpr std::string_view kOwnName = "merestone: ";
    if (outcome.complaint.starts_with(kOwnName)) {
        return outcome.complaint.substr(kOwnName.size());
    }
    return outcome.complaint.empty() ? "the program that draws them ended early" : outcome.complaint;
}

} // namespace

std::vector<ReportPicture> drawMapPictures(const CheckedPlan& checked, const MapPicturesRequest& request,
                                           const RunContext& context) {
    std::vector<std::string> keys{""};
    keys.insert(keys.end(), request.findings.begin(), request.findings.end());
    const std::filesystem::path order = request.folder / "request.json";
    writeText(request.folder / "run.json", [&](JsonWriter& json) { writeRunJson(json, checked, context); });
    writeRequest(order, keys);

    std::vector<std::string> arguments{request.program.string(),
                                       "map",
                                       std::filesystem::absolute(checked.file).string(),
                                       "--batch",
                                       order.string(),
                                       "-o",
                                       request.folder.string(),
                                       "--quiet",
                                       "--jobs",
                                       std::to_string(context.threads)};
    arguments.insert(arguments.end(), request.arguments.begin(), request.arguments.end());
    ProgramLimits limits; // a program of our own, which reads what this one has read
    limits.time = kLongest;
    limits.memoryBytes.reset();
    limits.fileBytes.reset();
    limits.ownEnvironment = false;
    const ProgramOutcome outcome = runProgram(arguments, limits, context);
    if (outcome.end != ProgramOutcome::End::finished || outcome.status != 0) {
        throw Error(ErrorCode::output,
                    "the maps of the report cannot be drawn: " + whyNot(outcome) + "; --pictures 0 makes it without");
    }
    try {
        return readPictures(request.folder, keys, outcome.output);
    } catch (const Json::exception&) {
        throw Error(ErrorCode::internal, "the program that draws maps is of another version; install it again");
    }
}

} // namespace merestone
