using RaceSystem.Dashboard.Service;
using RaceSystem.ServiceDefaults;

// Web pages and event streams as a process of their own; docs/operations.md lists its settings.
return await ServiceHost.RunAsync(args, new DashboardModule());
