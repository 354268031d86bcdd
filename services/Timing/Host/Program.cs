using RaceSystem.Timing.Service;
using RaceSystem.ServiceDefaults;

// Timing as a process of its own; docs/operations.md lists its settings.
return await ServiceHost.RunAsync(args, new TimingModule(), "messaging", "timing-db");
