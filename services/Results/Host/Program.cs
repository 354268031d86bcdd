using RaceSystem.Results.Service;
using RaceSystem.ServiceDefaults;

// Results as a process of its own; docs/operations.md lists its settings.
return await ServiceHost.RunAsync(args, new ResultsModule(), "messaging", "results-db");
