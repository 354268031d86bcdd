using RaceSystem.Dashboard.Service;
using RaceSystem.Platform.Modules;
using RaceSystem.ServiceDefaults;

// Web pages and event streams. Finds the services by services__registration__http__0 and so on.
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddModules(new DashboardModule());
var app = builder.Build();
app.MapServiceDefaults();
app.MapModules();
await app.RunAsync();
