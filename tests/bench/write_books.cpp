#include "books.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"

#include <filesystem>
#include <fstream>
#include <iostream>

// jibiao_bench_books FOLDER: writes the files that the page opens when it is measured (tests/bench/web).

namespace {

using namespace jibiao;

std::string text_of(const Book& book) {
    static const Templates templates = io::load_embedded_templates();
    return io::export_text(book, templates.get(book.template_id));
}

/// As a person changed it since: every seventh row's name, and every fifth row has gone.
Book changed(Book book) {
    for (std::size_t p = 0; p < book.projects.size(); ++p) {
        Project& project = book.projects.edit(p);
        for (std::size_t row = project.indicators.size(); row-- > 0;) {
            if (row % 7 == 3)
                project.indicators.edit(row).name.text += "（调整）";
            if (row % 5 == 4)
                project.indicators.erase(row);
        }
    }
    return book;
}

/// A text of so many bytes, as the collection of a province's forms is: the projects again and again.
std::string text_of_size(const Book& book, std::size_t bytes) {
    Book collection = book;
    const std::size_t times = bytes / text_of(book).size() + 1;
    for (std::size_t i = 1; i < times; ++i) {
        for (std::size_t project = 0; project < book.projects.size(); ++project)
            collection.projects.push_back_shared(book.projects, project);
    }
    return text_of(collection);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "jibiao_bench_books FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    };
    constexpr int cells_of_row = 6; // A form's columns.
    const Book large = bench::book(10'000 / cells_of_row);
    write("projects.jibiao.json", io::write_json(bench::book(1'000)));
    write("table.jibiao.json", io::write_json(bench::book(1'000, 1'000)));
    write("cells.jibiao.json", io::write_json(large));
    write("changed.jibiao.json", io::write_json(changed(large)));
    write("cells.txt", text_of(large));
    write("province.txt", text_of_size(large, 5'000'000));
    return 0;
}
