#include "documents_bench.h"

#include <benchmark/benchmark.h>

// jibiao_bench [options of Google Benchmark] [document...]

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    bench::add_documents({arguments + 1, arguments + count});
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
