// SPDX-License-Identifier: MIT
#include "map/picture_request.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cartography/write_map.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <set>

namespace merestone::map {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kMostUnits = 20000;
constexpr double kMostPixels = 1e8;
constexpr double kLeastRatio = 0.25;
constexpr double kMostRatio = 8;
constexpr unsigned kMostColours = 256;

/// An object of the request with the place where it stands, for messages.
class Object {
public:
    Object(const Json& value, std::string place, const std::set<std::string>& known)
        : m_value(value), m_place(std::move(place)) {
        if (!m_value.is_object()) {
            fail("is no object", "write {…}");
        }
        for (const auto& [key, ignored] : m_value.items()) {
            const std::vector<std::string> names(known.begin(), known.end());
            if (known.count(key) == 0) {
                fail("has an unknown member '" + printable(key) + "'" + didYouMean(key, names), "remove it");
            }
        }
    }

    [[noreturn]] void fail(const std::string& what, const std::string& remedy) const {
        throw Error(ErrorCode::usage, m_place + " " + what + "; " + remedy);
    }
    [[nodiscard]] const Json* find(const char* key) const {
        const auto found = m_value.find(key);
        return found == m_value.end() || found->is_null() ? nullptr : &*found;
    }
    [[nodiscard]] std::string text(const char* key) const {
        const Json* value = find(key);
        if (value != nullptr && !value->is_string()) {
            fail(std::string("has a '") + key + "' that is no text", "write it in quotes");
        }
        return value == nullptr ? std::string() : value->get<std::string>();
    }
    [[nodiscard]] double number(const char* key, double least, double most, double standard) const {
        const Json* value = find(key);
        if (value == nullptr) {
            return standard;
        }
        const double number = value->is_number() ? value->get<double>() : std::nan("");
        if (!(number >= least && number <= most)) {
            fail(std::string("needs '") + key + "'",
                 "write a number from " + rounded(least, 2) + " to " + rounded(most, 2));
        }
        return number;
    }
    [[nodiscard]] bool flag(const char* key, bool standard) const {
        const Json* value = find(key);
        if (value != nullptr && !value->is_boolean()) {
            fail(std::string("has a '") + key + "' that is neither true nor false", "write one of them");
        }
        return value == nullptr ? standard : value->get<bool>();
    }

private:
    const Json& m_value;
    std::string m_place;
};

std::vector<double> boxOf(const Object& object) {
    const Json* value = object.find("box");
    std::vector<double> box;
    if (value == nullptr) {
        return box;
    }
    if (value->is_array() && value->size() == 4) {
        for (const Json& number : *value) {
            box.push_back(number.is_number() ? number.get<double>() : std::nan(""));
        }
    }
    if (box.size() != 4 || !(box[0] < box[2]) || !(box[1] < box[3])) {
        object.fail("has a 'box' that is none", "write [WEST, SOUTH, EAST, NORTH] in metres of the plan's CRS");
    }
    return box;
}

/// A name that stays in the folder.
bool isPlainName(const std::string& name) {
    return !name.empty() && name.size() <= 100 && name.front() != '.' && name.find('/') == std::string::npos &&
           printable(name) == name;
}

PictureRequest pictureOf(const Json& value, const std::string& place) {
    const Object object(value, place,
                        {"file", "width", "height", "ratio", "finding", "box", "furniture", "scale_bar", "colours"});
    PictureRequest picture;
    picture.file = object.text("file");
    if (!isPlainName(picture.file) || !fileKindOf(picture.file)) {
        object.fail("needs 'file'", "write a name without a folder that ends in .png, .svg or .pdf");
    }
    picture.width = object.number("width", 1, kMostUnits, 0);
    picture.height = object.number("height", 1, kMostUnits, 0);
    if (picture.width == 0 || picture.height == 0) {
        object.fail("needs 'width' and 'height'", "write both");
    }
    picture.ratio = object.number("ratio", kLeastRatio, kMostRatio, 1);
    if (picture.width * picture.height * picture.ratio * picture.ratio > kMostPixels) {
        object.fail("asks for more than 100 million pixels", "ask for fewer");
    }
    picture.finding = object.text("finding");
    picture.box = boxOf(object);
    picture.furniture = object.flag("furniture", false);
    picture.scaleBar = object.flag("scale_bar", true);
    picture.mostColours = static_cast<unsigned>(object.number("colours", 2, kMostColours, 0));
    return picture;
}

} // namespace

PicturesRequest readPicturesRequest(const std::filesystem::path& file) {
    const std::string name = printable(file.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(ErrorCode::usage, name + ": cannot be read; name the JSON file that lists the pictures");
    }
    Json json;
    try {
        json = Json::parse(stream);
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::usage, name + ": is no JSON: " + printable(error.what()) + "; mend it");
    }
    const Object root(json, name + ": it", {"run", "pictures"});
    PicturesRequest request;
    if (const std::string run = root.text("run"); !run.empty()) {
        request.run = file.parent_path() / run;
    }
    const Json* pictures = root.find("pictures");
    if (pictures == nullptr || !pictures->is_array()) {
        root.fail("has no list 'pictures'", "write {\"pictures\": [{\"file\": \"a.png\", …}]}");
    }
    std::set<std::string> names;
    for (std::size_t i = 0; i < pictures->size(); ++i) {
        const std::string place = name + ": /pictures/" + std::to_string(i);
        request.pictures.push_back(pictureOf((*pictures)[i], place));
        if (!names.insert(request.pictures.back().file).second) {
            throw Error(ErrorCode::usage, place + " has the same 'file' as another; give each its own");
        }
    }
    return request;
}

} // namespace merestone::map
