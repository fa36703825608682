// SPDX-License-Identifier: MIT
#include "layers/source_path.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "layers/database_name.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace merestone {

namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

// What drivers of the closed list open beside a source when it is there.
constexpr const char* kCompanions[] = {".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx",  ".idm", ".ind",
                                       ".dat", ".map", ".id",  ".mid", ".mif", ".tab", ".gfs", ".csvt", ".xsd", ".qpj"};

class FileDescriptor {
public:
    explicit FileDescriptor(int fd) : m_fd(fd) {}
    ~FileDescriptor() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    [[nodiscard]] int get() const noexcept { return m_fd; }

private:
    int m_fd;
};

std::string missingText(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path folder = path.parent_path();
    if (!std::filesystem::is_directory(folder, error)) {
        return "there is no such file (nor the folder " + printable(folder.filename().string()) + ")";
    }
    std::vector<std::string> names;
    constexpr std::size_t kMostNames = 2000;
    for (std::filesystem::directory_iterator it(folder, error), end; it != end && names.size() < kMostNames;
         it.increment(error)) {
        names.push_back(it->path().filename().string());
    }
    return "there is no such file" + didYouMean(path.filename().string(), names);
}

[[noreturn]] void failOpen(const LayerRequest& request, const std::filesystem::path& path, int code) {
    if (code == ENOENT || code == ENOTDIR) {
        failRequest(request, missingText(path));
    }
    if (code == EACCES || code == EPERM) {
        failRequest(request, "the file may not be read: change its permissions");
    }
    if (code == ELOOP) {
        failRequest(request, "the link goes round in a circle: name the file itself");
    }
    failRequest(request, std::string("the file cannot be opened (") + std::strerror(code) + ")");
}

void requireRegular(const LayerRequest& request, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) {
        failRequest(request, "this is a folder: name a file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        failRequest(request, "this is a pipe or device, not a file: save the data to a file first");
    }
    if (status.st_size == 0) {
        failRequest(request, "the file is empty");
    }
}

std::string readHead(int fd) {
    std::string head(kHeadBytes, '\0');
    std::size_t filled = 0;
    while (filled < head.size()) {
        const ssize_t got = ::read(fd, head.data() + filled, head.size() - filled);
        if (got <= 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    head.resize(filled);
    return head;
}

void checkCompanions(const LayerRequest& request, const std::filesystem::path& path) {
    for (const char* suffix : kCompanions) {
        const std::filesystem::path beside = companion(path, suffix);
        struct stat status {};
        if (!beside.empty() && beside != path && ::stat(beside.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
            failRequest(request, "its companion " + printable(beside.filename().string()) + " is not a regular file");
        }
    }
}

} // namespace

std::string requestPlace(const LayerRequest& request) {
    const std::string source = isDatabase(request) ? shownDatabaseName(request.source) : request.source;
    std::string place = printable(source);
    if (!request.name.empty()) {
        place += ": layer '" + printable(request.name) + "'";
    }
    return place;
}

void failRequest(const LayerRequest& request, const std::string& text) {
    throw Error(ErrorCode::input, requestPlace(request) + ": " + text);
}

bool isDatabase(const LayerRequest& request) {
    return isDatabaseName(request.source);
}

std::filesystem::path companion(const std::filesystem::path& path, const std::string& suffix) {
    std::error_code error;
    std::string upper = suffix;
    for (char& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    for (const std::string& spelling : {suffix, upper}) {
        std::filesystem::path candidate = path;
        candidate.replace_extension(spelling);
        if (std::filesystem::exists(std::filesystem::status(candidate, error))) {
            return candidate;
        }
    }
    return {};
}

SourceFile findSourceFile(const LayerRequest& request) {
    if (request.source.empty()) {
        failRequest(request, "no source is named");
    }
    if (request.source.find('\0') != std::string::npos) {
        failRequest(request, "the file name holds a null character");
    }
    if (request.source.find("://") != std::string::npos) {
        failRequest(request, "nothing is fetched from the network: download the data and name the file");
    }
    SourceFile result;
    std::error_code error;
    result.path = std::filesystem::absolute(request.baseDirectory / request.source, error).lexically_normal();
    if (error || result.path.string().rfind("/vsi", 0) == 0) {
        failRequest(request, "GDAL's virtual paths are not allowed: name a file");
    }
    // Non-blocking, so that a pipe without a writer does not hang.
    const FileDescriptor file(::open(result.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        failOpen(request, result.path, errno);
    }
    requireRegular(request, status);
    result.size = static_cast<std::uintmax_t>(status.st_size);
    result.head = readHead(file.get());
    checkCompanions(request, result.path);
    return result;
}

} // namespace merestone
