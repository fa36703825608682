// SPDX-License-Identifier: MIT
#include "cartography/kind_words.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

namespace merestone::map {

namespace {

struct WordKind {
    const char* word; ///< lower case; found at the start of a word
    Kind kind;
};

/// The first that is found counts, so the more telling words come first.
constexpr std::array kAreaNames{
    WordKind{"flood", Kind::floodZone3},
    WordKind{"ancient wood", Kind::ancientWoodland},
    WordKind{"conservation", Kind::conservationArea},
    WordKind{"green belt", Kind::greenBelt},
    WordKind{"greenbelt", Kind::greenBelt},
    WordKind{"local green", Kind::localGreenSpace},
    WordKind{"lgs", Kind::localGreenSpace},
    WordKind{"nature", Kind::nature},
    WordKind{"sssi", Kind::nature},
    WordKind{"wildlife", Kind::nature},
    WordKind{"not developable", Kind::notDevelopable},
    WordKind{"future", Kind::futureGreen},
    WordKind{"orphan", Kind::orphanSpace},
    WordKind{"site", Kind::siteAllocation},
    WordKind{"allocation", Kind::siteAllocation},
    WordKind{"sub area", Kind::subArea},
    WordKind{"subarea", Kind::subArea},
    WordKind{"neighbourhood", Kind::subArea},
    WordKind{"ward", Kind::subArea},
    WordKind{"lsoa", Kind::subArea},
    WordKind{"output area", Kind::subArea},
    WordKind{"boundary", Kind::designatedArea},
    WordKind{"centre", Kind::centre},
    WordKind{"high street", Kind::centre},
    WordKind{"building", Kind::building},
    WordKind{"footprint", Kind::building},
    WordKind{"parcel", Kind::land},
    WordKind{"plot", Kind::land},
    WordKind{"land", Kind::land},
    WordKind{"inspire", Kind::land},
    WordKind{"property", Kind::land},
    WordKind{"allotment", Kind::allotments},
    WordKind{"cemeter", Kind::cemetery},
    WordKind{"wood", Kind::woodland},
    WordKind{"pitch", Kind::sports},
    WordKind{"sport", Kind::sports},
    WordKind{"play", Kind::sports},
    WordKind{"school field", Kind::schoolField},
    WordKind{"park", Kind::park},
    WordKind{"open space", Kind::park},
    WordKind{"public space", Kind::park},
    WordKind{"greenspace", Kind::park},
    WordKind{"green", Kind::park},
    WordKind{"water", Kind::water},
    WordKind{"river", Kind::water},
    WordKind{"canal", Kind::water},
    WordKind{"school", Kind::education},
};

constexpr std::array kLineNames{
    WordKind{"river", Kind::water},      WordKind{"stream", Kind::water},      WordKind{"canal", Kind::water},
    WordKind{"water", Kind::water},      WordKind{"brook", Kind::water},       WordKind{"rail", Kind::railway},
    WordKind{"footpath", Kind::path},    WordKind{"path", Kind::path},         WordKind{"cycle", Kind::path},
    WordKind{"street", Kind::street},    WordKind{"road", Kind::street},       WordKind{"highway", Kind::street},
    WordKind{"boundary", Kind::subArea}, WordKind{"centreline", Kind::street},
};

constexpr std::array kPointNames{
    WordKind{"listed", Kind::listedBuilding},
    WordKind{"heritage", Kind::listedBuilding},
    WordKind{"monument", Kind::listedBuilding},
    WordKind{"takeaway", Kind::takeaway},
    WordKind{"fast food", Kind::takeaway},
    WordKind{"address", Kind::address},
    WordKind{"uprn", Kind::address},
    WordKind{"dwelling", Kind::address},
    WordKind{"shop", Kind::shopPoint},
    WordKind{"unit", Kind::shopPoint},
    WordKind{"retail", Kind::shopPoint},
    WordKind{"nursery", Kind::nursery},
    WordKind{"nurseries", Kind::nursery},
    WordKind{"school", Kind::school},
    WordKind{"surger", Kind::health},
    WordKind{"gp", Kind::health},
    WordKind{"doctor", Kind::health},
    WordKind{"health", Kind::health},
    WordKind{"pharmac", Kind::health},
    WordKind{"hall", Kind::hall},
    WordKind{"communit", Kind::asset},
    WordKind{"facilit", Kind::asset},
    WordKind{"asset", Kind::asset},
    WordKind{"church", Kind::worship},
    WordKind{"worship", Kind::worship},
    WordKind{"librar", Kind::library},
    WordKind{"pub", Kind::pub},
    WordKind{"stop", Kind::stop},
    WordKind{"station", Kind::stop},
    WordKind{"tree", Kind::tree},
    WordKind{"tpo", Kind::tree},
};

constexpr std::array kAreaValues{
    WordKind{"school field", Kind::schoolField},
    WordKind{"playing field", Kind::sports},
    WordKind{"flood zone 3b", Kind::floodZone3b},
    WordKind{"flood zone 3", Kind::floodZone3},
    WordKind{"flood zone 2", Kind::floodZone2},
    WordKind{"functional floodplain", Kind::floodZone3b},
    WordKind{"3b", Kind::floodZone3b},
    WordKind{"3a", Kind::floodZone3},
    WordKind{"3", Kind::floodZone3},
    WordKind{"2", Kind::floodZone2},
    WordKind{"fz3", Kind::floodZone3},
    WordKind{"fz2", Kind::floodZone2},
    WordKind{"c1", Kind::shopping},
    WordKind{"c2", Kind::community},
    WordKind{"c3", Kind::housing},
    WordKind{"c4", Kind::flats},
    WordKind{"sgh", Kind::flats},
    WordKind{"b2", Kind::employment},
    WordKind{"b8", Kind::employment},
    WordKind{"f1", Kind::education},
    WordKind{"f2", Kind::community},
    WordKind{"e", Kind::shopping},
    WordKind{"sg", Kind::shopping},
    WordKind{"flat", Kind::flats},
    WordKind{"apartment", Kind::flats},
    WordKind{"hmo", Kind::flats},
    WordKind{"house", Kind::housing},
    WordKind{"home", Kind::housing},
    WordKind{"housing", Kind::housing},
    WordKind{"dwelling", Kind::housing},
    WordKind{"resident", Kind::housing},
    WordKind{"terrace", Kind::housing},
    WordKind{"semi", Kind::housing},
    WordKind{"detached", Kind::housing},
    WordKind{"garden", Kind::gardenLand},
    WordKind{"shop", Kind::shopping},
    WordKind{"retail", Kind::shopping},
    WordKind{"commerc", Kind::shopping},
    WordKind{"employ", Kind::employment},
    WordKind{"industr", Kind::employment},
    WordKind{"office", Kind::employment},
    WordKind{"work", Kind::employment},
    WordKind{"school", Kind::education},
    WordKind{"college", Kind::education},
    WordKind{"educat", Kind::education},
    WordKind{"communit", Kind::community},
    WordKind{"civic", Kind::community},
    WordKind{"worship", Kind::community},
    WordKind{"church", Kind::community},
    WordKind{"health", Kind::community},
    WordKind{"allotment", Kind::allotments},
    WordKind{"cemeter", Kind::cemetery},
    WordKind{"churchyard", Kind::cemetery},
    WordKind{"wood", Kind::woodland},
    WordKind{"forest", Kind::woodland},
    WordKind{"sport", Kind::sports},
    WordKind{"pitch", Kind::sports},
    WordKind{"play", Kind::sports},
    WordKind{"park", Kind::park},
    WordKind{"recreation", Kind::park},
    WordKind{"green", Kind::park},
    WordKind{"natural", Kind::park},
    WordKind{"amenity", Kind::park},
    WordKind{"open", Kind::openLand},
    WordKind{"vacant", Kind::openLand},
    WordKind{"water", Kind::water},
    WordKind{"river", Kind::water},
    WordKind{"lake", Kind::water},
};

constexpr std::array kLineValues{
    WordKind{"motorway", Kind::streetMain},
    WordKind{"trunk", Kind::streetMain},
    WordKind{"primary", Kind::streetMain},
    WordKind{"main", Kind::streetMain},
    WordKind{"radial", Kind::streetMain},
    WordKind{"a road", Kind::streetMain},
    WordKind{"secondary", Kind::streetSecondary},
    WordKind{"tertiary", Kind::streetSecondary},
    WordKind{"ring", Kind::streetSecondary},
    WordKind{"b road", Kind::streetSecondary},
    WordKind{"rail", Kind::railway},
    WordKind{"tram", Kind::railway},
    WordKind{"path", Kind::path},
    WordKind{"foot", Kind::path},
    WordKind{"cycle", Kind::path},
    WordKind{"track", Kind::path},
    WordKind{"steps", Kind::path},
    WordKind{"minor", Kind::street},
    WordKind{"local", Kind::street},
    WordKind{"residential", Kind::street},
    WordKind{"unclassified", Kind::street},
    WordKind{"service", Kind::street},
    WordKind{"river", Kind::water},
    WordKind{"stream", Kind::water},
    WordKind{"canal", Kind::water},
};

constexpr std::array kPointValues{
    WordKind{"takeaway", Kind::takeaway}, WordKind{"fast food", Kind::takeaway},
    WordKind{"nursery", Kind::nursery},   WordKind{"school", Kind::school},
    WordKind{"college", Kind::school},    WordKind{"academy", Kind::school},
    WordKind{"gp", Kind::health},         WordKind{"health", Kind::health},
    WordKind{"surger", Kind::health},     WordKind{"doctor", Kind::health},
    WordKind{"dentist", Kind::health},    WordKind{"pharmac", Kind::health},
    WordKind{"hall", Kind::hall},         WordKind{"meeting", Kind::hall},
    WordKind{"community", Kind::hall},    WordKind{"church", Kind::worship},
    WordKind{"mosque", Kind::worship},    WordKind{"temple", Kind::worship},
    WordKind{"gurdwara", Kind::worship},  WordKind{"synagogue", Kind::worship},
    WordKind{"worship", Kind::worship},   WordKind{"librar", Kind::library},
    WordKind{"pub", Kind::pub},           WordKind{"bus", Kind::stop},
    WordKind{"rail", Kind::stop},         WordKind{"station", Kind::stop},
    WordKind{"shop", Kind::shopPoint},    WordKind{"restaurant", Kind::shopPoint},
    WordKind{"cafe", Kind::shopPoint},
};

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Lower case, words apart by one space: "Open_Space.shp" → "open space shp".
std::string plainWords(std::string_view text) {
    std::string words;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
        if (isLetterOrDigit(c)) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    while (!words.empty() && words.back() == ' ') {
        words.pop_back();
    }
    return words;
}

/// Whether a word of the text begins with `word`; words of up to three letters must be the whole word ("gp", "e",
/// "3b").
bool hasWord(const std::string& text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool starts = at == 0 || text[at - 1] == ' ';
        const std::size_t end = at + word.size();
        const bool ends = end == text.size() || text[end] == ' ';
        // "gp" and "pub": also in the plural.
        const bool plural = end + 1 == text.size() && text[end] == 's';
        if (starts && (word.size() > 3 || ends || plural)) {
            return true;
        }
    }
    return false;
}

template <std::size_t N> std::optional<Kind> find(const std::array<WordKind, N>& table, std::string_view name) {
    const std::string words = plainWords(name);
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&words](const WordKind& entry) { return hasWord(words, entry.word); });
    return found == table.end() ? std::nullopt : std::optional<Kind>(found->kind);
}

} // namespace

std::optional<Kind> kindOfLayerName(std::string_view name, Shape shape) {
    switch (shape) {
    case Shape::point:
        return find(kPointNames, name);
    case Shape::line:
        return find(kLineNames, name);
    case Shape::polygon:
    case Shape::none:
        break;
    }
    return find(kAreaNames, name);
}

std::optional<Kind> kindOfValue(std::string_view value, Shape shape) {
    switch (shape) {
    case Shape::point:
        return find(kPointValues, value);
    case Shape::line:
        return find(kLineValues, value);
    case Shape::polygon:
    case Shape::none:
        break;
    }
    return find(kAreaValues, value);
}

QString kindTitle(Kind kind) {
    static constexpr std::array<const char*, kKindCount> kTitles{
        QT_TRANSLATE_NOOP("Kind", "Land"),
        QT_TRANSLATE_NOOP("Kind", "Houses"),
        QT_TRANSLATE_NOOP("Kind", "Flats and shared houses"),
        QT_TRANSLATE_NOOP("Kind", "Gardens"),
        QT_TRANSLATE_NOOP("Kind", "Shops and services"),
        QT_TRANSLATE_NOOP("Kind", "Workplaces"),
        QT_TRANSLATE_NOOP("Kind", "Schools and colleges"),
        QT_TRANSLATE_NOOP("Kind", "Community buildings"),
        QT_TRANSLATE_NOOP("Kind", "Open land"),
        QT_TRANSLATE_NOOP("Kind", "School fields"),
        QT_TRANSLATE_NOOP("Kind", "Parks and open space"),
        QT_TRANSLATE_NOOP("Kind", "Open space to come"),
        QT_TRANSLATE_NOOP("Kind", "Allotments"),
        QT_TRANSLATE_NOOP("Kind", "Cemeteries"),
        QT_TRANSLATE_NOOP("Kind", "Sport and play"),
        QT_TRANSLATE_NOOP("Kind", "Woodland"),
        QT_TRANSLATE_NOOP("Kind", "Water"),
        QT_TRANSLATE_NOOP("Kind", "Buildings"),
        QT_TRANSLATE_NOOP("Kind", "Public buildings"),
        QT_TRANSLATE_NOOP("Kind", "Railway"),
        QT_TRANSLATE_NOOP("Kind", "Paths"),
        QT_TRANSLATE_NOOP("Kind", "Streets"),
        QT_TRANSLATE_NOOP("Kind", "Secondary roads"),
        QT_TRANSLATE_NOOP("Kind", "Main roads"),
        QT_TRANSLATE_NOOP("Kind", "Flood zone 2"),
        QT_TRANSLATE_NOOP("Kind", "Flood zone 3"),
        QT_TRANSLATE_NOOP("Kind", "Flood zone 3b"),
        QT_TRANSLATE_NOOP("Kind", "Conservation area"),
        QT_TRANSLATE_NOOP("Kind", "Green Belt"),
        QT_TRANSLATE_NOOP("Kind", "Ancient woodland"),
        QT_TRANSLATE_NOOP("Kind", "Nature conservation site"),
        QT_TRANSLATE_NOOP("Kind", "Policy area"),
        QT_TRANSLATE_NOOP("Kind", "Centre"),
        QT_TRANSLATE_NOOP("Kind", "Orphan space"),
        QT_TRANSLATE_NOOP("Kind", "Local Green Space"),
        QT_TRANSLATE_NOOP("Kind", "Site allocation"),
        QT_TRANSLATE_NOOP("Kind", "Not developable"),
        QT_TRANSLATE_NOOP("Kind", "Sub-areas"),
        QT_TRANSLATE_NOOP("Kind", "Other neighbourhood areas"),
        QT_TRANSLATE_NOOP("Kind", "Area as designated"),
        QT_TRANSLATE_NOOP("Kind", "Neighbourhood area"),
        QT_TRANSLATE_NOOP("Kind", "Addresses"),
        QT_TRANSLATE_NOOP("Kind", "Listed building"),
        QT_TRANSLATE_NOOP("Kind", "Hot food takeaway"),
        QT_TRANSLATE_NOOP("Kind", "Shop or other unit"),
        QT_TRANSLATE_NOOP("Kind", "School"),
        QT_TRANSLATE_NOOP("Kind", "Surgery or health centre"),
        QT_TRANSLATE_NOOP("Kind", "Hall or meeting room"),
        QT_TRANSLATE_NOOP("Kind", "Place of worship"),
        QT_TRANSLATE_NOOP("Kind", "Library"),
        QT_TRANSLATE_NOOP("Kind", "Pub"),
        QT_TRANSLATE_NOOP("Kind", "Nursery"),
        QT_TRANSLATE_NOOP("Kind", "Stop or station"),
        QT_TRANSLATE_NOOP("Kind", "Tree"),
        QT_TRANSLATE_NOOP("Kind", "Community asset"),
        QT_TRANSLATE_NOOP("Kind", "Other areas"),
        QT_TRANSLATE_NOOP("Kind", "Other areas"),
        QT_TRANSLATE_NOOP("Kind", "Other areas"),
        QT_TRANSLATE_NOOP("Kind", "Other lines"),
        QT_TRANSLATE_NOOP("Kind", "Other points"),
        QT_TRANSLATE_NOOP("Kind", "Picked out"),
        QT_TRANSLATE_NOOP("Kind", "Picked out"),
    };
    return QString::fromLatin1(kTitles[static_cast<std::size_t>(kind)]);
}

} // namespace merestone::map
