#include "books.h"
#include "io/archive.h"
#include "main/program.h"
#include "platform/fake/fake_platform.h"

#include <benchmark/benchmark.h>
#include <string>

// What the window's frames cost with a large book: all but rasterising and what the browser does.

namespace {

using namespace jibiao;
using platform::FakePlatform;

/// Indicators a book; in one project, or 24 a project as offices have them.
constexpr int indicators = 1'000;

/// The page with a book, and the keyboard in the target of one of its rows.
struct Window {
    FakePlatform machine;
    Program program;
    double clock = 0;
    std::string node, text;

    explicit Window(int rows) : program(machine) {
        machine.native_text_fields = true;
        settle();
        machine.push(platform::FileOpened{"book.jibiao.json", io::write_json(bench::book(indicators, rows))});
        settle();
        const Indicator& row = program.state().shown_project()->indicators[3];
        node = ui::node_id({Field::target_value, row.id}, program.state().document.generation());
        text = row.target.text;
        machine.focus_by_user(node);
        settle();
    }
    void frame() { program.frame(clock += 0.016); }
    void settle() {
        for (int i = 0; i < 6; ++i) {
            do
                frame();
            while (program.state().opening); // A piece of a large file a frame.
        }
    }
};

/// A character typed, checked, stored and drawn.
void key(benchmark::State& state) {
    Window window(static_cast<int>(state.range(0)));
    bool typed = false;
    for (auto _ : state) {
        typed = !typed;
        window.machine.change_text(window.node, typed ? window.text + "1" : window.text);
        window.frame();
    }
}
BENCHMARK(key)->Name("frame/key")->Arg(24)->Arg(indicators)->Unit(benchmark::kMicrosecond);

/// A frame in which nothing changed, as two more follow each key.
void same(benchmark::State& state) {
    Window window(static_cast<int>(state.range(0)));
    for (auto _ : state)
        window.frame();
}
BENCHMARK(same)->Name("frame/same")->Arg(24)->Arg(indicators)->Unit(benchmark::kMicrosecond);

void scroll(benchmark::State& state) {
    Window window(static_cast<int>(state.range(0)));
    float way = 400;
    int steps = 0;
    for (auto _ : state) {
        if (++steps % 50 == 0)
            way = -way;
        window.machine.push_input(platform::Scroll{600, 400, 0, way});
        window.frame();
    }
}
BENCHMARK(scroll)->Name("frame/scroll")->Arg(24)->Arg(indicators)->Unit(benchmark::kMicrosecond);

} // namespace
