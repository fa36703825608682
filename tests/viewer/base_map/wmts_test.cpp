// SPDX-License-Identifier: MIT
#include "base/error.hpp"
#include "base_map/base_map.hpp"
#include "engine/exchange/scratch_folder.hpp"
#include "viewer/base_map/made_raster.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace merestone::map {
namespace {

using namespace testing_support;

/// A server on this machine that answers every request for a tile with the same picture; or never, when it is `silent`.
class TileServer {
public:
    TileServer(std::string tile, bool silent, std::function<void()> asked = {})
        : m_tile(std::move(tile)), m_silent(silent), m_asked(std::move(asked)) {
        m_socket = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        EXPECT_EQ(bind(m_socket, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(listen(m_socket, 64), 0);
        EXPECT_EQ(getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
    }
    ~TileServer() {
        m_thread.request_stop();
        m_thread.join();
        close(m_socket);
    }
    TileServer(const TileServer&) = delete;
    TileServer& operator=(const TileServer&) = delete;

    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void serve(const std::stop_token& stop) {
        std::vector<int> unanswered;
        while (!stop.stop_requested()) {
            if (m_silent) {
                takeAndKeep(unanswered);
                continue;
            }
            pollfd waiting{m_socket, POLLIN, 0};
            constexpr int kLookMs = 50;
            if (poll(&waiting, 1, kLookMs) <= 0) {
                continue;
            }
            const int client = accept(m_socket, nullptr, nullptr);
            std::array<char, 4096> request{};
            if (recv(client, request.data(), request.size(), 0) > 0) {
                ++m_requests;
                if (m_asked) {
                    m_asked();
                }
                const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n"
                                           "Content-Length: " +
                                           std::to_string(m_tile.size()) + "\r\n\r\n" + m_tile;
                (void)send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
            }
            close(client);
        }
        for (const int client : unanswered) {
            close(client);
        }
    }
    /// Takes a request and leaves it without an answer.
    void takeAndKeep(std::vector<int>& clients) {
        pollfd waiting{m_socket, POLLIN, 0};
        constexpr int kLookMs = 50;
        if (poll(&waiting, 1, kLookMs) > 0) {
            clients.push_back(accept(m_socket, nullptr, nullptr));
            ++m_requests;
        }
    }

    std::string m_tile;
    bool m_silent;
    std::function<void()> m_asked; ///< called for each request
    int m_socket = -1;
    int m_port = 0;
    std::atomic<int> m_requests = 0;
    std::jthread m_thread;
};

/// A tile of one colour, as a server would send it.
std::string orangeTile(const std::filesystem::path& folder) {
    MadeRaster made;
    made.width = made.height = 256;
    made.value = [](int band, int, int) { return band == 1 ? 250 : band == 2 ? 120 : 10; };
    writeTiff(folder / "tile.tif", made);
    copyAs("PNG", folder / "tile.tif", folder / "tile.png");
    std::ifstream in(folder / "tile.png", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A description of a server with one layer: tiles of 256 m at 1 m a pixel, from (0, 10240) on, in the National Grid.
std::filesystem::path describe(const std::filesystem::path& folder, const std::string& server, int seconds) {
    std::ofstream(folder / "capabilities.xml")
        << R"(<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0">
<Contents><Layer><ows:Title>L</ows:Title><ows:Identifier>land</ows:Identifier><Style isDefault="true"><ows:Identifier>plain</ows:Identifier></Style>
<Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>grid</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile" template=")"
        << server << R"(/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
<TileMatrixSet><ows:Identifier>grid</ows:Identifier><ows:SupportedCRS>EPSG:27700</ows:SupportedCRS>
<TileMatrix><ows:Identifier>0</ows:Identifier><ScaleDenominator>3571.428571428571</ScaleDenominator>
<TopLeftCorner>0 10240</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>40</MatrixWidth><MatrixHeight>40</MatrixHeight></TileMatrix>
</TileMatrixSet></Contents></Capabilities>)";
    std::ofstream(folder / "wmts.xml") << "<GDAL_WMTS><GetCapabilitiesUrl>capabilities.xml</GetCapabilitiesUrl>"
                                          "<Layer>land</Layer><Style>plain</Style><TileMatrixSet>grid</TileMatrixSet>"
                                          "<Cache><Path>"
                                       << (folder / "cache").string() << "</Path></Cache><Timeout>" << seconds
                                       << "</Timeout><BandsCount>4</BandsCount></GDAL_WMTS>";
    return folder / "wmts.xml";
}

MapView somewhere() {
    MapView view;
    view.centre = {1200, 1800};
    view.size = QSizeF(50, 40);
    return view;
}

TEST(Wmts, ReadsTheTilesOfTheServerThatTheFileNames) {
    const tests::ScratchFolder folder;
    const TileServer server(orangeTile(folder.path()), false);
    const auto base =
        openBaseMap(describe(folder.path(), server.address(), 5), "EPSG:27700", Box{1100, 1700, 1300, 1900}, {});
    EXPECT_EQ(server.requests(), 0) << "nothing is asked for before it is shown";
    const BackdropPicture picture = base->read(somewhere(), {});
    ASSERT_EQ(picture.image.size(), QSize(50, 40));
    EXPECT_EQ(picture.image.pixel(25, 20), qRgb(250, 120, 10));
    EXPECT_GE(server.requests(), 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "cache")) << "nothing is kept on the disk";
}

TEST(Wmts, AServerThatNeverAnswersIsGivenUp) {
    const tests::ScratchFolder folder;
    const TileServer server("", true);
    const auto base =
        openBaseMap(describe(folder.path(), server.address(), 1), "EPSG:27700", Box{1100, 1700, 1300, 1900}, {});
    try {
        (void)base->read(somewhere(), {});
        ADD_FAILURE() << "there is no picture";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("wmts.xml: "), std::string::npos) << error.what();
    }
}

/// Eight rows of a dozen tiles.
MapView manyTiles() {
    MapView view;
    view.centre = {3000, 4000};
    view.size = QSizeF(3000, 2000);
    return view;
}

constexpr int kTiles = 13 * 9;
constexpr int kTilesAtATime = 4;

TEST(Wmts, AServerThatNeverAnswersIsAskedForFewTilesAlone) {
    const tests::ScratchFolder folder;
    const TileServer server("", true);
    const auto base =
        openBaseMap(describe(folder.path(), server.address(), 1), "EPSG:27700", Box{1100, 1700, 1300, 1900}, {});
    EXPECT_THROW((void)base->read(manyTiles(), {}), Error);
    EXPECT_GE(server.requests(), 1);
    EXPECT_LE(server.requests(), kTilesAtATime) << "it was asked again after it had failed";
}

TEST(Wmts, AStopWaitsForFewTilesAlone) {
    const tests::ScratchFolder folder;
    std::stop_source source;
    const TileServer server(orangeTile(folder.path()), false, [&source] { source.request_stop(); });
    const auto base =
        openBaseMap(describe(folder.path(), server.address(), 5), "EPSG:27700", Box{1100, 1700, 1300, 1900}, {});
    EXPECT_TRUE(base->read(manyTiles(), source.get_token()).image.isNull());
    EXPECT_GE(server.requests(), 1);
    EXPECT_LE(server.requests(), kTilesAtATime);
}

TEST(Wmts, ManyTilesMakeOnePicture) {
    const tests::ScratchFolder folder;
    const TileServer server(orangeTile(folder.path()), false);
    const auto base =
        openBaseMap(describe(folder.path(), server.address(), 5), "EPSG:27700", Box{1100, 1700, 1300, 1900}, {});
    const BackdropPicture picture = base->read(manyTiles(), {});
    ASSERT_EQ(picture.image.size(), QSize(3000, 2000));
    for (const QPoint at : {QPoint(1, 1), QPoint(2998, 1), QPoint(1500, 1000), QPoint(2998, 1998)}) {
        EXPECT_EQ(picture.image.pixel(at), qRgb(250, 120, 10)) << at.x() << " " << at.y();
    }
    EXPECT_LE(server.requests(), kTiles) << "a tile was fetched twice";
}

} // namespace
} // namespace merestone::map
