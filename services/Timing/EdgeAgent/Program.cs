using RaceSystem.ServiceDefaults;
using RaceSystem.Timing.EdgeAgent;

var builder = WebApplication.CreateBuilder(args);
var options = builder.Configuration.GetSection(EdgeAgentOptions.Section).Get<EdgeAgentOptions>() ?? new EdgeAgentOptions();
foreach (var problem in options.Problems())
{
    Console.Error.WriteLine(problem);
}

if (options.Problems().Any())
{
    return 2;
}

builder.AddServiceDefaults();
builder.AddEdgeAgent();
var app = builder.Build();
app.MapServiceDefaults();
app.MapEdgeAgent();
app.Run();
return 0;
