using RaceSystem.AllInOne;
using RaceSystem.AllInOne.Demo;
using RaceSystem.Dashboard.Service;
using RaceSystem.Platform.Modules;
using RaceSystem.Registration.Service;
using RaceSystem.Results.Service;
using RaceSystem.ServiceDefaults;
using RaceSystem.Timing.Service;

if (!AllInOneOptions.TryParse(args, out var options, out var message))
{
    Console.Error.WriteLine(message);
    return AllInOneOptions.UsageExitCode;
}

if (options.ShowHelp)
{
    Console.WriteLine(AllInOneOptions.Help);
    return 0;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = options.HostArguments, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddInMemoryCollection(LocalConfiguration.For(options, builder.Configuration));
builder.AddServiceDefaults();
builder.AddModules(new RegistrationModule(), new TimingModule(), new ResultsModule(), new DashboardModule());
builder.Services.AddSingleton(options);
builder.Services.AddHostedService<StartMessage>();
if (options.Demo)
{
    builder.Services.AddHostedService<DemoRace>();
}

var app = builder.Build();
app.MapServiceDefaults();
app.MapModules();
await app.RunAsync();
return 0;
