using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Microbenchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
